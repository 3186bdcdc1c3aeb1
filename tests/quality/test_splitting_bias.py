"""PS411 splitting-bias: groups that weigh more only because they have more criteria."""

from collections.abc import Mapping

import pytest
from quality_cases import broken, criterion, files_of, place, title_of

from policyscore.case.directory import Files
from policyscore.quality.splitting import Branch, most_striking
from policyscore.reading.rules import SPLITTING_BIAS

TREE = {"security": ("calm", "reach", "guard"), "home": ("votes", "money")}
LEAVES = [leaf for leaves in TREE.values() for leaf in leaves]


def case_of(weights: dict[str, object], tree: Mapping[str, tuple[str, ...]] = TREE) -> Files:
    criteria = {
        group: {"title": title_of(group), "criteria": {k: criterion(title_of(k)) for k in leaves}}
        for group, leaves in tree.items()
    }
    leaves = [leaf for group in tree.values() for leaf in group]
    options = {"wait": dict.fromkeys(leaves, 10), "talk": dict.fromkeys(leaves, 60)}
    return files_of(options, {"view": weights}, criteria=criteria)


def points(*numbers: float) -> dict[str, object]:
    return {"points": dict(zip(LEAVES, numbers, strict=True))}


def test_a_group_with_the_larger_sum_and_the_smaller_mean_is_asked_about() -> None:
    (found,) = broken(SPLITTING_BIAS, case_of(points(20, 20, 20, 25, 25)))
    assert place(found) == ("weights/view.yaml", "points")
    assert found.message == (
        "Under View Security weighs 54.5% and Home 45.5%, but a criterion of Home weighs more "
        "(22.7% on average, against 18.2%), so Security may be worth no more, and only be split "
        "into 3 criteria instead of 2."
    )
    assert "`within`" in found.hint


def test_a_group_with_the_larger_mean_too_is_worth_more() -> None:
    assert broken(SPLITTING_BIAS, case_of(points(30, 30, 30, 25, 25))) == []


def test_a_group_whose_sum_is_smaller_is_no_bias() -> None:
    assert broken(SPLITTING_BIAS, case_of(points(10, 10, 10, 25, 25))) == []


def test_a_profile_that_weighs_the_groups_first_answers_the_question() -> None:
    weights: dict[str, object] = {
        "points": {"security": 60, "home": 50},
        "within": {
            "security": {"points": {"calm": 1, "reach": 1, "guard": 1}},
            "home": {"points": {"votes": 1, "money": 1}},
        },
    }
    assert broken(SPLITTING_BIAS, case_of(weights)) == []


def test_groups_of_one_size_cannot_be_biased_by_it() -> None:
    tree = {"security": ("calm", "reach"), "home": ("votes", "money")}
    weights: dict[str, object] = {"points": {"calm": 9, "reach": 9, "votes": 5, "money": 5}}
    assert broken(SPLITTING_BIAS, case_of(weights, tree)) == []


@pytest.mark.parametrize(
    ("sum_ratio", "mean_ratio", "asked"),
    [(1.11, 1.35, True), (1.09, 1.38, False), (1.35, 1.11, True), (1.38, 1.09, False)],
)
def test_both_orders_must_be_clear_by_a_tenth(
    sum_ratio: float, mean_ratio: float, asked: bool
) -> None:
    small = Branch("Small", 2, 0.2)
    large = Branch("Large", round(2 * sum_ratio * mean_ratio), 0.2 * sum_ratio)
    assert large.leaves == 3
    assert bool(most_striking([small, large])) is asked


def test_the_most_striking_pair_is_the_one_that_is_reported() -> None:
    one, two, four = Branch("One", 1, 0.2), Branch("Two", 2, 0.25), Branch("Four", 4, 0.4)
    assert most_striking([one, two, four]) == (four, one)


def test_groups_inside_a_group_are_compared_with_each_other() -> None:
    inner = {
        "near": {
            "title": "Near",
            "criteria": {"calm": criterion("Calm"), "reach": criterion("Reach")},
        },
        "far": {"title": "Far", "criteria": {"guard": criterion("Guard")}},
    }
    tree = {"security": {"title": "Security", "criteria": inner}}
    options = {"wait": {"calm": 1, "reach": 2, "guard": 3}}
    weights = {"view": {"calm": 30, "reach": 30, "guard": 40}}
    (found,) = broken(SPLITTING_BIAS, files_of(options, weights, criteria=tree))
    assert "Near weighs 60.0% and Far 40.0%" in found.message
