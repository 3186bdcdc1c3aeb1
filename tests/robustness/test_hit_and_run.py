"""Hit-and-run in sets of admissible weights, against exact centroids and exact volumes."""

from itertools import chain, combinations, pairwise
from math import fsum

import numpy as np
import pytest
from uncertain_cells import take_from

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.profile_weights import law_of_set
from policyscore.weighing.sets.admissible import Range, admissible
from policyscore.weighing.sets.centroid import centroid

WALKS, PER_WALK = 4_000, 6
UNLIKELY = 4.5
Ranges = dict[str, Range]
Order = tuple[tuple[str, ...], ...]


def each(names: str) -> Order:
    """Names in an order without ties."""
    return tuple((name,) for name in names)


SETS: dict[str, tuple[str, Ranges, Order]] = {
    "two": ("ab", {"a": (0.2, 0.5)}, ()),
    "box": ("abc", {"a": (0.2, 0.5), "b": (0.1, None), "c": (None, 0.6)}, ()),
    "ties": ("abcd", {"a": (None, 0.5)}, (("a",), ("b", "c"), ("d",))),
    "order and ranges": ("abcd", {"a": (None, 0.3), "d": (0.1, None)}, each("abcd")),
    "part of an order": (
        "abcdefg",
        dict.fromkeys("abcg", (0.05, 0.3)),
        each("abcd"),
    ),
    "a thin slab": ("abcde", {"a": (0.3, 0.301), "b": (0.0, 0.9)}, each("bcd")),
    "a needle": ("abcd", dict.fromkeys("abc", (0.2, 0.35)), (("d",), ("a",))),
    "nearly a point": ("abcde", dict.fromkeys("abcde", (0.19, 0.3)), ()),
    "one that is certain": ("abcd", {"b": (0.25, 0.25), "a": (None, 0.4)}, each("abc")),
    "a long order": ("abcdefghijkl", {"a": (None, 0.12)}, each("abcdefghijkl")),
}


def walked(name: str, per_walk: int = PER_WALK) -> Floats:
    """Draws, shape (names, draws of a walk, walks)."""
    names, ranges, order = SETS[name]
    allowed = admissible(list(names), ranges, order)
    law = law_of_set(allowed, {key: place for place, key in enumerate(names)})
    return law.draw(take_from(1, per_walk, WALKS))


@pytest.mark.parametrize("name", SETS)
def test_every_draw_is_admissible(name: str) -> None:
    names, ranges, order = SETS[name]
    weights = walked(name)
    assert np.abs(weights.sum(axis=0) - 1).max() < 1e-12
    for key, each in zip(names, weights, strict=True):
        low, high = ranges.get(key, (None, None))
        assert each.min() >= (low or 0.0) - 1e-12
        assert each.max() <= (1.0 if high is None else high) + 1e-12
    for before, after in pairwise(order):
        assert (weights[names.index(before[0])] >= weights[names.index(after[0])] - 1e-12).all()


@pytest.mark.parametrize("name", SETS)
def test_the_mean_is_the_exact_centroid_from_the_first_draw_of_a_walk_to_the_last(
    name: str,
) -> None:
    names, ranges, order = SETS[name]
    exact = centroid(admissible(list(names), ranges, order))
    weights = walked(name)
    for draw in (0, PER_WALK - 1):
        of_draw = weights[:, draw]
        errors = of_draw.std(axis=1) / np.sqrt(WALKS) + 1e-12
        far = np.abs(of_draw.mean(axis=1) - [exact[key] for key in names])
        assert (far < UNLIKELY * errors).all()


@pytest.mark.parametrize("name", SETS)
def test_draws_of_a_walk_hardly_depend_on_each_other(name: str) -> None:
    weights = walked(name)
    for each in weights:
        if each.std() > 1e-9:
            assert abs(np.corrcoef(each[0], each[1])[0, 1]) < 0.25


def volume(lows: list[float], highs: list[float]) -> float:
    """How much of the simplex lies in a box, up to a constant, by inclusion and exclusion."""
    room = 1 - sum(lows)
    spans = [high - low for low, high in zip(lows, highs, strict=True)]
    every = chain.from_iterable(combinations(spans, k) for k in range(len(spans) + 1))
    return fsum((-1.0) ** len(cut) * max(room - sum(cut), 0.0) ** (len(spans) - 1) for cut in every)


@pytest.mark.parametrize(
    "ranges",
    [
        {"a": (0.2, 0.7), "b": (0.1, 0.9)},
        {"a": (0.2, 0.5), "b": (0.1, 1.0), "c": (0.0, 0.6)},
        {"a": (0.0, 0.4), "b": (0.0, 0.4), "c": (0.0, 0.4)},
        {"a": (0.1, 0.4), "b": (0.2, 0.5), "c": (0.0, 0.3), "d": (0.05, 0.6)},
        {"a": (0.2, 0.3), "b": (0.2, 0.3), "c": (0.2, 0.3), "d": (0.2, 0.3)},
    ],
)
def test_every_part_of_the_set_gets_its_exact_share_of_volume(ranges: Ranges) -> None:
    names = "".join(ranges)
    law = law_of_set(
        admissible(list(names), ranges), {key: place for place, key in enumerate(names)}
    )
    weights = law.draw(take_from(2, 1, 4 * WALKS))[:, 0]
    lows = [low or 0.0 for low, _ in ranges.values()]
    highs = [high or 1.0 for _, high in ranges.values()]
    for place, each in enumerate(weights):
        for part in (0.2, 0.4, 0.6, 0.8):
            cut = each.min() + part * (each.max() - each.min())
            below = [*highs[:place], cut, *highs[place + 1 :]]
            share = volume(lows, below) / volume(lows, highs)
            error = np.sqrt(share * (1 - share) / len(each))
            assert abs((each < cut).mean() - share) < UNLIKELY * error
