"""What all views of robustness start from: what was found, in the order in which it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, inf

from policyscore.analysis.robustness.results import OptionShares, Robustness
from policyscore.case.case import Case
from policyscore.views.robustness.doubts import Doubts

OFTEN = 0.05
"""Who is first in at least this share of futures wins often."""

CERTAIN = 1 - 1e-12


@dataclass(frozen=True, slots=True)
class Scene:
    """What all parts of a view need.

    Attributes:
        case: The case.
        found: What the analysis found.
        title: The title of the profile that the weights are of; empty if of none or of several.
        doubts: What was uncertain.
        ordered: The options, those that are first most often first; then by expected rank.
        profiles: How many profiles weights were drawn from, with `profiles`.
        concentration: How closely weights stayed to the profile's, with `near`.
        together: Whether one expert was drawn for all of their judgements.
        pert: Whether ranges with a likely score were PERT distributions.
    """

    case: Case
    found: Robustness
    title: str
    doubts: Doubts
    ordered: tuple[OptionShares, ...]
    profiles: int = 0
    concentration: float = 0.0
    together: bool = False
    pert: bool = False

    @property
    def leader(self) -> OptionShares | None:
        """The option that is first most often; None if none ever is."""
        best = self.ordered[0] if self.ordered else None
        return best if best is not None and first_share(best) > 0 else None

    @property
    def rivals(self) -> tuple[OptionShares, ...]:
        """The other options that are ever first, the most frequent first."""
        return tuple(shares for shares in self.ordered[1:] if first_share(shares) > 0)

    @property
    def level(self) -> tuple[OptionShares, ...]:
        """The leader, and the rivals whose interval of first place overlaps with the leader's."""
        leader = self.leader
        if leader is None:
            return ()
        gap = 1e-9 if self.found.exact else 2 * self.found.half_width
        near = (each for each in self.rivals if first_share(leader) - first_share(each) < gap)
        return (leader, *near)

    def option(self, shares: OptionShares) -> str:
        """An option's title."""
        return self.case.options[shares.option].title

    def above_leader(self, shares: OptionShares) -> float | None:
        """How often an option stands above the leader; None for the leader, or if not counted."""
        leader, pairs = self.leader, self.found.pairwise
        if leader is None or pairs is None or leader.option == shares.option:
            return None
        return pairs[shares.option][leader.option]

    @property
    def undecided(self) -> float:
        """The share of futures in which no option meets every requirement."""
        left = 1 - fsum(first_share(shares) for shares in self.ordered)
        return left if left > 1e-9 else 0.0


def first_share(shares: OptionShares) -> float:
    """How often an option is first."""
    return shares.first


def in_order(options: Sequence[OptionShares]) -> tuple[OptionShares, ...]:
    """Options by how often they are first, then by expected rank, then by id."""

    def key(shares: OptionShares) -> tuple[float, float, str]:
        expected = inf if shares.expected_rank is None else shares.expected_rank
        return -first_share(shares), expected, shares.option

    return tuple(sorted(options, key=key))


def usual_weights(options: Sequence[OptionShares]) -> dict[str, float]:
    """The mean weights over the futures in which any option is first; empty if there are none.

    It is the mean of the central weights, each as often as its option is first.
    """
    winners = [shares for shares in options if shares.central_weights and first_share(shares) > 0]
    whole = fsum(first_share(shares) for shares in winners)
    if not winners or not whole > 0:
        return {}
    return {
        key: fsum(first_share(w) * (w.central_weights or {})[key] for w in winners) / whole
        for key in winners[0].central_weights or {}
    }
