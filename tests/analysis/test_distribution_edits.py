"""Edits of judgements given as distributions: in words, and with their share in the totals."""

import copy
from typing import Any

import pytest
from case_pairs import CaseData, plain_case, side

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference

RISK = {"by": "ada", "normal": [40, 10]}


def versions(old: Any, new: Any) -> tuple[CaseData, CaseData]:
    """A case in which the cost of Act is judged in two ways."""
    before = plain_case(
        {"cost": 1.0, "speed": 1.0}, {"act": [10, 20], "base": [40, 50], "call": [70, 80]}
    )
    after = copy.deepcopy(before)
    before["options"]["act"]["scores"]["cost"] = old
    after["options"]["act"]["scores"]["cost"] = new
    return before, after


def compared(old: Any, new: Any) -> Difference:
    before, after = versions(old, new)
    return compare_sides(side(before), side(after))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ({"normal": [40, 10]}, {"normal": [45, 10]}, "normal 40 ± 10 → 45 ± 10"),
        ({"normal": [40, 2]}, {"likely": 45}, "normal 40 ± 2 → 45"),
        ({"likely": "unknown"}, {"normal": [40, 2.5]}, "unknown → normal 40 ± 2.5"),
        (
            {"beta": [2, 5], "low": 0, "high": 90},
            {"beta": [3, 5], "low": 0, "high": 80},
            "beta 2, 5 from 0 to 90 → 3, 5 from 0 to 80",
        ),
        (
            {"samples": [3, 4, 9]},
            {"samples": [3, 5]},
            "3 samples from 3 to 9, mean 5.33333 → 2 samples from 3 to 5, mean 4",
        ),
        ({"samples": [3, 5]}, {"normal": [3, 1]}, "2 samples from 3 to 5, mean 4 → normal 3 ± 1"),
    ],
)
def test_a_changed_distribution_is_told_in_its_own_words(old: Any, new: Any, words: str) -> None:
    (edit,) = compared({"by": "ada", **old}, {"by": "ada", **new}).edits
    assert (edit.kind, edit.text) == ("score", f"Cost of Act, ada: {words}")


def test_a_distribution_added_or_dropped_is_named() -> None:
    other = {"by": "ben", "likely": 40}
    (added,) = compared([other], [other, RISK]).edits
    assert added.text == "Cost of Act, ada: normal 40 ± 10 added"
    (dropped,) = compared([other, RISK], [other]).edits
    assert dropped.text == "Cost of Act, ada: normal 40 ± 10 dropped"


def test_the_data_of_an_edit_are_the_scores_that_count() -> None:
    (edit,) = compared({"normal": [40, 1]}, {"beta": [1, 3], "low": 0, "high": 80}).edits
    assert (edit.old, edit.new) == (40, 20)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ({"normal": [40, 1]}, {"normal": [40, 2]}, "normal 40 ± 1 → 40 ± 2"),
        ({"likely": 40}, {"normal": [40, 2]}, "40 → normal 40 ± 2"),
        ({"samples": [30, 50]}, {"samples": [20, 40, 60]}, "2 samples from 30 to 50, mean 40"),
    ],
)
def test_what_leaves_the_mean_as_it_was_moves_no_total(old: Any, new: Any, words: str) -> None:
    difference = compared(old, new)
    assert difference.edits == ()
    (idle,) = difference.idle
    assert idle.kind == "range"
    assert f"distribution of Cost of Act, the case's author: {words}" in idle.text


def test_a_wider_distribution_counts_as_an_edit_where_the_scale_cuts_it_off() -> None:
    difference = compared({"normal": [10, 1]}, {"normal": [10, 20]})
    (edit,) = difference.edits
    assert edit.text == "Cost of Act, the case's author: normal 10 ± 1 → 10 ± 20"
    assert edit.new > edit.old == 10


@pytest.mark.parametrize(
    "new",
    [
        {"normal": [90, 30]},
        {"beta": [5, 2], "low": 20, "high": 95},
        {"samples": [90, 80, 101]},
        [{"normal": [90, 30]}, {"by": "ada", "likely": 60}],
    ],
)
def test_the_shares_of_the_edits_add_up_to_what_happened(new: Any) -> None:
    before, after = versions({"normal": [20, 15]}, new)
    after["options"]["act"]["scores"]["speed"] = 60
    after["header"]["criteria"]["cost"]["scale"] = {0: "none", 120: "all"}
    difference = compare_sides(side(before), side(after))
    assert len(difference.edits) >= 2
    for option in difference.options:
        assert option.old is not None
        assert option.new is not None
        moved = option.new.total.value - option.old.total.value
        assert sum(option.by.values()) == pytest.approx(moved, abs=1e-9)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"normal": [40, 10]}, {"normal": [41, 10]}),
        ({"beta": [2, 5], "low": 0, "high": 9}, {"beta": [2, 6], "low": 0, "high": 9}),
        ({"samples": [4, 5, 6]}, {"samples": [4, 5, 7]}),
    ],
)
def test_options_are_one_under_two_names_only_if_their_distributions_are(
    before: Any, after: Any
) -> None:
    assert "renamed" in kinds_of_rename(before, before)
    assert "renamed" not in kinds_of_rename(before, after)


def kinds_of_rename(before: Any, after: Any) -> set[str]:
    """What is said of an option that goes by another id, title and summary."""
    old = plain_case(scores={"act": [1, 2, 3, 4], "base": [40, 50, 60, 70]})
    old["header"]["baseline"] = "base"
    new = copy.deepcopy(old)
    old["options"]["act"]["scores"] = dict.fromkeys(old["options"]["act"]["scores"], before)
    del new["options"]["act"]
    scores = dict.fromkeys(old["options"]["act"]["scores"], after)
    new["options"]["go"] = {"title": "Go", "summary": "Another text", "scores": scores}
    difference = compare_sides(side(old), side(new))
    return {idle.kind for idle in difference.idle}
