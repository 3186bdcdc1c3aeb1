"""Options in order of their totals, with ties, exclusions and the gap to the baseline."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from policyscore.scoring.totals import Total, Valued, total
from policyscore.weighing.weights import Weights

TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option's place in a ranking.

    Attributes:
        option: The option's id.
        rank: Its rank from 1, or None if it is excluded.
        total: What it is worth.
        tied: Whether another option has the same rank.
        gap: Its total less that of the baseline.
        valued: Its scores and values.
    """

    option: str
    rank: int | None
    total: Total
    tied: bool
    gap: float
    valued: Valued

    @property
    def excluded(self) -> bool:
        """Whether it misses a requirement."""
        return self.rank is None


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a reader must know before believing a ranking.

    Attributes:
        kind: What it is about, a stable word for programs.
        options: Ids of the options it concerns.
        text: The sentence.
    """

    kind: str
    options: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Member:
    """One of the profiles that a group's profile is made of.

    Attributes:
        profile: Its id.
        title: Its title.
        share: How much it counts in the group; the shares sum to 1.
        first: Ids of the options that it puts first.
    """

    profile: str
    title: str
    share: float
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The options of a case in order under one profile.

    Attributes:
        profile: The profile's id.
        title: The profile's title.
        by: Who holds the profile, or an empty string.
        because: Why, or an empty string.
        weights: What matters how much.
        ranked: The options, best first, the excluded ones last.
        baseline: Id of the option that gaps are measured from.
        cautions: What a reader must know before believing it.
        of: How many options the case has; more than are ranked if only some were asked for.
        members: The profiles of the group that the profile is of; none if it is not a group's.
    """

    profile: str
    title: str
    by: str
    because: str
    weights: Weights
    ranked: tuple[Ranked, ...]
    baseline: str
    cautions: tuple[Caution, ...]
    of: int
    members: tuple[Member, ...] = ()

    @property
    def allowed(self) -> tuple[Ranked, ...]:
        """The options that meet every requirement."""
        return tuple(r for r in self.ranked if not r.excluded)

    @property
    def first(self) -> tuple[Ranked, ...]:
        """The options at rank 1; more than one if they tie, none if all are excluded."""
        return tuple(r for r in self.ranked if r.rank == 1)

    def place(self, option: str) -> Ranked:
        """An option's place."""
        return next(r for r in self.ranked if r.option == option)

    def first_ranks(self, top: int | None) -> "Ranking":
        """The ranking cut after rank `top`; whole if None. What ties there stays."""
        if top is None:
            return self
        return replace(
            self, ranked=tuple(r for r in self.ranked if r.rank is not None and r.rank <= top)
        )


def rank_options(
    valued: Mapping[str, Valued], weights: Mapping[str, float], baseline: Valued
) -> tuple[Ranked, ...]:
    """Rank options by their totals.

    Scales are fixed, so an option's total does not depend on the other options, and neither adding
    nor dropping one reorders the rest.

    Args:
        valued: Option's id to its values.
        weights: Criterion's id to weight; they sum to 1.
        baseline: Values of the option that gaps are measured from; it need not be ranked itself.

    Returns:
        The options that meet every requirement, best first, then the excluded ones, best first.
        Totals within 1e-9 of the first of their group tie, share the better rank, and stand in
        order of their ids.
    """
    totals = {key: total(v, weights) for key, v in valued.items()}
    zero = total(baseline, weights).value
    allowed = [key for key, v in valued.items() if not v.misses]
    excluded = [key for key, v in valued.items() if v.misses]
    ranked = []
    place = 0
    for group in tie_groups({key: totals[key].value for key in allowed}):
        for key in group:
            gap = totals[key].value - zero
            ranked.append(Ranked(key, place + 1, totals[key], len(group) > 1, gap, valued[key]))
        place += len(group)
    ranked += [
        Ranked(key, None, totals[key], False, totals[key].value - zero, valued[key])
        for group in tie_groups({key: totals[key].value for key in excluded})
        for key in group
    ]
    return tuple(ranked)


def tie_groups(values: Mapping[str, float]) -> list[list[str]]:
    """Sort by value, best first, into groups that tie; ids within a group in order.

    A group holds what lies within 1e-9 of its best value, so any two members are that close.
    """
    groups: list[list[str]] = []
    best = 0.0
    for key in sorted(values, key=lambda k: (-values[k], k)):
        if groups and best - values[key] <= TIE:
            groups[-1].append(key)
        else:
            groups.append([key])
            best = values[key]
    return [sorted(group) for group in groups]


def firsts(valued: Mapping[str, Valued], weights: Weights, baseline: Valued) -> tuple[str, ...]:
    """Ids of the options that come first; arguments as in `rank_options`."""
    ranked = rank_options(valued, weights.criteria, baseline)
    return tuple(r.option for r in ranked if r.rank == 1)
