"""The law that the weights of a profile follow, of what the profile states at each level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from policyscore.analysis.levels import OF_PROFILE, Level, LevelReader
from policyscore.analysis.robustness.uncertain.polytope_walk import BoundedWeights
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import (
    FixedWeights,
    Law,
    Member,
    OneOfWeights,
    OrderedWeights,
    TreeWeights,
)
from policyscore.case.case import Case
from policyscore.weighing.group import GROUP
from policyscore.weighing.order import places_of
from policyscore.weighing.ranges import admissible_weights
from policyscore.weighing.sets.admissible import AdmissibleWeights, Group
from policyscore.weighing.sets.tightest_bounds import tightest_bounds
from policyscore.weighing.ways import WAYS

_HALVINGS = 60
_DIGITS = 12  # that weights differ in, if they do
ORDER, RANGES = WAYS["order"], WAYS["ranges"]


@dataclass(frozen=True, slots=True)
class RangedWeights(BoundedWeights):
    """The same with the set as it is stated, for what can be had exactly.

    Attributes:
        allowed: The set.
        names: The names of the weights, in their order.
    """

    allowed: AdmissibleWeights
    names: tuple[str, ...]


def admissible_law(case: Case, profile: str) -> Law:
    """All weights that a profile's statements allow, uniform at each level, levels independent.

    Weights of a group of profiles are the mean of its members' weights, each drawn by itself.

    Args:
        case: The case.
        profile: The profile's id.
    """
    reader = LevelReader(case.header.criteria, case.profiles, str)
    return law_of_level(reader.read(case.profiles[profile].stated), tuple(case.criteria))


def law_of_level(level: Level, criteria: Sequence[str]) -> Law:
    """The law of the criteria under the top level of a profile.

    Args:
        level: The top level.
        criteria: Ids of the criteria, in the order of the weights.
    """
    number = {key: place for place, key in enumerate(criteria)}
    if level.way is GROUP:
        return _mean_of(_members(level), criteria)
    return _tree(level, number)


def profiles_law(weights: Sequence[Mapping[str, float]], shares: Sequence[float]) -> Law:
    """One of several profiles' weights, each with its share of the draws.

    Those that are alike are one, so that weights are certain if all are.

    Args:
        weights: Criterion's id to weight, of each profile, in the same order of criteria.
        shares: How much each profile counts, 0 or more, not all 0.
    """
    whole = sum(shares)
    drawn: dict[tuple[float, ...], float] = {}
    laws: dict[tuple[float, ...], Law] = {}
    for each, share in zip(weights, shares, strict=True):
        if share > 0:
            key = tuple(round(weight, _DIGITS) for weight in each.values())
            drawn[key] = drawn.get(key, 0.0) + share / whole
            laws.setdefault(key, FixedWeights(tuple(each.values())))
    single = tuple(laws.values())
    return single[0] if len(single) == 1 else OneOfWeights(single, tuple(drawn.values()))


def _members(group: Level) -> dict[int, tuple[Level, float]]:
    """The profiles that a group is made of in the end, each once, with its share of the whole."""
    found: dict[int, tuple[Level, float]] = {}

    def add(level: Level, share: float) -> None:
        if level.way is not GROUP:
            before = found[id(level)][1] if id(level) in found else 0.0
            found[id(level)] = level, before + share
            return
        for key, member in level.below.items():
            if isinstance(member, Level) and key.startswith(OF_PROFILE):
                add(member, share * level.weights[key])

    add(group, 1.0)
    return found


def _mean_of(members: Mapping[int, tuple[Level, float]], criteria: Sequence[str]) -> Law:
    number = {key: place for place, key in enumerate(criteria)}
    every = tuple(range(len(criteria)))
    shares = FixedWeights(tuple(share for _, share in members.values()))
    inside = tuple(Member(_tree(level, number), every) for level, _ in members.values())
    return TreeWeights(shares, inside, len(criteria))


def _tree(level: Level, number: Mapping[str, int]) -> Law:
    """The law of one profile that is no group."""
    whole = _level_law(level)
    members = []
    for below in level.below.values():
        if isinstance(below, str):
            members.append(Member(FixedWeights((1.0,)), (number[below],)))
        else:
            leaves = tuple(below.shares)
            inside = {key: place for place, key in enumerate(leaves)}
            members.append(Member(_tree(below, inside), tuple(number[key] for key in leaves)))
    law: Law = TreeWeights(whole, tuple(members), len(number))
    return law if law.varies else FixedWeights(tuple(level.shares.get(key, 0.0) for key in number))


def _level_law(level: Level) -> Law:
    """The law of the members of one level, in the order of its weights."""
    names = {key: place for place, key in enumerate(level.weights)}
    if level.way is ORDER:
        places = places_of(level.stated.content)
        return OrderedWeights(tuple(tuple(names[key] for key in place) for place in places))
    if level.way is RANGES:
        return law_of_set(admissible_weights(level.stated), names)
    return FixedWeights(tuple(level.weights.values()))


def law_of_set(allowed: AdmissibleWeights, names: Mapping[str, int]) -> Law:
    """The uniform law of a set of admissible weights.

    Args:
        allowed: The set, not empty.
        names: The place of each name among the weights.
    """
    ends = tightest_bounds(allowed)
    if all(low == high for low, high in ends.values()):
        return FixedWeights(tuple(float(ends[key][0]) for key in names))
    chains, members = [], []
    certain = {key: low for key, (low, high) in ends.items() if low == high}
    groups: list[Group] = []
    stated: list[tuple[float, float]] = []
    for chain in allowed.chains():
        broken = any(group.names[0] in certain for group in chain)
        free: list[int] = []
        for group in chain:
            if group.names[0] in certain:
                if free:
                    chains.append(tuple(free))
                free = []
                continue
            free.append(len(groups))
            groups.append(group)
            # What a certain weight bounds on either side is in the tightest bounds alone.
            low, high = ends[group.names[0]] if broken else (group.low, group.high)
            stated.append((float(low), float(high)))
            members.append(tuple(names[key] for key in group.names))
        if free:
            chains.append(tuple(free))
    lows = [ends[group.names[0]][0] for group in groups]
    highs = [ends[group.names[0]][1] for group in groups]
    counts = [len(group.names) for group in groups]
    total = 1 - sum(certain.values())
    least, most = tuple(map(float, lows)), tuple(map(float, highs))
    inner = _inner_point(chains, counts, least, most, float(total))
    bounds = Bounds(tuple(chains), tuple(counts), least, most, tuple(inner), tuple(stated))
    fixed = tuple((names[key], float(low)) for key, low in certain.items())
    ordered = tuple(sorted(names, key=names.__getitem__))
    return RangedWeights(bounds, tuple(members), fixed, allowed, ordered)


def _inner_point(
    chains: Sequence[Sequence[int]],
    counts: Sequence[int],
    lows: Sequence[float],
    highs: Sequence[float],
    total: float,
) -> list[float]:
    """A weight for each group that is strictly inside all bounds and adds up to the total.

    Each group stands some part of the way from its low to its high, a smaller part the later it
    stands in its chain, so that weights fall strictly; how far they all are is found by halving.
    """
    late = [0.0] * len(counts)
    for chain in chains:
        for place, group in enumerate(chain):
            late[group] = 1.0 + place / len(chain)

    def point(far: float) -> list[float]:
        parts = [far / (far + (1.0 - far) * lag) for lag in late]
        return [
            low + (high - low) * part for low, high, part in zip(lows, highs, parts, strict=True)
        ]

    near, far = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        held = fsum(count * weight for count, weight in zip(counts, point(middle), strict=True))
        near, far = (middle, far) if held < total else (near, middle)
    return point((near + far) / 2)
