"""How far several rankings of the same options agree: Kendall's tau-b and Kendall's W."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from policyscore.scoring.ranking import Ranking


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far profiles agree on the order of the options that none of them excludes.

    Attributes:
        concordance: Kendall's W, 0 (none) to 1 (the same order); None if it is undefined.
        pairs: Each pair of profiles with its Kendall tau-b, -1 (reversed) to 1 (the same);
            None where it is undefined.
        firsts: Option's id to the profiles under which it is first, most profiles first.
        mean_ranks: Option's id to its mean rank, lowest first; options some profile excludes last.
    """

    concordance: float | None
    pairs: dict[tuple[str, str], float | None]
    firsts: dict[str, tuple[str, ...]]
    mean_ranks: dict[str, float | None]

    @property
    def least_alike(self) -> tuple[str, str] | None:
        """The two profiles that agree least."""
        known = [(tau, pair) for pair, tau in self.pairs.items() if tau is not None]
        return min(known)[1] if known else None


def agree(rankings: Sequence[Ranking]) -> Agreement:
    """Compare rankings of the same options under several profiles."""
    ranks = {
        ranking.profile: {r.option: float(r.rank) for r in ranking.ranked if r.rank is not None}
        for ranking in rankings
    }
    options = sorted({r.option for ranking in rankings for r in ranking.ranked})
    common = [o for o in options if all(o in by_option for by_option in ranks.values())]
    columns = {profile: [by[o] for o in common] for profile, by in ranks.items()}
    pairs = {(a, b): tau_b(columns[a], columns[b]) for a, b in combinations(columns, 2)}
    firsts: dict[str, list[str]] = {}
    for ranking in rankings:
        for r in ranking.first:
            firsts.setdefault(r.option, []).append(ranking.profile)
    means: dict[str, float | None] = {
        o: sum(by[o] for by in ranks.values()) / len(ranks) if o in common else None
        for o in options
    }
    ordered = sorted(means.items(), key=lambda item: (item[1] is None, item[1] or 0.0, item[0]))
    return Agreement(
        concordance(list(columns.values())),
        pairs,
        {k: tuple(v) for k, v in sorted(firsts.items(), key=lambda i: (-len(i[1]), i[0]))},
        dict(ordered),
    )


def tau_b(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's rank correlation with ties, tau-b (Kendall 1945, Biometrika 33:239-251).

    Counted in n log n steps (Knight 1966, Journal of the American Statistical Association 61:436).

    Args:
        first: Ranks of the options, in any order.
        second: Other ranks of the same options, in the same order.

    Returns:
        A number from -1 to 1, or None if one of the rankings has only one rank.
    """
    points = sorted(zip(first, second, strict=True))
    pairs = len(points) * (len(points) - 1) // 2
    tied_first = _tied_pairs(first)
    tied_second = _tied_pairs(second)
    if pairs in (tied_first, tied_second):
        return None
    # Sorted by the first rank, then the second, a pair is out of order where the second falls.
    reversed_ = _inversions([b for _, b in points])
    agreeing = pairs - tied_first - tied_second + _tied_pairs(points) - 2 * reversed_
    return agreeing / sqrt((pairs - tied_first) * (pairs - tied_second))


def _tied_pairs(values: Sequence[object]) -> int:
    """How many pairs of values are equal."""
    return sum(count * (count - 1) // 2 for count in Counter(values).values())


def _inversions(values: list[float]) -> int:
    """Sort values, counting the pairs that stood in falling order."""
    if len(values) < 2:
        return 0
    middle = len(values) // 2
    left, right = values[:middle], values[middle:]
    count = _inversions(left) + _inversions(right)
    at = 0
    for value in right:  # both halves are in order now
        while at < middle and left[at] <= value:
            at += 1
        count += middle - at
    values[:] = sorted(left + right)
    return count


def concordance(columns: Sequence[Sequence[float]]) -> float | None:
    """Kendall's coefficient of concordance W, corrected for ties (Kendall & Gibbons 1990, ch. 6).

    Args:
        columns: For each ranking the ranks of the same options in the same order.

    Returns:
        A number from 0 to 1, or None for fewer than two rankings or options, or if all tie.
    """
    if len(columns) < 2 or len(columns[0]) < 2:
        return None
    raters, items = len(columns), len(columns[0])
    middles = [_mid_ranks(column) for column in columns]
    sums = [sum(column[i] for column in middles) for i in range(items)]
    mean = sum(sums) / items
    spread = sum((s - mean) ** 2 for s in sums)
    ties = sum(sum(t**3 - t for t in Counter(column).values()) for column in middles)
    most = raters * (raters * (items**3 - items) - ties)
    return min(12 * spread / most, 1.0) if most else None


def _mid_ranks(ranks: Sequence[float]) -> list[float]:
    """Ranks in which tied options share the mean of the places they take."""
    counts = Counter(ranks)
    place, middle = 0, {}
    for rank in sorted(counts):
        middle[rank] = place + (counts[rank] + 1) / 2
        place += counts[rank]
    return [middle[rank] for rank in ranks]
