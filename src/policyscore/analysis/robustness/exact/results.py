"""Exact parts as a result: the whole of one, or laid over what was drawn."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.measures import entropy, entropy_of_first
from policyscore.analysis.robustness.draws.sampling import MOST_PAIRED, RANK_WEIGHTS
from policyscore.analysis.robustness.draws.tally import rank_weights
from policyscore.analysis.robustness.exact.parts import ExactParts
from policyscore.analysis.robustness.exact.scores import exact_cuts
from policyscore.analysis.robustness.results import PARTS, OptionShares, Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells

_NO_PAIRS = "With {} options it is not shown which of each pair is better; it is for up to {}."
Confidence = Sequence[float | None]


def exact_result(
    cells: Cells,
    parts: ExactParts,
    confidence: Confidence,
    *,
    profile: str | None,
    weights: str,
    seed: int,
) -> Robustness:
    """A result of which nothing is drawn.

    Args:
        cells: The decision.
        parts: All parts.
        confidence: How often each option is first at its central weights, or None.
        profile: Id of the profile that the weights are of, or None.
        weights: What the weights are.
        seed: What draws would have started from.
    """
    options = len(cells.options)
    nothing = array("d", bytes(8 * options))
    none = OptionShares("", 0.0, 0.0, nothing, nothing, 0.0, None, 0.0, None, None, 0.0, 0.0, 0, 0)
    blank = tuple(replace(none, option=option) for option in cells.options)
    shares = _shares(cells, blank, parts, confidence)
    paired = options <= MOST_PAIRED
    return Robustness(
        profile,
        weights,
        shares,
        None if parts.pairwise is None else _pairs(cells, parts.pairwise),
        entropy_of_first([each.first for each in shares]),
        RANK_WEIGHTS,
        exact=True,
        samples=0,
        score_draws=0,
        replicates=0,
        seed=seed,
        half_width=0.0,
        exact_parts=PARTS,
        cuts=exact_cuts(cells),
        left_out=() if paired else (_NO_PAIRS.format(options, MOST_PAIRED),),
    )


def laid_over(
    found: Robustness, cells: Cells, parts: ExactParts, confidence: Confidence | None
) -> Robustness:
    """What was drawn with exact parts in its place.

    Args:
        found: What was drawn.
        cells: The decision.
        parts: What is exact.
        confidence: How often each option is first at exact central weights; None to keep what was
            drawn.
    """
    kept = [each.confidence for each in found.options] if confidence is None else confidence
    shares = _shares(cells, found.options, parts, kept)
    if parts.first is not None:
        found = replace(found, entropy=entropy_of_first([each.first for each in shares]))
    if parts.ranks is not None:
        found = replace(found, half_width=0.0)
    if parts.pairwise is not None:
        pairwise = _pairs(cells, parts.pairwise)
        found = replace(found, pairwise=pairwise, pairwise_half_width=0.0)
    return replace(found, options=shares, exact_parts=parts.had)


def central_rows(parts: ExactParts) -> list[Floats | None]:
    """The central weights of each option, None if it is never first."""
    if parts.central is None:
        return [None] * len(parts.excluded)
    return [None if np.isnan(row).any() else row for row in parts.central]


def _pairs(cells: Cells, table: Floats) -> dict[str, dict[str, float]]:
    return {
        option: {other: row[j] for j, other in enumerate(cells.options) if j != i}
        for i, (option, row) in enumerate(zip(cells.options, table.tolist(), strict=True))
    }


def _shares(
    cells: Cells, drawn: Sequence[OptionShares], parts: ExactParts, confidence: Confidence
) -> tuple[OptionShares, ...]:
    """The shares of each option, each part that is exact in place of what was drawn."""
    criteria = [scale.criterion for scale in cells.scales]
    central = central_rows(parts)
    count = len(drawn)
    exactly = array("d", bytes(8 * count))
    found = []
    for i, each in enumerate(drawn):
        changed = replace(each, excluded=float(parts.excluded[i]), confidence=confidence[i])
        if parts.first is not None:
            changed = replace(changed, first=float(parts.first[i]), first_error=0.0)
        if parts.ranks is not None:
            ranks = parts.ranks[i]
            changed = replace(
                changed,
                acceptability=array("d", ranks.tobytes()),
                errors=exactly,
                entropy=entropy([*ranks.tolist(), changed.excluded]),
                holistic=float(ranks @ rank_weights(count)),
                holistic_error=0.0,
            )
        if parts.expected is not None:
            mean = float(parts.expected[i])
            rank = None if np.isnan(mean) else mean
            changed = replace(changed, expected_rank=rank, expected_rank_error=0.0)
        if parts.central is not None:
            row = central[i]
            weights = None if row is None else dict(zip(criteria, row.tolist(), strict=True))
            changed = replace(changed, central_weights=weights, central_draws=0.0)
        found.append(changed)
    return tuple(found)
