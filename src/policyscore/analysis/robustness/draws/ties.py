"""Ties made good: options of equal total share the ranks that they take together, equally.

That is what tossing fair dice for every tie would give on average, so the acceptabilities of each
rank still add up to 1, and options that are the same in every respect get the same share of each.
"""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.draws.draw_ranks import mask, numbers_of


@dataclass(frozen=True, slots=True)
class Tied:
    """Options that tie in some draws, an entry for each of them and each such draw.

    Attributes:
        draw: Number of the draw.
        option: Number of the option.
        rank: The rank from 0 that it was given for the order of the options' numbers.
        best: The best rank that the tie takes.
        size: How many options tie.
    """

    draw: Ints
    option: Ints
    rank: Ints
    best: Ints
    size: Ints


def find_ties(ordered: Floats) -> Tied | None:
    """Find the ties of sorted draws.

    Args:
        ordered: Totals from the least to the greatest with the options' numbers in the last bits,
            shape (draws, options); those of excluded options are below 1.

    Returns:
        The ties, by rising draw and falling rank; None if there are none.
    """
    count = ordered.shape[1]
    totals = ordered.view(np.int64) & ~np.int64(mask(count))
    same = (totals[:, 1:] == totals[:, :-1]) & (ordered[:, 1:] >= 1.0)
    draws = np.flatnonzero(same.any(axis=1))
    if not len(draws):
        return None
    same = same[draws]
    places = np.arange(count)
    first = np.zeros((len(draws), count), dtype=np.int64)
    first[:, 1:] = np.where(same, 0, places[1:])
    first = np.maximum.accumulate(first, axis=1)
    last = np.full((len(draws), count), count - 1, dtype=np.int64)
    last[:, :-1] = np.where(same, count, places[:-1])
    last = np.minimum.accumulate(last[:, ::-1], axis=1)[:, ::-1]
    which, place = np.nonzero(last > first)
    low, high = first[which, place], last[which, place]
    return Tied(
        draws[which],
        numbers_of(ordered[draws], count)[which, place],
        count - 1 - place,
        count - 1 - high,
        high - low + 1,
    )


def share_ranks(tied: Tied, counts: Floats, block: Ints) -> None:
    """Share the ranks of ties that were counted as if there were none.

    Args:
        tied: The ties.
        counts: How often each option took each rank, shape (blocks, options, options + 1).
        block: The number of the block of each draw.
    """
    flat, width = counts.reshape(-1), counts.shape[2]
    row = (block[tied.draw] * counts.shape[1] + tied.option) * width
    share = 1.0 / tied.size
    changed = -np.bincount(row + tied.rank, minlength=len(flat)).astype(np.float64)
    # What begins at the best rank of the tie ends after its worst; between, it adds up.
    begins = np.bincount(row + tied.best, share, len(flat))
    ends = np.bincount(row + tied.best + tied.size, share, len(flat))
    running = (begins - ends).reshape(counts.shape)
    counts += changed.reshape(counts.shape)
    counts += np.add.accumulate(running, axis=2)


def share_wins(tied: Tied, wins: Floats) -> None:
    """Make each win within a tie half a win and half a defeat."""
    count = len(wins)
    for apart in range(1, int(tied.size.max())):
        # Entries of a tie follow each other, from its worst rank to its best.
        better, worse = slice(apart, None), slice(None, -apart)
        same = (tied.draw[better] == tied.draw[worse]) & (tied.best[better] == tied.best[worse])
        pairs = tied.option[better][same] * count + tied.option[worse][same]
        half = 0.5 * np.bincount(pairs, minlength=count * count).reshape(count, count)
        wins += half.T - half


def share_firsts(tied: Tied, sums: Floats, weights: Floats, block: Ints) -> None:
    """Share the weights of the draws in which several options are first.

    Args:
        tied: The ties.
        sums: The sum of the weights of the draws in which each option is first, shape
            (criteria, blocks, options + 1).
        weights: Weights of each draw, shape (criteria, draws).
        block: The number of the block of each draw.
    """
    top = tied.best == 0
    if not top.any():
        return
    draw, size = tied.draw[top], tied.size[top]
    share = 1.0 / size - (tied.rank[top] == 0)
    place = block[draw] * sums.shape[2] + tied.option[top]
    for j, each in enumerate(weights):
        changed = np.bincount(place, each[draw] * share, sums[j].size)
        sums[j] += changed.reshape(sums[j].shape)
