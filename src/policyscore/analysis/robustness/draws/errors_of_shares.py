"""How far off shares of draws may be, by what differs between independent replicates."""

from math import fsum

import numpy as np

from policyscore.analysis.robustness.arrays import Floats

_NORMAL = 1.959963984540054  # the 97.5 % point of the normal distribution


def student(freedom: int) -> float:
    """The 97.5 % point of Student's t distribution with 3 degrees of freedom or more.

    The expansion of Cornish and Fisher (Abramowitz & Stegun 1964, 26.7.5), off by less than 1 %
    with 3 degrees of freedom and less than 0.01 % from 10 on; exact values for 1 and 2.
    """
    if freedom < 3:
        return {1: 12.706204736, 2: 4.3026527297}[max(freedom, 1)]
    z = _NORMAL
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + fsum(term / freedom**k for k, term in enumerate(terms, start=1))


def standard_errors(sums: Floats, squares: Floats, blocks: int, draws: int) -> Floats:
    """Standard errors of sums over blocks, divided by the number of draws.

    Args:
        sums: Sums over all blocks.
        squares: Sums over blocks of the squares of what was summed.
        blocks: How many blocks of the same size; of one nothing can be said, so it gives nan.
        draws: How many draws in all.
    """
    if blocks < 2:
        return np.full(sums.shape, np.nan)
    spread = np.maximum(squares - sums * sums / blocks, 0.0) / (blocks - 1)
    return np.asarray(np.sqrt(spread * blocks) / draws)


def half_width(sums: Floats, squares: Floats, blocks: int, draws: int, clusters: int) -> float:
    """The largest half-width of a 95 % confidence interval.

    What came up in all draws or in none shows no spread between blocks, and may still be off: by
    up to 3 in the number of independent draws (Hanley & Lippman-Hand 1983, "If nothing goes wrong,
    is everything all right?", *JAMA* 249(13):1743-1745).

    Args:
        sums: Sums over all blocks.
        squares: Sums over blocks of the squares.
        blocks: How many blocks.
        draws: How many draws in all.
        clusters: How many of them are independent.
    """
    if blocks < 2:
        return 1.0
    errors = standard_errors(sums, squares, blocks, draws)
    return min(max(float(errors.max()) * student(blocks - 1), 3.0 / clusters), 1.0)
