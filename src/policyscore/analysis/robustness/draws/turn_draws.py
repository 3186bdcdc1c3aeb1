"""Draws of scores that several judge: of each draw only the judgement whose turn it is."""

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.draws.judgement_draws import draw_judged
from policyscore.analysis.robustness.draws.slabs import Turns

_BELOW_ONE = 1.0 - 2.0**-53
_AT_ONCE = 1 << 17  # numbers that are worked on at a time
_FEW = 8  # turns of a row, up to which comparing is faster than searching


def draw_turns(turns: Turns, uniform: Floats, expert: Ints | None, cuts: Ints | None) -> Floats:
    """Draw what several judge.

    Args:
        turns: Whose turn it is.
        uniform: Numbers from 0 to below 1, shape (cells, draws).
        expert: The number of the expert drawn in each draw, shape (draws,), or None.
        cuts: For each judgement, how many draws were cut at the ends; counted on. Or None.

    Returns:
        Shape (cells, draws).
    """
    found = np.empty(uniform.shape)
    some = max(1, _AT_ONCE // uniform.shape[1])
    for start in range(0, len(uniform), some):
        cells = slice(start, start + some)
        rows = turns.rows[cells]
        rows = rows[:, :1] if expert is None else rows[:, expert]
        found[cells] = _draw(turns, uniform[cells], rows, cuts)
    return found


def _draw(turns: Turns, uniform: Floats, rows: Ints, cuts: Ints | None) -> Floats:
    at = _turn(turns, uniform, rows)
    low = turns.low.take(at)
    within = uniform - low
    within /= turns.high.take(at) - low
    np.maximum(within, 0.0, out=within)
    np.minimum(within, _BELOW_ONE, out=within)
    judged, within = turns.judged.take(at).reshape(-1), within.reshape(-1)
    if len(turns.kinds) == 1:
        return draw_judged(turns.kinds[0], within, judged, cuts).reshape(uniform.shape)
    kinds = turns.kind_of.take(judged)
    order = np.argsort(kinds, kind="stable")
    judged, within = judged[order], within[order]
    ends = np.add.accumulate(np.bincount(kinds, minlength=len(turns.kinds)))
    drawn = np.empty(within.shape)
    start = 0
    for number, (kind, stop) in enumerate(zip(turns.kinds, ends.tolist(), strict=True)):
        if stop > start:
            some = slice(start, stop)
            number_of = judged[some] - turns.starts[number]
            drawn[some] = draw_judged(kind, within[some], number_of, cuts)
        start = stop
    found = np.empty(uniform.size)
    found[order] = drawn
    return found.reshape(uniform.shape)


def _turn(turns: Turns, uniform: Floats, row: Ints) -> Ints:
    """The number of the turn, shape (cells, draws)."""
    first, last = turns.first[row], turns.last[row]
    most = int((last - first).max())
    if row.shape[1] > 1 or most >= _FEW:
        found = np.searchsorted(turns.raised, uniform + row, side="right") - 1
        return np.asarray(np.minimum(np.maximum(found, first), last))
    at = np.repeat(first, uniform.shape[1], axis=1)
    for later in range(1, most + 1):
        place = np.minimum(first + later, last)
        begins = np.where(first + later <= last, turns.low[place], np.inf)
        at += uniform >= begins
    return at
