"""Which options, criteria and groups were renamed: those with much the same content."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from policyscore.case.case import Case
from policyscore.case.header import Criterion
from policyscore.case.options import Judgement, Option

LEAST = 0.6
_MOST_PAIRS = 40_000
Content = Counter[Any]


def option_content(option: Option, named: Mapping[str, str]) -> Content:
    """What makes an option what it is; words that most judgements share are left out.

    Args:
        option: The option.
        named: New ids of criteria that were renamed.
    """
    found: Content = Counter([("title", option.title), ("summary", option.summary)])
    found.update(("tag", tag) for tag in option.tags)
    found.update((s.expert, s.stance, s.at, s.because) for s in option.stances)
    for criterion, judgements in option.scores.items():
        found += _judged(named.get(criterion, criterion), judgements)
    return found


def criterion_content(criterion: Criterion, case: Case, key: str) -> Content:
    """What makes a criterion what it is, the scores on it included."""
    found: Content = Counter([("title", criterion.title), ("asks", criterion.asks)])
    found.update(("anchor", *anchor) for anchor in criterion.scale.items())
    found.update(("value", *point) for point in (criterion.value or {}).items())
    for option in case.options.values():
        found += _judged(option.title, option.scores[key])
    return found


def _judged(about: str, judgements: tuple[Judgement, ...]) -> Content:
    found: Content = Counter(
        (about, j.by, j.likely, j.low, j.high, j.normal, j.beta, j.samples) for j in judgements
    )
    found.update((about, j.because) for j in judgements if j.because)
    return found


def likeness(a: Content, b: Content) -> float:
    """The share of the larger content that both have, from 0 to 1."""
    larger = max(a.total(), b.total())
    return (a & b).total() / larger if larger else 0.0


def find_renames(dropped: Mapping[str, Content], added: Mapping[str, Content]) -> dict[str, str]:
    """Match what is gone with what is new, the most alike first.

    Args:
        dropped: Id to content of what only the old version has.
        added: Id to content of what only the new version has.

    Returns:
        Old id to new id of every pair that shares at least `LEAST` of its content. Where very
        many came and went at once, nothing is called a rename.
    """
    if len(dropped) * len(added) > _MOST_PAIRS:
        return {}
    pairs = sorted((-likeness(a, b), x, y) for x, a in dropped.items() for y, b in added.items())
    found: dict[str, str] = {}
    for share, x, y in pairs:
        if -share >= LEAST and x not in found and y not in found.values():
            found[x] = y
    return found
