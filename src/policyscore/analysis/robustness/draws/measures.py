"""What counts over draws say of each option."""

from array import array
from collections.abc import Sequence
from math import fsum

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.errors_of_shares import standard_errors
from policyscore.analysis.robustness.draws.tally import Tally
from policyscore.analysis.robustness.results import OptionShares
from policyscore.analysis.robustness.uncertain.same_bits import log

_LOG_2 = 0.6931471805599453


def option_shares(
    tally: Tally,
    options: Sequence[str],
    criteria: Sequence[str],
    confidence: Sequence[float | None],
) -> tuple[OptionShares, ...]:
    """Make the counts into shares.

    Args:
        tally: The counts.
        options: Ids of the options.
        criteria: Ids of the criteria.
        confidence: How often each option is first at its central weights, or None.
    """
    shares = tally.ranks / tally.draws
    errors = standard_errors(tally.ranks, tally.rank_squares, tally.blocks, tally.draws)
    holistic_errors = standard_errors(
        tally.summaries[:, 1], tally.summary_products[:, 1], tally.blocks, tally.draws
    )
    central = central_weights(tally)
    ranked = tally.draws - tally.ranks[:, -1]
    rank_errors = _ratio_errors(tally, ranked)
    found = []
    for i, option in enumerate(options):
        weights = central[i]
        found.append(
            OptionShares(
                option,
                float(shares[i, 0]),
                float(errors[i, 0]),
                array("d", shares[i, :-1].tobytes()),
                array("d", errors[i, :-1].tobytes()),
                float(shares[i, -1]),
                None if weights is None else dict(zip(criteria, map(float, weights), strict=True)),
                0.0 if weights is None else float(tally.ranks[i, 0]),
                confidence[i],
                float(tally.summaries[i, 0] / ranked[i]) if ranked[i] > 0 else None,
                float(rank_errors[i]),
                entropy([float(share) for share in shares[i]]),
                float(tally.summaries[i, 1] / tally.draws),
                float(holistic_errors[i]),
            )
        )
    return tuple(found)


def _ratio_errors(tally: Tally, ranked: Floats) -> Floats:
    """Standard errors of mean ranks: of a ratio of two sums (Cochran 1977, ch. 6)."""
    if tally.blocks < 2:
        return np.full(len(ranked), np.nan)
    counted = np.maximum(ranked, 1.0)
    mean = tally.summaries[:, 0] / counted
    squares, _, products, counts = tally.summary_products.T
    spread = np.maximum(squares - 2.0 * mean * products + mean * mean * counts, 0.0)
    return np.asarray(np.sqrt(spread * tally.blocks / (tally.blocks - 1)) / counted)


def central_weights(tally: Tally) -> list[Floats | None]:
    """The mean weights over the draws in which each option is first; None if it never is."""
    first = tally.ranks[:, 0]
    found: list[Floats | None] = []
    for sums, count in zip(tally.first_weights, first, strict=True):
        if count <= 0:
            found.append(None)
            continue
        mean = np.maximum(sums / count, 0.0)
        found.append(np.asarray(mean / fsum(mean.tolist())))
    return found


def entropy(shares: Sequence[float]) -> float:
    """Shannon's entropy in bits of shares that sum to 1."""
    some = np.array([share for share in shares if share > 0])
    return fsum((-some * log(some)).tolist()) / _LOG_2 + 0.0


def entropy_of_first(shares: Sequence[float]) -> float:
    """Shannon's entropy in bits of who is first, among the futures in which anybody is.

    Args:
        shares: How often each option is first; they sum to less than 1 if in some futures all
            options are excluded.
    """
    decided = fsum(shares)
    return entropy([share / decided for share in shares]) if decided > 0 else 0.0


def pairwise_shares(tally: Tally, options: Sequence[str]) -> dict[str, dict[str, float]] | None:
    """How often each option is better than each other; None if that was not counted."""
    if not len(tally.wins):
        return None
    shares = (tally.wins / tally.draws).tolist()
    return {
        option: {other: shares[i][j] for j, other in enumerate(options) if i != j}
        for i, option in enumerate(options)
    }
