"""PS415 unequal-judging and PS416 many-unknowns."""

from typing import Any

import pytest
from quality_cases import broken, files_of, place

from policyscore.case.directory import Files
from policyscore.reading.rules import MANY_UNKNOWNS, UNEQUAL_JUDGING

JUDGES = [f"judge-{n}" for n in range(4)]


def judged(*judges: int) -> Files:
    """A case with one criterion, each option scored by so many judges."""
    options = {
        f"option-{n:02}": {"gain": [{"by": by, "likely": 5 * n} for by in JUDGES[:count]]}
        for n, count in enumerate(judges)
    }
    return files_of(options, experts={judge: {"title": judge} for judge in JUDGES})


def test_options_with_three_judges_beside_options_with_one_are_counted() -> None:
    (found,) = broken(UNEQUAL_JUDGING, judged(1, 1, 4, 3, 2))
    assert place(found) == ("policyscore.yaml", "gain")
    assert found.message == (
        "On Gain 2 options of 5 have three judges or more (Option 02 has 4), and 2 only one."
    )
    assert "too narrow" in found.hint


@pytest.mark.parametrize(
    "judges",
    [
        (2, 2, 1, 1),  # nobody has three
        (3, 3, 2, 2),  # nobody has one
        (3, 3, 3, 3, 1),  # fewer than a quarter have one
        (3, *[1] * 10),  # fewer than a tenth have three
    ],
)
def test_small_differences_and_lone_exceptions_are_let_be(judges: tuple[int, ...]) -> None:
    assert broken(UNEQUAL_JUDGING, judged(*judges)) == []


@pytest.mark.parametrize("judges", [(3, 3, 3, 1), (3, *[1] * 9)])
def test_a_quarter_with_one_judge_or_a_tenth_with_three_is_enough(judges: tuple[int, ...]) -> None:
    assert len(broken(UNEQUAL_JUDGING, judged(*judges))) == 1


def unknown_scores(known: int, unknown: int) -> dict[str, Any]:
    scores: dict[str, Any] = {f"c{n:02}": 10 * (n % 10) for n in range(known)}
    return scores | {f"u{n:02}": "unknown" for n in range(unknown)}


def test_an_option_of_which_much_is_unknown_is_reported_at_the_first_unknown() -> None:
    scores = unknown_scores(11, 3)
    wait = dict.fromkeys(scores, 5)
    (found,) = broken(MANY_UNKNOWNS, files_of({"wait": wait, "talk": scores}))
    assert place(found) == ("options/talk.yaml", "u00")
    assert found.message == "Talk is unknown on 3 of 14 criteria: U00, U01 and U02."
    assert "range" in found.hint


@pytest.mark.parametrize(("known", "unknown"), [(12, 3), (0, 2)])
def test_a_fifth_of_the_criteria_or_two_of_them_may_be_unknown(known: int, unknown: int) -> None:
    scores = unknown_scores(known, unknown)
    files = files_of({"wait": dict.fromkeys(scores, 5), "talk": scores})
    assert broken(MANY_UNKNOWNS, files) == []


def column(known: int, unknown: int) -> Files:
    scores = [*range(known), *["unknown"] * unknown]
    return files_of({f"option-{n:02}": {"gain": s} for n, s in enumerate(scores)})


def test_a_criterion_that_is_unknown_for_many_options_is_reported_at_its_key() -> None:
    (found,) = broken(MANY_UNKNOWNS, column(11, 3))
    assert place(found) == ("policyscore.yaml", "gain")
    assert found.message == (
        "Gain is unknown for 3 of 14 options: Option 11, Option 12 and Option 13."
    )


@pytest.mark.parametrize(("known", "unknown"), [(12, 3), (1, 2)])
def test_a_fifth_of_the_options_or_two_of_them_may_be_unknown(known: int, unknown: int) -> None:
    assert broken(MANY_UNKNOWNS, column(known, unknown)) == []


def test_a_score_that_one_of_two_judges_gives_is_not_unknown() -> None:
    judgements = [{"by": "judge-0", "likely": "unknown"}, {"by": "judge-1", "likely": 5}]
    options = {f"option-{n}": {"gain": judgements} for n in range(4)}
    files = files_of(options, experts={judge: {"title": judge} for judge in JUDGES})
    assert broken(MANY_UNKNOWNS, files) == []
