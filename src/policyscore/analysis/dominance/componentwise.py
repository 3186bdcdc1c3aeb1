"""Dominance criterion by criterion, whatever the weights (Keeney & Raiffa 1976, ch. 3).

Practical dominance leaves small disadvantages out of account (Hammond, Keeney & Raiffa 1998,
"Even swaps", Harvard Business Review 76(2):137-149).
"""

import numpy as np

from policyscore.analysis.dominance.arrays import Flags, Floats, ValueTable
from policyscore.scoring.ranking import TIE

_CELLS_AT_ONCE = 2_000_000


def dominates(mine: Floats, theirs: Floats, tolerance: float = 0.0) -> Flags:
    """Which options are nowhere worse than which others, and somewhere better.

    Args:
        mine: Values of the options that dominate; n × m.
        theirs: Values of the options that are dominated; n × m.
        tolerance: Value points, 0 or more: up to so many worse is not worse, and better means
            more than so many better. At 0 what is within a tie of a ranking is equal.

    Returns:
        n × n: whether the option of the row dominates that of the column; never itself.
    """
    n, m = mine.shape
    off = max(tolerance, TIE)
    found = np.zeros((n, n), dtype=bool)
    step = max(_CELLS_AT_ONCE // max(n, 1), 1)
    for start in range(0, n, step):
        rows = slice(start, start + step)
        shape = (len(mine[rows]), n)
        nowhere_worse, somewhere_better = np.ones(shape, dtype=bool), np.zeros(shape, dtype=bool)
        for criterion in range(m):
            lead = np.subtract.outer(mine[rows, criterion], theirs[:, criterion])
            nowhere_worse &= lead >= -off
            somewhere_better |= lead > off
        found[rows] = nowhere_worse & somewhere_better
    np.fill_diagonal(found, val=False)
    return found


def dominance_over_ranges(table: ValueTable) -> tuple[Flags, Flags]:
    """Which options necessarily and which possibly dominate which others.

    Necessarily: the worst that the judgements allow of one against the best they allow of the
    other, each judgement being independent of all others. Possibly: the other way round.

    Returns:
        Two arrays, n × n. What dominates necessarily dominates on point values, and what does
        that dominates possibly.
    """
    return dominates(table.lows, table.highs), dominates(table.highs, table.lows)
