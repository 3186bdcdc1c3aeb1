"""Comparisons to try the ways of weighing on: from tables as papers print them, and random ones."""

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from policyscore.weighing.comparing.comparison_matrix import log_matrix
from policyscore.weighing.comparing.comparisons import connect

Stated = dict[tuple[str, str], Fraction | float]
SCALE = tuple(Fraction(k) for k in range(1, 10)) + tuple(Fraction(1, k) for k in range(2, 10))


def names_of(count: int) -> tuple[str, ...]:
    """So many names, not in the order of the alphabet."""
    return tuple(f"{'hgfedcba'[k % 8]}{k}" for k in range(count))


def printed(names: Sequence[str], table: str) -> Stated:
    """The comparisons of a printed matrix, above its diagonal; a dash says that one is missing."""
    rows = [line.split() for line in table.strip().splitlines()]
    return {
        (names[i], names[j]): Fraction(rows[i][j])
        for i, j in combinations(range(len(names)), 2)
        if rows[i][j] != "-"
    }


def random_of(seed: int) -> Random:
    """Random numbers that are the same every time."""
    return Random(seed)  # noqa: S311 - nothing secret


def random_comparisons(names: Sequence[str], random: Random, share: float = 1.0) -> Stated:
    """Comparisons without any sense, on Saaty's scale, of a share of the pairs; connected."""
    while True:
        stated: Stated = {
            pair: random.choice(SCALE) for pair in combinations(names, 2) if random.random() < share
        }
        if connect(names, stated):
            return stated


@st.composite
def comparisons(draw: st.DrawFn, most: int = 7) -> tuple[tuple[str, ...], Stated]:
    """Names and connected comparisons of some of them, in either direction."""
    names = names_of(draw(st.integers(2, most)))
    spanning = {(names[draw(st.integers(0, k - 1))], names[k]) for k in range(1, len(names))}
    others = [pair for pair in combinations(names, 2) if pair not in spanning]
    chosen = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
    ratio = st.one_of(
        st.sampled_from(SCALE), st.floats(1 / 1000, 1000), st.sampled_from([0.001, 1000.0])
    )
    return names, {
        (pair if draw(st.booleans()) else pair[::-1]): draw(ratio)
        for pair in [*sorted(spanning), *chosen]
    }


def entries(names: tuple[str, ...], stated: Stated) -> list[list[float | None]]:
    """The comparison matrix, None where nothing is stated."""
    return [[None if x is None else math.exp(x) for x in row] for row in log_matrix(names, stated)]
