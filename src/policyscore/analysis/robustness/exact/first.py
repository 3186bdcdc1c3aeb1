"""How often each option is first and its mean winning weights, for fixed scores, exactly.

SMAA's first-rank acceptability and central weights (Lahdelma, Hokkanen & Salminen 1998, "SMAA -
stochastic multiobjective acceptability analysis", *European Journal of Operational Research*
106(1):137-143) as volumes and middles of polytopes. All options are cut out of the set of weights
at once: the best total is a roof of planes over it, and each plane of the roof lies over the
weights under which its option is first.

With up to four criteria this takes milliseconds for a hundred options, with seven about a second.
The more options can be first and the more criteria there are, the more corners the roof has. Where
they are too many nothing is given, after two or three seconds at most, and the caller has to
sample.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.exact.cone import (
    Cone,
    TooMuchWorkError,
    Work,
    bits,
    shares_of,
    simplex_cone,
    whole_rows,
)
from policyscore.analysis.robustness.exact.sets import WeightSet
from policyscore.analysis.robustness.exact.ties import checked, merged
from policyscore.analysis.robustness.exact.triangulation import (
    MOST_CORNERS,
    NO_ROOM,
    WORK,
    pieces_of,
)
from policyscore.scoring.ranking import TIE

LEAST_SHARE = 1e-12  # what is less than this is the rounding of totals


@dataclass(frozen=True, slots=True)
class ExactFirst:
    """Exact first places; nothing in it is sampled.

    Attributes:
        acceptability: Shape (options,): how often each option is first; options that are always
            tied share it evenly. They sum to 1 within rounding.
        central: Shape (options, criteria): the mean of the weights under which each is first; not
            a number where it never is.
        corners: How many corners the roof has.
    """

    acceptability: Floats
    central: Floats
    corners: int


def exact_first(
    values: ArrayLike, weights: WeightSet, tie: float = TIE, work: int = WORK
) -> ExactFirst | None:
    """First-rank acceptability and central weights over a set of weights.

    Args:
        values: Shape (options, criteria), as a rule from 0 to 100, of the options that can be
            first.
        weights: The set, all of it equally likely.
        tie: Options are tied if they are never further apart.
        work: How much may be done, in steps of about half a microsecond.

    Returns:
        The result, exact up to the rounding of floats; None if it would take more work, or more
        than `MOST_CORNERS` weights are open.

    Raises:
        ValueError: If values are not finite numbers in a table, or there is no room for
            weights.
    """
    totals = checked(weights.totals(values))
    size = len(weights.corners)
    if size > MOST_CORNERS:
        return None
    allowed = Work(work)
    try:
        base = simplex_cone(weights.cuts, allowed)
        spots = [shares_of(ray, size) for ray in base.rays]
        if not spots:
            raise ValueError(NO_ROOM)
        found = merged(totals @ np.array(spots, dtype=float).T, tie)
        roof, under = _roof(totals[found.first], base, allowed)
        volumes = np.zeros(len(under))
        middles = np.full((len(under), size), np.nan)
        for index, rays in enumerate(under):
            part = pieces_of(roof, rays, size, allowed)
            volumes[index], middles[index] = part.volume, part.middle
    except TooMuchWorkError:
        return None
    whole = volumes.sum()
    if not whole > 0:
        raise ValueError(NO_ROOM)
    middles[volumes <= LEAST_SHARE * whole] = np.nan
    acceptability = volumes / whole / found.sizes
    return ExactFirst(
        acceptability[found.group], middles[found.group] @ weights.corners, len(roof.rays) - 1
    )


def _roof(totals: Floats, base: Cone, work: Work) -> tuple[Cone, list[list[int]]]:
    """The cone over the best totals, and which of its rays lie on the plane of each option.

    Args:
        totals: Shape (options, corners), no two options tied.
        base: The set of weights that the cone stands on.
        work: How much may be done.
    """
    size = totals.shape[1]
    # Likely winners first: what is never first then cuts nothing off, and is passed by quickly.
    middle = totals.mean(axis=1)
    order = [*dict.fromkeys([int(middle.argmax()), *map(int, totals.argmax(axis=0))])]
    rest = np.argsort(-middle, kind="stable").tolist()
    order = [*dict.fromkeys([*order, *rest])]
    rows = whole_rows(totals)
    lowest = rows[order[0]]
    rays = [(*ray, sum(a * b for a, b in zip(lowest, ray, strict=True))) for ray in base.rays]
    upright = (1 << base.count) - 1  # the ray straight up lies on every wall
    roof = Cone(
        [*rays, (*[0] * size, 1)],
        [*(on | 1 << base.count for on in base.planes), upright],
        base.count + 1,
    )
    plane = {order[0]: base.count}
    for option in order[1:]:
        plane[option] = roof.count
        roof.cut([*(-number for number in rows[option]), 1], work)
    under: dict[int, list[int]] = {}
    for index, on in enumerate(roof.planes):
        for bit in bits(on >> base.count):
            under.setdefault(bit + base.count, []).append(index)
    return roof, [under.get(plane[option], []) for option in range(len(totals))]
