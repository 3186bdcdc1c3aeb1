"""Draws of the values of a slab of options, by exactly rounded operations alone."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.draws.judgement_draws import draw_kind
from policyscore.analysis.robustness.draws.slabs import Mapped, Slab
from policyscore.analysis.robustness.draws.turn_draws import draw_turns
from policyscore.analysis.robustness.uncertain.scale_values import map_values

Take = Callable[[int], Floats]


@dataclass(frozen=True, slots=True)
class SlabDraws:
    """Draws of the values of some options.

    Attributes:
        values: Value of each option on each criterion, shape (options, criteria, draws).
        excluded: Whether an option is excluded, shape (options, draws), or (options, 1) if that
            does not vary; None if none ever is.
    """

    values: Floats
    excluded: Bools | None


def draw_slab(
    slab: Slab, take: Take, draws: int, expert: Ints | None, cuts: Ints | None
) -> SlabDraws:
    """Draw the values of a slab.

    Args:
        slab: The options.
        take: Gives uniform numbers from 0 to below 1, shape (rows asked for, draws).
        draws: How many draws.
        expert: The number of the expert drawn in each draw, shape (draws,), or None.
        cuts: For each judgement, how many draws were cut at the ends; counted on. Or None.
    """
    width = len(slab.constant) // slab.options
    if not slab.uniforms:
        values = slab.constant.reshape(slab.options, width, 1)
        return SlabDraws(values, slab.excluded[:, None] if slab.excluded.any() else None)
    drawn = np.empty((len(slab.constant), draws))
    if slab.uniforms < len(slab.constant):
        drawn[:] = slab.constant
    uniform = take(slab.uniforms)
    for kind in slab.kinds:
        drawn[kind.cells] = draw_kind(kind, uniform[kind.uniforms], cuts)
    if slab.turns is not None:
        part = uniform[slab.turns.uniforms]
        drawn[slab.turns.cells] = draw_turns(slab.turns, part, expert, cuts)
    excluded = None
    if slab.excluded.any() or any(
        m.at_least is not None or m.at_most is not None for m in slab.mapped
    ):
        excluded = np.repeat(slab.excluded[:, None], draws, axis=1)
    for mapped in slab.mapped:
        _map(mapped, drawn, excluded)
    return SlabDraws(drawn.reshape(slab.options, width, draws), excluded)


def _map(mapped: Mapped, drawn: Floats, excluded: Bools | None) -> None:
    """Check the scores of a criterion, and make them into values, in place."""
    scores = drawn[mapped.cells]
    if excluded is not None:
        if mapped.at_least is not None:
            excluded[mapped.options] |= scores < mapped.at_least
        if mapped.at_most is not None:
            excluded[mapped.options] |= scores > mapped.at_most
    drawn[mapped.cells] = map_values(scores, mapped.scores, mapped.values)
