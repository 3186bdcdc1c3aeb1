"""How far scores, judgements, ends of scales and experts' weights are from a flip."""

from dataclasses import dataclass
from typing import Literal

from policyscore.analysis.sensitivity.flip_results import Flip, nearer

Stated = Literal["likely", "range", "unknown", "distribution"]
"""How a judge stated the number that counts: the likely score, the middle, or the mean."""


@dataclass(frozen=True, slots=True)
class ScoreFlip:
    """How far a pooled score is from changing first place, all else held.

    Attributes:
        option: The option's id.
        criterion: The criterion's id.
        score: The pooled score, on the criterion's scale; the middle if it is unknown.
        unknown: Whether nobody says anything but `unknown`.
        down: Where first place changes as the score falls towards the low end of its scale.
        up: Where first place changes as the score rises towards the high end.
        share: How far the nearer of the two is, as a share of the scale (0 to 1); or None.
    """

    option: str
    criterion: str
    score: float
    unknown: bool
    down: Flip | None
    up: Flip | None
    share: float | None

    @property
    def nearest(self) -> Flip | None:
        """The nearer flip; `down` if both are as near."""
        return nearer(self.score, self.down, self.up)


@dataclass(frozen=True, slots=True)
class JudgementFlip:
    """How far one judgement is from changing first place, all else held.

    What moves is the number that the judgement enters the pool with: `likely`; the midpoint where
    only `low` and `high` are given (both ends move by as much, as far as the scale lets them; the
    midpoint is what counts); the middle of the scale where the judge says `unknown`. `Flip.at` is
    such a number; that of a judgement that has a range may lie outside the range.

    Attributes:
        option: The option's id.
        criterion: The criterion's id.
        index: Which of the judgements on that option and criterion it is, from 0.
        by: Who judges.
        score: The number that it enters the pool with, on the criterion's scale.
        stated: How that number was stated.
        pool: The judgement's share of the pooled score, 0 to 1; 0 if the judge has no weight.
        down: Where first place changes as the number falls.
        up: Where first place changes as the number rises.
        share: How far the nearer of the two is, as a share of the scale (0 to 1); or None.
        because: The reason given, or empty.
        source: Id of the source, or empty.
        at: Where in the source, or empty.
    """

    option: str
    criterion: str
    index: int
    by: str
    score: float
    stated: Stated
    pool: float
    down: Flip | None
    up: Flip | None
    share: float | None
    because: str
    source: str
    at: str

    @property
    def nearest(self) -> Flip | None:
        """The nearer flip; `down` if both are as near."""
        return nearer(self.score, self.down, self.up)


@dataclass(frozen=True, slots=True)
class EndFlip:
    """How far one end of a criterion's scale would have to move for first place to change.

    The number of the end anchor moves and with it the end of the value function (value 0 or 100);
    the other stated points stay. Scores stay as well, but for `unknown`, which is the middle of
    the scale and so moves by half as much. Where a distribution reaches beyond the end, which then
    cuts it off, its mean would move with the end by no such rule, and nothing is worked out.

    Attributes:
        criterion: The criterion's id.
        end: Which end.
        number: Where it is.
        inward: Where first place changes as the scale gets shorter, up to `limit`.
        outward: Where first place changes as the scale gets longer, however long.
        limit: How far inward it may go: up to the nearest judgement, requirement, further anchor
            or point of the value function.
        share: How far the nearer of the two is, in lengths of the present scale; or None.
        cut: Whether nothing was worked out because the end cuts off a distribution.
    """

    criterion: str
    end: Literal["worst", "best"]
    number: float
    inward: Flip | None
    outward: Flip | None
    limit: float
    share: float | None
    cut: bool = False

    @property
    def nearest(self) -> Flip | None:
        """The nearer flip; `inward` if both are as near."""
        return nearer(self.number, self.inward, self.outward)


@dataclass(frozen=True, slots=True)
class ExpertFlip:
    """How far an expert's weight in the pools is from changing first place.

    Attributes:
        expert: The expert's id.
        weight: The present weight, 0 or more; that of others is kept.
        judgements: How many judgements are theirs.
        pooled: How many of those are pooled with others'; only these depend on the weight.
        down: Where first place changes as the weight falls to 0.
        up: Where first place changes as the weight rises without end.
        alone: Whether somebody's only judgement of an option on a criterion is theirs, so that a
            weight of exactly 0 is not possible (just above 0 is).
    """

    expert: str
    weight: float
    judgements: int
    pooled: int
    down: Flip | None
    up: Flip | None
    alone: bool

    @property
    def nearest(self) -> Flip | None:
        """The nearer flip; `down` if both are as near."""
        return nearer(self.weight, self.down, self.up)
