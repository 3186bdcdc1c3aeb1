"""The nearest weights, who would have to change their mind, and what first place is without."""

from dataclasses import dataclass
from typing import Literal

from policyscore.analysis.sensitivity.flip_results import First
from policyscore.analysis.sensitivity.judgement_results import JudgementFlip


@dataclass(frozen=True, slots=True)
class NearestWeights:
    """Weights that change first place, or bring an option there, and how far they are.

    Attributes:
        weights: Criterion's id to weight; they sum to 1. A witness: ranked under these, `first`
            is what comes first.
        first: Who is first under them. As the nearest weights lie on the border, the old first
            and the new tie there most often; the new one is `option`.
        option: The option that gets to first place.
        distance: Sum of the absolute changes of all weights, 0 to 2.
        largest: The largest change of one weight, 0 to 1.
        strict: Weights a hair further on, under which `option` (with its exact duplicates, if
            there are any) is first and nobody else; or None if it can tie but never win alone.
    """

    weights: dict[str, float]
    first: First
    option: str
    distance: float
    largest: float
    strict: dict[str, float] | None

    @property
    def points(self) -> float:
        """How many of 100 points of weight move from some criteria to others."""
        return self.distance * 50


@dataclass(frozen=True, slots=True)
class RivalWeights:
    """The nearest weights under which one rival is first before all others.

    Attributes:
        option: The rival's id.
        nearest: The nearest by total absolute change; or None if there are none.
        never: Why there are none, or empty. "dominated": `by` is as good on every criterion and
            better on one, at least; "beaten": no weights make it first, though no single
            option is better on everything.
        by: The option that dominates it, or empty.
    """

    option: str
    nearest: NearestWeights | None
    never: Literal["", "dominated", "beaten"]
    by: str


@dataclass(frozen=True, slots=True)
class Together:
    """All judgements of one judge, moved at once against whoever is first.

    Attributes:
        share: The least share (0 to 1) of its way to the end that hurts the first most (their own
            scores to the worst end, all others' to the best) that each judgement must go.
        there: Who is first at exactly that share.
        first: Who is first just beyond it; as `there` if the share is 1.
    """

    share: float
    there: First
    first: First


@dataclass(frozen=True, slots=True)
class Mind:
    """What one judge alone would have to change for first place to change.

    Attributes:
        judge: The expert's id (or that of the case's author).
        judgements: How many judgements are theirs.
        one: Their judgement that is nearest to changing first place, by share of its scale; None
            if no single one can.
        together: All of theirs moved at once; None if even that changes nothing.
    """

    judge: str
    judgements: int
    one: JudgementFlip | None
    together: Together | None


@dataclass(frozen=True, slots=True)
class ProfileMind:
    """What the holders of one profile would have to change for their own first place to change.

    Attributes:
        profile: The profile's id.
        first: Who is first under it.
        nearest: The nearest weights by total absolute change that change that; None if none do.
    """

    profile: str
    first: First
    nearest: NearestWeights | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What first place is without one thing.

    A criterion goes with its requirement, its weight spread over the others in proportion; an
    expert or a source goes with all its judgements; an option goes alone.

    Attributes:
        kind: What is left out.
        name: Its id.
        first: Who is first then; the present first if it cannot be left out.
        three: The first three places then; more options if some tie for the third.
        changes_first: Whether somebody who is left is first now and was not, or was and is not.
            Leaving out an option that shares first place, so that the others keep it, is none.
        changes_three: Whether the first three are others, or in another order.
        allowed: Options that are excluded at present and are not then.
        excluded: Options that are not excluded at present and are then.
        alone: For an expert or a source: the options and criteria on which nobody else judges, for
            which it cannot be left out. Empty if it can.
        has_all: For a criterion: whether it has all the weight, so that it cannot be left out.
    """

    kind: Literal["criterion", "expert", "source", "option"]
    name: str
    first: First
    three: tuple[First, ...]
    changes_first: bool
    changes_three: bool
    allowed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    alone: tuple[tuple[str, str], ...] = ()
    has_all: bool = False

    @property
    def possible(self) -> bool:
        """Whether it can be left out."""
        return not self.alone and not self.has_all
