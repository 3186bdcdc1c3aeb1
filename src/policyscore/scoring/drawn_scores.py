"""What counts of a judgement given as a distribution: the mean of its draws, and a range."""

from math import erfc, exp, fsum, pi, sqrt

from policyscore.case.distributions import Distribution, distribution_of, form_of
from policyscore.case.options import Judgement

CENTRAL = 0.95
_TAIL = (1 - CENTRAL) / 2
_NORMAL_QUANTILE = 1.959963984540054  # of 1 - _TAIL
# Scales narrower than this many standard deviations are integrated over instead.
_NARROW = 0.01
_NOTHING_BELOW = -40.0
_NEGLIGIBLE = 8.5  # standard deviations from the mean: 1e-18 of the draws lie further


def mean_score(distribution: Distribution) -> float:
    """The mean of what is drawn, draws beyond the scale counting as its end.

    Args:
        distribution: A distribution of kind `normal`, `beta` or `empirical`.

    Returns:
        The mean, on the criterion's scale, within `central_range`.

    Raises:
        ValueError: If it is of another kind: those count by what the judge holds likely.
    """
    low, high = distribution.ends
    match distribution.kind:
        case "normal":
            mean, deviation = distribution.parameters
            found = _clipped_normal_mean(mean, deviation, low, high)
        case "beta":
            a, b, low, high = distribution.parameters
            found = _between(low, high, a / (a + b))
        case "empirical":
            samples = _on_scale(distribution)
            low, high = samples[0], samples[-1]
            found = fsum(sample / len(samples) for sample in samples)
        case _:
            raise ValueError(f"a judgement of kind {distribution.kind} counts as what is likely")
    return min(max(found, low), high)


def central_range(distribution: Distribution) -> tuple[float, float]:
    """The range that a distribution allows: its central 95%, cut off at the ends of the scale.

    A normal distribution has no ends, and the utmost ends of the others are as improbable as its
    tails; so of each the lowest and the highest 2.5% are left out. Of samples that leaves out
    whole samples: none of fewer than 40. A mean that lies beyond the rest, as that of very uneven
    samples may, is let in.

    Args:
        distribution: As for `mean_score`.

    Returns:
        Low and high, on the criterion's scale.
    """
    ends = distribution.ends
    match distribution.kind:
        case "normal":
            mean, deviation = distribution.parameters
            reach = _NORMAL_QUANTILE * deviation
            low, high = _within(mean - reach, ends), _within(mean + reach, ends)
        case "beta":
            from policyscore.scoring.beta_quantiles import beta_range  # noqa: PLC0415 (rarely used)

            a, b, *ends_of_beta = distribution.parameters
            least, most = ends_of_beta
            low, high = (_between(least, most, share) for share in beta_range(a, b, _TAIL))
        case _:
            samples = _on_scale(distribution)
            left_out = len(samples) // 40
            low, high = samples[left_out], samples[-1 - left_out]
    score = mean_score(distribution)
    return min(low, score), max(high, score)


def extent(judgement: Judgement, ends: tuple[float, float]) -> tuple[float, ...]:
    """Where the least and the greatest scores lie that a judge holds possible.

    Args:
        judgement: A judgement that is not `unknown`.
        ends: Lowest and highest number of the scale.

    Returns:
        Two numbers, beyond the scale where draws would be; nothing for a single number. Of a
        normal distribution they leave out what is no part of its mean as a float holds it.
    """
    if not form_of(judgement):
        return tuple(x for x in (judgement.low, judgement.high) if x is not None)
    distribution = distribution_of(judgement, ends)
    match distribution.kind:
        case "normal":
            mean, deviation = distribution.parameters
            return mean - _NEGLIGIBLE * deviation, mean + _NEGLIGIBLE * deviation
        case "empirical":
            return min(distribution.parameters), max(distribution.parameters)
        case _:
            return distribution.parameters[-2:]


def _on_scale(distribution: Distribution) -> list[float]:
    """The samples, sorted, those beyond the scale as its end."""
    return sorted(_within(sample, distribution.ends) for sample in distribution.parameters)


def _within(score: float, ends: tuple[float, float]) -> float:
    return min(max(score, ends[0]), ends[1])


def _between(low: float, high: float, share: float) -> float:
    """The number at a share of the way, between the two also after rounding."""
    return min(max(low + (high - low) * share, low), high)


def _clipped_normal_mean(mean: float, deviation: float, low: float, high: float) -> float:
    """The mean of a normal distribution whose tails are put at two ends (a two-limit Tobit).

    E[min(max(X, l), h)] = m + s (L((l - m) / s) - L((m - h) / s)), where L(z) = phi(z) + z Phi(z)
    is the mean of what exceeds -z (Rosett & Nelson 1975, *Econometrica* 43:141-146). Where s is
    much larger than the scale, the two terms cancel; there the survival function, which is then
    nearly straight, is integrated over the scale by Gauss's rule of three points.
    """
    a, b = (low - mean) / deviation, (high - mean) / deviation
    if a > -_NOTHING_BELOW or b < _NOTHING_BELOW:
        return mean  # beyond the scale with all that is around it
    if b - a >= _NARROW:
        return mean + deviation * (_excess(a) - _excess(-b))
    middle, half = (a + b) / 2, (b - a) / 2
    offset = half * sqrt(0.6)
    above = 5 * _above(middle - offset) + 8 * _above(middle) + 5 * _above(middle + offset)
    return low + (high - low) * (above / 18)


def _excess(z: float) -> float:
    """The mean of a standard normal's excess over -z, none of it counted below."""
    if z < _NOTHING_BELOW:
        return 0.0
    return max(exp(-z * z / 2) / sqrt(2 * pi) + z * _above(-z), 0.0)


def _above(z: float) -> float:
    """The share of a standard normal above z."""
    return erfc(z / sqrt(2)) / 2
