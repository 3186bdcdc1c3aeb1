"""A set of admissible weights: ranges and an order that the weights of one level must keep to.

Every set here is that of the weights w >= 0 with sum 1, low <= w <= high, and w falling along a
chain of groups of names. Without the sum, the weights between two bounds that fall along a chain
form a lattice with a lowest and a highest member, and the sum takes every value between theirs.
So the set is non-empty just if, once the order has tightened the bounds, no low is above its
high, the lows add up to 1 at most and the highs to 1 at least.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, chain, pairwise
from math import lcm

Range = tuple[float | None, float | None]


def exact(number: float) -> Fraction:
    """The decimal number that somebody typed, of which `number` is the nearest float."""
    return Fraction(repr(number))


@dataclass(frozen=True, slots=True)
class Group:
    """Names whose weights are equal, with what ranges and order together allow each of them."""

    names: tuple[str, ...]
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class AdmissibleWeights:
    """The weights that ranges and an order allow.

    Attributes:
        names: The names of one level.
        lows: The least weight of each name as stated, 0 where nothing was.
        highs: The greatest weight of each name as stated, 1 where nothing was.
        order: Names of falling weight, those of equal weight together; not all need be there.
    """

    names: tuple[str, ...]
    lows: Mapping[str, Fraction]
    highs: Mapping[str, Fraction]
    order: tuple[tuple[str, ...], ...] = ()

    def chains(self) -> tuple[tuple[Group, ...], ...]:
        """The order, then each name outside it as a chain of its own, bounds tightened by order."""
        tied = [(names, self._low(names), self._high(names)) for names in self.order]
        highs = accumulate((high for _, _, high in tied), min)
        lows = [*accumulate((low for _, low, _ in reversed(tied)), max)][::-1]
        ordered = tuple(
            Group(names, low, high)
            for (names, _, _), low, high in zip(tied, lows, highs, strict=True)
        )
        inside = set(chain.from_iterable(self.order))
        single = (
            (Group((name,), self.lows[name], self.highs[name]),)
            for name in self.names
            if name not in inside
        )
        return (ordered, *single) if ordered else tuple(single)

    def groups(self) -> Iterator[Group]:
        """The groups of all chains."""
        return chain.from_iterable(self.chains())

    def is_empty(self) -> bool:
        """Whether no weights are admissible."""
        groups = tuple(self.groups())
        lows, highs = totals(groups)
        return any(group.low > group.high for group in groups) or not lows <= 1 <= highs

    def is_point(self) -> bool:
        """Whether only one way to set the weights is admissible."""
        groups = tuple(self.groups())
        return not self.is_empty() and (
            1 in totals(groups) or sum(group.low < group.high for group in groups) <= 1
        )

    def contains(self, weights: Mapping[str, float | Fraction], tolerance: float = 1e-9) -> bool:
        """Whether `weights`, finite numbers for all names, are admissible.

        Args:
            weights: Name to weight.
            tolerance: By how much a weight, the sum of all, and a difference may be off.
        """
        given = {name: Fraction(weights[name]) for name in self.names}
        off = Fraction(tolerance)
        ordered = [[given[name] for name in names] for names in self.order]
        return (
            abs(sum(given.values(), Fraction(-1))) <= off
            and all(
                self.lows[name] - off <= weight <= self.highs[name] + off
                for name, weight in given.items()
            )
            and all(max(tied) - min(tied) <= off for tied in ordered)
            and all(min(above) >= max(below) - off for above, below in pairwise(ordered))
        )

    def unit(self) -> int:
        """The least number of units in a weight of 1 that makes all bounds whole numbers."""
        bounds = chain(self.lows.values(), self.highs.values())
        return lcm(*{bound.denominator for bound in bounds})

    def _low(self, names: tuple[str, ...]) -> Fraction:
        return max(self.lows[name] for name in names)

    def _high(self, names: tuple[str, ...]) -> Fraction:
        return min(self.highs[name] for name in names)


def admissible(
    names: Sequence[str], ranges: Mapping[str, Range], order: Sequence[Sequence[str]] = ()
) -> AdmissibleWeights:
    """The weights that ranges and an order allow, taken as the decimals that were typed.

    Args:
        names: The names of one level.
        ranges: Name to low and high, from 0 to 1, None where nothing is said; any may be left out.
        order: Names of falling weight, those of equal weight together; any may be left out.

    Raises:
        ValueError: If there is no name, a number is not from 0 to 1, or the order is not of
            groups of one name or more, each name from `names` and there once.
    """
    ordered = [*chain.from_iterable(order)]
    if not names or not all(order) or not {*ranges, *ordered} <= {*names}:
        raise ValueError("ranges and order must be of the names of the level")
    if len({*names}) < len(names) or len({*ordered}) < len(ordered):
        raise ValueError("a name is given twice")
    if not all(0 <= bound <= 1 for pair in ranges.values() for bound in pair if bound is not None):
        raise ValueError("a weight is from 0 to 1")
    lows, highs = dict.fromkeys(names, Fraction(0)), dict.fromkeys(names, Fraction(1))
    for name, (low, high) in ranges.items():
        lows[name] = exact(low or 0)
        highs[name] = exact(1 if high is None else high)
    return AdmissibleWeights(tuple(names), lows, highs, tuple(map(tuple, order)))


def totals(groups: Iterable[Group]) -> tuple[Fraction, Fraction]:
    """The sums of the lows and of the highs of all names."""
    low = high = Fraction(0)
    for group in groups:
        low += len(group.names) * group.low
        high += len(group.names) * group.high
    return low, high
