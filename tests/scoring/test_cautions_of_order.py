"""Cautions about the order itself: exclusions, the baseline first, fragile leads, ties, weights."""

from typing import Any

import pytest
from generated_cases import Made, Scale

PLAIN = Scale(0, 100, "higher")


def cautions(made: Made) -> dict[str, tuple[tuple[str, ...], str]]:
    """Each caution's kind to the options it concerns and its text."""
    found = made.decision().rank().cautions
    assert len({c.kind for c in found}) == len(found)
    return {c.kind: (c.options, c.text) for c in found}


def scored(limits: dict[str, float] | None = None, **scores: Any) -> Made:
    """Options with these scores on one criterion; the first is the baseline."""
    scale = Scale(0, 100, "higher", None, limits or {})
    return Made({"c": scale}, {o: {"c": s} for o, s in scores.items()}, {"c": 1})


def test_a_plain_order_needs_no_caution() -> None:
    assert cautions(scored(base=10, a=60, b=40)) == {}


@pytest.mark.parametrize(
    ("limits", "score", "text"),
    [
        ({"at-most": 70}, 90, "a is excluded: c is 90, required at most 70."),
        ({"at-least": 20}, 19.999, "a is excluded: c is 19.999, required at least 20."),
        ({"at-least": 20, "at-most": 30}, 31, "a is excluded: c is 31, required at least 20 and "),
        ({"at-most": 70}, 70.0000001, "a is excluded: c is 70.0000001, required at most 70."),
        ({"at-most": 70}, 71.123456, "a is excluded: c is 71.12, required at most 70."),
    ],
)
def test_an_excluded_option_is_named_with_what_it_misses(
    limits: dict[str, float], score: float, text: str
) -> None:
    options, said = cautions(scored(limits, base=25, a=score, b=28))["excluded"]
    assert options == ("a",)
    assert said.startswith(text)
    assert "excluded" not in cautions(scored(limits, base=25, a=26, b=28))


def test_large_numbers_are_written_out() -> None:
    scale = Scale(0, 5_000_000, "lower", None, {"at-most": 2_500_000})
    made = Made({"c": scale}, {"base": {"c": 0}, "a": {"c": 3_000_000}}, {"c": 1})
    (_, said) = cautions(made)["excluded"]
    assert said == "a is excluded: c is 3000000, required at most 2500000."


def test_an_option_whose_range_passes_a_limit_may_miss_it() -> None:
    doubtful = {"low": 40, "likely": 50, "high": 60}
    options, said = cautions(scored({"at-most": 55}, base=10, a=doubtful))["may-miss-requirement"]
    assert options == ("a",)
    assert said.startswith("a may still miss the requirement on c (at most 55)")
    sure = {"low": 40, "likely": 50, "high": 55}
    assert "may-miss-requirement" not in cautions(scored({"at-most": 55}, base=10, a=sure))


def test_the_baseline_first_is_worth_a_word() -> None:
    assert cautions(scored(base=60, a=10))["baseline-first"] == (
        ("base",),
        "The baseline, base, comes first.",
    )
    assert "baseline-first" in cautions(scored(base=60, a=60))
    assert "baseline-first" not in cautions(scored(base=10, a=60))
    assert "baseline-first" not in cautions(scored({"at-most": 50}, base=60, a=10))


def test_a_lead_smaller_than_the_ranges_is_fragile() -> None:
    made = scored(base=1, a={"low": 50, "likely": 60, "high": 70}, b=55, c=50, d=49)
    options, said = cautions(made)["fragile-lead"]
    assert options == ("a", "b")
    assert said == (
        "First place is fragile: a leads b by 5.0 points, while the judgements alone allow it any "
        "total from 50.0 to 70.0. Within their ranges b could be first."
    )


def test_of_several_that_could_be_first_the_number_is_told() -> None:
    made = scored(base=1, a={"low": 40, "likely": 60, "high": 70}, b=55, c={"low": 0, "high": 90})
    options, said = cautions(made)["fragile-lead"]
    assert options == ("a", "b", "c")
    assert said.endswith("Within their ranges 2 other options could be first.")


@pytest.mark.parametrize(
    "scores",
    [
        {"base": 1, "a": {"low": 56, "likely": 60, "high": 70}, "b": 55},
        {"base": 1, "a": 60, "b": 55},
        {"base": 1, "a": 60, "b": {"low": 10, "likely": 55, "high": 59}},
    ],
)
def test_a_lead_beyond_all_ranges_is_not_fragile(scores: dict[str, Any]) -> None:
    assert "fragile-lead" not in cautions(scored(**scores))


def test_leaders_that_tie_are_a_tie_and_not_a_fragile_lead() -> None:
    found = cautions(scored(base=1, a=60, b=60, c={"low": 0, "high": 100}))
    assert "fragile-lead" not in found
    options, said = found["tie"]
    assert options == ("a", "b")
    assert said == "a and b tie at rank 1: nothing in the case parts them."
    assert "tie" not in cautions(scored(base=1, a=60, b=59))


def test_a_criterion_without_weight_is_named() -> None:
    scales = {"c": PLAIN, "d": PLAIN, "e": PLAIN}
    scores = {"base": dict.fromkeys(scales, 1), "a": dict.fromkeys(scales, 2)}
    found = cautions(Made(scales, scores, {"c": 1, "d": 0, "e": 0}))
    assert found["zero-weight"] == ((), "d and e have no weight in this profile.")
    found = cautions(Made(scales, scores, {"c": 1, "d": 0, "e": 1}))
    assert found["zero-weight"] == ((), "d has no weight in this profile.")
    assert "zero-weight" not in cautions(Made(scales, scores, {"c": 1, "d": 1, "e": 1}))


def test_an_unknown_score_is_named_where_it_has_weight() -> None:
    scales = {"c": PLAIN, "d": PLAIN}
    scores: dict[str, dict[str, Any]]
    scores = {"base": {"c": 1, "d": 1}, "a": {"c": "unknown", "d": 90}, "b": {"c": 50, "d": 2}}
    options, said = cautions(Made(scales, scores, {"c": 1, "d": 1}))["unknown"]
    assert options == ("a",)
    assert said.startswith("c is unknown for a; it counts as the middle of the scale, ")
    assert "unknown" not in cautions(Made(scales, scores, {"c": 0, "d": 1}))
    known = {**scores, "a": {"c": 40, "d": 90}}
    assert "unknown" not in cautions(Made(scales, known, {"c": 1, "d": 1}))


def test_a_long_list_of_options_is_cut_short() -> None:
    many: dict[str, Any] = {f"o{n}": 50 for n in range(9)}
    options, said = cautions(scored(None, base=1, **many))["tie"]
    assert len(options) == 9
    assert said.startswith("o0, o1, o2, o3, o4 and 4 more tie at rank 1")


def test_many_ties_are_counted_and_not_told_one_by_one() -> None:
    pairs = {f"o{n}-{side}": 90 - n for n in range(8) for side in "ab"}
    found = [c for c in scored(None, base=1, **pairs).decision().rank().cautions if c.kind == "tie"]
    assert [c.options for c in found[:5]] == [(f"o{n}-a", f"o{n}-b") for n in range(5)]
    assert found[5].text == "Further down there are 3 more ties, marked with `=`."
    assert found[5].options == ("o5-a", "o5-b", "o6-a", "o6-b", "o7-a", "o7-b")
    assert len(found) == 6
