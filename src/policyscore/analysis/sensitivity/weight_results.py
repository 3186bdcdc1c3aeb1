"""How far weights can move while first place holds, and the picture of totals against one."""

from dataclasses import dataclass
from typing import Literal

from policyscore.analysis.sensitivity.flip_results import First


@dataclass(frozen=True, slots=True)
class Break:
    """A weight at which first place changes, on the way from 0 to 1.

    Attributes:
        at: The weight, above 0 and below 1.
        there: Who is first at exactly this weight: all who tie.
        first: Who is first just above it.
        order: The first few places just above it, best first; those who tie stand together.
    """

    at: float
    there: First
    first: First
    order: tuple[First, ...]


Stuck = Literal["", "has-all", "has-none"]


@dataclass(frozen=True, slots=True)
class WeightRange:
    """How far the weight of a criterion or a group can move while first place holds.

    The other weights keep their proportions, and so do the criteria inside a group that moves.

    Attributes:
        member: Id of the criterion or group.
        kind: Which of the two it is.
        within: Empty if the weight is that in the whole case (0 to 1, cumulative); the id of the
            group right above it if it is the local weight: the share of that group's weight, with
            the group's weight and everything outside the group held.
        weight: The present weight; 0 where `stuck` is "has-none" and `within` is not empty.
        low: The least weight at which first place is still as it is (others may tie at it).
        high: The greatest such weight.
        below: Who is first just below `low`; empty if `low` is 0 or the weight is stuck.
        above: Who is first just above `high`; empty if `high` is 1 or the weight is stuck.
        start: Who is first at weight 0 (just above it, where more tie at 0); empty if stuck.
        breaks: Every weight between 0 and 1 at which first place changes, rising.
        stuck: Why the weight cannot move, or empty. "has-all": it has all the weight, so that the
            others have no proportions to keep. "has-none": what should keep its proportions has
            no weight, be it the criteria inside a group or, for a local weight, the group it is
            in. A stuck weight has `low` and `high` equal to `weight`, and no breaks.
    """

    member: str
    kind: Literal["criterion", "group"]
    within: str
    weight: float
    low: float
    high: float
    below: First
    above: First
    start: First
    breaks: tuple[Break, ...]
    stuck: Stuck


@dataclass(frozen=True, slots=True)
class Line:
    """An option's total against one weight, a straight line from weight 0 to weight 1.

    Attributes:
        option: The option's id.
        at_zero: Its total if the weight is 0, in value points from 0 to 100.
        now: Its total at the present weight.
        at_one: Its total if the weight is 1.
        best_place: The best rank that it has anywhere between.
    """

    option: str
    at_zero: float
    now: float
    at_one: float
    best_place: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """A weight at which two shown options change places.

    Attributes:
        at: The weight, above 0 and below 1.
        up: Id of the option that is the better one above it.
        down: Id of the option that was the better one below it.
        total: What both are worth there.
        is_first: Whether it is a change in first place.
    """

    at: float
    up: str
    down: str
    total: float
    is_first: bool


@dataclass(frozen=True, slots=True)
class CrossOver:
    """The picture of totals against one weight.

    Attributes:
        range: How far the weight can move, with the break points of first place.
        lines: The options that are ever among the first few, those first at present first.
        crossings: Every weight at which two of them change places, rising.
    """

    range: WeightRange
    lines: tuple[Line, ...]
    crossings: tuple[Crossing, ...]
