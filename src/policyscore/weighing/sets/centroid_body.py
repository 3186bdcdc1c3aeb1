"""A set of admissible weights in whole numbers, without the weights that cannot vary."""

from dataclasses import dataclass
from itertools import groupby

from policyscore.weighing.sets.admissible import AdmissibleWeights


@dataclass(frozen=True, slots=True)
class Step:
    """A group of a chain: how many names it has, and the bounds of each, in units."""

    names: int
    low: int
    high: int


Chain = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The part of the set in which weights vary: one dimension less than it has groups.

    Attributes:
        unit: How many units make a weight of 1.
        room: What is left to be divided once every name has its low, in units.
        chains: Chains independent of each other, each group's low under its high.
        members: The names of the chains' groups, in their order.
    """

    unit: int
    room: int
    chains: tuple[Chain, ...]
    members: tuple[tuple[str, ...], ...]


def body_of(weights: AdmissibleWeights) -> Body:
    """Take out the weights whose low is their high.

    One that stands within a chain parts it into two that are independent, for those above it
    have its weight as their low, and those under it as their high.
    """
    room = unit = weights.unit()
    chains: list[Chain] = []
    members: list[tuple[str, ...]] = []
    for groups in weights.chains():
        room -= sum(len(group.names) * int(group.low * unit) for group in groups)
        for varies, part in groupby(groups, key=lambda group: group.low < group.high):
            if varies:
                free = tuple(part)
                members.extend(group.names for group in free)
                chains.append(
                    tuple(Step(len(g.names), int(g.low * unit), int(g.high * unit)) for g in free)
                )
    return Body(unit, room, tuple(chains), tuple(members))
