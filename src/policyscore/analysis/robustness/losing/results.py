"""What is found about the draws in which the leader loses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Literal

Kind = Literal["weight", "score"]

LEAST_DRAWS = 10
"""Of fewer lost draws, or fewer others, in either half of the draws nothing is said."""


@dataclass(frozen=True, slots=True, order=True)
class Dimension:
    """Something that is drawn: a weight, or a score.

    Attributes:
        kind: `weight` or `score`.
        criterion: The criterion's id; of a weight, a group's, too.
        option: Id of the option that is scored; empty for a weight.
    """

    kind: Kind
    criterion: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a box asks of one dimension.

    Attributes:
        dimension: The dimension.
        above: What it is above, a weight from 0 to 1 or a score on its scale; or None.
        below: What it is below; or None.
        density_without: The density of the box without this limit, 0 to 1.
        coverage_without: Its coverage without this limit, 0 to 1.
        chance: The chance that limits on something that does not matter would do as much, 0 to 1.
    """

    dimension: Dimension
    above: float | None
    below: float | None
    density_without: float
    coverage_without: float
    chance: float


@dataclass(frozen=True, slots=True)
class LosingBox:
    """Ranges of weights and scores in which the leader loses more often than elsewhere.

    All shares are counted in draws that the box was not looked for in, and of those only in the
    ones that lie in no box before it.

    Attributes:
        limits: What it asks, the dimension whose limit matters most for the density first.
        coverage: Share of the lost draws that are in it, 0 to 1; of all lost draws that were
            counted, whether or not they lie in boxes before it.
        density: Share of the draws in it that are lost, 0 to 1.
        mass: Share of all counted draws that are in it, 0 to 1.
        rest: Share of lost draws among those that lie in no box before it, 0 to 1: what the
            density is to be compared with.
        correlation: Of being in it with being lost, 0 to 1.
        chance: The chance that draws taken at random would be lost as often, 0 to 1.
        profiles: Where weights are drawn from several profiles, ids of those whose weights are
            within its limits.
    """

    limits: tuple[Limit, ...]
    coverage: float
    density: float
    mass: float
    rest: float
    correlation: float
    chance: float
    profiles: tuple[str, ...] = ()

    @property
    def limits_weights(self) -> bool:
        """Whether it asks anything of a weight."""
        return any(limit.dimension.kind == "weight" for limit in self.limits)


@dataclass(frozen=True, slots=True)
class LosingFutures:
    """What the draws in which the leader loses have in common.

    Attributes:
        leader: The option's id.
        lost: Share of all draws in which it loses, 0 to 1.
        boxes: Where it loses, the clearest first; none if nothing is better than chance.
        coverage: Share of the lost draws that are in any of the boxes, 0 to 1.
        draws: How many draws there are.
        searched: How many of them boxes were looked for in.
        counted: How many others the shares are counted in.
        dimensions: How many dimensions were looked at.
        left_out: What was not looked at, and why, in sentences.
        profiles: Ids of the profiles that weights were drawn from, if they were.
    """

    leader: str
    lost: float
    boxes: tuple[LosingBox, ...]
    coverage: float
    draws: int
    searched: int
    counted: int
    dimensions: int
    left_out: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()

    @property
    def lost_draws(self) -> int:
        """How many draws are lost."""
        return round(self.lost * self.draws)

    @property
    def too_few(self) -> bool:
        """Whether too few draws are lost, or too few are not, to say what they have in common."""
        return min(self.lost_draws, self.draws - self.lost_draws) < 2 * LEAST_DRAWS

    @property
    def lost_half_width(self) -> float:
        """The half-width of a 95 % interval of `lost`, 0 to 1."""
        return _half_width(self.lost, self.draws)

    @property
    def half_width(self) -> float:
        """The largest half-width of a 95 % interval of a share of a box, 0 to 1; 0 without boxes.

        It is that of the share with the fewest draws behind it, as a rule of a density.
        """
        return max((_half_width(share, draws) for share, draws in self._shares()), default=0.0)

    def _shares(self) -> Iterator[tuple[float, float]]:
        """The shares of the boxes, each with the number of draws that it is a share of."""
        left = 1.0
        for box in self.boxes:
            yield box.coverage, self.lost * self.counted
            yield box.density, box.mass * self.counted
            yield box.mass, self.counted
            yield box.rest, left * self.counted
            left = max(left - box.mass, 0.0)

    def as_dict(self) -> dict[str, object]:
        """Plain data, for JSON."""
        return {
            "option": self.leader,
            "lost": self.lost,
            "coverage": self.coverage,
            "draws": self.draws,
            "searched": self.searched,
            "counted": self.counted,
            "dimensions": self.dimensions,
            "half_width": self.half_width,
            "boxes": [_box_data(box) for box in self.boxes],
            "left_out": list(self.left_out),
        }


def _half_width(share: float, draws: float) -> float:
    """The half-width of a 95 % interval of a share of independent draws.

    With two draws of either kind added, as it is not 0 for what was never or always seen
    (Agresti & Coull 1998, *The American Statistician* 52:119-126).
    """
    more = draws + 4
    centre = (share * draws + 2) / more
    return 1.96 * sqrt(centre * (1 - centre) / more)


def _box_data(box: LosingBox) -> Mapping[str, object]:
    return {
        "coverage": box.coverage,
        "density": box.density,
        "mass": box.mass,
        "rest": box.rest,
        "chance": box.chance,
        "profiles": list(box.profiles) if box.profiles and box.limits_weights else None,
        "limits": [
            {
                "kind": limit.dimension.kind,
                "criterion": limit.dimension.criterion,
                **({"option": limit.dimension.option} if limit.dimension.option else {}),
                "above": limit.above,
                "below": limit.below,
                "density_without": limit.density_without,
                "coverage_without": limit.coverage_without,
                "chance": limit.chance,
            }
            for limit in box.limits
        ],
    }
