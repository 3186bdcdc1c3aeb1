"""A case as arrays, and where its options stand under one set of weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policyscore.analysis.sensitivity.flip_results import First
from policyscore.scoring.ranking import TIE
from policyscore.scoring.totals import Valued

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Table:
    """What the options are worth, whatever the weights.

    Attributes:
        options: Ids of the options, m of them.
        criteria: Ids of the criteria, n of them.
        values: m × n, from 0 to 100.
        allowed: m; whether an option meets every requirement.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    values: Floats
    allowed: Bools


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the options of a table stand under one set of weights.

    Attributes:
        table: The table.
        weights: n; they sum to 1.
        totals: m; value points from 0 to 100.
        leaders: The places in the table of the options that are first; none if all are excluded.
        first: Their ids.
    """

    table: Table
    weights: Floats
    totals: Floats
    leaders: tuple[int, ...]
    first: First


def make_table(valued: Mapping[str, Valued], criteria: Sequence[str]) -> Table:
    """Arrays of the options' values.

    Args:
        valued: Option's id to its values.
        criteria: The criteria, in the order that the columns are to have.
    """
    values = np.array([[v.values[c] for c in criteria] for v in valued.values()], dtype=float)
    return Table(
        tuple(valued),
        tuple(criteria),
        values.reshape(len(valued), len(criteria)),
        np.array([not v.misses for v in valued.values()], dtype=bool),
    )


def stand(table: Table, weights: Mapping[str, float]) -> Standing:
    """Where the options stand.

    Args:
        table: The options.
        weights: Criterion's id to weight; they sum to 1.
    """
    row = np.array([weights[c] for c in table.criteria])
    totals = table.values @ row
    leaders = leading(totals, table.allowed)
    return Standing(
        table, row, totals, tuple(leaders), tuple(sorted(table.options[i] for i in leaders))
    )


def leading(totals: Floats, allowed: Bools) -> list[int]:
    """The places of the options that are first: within 1e-9 of the best that is allowed."""
    if not allowed.any():
        return []
    best = totals[allowed].max()
    return [int(i) for i in np.flatnonzero(allowed & (totals >= best - TIE))]


def first_places(table: Table, totals: Floats, allowed: Bools, places: int) -> tuple[First, ...]:
    """The options in order up to a place, those that tie together, as a ranking has them."""
    found: list[First] = []
    order = [int(i) for i in np.argsort(-totals, kind="stable") if allowed[i]]
    start = 0
    while start < len(order) and start < places:
        end = start
        while end < len(order) and totals[order[start]] - totals[order[end]] <= TIE:
            end += 1
        found.append(tuple(sorted(table.options[i] for i in order[start:end])))
        start = end
    return tuple(found)
