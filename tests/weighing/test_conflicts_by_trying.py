"""The fewest statements that leave no weights, against trying all choices of statements."""

from itertools import combinations

from hypothesis import given, settings
from sets_of_weights import any_sets, least

from policyscore.weighing.sets.admissible import AdmissibleWeights
from policyscore.weighing.sets.conflicts import ORDER, Statement, conflict_in, only


@settings(max_examples=200, deadline=None, derandomize=True)
@given(any_sets(5))
def test_no_fewer_statements_conflict(weights: AdmissibleWeights) -> None:
    found = conflict_in(weights)
    assert (found is not None) == weights.is_empty()
    if found is None:
        return
    stated = [Statement("low", n, low) for n, low in weights.lows.items() if low > 0]
    stated += [Statement("high", n, high) for n, high in weights.highs.items() if high < 1]
    order = [ORDER] if weights.order else []
    assert {*found.statements} <= {*stated, *order}
    size = len(found.statements)
    assert size == len({*found.statements})
    assert least(only(weights, found.statements), {}) is None
    for fewer in combinations([*stated, *order], size - 1):
        assert least(only(weights, fewer), {}) is not None
    if ORDER in found.statements:
        for without in combinations(stated, size):
            assert least(only(weights, without), {}) is not None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_sets(5))
def test_by_how_much_is_what_would_have_to_give(weights: AdmissibleWeights) -> None:
    found = conflict_in(weights)
    if found is None:
        return
    assert found.by > 0
    if found.kind == "low-above-high":
        low, high = (statement.bound for statement in found.statements[:2])
        assert low is not None
        assert high is not None
        assert found.by == low - high
    else:
        total = sum(limit for _, limit in found.together)
        assert found.by == (total - 1 if found.kind == "lows-above-one" else 1 - total)
