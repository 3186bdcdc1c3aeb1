"""Each judgement of a cell with the numbers that its draws are worked out from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from policyscore.analysis.robustness.uncertain.cells import Scale
from policyscore.analysis.robustness.uncertain.scale_values import is_mapped
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
    simplest,
)

_PERT_STEPS = 1023
Key = tuple[str, tuple[float, ...], bool]  # the kind, its table, whether draws must be cut
_Described = tuple[Key, tuple[float, ...], tuple[float, float] | None]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One judgement, ready to be put beside others of its kind."""

    key: Key
    numbers: tuple[float, ...]
    ends: tuple[float, float] | None
    cell: int
    judgement: int
    low: float = 0.0
    high: float = 1.0
    own_low: float = 0.0
    own_high: float = 1.0
    expert: int = -1


def leaves_of(
    cell: Mixture,
    scale: Scale,
    place: int,
    judgement: int,
    floor: float,
    experts: Mapping[str, int],
    *,
    many_betas: bool = False,
) -> list[Leaf]:
    """The judgements of a cell with the part of a uniform number that is each one's.

    Args:
        cell: The judgements.
        scale: The scale of the cell's criterion.
        place: The cell's number.
        judgement: The number of its first judgement.
        floor: What is taken from every value.
        experts: The number of each expert, if one is drawn for all their judgements.
        many_betas: Whether beta distributions are drawn side by side, whatever their parameters.
    """
    found = _leaves(cell, scale, place, judgement, floor, experts)
    return [_side_by_side(leaf) for leaf in found] if many_betas else found


def _side_by_side(leaf: Leaf) -> Leaf:
    """A beta distribution with its parameters among its numbers instead of in its kind."""
    name, table, cut = leaf.key
    if name != "beta":
        return leaf
    return replace(leaf, key=("betas", (), cut), numbers=(*leaf.numbers, *table))


def _leaves(
    cell: Mixture,
    scale: Scale,
    place: int,
    judgement: int,
    floor: float,
    experts: Mapping[str, int],
) -> list[Leaf]:
    if len(cell) == 1:
        key, numbers, ends = _described(simplest(cell[0].shape), scale, floor)
        return [Leaf(key, numbers, ends, place, judgement)]
    upto = [0.0, *_upto([each.share for each in cell])]
    found = []
    for k, each in enumerate(cell):
        same = [m for m, other in enumerate(cell) if other.by == each.by]
        own = [0.0, *_upto([cell[m].share for m in same])]
        mine = same.index(k)
        key, numbers, ends = _described(simplest(each.shape), scale, floor)
        found.append(
            Leaf(
                key,
                numbers,
                ends,
                place,
                judgement + k,
                *(upto[k], upto[k + 1], own[mine], own[mine + 1]),
                experts.get(each.by, -1),
            )
        )
    return found


def _upto(shares: Sequence[float]) -> list[float]:
    """Where each one's part ends; the last a little above 1, so that no number is nobody's."""
    largest = max(shares)
    sums = list(accumulate(share / largest for share in shares))
    return [part / sums[-1] for part in sums[:-1]] + [1.0 + 2**-40]


def _described(shape: Shape, scale: Scale, floor: float) -> _Described:
    """A shape's kind, its numbers, and the ends that it must be cut at.

    On a criterion with a straight value function and no requirement the numbers are those of the
    value itself: its distribution is of the same kind, for the kinds are closed under a change of
    units. Elsewhere they are those of the score, on a scale from 0 to 1.
    """
    if is_mapped(scale):
        start, stop = 0.0, 1.0
    else:
        start, stop = scale.points[0][1] - floor, scale.points[1][1] - floor

    def at(score: float) -> float:
        where = scale.unit(score)
        return start + (stop - start) * where

    match shape:
        case Fixed(score):
            cut = min(max(score, scale.low), scale.high)
            return ("fixed", (), False), (at(cut),), None
        case Uniform(low, high):
            inside = scale.low <= low and high <= scale.high
            numbers = at(low), at(high) - at(low)
            return _cut(("uniform", ()), numbers, None if inside else (start, stop))
        case Triangular(low, likely, high):
            inside = scale.low <= low and high <= scale.high
            a, m, b = sorted((at(low), at(likely), at(high)))
            numbers_3 = a + (b - m), (b - a) * (m - a), m - a, (b - a) * (b - m), b - m
            return _cut(("triangular", ()), numbers_3, None if inside else (start, stop))
        case Pert(low, likely, high):
            return _described(Beta(*_parameters(low, likely, high), low, high), scale, floor)
        case Normal(mean, sd):
            return _cut(("normal", ()), (at(mean), at(mean + sd) - at(mean)), (start, stop))
        case Beta(a, b, low, high):
            inside = scale.low <= low and high <= scale.high
            numbers = at(low), at(high) - at(low)
            return _cut(("beta", (a, b)), numbers, None if inside else (start, stop))
        case Empirical(samples):
            inside = scale.low <= min(samples) and max(samples) <= scale.high
            table = tuple(at(sample) for sample in samples)
            return _cut(("samples", table), (), None if inside else (start, stop))


def beta_parameters(shape: Shape) -> tuple[float, float] | None:
    """The parameters of a beta distribution, which PERT is, too; None if it is another."""
    match shape:
        case Beta(a, b):
            return a, b
        case Pert(low, likely, high) if low < high:
            return _parameters(low, likely, high)
        case _:
            return None


def _parameters(low: float, likely: float, high: float) -> tuple[float, float]:
    """The parameters of PERT, to one part in 1,023, so that many share a table."""
    late = round((likely - low) / (high - low) * _PERT_STEPS) / _PERT_STEPS
    return 1 + 4 * late, 5 - 4 * late


def _cut(
    key: tuple[str, tuple[float, ...]],
    numbers: tuple[float, ...],
    ends: tuple[float, float] | None,
) -> _Described:
    return (*key, ends is not None), numbers, ends
