"""The linear program of the nearest weights under which an option wins over all others.

Weights are w + p - q with p and q not negative, q <= w and sums of p and q alike; the least sum of
p and q is the least total change. One unknown z stands for the best of all totals, less that of the
option that is first now, so that every option k has one row, d_k · (p - q) - z <= its gap, whoever
is to win; the winner's row alone is turned round. One model thus serves all rivals and is kept
warm, and rows are added only as they are broken (Dantzig, Fulkerson & Johnson 1954, *Operations
Research* 2(4):393-410).
"""

import highspy
import numpy as np

from policyscore.analysis.sensitivity.table import Floats

_FEASIBLE = 1e-10
_BROKEN = 2e-10  # value points
_ROWS_AT_ONCE = 4
_ROUNDS = 500
_ANSWERS = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible)


class WinningProgram:
    """The program for one set of weights and one option that is first under them.

    Attributes:
        ahead: k × n; by how much each of k options is better than the first, by criterion, in
            value points.
        weights: n; the present weights, which sum to 1.
        runs: How many programs have been solved.
    """

    def __init__(self, ahead: Floats, weights: Floats) -> None:
        self.ahead = ahead
        self.weights = weights
        self.runs = 0
        self._gaps = -(ahead @ weights)
        self._row_of: dict[int, int] = {}
        self._highs = _model(weights)

    def nearest(self, winner: int, lead: float = 0.0) -> Floats | None:
        """The nearest weights under which an option is no worse than any other.

        Args:
            winner: Which of the k options.
            lead: By how many value points it must be better than every other.

        Returns:
            n: the weights; None if there are none.
        """
        n = len(self.weights)
        highs = self._highs
        row = self._row(winner)
        infinity = highs.getInfinity()
        highs.changeRowBounds(row, float(self._gaps[winner]) + lead, infinity)
        found = None
        for _ in range(_ROUNDS):
            if not self._solve():
                break
            solution = np.array(highs.getSolution().col_value)
            change = solution[:n] - solution[n : 2 * n]
            over = self.ahead @ change - self._gaps - max(float(solution[-1]), 0.0)
            over[winner] = -np.inf
            worst = np.argsort(-over)[:_ROWS_AT_ONCE]
            broken = [int(k) for k in worst if over[k] > _BROKEN and k not in self._row_of]
            if not broken:
                weights = np.clip(self.weights + change, 0.0, None)
                found = weights / weights.sum()
                break
            for k in broken:
                self._row(k)
        highs.changeRowBounds(row, -infinity, float(self._gaps[winner]))
        return found

    def _solve(self) -> bool:
        """Solve; afresh if the warm start leads nowhere. Whether there is a solution."""
        self._highs.run()
        self.runs += 1
        status = self._highs.getModelStatus()
        if status not in _ANSWERS:
            self._highs.clearSolver()
            self._highs.run()
            status = self._highs.getModelStatus()
        return bool(status == highspy.HighsModelStatus.kOptimal)

    def _row(self, option: int) -> int:
        """The row of an option, added if it is not there yet."""
        if option not in self._row_of:
            n = len(self.weights)
            ahead = self.ahead[option]
            coefficients = np.concatenate([ahead, -ahead, [-1.0]])
            self._row_of[option] = self._highs.getNumRow()
            self._highs.addRow(
                -self._highs.getInfinity(),
                float(self._gaps[option]),
                2 * n + 1,
                np.arange(2 * n + 1, dtype=np.int32),
                coefficients,
            )
        return self._row_of[option]


def _model(weights: Floats) -> highspy.Highs:
    """The model without any option: p, q and z, and sums that are alike."""
    n = len(weights)
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("presolve", "off")
    highs.setOptionValue("solver", "simplex")
    highs.setOptionValue("primal_feasibility_tolerance", _FEASIBLE)
    highs.setOptionValue("dual_feasibility_tolerance", _FEASIBLE)
    none = np.array([], dtype=np.int32)
    for _ in range(n):
        highs.addCol(1.0, 0.0, 1.0, 0, none, np.array([]))
    for weight in weights:
        highs.addCol(1.0, 0.0, float(weight), 0, none, np.array([]))
    highs.addCol(0.0, 0.0, highs.getInfinity(), 0, none, np.array([]))
    signs = np.concatenate([np.ones(n), -np.ones(n)])
    highs.addRow(0.0, 0.0, 2 * n, np.arange(2 * n, dtype=np.int32), signs)
    return highs
