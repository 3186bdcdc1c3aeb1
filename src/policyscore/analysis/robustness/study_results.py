"""All that is found about robustness: the shares of ranks, and what stands behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from policyscore.analysis.robustness.camp_voices import ExpertCamps
from policyscore.analysis.robustness.camps import Camps
from policyscore.analysis.robustness.doubts import Doubts
from policyscore.analysis.robustness.leading import (
    confidence_half_width,
    first_half_width,
    in_order,
    told_apart,
    undecided,
    usual_weights,
)
from policyscore.analysis.robustness.losing.results import LosingFutures
from policyscore.analysis.robustness.results import OptionShares, Robustness

_STRAY = 1e-9  # what adding up shares may be off by

WeightsDrawn = Literal["fixed", "admissible", "near", "any", "profiles"]
"""Which weights are considered."""


@dataclass(frozen=True, slots=True)
class Study:
    """How far first place can be trusted over all that is uncertain.

    Attributes:
        shares: How often each option takes each rank.
        doubts: What was uncertain.
        losing: What the futures have in common in which the leader is not first; None if nothing
            is uncertain, if no option leads, or if `left_out` says why.
        experts: How far first place depends on whose judgements count, under the weights of the
            profile; None if no two experts judged the same, or if `left_out` says why.
        profiles: How the case's profiles that are no groups fall into camps; None if there are
            fewer than two, or if `left_out` says why.
        drawn_profiles: Ids of the profiles that weights were drawn from, with `profiles`.
        concentration: How closely weights stayed to the profile's, with `near`; None otherwise.
        together: Whether one expert was drawn for all of their judgements.
        pert: Whether ranges with a likely score were PERT distributions.
        precision: The half-width of a share of a rank that was asked for, 0 to 1; None if none.
        interrupted: Whether it was stopped before all was done.
        left_out: What was not worked out beside the shares, and why, in sentences.
        ordered: The options, those that are first most often first; then by expected rank.
        usual_weights: Criterion's id to its mean weight over the futures considered; empty if it
            is not known.
        first_half_width: The largest half-width of a 95 % interval of how often an option is
            first, 0 to 1.
    """

    shares: Robustness
    doubts: Doubts
    losing: LosingFutures | None = None
    experts: ExpertCamps | None = None
    profiles: Camps | None = None
    drawn_profiles: tuple[str, ...] = ()
    concentration: float | None = None
    together: bool = False
    pert: bool = False
    precision: float | None = None
    interrupted: bool = False
    left_out: tuple[str, ...] = ()
    ordered: tuple[OptionShares, ...] = field(init=False)
    usual_weights: Mapping[str, float] = field(init=False)
    first_half_width: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ordered", in_order(self.shares.options))
        object.__setattr__(self, "usual_weights", usual_weights(self.ordered))
        object.__setattr__(self, "first_half_width", first_half_width(self.shares))

    @property
    def leader(self) -> OptionShares | None:
        """The option that is first most often; None if none ever is."""
        best = self.ordered[0] if self.ordered else None
        return best if best is not None and best.first > 0 else None

    @property
    def rivals(self) -> tuple[OptionShares, ...]:
        """The other options that are ever first, the most frequent first."""
        return tuple(shares for shares in self.ordered[1:] if shares.first > 0)

    @property
    def level(self) -> tuple[OptionShares, ...]:
        """The leader, and the rivals of which it is not sure that they are first less often.

        They are those for which the 95 % interval of the difference holds 0.
        """
        leader = self.leader
        if leader is None:
            return ()
        near = (each for each in self.rivals if not told_apart(self.shares, leader, each))
        return (leader, *near)

    @property
    def confidence_half_width(self) -> float:
        """A half-width that no confidence factor exceeds, 0 to 1."""
        return confidence_half_width(self.shares)

    @property
    def undecided(self) -> float:
        """The share of futures in which no option meets every requirement, 0 to 1."""
        return undecided(self.ordered)

    @property
    def precision_reached(self) -> bool | None:
        """Whether shares of ranks are as precise as was asked for; None if it was not asked."""
        if self.precision is None:
            return None
        return self.shares.half_width < self.precision

    @property
    def beaten_by(self) -> tuple[OptionShares, ...]:
        """Options that surely stand above the leader in over half of the futures.

        The most frequent first; none if the leader cannot be told from others.
        """
        if len(self.level) != 1:
            return ()
        least = 0.5 + self.shares.pairwise_half_width + _STRAY
        above = [(self.above_leader(each) or 0.0, each) for each in self.ordered]
        beating = [pair for pair in above if pair[0] > least]
        return tuple(each for _, each in sorted(beating, key=lambda pair: -pair[0]))

    @property
    def shared_first(self) -> bool:
        """Whether the leader surely shares its first place in some futures.

        A share of it is not counted as its being first, though it does not lose then.
        """
        leader, losing = self.leader, self.losing
        if leader is None or losing is None:
            return False
        error = self.first_half_width + losing.lost_half_width
        return 1 - leader.first - losing.lost > error + _STRAY

    def above_leader(self, shares: OptionShares) -> float | None:
        """How often an option stands above the leader; None for the leader, or if not counted."""
        leader, pairs = self.leader, self.shares.pairwise
        if leader is None or pairs is None or leader.option == shares.option:
            return None
        return pairs[shares.option][leader.option]
