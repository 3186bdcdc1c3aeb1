"""What all views of robustness start from: what was found, and the words of the case."""

from dataclasses import dataclass

from policyscore.analysis.robustness.doubts import Doubts
from policyscore.analysis.robustness.results import OptionShares, Part, Robustness
from policyscore.analysis.robustness.study_results import Study
from policyscore.case.case import Case
from policyscore.views.robustness.words import percent

OFTEN = 0.05
"""Who is first in at least this share of futures wins often."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What all parts of a view need.

    Attributes:
        case: The case.
        study: What the analysis found.
        title: The title of the profile that the weights are of; empty if of none or of several.
        top: How many options to show; all if None.
    """

    case: Case
    study: Study
    title: str
    top: int | None = None

    @property
    def found(self) -> Robustness:
        """How often each option takes each rank."""
        return self.study.shares

    @property
    def doubts(self) -> Doubts:
        """What was uncertain."""
        return self.study.doubts

    @property
    def ordered(self) -> tuple[OptionShares, ...]:
        """The options, those that are first most often first."""
        return self.study.ordered

    @property
    def shown(self) -> tuple[OptionShares, ...]:
        """Those of them that are shown."""
        return self.ordered[: self.top]

    @property
    def leader(self) -> OptionShares | None:
        """The option that is first most often; None if none ever is."""
        return self.study.leader

    @property
    def has_confidence(self) -> bool:
        """Whether confidence factors say anything that first places do not: if weights differ."""
        return self.doubts.weights and any(s.confidence is not None for s in self.ordered)

    @property
    def has_pairs(self) -> bool:
        """Whether it was counted how often one option stands above another."""
        return self.found.pairwise is not None and len(self.ordered) > 1

    def is_exact(self, part: Part) -> bool:
        """Whether a part of what was found is exact, and not from draws."""
        return self.found.exact or part in self.found.exact_parts

    def option(self, shares: OptionShares) -> str:
        """An option's title."""
        return self.case.options[shares.option].title

    def first(self, shares: OptionShares) -> str:
        """How often an option is first, in as many digits as the error leaves."""
        return percent(shares.first, self.study.first_half_width)

    def ranked(self, share: float) -> str:
        """Another share of all futures, likewise."""
        return percent(share, max(self.found.half_width, self.found.pairwise_half_width))

    def above(self, share: float) -> str:
        """How often one option stands above another, likewise."""
        return percent(share, self.found.pairwise_half_width)

    def confident(self, share: float) -> str:
        """A confidence factor, likewise."""
        return percent(share, self.study.confidence_half_width)
