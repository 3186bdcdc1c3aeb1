"""Options that are alike share their ranks, however near to each other their totals are."""

from itertools import product

import numpy as np
import pytest
from scipy import stats
from uncertain_cells import cells_of_shapes, drawn, scale, take_from, triangular_cells

from policyscore.analysis.robustness.draws.chance_of_ties import may_tie
from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.exact.paths import exact_or_drawn
from policyscore.analysis.robustness.uncertain.beta_moments import crowding_of_beta, mean_inverse
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.crowding import crowding
from policyscore.analysis.robustness.uncertain.polytope_walk import BoundedWeights
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Judged,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
)
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    Member,
    NearWeights,
    OneOfWeights,
    OrderedWeights,
    TreeWeights,
)

ONE = FixedWeights((1.0,))
POWERS = (0.6, 0.75, 0.9)
WIDE: list[Shape] = [Fixed(40), Uniform(10, 20)]
UNDER = Member(NearWeights((0.5, 0.5), 0.01), (0, 1))

ALIKE: list[tuple[list[Shape], Law]] = [
    ([Beta(0.01, 0.01, 0, 100)], ONE),
    ([Beta(0.01, 40, 0, 100)], ONE),
    ([Beta(3, 0.02, 0, 100)], ONE),
    ([Uniform(50, 50.0000000001)], ONE),
    ([Triangular(50, 50, 50.0000000001)], ONE),
    ([Pert(50, 50, 50.0000000001)], ONE),
    ([Beta(2, 3, 50, 50.0000000001)], ONE),
    ([Beta(1e30, 1e30, 0, 100)], ONE),
    (WIDE, FixedWeights((1.0, 1e-13))),
    (WIDE, NearWeights((0.5, 0.5), 0.01)),
    (WIDE, NearWeights((1 - 1e-13, 1e-13), 50.0)),
    (WIDE, OneOfWeights((FixedWeights((1.0, 1e-13)), AnyWeights(2)), (0.5, 0.5))),
    (WIDE, TreeWeights(ONE, (UNDER,), 2)),
    (WIDE, TreeWeights(FixedWeights((0.9, 0.1)), (UNDER, Member(ONE, (0,))), 2)),
]


@pytest.mark.parametrize(("shapes", "law"), ALIKE, ids=range(len(ALIKE)))
def test_identical_options_share_every_rank(shapes: list[Shape], law: Law) -> None:
    cells = cells_of_shapes([shapes] * 3, law)
    assert len(may_tie(cells)) == 3
    found = exact_or_drawn(cells, Amount(40_000, confidence=False))
    for each in found.options:
        assert list(each.acceptability) == pytest.approx([1 / 3] * 3, abs=2 * found.half_width)


SPREAD: list[tuple[list[Shape], Law]] = [
    ([Uniform(50, 51)], ONE),
    ([Pert(0, 10, 90)], ONE),
    ([Beta(1, 1, 0, 100)], ONE),
    ([Beta(0.7, 3, 0, 100)], ONE),
    ([Fixed(40), Uniform(0, 100)], FixedWeights((1 - 1e-3, 1e-3))),
    (WIDE, AnyWeights(2)),
    (WIDE, OrderedWeights(((0,), (1,)))),
    ([Uniform(10, 20)] * 5, NearWeights((0.2,) * 5, 50.0)),
    ([Triangular(1, 2, 3)] * 60, AnyWeights(60)),
    ([Uniform(10, 20)] * 2, NearWeights((0.5, 0.5), 0.01)),
    (WIDE, TreeWeights(AnyWeights(2), (Member(ONE, (0,)), Member(ONE, (1,))), 2)),
]


@pytest.mark.parametrize(("shapes", "law"), SPREAD, ids=range(len(SPREAD)))
def test_what_is_spread_out_needs_no_looking_for_ties(shapes: list[Shape], law: Law) -> None:
    assert not len(may_tie(cells_of_shapes([shapes] * 3, law)))


def test_usual_decisions_need_no_looking_for_ties() -> None:
    assert not len(may_tie(triangular_cells(60, 40)))
    wide: list[Shape] = [Uniform(20, 70), Triangular(0, 20, 90), Pert(5, 60, 80)]
    assert not len(may_tie(cells_of_shapes([wide * 20] * 10)))


def test_judges_who_may_all_be_right_tie_options_if_one_of_them_does() -> None:
    cell = (Judged("ann", 1.0, Uniform(0, 100)), Judged("bob", 1e-3, Beta(0.01, 5, 0, 100)))
    cells = Cells(("a", "b"), (scale("c"),), [[cell]] * 2, ONE)
    assert list(may_tie(cells)) == [0, 1]


def test_totals_within_a_rounding_tie_where_a_single_score_is_uncertain() -> None:
    # Nearly half of the draws are less than a billionth above the other option, and tie with it.
    cells = cells_of_shapes([[Beta(0.01, 0.01, 0, 100)], [Fixed(0)]], ONE)
    found = exact_or_drawn(cells, Amount(40_000, confidence=False))
    tied = float(stats.beta(0.01, 0.01).cdf(0.5e-11))
    assert tied > 0.3
    assert found.options[0].first == pytest.approx(1 - tied / 2, abs=0.01)
    again = drawn(cells)
    assert found.options[0].first == pytest.approx(again.options[0].first, abs=0.01)


@pytest.mark.parametrize(
    ("shape", "weight", "exact"),
    [(Uniform(10, 20), 1e-13, False), (Uniform(10, 20), 0.5, True), (Normal(15, 4), 0.5, True),
     (Normal(15, 1e-12), 0.5, False), (Empirical((10.0, 15.0, 15.0, 20.0)), 1e-13, True),
     (Beta(1.5, 2, 10, 20), 0.5, True), (Beta(0.2, 2, 10, 20), 0.5, False)],
)  # fmt: skip
def test_one_uncertain_score_is_exact_where_it_is_spread_out(
    shape: Shape, weight: float, exact: bool
) -> None:
    law = FixedWeights((1 - weight, weight))
    rows: list[list[Shape]] = [[Fixed(40), shape], [Fixed(40), Fixed(15)]]
    found = exact_or_drawn(cells_of_shapes(rows, law), Amount(40_000, confidence=False))
    assert found.exact == exact
    if weight < 0.1 and not exact:  # never further apart than a rounding
        assert found.options[0].first == found.options[1].first == 0.5


@pytest.mark.parametrize(("a", "b"), list(product((0.65, 0.95, 1, 2, 30, 5e4), repeat=2)))
def test_crowding_of_beta_distributions_is_a_bound(a: float, b: float) -> None:
    law = stats.beta(a, b)
    starts = np.unique(np.concatenate(([0.0], law.ppf(np.linspace(0.001, 1, 400)))))
    for power in POWERS:
        bound = crowding_of_beta(a, b, power)
        assert np.isfinite(bound) == (min(a, b) > power)
        for far in (1e-9, 1e-6, 1e-3, 0.1):
            ends = np.concatenate((starts, np.maximum(starts - far, 0)))
            assert (law.cdf(ends + far) - law.cdf(ends)).max() <= bound * far**power * (1 + 1e-6)


BENT = Scale("c", 0.0, 100.0, ((0.0, 0.0), (30.0, 90.0), (60.0, 90.0), (100.0, 30.0)))


@pytest.mark.parametrize(
    "on", [scale("c"), scale("c", lower=True), BENT], ids=["up", "down", "bent"]
)
@pytest.mark.parametrize(
    ("shape", "law"),
    [
        (Uniform(20, 60), stats.uniform(20, 40)),
        (Triangular(10, 30, 90), stats.triang(0.25, 10, 80)),
        (Pert(10, 10, 90), stats.beta(1, 5, 10, 80)),
        (Normal(50, 3), stats.norm(50, 3)),
        (Beta(2, 0.95, 10, 90), stats.beta(2, 0.95, 10, 80)),
    ],
    ids=str,
)
def test_crowding_of_values_is_a_bound(shape: Shape, law: stats.rv_continuous, on: Scale) -> None:
    scores = law.ppf((np.arange(40_000) + 0.5) / 40_000)
    at, to = zip(*on.points, strict=True)
    off_the_level = (scores < 30) | (scores > 60) if on is BENT else np.ones(40_000, dtype=bool)
    values = np.sort(np.interp(scores[off_the_level], at, to))
    for power in POWERS:
        bound = crowding(shape, on, power)
        for far in (0.1, 1.0, 10.0):
            inside = np.searchsorted(values, values + far) - np.arange(len(values))
            assert inside.max() / 40_000 <= bound * far**power


@pytest.mark.parametrize(("a", "b"), [(0.91, 0.1), (1, 0), (1, 14), (2, 3), (40, 1e5), (1e7, 2e7)])
def test_mean_inverses_are_those_of_beta_distributions(a: float, b: float) -> None:
    for power in POWERS:
        if b == 0:
            assert mean_inverse(a, b, power) == pytest.approx(1)
            continue
        # Each density is the other times x**power, up to what is asked for.
        middle = a / (a + b)
        ratio = np.exp(stats.beta(a, b).logpdf(middle) - stats.beta(a - power, b).logpdf(middle))
        assert mean_inverse(a, b, power) == pytest.approx(ratio * middle**-power, rel=1e-5)
    assert mean_inverse(0.5, 3, 0.5) == np.inf


THREE = Bounds(((0,), (1,), (2,)), (1, 1, 1), (0.0, 0.0, 0.1), (0.5, 0.6, 0.7), (0.3, 0.3, 0.4))
LAWS: list[Law] = [
    FixedWeights((0.2, 0.3, 0.5)),
    AnyWeights(3),
    OrderedWeights(((1,), (0, 2))),
    NearWeights((0.2, 0.3, 0.5), 20.0),
    BoundedWeights(THREE, ((0,), (2,), (1,)), ()),
    OneOfWeights((AnyWeights(3), FixedWeights((0.2, 0.3, 0.5))), (0.3, 0.7)),
    TreeWeights(AnyWeights(2), (Member(AnyWeights(2), (0, 2)), Member(ONE, (1,))), 3),
]


@pytest.mark.parametrize("law", LAWS, ids=[type(law).__name__ for law in LAWS])
def test_mean_inverses_of_laws_are_bounds(law: Law) -> None:
    weights = law.draw(take_from(1, 10, 2_000)).reshape(3, -1)
    for power in (0.2, 0.45):  # of which squares have means, too
        sampled = (weights**-power).mean(axis=1)
        bounds = np.array(law.mean_inverses(power))
        assert (sampled <= bounds * 1.03 + 1e-12).all()
        assert (bounds <= 4 * sampled).all()


def test_weights_that_may_be_nothing_have_no_mean_inverse() -> None:
    either = OneOfWeights((FixedWeights((1.0, 0.0)), FixedWeights((0.0, 1.0))), (0.5, 0.5))
    assert either.mean_inverses(0.5) == [np.inf, np.inf]
    one = OneOfWeights((FixedWeights((1.0, 0.0)), FixedWeights((0.0, 1.0))), (1.0, 0.0))
    assert one.mean_inverses(0.5) == [1.0, np.inf]
    certain = BoundedWeights(THREE, ((0,), (2,), (4,)), ((1, 0.0), (3, 0.25)))
    assert certain.mean_inverses(0.5)[1::2] == [np.inf, 2.0]
