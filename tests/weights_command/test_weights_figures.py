"""Per cent that add up where they can, and do not tell equal weights apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.scoring.weight_rows import WeightRow
from policyscore.views.weights.figures import percent, shown_locals, shown_weights


def rows_of(weights: list[float]) -> list[WeightRow]:
    """A group of all but the last criterion, which stands beside it."""
    *inner, last = weights
    whole = sum(inner)
    rows = [WeightRow("g", "", 0, True, whole, whole, None)]
    for index, weight in enumerate(inner):
        local = weight / whole if whole else None
        rows.append(WeightRow(f"c{index}", "g", 1, False, weight, local, None))
    return [*rows, WeightRow("last", "", 0, False, last, last, None)]


def shown(text: str) -> float:
    return 0.0 if text in {"0%", "<0.1%"} else float(text.removesuffix("%"))


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=12, unique=True))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_what_is_shown_adds_up(points: list[int]) -> None:
    total = sum(points)
    rows = rows_of([point / total for point in points])
    texts = shown_weights(rows)
    inner = [shown(texts[row.id]) for row in rows if row.parent]
    assert shown(texts["g"]) == pytest.approx(sum(inner), abs=1e-6)
    assert shown(texts["g"]) + shown(texts["last"]) == pytest.approx(100, abs=0.11 * len(points))
    for row in rows:
        assert abs(shown(texts[row.id]) - 100 * row.weight) <= 0.1 * len(points)
    locals_ = [shown(text) for key, text in shown_locals(rows).items() if key.startswith("c")]
    assert sum(locals_) == pytest.approx(100, abs=1e-6)


def test_equal_weights_are_shown_as_equal() -> None:
    texts = shown_weights(rows_of([1 / 3, 1 / 3, 1 / 3]))
    assert texts == {"g": "66.7%", "c0": "33.3%", "c1": "33.3%", "last": "33.3%"}


@pytest.mark.parametrize(
    ("exact", "text"), [(0, "0%"), (0.04, "<0.1%"), (0.05001, "0.1%"), (100, "100.0%")]
)
def test_what_is_above_nothing_never_reads_as_nothing(exact: float, text: str) -> None:
    assert percent(exact) == text


def test_shares_of_a_group_of_no_weight_are_a_dash() -> None:
    assert shown_locals(rows_of([0.0, 0.0, 1.0])) == {"g": "", "c0": "-", "c1": "-", "last": ""}
