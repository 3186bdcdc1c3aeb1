"""How far each option can lead each other one, from which all relations between pairs follow."""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.admissible_sets import AdmissibleSet
from policyscore.analysis.dominance.arrays import Flags, Floats
from policyscore.analysis.dominance.greatest_values import greatest
from policyscore.scoring.ranking import TIE

_PAIRS_AT_ONCE = 8_000


def greatest_leads(weights: AdmissibleSet, mine: Floats, theirs: Floats) -> Floats:
    """The greatest lead, in value points, that each option can have over each other one.

    Args:
        weights: The admissible weights.
        mine: Values of the options that lead, criteria in the set's order; n × m.
        theirs: Values of the options that are led, n × m: the same for point values; the worst
            that judgements allow, against the best in `mine`, for what is possible at all.

    Returns:
        n × n: in row a and column b the greatest of total(a) - total(b) over all weights, which
        is negative if b is ahead whatever the weights; 0 on the diagonal.
    """
    n = len(mine)
    columns = _columns(weights, mine, theirs)
    leads = np.empty((n, n))
    step = max(_PAIRS_AT_ONCE // max(n, 1), 1)
    for start in range(0, n, step):
        rows = slice(start, min(start + step, n))

        def difference(key: str, rows: slice = rows) -> Floats:
            own, other = columns[key]
            ahead: Floats = own[rows, None] - other
            return ahead.ravel()

        leads[rows] = greatest(weights.root, difference).reshape(-1, n)
    np.fill_diagonal(leads, 0.0)
    return leads


def _columns(
    weights: AdmissibleSet, mine: Floats, theirs: Floats
) -> dict[str, tuple[Floats, Floats]]:
    """Each criterion's values, in one piece."""
    own, other = np.ascontiguousarray(mine.T), np.ascontiguousarray(theirs.T)
    return dict(zip(weights.criteria, zip(own, other, strict=True), strict=True))


@dataclass(frozen=True, slots=True)
class Relations:
    """Preference between pairs under all admissible weights.

    Greco, Mousseau & Słowiński (2008), European Journal of Operational Research 191:416-436, call
    these the necessary and the possible preference.

    Attributes:
        necessary: Whether the option of the row is at least as good as that of the column for
            all admissible weights; n × n, reflexive and transitive.
        possible: Whether it is for some; n × n.
    """

    necessary: Flags
    possible: Flags


def relations(leads: Floats) -> Relations:
    """Necessary and possible preference, from `greatest_leads`; up to the tie of a ranking."""
    necessary = closed(leads.T <= TIE)
    return Relations(necessary, (leads >= -TIE) | necessary)


def closed(relation: Flags) -> Flags:
    """The transitive closure of a reflexive relation.

    Necessary preference is transitive but for differences at the limit of a tie.
    """
    while True:
        steps = relation.astype(np.float32)
        further = (steps @ steps) > 0
        if np.array_equal(further, relation):
            return relation
        relation = further


def regrets(leads: Floats) -> Floats:
    """The largest regret of each option: how far it can be behind the best (Savage 1951); (n,)."""
    largest: Floats = leads.max(axis=0, initial=0.0)
    return largest
