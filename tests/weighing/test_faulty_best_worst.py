"""Best-worst comparisons that are large, long or do not fit together."""

import time
from fractions import Fraction

import pytest
from best_worst_cases import MODELS, Model, case_of
from stated_comparisons import random_of

from policyscore.weighing.comparing.best_worst_models import linear

MANY_NAMES = dict.fromkeys(map(str, range(29)), 2.0)


@MODELS
def test_ratios_of_thousands_of_digits_take_no_time(model: Model) -> None:
    long = 1 + Fraction(10**4000 - 1, 3 * 10**4000 + 1)
    case = case_of(
        Fraction(4),
        [(long + Fraction(k, 10**4000 - k), 2 + Fraction(k, 10**4000 + k)) for k in range(20)],
    )
    started = time.process_time()
    assert float(model(*case).xi) > 0
    assert time.process_time() - started < 1


def test_thirty_names_are_not_too_many_for_the_exact_model() -> None:
    random = random_of(30)
    case = case_of(
        Fraction(900), [(Fraction(random.uniform(1, 900)), Fraction(random.uniform(1, 900)))] * 28
    )
    assert linear(*case).xi > 0


@MODELS
@pytest.mark.parametrize(
    ("first", "second", "complaint"),
    [
        ({"m": 2, "w": 4}, {"b": 4}, "all others with the worst"),
        ({"w": 4}, {"b": 4, "m": 2}, "all others with the worst"),
        ({"m": 2, "w": 4, "b": 1}, {"m": 2, "b": 4}, "all others with the worst"),
        ({"m": 2}, {"m": 2}, "as the worst"),
        ({"m": 2, "w": 4}, {"m": 2, "b": 5}, "differ"),
        ({"m": 0.5, "w": 4}, {"m": 2, "b": 4}, "between 1 and 1000"),
        ({"m": 2, "w": 1e300}, {"m": 2, "b": 1e300}, "between 1 and 1000"),
        ({"m": float("nan"), "w": 4}, {"m": 2, "b": 4}, "between 1 and 1000"),
        (
            {str(k): 2 for k in range(29)} | {"w": 4},
            {str(k): 2 for k in range(29)} | {"b": 4},
            "30",
        ),
    ],
)
def test_statements_that_do_not_fit_together_are_refused(
    model: Model, first: dict[str, float], second: dict[str, float], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        model("b", "w", first, second)


@MODELS
def test_the_best_is_not_the_worst(model: Model) -> None:
    with pytest.raises(ValueError, match="all others"):
        model("b", "b", {}, {})
