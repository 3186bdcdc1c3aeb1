"""What was computed for all options at once, told option by option."""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.dominance.arrays import Flags, Floats, ValueTable
from policyscore.analysis.dominance.can_be_first import Best
from policyscore.analysis.dominance.componentwise import dominance_over_ranges, dominates
from policyscore.analysis.dominance.leads import regrets
from policyscore.analysis.dominance.results import Dominators, FirstPlace, Judgements, Standing
from policyscore.scoring.ranking import TIE


def not_rivals(table: ValueTable, judgements: Judgements) -> Flags:
    """Which options are no rivals to which: themselves, and twins of the same values throughout.

    Twins tie for ever, so what parts an option from the first place is how it does against others.
    Over the judgements' ranges each twin's scores may turn out differently.
    """
    if judgements == "ranges" or not table.options:
        return np.eye(len(table.options), dtype=bool)
    _, alike = np.unique(table.likely, axis=0, return_inverse=True)
    return np.equal.outer(alike.ravel(), alike.ravel())


def dominators(table: ValueTable, tolerance: float) -> list[Dominators]:
    """What dominates each option criterion by criterion, up to a tolerance in value points."""
    necessarily, possibly = dominance_over_ranges(table)
    found = (
        _by_column(table, dominates(table.likely, table.likely)),
        _by_column(table, dominates(table.likely, table.likely, tolerance)),
        _by_column(table, necessarily),
        _by_column(table, possibly),
    )
    return [Dominators(*each) for each in zip(*found, strict=True)]


def _by_column(table: ValueTable, relation: Flags) -> list[tuple[str, ...]]:
    return [tuple(table.options[i] for i in np.flatnonzero(c).tolist()) for c in relation.T]


def standings(
    table: ValueTable,
    leads: Floats,
    best: Sequence[Best],
    dominators: Sequence[Dominators],
    values: tuple[Floats, Floats],
) -> tuple[Standing, ...]:
    """What can become of each option, those of least largest regret first.

    Args:
        table: The options.
        leads: As `greatest_leads` gives them; n × n.
        best: The best that weights can do for each option.
        dominators: What dominates each option.
        values: Values of each option as the one that is to be first, and as a rival; n × m each.
    """
    largest = regrets(leads)
    behind = leads.argmax(axis=0).tolist() if table.options else []
    found = [
        Standing(
            option,
            _first(table, place, best[place], values),
            round(float(largest[place]), 11),
            table.options[behind[place]] if largest[place] > TIE else None,
            dominators[place],
        )
        for place, option in enumerate(table.options)
    ]
    return tuple(sorted(found, key=lambda s: (round(s.regret, 9), s.option)))


def _first(table: ValueTable, place: int, best: Best, values: tuple[Floats, Floats]) -> FirstPlace:
    """Whether an option can be first, from the totals at the weights that are best for it."""
    mine, theirs = values
    weights = dict(zip(table.criteria, best.weights.tolist(), strict=True))
    lead = best.lead
    if lead is not None and lead < -TIE:
        return FirstPlace("never", lead, weights)
    level = mine[place] @ best.weights
    near = np.abs(theirs @ best.weights - level) <= TIE
    near[place] = False
    tied = tuple(table.options[i] for i in np.flatnonzero(near).tolist())
    return FirstPlace("tied" if tied else "alone", lead, weights, tied)
