"""`pairwise`: weights from comparisons of two names at a time (AHP)."""

from dataclasses import dataclass
from math import exp, fsum

from policyscore.weighing.comparing.comparison_matrix import least_squares, log_matrix
from policyscore.weighing.comparing.comparisons import Comparisons
from policyscore.weighing.comparing.completion import complete


@dataclass(frozen=True, slots=True)
class Priorities:
    """What comparisons say about weights.

    Attributes:
        weights: Name to weight, positive, in the order of the names; sums to 1.
        lambda_max: The greatest eigenvalue of the comparison matrix, completed where comparisons
            are missing so that it is least; at least n, and n if nothing contradicts anything.
    """

    weights: dict[str, float]
    lambda_max: float


def eigenvector(names: tuple[str, ...], comparisons: Comparisons) -> Priorities:
    """Derive weights as the principal right eigenvector (Saaty 1977, 1980).

    What is not compared is completed so that the greatest eigenvalue is least (Bozóki, Fülöp &
    Rónyai 2010).

    Args:
        names: The n names, each once; at least one.
        comparisons: How many times as much the first name counts as the second, from 1/1000 to
            1000; each pair at most once, in either direction; together they connect all names.

    Returns:
        The weights, to about 1e-14.

    Raises:
        ValueError: The comparisons are not as described.
    """
    completed = complete(log_matrix(names, comparisons))
    lambda_max = max(completed.principal.value, float(len(names)))
    return Priorities(_weights(names, completed.principal.logs), lambda_max)


def geometric_mean(names: tuple[str, ...], comparisons: Comparisons) -> dict[str, float]:
    """Derive weights as geometric means of rows (Crawford & Williams 1985).

    What is not compared is left out of a least-squares fit of the logs, which gives the same
    where everything is compared (Bozóki, Fülöp & Rónyai 2010).

    Args:
        names: As for `eigenvector`.
        comparisons: As for `eigenvector`.

    Returns:
        Name to weight, positive, in the order of the names; sums to 1.

    Raises:
        ValueError: The comparisons are not as described.
    """
    return _weights(names, least_squares(log_matrix(names, comparisons)))


def _weights(names: tuple[str, ...], logs: list[float]) -> dict[str, float]:
    """Weights from their logs, up to a constant."""
    largest = max(logs)
    parts = [exp(x - largest) for x in logs]
    total = fsum(parts)
    return {name: part / total for name, part in zip(names, parts, strict=True)}
