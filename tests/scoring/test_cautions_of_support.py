"""Cautions about who stands behind the options that come first."""

from collections.abc import Mapping

from generated_cases import Made, Scale

Stances = list[tuple[str, str]]


def cautions(
    scores: Mapping[str, float], **stances: Stances
) -> dict[str, tuple[tuple[str, ...], str]]:
    """Each caution's kind to the options it concerns and its text; the first is the baseline."""
    about = {
        option: {"stances": [{"expert": expert, "stance": stance} for expert, stance in said]}
        for option, said in stances.items()
    }
    scored = {option: {"c": score} for option, score in scores.items()}
    made = Made({"c": Scale(0, 100, "higher")}, scored, {"c": 1}, about=about)
    found = made.decision().rank().cautions
    return {c.kind: (c.options, c.text) for c in found}


SCORES = {"base": 1, "a": 90, "b": 80, "c": 70}


def test_leading_options_that_no_expert_recommends_are_named() -> None:
    options, said = cautions(
        SCORES, a=[("ann", "recommends")], b=[("ann", "mentions"), ("bob", "predicts")]
    )["no-expert-support"]
    assert options == ("b", "c")
    assert said == (
        "Among the first 4, no expert recommends b and c; the place rests on how the case's author "
        "scored what was said."
    )


def test_an_expert_who_recommends_on_a_condition_is_support_enough() -> None:
    given = {o: [("bob", "conditional")] for o in "abc"}
    assert "no-expert-support" not in cautions(SCORES, **given)


def test_the_author_of_the_case_is_no_support() -> None:
    given = {o: [("case-author", "recommends")] for o in "abc"}
    assert cautions(SCORES, **given)["no-expert-support"][0] == ("a", "b", "c")


def test_the_baseline_needs_no_support() -> None:
    given = {o: [("bob", "recommends")] for o in "abc"}
    assert "no-expert-support" not in cautions({**SCORES, "base": 95}, **given)


def test_only_the_first_five_need_support() -> None:
    scores = {"base": 1, **{f"o{n}": 90 - n for n in range(8)}}
    given = {f"o{n}": [("bob", "recommends")] for n in range(5)}
    assert "no-expert-support" not in cautions(scores, **given)
    del given["o4"]
    assert cautions(scores, **given)["no-expert-support"][0] == ("o4",)


def test_a_case_without_stances_is_not_blamed_for_having_none() -> None:
    assert cautions(SCORES) == {}


def test_those_who_doubt_or_oppose_the_leader_are_named_once() -> None:
    said = [("ann", "doubts"), ("bob", "opposes"), ("ann", "opposes"), ("eve", "recommends")]
    given: dict[str, Stances] = {"a": said, "b": said[3:], "c": said[3:]}
    assert cautions(SCORES, **given) == {
        "leader-opposed": (("a",), "a is doubted or opposed by: ann and bob.")
    }


def test_doubts_of_other_options_and_the_authors_own_are_passed_over() -> None:
    given: dict[str, Stances] = {o: [("ann", "recommends")] for o in "abc"}
    given["a"].append(("case-author", "doubts"))
    given["b"].append(("eve", "opposes"))
    assert cautions(SCORES, **given) == {}
