"""Edits that can move no total: names, words, reasons, ranges, stances, sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from policyscore.analysis.edits import Idle
from policyscore.analysis.score_changes import Ends, counts_the_same, moved
from policyscore.analysis.version import Renames, Version
from policyscore.analysis.wording import expert_title, option_title, plain, titled
from policyscore.case.case import Case
from policyscore.case.distributions import form_of
from policyscore.case.options import Judgement, Option
from policyscore.case.profiles import Profile

_HEADER = {"title": "title", "question": "question", "sources": "sources", "rules": "rules"}


def idle_changes(old: Version, new: Version, renames: Renames) -> list[Idle]:
    """List what changed in a case without moving any total."""
    if old.case is new.case:
        return []
    found = [*_renamed(old.case, new.case, renames), *_header(old.case, new.case)]
    for key in new.criteria:
        if key in old.criteria:
            found += _criterion(key, old, new)
    scales = {
        key: (old.criteria[key].ends, criterion.ends)
        for key, criterion in new.criteria.items()
        if key in old.criteria
    }
    for key, option in new.options.items():
        if key in old.options:
            found += _option(key, old.options[key], option, new, scales)
    return found


def profile_idle(old: Profile, new: Profile) -> list[Idle]:
    """List what changed in a profile besides its weights."""
    return [
        Idle("profile", (name,), f"{name} of the profile {new.title}")
        for name in ("title", "by", "because", "scales")
        if getattr(old, name) != getattr(new, name)
    ]


def _renamed(old: Case, new: Case, renames: Renames) -> list[Idle]:
    """What goes by another name now."""
    kinds: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("option", renames.options),
        ("criterion", renames.criteria),
        ("group", renames.groups),
    )
    del old, new
    return [
        Idle("renamed", (before, after), f"{kind} {before} renamed {after}")
        for kind, named in kinds
        for before, after in named.items()
    ]


def _header(old: Case, new: Case) -> list[Idle]:
    a, b = old.header, new.header
    found = [
        Idle(name, (), f"{name} of the case")
        for name in _HEADER
        if getattr(a, name) != getattr(b, name)
    ]
    if a.baseline != b.baseline:
        found.append(
            Idle("baseline", (a.baseline, b.baseline), f"baseline {a.baseline} → {b.baseline}")
        )
    if a.default_profile != b.default_profile:
        text = f"default profile {a.default_profile or 'none'} → {b.default_profile or 'none'}"
        found.append(Idle("default-profile", (a.default_profile, b.default_profile), text))
    for key in dict.fromkeys((*b.experts, *a.experts)):
        before, after = a.experts.get(key), b.experts.get(key)
        if before is None or after is None:
            text = f"{key} {'listed' if before is None else 'no longer listed'} as an expert"
            found.append(Idle("expert", (key,), text))
        elif before.title != after.title:
            found.append(Idle("expert", (key,), f"title of {key}"))
    for key, group in new.groups.items():
        if key in old.groups and old.groups[key].title != group.title:
            found.append(Idle("title", (key,), f"title of the group {group.title}"))
    return found


def _criterion(key: str, old: Version, new: Version) -> list[Idle]:
    a, b = old.criteria[key], new.criteria[key]
    title = titled(key, new)
    found = [
        Idle(kind, (key,), f"{words} of {title}")
        for kind, name, words in (
            ("title", "title", "title"),
            ("wording", "asks", "question"),
            ("wording", "unit", "unit"),
        )
        if getattr(a, name) != getattr(b, name)
    ]
    if a.scale != b.scale:
        found.append(Idle("wording", (key,), f"anchors of the scale of {title}"))
    return found


def _option(
    key: str,
    old: Option,
    new: Option,
    version: Version,
    scales: Mapping[str, tuple[Ends, Ends]],
) -> list[Idle]:
    title = option_title(key, version)
    found = [
        Idle(name, (key,), f"{name.replace('_', '-')} of {title}")
        for name in ("title", "summary", "tags", "requires", "conflicts_with", "stances")
        if getattr(old, name) != getattr(new, name)
    ]
    for criterion, judgements in new.scores.items():
        if criterion in old.scores and old.scores[criterion] != judgements:
            before = old.scores[criterion]
            found += _judgements(key, criterion, before, judgements, version, scales[criterion])
    return found


def _judgements(
    option: str,
    criterion: str,
    old: Sequence[Judgement],
    new: Sequence[Judgement],
    version: Version,
    scales: tuple[Ends, Ends],
) -> list[Idle]:
    before = {judgement.by: judgement for judgement in old}
    found = []
    for judgement in new:
        was = before.get(judgement.by)
        if was is None or was == judgement:
            continue
        who = expert_title(judgement.by, version)
        what = f"{titled(criterion, version)} of {option_title(option, version)}, {who}"
        if _spread(was) != _spread(judgement) and counts_the_same(was, judgement, scales):
            of_form = form_of(was) or form_of(judgement)
            words = (
                f"distribution of {what}: {moved(was, judgement)}"
                if of_form
                else f"range of {what}: {_range(was)} → {_range(judgement)}"
            )
            found.append(Idle("range", (option, criterion, judgement.by), words))
        names: Any = ("because", "source", "at", "confidence", "basis")
        changed = [n for n in names if getattr(was, n) != getattr(judgement, n)]
        if changed:
            said = " and ".join(
                {"because": "reason", "at": "place in the source"}.get(n, n) for n in changed
            )
            found.append(Idle("reason", (option, criterion, judgement.by), f"{said} of {what}"))
    return found


def _spread(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement says of the scores beside the one that it counts as."""
    return judgement.low, judgement.high, judgement.normal, judgement.beta, judgement.samples


def _range(judgement: Judgement) -> str:
    if judgement.low is None or judgement.high is None:
        return "none"
    return f"{plain(judgement.low)} to {plain(judgement.high)}"
