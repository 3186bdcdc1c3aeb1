"""Scores made into values: piecewise-linear value functions, fixed by the case."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from policyscore.case.header import Criterion

ValueFunction = Callable[[float], float]


def value_points(criterion: Criterion) -> list[tuple[float, float]]:
    """The points of a criterion's value function, by rising score; linear between the ends."""
    if criterion.value is not None:
        return sorted(criterion.value.items())
    low, high = criterion.ends
    return (
        [(low, 100.0), (high, 0.0)] if criterion.better == "lower" else [(low, 0.0), (high, 100.0)]
    )


def value_function(criterion: Criterion) -> ValueFunction:
    """The value, 0 (worst) to 100 (best), of a score on a criterion's scale.

    Piecewise linear between the stated points (Keeney & Raiffa 1976, ch. 3), exact at each, and
    never rising where the score gets worse, rounding included.
    """
    points = value_points(criterion)
    scores = [x for x, _ in points]
    segments = list(pairwise(points))

    def value(score: float) -> float:
        index = min(max(bisect_right(scores, score) - 1, 0), len(segments) - 1)
        (x0, y0), (x1, y1) = segments[index]
        raw = y0 + (y1 - y0) * ((score - x0) / (x1 - x0))
        return min(max(raw, min(y0, y1)), max(y0, y1))

    return value
