"""How far each weight can move while first place holds: rows of a tornado, and in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyscore.analysis.sensitivity.results import WeightRange
from policyscore.analysis.sensitivity_reading import room, tightest
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.sensitivity.sections import Grid, Section, left
from policyscore.views.sensitivity.words import Scene, percents

CRITERIA = "How far each weight can move while first place holds"
GROUPS = "The same for groups of criteria"
LOCAL = "The same for weights inside their group"
_MOST = {CRITERIA: 15, GROUPS: 10, LOCAL: 8}


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One weight.

    Attributes:
        title: What it is the weight of.
        range: How far it can move.
        now: The present weight as shown.
        low: The lower end of the interval as shown.
        high: Its upper end.
        holds: The interval as shown.
        down: Who takes over below it, in words; empty if nobody does.
        up: Who takes over above it.
    """

    title: str
    range: WeightRange
    now: str
    low: str
    high: str
    holds: str
    down: str
    up: str


@dataclass(frozen=True, slots=True)
class RangeList:
    """Weights of one kind.

    Attributes:
        title: What they are.
        rows: Those shown, the least room first.
        notes: What is said of the rest.
    """

    title: str
    rows: tuple[RangeRow, ...]
    notes: tuple[str, ...]


def range_lists(scene: Scene) -> tuple[RangeList, ...]:
    """The weights of criteria, of groups, and inside groups; those that there are."""
    found = scene.found
    criteria = tuple(r for r in found.weights if r.kind == "criterion")
    groups = tuple(r for r in found.weights if r.kind == "group")
    parts = ((CRITERIA, criteria), (GROUPS, groups), (LOCAL, found.local))
    return tuple(_list(scene, title, ranges) for title, ranges in parts if ranges)


def _list(scene: Scene, title: str, ranges: Sequence[WeightRange]) -> RangeList:
    able = tightest(tuple(ranges))
    shown = able[: scene.limit(_MOST[title])]
    notes = [*left(len(shown), len(able), "weights could change first place")]
    free = [r for r in ranges if not r.stuck and room(r) > 1]
    if free:
        names = enumerate_titles([_title(scene, r) for r in free])
        notes.append(f"First place holds at any weight, from 0 to 100%, of: {names}.")
    for why, says in (
        ("has-all", "has all the weight, so that there is nothing to move it against"),
        ("has-none", "cannot be moved, since what should keep its proportions has no weight"),
    ):
        stuck = [_title(scene, r) for r in ranges if r.stuck == why]
        if stuck:
            notes.append(f"{enumerate_titles(stuck)}: {says}.")
    return RangeList(title, tuple(_row(scene, r) for r in shown), tuple(notes))


def _title(scene: Scene, weight: WeightRange) -> str:
    title = scene.case.member_title(weight.member)
    return f"{title} (in {scene.case.member_title(weight.within)})" if weight.within else title


def _row(scene: Scene, weight: WeightRange) -> RangeRow:
    low, now, high = percents(weight.low, weight.weight, weight.high)
    holds = f"{low.removesuffix('%')}{scene.glyphs.dash}{high}"
    down = scene.who(weight.below) if weight.below else ""
    up = scene.who(weight.above) if weight.above else ""
    return RangeRow(_title(scene, weight), weight, now, low, high, holds, down, up)


def ranges_section(ranges: RangeList) -> Section:
    """Weights as a table, for where nothing can be drawn."""
    rows = tuple((r.title, r.now, r.holds, r.down, r.up) for r in ranges.rows)
    header = ("Weight of", "Now", "First place holds", "If less", "If more")
    grid = Grid(header, "lrrll", rows) if rows else None
    return Section(ranges.title, (), (), grid, ranges.notes)
