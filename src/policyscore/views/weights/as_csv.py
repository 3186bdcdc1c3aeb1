"""Weights as CSV: a line for each criterion and group, columns for each profile."""

from collections.abc import Sequence
from typing import Any

from policyscore.case.case import Case
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.csv_text import csv_text


def weights_csv(case: Case, tables: Sequence[WeightTable]) -> str:
    """The weights of one profile or several, with the swings that they are the worth of.

    Weights are shares of the whole, `local` ones shares of the group; `low` and `high` are empty
    where a weight is fixed.
    """
    header = ["id", "title", "kind", "group", "from", "from_words", "to", "to_words"]
    for table in tables:
        header += [f"{what}:{table.profile}" for what in ("weight", "local", "low", "high")]
    rows = []
    for index, row in enumerate(tables[0].rows):
        kind = "group" if row.is_group else "criterion"
        cells: list[Any] = [row.id, case.member_title(row.id), kind, row.parent]
        swing = tables[0].swings.get(row.id)
        ends = () if swing is None else (swing.start, swing.end)
        cells += [part for end in ends for part in (end.score, end.words)] or [None] * 4
        for table in tables:
            of_profile = table.rows[index]
            cells += [of_profile.weight, of_profile.local, *(of_profile.extent or (None, None))]
        rows.append(cells)
    return csv_text(header, rows)
