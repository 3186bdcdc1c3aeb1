"""Statements about weights that cannot all hold."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from policyscore.weighing.sets.admissible import AdmissibleWeights

Kind = Literal["low-above-high", "lows-above-one", "highs-below-one"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something stated of the weights.

    Attributes:
        kind: A bound of a single weight, or all of the order.
        name: Whose bound it is; None for the order.
        bound: The weight stated; None for the order.
    """

    kind: Literal["low", "high", "order"]
    name: str | None = None
    bound: Fraction | None = None


ORDER = Statement("order")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all hold, though they can once any of them is dropped.

    Attributes:
        kind: In what way they conflict.
        statements: The lows or highs, in the order of the level's names (a low that is above a
            high before it), then the order if it takes part.
        by: By how much: a low's excess over a high, or a sum's distance from 1.
        together: For lows or highs that are summed: the name and the weight it must have at the
            least, or at the most, for every name on which the statements bear.
        smallest: Whether it is certain that no fewer statements conflict; not looked for where
            it takes hundreds of bounds in an order.
    """

    kind: Kind
    statements: tuple[Statement, ...]
    by: Fraction
    together: tuple[tuple[str, Fraction], ...] = ()
    smallest: bool = True


def only(weights: AdmissibleWeights, statements: tuple[Statement, ...]) -> AdmissibleWeights:
    """What weights are admissible if nothing but these statements is kept to."""
    lows = dict.fromkeys(weights.names, Fraction(0))
    highs = dict.fromkeys(weights.names, Fraction(1))
    for statement in statements:
        if statement.name is not None and statement.bound is not None:
            (lows if statement.kind == "low" else highs)[statement.name] = statement.bound
    order = weights.order if ORDER in statements else ()
    return AdmissibleWeights(weights.names, lows, highs, order)
