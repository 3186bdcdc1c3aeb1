"""Draws of the values of a slab of options, by exactly rounded operations alone."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.draws.slabs import Kind, Mapped, Parts, Slab
from policyscore.analysis.robustness.uncertain.quantile_rows import beta_rows
from policyscore.analysis.robustness.uncertain.quantile_tables import beta_table, normal_table
from policyscore.analysis.robustness.uncertain.scale_values import map_values

Take = Callable[[int], Floats]

_IN_CACHE = 1 << 14  # numbers of an array that passes through several steps


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
        part = uniform[kind.uniforms]
        if kind.parts is None:
            drawn[kind.cells] = _draw_kind(kind, part, None, cuts)
            continue
        chosen, within = _choose(kind.parts, part, expert)
        found = _draw_kind(kind, within, chosen, cuts)
        drawn[kind.cells] = np.where(chosen, found, drawn[kind.cells])
    excluded = None
    if slab.excluded.any() or any(
        m.at_least is not None or m.at_most is not None for m in slab.mapped
    ):
        excluded = np.repeat(slab.excluded[:, None], draws, axis=1)
    for mapped in slab.mapped:
        _map(mapped, drawn, excluded)
    return SlabDraws(drawn.reshape(slab.options, width, draws), excluded)


def _choose(parts: Parts, uniform: Floats, expert: Ints | None) -> tuple[Bools, Floats]:
    """Where it is this judge's turn, and where the uniform number then lies in the judge's part."""
    low, high = parts.low, parts.high
    turn: Bools = np.ones(uniform.shape, dtype=np.bool_)
    if expert is not None:
        heard = parts.heard[:, expert]
        low, high = np.where(heard, parts.own_low, low), np.where(heard, parts.own_high, high)
        turn = ~heard | (parts.expert == expert)
    chosen = turn & (low <= uniform) & (uniform < high)
    within = (uniform - low) / (high - low)
    return chosen, np.minimum(np.maximum(within, 0.0), _BELOW_ONE)


_BELOW_ONE = 1.0 - 2.0**-53


def _draw_kind(kind: Kind, uniform: Floats, chosen: Bools | None, cuts: Ints | None) -> Floats:
    """Turn uniform numbers into draws, elementwise."""
    numbers = kind.numbers
    match kind.name:
        case "fixed":
            drawn = np.broadcast_to(numbers[0], uniform.shape)
        case "uniform":
            drawn = numbers[0] + numbers[1] * uniform
        case "triangular":
            drawn = triangular(uniform, *numbers)
        case "normal":
            drawn = numbers[0] + numbers[1] * normal_table().draw(uniform)
        case "beta":
            drawn = numbers[0] + numbers[1] * beta_table(*kind.table).draw(uniform)
        case "betas":
            drawn = numbers[0] + numbers[1] * beta_rows(numbers[2], numbers[3]).draw(uniform)
        case _:
            samples = np.array(kind.table)
            drawn = samples[np.floor(uniform * len(samples)).astype(np.int64)]
    if kind.ends is None:
        return drawn
    low, high = np.minimum(*kind.ends), np.maximum(*kind.ends)
    if cuts is not None:
        beyond = (drawn < low) | (drawn > high)
        if chosen is not None:
            beyond &= chosen
        cuts[kind.judgements] += np.count_nonzero(beyond, axis=1)
    return np.minimum(np.maximum(drawn, low), high)


def triangular(
    uniform: Floats, base: Floats, below: Floats, rise: Floats, above: Floats, fall: Floats
) -> Floats:
    """Triangular draws from a to b with mode m by the inverse distribution function.

    The two branches of the inverse are sqrt(u (b - a) (m - a)) above a, up to the mode, and
    sqrt((1 - u) (b - a) (b - m)) below b, from the mode on. Cut at m - a and b - m they can be
    added without asking which of them holds.

    Args:
        uniform: Numbers from 0 to below 1.
        base: a + (b - m).
        below: (b - a) (m - a).
        rise: m - a.
        above: (b - a) (b - m).
        fall: b - m.
    """
    drawn = np.empty(uniform.shape)
    some = max(1, _IN_CACHE // uniform.shape[1])
    for first in range(0, len(uniform), some):
        rows = slice(first, first + some)
        up, part = drawn[rows], uniform[rows]
        np.multiply(part, below[rows], out=up)
        np.sqrt(up, out=up)
        np.minimum(up, rise[rows], out=up)
        down = 1.0 - part
        down *= above[rows]
        np.sqrt(down, out=down)
        np.minimum(down, fall[rows], out=down)
        up -= down
        up += base[rows]
    return drawn


def _map(mapped: Mapped, drawn: Floats, excluded: Bools | None) -> None:
    """Check the scores of a criterion, and make them into values, in place."""
    scores = drawn[mapped.cells]
    if excluded is not None:
        if mapped.at_least is not None:
            excluded[mapped.options] |= scores < mapped.at_least
        if mapped.at_most is not None:
            excluded[mapped.options] |= scores > mapped.at_most
    drawn[mapped.cells] = map_values(scores, mapped.scores, mapped.values)
