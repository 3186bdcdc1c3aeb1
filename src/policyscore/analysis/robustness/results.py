"""What is found about robustness: how often each option takes each rank, with its error.

The terms are those of stochastic multicriteria acceptability analysis: Lahdelma & Salminen (2001),
"SMAA-2: Stochastic multicriteria acceptability analysis for group decision making", *Operations
Research* 49(3):444-454; Tervonen & Lahdelma (2007), "Implementing stochastic multicriteria
acceptability analysis", *European Journal of Operational Research* 178(2):500-513.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True, slots=True)
class OptionShares:
    """How one option fares over all draws.

    In a draw in which options tie, the ranks that they take together are shared equally among
    them, so that the acceptabilities of a rank add up to 1 as long as no option is excluded.
    In a draw in which an option misses a requirement it takes no rank at all.

    Attributes:
        option: The option's id.
        first: How often it is first, 0 to 1: the first acceptability, or, where that alone is
            known exactly though the ranks are drawn, the exact share.
        first_error: The standard error of that; 0 if it is exact.
        acceptability: Share of draws in which it takes rank 1, 2, and so on, 0 to 1. They and
            `excluded` add up to 1.
        errors: The standard error of each.
        excluded: Share of draws in which it misses a requirement, 0 to 1.
        central_weights: Criterion's id to its mean weight over the draws in which the option is
            first; None if it never is.
        central_draws: In how many draws it is first, which its central weights are a mean over;
            several that share a draw have a part of it each. 0 if they are exact.
        confidence: How often it is first at its central weights, 0 to 1; None without them, or if
            there are too many options, as `left_out` then says.
        expected_rank: Its mean rank over the draws in which it has one; None if it never has.
        expected_rank_error: The standard error of that.
        entropy: How scattered its ranks are, in bits: 0 if it always takes the same one.
        holistic: The acceptabilities, each times the weight of its rank, added up.
        holistic_error: The standard error of that.
    """

    option: str
    first: float
    first_error: float
    acceptability: "array[float]"
    errors: "array[float]"
    excluded: float
    central_weights: Mapping[str, float] | None
    central_draws: float
    confidence: float | None
    expected_rank: float | None
    expected_rank_error: float
    entropy: float
    holistic: float
    holistic_error: float


@dataclass(frozen=True, slots=True)
class Cut:
    """How often draws of one judgement lay beyond the ends of its scale and count as the end.

    Attributes:
        option: The option's id.
        criterion: The criterion's id.
        by: Who judges.
        share: Share of the draws of this judgement, 0 to 1.
    """

    option: str
    criterion: str
    by: str
    share: float


Part = Literal["first", "ranks", "expected-ranks", "pairwise", "central-weights"]
"""A part of what is found that may be exact though others are drawn."""

PARTS: tuple[Part, ...] = ("first", "ranks", "expected-ranks", "pairwise", "central-weights")


@dataclass(frozen=True, slots=True)
class Robustness:
    """How often each option takes each rank over all that is uncertain.

    Attributes:
        profile: Id of the profile whose weights are looked at, or None if of none or of several.
        weights: Which weights are drawn: `fixed`, `admissible`, `near`, `any` or `profiles`.
        options: Each option, in the order of the case.
        pairwise: Option's id to another's id to the share of draws in which the first is better,
            a tie counting as half; None if there are too many options for it.
        entropy: How open the choice of the first option is, in bits: the entropy of who is first,
            among the futures in which any option is.
        rank_weights: The scheme of the weights of ranks in the holistic acceptability.
        exact: Whether nothing was drawn: all figures are exact.
        samples: How many draws, each of weights and scores.
        score_draws: How many draws of scores are among them; each goes with several of weights.
        replicates: How many independent replicates the errors are worked out from.
        seed: What the draws started from.
        half_width: The largest half-width of a 95 % confidence interval of an acceptability.
        pairwise_half_width: A half-width that no pairwise share exceeds; 0 if they are exact.
        exact_parts: What is exact, of `PARTS`; all of them if `exact`.
        confidence_draws: How many draws of scores each confidence factor rests on.
        cuts: The judgements of which some draws lay beyond the scale.
        interrupted: Whether it was stopped before all draws were made.
        left_out: What was not worked out, and why, in sentences.
        confidence_interrupted: Whether it was stopped after all draws, while confidence factors
            were worked out, so that there are none.
    """

    profile: str | None
    weights: str
    options: tuple[OptionShares, ...]
    pairwise: Mapping[str, Mapping[str, float]] | None
    entropy: float
    rank_weights: str
    exact: bool
    samples: int
    score_draws: int
    replicates: int
    seed: int
    half_width: float
    pairwise_half_width: float = 0.0
    exact_parts: tuple[Part, ...] = ()
    confidence_draws: int = 0
    cuts: tuple[Cut, ...] = ()
    interrupted: bool = False
    left_out: tuple[str, ...] = ()
    confidence_interrupted: bool = False

    def of(self, option: str) -> OptionShares:
        """One option's shares."""
        return next(shares for shares in self.options if shares.option == option)
