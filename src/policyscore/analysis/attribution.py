"""The change of every option's total, shared out among the edits that caused it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import fsum, sqrt
from random import Random

from policyscore.analysis.mixtures import Mixtures
from policyscore.analysis.shapley import (
    BATCHES,
    MOST_ENUMERATED,
    PAIRS,
    Course,
    Game,
    Vector,
    add_product,
    bits_of,
    course_of,
    sampled_courses,
)


@dataclass(frozen=True, slots=True)
class Method:
    """How totals were attributed.

    Attributes:
        name: `closed-form`, `enumeration` or `sampling`.
        interacting: The most edits of one factor, weights or a value, that act on each other.
        orders: How many orders were sampled; 0 if none.
        seed: The seed of the sampling, or None.
        error: The largest standard error of any share, in points; 0 if exact.
    """

    name: str
    interacting: int
    orders: int
    seed: int | None
    error: float


class Attribution:
    """Shares out the changes of totals by Shapley values.

    Attributes:
        by: Option's id to the share of each edit that can move its total, by the edit's bit.
        method: How.
    """

    def __init__(self, mixtures: Mixtures, options: Sequence[str], seed: int) -> None:
        self._mixtures = mixtures
        self._random = Random(seed)  # noqa: S311 (no secret)
        self._interacting = 0
        self._error = 0.0
        self._weights = self._courses(bits_of(mixtures.weight_bits), mixtures.weights)
        # Where a value does not move, only the sum of a weight's steps matters.
        self._whole = [[_column_sums(row) for row in course.steps] for course in self._weights]
        self.by = {option: self._share_out(option) for option in options}
        sampled = self._interacting > MOST_ENUMERATED
        exact = "closed-form" if self._interacting <= 1 else "enumeration"
        self.method = Method(
            "sampling" if sampled else exact,
            self._interacting,
            2 * PAIRS * BATCHES if sampled else 0,
            seed if sampled else None,
            self._error,
        )

    def _courses(self, bits: tuple[int, ...], game: Game) -> list[Course]:
        """The course of one factor: one that is exact, or several from samples."""
        self._interacting = max(self._interacting, len(bits))
        if len(bits) <= MOST_ENUMERATED:
            return [course_of(bits, game)]
        return sampled_courses(bits, game, self._random)

    def _share_out(self, option: str) -> dict[int, float]:
        """The share of each edit in the change of an option's total."""
        mixtures = self._mixtures
        fixed = list(mixtures.values(option, 0))
        cells: dict[int, list[Course]] = {}
        for column, bits in mixtures.edits_of(option).items():
            game = partial(_one_value, mixtures, option, column)
            cells[column] = self._courses(bits_of(bits), game)
            fixed[column] = 0.0
        batches = max(len(self._weights), *map(len, cells.values()), 1)
        shares: list[dict[int, float]] = []
        for batch in range(batches):
            own = batch % len(self._weights)
            weights = self._weights[own]
            by = {
                bit: fsum(map(float.__mul__, whole, fixed))
                for bit, whole in zip(weights.bits, self._whole[own], strict=True)
            }
            for column, courses in cells.items():
                add_product(weights, column, courses[batch % len(courses)], by)
            shares.append(by)
        return self._average(shares)

    def _average(self, shares: list[dict[int, float]]) -> dict[int, float]:
        """The mean over batches; keeps the largest standard error seen."""
        count = len(shares)
        if count == 1:
            return shares[0]
        found = {}
        for bit in shares[0]:
            numbers = [share[bit] for share in shares]
            found[bit] = mean = fsum(numbers) / count
            spread = fsum((x - mean) ** 2 for x in numbers)
            self._error = max(self._error, sqrt(spread / (count * (count - 1))))
        return found


def _column_sums(rows: list[Vector]) -> Vector:
    return [fsum(column) for column in zip(*rows, strict=True)]


def _one_value(mixtures: Mixtures, option: str, column: int, mixture: int) -> Vector:
    return [mixtures.value(option, column, mixture)]
