"""How likely an uncertain score lies between two points, exactly: no draws."""

from collections.abc import Iterator
from math import erfc, sqrt

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.exact.beta import GREATEST, beta_below
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
    simplest,
)

ROOT_2 = sqrt(2.0)


def is_known(mixture: Mixture) -> bool:
    """Whether there is a formula for each part, good to ten digits.

    Raises:
        ValueError: If a part describes no distribution.
    """
    shapes = [simplest(judged.shape) for judged in mixture]
    return all(max(s.a, s.b) <= GREATEST for s in shapes if isinstance(s, Beta))


def smooth_below(mixture: Mixture, at: Floats) -> Floats:
    """How likely a score of a mixture is at most each point, without scores that stand alone.

    Args:
        mixture: Judgements with what each counts.
        at: Points on the scale.

    Returns:
        From 0 to what all parts but single scores count, of 1.
    """
    result = np.zeros_like(at)
    for share, shape in _parts(mixture):
        if not isinstance(shape, Fixed | Empirical):
            result += share * _below(shape, at)
    return result


def smooth_share(mixture: Mixture) -> float:
    """What all parts but single scores count, of 1."""
    smooth = [share for share, shape in _parts(mixture) if not isinstance(shape, Fixed | Empirical)]
    return sum(smooth)


def single_scores(mixture: Mixture) -> dict[float, float]:
    """Scores that are likely by themselves: fixed ones and samples, and how likely each is."""
    found: dict[float, float] = {}
    for share, shape in _parts(mixture):
        if isinstance(shape, Fixed):
            found[shape.score] = found.get(shape.score, 0.0) + share
        elif isinstance(shape, Empirical):
            for sample in shape.samples:
                found[sample] = found.get(sample, 0.0) + share / len(shape.samples)
    return found


def _parts(mixture: Mixture) -> Iterator[tuple[float, Shape]]:
    whole = sum(judged.share for judged in mixture)
    for judged in mixture:
        yield judged.share / whole, simplest(judged.shape)


def _below(shape: Uniform | Triangular | Pert | Normal | Beta, at: Floats) -> Floats:
    match shape:
        case Normal(mean, sd):
            z = ((at - mean) / (-sd * ROOT_2)).ravel().tolist()
            return 0.5 * np.array([erfc(number) for number in z]).reshape(at.shape)
        case Uniform(low, high):
            return np.clip((at - low) / (high - low), 0.0, 1.0)
        case Beta(a, b, low, high):
            return beta_below((at - low) / (high - low), a, b)
        case Pert(low, likely, high):
            a = 1 + 4 * (likely - low) / (high - low)
            return beta_below((at - low) / (high - low), a, 6 - a)
        case Triangular(low, likely, high):
            return _triangular_below(shape, at)


def _triangular_below(shape: Triangular, at: Floats) -> Floats:
    low, likely, high = shape.low, shape.likely, shape.high
    rising, falling = np.clip(at, low, likely) - low, high - np.clip(at, likely, high)
    first = rising**2 / ((likely - low) * (high - low)) if likely > low else np.zeros_like(at)
    last = falling**2 / ((high - likely) * (high - low)) if high > likely else np.zeros_like(at)
    return np.asarray(np.where(at < likely, first, 1.0 - last))
