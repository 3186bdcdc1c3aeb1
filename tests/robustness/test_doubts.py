"""Which scores count as uncertain."""

from pathlib import Path

import pytest

from policyscore.analysis.robustness.doubts import Doubts, doubts_of
from policyscore.decision import load

HEADER = """\
policyscore: 1
title: A choice
question: Which?
baseline: a
criteria:
  worth: {title: Worth, asks: How much?, better: higher, scale: {0: none, 100: all}}
experts:
  one: {title: One, weight: 1}
  two: {title: Two, weight: 2}
  mute: {title: Not counted, weight: 0}
"""


def doubts(directory: Path, score: str) -> Doubts:
    """What is uncertain in a case of one score."""
    (directory / "options").mkdir()
    (directory / "policyscore.yaml").write_text(HEADER, "utf-8")
    option = f"title: A\nsummary: It.\nscores:\n  worth: {score}\n"
    (directory / "options" / "a.yaml").write_text(option, "utf-8")
    return doubts_of(load(directory).case, weights=False)


@pytest.mark.parametrize(
    ("score", "uncertain", "unknown"),
    [
        ("40", 0, 0),
        ("{low: 40, high: 40}", 0, 0),
        ("{low: 40, high: 50}", 1, 0),
        ("{low: 40, likely: 45, high: 50}", 1, 0),
        ("unknown", 1, 1),
        ("{normal: [50, 5]}", 1, 0),
        ("{beta: [2, 3], low: 0, high: 50}", 1, 0),
        ("{samples: [50, 60]}", 1, 0),
        ("[{by: one, likely: 40}, {by: two, likely: 40}]", 0, 0),
        ("[{by: one, likely: 40}, {by: two, likely: 50}]", 1, 0),
        ("[{by: one, likely: unknown}, {by: two, likely: 50}]", 1, 0),
        ("[{by: one, likely: 40}, {by: mute, likely: 90}]", 0, 0),
    ],
)
def test_scores_that_are_more_than_one_number(
    tmp_path: Path, score: str, uncertain: int, unknown: int
) -> None:
    found = doubts(tmp_path, score)
    assert (found.scores, found.unknown, found.of) == (uncertain, unknown, 1)
    assert found.any is bool(uncertain)
