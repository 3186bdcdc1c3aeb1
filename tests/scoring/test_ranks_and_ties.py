"""Ranks: best first; totals within 1e-9 tie, share the better rank, and stand in order of id."""

from itertools import pairwise

import pytest
from generated_cases import Made, Scale
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.scoring.ranking import Ranking, tie_groups


def ranking(**scores: float) -> Ranking:
    """Options with these totals."""
    made = Made({"c": Scale(0, 100, "higher")}, {o: {"c": s} for o, s in scores.items()}, {"c": 1})
    return made.decision().rank()


def places(found: Ranking) -> list[tuple[str, int | None, bool]]:
    """Each option with its rank and whether it ties."""
    return [(r.option, r.rank, r.tied) for r in found.ranked]


def test_ties_take_the_better_rank_and_use_up_the_next() -> None:
    found = ranking(d=50, a=80, c=60, b=60)
    assert places(found) == [("a", 1, False), ("b", 2, True), ("c", 2, True), ("d", 4, False)]


def test_options_that_tie_stand_in_order_of_their_ids() -> None:
    found = ranking(zebra=60, ant=60, **{"ant-2": 60, "bee": 60})
    assert [r.option for r in found.ranked] == ["ant", "ant-2", "bee", "zebra"]
    assert {r.rank for r in found.ranked} == {1}
    assert [r.option for r in found.first] == ["ant", "ant-2", "bee", "zebra"]


@pytest.mark.parametrize(("apart", "tied"), [(5e-10, True), (9e-10, True), (2e-9, False)])
def test_totals_within_a_billionth_tie(apart: float, tied: bool) -> None:
    found = ranking(a=60, b=60 + apart)
    assert [r.tied for r in found.ranked] == [tied, tied]
    assert [r.option for r in found.ranked] == (["a", "b"] if tied else ["b", "a"])


def test_what_ties_lies_within_a_billionth_of_the_best_so_that_chains_do_not_grow() -> None:
    found = ranking(a=60, b=60 - 8e-10, c=60 - 16e-10)
    assert places(found) == [("a", 1, True), ("b", 1, True), ("c", 3, False)]


def test_rounding_alone_parts_nobody() -> None:
    tenths = {"c": 0.1, "d": 0.2, "e": 0.3}
    made = Made(
        {key: Scale(0, 1, "higher") for key in tenths},
        {"a": {"c": 0.1, "d": 0.2, "e": 0.3}, "b": {"c": 0.3, "d": 0.2, "e": 0.1}},
        dict.fromkeys(tenths, 0.1),
    )
    assert made.ranks() == {"a": 1, "b": 1}


def test_an_option_alone_is_first() -> None:
    assert places(ranking(only=0)) == [("only", 1, False)]


def test_the_first_ranks_are_cut_with_all_that_ties_there() -> None:
    found = ranking(d=50, a=80, c=60, b=60)
    assert [r.option for r in found.first_ranks(1).ranked] == ["a"]
    assert [r.option for r in found.first_ranks(2).ranked] == ["a", "b", "c"]
    assert [r.option for r in found.first_ranks(3).ranked] == ["a", "b", "c"]
    assert found.first_ranks(None) is found


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_groups_of_ties_are_what_the_rule_says(steps: list[int]) -> None:
    values = {f"o{n}": 50 + step * 4e-10 for n, step in enumerate(steps)}
    groups = tie_groups(values)
    assert sorted(o for group in groups for o in group) == sorted(values)
    for group in groups:
        assert group == sorted(group)
        best = max(values[o] for o in group)
        assert all(best - values[o] <= 1e-9 for o in group)
    for above, below in pairwise(groups):
        best = max(values[o] for o in above)
        assert all(best - values[o] > 1e-9 for o in below)
