"""`points` and `swing` over all criteria: any numbers, of which the proportions count."""

import math
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, tried, weights_of

NUMBERS = st.one_of(
    st.floats(0, 1e15, allow_nan=False), st.integers(0, 10**15), st.sampled_from([0, 1e-300, 1e15])
)


def flat(way: str, numbers: Mapping[str, float]) -> str:
    """A profile that weighs every criterion in one list."""
    return f"{way}:\n" + "\n".join(f"  {leaf}: {number!r}" for leaf, number in numbers.items())


def test_points_are_divided_by_their_sum() -> None:
    numbers = dict(zip(LEAVES, [40, 30, 10, 10, 5, 5, 0], strict=True))
    weights = weights_of(flat("points", numbers))
    assert list(weights) == list(LEAVES)
    assert list(weights.values()) == pytest.approx([0.4, 0.3, 0.1, 0.1, 0.05, 0.05, 0], abs=1e-15)


def test_swings_are_divided_by_their_sum() -> None:
    numbers = dict(zip(LEAVES, [100, 50, 25, 25, 0, 0, 0], strict=True))
    weights = weights_of(flat("swing", numbers))
    assert list(weights.values()) == [0.5, 0.25, 0.125, 0.125, 0, 0, 0]


def test_the_order_of_the_lines_does_not_matter() -> None:
    numbers = dict(zip(LEAVES, [7, 6, 5, 4, 3, 2, 1], strict=True))
    backwards = dict(reversed(numbers.items()))
    assert weights_of(flat("points", numbers)) == weights_of(flat("points", backwards))


def test_a_zero_is_a_weight_of_zero() -> None:
    numbers = dict.fromkeys(LEAVES, 0.0) | {"risk": 3.0, "cost": 1.0, "speed": -0.0}
    weights = weights_of(flat("points", numbers))
    assert weights == dict.fromkeys(LEAVES, 0.0) | {"risk": 0.75, "cost": 0.25}
    assert all(math.copysign(1, weight) == 1 for weight in weights.values())


def test_the_sums_of_groups_are_kept_at_every_level() -> None:
    numbers = dict(zip(LEAVES, [40, 10, 20, 15, 5, 7, 3], strict=True))
    weights, _ = tried(flat("points", numbers))
    assert weights is not None
    assert weights.ways == ("points",)
    expected = {"security": 0.5, "society": 0.4, "home": 0.35, "evidence": 0.07}
    assert weights.groups == pytest.approx(expected, abs=1e-15)


def test_numbers_of_any_size_can_be_compared() -> None:
    numbers = dict.fromkeys(LEAVES, 1e15) | {"risk": 1e-300}
    weights = weights_of(flat("points", numbers))
    assert 0 < weights["risk"] < 1e-300
    assert weights["cost"] == pytest.approx(1 / 6, abs=1e-15)
    tiny = weights_of(flat("points", dict.fromkeys(LEAVES, 1e-300)))
    assert set(tiny.values()) == {1 / 7}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(NUMBERS, min_size=7, max_size=7).filter(any))
def test_weights_sum_to_one_and_are_in_proportion(numbers: list[float]) -> None:
    by_leaf = dict(zip(LEAVES, numbers, strict=True))
    weights = weights_of(flat("points", by_leaf))
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)
    assert all(0 <= weight <= 1 for weight in weights.values())
    heaviest = max(by_leaf, key=lambda leaf: by_leaf[leaf])
    for leaf in LEAVES:
        share = weights[heaviest] * (by_leaf[leaf] / by_leaf[heaviest])
        assert weights[leaf] == pytest.approx(share, abs=1e-15)


@pytest.mark.parametrize(
    ("largest", "shown"),
    [(90, "90"), (100.5, "100.5"), (100.0000001, "100.0000001"), (1e15, "1000000000000000")],
)
def test_the_largest_swing_should_be_100_but_the_weights_are_given(
    largest: float, shown: str
) -> None:
    numbers = dict.fromkeys(LEAVES, 0.5) | {"cost": largest}
    weights, said = tried(flat("swing", numbers))
    assert weights is not None
    assert weights.criteria["cost"] == pytest.approx(largest / (largest + 3), abs=1e-12)
    hint = "Give the swing that matters most 100 and judge the others against it, or use `points`."
    (line,) = said
    assert line == f"6:9 swing-not-anchored The largest swing is {shown}, not 100. > {hint}"
