"""The weights of all profiles of a case, those of groups after those of their members."""

from collections.abc import Collection, Iterator, Mapping

from policyscore.case.header import Header
from policyscore.case.profiles import Profile
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.weighing.group import GROUP, OF, stated_members
from policyscore.weighing.weights import Weights, derive

MOST_GROUPS = 200  # a file of one line each could have thousands of weights
MOST_NESTED = 2  # groups of groups; deeper, no reader could tell whose weights they are


def derive_all(
    profiles: Mapping[str, tuple[Document, Profile]], header: Header, ids: Collection[str]
) -> tuple[dict[str, Weights], list[Finding]]:
    """Derive the weights of every profile.

    Args:
        profiles: Profile's id to its file and what it says.
        header: The case's criteria.
        ids: Ids of all profiles, those whose files cannot be read included.

    Returns:
        Profile's id to weights, of those without errors, in the order given; and what is wrong.
    """
    found: dict[str, Weights] = {}
    findings: list[Finding] = []
    waiting = {key: members_stated(profile) for key, (_, profile) in profiles.items()}
    dependents: dict[str, list[str]] = {}
    for key, members in waiting.items():
        for member in members:
            dependents.setdefault(member, []).append(key)
    left = {key: sum(m in profiles for m in members) for key, members in waiting.items()}
    depth = dict.fromkeys(profiles, 0)
    surplus = [key for key, members in waiting.items() if members][MOST_GROUPS:]
    if surplus:
        findings.append(_too_many(profiles[surplus[0]][0], len(surplus) + MOST_GROUPS))
    passed_over = frozenset(surplus)
    ready = [key for key in profiles if not left[key]]
    while ready:
        key = ready.pop()
        document, profile = profiles[key]
        weights = None
        if key not in passed_over:
            weights, wrong = derive(document, profile, header, found, ids)
            findings.extend(wrong)
        del waiting[key]
        if weights is not None:
            found[key] = weights
        if depth[key] == MOST_NESTED + 1:  # and those made of it are too deep as well
            findings.append(_too_deep(document, key))
        for dependent in dependents.get(key, ()):
            left[dependent] -= 1
            depth[dependent] = max(depth[dependent], depth[key] + 1)
            if not left[dependent]:
                ready.append(dependent)
    findings.extend(_circles(profiles, waiting))
    return {key: found[key] for key in profiles if key in found}, findings


def _too_many(document: Document, count: int) -> Finding:
    return document.finding(
        rules.TOO_FINE,
        (GROUP.key,),
        f"The case has {count} groups of profiles; no more than {MOST_GROUPS} are weighed.",
        "Keep those that somebody looks at.",
        of_key=True,
    )


def _too_deep(document: Document, key: str) -> Finding:
    return document.finding(
        rules.TOO_FINE,
        (GROUP.key,),
        f"`{key}` is a group of groups of groups.",
        "Name the profiles that the members of its members are made of.",
        of_key=True,
    )


def members_stated(profile: Profile) -> list[str]:
    """The profiles that a group's profile says it is made of, each once; none of another's."""
    return stated_members(profile.stated)


def _circles(
    profiles: Mapping[str, tuple[Document, Profile]], waiting: Mapping[str, list[str]]
) -> Iterator[Finding]:
    """Complain of groups that are members of themselves, each circle once."""
    seen: set[str] = set()
    for start in waiting:
        path: list[str] = []
        here = start
        while here not in seen:
            seen.add(here)
            path.append(here)
            here = next(member for member in waiting[here] if member in waiting)
        if here not in path:
            continue
        circle = path[path.index(here) :]
        names = ", of which ".join(f"`{name}` is one" for name in circle[1:5])
        more = ", and so on" if len(circle) > 5 else ""
        document, _ = profiles[here]
        yield document.finding(
            rules.GROUP_OF_ITSELF,
            (GROUP.key, OF, circle[1] if len(circle) > 1 else here),
            f"`{here}` is a member of itself."
            if len(circle) == 1
            else f"`{here}` is a member of itself: among its members {names}{more}.",
            "Leave out one member, so that every group is made of others.",
            of_key=True,
        )
