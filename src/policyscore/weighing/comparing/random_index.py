"""How consistent comparisons are, measured against random ones (the consistency ratio of AHP)."""

from types import MappingProxyType
from typing import Literal

RandomIndex = Literal["alonso-lamata", "saaty"]
"""Whose random index comparisons are measured with."""

MOST_NAMES = 15
"""Both tables end here."""

RANDOM_INDICES = MappingProxyType(
    {
        # Alonso & Lamata (2006), International Journal of Uncertainty, Fuzziness and
        # Knowledge-Based Systems 14:445-459; from 100,000 random matrices of each size.
        "alonso-lamata": (
            *(0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499),
            *(1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838),
        ),
        # Saaty (1980), The Analytic Hierarchy Process. Later tables of his differ; that the
        # index falls at 12 names is so in the book, and comes of its having few random matrices.
        "saaty": (
            *(0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45),
            *(1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
        ),
    }
)
"""The mean consistency index of random matrices of 3, 4, ..., 15 names."""

ROUNDING = 1e-12
"""A relative distance of lambda_max from n that only rounding makes."""


def random_index(count: int, missing: int = 0, table: RandomIndex = "alonso-lamata") -> float:
    """The mean consistency index of random comparisons of so many names.

    It falls nearly in proportion with the number of missing comparisons, down to 0 where nothing
    is left that could contradict anything (Ágoston & Csató 2022, Omega 108:102576).

    Args:
        count: n, how many names there are, at most 15.
        missing: m, how many pairs of them are not compared, at most (n - 1)(n - 2) / 2.
        table: Whose index.

    Returns:
        The index; 0 for two names or fewer.

    Raises:
        ValueError: There are too many names, or more are missing than a connected set can miss.
    """
    if count > MOST_NAMES:
        raise ValueError(f"There is no random index for more than {MOST_NAMES} names.")
    spare = (count - 1) * (count - 2) // 2 - missing
    if missing < 0 or spare < 0:
        raise ValueError("Comparisons of that number cannot connect the names.")
    if count <= 2:
        return 0.0
    return RANDOM_INDICES[table][count - 3] * (spare / (spare + missing))


def consistency_ratio(
    lambda_max: float, count: int, missing: int = 0, table: RandomIndex = "alonso-lamata"
) -> float | None:
    """How far comparisons contradict each other: 0 not at all, 1 as much as random ones.

    It is ((lambda_max - n) / (n - 1)) divided by the random index (Saaty 1980). Up to 0.10 is
    commonly accepted.

    Args:
        lambda_max: The greatest eigenvalue of the (completed) comparison matrix.
        count: As for `random_index`.
        missing: As for `random_index`.
        table: As for `random_index`.

    Returns:
        The ratio, at least 0, and 0 for two names or fewer; None if every comparison is needed
        to connect the names: nothing is stated twice, so nothing can be checked.

    Raises:
        ValueError: As for `random_index`.
    """
    index = random_index(count, missing, table)
    if count <= 2:
        return 0.0
    if index == 0:
        return None
    above = lambda_max - count
    return 0.0 if above <= ROUNDING * count else above / (count - 1) / index
