"""How often each option takes each rank, as CSV: a line for each option."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from policyscore.analysis.robustness.results import OptionShares
from policyscore.views.csv_text import csv_text
from policyscore.views.robustness.scene import Scene

HEADER = (
    *("option", "title", "first", "first_error", "expected_rank", "expected_rank_error"),
    *("excluded", "confidence", "entropy", "holistic", "holistic_error", "above_leader"),
    "central_draws",
)


def robustness_csv(scene: Scene) -> str:
    """The options as the table has them, with the share of each rank and the central weights."""
    criteria = list(scene.case.criteria)
    ranks = max((len(shares.acceptability) for shares in scene.ordered), default=0)
    header = [
        *HEADER,
        *(f"rank:{rank}" for rank in range(1, ranks + 1)),
        *(f"central-weight:{key}" for key in criteria),
    ]
    return csv_text(header, (list(_row(scene, s, criteria)) for s in scene.shown))


def _row(scene: Scene, shares: OptionShares, criteria: list[str]) -> Iterator[Any]:
    central = shares.central_weights or {}
    yield shares.option
    yield scene.option(shares)
    yield shares.first
    yield _number(shares.first_error)
    yield shares.expected_rank
    yield _number(shares.expected_rank_error)
    yield shares.excluded
    yield shares.confidence
    yield _number(shares.entropy)
    yield _number(shares.holistic)
    yield _number(shares.holistic_error)
    yield scene.study.above_leader(shares)
    yield shares.central_draws if shares.central_weights is not None else None
    yield from shares.acceptability
    yield from (central.get(key) for key in criteria)


def _number(value: float) -> float | None:
    return value if isfinite(value) else None
