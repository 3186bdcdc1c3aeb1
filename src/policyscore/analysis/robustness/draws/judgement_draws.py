"""Uniform numbers turned into draws of judgements of the same kind, elementwise."""

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.draws.slabs import Kind
from policyscore.analysis.robustness.uncertain.quantile_rows import beta_rows
from policyscore.analysis.robustness.uncertain.quantile_tables import (
    IN_CACHE,
    beta_table,
    normal_table,
)

_STACK = 512  # beta distributions that are drawn from at a time


def draw_kind(kind: Kind, uniform: Floats, cuts: Ints | None) -> Floats:
    """Draw all judgements of a kind, each in every draw.

    Args:
        kind: The judgements.
        uniform: Numbers from 0 to below 1, shape (judgements, draws).
        cuts: For each judgement, how many draws were cut at the ends; counted on. Or None.
    """
    if kind.name == "betas":
        shares = beta_rows(kind.numbers[2], kind.numbers[3]).draw(uniform)
        drawn = kind.numbers[0] + kind.numbers[1] * shares
    else:
        drawn = _drawn(kind.name, kind.table, kind.numbers, uniform)
    if kind.ends is None:
        return drawn
    low, high = np.minimum(*kind.ends), np.maximum(*kind.ends)
    if cuts is not None:
        beyond = (drawn < low) | (drawn > high)
        cuts[kind.judgements] += np.count_nonzero(beyond, axis=1)
    return np.minimum(np.maximum(drawn, low), high)


def draw_judged(kind: Kind, uniform: Floats, judged: Ints, cuts: Ints | None) -> Floats:
    """Draw one judgement of a kind in each draw.

    Args:
        kind: The judgements.
        uniform: Numbers from 0 to below 1, shape (draws,).
        judged: Which judgement of the kind each is of.
        cuts: As for `draw_kind`.
    """
    if kind.name == "betas":
        low, size = (each[:, 0].take(judged) for each in kind.numbers[:2])
        drawn = low + size * _betas(kind.numbers[2], kind.numbers[3], uniform, judged)
    else:
        numbers = tuple(each[:, 0].take(judged)[None, :] for each in kind.numbers)
        drawn = _drawn(kind.name, kind.table, numbers, uniform[None, :])[0]
    if kind.ends is None:
        return drawn
    start, stop = (each[:, 0].take(judged) for each in kind.ends)
    least, most = np.minimum(start, stop), np.maximum(start, stop)
    if cuts is not None:
        beyond = (drawn < least) | (drawn > most)
        np.add.at(cuts, kind.judgements[judged[beyond]], 1)
    return np.minimum(np.maximum(drawn, least), most)


def _betas(a: Floats, b: Floats, uniform: Floats, judged: Ints) -> Floats:
    """Draws of beta distributions; of those that are the same only one is laid out."""
    both, which = np.unique(np.concatenate((a, b), axis=1), axis=0, return_inverse=True)
    row = which.reshape(-1)[judged]
    found = np.empty(uniform.shape)
    for start in range(0, len(both), _STACK):
        stack = both[start : start + _STACK]
        some = np.flatnonzero((row >= start) & (row < start + len(stack)))
        if len(some):
            tables = beta_rows(stack[:, :1].copy(), stack[:, 1:].copy())
            found[some] = tables.draw_of(row[some] - start, uniform[some])
    return found


def _drawn(
    name: str, table: tuple[float, ...], numbers: tuple[Floats, ...], uniform: Floats
) -> Floats:
    match name:
        case "fixed":
            return np.broadcast_to(numbers[0], uniform.shape)
        case "uniform":
            return np.asarray(numbers[0] + numbers[1] * uniform)
        case "triangular":
            return triangular(uniform, *numbers)
        case "normal":
            return np.asarray(numbers[0] + numbers[1] * normal_table().draw(uniform))
        case "beta":
            return np.asarray(numbers[0] + numbers[1] * beta_table(*table).draw(uniform))
        case _:
            samples = np.array(table)
            return np.asarray(samples[np.floor(uniform * len(samples)).astype(np.int64)])


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
    some = max(1, IN_CACHE // uniform.shape[1])
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
