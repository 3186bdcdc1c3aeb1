"""Ranks, wins and ties in single draws, against counting one by one."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uncertain_cells import cells_of_shapes, drawn, fixed_cells, mixed_cells, scale

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.draw_ranks import compare, count_wins, sort
from policyscore.analysis.robustness.draws.ties import find_ties, share_ranks, share_wins
from policyscore.analysis.robustness.uncertain.score_shapes import Empirical, Fixed, Shape, Uniform
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    OneOfWeights,
)

STEPS = 2.0**-30
SOME = settings(max_examples=60, deadline=None, derandomize=True)


def one_by_one(totals: Floats) -> tuple[list[list[Fraction]], list[list[Fraction]]]:
    """Shares of ranks, the last for being excluded, and wins, of totals (options, draws)."""
    count, draws = totals.shape
    ranks = [[Fraction(0)] * (count + 1) for _ in range(count)]
    wins = [[Fraction(0)] * count for _ in range(count)]
    for draw in totals.T.tolist():
        for i, own in enumerate(draw):
            if own == 0:
                ranks[i][count] += 1
                continue
            above, same = sum(other > own for other in draw), draw.count(own)
            for rank in range(above, above + same):
                ranks[i][rank] += Fraction(1, same)
            for j, other in enumerate(draw):
                if i != j:
                    wins[i][j] += Fraction(int(own > other)) + Fraction(int(own == other), 2)
    assert sum(map(sum, ranks)) == count * draws
    return ranks, wins


TOTALS = st.integers(1, 7).flatmap(
    lambda options: st.lists(
        st.lists(st.integers(0, 6), min_size=options, max_size=options), min_size=1, max_size=6
    )
)


@SOME
@given(TOTALS)
def test_sorted_draws_are_counted_as_one_by_one(rows: list[list[int]]) -> None:
    # 0 is for an option that is excluded; others are a little above 1, in steps of 2**-30.
    totals = np.array([[0.0 if x == 0 else 1 + x * STEPS for x in row] for row in rows]).T.copy()
    count, draws = totals.shape
    expected, expected_wins = one_by_one(totals)
    ranked = sort(totals.copy())
    ranked.ranks[totals == 0] = count
    counts, wins = np.zeros((1, count, count + 1)), np.zeros((count, count))
    for i in range(count):
        counts[0, i] = np.bincount(ranked.ranks[i], minlength=count + 1)
    count_wins(ranked.ranks, wins, count)
    assert ranked.ordered is not None
    tied = find_ties(ranked.ordered)
    if tied is not None:
        share_ranks(tied, counts, np.zeros(draws, dtype=np.int64))
        share_wins(tied, wins)
    assert counts[0] == pytest.approx(np.array(expected, dtype=float), abs=1e-12)
    assert wins == pytest.approx(np.array(expected_wins, dtype=float), abs=1e-12)


@pytest.mark.parametrize("options", [1, 2, 5, 32])
def test_comparing_and_sorting_agree(options: int) -> None:
    totals = 1 + np.floor(np.random.default_rng(1).random((options, 200)) * 2**30) * STEPS
    wins, others = np.zeros((options, options)), np.zeros((options, options))
    compared, ordered = compare(totals, wins), sort(totals.copy())
    assert (compared.ranks == ordered.ranks).all()
    count_wins(ordered.ranks, others, options)
    assert (wins == others).all()


@pytest.mark.parametrize("options", [2, 30, 40, 300])
def test_shares_add_up_for_options_and_ranks(options: int) -> None:
    rows: list[list[Shape]] = [[Uniform(0, 100), Fixed(i % 7)] for i in range(options)]
    found = drawn(cells_of_shapes(rows), 1_600)
    for rank in range(options):
        assert sum(each.acceptability[rank] for each in found.options) == pytest.approx(1)
    for each in found.options:
        assert sum(each.acceptability) + each.excluded == pytest.approx(1)
    if found.pairwise is None:
        assert options > 256
        assert "300 options" in found.left_out[0]
    else:
        for a, others in found.pairwise.items():
            for b, share in others.items():
                assert share + found.pairwise[b][a] == pytest.approx(1)


def test_shares_add_up_with_every_kind_of_judgement_and_exclusion() -> None:
    found = drawn(mixed_cells(), 16_000)
    assert any(each.excluded > 0 for each in found.options)
    for each in found.options:
        assert sum(each.acceptability) + each.excluded == pytest.approx(1)
    assert sum(each.acceptability[0] for each in found.options) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("copies", [2, 3, 40])
def test_identical_options_share_every_rank_equally(copies: int) -> None:
    found = drawn(fixed_cells([[70.0, 20, 40]] * copies + [[20.0, 90, 35]]), 4_000)
    first, *others = found.options[:copies]
    for other in others:
        assert list(other.acceptability) == pytest.approx(list(first.acceptability), abs=1e-9)
        assert other.central_weights == pytest.approx(first.central_weights)
        assert other.expected_rank == pytest.approx(first.expected_rank)
    assert found.pairwise is not None
    assert found.pairwise["o0"]["o1"] == 0.5
    total = sum(each.acceptability[0] for each in found.options)
    assert total == pytest.approx(1)


def test_totals_that_are_equal_by_arithmetic_tie_though_they_round_apart() -> None:
    scores = [[10.0, 20.0, 30.0], [30.0, 20.0, 10.0], [20.0, 20.0, 20.0]]
    found = drawn(fixed_cells(scores, FixedWeights((0.1, 0.8, 0.1))), 1)
    assert found.exact
    assert found.half_width == 0
    assert found.samples == 0
    for each in found.options:
        assert list(each.acceptability) == pytest.approx([1 / 3] * 3, abs=1e-9)


def test_samples_that_come_up_alike_tie() -> None:
    rows: list[list[Shape]] = [[Empirical((0.0, 100.0))], [Empirical((0.0, 100.0))]]
    found = drawn(cells_of_shapes(rows), 40_000)
    assert found.pairwise is not None
    assert found.pairwise["o0"]["o1"] == pytest.approx(0.5, abs=0.02)
    assert found.options[0].acceptability[0] == pytest.approx(0.5, abs=0.02)


def test_weights_of_profiles_can_tie_options_that_others_do_not() -> None:
    law = OneOfWeights((FixedWeights((1.0, 0.0)), FixedWeights((0.0, 1.0))), (0.5, 0.5))
    rows: list[list[Shape]] = [[Fixed(50), Uniform(60, 90)], [Fixed(50), Uniform(10, 40)]]
    found = drawn(cells_of_shapes(rows, law), 40_000)
    assert found.options[0].acceptability[0] == pytest.approx(0.75, abs=0.02)


def test_an_option_that_is_always_excluded_takes_no_rank() -> None:
    limits = scale("c0", at_least=30.0)
    rows: list[list[Shape]] = [[Fixed(20)], [Fixed(40)], [Uniform(0, 100)]]
    found = drawn(cells_of_shapes(rows, AnyWeights(1), (limits,)), 40_000)
    out, sure, maybe = found.options
    assert (out.excluded, out.expected_rank, out.central_weights) == (1.0, None, None)
    assert sure.acceptability[0] == pytest.approx(0.4, abs=0.02)
    assert maybe.excluded == pytest.approx(0.3, abs=0.02)
    assert maybe.expected_rank == pytest.approx(1 + 0.1 / 0.7, abs=0.02)
    assert found.pairwise is not None
    assert found.pairwise["o0"] == {"o1": 0.0, "o2": 0.0}
    assert found.pairwise["o2"]["o0"] == pytest.approx(0.7, abs=0.02)


def test_permuting_options_and_criteria_permutes_the_shares() -> None:
    scores = [[70.0, 20, 40], [20.0, 90, 35], [50.0, 50, 10], [5.0, 30, 95]]
    found = drawn(fixed_cells(scores), 40_000)
    turned = drawn(fixed_cells(scores[::-1]), 40_000)
    for i in range(4):
        assert list(found.options[i].acceptability) == list(turned.options[3 - i].acceptability)
    mirrored = drawn(fixed_cells([row[::-1] for row in scores]), 40_000)
    for one, other in zip(found.options, mirrored.options, strict=True):
        far = found.half_width + mirrored.half_width
        assert list(one.acceptability) == pytest.approx(list(other.acceptability), abs=far)


def test_entropy_expected_rank_and_holistic_acceptability_follow_from_the_shares() -> None:
    found = drawn(fixed_cells([[70.0, 20, 40], [20.0, 90, 35], [50.0, 50, 10]]), 16_000)
    for each in found.options:
        shares = np.array(each.acceptability)
        assert each.expected_rank == pytest.approx((shares * [1, 2, 3]).sum())
        assert each.holistic == pytest.approx((shares * [1, 0.5, 0]).sum())
        positive = shares[shares > 0]
        assert each.entropy == pytest.approx(-(positive * np.log2(positive)).sum())
    first = np.array([each.acceptability[0] for each in found.options])
    assert found.entropy == pytest.approx(-(first[first > 0] * np.log2(first[first > 0])).sum())
    assert found.rank_weights == "linear"
