"""Small linear programs, solved exactly over fractions by the simplex method.

For a few dozen unknowns and constraints. Bland's rule (1977, Mathematics of Operations Research
2:103-107) chooses what to exchange, so that the method never cycles and always ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Row = Sequence[Fraction]


class InfeasibleError(ValueError):
    """No point meets all constraints."""


class UnboundedError(ValueError):
    """The objective can be made as large as anybody likes."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The solution of a linear program.

    Attributes:
        value: The largest value of the objective.
        point: A point that has it; one number an unknown.
        unique: Whether no other point has it.
    """

    value: Fraction
    point: tuple[Fraction, ...]
    unique: bool


def maximise(objective: Row, rows: Sequence[Row], bounds: Row) -> Optimum:
    """Maximise objective · x over all x that are not negative and have rows · x <= bounds.

    Args:
        objective: c; n.
        rows: A, m × n. An equation is two rows, one the negative of the other.
        bounds: b; m, of any sign.

    Raises:
        InfeasibleError: No x meets the constraints.
        UnboundedError: There is no largest value.
    """
    table = _Dictionary(len(objective), rows, bounds)
    table.find_feasible()
    table.set_objective(objective)
    table.climb()
    value, point = table.constant, table.point()
    return Optimum(value, point, table.is_unique())


class _Dictionary:
    """The basic unknowns as linear functions of the others.

    Unknowns 0 to n - 1 are those of the program, n to n + m - 1 the slacks of the rows. Row i says
    basic[i] = bounds[i] - sum over k of rows[i][k] * others[k]; the objective is
    constant + sum over k of slopes[k] * others[k].
    """

    def __init__(self, unknowns: int, rows: Sequence[Row], bounds: Row) -> None:
        self.unknowns = unknowns
        self.rows = [list(row) for row in rows]
        self.bounds = list(bounds)
        self.others = list(range(unknowns))
        self.basic = list(range(unknowns, unknowns + len(self.rows)))
        self.slopes = [Fraction(0)] * unknowns
        self.constant = Fraction(0)

    def point(self) -> tuple[Fraction, ...]:
        """The values of the program's unknowns, the others being 0."""
        value = dict(zip(self.basic, self.bounds, strict=True))
        return tuple(value.get(k, Fraction(0)) for k in range(self.unknowns))

    def set_objective(self, objective: Row) -> None:
        """Express an objective in the unknowns that are not basic."""
        slope = dict(enumerate(objective))
        self.slopes = [slope.get(k, Fraction(0)) for k in self.others]
        self.constant = Fraction(0)
        for unknown, row, bound in zip(self.basic, self.rows, self.bounds, strict=True):
            factor = slope.get(unknown, Fraction(0))
            if factor:
                self.constant += factor * bound
                self.slopes = [x - factor * y for x, y in zip(self.slopes, row, strict=True)]

    def find_feasible(self) -> None:
        """Make all bounds non-negative, with a further unknown that loosens every row."""
        if not self.bounds or min(self.bounds) >= 0:
            return
        loose = self.unknowns + len(self.rows)
        for row in self.rows:
            row.append(Fraction(-1))
        self.others.append(loose)
        self.set_objective([Fraction(0)] * self.unknowns)
        self.slopes[-1] = Fraction(-1)
        self.exchange(self.bounds.index(min(self.bounds)), len(self.others) - 1)
        self.climb()
        if self.constant < 0:
            raise InfeasibleError("No point meets all constraints.")
        if loose in self.basic:  # with the value 0
            i = self.basic.index(loose)
            self.exchange(i, next(k for k, x in enumerate(self.rows[i]) if x))
        self.drop([self.others.index(loose)])

    def drop(self, places: Sequence[int]) -> None:
        """Keep some of the unknowns that are not basic at 0 for good."""
        keep = [k for k in range(len(self.others)) if k not in places]
        self.others = [self.others[k] for k in keep]
        self.slopes = [self.slopes[k] for k in keep]
        self.rows = [[row[k] for k in keep] for row in self.rows]

    def climb(self) -> None:
        """Exchange unknowns until the objective can grow no more."""
        while True:
            rising = [k for k, slope in enumerate(self.slopes) if slope > 0]
            if not rising:
                return
            k = min(rising, key=self.others.__getitem__)
            limits = [
                (self.bounds[i] / row[k], self.basic[i], i)
                for i, row in enumerate(self.rows)
                if row[k] > 0
            ]
            if not limits:
                raise UnboundedError("The objective has no largest value.")
            self.exchange(min(limits)[2], k)

    def exchange(self, i: int, k: int) -> None:
        """Make others[k] basic in place of basic[i]."""
        pivot = self.rows[i][k]
        entering = [x / pivot for x in self.rows[i]]
        entering[k] = 1 / pivot
        bound = self.bounds[i] / pivot
        for other, row in enumerate(self.rows):
            factor = row[k]
            if other != i and factor:
                row[k] = Fraction(0)
                self.rows[other] = [
                    x - factor * y if y else x for x, y in zip(row, entering, strict=True)
                ]
                self.bounds[other] -= factor * bound
        factor = self.slopes[k]
        self.slopes[k] = Fraction(0)
        self.slopes = [x - factor * y for x, y in zip(self.slopes, entering, strict=True)]
        self.constant += factor * bound
        self.rows[i], self.bounds[i] = entering, bound
        self.basic[i], self.others[k] = self.others[k], self.basic[i]

    def is_unique(self) -> bool:
        """Whether an optimal dictionary's point is the only one; leaves another dictionary.

        Every other optimal point has something above 0 among the unknowns whose slope is 0.
        """
        self.drop([k for k, slope in enumerate(self.slopes) if slope])
        self.slopes = [Fraction(1)] * len(self.others)
        self.constant = Fraction(0)
        try:
            self.climb()
        except UnboundedError:
            return False
        return not self.constant
