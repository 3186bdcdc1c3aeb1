"""Which options can be first, and under which weights: potential optimality.

An option can be first if some admissible weights put no other option above it (Hazen 1986,
"Partial information, dominance, and potential optimality in multiattribute utility theory",
Operations Research 34(2):296-310). The weights shown are those at which its least lead over all
others is largest. With z the largest total among the others, that is the least of z - total, so
one program serves all options: only its costs change from one to the next. Rivals join it when they
turn out to be ahead; when it holds more than can matter at once, it starts afresh, which took a
third less time than keeping them all (1,000 options, 20 criteria).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from policyscore.analysis.admissible_sets import AdmissibleSet
from policyscore.analysis.dominance.arrays import Flags, Floats
from policyscore.analysis.dominance.linear_constraints import Constraints, Row, constraints
from policyscore.analysis.dominance.warm_program import WarmProgram

_AHEAD = 1e-11  # of the largest value; a rival by so much above z joins the program
_JOINING = 10


@dataclass(frozen=True, slots=True)
class Best:
    """The best that weights can do for an option.

    Attributes:
        lead: By how many value points it then leads all others at least; negative if it is behind;
            None if there are no others.
        weights: Those weights; (m,), of sum 1.
    """

    lead: float | None
    weights: Floats


def best_leads(
    admissible: AdmissibleSet, mine: Floats, theirs: Floats, same: Flags
) -> Iterator[Best]:
    """The best that admissible weights can do for each option.

    Args:
        admissible: The set of weights.
        mine: Values of each option as the one that is to be first; n × m.
        theirs: Values of each option as a rival; n × m.
        same: Whether the option of the column is none of the rivals of that of the row: itself,
            and its twins; n × n.

    Returns:
        One for each option.
    """
    if len(mine):
        rivals = _Rivals(constraints(admissible), mine, theirs)
        for option in range(len(mine)):
            yield rivals.best(option, same[option])


class _Rivals:
    """The program, with the rivals that have mattered so far."""

    def __init__(self, admissible: Constraints, mine: Floats, theirs: Floats) -> None:
        # values are of the order of 1 in the program, as solvers like them
        self._scale = max(float(np.abs(mine).max()), float(np.abs(theirs).max()), 1e-300)
        self._mine, self._theirs = mine / self._scale, theirs / self._scale
        self._weights = admissible.weights
        self._own, self._others = self._mine @ self._weights, self._theirs @ self._weights
        self._set = admissible.rows
        self._largest = self._weights.shape[1]  # the place of z among the unknowns
        self._most = 40 + 3 * self._largest
        self._start()

    def _start(self) -> None:
        """Set the program up without any rival."""
        self._program = WarmProgram([0.0] * self._largest + [-np.inf], self._set)
        self._rows: dict[int, int] = {}

    def best(self, option: int, same: Flags) -> Best:
        """The best for one option."""
        if len(self._rows) > self._most:
            self._start()
        freed = [row for rival, row in self._rows.items() if same[rival]]
        for row in freed:
            self._program.bound(row, -np.inf, np.inf)
        alone = bool(same.all())
        if len(freed) == len(self._rows) and not alone:  # z must be held by something
            self._join(int(np.flatnonzero(~same)[0]))
        costs = np.append(-self._own[option], 0.0 if alone else 1.0)
        while True:
            found = self._program.solve(costs)
            totals = np.where(same, -np.inf, self._others @ found[:-1])
            joining = [
                int(rival)
                for rival in np.argsort(-totals, kind="stable")[:_JOINING]
                if totals[rival] > found[-1] + _AHEAD and int(rival) not in self._rows
            ]
            if not joining:
                break
            for rival in joining:
                self._join(rival)
        for row in freed:
            self._program.bound(row, 0.0, np.inf)
        weights = self._weights @ np.maximum(found[:-1], 0.0)
        # the last bits differ from one machine and version of the solver to the next
        weights = np.round(weights / weights.sum(), 14)
        others = np.where(same, -np.inf, self._theirs @ weights)
        lead = float(self._mine[option] @ weights - others.max()) * self._scale
        return Best(None if alone else round(lead, 11), weights)

    def _join(self, rival: int) -> None:
        """Let z be no less than a rival's total."""
        coefficients = {
            unknown: -float(value) for unknown, value in enumerate(self._others[rival]) if value
        }
        row = Row(0.0, np.inf, {**coefficients, self._largest: 1.0})
        self._rows[rival] = self._program.add(row)
