"""Dezert, Tchamova, Han & Tacnet (2020), "The SPOTIS Rank Reversal Free Method for Multi-Criteria
Decision-Making Support", FUSION 2020, example 1: values on fixed bounds, some below zero.
"""

import pytest
from published_cases import by_option, ranked

BOUNDS = [(-5, 12), (10, -6), (-8, 5)]  # worst, best
WEIGHTS = [0.2, 0.3, 0.5]
SCORES = {
    "a1": (10.5, -3.1, 1.7),
    "a2": (-4.7, 0, 3.4),
    "a3": (8.1, 0.3, 1.3),
    "a4": (3.2, 7.3, -5.3),
}
DISTANCES = {"a1": 0.1989, "a2": 0.3705, "a3": 0.3063, "a4": 0.7491}
RANKS = {"a1": 1, "a3": 2, "a2": 3, "a4": 4}


def test_totals_are_one_less_the_published_distances() -> None:
    values = by_option(ranked("dezert-2020"), "value")
    for option, distance in DISTANCES.items():
        assert 1 - values[option] / 100 == pytest.approx(distance, abs=1e-4)


def test_totals_are_the_formula_of_the_paper_to_the_last_digits() -> None:
    values = by_option(ranked("dezert-2020"), "value")
    for option, scores in SCORES.items():
        distance = sum(
            weight * abs(score - best) / abs(best - worst)
            for weight, score, (worst, best) in zip(WEIGHTS, scores, BOUNDS, strict=True)
        )
        assert values[option] == pytest.approx(100 * (1 - distance), abs=1e-12)


def test_ranks_are_those_of_the_paper() -> None:
    assert by_option(ranked("dezert-2020"), "rank") == RANKS


@pytest.mark.parametrize("left_out", ["a1", "a3"])
def test_leaving_an_alternative_out_reverses_no_ranks(left_out: str) -> None:
    whole = by_option(ranked("dezert-2020"), "value")
    rest = by_option(ranked("dezert-2020", "--without", left_out), "value")
    assert list(rest.items()) == [item for item in whole.items() if item[0] != left_out]
