"""What a judgement says of a score, as a distribution on the criterion's scale.

A description only: `quantiles` draws from it. Any new form of a judgement becomes one of these.
"""

from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True, slots=True)
class Fixed:
    """One score, certain."""

    score: float


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every score from `low` to `high` equally likely."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Triangular:
    """Rising in a line from `low` to `likely`, falling in a line to `high`."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Pert:
    """A beta distribution from `low` to `high` with mean (low + 4 likely + high) / 6.

    Malcolm, Roseboom, Clark & Fazar (1959), "Application of a technique for research and
    development program evaluation", *Operations Research* 7(5):646-669.
    """

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal distribution; `sd` is above 0."""

    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class Beta:
    """A beta distribution with parameters `a` and `b` above 0, stretched from `low` to `high`."""

    a: float
    b: float
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Empirical:
    """Each of the samples equally likely; one that stands twice is twice as likely."""

    samples: tuple[float, ...]


Shape = Fixed | Uniform | Triangular | Pert | Normal | Beta | Empirical


@dataclass(frozen=True, slots=True)
class Judged:
    """One judge's judgement of one option on one criterion.

    Attributes:
        by: Who judges.
        share: How much the judge counts beside the cell's other judges; above 0, any unit.
        shape: What the judge says.
    """

    by: str
    share: float
    shape: Shape


Mixture = tuple[Judged, ...]  # the judgements of one option on one criterion: a linear opinion pool


def simplest(shape: Shape) -> Shape:
    """The same distribution in its simplest form: a range of no width is a fixed score.

    Raises:
        ValueError: If the numbers describe no distribution.
    """
    match shape:
        case Empirical(samples):
            numbers: tuple[float, ...] = samples
            sound = bool(samples)
        case Normal(mean, sd):
            numbers, sound = (mean, sd), sd >= 0
        case Beta(a, b, low, high):
            numbers, sound = (a, b, low, high), a > 0 and b > 0 and low <= high
        case Uniform(low, high):
            numbers, sound = (low, high), low <= high
        case Triangular(low, likely, high) | Pert(low, likely, high):
            numbers, sound = (low, likely, high), low <= likely <= high
        case Fixed(score):
            numbers, sound = (score,), True
    if not sound or not all(map(isfinite, numbers)):
        raise ValueError(f"{shape} describes no distribution")
    match shape:
        case Empirical(samples) if len(set(samples)) == 1:
            return Fixed(samples[0])
        case Normal(mean, 0):
            return Fixed(mean)
        case Uniform(low, high) | Triangular(low, _, high) | Pert(low, _, high) if low == high:
            return Fixed(low)
        case Beta(_, _, low, high) if low == high:
            return Fixed(low)
    return shape
