"""The centroid of a set of admissible weights: the mean weights when all of it is equally likely.

It is worked out in fractions, so neither the order of the names nor thin sets cost any digits.
"""

from fractions import Fraction

from policyscore.weighing.sets.admissible import AdmissibleWeights
from policyscore.weighing.sets.centroid_body import body_of
from policyscore.weighing.sets.centroid_effort import TooFine
from policyscore.weighing.sets.centroid_simplex import simplex_centroid
from policyscore.weighing.sets.centroid_sums import centroid_of_body

__all__ = ["TooFine", "centroid", "exact_centroid"]


def centroid(weights: AdmissibleWeights) -> dict[str, float]:
    """The centroid of admissible weights.

    Args:
        weights: A set that is not empty.

    Returns:
        Name to weight, the float nearest to the exact fraction; they sum to 1 within 1e-12.

    Raises:
        TooFine: If the exact centroid would take more than about half a second.
        ValueError: If the set is empty.
    """
    return {
        name: numerator / denominator
        for name, (numerator, denominator) in _centroid(weights).items()
    }


def exact_centroid(weights: AdmissibleWeights) -> dict[str, Fraction]:
    """The same, as fractions."""
    return {name: Fraction(*ratio) for name, ratio in _centroid(weights).items()}


def _centroid(weights: AdmissibleWeights) -> dict[str, tuple[int, int]]:
    """Name to numerator and denominator, not in lowest terms, for that takes long."""
    if weights.is_empty():
        raise ValueError("no weights are admissible")
    found = {
        name: group.low.as_integer_ratio() for group in weights.groups() for name in group.names
    }
    body = body_of(weights)
    steps = [step for chain in body.chains for step in chain]
    span = sum(step.names * (step.high - step.low) for step in steps)
    if body.room == 0:
        numerators, denominator = [step.low for step in steps], body.unit
    elif body.room == span:
        numerators, denominator = [step.high for step in steps], body.unit
    elif corners := simplex_centroid(body.chains, body.room):
        parts, over = corners
        numerators = [step.low * over + part for step, part in zip(steps, parts, strict=True)]
        denominator = over * body.unit
    else:
        numerators, denominator = centroid_of_body(body)
    for names, numerator in zip(body.members, numerators, strict=True):
        found.update(dict.fromkeys(names, (numerator, denominator)))
    return {name: found[name] for name in weights.names}
