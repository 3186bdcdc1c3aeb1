"""A set of admissible weights as the constraints of a linear program."""

from dataclasses import dataclass, field

import numpy as np

from policyscore.analysis.admissible_sets import AdmissibleSet, Band, Fixed, Leaf, Node, Open
from policyscore.analysis.dominance.arrays import Floats


@dataclass(frozen=True, slots=True)
class Row:
    """low <= sum of coefficients times unknowns <= high."""

    low: float
    high: float
    coefficients: dict[int, float]


@dataclass(frozen=True, slots=True)
class Constraints:
    """All admissible weights: `weights @ x` for the x >= 0 that meet the rows.

    The unknowns are the weights of the bands whose shares are open; x[0] is 1, the whole.

    Attributes:
        weights: Makes the weights of the criteria of the unknowns; m × k.
        rows: What the unknowns must meet.
    """

    weights: Floats
    rows: tuple[Row, ...]


def constraints(admissible: AdmissibleSet) -> Constraints:
    """Write a set down, with no more unknowns than it has open shares.

    Everything is homogeneous: a share of at least 0.2 of a group says that the member's weight is
    at least 0.2 times the weight of the group, whatever that is.
    """
    writer = _Writer({key: index for index, key in enumerate(admissible.criteria)})
    writer.rows.append(Row(1.0, 1.0, {0: 1.0}))
    writer.write(admissible.root, 0, 1.0)
    weights = np.zeros((len(admissible.criteria), writer.unknowns))
    for criterion, unknown, factor in writer.leaves:
        weights[criterion, unknown] += factor
    return Constraints(weights, tuple(writer.rows))


@dataclass(slots=True)
class _Writer:
    """Collects rows while it walks the tree; each node weighs a factor times an unknown."""

    places: dict[str, int]
    rows: list[Row] = field(default_factory=list)
    leaves: list[tuple[int, int, float]] = field(default_factory=list)
    unknowns: int = 1

    def write(self, node: Node, unknown: int, factor: float) -> None:
        """Write down what a node admits."""
        if isinstance(node, Leaf):
            self.leaves.append((self.places[node.criterion], unknown, factor))
        elif isinstance(node, Fixed):
            for member, share in zip(node.members, node.shares, strict=True):
                self.write(member, unknown, factor * share)
        else:
            self._divide(node, unknown, factor)

    def _divide(self, node: Open, whole: int, factor: float) -> None:
        total = {whole: -factor}
        for chain in node.chains:
            above: int | None = None
            for band in chain:
                own = self.unknowns
                self.unknowns += 1
                total[own] = len(band.places)
                self._bound(band, own, whole, factor)
                if above is not None:
                    self.rows.append(Row(0.0, np.inf, {above: 1.0, own: -1.0}))
                above = own
                for place in band.places:
                    self.write(node.members[place], own, 1.0)
        self.rows.append(Row(0.0, 0.0, total))

    def _bound(self, band: Band, own: int, whole: int, factor: float) -> None:
        if band.low > 0:
            self.rows.append(Row(0.0, np.inf, {own: 1.0, whole: -band.low * factor}))
        if band.high * len(band.places) < 1:
            self.rows.append(Row(-np.inf, 0.0, {own: 1.0, whole: -band.high * factor}))
