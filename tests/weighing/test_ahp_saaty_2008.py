"""Saaty's own examples: drinks by how much Americans consume of each, and buying a house.

Saaty (2008), International Journal of Services Sciences 1:83-98; Saaty (1990), European Journal of
Operational Research 48:9-26; Saaty (2003), the same 145:85-91.
"""

from fractions import Fraction

import pytest
from stated_comparisons import printed

from policyscore.weighing.comparing.pairwise_priorities import eigenvector
from policyscore.weighing.comparing.pairwise_repair import mendings
from policyscore.weighing.comparing.random_index import consistency_ratio

DRINKS = ("coffee", "wine", "tea", "beer", "soda", "milk", "water")
CONSUMED = """
1   9  5    2   1    1   1/2
1/9 1  1/3  1/9 1/9  1/9 1/9
1/5 3  1    1/3 1/4  1/3 1/9
1/2 9  3    1   1/2  1   1/3
1   9  4    2   1    2   1/2
1   9  3    1   1/2  1   1/3
2   9  9    3   2    3   1
"""
HOUSE = ("size", "transport", "neighbourhood", "age", "yard", "modern", "condition", "finance")
WANTED = """
1    5    3    7  6    6    1/3  1/4
1/5  1    1/3  5  3    3    1/5  1/7
1/3  3    1    6  3    4    6    1/5
1/7  1/5  1/6  1  1/3  1/4  1/7  1/8
1/6  1/3  1/3  3  1    1/2  1/5  1/6
1/6  1/3  1/4  4  2    1    1/5  1/6
3    5    1/6  7  5    5    1    1/2
4    7    5    8  6    6    2    1
"""


def test_the_published_drinks() -> None:
    found = eigenvector(DRINKS, printed(DRINKS, CONSUMED))
    weights = [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327]
    assert list(found.weights) == list(DRINKS)
    assert list(found.weights.values()) == pytest.approx(weights, abs=0.0006)
    ratio = consistency_ratio(found.lambda_max, len(DRINKS), table="saaty")
    assert ratio == pytest.approx(0.022, abs=0.0005)


def test_the_published_house() -> None:
    found = eigenvector(HOUSE, printed(HOUSE, WANTED))
    weights = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]
    assert list(found.weights.values()) == pytest.approx(weights, abs=0.0006)
    assert found.lambda_max == pytest.approx(9.669, abs=0.0005)
    ratio = consistency_ratio(found.lambda_max, len(HOUSE), table="saaty")
    assert ratio == pytest.approx(0.169, abs=0.0005)


def test_the_judgement_that_saaty_mends_is_found_with_his_value() -> None:
    """He finds the neighbourhood over the condition, 6, the worst, and makes it 1/2."""
    stated = printed(HOUSE, WANTED)
    first = mendings(HOUSE, stated, "saaty")[0]
    assert (first.pair, first.stated) == (("neighbourhood", "condition"), 6)
    assert first.suggested == Fraction(1, 2)
    assert first.best_ratio <= first.suggested_ratio == pytest.approx(0.083, abs=0.001)
    mended = eigenvector(HOUSE, stated | {first.pair: first.suggested})
    weights = [0.175, 0.062, 0.103, 0.019, 0.034, 0.041, 0.221, 0.345]
    assert list(mended.weights.values()) == pytest.approx(weights, abs=0.0006)
    assert mended.lambda_max == pytest.approx(8.811, abs=0.001)
