"""What is chosen to be exact agrees with draws, field by field, for every kind of decision."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from exact_agreement import agree, exactly, shown
from hypothesis import given, settings
from hypothesis import strategies as st
from uncertain_cells import cells_of_shapes, fixed_cells, scale

from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.exact import open as exact_open
from policyscore.analysis.robustness.exact import paths as exact_paths
from policyscore.analysis.robustness.exact.laws import open_set
from policyscore.analysis.robustness.exact.open import Tried, worth_trying
from policyscore.analysis.robustness.exact.sets import any_weights
from policyscore.analysis.robustness.results import PARTS
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.profile_weights import law_of_set
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Fixed,
    Shape,
    Uniform,
)
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
from policyscore.weighing.sets.admissible import Range, admissible

steady = settings(max_examples=40, deadline=None, derandomize=True)
PAIRS_OF_RANGES: dict[str, Range] = {"a": (0.2, 0.6), "b": (0.1, None), "c": (None, 0.5)}


def ranged(order: tuple[tuple[str, ...], ...] = ()) -> Law:
    """Ranges of three names that cut a simplex, with an order."""
    return law_of_set(admissible([*"cab"], PAIRS_OF_RANGES, order), {"a": 0, "b": 1, "c": 2})


HALVES = FixedWeights((0.5, 0.5))
LAWS: dict[str, Law] = {
    "any": AnyWeights(3),
    "order": OrderedWeights(((1,), (0, 2))),
    "whole order": OrderedWeights(((2,), (0,), (1,))),
    "ranges": ranged(),
    "ranges in order": ranged((("a",), ("b",))),
    "group open": TreeWeights(
        FixedWeights((0.4, 0.6)),
        (Member(FixedWeights((1.0,)), (1,)), Member(OrderedWeights(((1,), (0,))), (0, 2))),
        3,
    ),
    "top open": TreeWeights(
        AnyWeights(2), (Member(HALVES, (2, 0)), Member(FixedWeights((1.0,)), (1,))), 3
    ),
    "group of profiles": TreeWeights(
        FixedWeights((0.3, 0.7)),
        (Member(FixedWeights((0.2, 0.2, 0.6)), (0, 1, 2)), Member(AnyWeights(3), (0, 1, 2))),
        3,
    ),
    "profiles": OneOfWeights(
        (FixedWeights((0.5, 0.5, 0.0)), FixedWeights((0.1, 0.3, 0.6)), FixedWeights((0, 0, 1.0))),
        (0.2, 0.5, 0.3),
    ),
    "one point": FixedWeights((0.25, 0.5, 0.25)),
    "near one point": NearWeights((0.0, 1.0, 0.0), 10),
    "weightless": TreeWeights(
        FixedWeights((1.0, 0.0)),
        (Member(FixedWeights((1.0,)), (1,)), Member(AnyWeights(2), (0, 2))),
        3,
    ),
}


def walks(law: Law) -> int:
    """How many draws of a law depend on each other."""
    return 16 if law in (LAWS["ranges"], LAWS["ranges in order"]) else 1


def small_cases(law: Law, seed: int) -> Cells:
    """Scores of few values, so that options tie; requirements that some miss; one twice."""
    dice = np.random.default_rng(seed)
    scores = dice.integers(0, 6, (int(dice.integers(1, 7)), 3)) * 20.0
    if seed % 3 == 0:
        scores = np.vstack([scores, scores[:1], scores[-1:]])
    first = scale("c0", at_least=20.0) if seed % 2 else scale("c0")
    scales = (first, scale("c1", lower=True), scale("c2"))
    return replace(fixed_cells(scores.tolist(), law), scales=scales)


@pytest.mark.parametrize("name", LAWS)
@pytest.mark.parametrize("seed", range(6))
def test_certain_scores(name: str, seed: int) -> None:
    law = LAWS[name]
    found = agree(small_cases(law, seed), per_draw=walks(law))
    assert found.exact
    assert found.exact_parts == PARTS


@pytest.mark.parametrize("law", [AnyWeights(1), AnyWeights(2), AnyWeights(4)], ids=str)
def test_other_numbers_of_criteria(law: AnyWeights) -> None:
    scores = np.random.default_rng(8).integers(0, 11, (7, law.names)) * 10.0
    assert agree(fixed_cells(scores.tolist(), law)).exact


def test_options_that_nothing_is_left_of() -> None:
    cells = replace(fixed_cells([[10, 50], [5, 80]]), scales=(scale("a", at_least=50), scale("b")))
    for law in (
        AnyWeights(2),
        HALVES,
        OneOfWeights((HALVES, FixedWeights((1.0, 0.0))), (0.5, 0.5)),
    ):
        found = agree(replace(cells, law=law))
        assert found.exact
        assert [each.excluded for each in found.options] == [1, 1]
        assert found.entropy == 0


@pytest.mark.parametrize("law", [AnyWeights(6), OrderedWeights(tuple((j,) for j in range(6)))])
def test_ranks_are_drawn_where_only_the_rest_is_exact(law: Law) -> None:
    scores = np.random.default_rng(2).uniform(0, 100, (9, 6)).round()
    scores[8] = scores[0]
    cells = fixed_cells(scores.tolist(), law)
    found = agree(cells)
    assert not found.exact
    assert found.exact_parts == ("first", "expected-ranks", "pairwise", "central-weights")
    drawn = sample(cells, Amount(16_000, seed=3))
    assert found.half_width == drawn.half_width > 0
    assert found.pairwise_half_width == 0
    assert sum(each.first for each in found.options) == pytest.approx(1, abs=1e-12)
    for one, other in zip(found.options, drawn.options, strict=True):
        assert one.acceptability == other.acceptability
        assert one.first_error == one.expected_rank_error == one.central_draws == 0
        assert abs(one.first - other.first) <= 5 * other.first_error + 1e-3
        if one.central_weights is not None:
            # What is first under two weights is first between them.
            assert one.confidence == (0.5 if one.option in {"o0", "o8"} else 1)
            assert sum(one.central_weights.values()) == pytest.approx(1)


def test_too_many_options_and_criteria_leave_what_can_be_had() -> None:
    scores = np.random.default_rng(2).uniform(0, 100, (60, 12))
    found = agree(fixed_cells(scores.tolist()), samples=1_600)
    assert found.exact_parts == ("expected-ranks", "pairwise")
    assert all(each.central_draws > 0 for each in found.options if each.central_weights)
    wide = np.random.default_rng(2).uniform(0, 100, (270, 3))
    found = exactly(fixed_cells(wide.tolist()), 1_600)
    assert found.exact_parts == ("first", "expected-ranks", "central-weights")
    assert found.pairwise is None


def test_with_many_options_all_else_may_be_exact() -> None:
    scores = np.random.default_rng(2).uniform(0, 100, (270, 2))
    found = exactly(fixed_cells(scores.tolist()))
    assert found.exact
    assert found.pairwise is None
    assert "up to 256" in found.left_out[0]
    ranks = [each.expected_rank for each in found.options]
    assert sum(rank for rank in ranks if rank is not None) == pytest.approx(270 * 271 / 2)


@pytest.mark.parametrize(
    "law",
    [
        AnyWeights(2),
        NearWeights((0.5, 0.5), 10),
        OneOfWeights((HALVES, FixedWeights((1.0, 0.0))), (0.5, 0.5)),
    ],
    ids=str,
)
def test_two_uncertain_things_are_drawn(law: Law) -> None:
    rows: list[list[Shape]] = [[Uniform(0, 100), Fixed(40)], [Fixed(50), Fixed(50)]]
    cells = cells_of_shapes(rows, law)
    assert exactly(cells) == sample(cells, Amount(16_000, seed=3))
    rows[1][0] = Uniform(0, 50)
    cells = cells_of_shapes(rows, HALVES)
    assert exactly(cells) == sample(cells, Amount(16_000, seed=3))


def test_two_open_levels_are_no_uniform_set() -> None:
    order = OrderedWeights(((0,), (1,)))
    both = TreeWeights(AnyWeights(2), (Member(order, (0, 1)), Member(HALVES, (2, 3))), 4)
    assert open_set(both) is None
    below = TreeWeights(HALVES, (Member(order, (0, 1)), Member(AnyWeights(2), (2, 3))), 4)
    assert open_set(below) is None
    assert open_set(NearWeights((0.5, 0.5), 3)) is None
    # The same law at two places is drawn once.
    twice = TreeWeights(HALVES, (Member(order, (0, 1)), Member(order, (2, 3))), 4)
    found = open_set(twice)
    assert found is not None
    assert found.corners == pytest.approx(np.array([[0.5, 0, 0.5, 0], [0.25] * 4]))


def test_beyond_two_thousand_options_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = exactly(fixed_cells([[1.0, 2.0]]))
    monkeypatch.setattr(exact_paths, "sample", lambda *given, **named: (given, named, drawn)[2])
    assert exactly(fixed_cells([[1.0, 2.0]] * 2001)) is drawn


def test_what_takes_too_long_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worth_trying(1000, any_weights(20)) == Tried(pairs=True, first=False, ranks=False)
    assert worth_trying(100, any_weights(4)) == Tried(pairs=True, first=True, ranks=True)
    for options, criteria in ((2000, 60), (2001, 2)):
        assert not worth_trying(options, any_weights(criteria)).anything

    # With a hundred options that may all be first, the roof has too many corners.
    monkeypatch.setattr(exact_open, "exact_first", None)
    dice = np.random.default_rng(1)
    scores = dice.dirichlet(np.ones(8), 100) ** 0.5 * 100
    found = exactly(fixed_cells(scores.tolist()), 1_600)
    assert found.exact_parts == ("expected-ranks", "pairwise")


def test_a_table_of_any_number_of_criteria_stays_small() -> None:
    assert open_set(AnyWeights(100_000)) is None
    assert open_set(OrderedWeights(tuple((k,) for k in range(501)))) is None
    names = [f"n{k}" for k in range(101)]
    allowed = admissible(names, dict.fromkeys(names, (0.001, None)))
    assert open_set(law_of_set(allowed, {name: k for k, name in enumerate(names)})) is None


def test_interrupted_draws_keep_what_is_exact() -> None:
    told = []

    def tick(draws: int, most: int, width: float) -> None:
        told.append((draws, most, width))
        if len(told) == 3:
            raise KeyboardInterrupt

    scores = np.random.default_rng(2).uniform(0, 100, (6, 5)).tolist()
    found = exact_paths.exact_or_drawn(fixed_cells(scores), Amount(800_000, chunk=4, tick=tick))
    assert found.interrupted
    assert found.samples < 800_000
    assert found.exact_parts == ("first", "expected-ranks", "pairwise", "central-weights")
    assert sum(each.first for each in found.options) == pytest.approx(1, abs=1e-12)
    assert all(each.confidence == 1 for each in found.options if each.central_weights)


def test_confidence_is_left_out_on_request() -> None:
    for law in (AnyWeights(3), AnyWeights(5), FixedWeights((0.2,) * 5)):
        count = len(law.mean_inverses(0.5))
        scores = np.random.default_rng(2).uniform(0, 100, (6, count)).tolist()
        found = exact_paths.exact_or_drawn(
            fixed_cells(scores, law), Amount(1_600, confidence=False), profile="p", weights="near"
        )
        assert all(each.confidence is None for each in found.options)
        assert (found.profile, found.weights, found.seed) == ("p", "near", 1)


@given(
    st.lists(
        st.tuples(*[st.integers(0, 4).map(lambda number: number * 25.0)] * 3),
        min_size=1,
        max_size=5,
    ),
    st.permutations(range(3)),
    st.sampled_from(["any", "profiles", "group of profiles"]),
)
@steady
def test_order_of_options_and_criteria_is_of_no_account(
    rows: list[tuple[float, ...]], turned: list[int], name: str
) -> None:
    scales = (scale("c0", at_least=25.0), scale("c1", lower=True), scale("c2"))
    cells = replace(fixed_cells([[*row] for row in rows], LAWS[name]), scales=scales)
    found = exactly(cells)
    assert found.exact
    taken = np.array([[*each.acceptability, each.excluded] for each in found.options])
    np.testing.assert_allclose(taken.sum(axis=1), 1.0, atol=1e-12)
    mixed = [*range(len(rows))][::-1]
    law = LAWS[name]
    if name == "profiles":
        assert isinstance(law, OneOfWeights)
        laws = tuple(
            FixedWeights(tuple(each.weights[j] for j in turned))
            for each in law.laws
            if isinstance(each, FixedWeights)
        )
        law = OneOfWeights(laws, law.shares)
    elif isinstance(law, TreeWeights):
        place = {j: k for k, j in enumerate(turned)}
        members = tuple(
            Member(member.below, tuple(place[leaf] for leaf in member.leaves))
            for member in law.members
        )
        law = TreeWeights(law.top, members, 3)
    again = exactly(
        Cells(
            tuple(cells.options[i] for i in mixed),
            tuple(scales[j] for j in turned),
            [[cells.judged[i][j] for j in turned] for i in mixed],
            law,
        )
    )
    for option, other in product(cells.options, cells.options):
        np.testing.assert_allclose(shown(again, option), shown(found, option), atol=1e-9)
        if option != other and found.pairwise and again.pairwise:
            ours, theirs = found.pairwise[option][other], again.pairwise[option][other]
            assert ours == pytest.approx(theirs, abs=1e-9)
    for option in cells.options:
        ours_weights, weights = found.of(option).central_weights, again.of(option).central_weights
        assert (ours_weights is None) == (weights is None)
        for key, weight in (ours_weights or {}).items():
            assert weights is not None
            assert weights[key] == pytest.approx(weight, abs=1e-9)
