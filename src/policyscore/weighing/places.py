"""How an order of names changed, in words: who moved up or down, who ties with whom."""

from bisect import bisect_left
from collections.abc import Sequence

from policyscore.weighing.changes import Part, Parts
from policyscore.weighing.spoken import Name, Words

Places = Sequence[Sequence[str]]
MOST_NAMES, MOST_EFFORT = 3000, 20_000_000  # beyond, no reader could follow, and it takes long
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str) -> str:
    """A number of things in words: `one place`, `12 places`."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}{'s' * (number != 1)}"


def moved(old: Places, new: Places) -> Parts:
    """Say how an order changed, by the fewest moves.

    Args:
        old: The names at each place, the most important first.
        new: The same in the later order. Names that stand in only one of the two are passed over.

    Returns:
        A part for each name that moved; one for all where thousands stand or hundreds tie.
    """
    largest = max(map(len, (*old, *new)), default=0)
    count = sum(map(len, new))
    if count > MOST_NAMES or count * count * (largest - 1) > MOST_EFFORT:
        return Parts((Part("order", None, None, ("the order is another",)),), None)
    return Parts(tuple(_moves(old, new)), None)


def _moves(old: Places, new: Places) -> list[Part]:
    there = {name for place in old for name in place} & {name for place in new for name in place}
    before, after = _kept(old, there), _kept(new, there)
    stays = _longest_that_stays(before, after)
    parts = []
    was = {name: index for index, place in enumerate(before) for name in place}
    for index, place in enumerate(after):
        for name in place:
            tied, tied_before = set(place) - {name}, set(before[was[name]]) - {name}
            if name in stays and (tied & stays) == (tied_before & stays):
                continue
            others = tied ^ tied_before
            if was[name] == index and any(
                was[o] != index or _at(after, o) != index for o in others
            ):
                continue  # it is the others that moved
            if was[name] == index and not others:
                words: Words = (*_passed(name, was, after[index + 1 :]),)
            else:
                words = _words(name, was[name], index, sorted(tied))
            if not words:
                continue
            parts.append(Part(name, was[name] + 1, index + 1, words))
    return parts


def _at(places: Places, name: str) -> int:
    return next(index for index, place in enumerate(places) if name in place)


def _passed(name: str, was: dict[str, int], below: Places) -> Words:
    """Say whom a name now stands above that it stood below, if its place has the same number."""
    passed = [other for place in below for other in place if was[other] < was[name]]
    return (Name(name), " now stands above ", Name(passed[0])) if passed else ()


def _words(name: str, old: int, new: int, tied: Sequence[str]) -> Words:
    said: Words = (Name(name),)
    if new == old:
        said += (" now stands alone at its place" if not tied else " now ties",)
    else:
        said += (f" moved {'up' if new < old else 'down'} {counted(abs(new - old), 'place')}",)
        said += (", to tie",) if tied else ()
    for index, other in enumerate(tied):
        said += (" with " if index == 0 else " and ", Name(other))
    return said


def _kept(places: Places, there: set[str]) -> list[list[str]]:
    kept = ([name for name in place if name in there] for place in places)
    return [place for place in kept if place]


def _longest_that_stays(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]
) -> set[str]:
    """The most names that need not be moved: a longest rising run of their old places.

    Of several such sets, one in which those that move, move up, which reads best.
    """
    was = {name: (index, i) for index, place in enumerate(before) for i, name in enumerate(place)}
    order = [name for place in after for name in sorted(place, key=was.__getitem__)]
    ends: list[tuple[int, int]] = []  # patience sorting: the least end of a run of each length
    tops: list[str] = []
    below: dict[str, str | None] = {}
    for name in order:
        length = bisect_left(ends, was[name])
        below[name] = tops[length - 1] if length else None
        if length == len(ends):
            ends.append(was[name])
            tops.append(name)
        else:
            ends[length], tops[length] = was[name], name
    stays: set[str] = set()
    name_or_none = tops[-1] if tops else None
    while name_or_none is not None:
        stays.add(name_or_none)
        name_or_none = below[name_or_none]
    return stays
