"""The picture of totals against one weight: who is near the top, and where lines cross."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sensitivity_cases import CaseData, cases, decide, plain_case, quick

from policyscore.analysis.sensitivity.crossings import best_places, cross_over
from policyscore.analysis.sensitivity.results import CrossOver
from policyscore.scoring.ranking import TIE


def picture(data: CaseData, member: str, most: int = 8) -> CrossOver:
    decision = decide(data)
    found = cross_over(decision.case, decision.valued, decision.weights["plain"], member, most=most)
    assert found is not None
    return found


TOTALS = st.lists(
    st.tuples(st.integers(0, 12).map(float), st.integers(0, 12).map(float)), min_size=1, max_size=8
)


@quick
@given(TOTALS)
def test_the_best_place_is_the_best_rank_at_any_weight(lines: list[tuple[float, float]]) -> None:
    zero, one = (np.array(ends) for ends in zip(*lines, strict=True))
    stops = {0.0, 1.0}
    for (a, b), (c, d) in combinations(lines, 2):
        if (a - c) * (b - d) < 0:
            stops.add((a - c) / ((a - c) - (b - d)))
    inner = sorted(stops)
    tried = [*inner, *((x + y) / 2 for x, y in pairwise(inner))]
    best = np.full(len(lines), len(lines))
    for weight in tried:
        totals = (1 - weight) * zero + weight * one
        ranks = (totals[None, :] > totals[:, None] + TIE).sum(axis=1) + 1
        best = np.minimum(best, ranks)
    assert best_places(zero, one) == best.tolist()


@quick
@given(cases())
def test_lines_meet_where_they_are_said_to_and_nowhere_else(data: CaseData) -> None:
    decision = decide(data)
    if not decision.rank("plain").first:
        return
    for member in (*decision.case.criteria, *decision.case.groups):
        found = picture(data, member)
        lines = {line.option: line for line in found.lines}
        ranked = {r.option: r.total.value for r in decision.rank("plain").ranked}
        for option, line in lines.items():
            assert line.now == pytest.approx(ranked[option], abs=1e-9)
        ats = [crossing.at for crossing in found.crossings]
        assert ats == sorted(ats)
        pairs = {frozenset((c.up, c.down)) for c in found.crossings}
        assert len(pairs) == len(ats)
        for a, b in combinations(lines.values(), 2):
            apart = (a.at_zero - b.at_zero, a.at_one - b.at_one)
            crosses = min(apart) < -TIE and max(apart) > TIE
            assert crosses == (frozenset((a.option, b.option)) in pairs)
        for c in found.crossings:
            up, down = lines[c.up], lines[c.down]
            for line in (up, down):
                there = (1 - c.at) * line.at_zero + c.at * line.at_one
                assert there == pytest.approx(c.total, abs=1e-9)
            assert up.at_one > down.at_one
        firsts = {c.at for c in found.crossings if c.is_first}
        assert all(any(abs(at - b.at) < 1e-9 for b in found.range.breaks) for at in firsts)


def test_few_lines_are_shown_and_the_first_is_among_them() -> None:
    scores = {f"o{k}": [10.0 * k, 90.0 - 10 * k] for k in range(9)}
    data = plain_case({"cost": 1.0, "speed": 3.0}, scores)
    found = picture(data, "cost", most=4)
    assert len(found.lines) == 4
    assert found.lines[0].option == "o0"
    assert found.range.weight == 0.25
    ((at, total),) = {(round(c.at, 9), round(c.total, 9)) for c in found.crossings}
    assert (at, total) == (0.5, 45.0)
    assert all(c.is_first for c in found.crossings)


def test_a_member_that_is_not_there_is_an_error() -> None:
    decision = decide(plain_case({"cost": 1.0}, {"a": [5.0]}))
    with pytest.raises(KeyError):
        cross_over(decision.case, decision.valued, decision.weights["plain"], "speed")


def test_no_picture_if_every_option_is_excluded() -> None:
    data = plain_case({"cost": 1.0}, {"a": [5.0]}, cost={"at-least": 30})
    decision = decide(data)
    assert cross_over(decision.case, decision.valued, decision.weights["plain"], "cost") is None
