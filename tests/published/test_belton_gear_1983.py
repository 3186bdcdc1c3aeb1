"""Belton & Gear (1983), "On a short-coming of Saaty's method of analytic hierarchies", Omega 11:
228-230; figures as in Wang & Elhag (2006), Decision Support Systems 42: 1474-1485, tables 1 and 2.

The paper's figures are computed here from its comparisons, so that the contrast is a real one:
weights that sum to 1 over the alternatives present reverse A and B, fixed scales do not.
"""

from math import prod

import pytest
from published_cases import by_option, ranked

# How many times an alternative is preferred to the least preferred, on each of three criteria;
# every comparison of the paper is the ratio of two of these.
PREFERENCES = {"A": (1, 9, 8), "B": (9, 1, 9), "C": (1, 1, 1)}
COPY = {**PREFERENCES, "D": PREFERENCES["B"]}
DISTRIBUTIVE = {"A": 0.4512, "B": 0.4697, "C": 0.0791}
DISTRIBUTIVE_WITH_COPY = {"A": 0.3654, "B": 0.2889, "C": 0.0568, "D": 0.2889}
IDEAL = {"A": 0.6667, "B": 0.7037, "C": 0.1111}
IDS = {"A": "a", "B": "b", "C": "c", "D": "d-copy-of-b"}


def distributive(preferences: dict[str, tuple[int, int, int]]) -> dict[str, float]:
    """Priorities from the pairwise comparisons: row geometric means, each column summing to 1."""
    totals = dict.fromkeys(preferences, 0.0)
    for criterion in range(3):
        matrix = {
            a: [row[criterion] / other[criterion] for other in preferences.values()]
            for a, row in preferences.items()
        }
        means = {a: prod(row) ** (1 / len(row)) for a, row in matrix.items()}
        for a, mean in means.items():
            totals[a] += mean / sum(means.values()) / 3
    return totals


def test_relative_weights_reverse_when_a_copy_is_added() -> None:
    without, with_copy = distributive(PREFERENCES), distributive(COPY)
    assert without == pytest.approx(DISTRIBUTIVE, abs=5e-5)
    assert with_copy == pytest.approx(DISTRIBUTIVE_WITH_COPY, abs=5e-5)
    assert without["B"] > without["A"]
    assert with_copy["A"] > with_copy["B"]


def test_totals_on_fixed_scales_are_the_papers_ideal_ones() -> None:
    values = by_option(ranked("belton-gear-1983"), "value")
    for name, value in {**IDEAL, "D": IDEAL["B"]}.items():
        assert values[IDS[name]] / 100 == pytest.approx(value, abs=5e-5)


def test_fixed_scales_keep_the_order_when_the_copy_is_added() -> None:
    without = ranked("belton-gear-1983", "--without", IDS["D"])
    with_copy = ranked("belton-gear-1983")
    assert by_option(without, "rank") == {"b": 1, "a": 2, "c": 3}
    assert by_option(with_copy, "rank") == {"b": 1, "d-copy-of-b": 1, "a": 3, "c": 4}
    assert by_option(with_copy, "tied")["b"]
    values = by_option(with_copy, "value")
    assert by_option(without, "value") == {o: values[o] for o in ("b", "a", "c")}
