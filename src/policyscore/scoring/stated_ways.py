"""In which way each level of a profile was stated, with the settings of that way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policyscore.case.profiles import Profile
from policyscore.weighing.statements import ways_used
from policyscore.weighing.ways import WITHIN


@dataclass(frozen=True, slots=True)
class StatedWay:
    """How one level of a profile was stated.

    Attributes:
        group: Id of the group whose weight is divided; empty at the top of the profile.
        way: The key of the way of weighing.
        settings: The way's settings, with what stands for those left out.
        divides: Whether some of what the level names is divided further below it.
    """

    group: str
    way: str
    settings: dict[str, Any]
    divides: bool


def stated_ways(profile: Profile) -> tuple[StatedWay, ...]:
    """The ways in which a profile without errors was stated, the top level's first.

    Args:
        profile: What its file says.
    """
    return tuple(_levels(profile.stated, ""))


def _levels(stated: Mapping[str, Any], group: str) -> Iterator[StatedWay]:
    within = stated.get(WITHIN) or {}
    for way in ways_used(stated):
        settings = {key: stated.get(key, field.default) for key, field in way.settings.items()}
        yield StatedWay(group, way.key, settings, bool(within))
    for name, inner in within.items():
        yield from _levels(inner, str(name))
