"""The set of weights that a profile admits, level by level of the tree of criteria.

`order` admits all weights that fall along it, `ranges` all between their bounds (and along the
order beside them, if any); every other way of weighing fixes how a level is divided. Each level is
divided independently of the others, and its bounds are shares of its own sum, so the whole set is a
polytope: sums, proportions and bounds are linear in the weights of the criteria.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyscore.analysis.levels import Level, LevelReader
from policyscore.case.case import Case
from policyscore.case.profiles import Profile
from policyscore.weighing.group import GROUP
from policyscore.weighing.order import ORDER, places_of
from policyscore.weighing.ranges import RANGES, admissible_weights
from policyscore.weighing.sets.admissible import AdmissibleWeights, admissible


@dataclass(frozen=True, slots=True)
class Leaf:
    """A criterion, of whose weight nothing more is to be divided."""

    criterion: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """Members in fixed proportions; the shares are above 0 and sum to 1."""

    members: tuple["Node", ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Members whose shares are equal.

    Attributes:
        places: Where they stand among the members of their level.
        low: The least share of each, the order being taken into account.
        high: The greatest share of each, likewise.
    """

    places: tuple[int, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Open:
    """Members whose shares are open: 0 or more, of sum 1, within bounds, falling along chains.

    Attributes:
        members: The members.
        chains: Bands of falling shares; every member stands in one band of one chain.
    """

    members: tuple["Node", ...]
    chains: tuple[tuple[Band, ...], ...]

    def bands(self) -> Iterator[Band]:
        """The bands of all chains."""
        return (band for chain in self.chains for band in chain)


Node = Leaf | Fixed | Open


@dataclass(frozen=True, slots=True)
class AdmissibleSet:
    """All weights that somebody may hold.

    Attributes:
        criteria: Ids of the case's criteria, in its order.
        root: How the whole weight of 1 may be divided among them; a criterion that does not
            occur has weight 0.
    """

    criteria: tuple[str, ...]
    root: Node

    @property
    def is_point(self) -> bool:
        """Whether only one set of weights is admissible."""
        return not _is_open(self.root)


def _is_open(node: Node) -> bool:
    return isinstance(node, Open) or (
        isinstance(node, Fixed) and any(isinstance(member, Open) for member in node.members)
    )


def any_weights(criteria: Iterable[str]) -> AdmissibleSet:
    """Any weights at all: those that are 0 or more and sum to 1."""
    keys = tuple(criteria)
    return AdmissibleSet(keys, _any_of([Leaf(key) for key in keys]))


def admitted_weights(case: Case, profile: Profile) -> AdmissibleSet:
    """The weights that a profile admits.

    A group of profiles admits the mean of any weights that its members admit, each counting as
    much as the group says: one set of weights unless members leave something open.
    """
    return AdmissibleSet(tuple(case.criteria), _node(_read(case, profile)))


def weights_of_members(case: Case, profile: Profile) -> AdmissibleSet | None:
    """The weights that members of a group may agree on: any mean of what they admit.

    However much each member counts, the mean of their weights lies in this set. A member that
    does not count in the group counts here neither.

    Returns:
        The set; None if the profile is not that of a group.
    """
    level = _read(case, profile)
    if level.way is not GROUP:
        return None
    counting = [_below(level, key) for key, share in level.weights.items() if share > 0]
    return AdmissibleSet(tuple(case.criteria), _any_of(counting))


def _read(case: Case, profile: Profile) -> Level:
    return LevelReader(case.header.criteria, case.profiles, lambda key: key).read(profile.stated)


def _node(level: Level) -> Node:
    """What a level admits, and all inside it."""
    stated = _stated_set(level)
    if stated is None or stated.is_point():
        shares = {key: share for key, share in level.weights.items() if share > 0}
        return _fixed([_below(level, key) for key in shares], list(shares.values()))
    places = {name: place for place, name in enumerate(stated.names)}
    chains = tuple(
        tuple(
            Band(tuple(places[n] for n in band.names), float(band.low), float(band.high))
            for band in chain
        )
        for chain in stated.chains()
    )
    return Open(tuple(_below(level, name) for name in stated.names), chains)


def _stated_set(level: Level) -> AdmissibleWeights | None:
    """The shares that a level's statement leaves open; None if its way fixes them."""
    if level.way is RANGES:
        return admissible_weights(level.stated)
    if level.way is ORDER:
        return admissible(list(level.weights), {}, places_of(level.stated.content))
    return None


def _below(level: Level, key: str) -> Node:
    below = level.below[key]
    return Leaf(below) if isinstance(below, str) else _node(below)


def _any_of(members: Sequence[Node]) -> Node:
    if len(members) == 1:
        return members[0]
    chains = tuple((Band((place,), 0.0, 1.0),) for place in range(len(members)))
    return Open(tuple(members), chains)


def _fixed(members: Sequence[Node], shares: Sequence[float]) -> Node:
    """Members in fixed proportions, with those of members that are such themselves written out."""
    flat: list[tuple[Node, float]] = []
    for member, share in zip(members, shares, strict=True):
        if isinstance(member, Fixed):
            parts = zip(member.members, member.shares, strict=True)
            flat.extend((inner, share * part) for inner, part in parts)
        else:
            flat.append((member, share))
    if len(flat) == 1:
        return flat[0][0]
    return Fixed(tuple(member for member, _ in flat), tuple(share for _, share in flat))
