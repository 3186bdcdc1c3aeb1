"""Who agrees with whom: camps of experts, each by their own judgements, and of profiles.

Rankings agree as far as their rank correlation says (Kendall's tau-b). Camps by correlation are
made by complete linkage (Sørensen 1948, *Biologiske Skrifter* 5(4):1-34): the two camps whose
least alike members are most alike join, as long as all in a camp agree as much as was asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from policyscore.scoring.agreement import Agreement, agree
from policyscore.scoring.ranking import Ranking
from policyscore.scoring.titles import enumerate_titles

ALIKE = 0.7
"""The least tau-b between any two members of a camp of rankings that are alike."""

_MOST_RANKINGS = 100
_MOST_COMPARED = 500_000  # options times pairs of rankings, which takes a few seconds

Group = tuple[str, ...]
Between = dict[tuple[Group, Group], float]


@dataclass(frozen=True, slots=True)
class Camp:
    """Experts or profiles that agree.

    Attributes:
        name: What to call it: what it puts first, or the member whose ranking is nearest to all.
        members: Ids of its members, in order.
        first: Ids of the options that all of its members put first; none if they differ in that.
        least_alike: The least tau-b between two of its members; None if it has only one, or was
            not worked out.
    """

    name: str
    members: tuple[str, ...]
    first: tuple[str, ...]
    least_alike: float | None


@dataclass(frozen=True, slots=True)
class Camps:
    """How several rankings of the same options fall into camps.

    Attributes:
        firsts: Camps with the same option first (all the same ones, if some tie), largest first.
        alike: Camps with rankings alike as a whole, largest first; None if there were too many
            rankings and options to compare them all.
        differing: How many pairs of rankings put no option first that both do.
        pairs: How many pairs there are.
        concordance: Kendall's W, 0 to 1; None where it is undefined or was not worked out.
        left_out: What was not worked out, and why, in sentences.
    """

    firsts: tuple[Camp, ...]
    alike: tuple[Camp, ...] | None
    differing: int
    pairs: int
    concordance: float | None
    left_out: tuple[str, ...] = ()

    @property
    def differ(self) -> float | None:
        """Share of the pairs of rankings that differ in who is first, 0 to 1; None of no pair."""
        return self.differing / self.pairs if self.pairs else None


def camps(rankings: Sequence[Ranking], titles: Mapping[str, str], least: float = ALIKE) -> Camps:
    """Find camps among rankings of the same options.

    Args:
        rankings: Those of profiles (`Decision.rank`) or of experts (`expert_voices`), each of
            another `profile`.
        titles: Option's id to title.
        least: The least tau-b between two members of a camp of rankings that are alike, above -1
            and up to 1.

    Raises:
        ValueError: If `least` is out of its range, or two rankings are of the same profile.
    """
    if not -1 < least <= 1:
        raise ValueError("the least correlation must be above -1 and at most 1")
    named = {ranking.profile: ranking.title for ranking in rankings}
    if len(named) < len(rankings):
        raise ValueError("two rankings are of the same profile")
    first = {r.profile: tuple(sorted(each.option for each in r.first)) for r in rankings}
    pairs = len(rankings) * (len(rankings) - 1) // 2
    options = max((len(ranking.ranked) for ranking in rankings), default=0)
    agreement: Agreement | None = None
    left_out: tuple[str, ...] = ()
    if len(rankings) <= _MOST_RANKINGS and pairs * options <= _MOST_COMPARED:
        agreement = agree(rankings) if rankings else None
    else:
        why = (
            f"Whether the rankings are alike as a whole was not worked out: {len(rankings):,} "
            f"rankings of {options:,} options are too many to compare each with each."
        )
        left_out = (why,)
    return Camps(
        _by_first(first, titles, agreement),
        None if left_out else _by_likeness(named, first, agreement, least),
        _differing(first),
        pairs,
        agreement.concordance if agreement else None,
        left_out,
    )


def _differing(first: Mapping[str, tuple[str, ...]]) -> int:
    """How many pairs put no option first that both do, counted by the kinds of first places."""
    kinds: dict[tuple[str, ...], int] = {}
    for options in first.values():
        kinds[options] = kinds.get(options, 0) + 1
    apart = sum(
        kinds[a] * kinds[b] for a, b in combinations(sorted(kinds), 2) if not set(a) & set(b)
    )
    none = kinds.get((), 0)  # those that exclude every option have nothing in common
    return apart + none * (none - 1) // 2


def _by_first(
    first: Mapping[str, tuple[str, ...]],
    titles: Mapping[str, str],
    agreement: Agreement | None,
) -> tuple[Camp, ...]:
    members: dict[tuple[str, ...], list[str]] = {}
    for key in sorted(first):
        members.setdefault(first[key], []).append(key)
    found = [
        Camp(
            f"for {enumerate_titles([titles[o] for o in options])}" if options else "for no option",
            tuple(keys),
            options,
            _least(keys, agreement),
        )
        for options, keys in members.items()
    ]
    return tuple(sorted(found, key=_largest_first))


def _by_likeness(
    named: Mapping[str, str],
    first: Mapping[str, tuple[str, ...]],
    agreement: Agreement | None,
    least: float,
) -> tuple[Camp, ...]:
    if agreement is None:
        return ()
    groups: list[Group] = [(key,) for key in sorted(named)]
    between: Between = {(a, b): _tau((a[0], b[0]), agreement) for a, b in combinations(groups, 2)}
    while between:
        pair = max(sorted(between), key=between.__getitem__)
        if between[pair] < least:
            break
        groups, between = _joined(groups, between, pair)
    found = [
        Camp(
            f"around {named[_middle(group, agreement)]}",
            group,
            _shared(group, first),
            _least(group, agreement),
        )
        for group in groups
    ]
    return tuple(sorted(found, key=_largest_first))


def _joined(
    groups: list[Group], between: Between, pair: tuple[Group, Group]
) -> tuple[list[Group], Between]:
    """Join two groups: another is as far from them as from the farther of the two."""
    joined = tuple(sorted((*pair[0], *pair[1])))
    others = [group for group in groups if group not in pair]
    kept = {p: tau for p, tau in between.items() if pair[0] not in p and pair[1] not in p}
    for other in others:
        tau = min(
            between[(other, part) if (other, part) in between else (part, other)] for part in pair
        )
        kept[min(other, joined), max(other, joined)] = tau
    return sorted([*others, joined]), kept


def _middle(group: Group, agreement: Agreement) -> str:
    """The member that is most like the others on the whole, the first of several."""
    return max(
        group,
        key=lambda key: (
            sum(_tau((key, o), agreement) for o in group if o != key),
            -group.index(key),
        ),
    )


def _shared(group: Group, first: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted(set.intersection(*(set(first[key]) for key in group))))


def _least(members: Sequence[str], agreement: Agreement | None) -> float | None:
    if agreement is None or len(members) < 2:
        return None
    return min(_tau(pair, agreement) for pair in combinations(members, 2))


def _tau(pair: tuple[str, str], agreement: Agreement) -> float:
    """Tau-b of two rankings; where it is undefined they are not alike."""
    found = agreement.pairs.get(pair, agreement.pairs.get((pair[1], pair[0])))
    return -1.0 if found is None else found


def _largest_first(camp: Camp) -> tuple[int, Group]:
    return -len(camp.members), camp.members
