"""Which edits change who stands at a place: the smallest sets that do, and what would undo it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from policyscore.analysis.mixtures import Mixtures
from policyscore.scoring.ranking import tie_groups

MOST_TOTALS = 400_000
MOST_SETS = 12
MOST_SUBSETS = 12


@dataclass(frozen=True, slots=True)
class Flip:
    """A place at which another option stands than before.

    Attributes:
        place: The place, from 1; 0 if it is about which of two options is the better one.
        old: Ids of the options that stood there; more than one if they tied, none if nobody did.
        new: Ids of the options that stand there now.
        smallest: The sets of edits, by number from 0, that by themselves bring the new ones
            there, while no part of the set does; the smallest sets first.
        undo: The edits of which each, taken back alone, would restore the old ones.
        searched: Sets of up to so many edits were all looked at.
        complete: Whether every such set is listed.
    """

    place: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    smallest: tuple[tuple[int, ...], ...]
    undo: tuple[int, ...]
    searched: int
    complete: bool


def at_place(order: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    """Who stands at a place of an order; those who tie stand at the best of their places."""
    start = 1
    for group in order:
        if start == place:
            return tuple(group)
        start += len(group)
    return ()


def find_flips(mixtures: Mixtures, edits: Sequence[int], places: int) -> list[Flip]:
    """Find what changed at the first places, and by which edits.

    Args:
        mixtures: The two versions.
        edits: The edits by number, those that seem to matter least first.
        places: How many places to look at.
    """
    before, after = mixtures.order(0), mixtures.order(mixtures.everything)
    found = []
    for place in range(1, places + 1):
        old, new = at_place(before, place), at_place(after, place)
        if old != new:
            found.append(_flip(mixtures, edits, place, old, new))
    return found


def find_pair_flip(mixtures: Mixtures, edits: Sequence[int], pair: tuple[str, str]) -> Flip | None:
    """Find by which edits the better one of two options is another than before.

    Args:
        mixtures: The two versions, both of which have the options.
        edits: The edits by number, those that seem to matter least first.
        pair: The options.

    Returns:
        The flip, whose `old` and `new` hold both options if they are worth the same; or None.
    """

    def better(mixture: int) -> tuple[str, ...]:
        there = [option for option in pair if mixtures.is_there(option, mixture)]
        groups = tie_groups({option: mixtures.total(option, mixture) for option in there})
        return tuple(groups[0]) if groups else ()

    whole = mixtures.everything
    old, new = better(0), better(whole)
    if old == new:
        return None
    undo = tuple(sorted(e for e in edits if better(whole & ~(1 << e)) == old))
    most = MOST_TOTALS // len(pair)
    smallest, searched, complete = smallest_sets(edits, lambda made: better(made) == new, most)
    return Flip(0, old, new, tuple(smallest), undo, searched, complete)


def _flip(
    mixtures: Mixtures,
    edits: Sequence[int],
    place: int,
    old: tuple[str, ...],
    new: tuple[str, ...],
) -> Flip:
    def stands(options: tuple[str, ...], mixture: int) -> bool:
        if place == 1:
            return mixtures.leads(options, mixture)
        return at_place(mixtures.order(mixture), place) == options

    whole = mixtures.everything
    undo = tuple(sorted(e for e in edits if stands(old, whole & ~(1 << e))))
    most = MOST_TOTALS // max(len(mixtures.options), 1)
    smallest, searched, complete = smallest_sets(edits, lambda made: stands(new, made), most)
    return Flip(place, old, new, tuple(smallest), undo, searched, complete)


def smallest_sets(
    edits: Sequence[int], happens: Callable[[int], bool], most: int
) -> tuple[list[tuple[int, ...]], int, bool]:
    """Find the sets of edits that by themselves make something happen, and no part of which does.

    All sets are looked at, the smallest first, as long as there are not too many. If none is
    found until then, one is made by taking edits out of the whole and looking at its parts.

    Args:
        edits: The edits by number, those to take out first in front; together they make it happen.
        happens: Whether it happens in a mixture.
        most: How many mixtures to look at, at the most.

    Returns:
        The sets, up to which size all were looked at, and whether these are all there are.
    """
    found: list[tuple[int, ...]] = []
    masks: list[int] = []
    left = most
    ordered = sorted(edits)
    size = 0
    for size in range(1, len(ordered) + 1):
        left -= comb(len(ordered), size)
        if left < 0 or len(found) >= MOST_SETS:
            size -= 1  # noqa: PLW2901
            break
        for chosen in combinations(ordered, size):
            mask = sum(1 << e for e in chosen)
            if not any(mask & smaller == smaller for smaller in masks) and happens(mask):
                found.append(chosen)
                masks.append(mask)
    complete = size == len(ordered)
    if not found and not complete:
        found = _reduced(edits, happens)
    return found[:MOST_SETS], size, complete and len(found) <= MOST_SETS


def _reduced(edits: Sequence[int], happens: Callable[[int], bool]) -> list[tuple[int, ...]]:
    """One set, made by taking edits out of the whole as long as the rest makes it happen."""
    mask = sum(1 << e for e in edits)
    shrunk = True
    while shrunk:
        shrunk = False
        for e in edits:
            if mask >> e & 1 and happens(mask & ~(1 << e)):
                mask &= ~(1 << e)
                shrunk = True
    kept = tuple(e for e in sorted(edits) if mask >> e & 1)
    if len(kept) > MOST_SUBSETS:
        return []
    for size in range(1, len(kept)):
        for chosen in combinations(kept, size):
            if happens(sum(1 << e for e in chosen)):
                return [chosen]
    return [kept]
