"""Titles, figures and places, as findings about a whole case give them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policyscore.case.case import Case
from policyscore.case.header import Group, Tree
from policyscore.case.kinds import Where
from policyscore.reading.characters import shorten, visible
from policyscore.scoring.titles import enumerate_titles
from policyscore.weighing.ways import WITHIN

TITLE = ("title",)
_LONGEST_TITLE = 60


def short(title: str) -> str:
    """A title fit for the middle of a sentence."""
    return shorten(visible(title), _LONGEST_TITLE)


def criterion_title(case: Case, criterion: str) -> str:
    """A criterion's title."""
    return short(case.criteria[criterion].title)


def option_title(case: Case, option: str) -> str:
    """An option's title."""
    return short(case.options[option].title)


def profile_title(case: Case, profile: str) -> str:
    """A profile's title."""
    return short(case.profiles[profile].title)


def criterion_titles(case: Case, criteria: Iterable[str]) -> str:
    """The titles of criteria, each once, listed as in a sentence; a long list is cut short."""
    return enumerate_titles([criterion_title(case, key) for key in dict.fromkeys(criteria)])


def figure(number: float) -> str:
    """A score as a reader wants it: four digits, and no power of ten if it can be helped."""
    return f"{number:.0f}" if 1e4 <= abs(number) < 1e15 else f"{number:.4g}"


def count(number: int, one: str, several: str = "") -> str:
    """A number of things: `1 option`, `2 options`."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def criterion_places(tree: Tree, where: Where = ("criteria",)) -> Iterator[tuple[str, Where]]:
    """Every criterion with its place in `policyscore.yaml`."""
    for key, member in tree.items():
        if isinstance(member, Group):
            yield from criterion_places(member.criteria, (*where, key, "criteria"))
        else:
            yield key, (*where, key)


def weight_place(stated: Mapping[str, Any], criterion: str) -> Where:
    """Where a weights file weighs a criterion; its title if no line does so by name."""
    return _among_ways(stated, criterion) or TITLE


def _among_ways(stated: Mapping[str, Any], name: str) -> Where | None:
    for key, content in stated.items():
        if key != WITHIN:
            found = _inside(content, name)
            if found is not None:
                return (key, *found)
    groups = stated.get(WITHIN, {})
    for group, inner in groups.items():
        found = _among_ways(inner, name)
        if found is not None:
            return (WITHIN, group, *found)
    return None


def _inside(content: Any, name: str) -> Where | None:
    """Where a name stands in what is stated in one way: in a key, or in an item of a list."""
    if isinstance(content, dict):
        if name in content:
            return (name,)
        pairs = (key for key in content if name in str(key).split(" over "))
        inside = ((k, *found) for k, c in content.items() if (found := _inside(c, name)))
        return next(((key,) for key in pairs), None) or next(inside, None)
    if isinstance(content, list):
        for index, item in enumerate(content):
            found = () if _names(item, name) else _inside(item, name)
            if found is not None:
                return (index, *found)
    return None


def _names(item: Any, name: str) -> bool:
    """Whether an item of a list is a name, or a line that starts with it."""
    return isinstance(item, str) and (item == name or item.startswith(f"{name} from "))
