"""The rank of every option in every draw, and which option of each pair is better how often.

Up to 32 options are compared two by two: each comparison is one pass over an array, and what adds
up to ranks is the pairwise wins, too. With more, the number of the option is put into the last
bits of its total, which rounding left at 0, and the totals of each draw are sorted. Options of
equal total stand in the order of their numbers here; `ties` then makes good for it.
"""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints, Ranks

COMPARED = 32
"""Up to so many options are compared two by two."""

_WORDS = (100, 128)  # words of eight bytes of which blocks of 800 or 256 draws are made up
_IN_CACHE = 1 << 15  # totals that are sorted at a time


@dataclass(frozen=True, slots=True)
class Ranked:
    """Ranks in some draws.

    Attributes:
        ranks: The rank of every option from 0, and the number of options for one that is
            excluded, shape (options, draws).
        first: The number of the option with the highest total in each draw, the number of options
            if all are excluded.
        ordered: For each draw, if it was sorted, the totals from the least to the greatest, with
            the number of the option in the last bits, shape (draws, options); or None.
    """

    ranks: Ranks
    first: Ints
    ordered: Floats | None


def rank_type(options: int) -> type[np.uint8] | type[np.uint16]:
    """The smallest type that holds a rank, and one more for being excluded."""
    return np.uint8 if options < 255 else np.uint16


def compare(totals: Floats, wins: Floats | None, excluded: Bools | None = None) -> Ranked:
    """Rank by comparing options two by two.

    Args:
        totals: Shape (options, draws), up to 255 options; 0 for one that is excluded.
        wins: Where to count how often each option is better than each other, or None.
        excluded: Which options are excluded, shape (options, draws), or None if none is.
    """
    count, draws = totals.shape
    ranks = np.zeros((count, draws), dtype=np.uint8)
    better = np.empty((count, draws), dtype=np.bool_)
    for i in range(count - 1):
        others = better[: count - 1 - i]
        np.greater(totals[i], totals[i + 1 :], out=others)
        beaten = others.view(np.uint8)
        ranks[i + 1 :] += beaten
        ranks[i] += np.uint8(len(others)) - np.add.reduce(beaten, axis=0, dtype=np.uint8)
        if wins is not None:
            _count(wins, i, others)
    out = np.zeros(draws, dtype=np.bool_) if excluded is None else excluded.all(axis=0)
    numbers = np.arange(count, dtype=np.uint8)[:, None]
    first = np.add.reduce((ranks == 0).view(np.uint8) * numbers, axis=0, dtype=np.uint8)
    return Ranked(ranks, np.where(out, count, first.astype(np.int64)), None)


def _count(wins: Floats, i: int, better: Bools) -> None:
    """Count the wins of an option over those after it, and theirs over it."""
    won = count_true(better)
    wins[i, i + 1 :] += won
    wins[i + 1 :, i] += better.shape[1] - won


def count_true(rows: Bools) -> Ints:
    """How often each row is true. Eight bytes are added at a time, up to 255 times each."""
    count, length = rows.shape
    several = next((each for each in _WORDS if length % (8 * each) == 0), None)
    if several is None:
        return np.asarray(np.count_nonzero(rows, axis=1))
    words = rows.view(np.uint64).reshape(count, -1, several)
    sums = np.add.reduce(words, axis=2).view(np.uint8)
    return np.asarray(np.add.reduce(sums, axis=1, dtype=np.int64))


def sort(totals: Floats, *, keep: bool = True) -> Ranked:
    """Rank by sorting the totals of each draw, a few draws at a time, for them to fit a cache.

    Args:
        totals: Shape (options, draws); 0 for one that is excluded.
        keep: Whether the sorted totals are needed afterwards.
    """
    count, draws = totals.shape
    some = min(max(_IN_CACHE // count, 64), draws)
    whole = np.empty((draws if keep else some, count))
    ranks = np.empty((count, draws), dtype=rank_type(count))
    falling = np.tile(np.arange(count - 1, -1, -1, dtype=ranks.dtype), some)
    starts = (np.arange(some) * count)[:, None]
    first = np.empty(draws, dtype=np.int64)
    numbers = np.arange(count)
    for start in range(0, draws, some):
        stop = min(start + some, draws)
        ordered = whole[start:stop] if keep else whole[: stop - start]
        ordered[...] = totals[:, start:stop].T
        ordered.view(np.int64)[...] |= numbers
        ordered.sort(axis=1)
        options = numbers_of(ordered, count)
        first[start:stop] = np.where(ordered[:, -1] < 1.0, count, options[:, -1])
        options += starts[: stop - start]
        turned = np.empty((stop - start, count), dtype=ranks.dtype)
        turned.reshape(-1)[options.reshape(-1)] = falling[: options.size]
        ranks[:, start:stop] = turned.T
    return Ranked(ranks, first, whole if keep else None)


def numbers_of(ordered: Floats, count: int) -> Ints:
    """The numbers of the options in the last bits of their totals."""
    return np.asarray(ordered.view(np.int64) & mask(count))


def mask(count: int) -> int:
    """The bits that hold the number of one of so many options."""
    return (1 << max((count - 1).bit_length(), 1)) - 1


def count_wins(ranks: Ranks, wins: Floats, excluded: int) -> None:
    """Count how often each option is better than each other, from ranks.

    An option that is excluded is worse than one that is not, and no better than another that is.

    Args:
        ranks: Shape (options, draws).
        wins: Where to count.
        excluded: The rank that stands for being excluded.
    """
    count, draws = ranks.shape
    better = np.empty((count, draws), dtype=np.bool_)
    out = ranks == excluded
    ever = np.flatnonzero(out.any(axis=1)).tolist()
    for i in range(count - 1):
        others = better[: count - 1 - i]
        np.less(ranks[i], ranks[i + 1 :], out=others)
        _count(wins, i, others)
    for k, i in enumerate(ever):
        for j in ever[k + 1 :]:
            wins[j, i] -= np.count_nonzero(out[i] & out[j])
