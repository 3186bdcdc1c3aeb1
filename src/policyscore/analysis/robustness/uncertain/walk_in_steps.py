"""Steps of a walk under an order: weight moves from one corner of a simplex to another.

The corner k of an order shares all weight among the names of its first k groups. What a step may
not cross are corners that are empty, and bounds; of each it is known how much room is left, so
that a step looks at nothing but what it changes, and bounds that others imply cost nothing.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds

_REMEMBERED = 100
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class _Step:
    """Moving weight from one corner to another.

    Attributes:
        rooms: Which rooms change, first those that grow.
        growing: How many grow.
        rates: How fast each changes, shape (rooms, 1).
        sizes: One over that, without signs.
    """

    rooms: Ints
    growing: int
    rates: Floats
    sizes: Floats


class StepWalks:
    """Walks through a set, one for each column, from its inner point.

    Args:
        bounds: The set.
        columns: How many walks.
        seed: What steps are shuffled by.
    """

    rows = 1

    def __init__(self, bounds: Bounds, columns: int, seed: int) -> None:
        self._bounds = bounds
        self._names = _names_upto(bounds)
        self._order = [group for chain in bounds.chains for group in chain]
        table, ends = _rooms(bounds)
        inner = _corners(bounds, np.array(bounds.inner))
        # Added up from left to right, for the same bits on every processor.
        rooms = np.add.accumulate(table * inner, axis=1)[:, -1] + ends
        self._rooms = np.repeat(rooms[:, None], columns, axis=1)
        self._corners = np.repeat(inner[:, None], columns, axis=1)
        self._table = table
        self._pairs = _pairs(len(inner), seed)
        # Of very many corners, steps would take more memory than time.
        self._steps = _steps_of(bounds, seed) if len(inner) <= _REMEMBERED else None
        self._next = 0

    def move(self, uniform: Floats) -> None:
        """Move every walk to a uniform point on its chord; `uniform` has shape (1, columns)."""
        taking, giving = self._pairs[self._next]
        kept = self._steps
        step = _step(self._table, taking, giving) if kept is None else kept[self._next]
        self._next = (self._next + 1) % len(self._pairs)
        rooms = self._rooms[step.rooms]
        reach = rooms * step.sizes
        back = reach[: step.growing].min(axis=0)
        shift = reach[step.growing :].min(axis=0)
        shift += back
        shift *= uniform[0]
        shift -= back
        rooms += step.rates * shift
        # Rounding may put a walk on an edge; it must never step over it.
        self._rooms[step.rooms] = np.maximum(rooms, 0.0, out=rooms)
        self._corners[taking] += shift
        self._corners[giving] -= shift

    def weights(self) -> Floats:
        """Where the walks are, shape (groups, columns)."""
        shared = self._corners / self._names[:, None]
        found = np.empty_like(shared)
        start = 0
        for chain in self._bounds.chains:
            part = shared[start : start + len(chain)]
            found[list(chain)] = np.add.accumulate(part[::-1], axis=0)[::-1]
            start += len(chain)
        return found


def _names_upto(bounds: Bounds) -> Floats:
    """How many names share each corner."""
    upto = [np.add.accumulate([bounds.counts[g] for g in chain]) for chain in bounds.chains]
    return np.concatenate(upto).astype(np.float64)


def _corners(bounds: Bounds, weights: Floats) -> Floats:
    """How much stands at each corner."""
    falls = []
    for chain in bounds.chains:
        held = weights[list(chain)]
        falls.append(held - np.append(held[1:], 0.0))
    return np.asarray(np.concatenate(falls) * _names_upto(bounds))


def _rooms(bounds: Bounds) -> tuple[Floats, Floats]:
    """How much room is left to each bound: a table times what stands at the corners, and more.

    Returns:
        The table, shape (rooms, corners), and what is to be added.
    """
    lows, highs = bounds.that_matter()
    unit, shares = np.eye(len(bounds.counts)), 1.0 / _names_upto(bounds)
    rows: list[Floats] = []
    ends: list[float] = []
    start = 0
    for chain in bounds.chains:
        stop = start + len(chain)
        for place, group in enumerate(chain, start=start):
            weight = np.zeros(len(unit))
            weight[place:stop] = shares[place:stop]
            if group in lows:
                rows.append(weight)
                ends.append(-lows[group])
            if group in highs:
                rows.append(-weight)
                ends.append(highs[group])
            if place + 1 < stop or group not in lows:  # the last weight is what its corner has
                rows.append(unit[place])
                ends.append(0.0)
        start = stop
    return np.array(rows), np.array(ends)


def _pairs(corners: int, seed: int) -> Ints:
    """Each pair of corners once, the one that is given weight first, shuffled."""
    pairs = np.stack(np.triu_indices(corners, 1), axis=1)
    return np.asarray(np.random.Generator(np.random.PCG64(seed)).permutation(pairs))


@lru_cache(maxsize=8)
def _steps_of(bounds: Bounds, seed: int) -> tuple[_Step, ...]:
    """The step of each pair of corners."""
    table, _ = _rooms(bounds)
    return tuple(_step(table, *pair) for pair in _pairs(table.shape[1], seed))


def _step(table: Floats, taking: int, giving: int) -> _Step:
    rates = table[:, taking] - table[:, giving]
    up, down = np.flatnonzero(rates > 0), np.flatnonzero(rates < 0)
    rooms = np.concatenate((up, down))
    some = rates[rooms][:, None]
    return _Step(rooms, len(up), some, 1.0 / np.abs(some))


def rooms_changed(bounds: Bounds, seed: int) -> float:
    """How many rooms a step changes, on average over some steps."""
    table, _ = _rooms(bounds)
    some = _pairs(table.shape[1], seed)[:_LOOKED_AT]
    changed = table[:, some[:, 0]] != table[:, some[:, 1]]
    return float(np.count_nonzero(changed)) / len(some)
