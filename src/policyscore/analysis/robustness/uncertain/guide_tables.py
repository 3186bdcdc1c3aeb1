"""Finding the interval of a rising sequence that a number lies in, without a binary search.

A guide table (Chen & Asau 1974, "On generating random variates from an empirical distribution",
*AIIE Transactions* 6(2):163-166; Devroye 1986, *Non-Uniform Random Variate Generation*, sec.
III.2.4) has for each cell of an even grid the interval that the cell begins in. Where no more than
one interval begins inside the cell, a single comparison tells the rest; elsewhere, which is in the
tails, the numbers are few, and searched for.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints

Steps = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Guide:
    """Guide tables of rows of rising numbers.

    Attributes:
        raised: The numbers, each row's raised by the number of the row, shape (rows * points,).
        after: For each interval where the next begins; infinite for the last of a row.
        begins: For each cell of each row the interval it begins in, shape (rows * cells,).
        crowded: Whether more than one interval begins inside the cell.
        cells: How many cells each row has, a power of two.
        points: How many numbers each row has.
    """

    raised: Floats
    after: Floats
    begins: npt.NDArray[np.int32]
    crowded: Bools
    cells: int
    points: int

    def find(self, uniform: Floats, row: Ints) -> Steps:
        """The last number of its row that is not above each of some numbers, by its place in all.

        Args:
            uniform: From 0 to below 1.
            row: The row that each belongs to, of a shape that spreads to that of `uniform`.
        """
        cell = (uniform * self.cells).astype(np.intp)
        cell += row * self.cells
        found = self.begins.take(cell).astype(np.intp)
        found += self.after.take(found) <= uniform
        hard = np.flatnonzero(self.crowded.take(cell))
        if len(hard):
            lane = np.broadcast_to(row, uniform.shape).reshape(-1)[hard]
            rest = uniform.reshape(-1)[hard]
            place = np.searchsorted(self.raised, rest + lane, side="right") - 1
            start = lane * self.points
            found.reshape(-1)[hard] = np.minimum(
                np.maximum(place, start), start + (self.points - 1)
            )
        return found


def guide_of(chances: Floats, cells: int) -> Guide:
    """Make guide tables.

    Args:
        chances: Rising numbers from 0 to 1, the first 0, shape (rows, points).
        cells: How many cells, a power of two.
    """
    rows, points = chances.shape
    row = np.arange(rows)[:, None]
    raised = (chances + row).reshape(-1)
    edges = np.arange(cells + 1) / cells + row
    least: Ints = (row * points).astype(np.int64)
    begins = np.searchsorted(raised, edges[:, :-1], side="right") - 1
    begins = np.minimum(np.maximum(begins, least), least + points - 1)
    last = np.searchsorted(raised, edges[:, 1:], side="left") - 1
    after = np.append(chances[:, 1:], np.full((rows, 1), np.inf), axis=1)
    return Guide(
        raised,
        after.reshape(-1),
        begins.reshape(-1).astype(np.int32),
        (last - begins > 1).reshape(-1),
        cells,
        points,
    )
