"""Lows that add up to more than 1, and highs that add up to less: the fewest of them."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate
from typing import Literal

from policyscore.weighing.sets.admissible import AdmissibleWeights
from policyscore.weighing.sets.conflict import ORDER, Conflict, Statement, only
from policyscore.weighing.sets.fewest_steps import Step, fewest_steps


def lows_above_one(weights: AdmissibleWeights) -> Iterator[Conflict]:
    """The fewest lows that add up to more than 1."""
    unit = weights.unit()
    stair: list[tuple[str, Step]] = []
    reaches = [*accumulate(len(names) for names in weights.order)]
    highest = Fraction(0)
    for names, reach in zip(reversed(weights.order), reversed(reaches), strict=True):
        name = max(names, key=weights.lows.__getitem__)
        if weights.lows[name] > highest:  # else one further down lifts these names as well
            highest = weights.lows[name]
            stair.append((name, (reach, int(highest * unit))))
    stair.reverse()
    singles = sorted(_outside(weights), key=weights.lows.__getitem__, reverse=True)
    singles = [name for name in singles if weights.lows[name]]
    areas = [int(weights.lows[name] * unit) for name in singles]
    choice = fewest_steps([step for _, step in stair], areas, unit)
    if choice:
        steps, count, smallest = choice
        names = (*(stair[index][0] for index in steps), *singles[:count])
        yield _summed(weights, "low", names, by_order=bool(steps), smallest=smallest)


def highs_below_one(weights: AdmissibleWeights) -> Iterator[Conflict]:
    """The fewest highs that add up to less than 1: every name must have one, or one above it.

    The high at the top of the order caps all of it. Others save something of that: as lows lift
    names above them, so highs further down save it for all names under them.
    """
    unit = weights.unit()
    singles = _outside(weights)
    target = sum(int(weights.highs[name] * unit) for name in singles) - unit
    stair: list[tuple[str, Step]] = []
    top: list[str] = []
    below = sum(map(len, weights.order))
    least = Fraction(1)
    for names in weights.order:
        name = min(names, key=weights.highs.__getitem__)
        if not top:
            top, least = [name], weights.highs[name]
            target += int(least * unit) * below
        elif weights.highs[name] < least:  # else one further up caps these names as well
            least = weights.highs[name]
            stair.append((name, (below, int((weights.highs[top[0]] - least) * unit))))
        below -= len(names)
    stair.reverse()
    choice = fewest_steps([step for _, step in stair], [], target)
    if choice:
        steps, _, smallest = choice
        names = (*top, *(stair[index][0] for index in steps), *singles)
        yield _summed(weights, "high", names, by_order=bool(top), smallest=smallest)


def _outside(weights: AdmissibleWeights) -> list[str]:
    """The names that the order leaves out."""
    inside = {name for names in weights.order for name in names}
    return [name for name in weights.names if name not in inside]


def _summed(
    weights: AdmissibleWeights,
    bound: Literal["low", "high"],
    names: tuple[str, ...],
    *,
    by_order: bool,
    smallest: bool,
) -> Conflict:
    stated = weights.lows if bound == "low" else weights.highs
    chosen = set(names)
    statements = tuple(Statement(bound, n, stated[n]) for n in weights.names if n in chosen)
    statements = (*statements, ORDER) if by_order else statements
    kept = {
        name: group.low if bound == "low" else group.high
        for group in only(weights, statements).groups()
        for name in group.names
    }
    together = tuple((name, kept[name]) for name in weights.names if bound == "high" or kept[name])
    total = sum((limit for _, limit in together), Fraction(0))
    if bound == "low":
        return Conflict("lows-above-one", statements, total - 1, together, smallest)
    return Conflict("highs-below-one", statements, 1 - total, together, smallest)
