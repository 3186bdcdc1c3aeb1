"""The nearest weights: they do dethrone, 0.1 % less does not, and no vertex is nearer."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog
from sensitivity_cases import (
    CaseData,
    analysed,
    cases,
    decide,
    first_of,
    plain_case,
    quick,
    with_weights,
)

from policyscore.analysis.sensitivity.nearest_weights import (
    least_largest_change,
    least_total_changes,
)
from policyscore.analysis.sensitivity.results import NearestWeights
from policyscore.analysis.sensitivity.table import Floats
from policyscore.analysis.sensitivity.winning_program import WinningProgram
from policyscore.decision import Decision
from policyscore.scoring.ranking import rank_options


def first_under(decision: Decision, weights: dict[str, float]) -> tuple[str, ...]:
    """Who is first under other weights."""
    valued = decision.valued
    ranked = rank_options(valued, weights, valued[decision.case.baseline])
    return tuple(sorted(r.option for r in ranked if r.rank == 1))


def check_witness(data: CaseData, near: NearestWeights) -> None:
    """Whether a witness is one, and says of itself what is so."""
    decision = decide(data)
    own = decision.weights["plain"].criteria
    assert sum(near.weights.values()) == pytest.approx(1)
    assert min(near.weights.values()) >= 0
    changes = [abs(near.weights[key] - own[key]) for key in own]
    assert near.distance == pytest.approx(sum(changes), abs=1e-12)
    assert near.largest == pytest.approx(max(changes), abs=1e-12)
    assert near.points == near.distance * 50
    assert first_under(decision, near.weights) == near.first
    assert near.option in near.first
    if near.strict is not None:
        moved = sum(abs(near.strict[key] - near.weights[key]) for key in own)
        assert near.option in first_of(with_weights(data, near.strict))
        assert all(
            decision.valued[option].values == pytest.approx(decision.valued[near.option].values)
            for option in first_of(with_weights(data, near.strict))
        )
        assert moved < 1e-3


@quick
@given(cases())
def test_the_nearest_weights_dethrone_and_a_little_less_does_not(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    own = decision.weights["plain"].criteria
    for near in (found.nearest, found.nearest_largest):
        if near is None:
            continue
        check_witness(data, near)
        if near.distance > 1e-6:
            less = {key: own[key] + 0.999 * (near.weights[key] - own[key]) for key in own}
            assert first_under(decision, less) == found.first
    assert (found.nearest is None) == (found.nearest_largest is None)
    if found.nearest is not None and found.nearest_largest is not None:
        assert found.nearest.distance <= found.nearest_largest.distance + 1e-9
        assert found.nearest_largest.largest <= found.nearest.largest + 1e-9


@quick
@given(cases(), st.data())
def test_nothing_nearer_dethrones(data: CaseData, drawn: st.DataObject) -> None:
    decision, found = decide(data), analysed(data)
    own = decision.weights["plain"].criteria
    keys = list(own)
    for near in (found.nearest, found.nearest_largest):
        if near is None or near.distance < 1e-6 or len(keys) < 2:
            continue
        for _ in range(12):
            to, away = drawn.draw(st.permutations(keys))[:2]
            share = drawn.draw(st.floats(0, 1))
            room = near.distance / 2 if near is found.nearest else near.largest
            moved = min(0.999 * share * room, own[away])
            nearer = {**own, to: own[to] + moved, away: own[away] - moved}
            assert first_under(decision, nearer) == found.first


@quick
@given(cases())
def test_every_rival_wins_under_its_weights_or_none_does(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    wins = [rival for rival in found.rivals if rival.nearest is not None]
    for rival in wins:
        assert rival.nearest is not None
        check_witness(data, rival.nearest)
        assert rival.nearest.option == rival.option
    distances = [rival.nearest.distance for rival in wins if rival.nearest]
    assert distances == sorted(distances)
    if found.nearest is None:
        assert not distances
    elif distances:
        assert distances[0] >= found.nearest.distance - 1e-9
    for rival in found.rivals:
        if rival.never == "dominated":
            worse, better = decision.valued[rival.option], decision.valued[rival.by]
            assert all(better.values[key] >= worse.values[key] - 1e-9 for key in worse.values)
            assert better.values != worse.values


VALUES = st.integers(0, 20).map(lambda n: 5.0 * n)


@st.composite
def _programs(draw: st.DrawFn) -> tuple[Floats, Floats, int]:
    options = draw(st.integers(2, 5))
    rows = [[draw(VALUES) for _ in range(3)] for _ in range(options)]
    points = np.array([draw(st.integers(0, 9)) for _ in range(3)], dtype=float)
    weights = (points + 1e-9) / (points + 1e-9).sum()
    values = np.array(rows)
    lead = int((values @ weights).argmax())
    ahead = np.delete(values - values[lead], lead, axis=0)
    return ahead, weights, draw(st.integers(0, options - 2))


def least_of_all_vertices(ahead: Floats, weights: Floats, winner: int) -> float:
    """The least total change at any corner of the weights under which an option wins.

    The change is linear between planes where a weight is as it was, so that a least one lies where
    two of those planes, of the borders and of the ties meet.
    """
    ties = [*(np.delete(ahead[winner] - ahead, winner, axis=0)), ahead[winner]]
    planes = [(tie, 0.0) for tie in ties]
    planes += [(row, 0.0) for row in np.eye(3)]
    planes += [(row, float(w)) for row, w in zip(np.eye(3), weights, strict=True)]
    best = np.inf
    for (a, x), (b, y) in combinations(planes, 2):
        matrix = np.array([a, b, np.ones(3)])
        if abs(np.linalg.det(matrix)) < 1e-9:
            continue
        corner = np.linalg.solve(matrix, [x, y, 1.0])
        if corner.min() >= -1e-9 and all(tie @ corner >= -1e-7 for tie in ties):
            best = min(best, float(abs(corner - weights).sum()))
    return best


@quick
@given(_programs())
def test_the_program_finds_the_best_vertex(program: tuple[Floats, Floats, int]) -> None:
    ahead, weights, winner = program
    best = least_of_all_vertices(ahead, weights, winner)
    found = WinningProgram(ahead, weights).nearest(winner)
    assert (found is None) == (best == np.inf)
    if found is not None:
        assert abs(found - weights).sum() == pytest.approx(best, abs=1e-7)


@quick
@given(_programs())
def test_one_warm_program_finds_what_a_fresh_one_does(
    program: tuple[Floats, Floats, int],
) -> None:
    ahead, weights, _ = program
    warm = WinningProgram(ahead, weights)
    for winner in (*range(len(ahead)), *range(len(ahead))):
        one, other = warm.nearest(winner), WinningProgram(ahead, weights).nearest(winner)
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            distances = [abs(x - weights).sum() for x in (one, other)]
            assert distances[0] == pytest.approx(distances[1], abs=1e-9)


@quick
@given(_programs())
def test_the_closed_forms_are_those_of_linear_programs(
    program: tuple[Floats, Floats, int],
) -> None:
    ahead, weights, rival = program
    distances, found = least_total_changes(ahead, weights)
    size, moved = least_largest_change(ahead[rival], weights)
    row, ones = ahead[rival], np.ones(3)
    total = linprog(
        np.ones(6),
        [np.concatenate([-row, row])],
        [row @ weights],
        [np.concatenate([ones, -ones])],
        [0.0],
        bounds=[(0, 1)] * 3 + [(0, w) for w in weights],
    )
    change = np.hstack([np.eye(3), -np.ones((3, 1))])
    largest = linprog(
        [0.0, 0.0, 0.0, 1.0],
        [*change, *np.hstack([-np.eye(3), -np.ones((3, 1))]), [*-row, 0.0]],
        [*[0.0] * 6, row @ weights],
        [[1.0, 1.0, 1.0, 0.0]],
        [0.0],
        bounds=[(-w, 1) for w in weights] + [(0, 1)],
    )
    assert np.isfinite(distances[rival]) == total.success == largest.success == np.isfinite(size)
    if total.success:
        assert distances[rival] == pytest.approx(total.fun, abs=1e-6)
        assert size == pytest.approx(largest.fun, abs=1e-6)
        for weights_found in (found[rival], moved):
            assert row @ weights_found >= -1e-9
            assert weights_found.sum() == pytest.approx(1)


def test_a_distance_in_plain_terms() -> None:
    # b needs 60 x >= 20 (1 - x) of weight x on speed: a quarter, 15 points more than 10 of 100
    data = plain_case({"cost": 9.0, "speed": 1.0}, {"a": [60.0, 20.0], "b": [40.0, 80.0]})
    near = analysed(data).nearest
    assert near is not None
    assert near.points == pytest.approx(15)
    assert near.weights == pytest.approx({"cost": 0.75, "speed": 0.25})
    assert (near.first, near.option) == (("a", "b"), "b")


def test_a_tie_is_no_distance_away() -> None:
    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [60.0, 40.0], "b": [40.0, 60.0]})
    near = analysed(data).nearest
    assert near is not None
    assert (near.distance, near.option) == (0.0, "b")
    assert near.strict is not None
    assert first_of(with_weights(data, near.strict)) == ("b",)


def test_who_is_dominated_or_beaten_by_two_can_never_win() -> None:
    data = plain_case(
        {"cost": 2.0, "speed": 1.0},
        {"a": [90.0, 10.0], "b": [10.0, 90.0], "c": [40.0, 40.0], "d": [5.0, 80.0]},
    )
    found = {rival.option: rival for rival in analysed(data).rivals}
    assert (found["c"].never, found["c"].nearest, found["c"].by) == ("beaten", None, "")
    assert (found["d"].never, found["d"].by) == ("dominated", "b")
    assert found["b"].nearest is not None


def test_who_can_only_tie_has_no_strict_weights() -> None:
    data = plain_case(
        {"cost": 2.0, "speed": 1.0}, {"a": [90.0, 10.0], "b": [10.0, 90.0], "c": [50.0, 50.0]}
    )
    found = {rival.option: rival for rival in analysed(data).rivals}
    near = found["c"].nearest
    assert near is not None
    assert near.strict is None
    assert near.first == ("a", "b", "c")


def test_no_weights_dethrone_who_is_best_at_everything() -> None:
    data = plain_case({"cost": 2.0, "speed": 1.0}, {"a": [90.0, 10.0], "b": [10.0, 9.0]})
    found = analysed(data)
    assert (found.nearest, found.nearest_largest) == (None, None)


def test_duplicates_win_together_and_excluded_options_never() -> None:
    data = plain_case(
        {"cost": 2.0, "speed": 1.0},
        {"a": [90.0, 30.0], "b": [40.0, 90.0], "c": [40.0, 90.0], "d": [0.0, 99.0]},
        cost={"at-least": 20},
    )
    found = analysed(data)
    assert {rival.option for rival in found.rivals} == {"b", "c"}
    for rival in found.rivals:
        assert rival.nearest is not None
        assert rival.nearest.strict is not None
        assert first_of(with_weights(data, rival.nearest.strict)) == ("b", "c")
