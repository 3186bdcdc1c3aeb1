"""The swing on a criterion: the step from the worst to the best end of its scale."""

from dataclasses import dataclass

from policyscore.case.header import Criterion


@dataclass(frozen=True, slots=True)
class Level:
    """A place on a criterion's scale.

    Attributes:
        score: The number.
        words: What it stands for, if it is an anchor of the scale; empty otherwise.
    """

    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Swing:
    """A step on a criterion's scale.

    Attributes:
        criterion: The criterion's id.
        start: Where it starts.
        end: Where it ends.
    """

    criterion: str
    start: Level
    end: Level


def level(criterion: Criterion, score: float) -> Level:
    """A score as a place on the criterion's scale."""
    return Level(score, criterion.scale.get(score, ""))


def whole_swing(key: str, criterion: Criterion) -> Swing:
    """The swing whose worth is the criterion's weight, from its worst end to its best."""
    low, high = criterion.ends
    worst, best = (high, low) if criterion.better == "lower" else (low, high)
    return Swing(key, level(criterion, worst), level(criterion, best))
