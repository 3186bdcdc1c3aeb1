"""What changed between two sides of a comparison, and what that did to the ranking."""

from dataclasses import dataclass

from policyscore.analysis.attribution import Method
from policyscore.analysis.edits import Edit, Idle
from policyscore.analysis.flips import Flip
from policyscore.analysis.matching import Side
from policyscore.scoring.ranking import Ranked


@dataclass(frozen=True, slots=True)
class Moved:
    """What happened to one option.

    Attributes:
        option: The option's id; the new one if it was renamed.
        title: Its title.
        old: Its place before; None if it was not there.
        new: Its place now; None if it is no longer there.
        by: Edit's id to what the edit did to the total; adds up to the total's change.
    """

    option: str
    title: str
    old: Ranked | None
    new: Ranked | None
    by: dict[str, float]

    @property
    def change(self) -> float:
        """The change of the total, as attributed; 0 for an option on one side only."""
        if self.old is None or self.new is None:
            return 0.0
        return self.new.total.value - self.old.total.value

    @property
    def shifted(self) -> bool:
        """Whether its rank changed."""
        ranks = [None if side is None else (side.rank, side.tied) for side in (self.old, self.new)]
        return ranks[0] != ranks[1]


@dataclass(frozen=True, slots=True)
class Lead:
    """By how much the new front-runner is ahead of the option that matters most to it.

    Attributes:
        option: Id of the option in front now.
        over: Id of the former front-runner, or of the runner-up if that is the same.
        old: The lead before; below 0 if it was behind.
        new: The lead now.
        by: Edit's id to what the edit did to the lead; adds up to the lead's change.
    """

    option: str
    over: str
    old: float
    new: float
    by: dict[str, float]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed under one profile, and what that did.

    Attributes:
        old: One side.
        new: The other.
        edits: The edits that can move a total or a rank, those that matter most first.
        idle: The edits that cannot.
        options: Every option of either side, in the new order, those that are gone last.
        lead: The lead of the new front-runner, or None if it cannot be compared.
        flips: What changed at the first places.
        reordered: How many pairs of options that are on both sides changed their order.
        method: How totals were attributed.
    """

    old: Side
    new: Side
    edits: tuple[Edit, ...]
    idle: tuple[Idle, ...]
    options: tuple[Moved, ...]
    lead: Lead | None
    flips: tuple[Flip, ...]
    reordered: int
    method: Method

    @property
    def first_changed(self) -> bool:
        """Whether another option is in front."""
        return any(flip.place == 1 for flip in self.flips)

    @property
    def order_changed(self) -> bool:
        """Whether any option that is on both sides passed another, or first place changed."""
        return bool(self.reordered) or self.first_changed

    def effect(self, edit: Edit) -> float:
        """The most that an edit moved any two options apart or together, in points."""
        shares = [m.by.get(edit.id, 0.0) for m in self.options if m.old and m.new]
        return max(shares, default=0.0) - min(shares, default=0.0)
