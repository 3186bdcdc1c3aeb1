"""The same thing said in two ways gives the same shares."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from independent_cases import load, random_case, table
from independent_draws import ANY_SCORE, SCORE, Data, alike, even, found_of, rows

SOME = settings(max_examples=20, deadline=None, derandomize=True)
FEW = settings(max_examples=10, deadline=None, derandomize=True)


@SOME
@given(rows(SCORE))
def test_ranges_without_width_change_nothing(scores: list[list[int]]) -> None:
    points = [[{"low": score, "high": score} for score in row] for row in scores]
    one = found_of(table(scores, even(len(scores[0]))))
    other = found_of(table(points, even(len(scores[0]))))
    assert one == other


@SOME
@given(rows(ANY_SCORE))
def test_a_single_judge_and_a_judge_who_says_the_same_twice_are_no_mixture(
    scores: list[list[Any]],
) -> None:
    def by(score: Any) -> Data:
        return {**(score if isinstance(score, dict) else {"likely": score}), "by": "ada"}

    one = found_of(table(scores, even(len(scores[0]))))
    signed = [[by(score) for score in row] for row in scores]
    for data in (signed, [[[score] for score in row] for row in signed]):
        other = found_of(table(data, even(len(scores[0]))))
        assert [list(each.acceptability) for each in one.options] == [
            list(each.acceptability) for each in other.options
        ]
    alone = found_of(table(signed, even(len(scores[0]))), together=True)
    for each in one.options:
        assert alike(each, alone.of(each.option))


def only_experts(said: Any) -> Any:
    """A score without what the case's author says beside experts, who are heard instead."""
    if isinstance(said, list):
        return [each for each in said if each.get("by", "nil") != "nil"] or 50
    return said


@FEW
@given(st.integers(30, 37))
def test_experts_together_leave_every_cell_as_it_is(seed: int) -> None:
    # With all weight on one criterion, and one option a fixed mark, a cell is all there is.
    data = random_case(seed, 2)
    keys = ("cost", "speed", "trust", "reach")
    marks = {"cost": 50, "speed": 50, "trust": 12, "reach": 0.5}
    scores = {key: only_experts(said) for key, said in data["options"]["o0"].items()}
    data["options"] = {"o0": scores, "o1": {key: marks[key] for key in keys}}
    data["weights"] = {
        key: {"points": {other: float(other == key) for other in keys}} for key in keys
    }
    for key in keys:
        apart = found_of(data, "fixed", 16_000, key)
        joint = found_of(data, "fixed", 16_000, key, together=True)
        assert alike(apart.of("o0"), joint.of("o0"))


@FEW
@given(st.integers(40, 49), st.sampled_from(["flat", "other"]))
def test_near_with_a_huge_concentration_is_fixed(seed: int, profile: str) -> None:
    data = random_case(seed)
    fixed = found_of(data, "fixed", 16_000, profile)
    near = found_of(data, "near", 48_000, profile, concentration=1e9)
    for each in fixed.options:
        assert alike(each, near.of(each.option))


def test_near_with_a_concentration_of_all_criteria_around_even_weights_is_any() -> None:
    # A Dirichlet distribution whose parameters are all 1 is uniform.
    data = table([[80, 35, 20], [45, 70, 50], [20, 55, 90]], even(3))
    near = found_of(data, "near", 40_000, concentration=3.0)
    uniform = found_of(data, "any", 40_000)
    for each in uniform.options:
        assert alike(each, near.of(each.option))


@FEW
@given(st.integers(50, 59), st.sampled_from(["flat", "tree", "group"]))
def test_a_single_profile_is_fixed(seed: int, profile: str) -> None:
    data = random_case(seed)
    fixed = found_of(data, "fixed", 16_000, profile)
    across = found_of(data, "profiles", 48_000, profile, shares={profile: 2.0})
    for each in fixed.options:
        assert alike(each, across.of(each.option))


@pytest.mark.parametrize("profile", ["flat", "other"])
def test_admissible_is_fixed_where_the_weights_are(profile: str) -> None:
    data = random_case(60)
    one, other = (found_of(data, which, profile=profile) for which in ("fixed", "admissible"))
    assert one.options == other.options


def test_certain_scores_and_one_profile_are_the_ranking_itself() -> None:
    data = table([[80, 35, 20], [45, 70, 50], [45, 50, 70], [20, 55, 90]], even(3))
    found = found_of(data, "fixed", confidence=True)
    ranking = load(data).rank("p")
    for ranked in ranking.ranked:
        shares = list(found.of(ranked.option).acceptability)
        tied = sum(other.rank == ranked.rank for other in ranking.ranked)
        expected = [0.0] * 4
        assert ranked.rank is not None
        expected[ranked.rank - 1 : ranked.rank - 1 + tied] = [1 / tied] * tied
        assert shares == pytest.approx(expected)
    assert found.exact
    assert found.half_width == 0
