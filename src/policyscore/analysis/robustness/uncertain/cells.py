"""What is to be drawn from: options and criteria with the distribution of each score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from policyscore.analysis.robustness.uncertain.score_shapes import Mixture
from policyscore.analysis.robustness.uncertain.weight_laws import Law


@dataclass(frozen=True, slots=True)
class Scale:
    """A criterion as far as numbers go.

    Attributes:
        criterion: The criterion's id.
        low: The lowest number of its scale.
        high: The highest; above the low.
        points: Its value function, score to value by rising score, from `low` to `high`.
        at_least: Requirement: an option that scores lower is excluded; or None.
        at_most: Requirement: an option that scores higher is excluded; or None.
    """

    criterion: str
    low: float
    high: float
    points: tuple[tuple[float, float], ...]
    at_least: float | None = None
    at_most: float | None = None

    def unit(self, score: float) -> float:
        """Where a score lies on the scale, 0 at its low and 1 at its high; no overflow."""
        size = max(abs(self.low), abs(self.high))
        low, high = self.low / size, self.high / size
        return (score / size - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Cells:
    """A decision with all that is uncertain in it.

    Attributes:
        options: The options' ids.
        scales: The criteria.
        judged: For each option, in order, the judgements on each criterion, in order.
        law: What the weights follow.
        experts: If one expert is drawn for all of their judgements: each expert's id to how much
            they count. Empty if every cell is drawn from its own judges.
    """

    options: tuple[str, ...]
    scales: tuple[Scale, ...]
    judged: Sequence[Sequence[Mixture]]
    law: Law
    experts: Mapping[str, float] = field(default_factory=dict)
