"""Who leads over all futures considered, and who cannot be told from the leader."""

from collections.abc import Sequence
from math import fsum, inf, isfinite, sqrt

from policyscore.analysis.robustness.draws.errors_of_shares import student
from policyscore.analysis.robustness.results import OptionShares, Robustness

_STRAY = 1e-9  # what adding up shares may be off by


def in_order(options: Sequence[OptionShares]) -> tuple[OptionShares, ...]:
    """Options by how often they are first, then by expected rank, then by id."""

    def key(shares: OptionShares) -> tuple[float, float, str]:
        expected = inf if shares.expected_rank is None else shares.expected_rank
        return -shares.first, expected, shares.option

    return tuple(sorted(options, key=key))


def first_half_width(found: Robustness) -> float:
    """The largest half-width of a 95 % interval of how often an option is first, 0 to 1."""
    errors = [shares.first_error for shares in found.options]
    if not all(map(isfinite, errors)):
        return 1.0
    return min(_student(found) * max(errors, default=0.0), 1.0)


def confidence_half_width(found: Robustness) -> float:
    """A half-width that no confidence factor exceeds, 0 to 1; 0 if scores are certain."""
    draws = found.confidence_draws
    return min(student(draws - 1) * 0.5 / sqrt(draws), 1.0) if draws > 1 else 0.0


def told_apart(found: Robustness, a: OptionShares, b: OptionShares) -> bool:
    """Whether a 95 % interval of the difference of two first places leaves out 0.

    The standard error of a difference is at most the sum of those of its terms, whatever the two
    have to do with each other; here they are nearly opposites, so that it is not much less.
    """
    error = a.first_error + b.first_error
    return isfinite(error) and abs(a.first - b.first) > _student(found) * error + _STRAY


def _student(found: Robustness) -> float:
    return student(max(found.replicates - 1, 1))


def undecided(options: Sequence[OptionShares]) -> float:
    """The share of futures in which no option meets every requirement, 0 to 1."""
    left = 1 - fsum(shares.first for shares in options)
    return left if left > _STRAY else 0.0


def usual_weights(options: Sequence[OptionShares]) -> dict[str, float]:
    """The mean weights over the futures in which any option is first; empty if there are none.

    It is the mean of the central weights, each as often as its option is first.
    """
    winners = [shares for shares in options if shares.central_weights and shares.first > 0]
    whole = fsum(shares.first for shares in winners)
    if not winners or not whole > 0:
        return {}
    return {
        key: fsum(w.first * (w.central_weights or {})[key] for w in winners) / whole
        for key in winners[0].central_weights or {}
    }
