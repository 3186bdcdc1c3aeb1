"""What a study of dominance finds, by the ids of options and criteria."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from policyscore.analysis.dominance.arrays import Flags
from policyscore.analysis.dominance.graph import Node

WeightsKind = Literal["any", "admissible", "members"]
Judgements = Literal["likely", "ranges"]
Place = Literal["alone", "tied", "never"]


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """Whether an option can be first.

    Attributes:
        place: `alone` if some admissible weights put it above all others, `tied` if none do but
            some put none above it, `never` if none do.
        lead: By how many value points it leads every other option at least, at best; negative if
            it is always behind; None if there is no other option.
        weights: Criterion's id to weight, where that lead is largest; they sum to 1.
        tied_with: Ids of the options that it shares the first place with there.
    """

    place: Place
    lead: float | None
    weights: dict[str, float]
    tied_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dominators:
    """Which options dominate an option, criterion by criterion; ids.

    Attributes:
        likely: On point values.
        practically: On point values, up to the tolerance.
        necessarily: Whatever the judgements' ranges allow.
        possibly: If the judgements' ranges turn out that way.
    """

    likely: tuple[str, ...]
    practically: tuple[str, ...]
    necessarily: tuple[str, ...]
    possibly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What can become of an option.

    Attributes:
        option: Its id.
        first: Whether it can be first, and with which weights.
        regret: How many value points it can be behind the best option, at most.
        against: Id of the option that it is then behind; None if it is never behind.
        dominators: What dominates it.
    """

    option: str
    first: FirstPlace
    regret: float
    against: str | None
    dominators: Dominators


@dataclass(frozen=True, slots=True)
class Dominance:
    """What holds between options whatever the weights, as far as those are open.

    Attributes:
        profile: Id of the profile that was asked about.
        profile_title: Its title.
        weights: Which weights are admissible.
        profile_is_point: Whether the profile admits one set of weights only.
        judgements: Whether the judgements are taken at their likely scores or over their ranges.
        tolerance: Value points up to which practical dominance disregards disadvantages.
        standings: The options that take part, those of least regret first.
        nodes: Necessary preference as a Hasse diagram.
        excluded: Ids of the options that take no part, to the criteria whose requirements they
            miss.
    """

    profile: str
    profile_title: str
    weights: WeightsKind
    profile_is_point: bool
    judgements: Judgements
    tolerance: float
    standings: tuple[Standing, ...]
    nodes: tuple[Node, ...]
    excluded: dict[str, tuple[str, ...]]
    _order: tuple[str, ...] = field(repr=False)
    _necessary: Flags = field(repr=False)
    _possible: Flags = field(repr=False)

    def necessary(self, option: str) -> tuple[str, ...]:
        """The other options that it is at least as good as for all admissible weights."""
        return self._others(self._necessary, option)

    def possible(self, option: str) -> tuple[str, ...]:
        """The other options that it is at least as good as for some admissible weights."""
        return self._others(self._possible, option)

    @property
    def is_ranking(self) -> bool:
        """Whether the admissible weights are a single set, under which options just rank."""
        return self.weights == "admissible" and self.profile_is_point

    @property
    def winners(self) -> tuple[str, ...]:
        """The options that are first whatever the admissible weights; more than one if tied."""
        return tuple(s.option for s in self.standings if s.against is None)

    @property
    def least_regret(self) -> tuple[Standing, ...]:
        """The options of the least largest regret."""
        first = self.standings[:1]
        return tuple(s for s in self.standings if s.regret - first[0].regret <= 1e-9)

    def _others(self, relation: Flags, option: str) -> tuple[str, ...]:
        row = self._order.index(option)
        return tuple(self._order[int(i)] for i in np.flatnonzero(relation[row]) if int(i) != row)
