"""Shapley values of products: what each edit adds to weight times value, averaged over all orders.

The Shapley value of an edit is what it adds when the edits are made one after the other, averaged
over all orders in which that can happen (Shapley 1953, *Contributions to the Theory of Games* II).
A total is a sum of weight times value, and the edits of weights and those of values are different
edits. So it is enough to know, for each of the two factors by itself, what every edit adds on
average when a certain number of the factor's own edits were made before it; how many edits of the
other factor were made by then follows the negative hypergeometric distribution.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb
from random import Random

Vector = list[float]
Game = Callable[[int], Vector]

MOST_ENUMERATED = 12
BATCHES = 10
PAIRS = 20


@dataclass(frozen=True, slots=True)
class Course:
    """How a quantity moves, on average, as its edits are made one after the other.

    Attributes:
        bits: The edits, each as the bit of a mixture.
        steps: For each edit and each number of edits made before it: what it adds then, times
            the chance that just so many come before it.
        means: For each number of edits made: the quantity then, on average.
    """

    bits: tuple[int, ...]
    steps: list[list[Vector]]
    means: list[Vector]


def bits_of(mixture: int) -> tuple[int, ...]:
    """The edits that are made in a mixture."""
    return tuple(1 << i for i in range(mixture.bit_length()) if mixture >> i & 1)


def course_of(bits: Sequence[int], game: Game) -> Course:
    """Average over all orders, by looking at every mixture once."""
    count = len(bits)
    size = len(game(0))
    sums = [[0.0] * size for _ in range(count + 1)]
    with_bit = [[[0.0] * size for _ in range(count + 1)] for _ in bits]
    for subset in range(1 << count):
        members = [i for i in range(count) if subset >> i & 1]
        made = sum(bits[i] for i in members)
        found = game(made)
        for total in (sums[len(members)], *(with_bit[i][len(members)] for i in members)):
            for column, number in enumerate(found):
                total[column] += number
    means = [[x / comb(count, s) for x in total] for s, total in enumerate(sums)]
    steps = []
    for i in range(count):
        row = []
        for before in range(count):
            share = 1 / (count * comb(count - 1, before))
            after, here, mine = with_bit[i][before + 1], sums[before], with_bit[i][before]
            row.append([(x - (y - z)) * share for x, y, z in zip(after, here, mine, strict=True)])
        steps.append(row)
    return Course(tuple(bits), steps, means)


def sampled_courses(bits: Sequence[int], game: Game, random: Random) -> list[Course]:
    """Average over some orders, each together with its reverse; one course a batch of them.

    What the edits add is the whole change in every single order, so it is in every average.
    """
    return [_sampled(tuple(bits), game, random) for _ in range(BATCHES)]


def _sampled(bits: tuple[int, ...], game: Game, random: Random) -> Course:
    count, size = len(bits), len(game(0))
    share = 1 / (2 * PAIRS)
    steps = [[[0.0] * size for _ in bits] for _ in bits]
    means = [[0.0] * size for _ in range(count + 1)]
    order = list(range(count))
    for _ in range(PAIRS):
        random.shuffle(order)
        for line in (order, order[::-1]):
            made, last = 0, game(0)
            _add(means[0], last, share)
            for position, i in enumerate(line):
                made |= bits[i]
                found = game(made)
                _add(steps[i][position], found, share)
                _add(steps[i][position], last, -share)
                _add(means[position + 1], found, share)
                last = found
    return Course(bits, steps, means)


def _add(total: Vector, found: Vector, share: float) -> None:
    for column, number in enumerate(found):
        total[column] += number * share


@lru_cache(maxsize=4096)
def chances(mine: int, others: int, before: int) -> tuple[float, ...]:
    """How many of the other factor's edits come before one of mine.

    Args:
        mine: How many edits my factor has.
        others: How many the other has.
        before: How many of mine come before the one in question.

    Returns:
        The chance of 0, 1, ..., `others` of the other's edits before it.
    """
    ways = comb(mine + others, others)
    after = mine - 1 - before
    return tuple(
        comb(before + b, b) * comb(after + others - b, others - b) / ways for b in range(others + 1)
    )


def add_product(weight: Course, column: int, value: Course, by: dict[int, float]) -> None:
    """Add to `by` what each edit adds to one weight times one value.

    Args:
        weight: The course of all weights.
        column: Which of them.
        value: The course of the value, a vector of one.
        by: An edit's bit to its Shapley value so far.
    """
    m, k = len(weight.bits), len(value.bits)
    levels = [mean[0] for mean in value.means]
    for i, bit in enumerate(weight.bits):
        added = 0.0
        for before, step in enumerate(weight.steps[i]):
            if step[column]:
                expected = sum(map(float.__mul__, chances(m, k, before), levels))
                added += step[column] * expected
        by[bit] = by.get(bit, 0.0) + added
    weights = [mean[column] for mean in weight.means]
    for j, bit in enumerate(value.bits):
        added = 0.0
        for before, step in enumerate(value.steps[j]):
            added += step[0] * sum(map(float.__mul__, chances(k, m, before), weights))
        by[bit] = by.get(bit, 0.0) + added
