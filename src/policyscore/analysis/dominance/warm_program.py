"""One linear program kept in memory and solved again and again with other costs.

HiGHS (Huangfu & Hall 2018, "Parallelizing the dual revised simplex method", Mathematical
Programming Computation 10:119-142) starts from the last solution, which is mostly close.
"""

from collections.abc import Callable, Sequence

import highspy
import numpy as np

from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.linear_constraints import Row

_FEASIBLE = 1e-10  # the strictest that HiGHS takes


class WarmProgram:
    """Minimises costs · x over the x that meet rows and bounds."""

    def __init__(self, lows: Sequence[float], rows: Sequence[Row]) -> None:
        """Set the program up.

        Args:
            lows: The least value of each unknown; -inf if there is none.
            rows: What the unknowns must meet.
        """
        make: Callable[[], highspy.Highs] = highspy.Highs  # whose own types are not written down
        self._highs = make()
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("presolve", "off"),
            ("solver", "simplex"),
            ("primal_feasibility_tolerance", _FEASIBLE),
            ("dual_feasibility_tolerance", _FEASIBLE),
        ):
            self._highs.setOptionValue(name, value)
        for low in lows:
            self._highs.addVar(low, np.inf)
        self._every = np.arange(len(lows), dtype=np.int32)
        self._rows = 0
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> int:
        """Add a row; its number."""
        unknowns = np.array(list(row.coefficients), dtype=np.int32)
        numbers = np.array(list(row.coefficients.values()), dtype=np.float64)
        self._highs.addRow(row.low, row.high, len(unknowns), unknowns, numbers)
        self._rows += 1
        return self._rows - 1

    def bound(self, row: int, low: float, high: float) -> None:
        """Change the bounds of a row."""
        self._highs.changeRowBounds(row, low, high)

    def solve(self, costs: Floats) -> Floats:
        """The x at which costs · x is least.

        Raises:
            ArithmeticError: If there is none, or it cannot be found.
        """
        self._highs.changeColsCost(len(self._every), self._every, costs)
        optimal = highspy.HighsModelStatus.kOptimal
        self._highs.run()
        if self._highs.getModelStatus() != optimal:
            self._highs.clearSolver()  # where starting from the last solution led astray
            self._highs.run()
        if self._highs.getModelStatus() != optimal:
            raise ArithmeticError("a linear program has no solution")
        return np.array(self._highs.getSolution().col_value)
