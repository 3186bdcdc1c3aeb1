"""Statements about two names at a time: their size, and whether they connect all names."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from fractions import Fraction
from math import log
from typing import TypeVar

from policyscore.weighing.limits import LARGEST_RATIO

Name = TypeVar("Name", bound=Hashable)

Comparisons = Mapping[tuple[str, str], Fraction | float]
"""How many times as much the first name of a pair counts as the second; a pair stands once."""


def in_range(ratio: Fraction | float) -> bool:
    """Whether a ratio is a number between 1/1000 and 1000."""
    return 0 < ratio <= LARGEST_RATIO and ratio * LARGEST_RATIO >= 1


def log_ratio(ratio: Fraction | float) -> float:
    """The natural logarithm of a ratio.

    Raises:
        ValueError: The ratio is not between 1/1000 and 1000.
    """
    if not in_range(ratio):
        raise ValueError(f"A ratio lies between 1/{LARGEST_RATIO} and {LARGEST_RATIO}.")
    return log(ratio)


def separate_sets(
    names: Collection[Name], pairs: Iterable[tuple[Name, Name]]
) -> tuple[tuple[Name, ...], ...]:
    """Divide names into sets that no pair connects; takes time linear in names and pairs.

    Args:
        names: The names, each once.
        pairs: Which of them stand in one statement.

    Returns:
        The sets in the order of their first names, the names of each in the order of `names`.
        A single set if everything is connected, directly or through others.

    Raises:
        KeyError: A pair has a name that is not one of `names`.
    """
    beside: dict[Name, list[Name]] = {name: [] for name in names}
    for one, other in pairs:
        beside[one].append(other)
        beside[other].append(one)
    set_of: dict[Name, int] = {}
    count = 0
    for first in beside:
        if first in set_of:
            continue
        set_of[first] = count
        waiting = [first]
        while waiting:
            for name in beside[waiting.pop()]:
                if name not in set_of:
                    set_of[name] = count
                    waiting.append(name)
        count += 1
    sets: list[list[Name]] = [[] for _ in range(count)]
    for name in beside:
        sets[set_of[name]].append(name)
    return tuple(map(tuple, sets))


def connect(names: Collection[Name], pairs: Iterable[tuple[Name, Name]]) -> bool:
    """Whether pairs connect all names, directly or through others."""
    return len(separate_sets(names, pairs)) <= 1


def number_missing(names: Collection[str], comparisons: Comparisons) -> int:
    """How many pairs of names are not compared."""
    return len(names) * (len(names) - 1) // 2 - len(comparisons)
