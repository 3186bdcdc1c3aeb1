"""Merges that git finds clean and the ranking does not: neither side flips it, both together do."""

from dataclasses import dataclass

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference
from policyscore.analysis.matching import Side
from policyscore.analysis.version import detect_renames


@dataclass(frozen=True, slots=True)
class Merged:
    """Who is in front under one profile, before and after a merge.

    Attributes:
        profile: The profile's id.
        title: Its title.
        base: Ids of the options in front before either side's edits.
        ours: In front with the edits of our side alone.
        theirs: In front with the edits of their side alone.
        merged: In front with both.
        difference: What the merge changed against the base.
    """

    profile: str
    title: str
    base: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    merged: tuple[str, ...]
    difference: Difference

    @property
    def conflict(self) -> bool:
        """Whether each side alone keeps the front-runner and both together change it."""
        return self.ours == self.base == self.theirs != self.merged


def look_at_merge(base: Side, ours: Side, theirs: Side, merged: Side) -> Merged:
    """Find out whether a merge does what neither of its sides does.

    Options that either side renamed count by the name that the merge gives them.
    """
    difference = compare_sides(base, merged)
    return Merged(
        merged.ranking.profile,
        merged.profile.title,
        _first(base, merged),
        _first(ours, merged),
        _first(theirs, merged),
        _first(merged, merged),
        difference,
    )


def _first(side: Side, merged: Side) -> tuple[str, ...]:
    named = detect_renames(side.case, merged.case).options
    return tuple(sorted(named.get(r.option, r.option) for r in side.ranking.first))
