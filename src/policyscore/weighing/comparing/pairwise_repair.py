"""Which comparison contradicts the others most, and the value that would mend it."""

from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt

from policyscore.weighing.comparing.comparison_matrix import Logs, log_matrix
from policyscore.weighing.comparing.comparisons import Comparisons, connect, number_missing
from policyscore.weighing.comparing.completion import Completed, complete
from policyscore.weighing.comparing.principal_eigenvector import balance, eliminate
from policyscore.weighing.comparing.random_index import RandomIndex, consistency_ratio

SAATY_SCALE = (*(Fraction(1, k) for k in range(9, 1, -1)), *map(Fraction, range(1, 10)))
"""1/9, 1/8, ..., 1/2, 1, 2, ..., 9."""

SHORTLIST = 6
"""How many comparisons are looked at closely.

A first estimate orders them all; the one that contributes most was never further down than
third among hundreds of random sets, whether of noise, of slips or of nothing else.
"""


@dataclass(frozen=True, slots=True)
class Mending:
    """What a comparison contributes to the inconsistency, and what would mend it.

    Attributes:
        pair: The names compared, as stated.
        stated: How many times as much the first is said to count as the second.
        best: The ratio at which the comparisons contradict each other least, the others kept.
        best_ratio: The consistency ratio with that.
        drop: By how much the consistency ratio would fall.
        suggested: The value on Saaty's scale that is nearest to `best`, in proportion. It is the
            stated one where that is nearest already.
        suggested_ratio: The consistency ratio with that.
    """

    pair: tuple[str, str]
    stated: Fraction | float
    best: float
    best_ratio: float
    drop: float
    suggested: Fraction
    suggested_ratio: float


def mendings(
    names: tuple[str, ...], comparisons: Comparisons, table: RandomIndex = "alonso-lamata"
) -> tuple[Mending, ...]:
    """Find the comparisons that contribute most to inconsistency.

    A comparison contributes the fall of the consistency ratio if it alone were such that
    lambda_max is least, that is, as if it had not been stated.

    Args:
        names: The n names, each once; at most 15.
        comparisons: As for `pairwise_priorities.eigenvector`.
        table: Whose random index.

    Returns:
        At most six, the one that contributes most first; of equals the one whose suggested
        value helps more, then the one stated first. None if nothing is inconsistent. A comparison
        without which the names would not be connected contradicts nothing, and is not among them.

    Raises:
        ValueError: The comparisons are not as described, or the names are too many.
    """
    logs = log_matrix(names, comparisons)
    missing = number_missing(names, comparisons)

    def ratio_of(completed: Completed) -> float:
        value = completed.principal.value
        return consistency_ratio(value, len(names), missing, table) or 0.0

    now = complete(logs)
    before = ratio_of(now)
    if not before:
        return ()
    found = []
    for pair in _shortlist(names, comparisons, now):
        i, j = (names.index(name) for name in pair)
        free = complete(_with(logs, i, j, None), now)
        best = free.logs[i][j]
        suggested = nearest_on_scale(best)
        mended = complete(_with(logs, i, j, log(suggested)), free)
        ratio = ratio_of(free)
        found.append(
            Mending(
                pair=pair,
                stated=comparisons[pair],
                best=exp(best),
                best_ratio=ratio,
                drop=max(before - ratio, 0.0),
                suggested=suggested,
                suggested_ratio=ratio_of(mended),
            )
        )
    # What differs by rounding only is equal; sorting keeps the order in which it was stated.
    order = {pair: k for k, pair in enumerate(comparisons)}
    found.sort(
        key=lambda one: (-round(one.drop, 9), round(one.suggested_ratio, 9), order[one.pair])
    )
    return tuple(found)


def nearest_on_scale(log_ratio: float) -> Fraction:
    """The value on Saaty's scale that is nearest to a ratio, given its log, in proportion."""
    return min(SAATY_SCALE, key=lambda value: abs(log(value) - log_ratio))


def _shortlist(
    names: tuple[str, ...], comparisons: Comparisons, now: Completed
) -> list[tuple[str, str]]:
    """The comparisons that may contribute most, without those that connect by themselves.

    With the eigenvectors held, the entries ij and ji add v_i a_ij w_j + v_j a_ji w_i to the
    eigenvalue. Another ratio makes the one larger and the other smaller by the same factor, and
    can bring the sum down to twice their geometric mean.
    """
    weights = balance(eliminate(now.principal.shares, [0.0] * len(names)))
    estimates = []
    for order, pair in enumerate(comparisons):
        i, j = (names.index(name) for name in pair)
        there = sqrt(weights[i] * now.principal.shares[i][j])
        back = sqrt(weights[j] * now.principal.shares[j][i])
        estimates.append((-round((there - back) ** 2, 12), order, pair))
    return [
        pair
        for _, _, pair in sorted(estimates)
        if connect(names, [other for other in comparisons if other != pair])
    ][:SHORTLIST]


def _with(logs: Logs, i: int, j: int, value: float | None) -> Logs:
    """The matrix with another log at one place, and its opposite at the other."""
    changed = [list(row) for row in logs]
    changed[i][j] = value
    changed[j][i] = None if value is None else -value
    return changed
