"""`group`: several people's profiles as one, by the weighted mean of their weights.

The weighted arithmetic mean (linear pooling) of weights that sum to 1 sums to 1, and keeps what
all members agree on (Genest & Zidek 1986, "Combining probability distributions", *Statistical
Science* 1(1):114-135).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import fsum
from typing import Any

from policyscore.case.kinds import Where
from policyscore.case.naming import there_are
from policyscore.case.shapes import ID, NOT_NEGATIVE, Field, mapping, model, record
from policyscore.case.suggestions import did_you_mean
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.changes import Content, Part, Parts
from policyscore.weighing.points import number_shares
from policyscore.weighing.spoken import Name
from policyscore.weighing.way import Stated, Way

OF = "of"


@model
class Members:
    """Whose profiles are combined.

    Attributes:
        of: Profile's id to how much its weights count.
    """

    of: dict[str, float]


GROUP_OF_KEYS = {
    OF: Field(
        mapping(ID, NOT_NEGATIVE, at_least=1),
        "The profiles, and how much each counts.",
        examples=({"alliance-first": 2, "restraint-first": 1},),
    )
}
GROUP_OF_SCHEMA = record(Members, **GROUP_OF_KEYS)


def _names(stated: Stated) -> Sequence[tuple[str, Where]]:
    """Nothing is weighed by name: members of a group are profiles."""
    del stated
    return ()


def _check(stated: Stated) -> Iterator[Finding]:
    if not any(stated.content.of.values()):
        yield stated.document.finding(
            rules.WEIGHTS_ALL_ZERO,
            stated.place(OF),
            "No profile counts, so the group has no weights.",
            "Give one of them a number above 0.",
            of_key=True,
        )


def check_members(stated: Stated, profiles: Collection[str]) -> Iterator[Finding]:
    """Complain of members that are none of the profiles there are, sound or not."""
    for name in stated.content.of:
        if name not in profiles:
            yield stated.document.finding(
                rules.UNKNOWN_PROFILE,
                stated.place(OF, name),
                f"There is no profile `{name}`.",
                did_you_mean(name, profiles) or there_are(sorted(profiles)),
                of_key=True,
            )


def stated_members(stated: Mapping[str, Any]) -> list[str]:
    """The profiles that a group's profile says it is made of, each once; none of another's."""
    written = stated.get(GROUP.key)
    of = written.get(OF) if isinstance(written, dict) else None
    return list(dict.fromkeys(map(str, of))) if isinstance(of, dict) else []


def shares_of(stated: Stated) -> dict[str, float]:
    """How much each member counts; they sum to 1."""
    return number_shares(stated.content.of)


def combine(
    shares: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """The weighted arithmetic mean of members' weights.

    Args:
        shares: Profile's id to how much it counts; they sum to 1.
        weights: Profile's id to criterion's id to weight, of the same criteria.
    """
    first = weights[next(iter(shares))]
    return {
        leaf: fsum(share * weights[member][leaf] for member, share in shares.items())
        for leaf in first
    }


def _parts(old: Content, new: Content) -> Parts:
    """Members who came, went, or count for more or less."""
    before, after = old.stated.of, new.stated.of
    changed = []
    for member in dict.fromkeys((*after, *before)):
        then, now = before.get(member), after.get(member)
        if then == now:
            continue
        if then is None or now is None:
            text = f" {'joined' if then is None else 'left'} the group"
        else:
            text = f" counts {then:g} → {now:g} in the group"
        changed.append(Part(member, then, now, (Name(member), text)))
    return Parts(tuple(changed), None)


GROUP = Way(
    "group",
    "Other profiles, combined by the weighted mean of their weights.",
    _names,
    _check,
    shares_of,
    GROUP_OF_SCHEMA,
    ({OF: {"alliance-first": 2, "restraint-first": 1}},),
    parts=_parts,
    renamed=lambda content, _: content,
    fields=GROUP_OF_KEYS,
)
