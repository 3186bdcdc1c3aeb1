"""The phrases of sensitivity are true as they are written."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sensitivity_view_cases import CLOSE, decide, made_by_hand, scene_of, texts

from policyscore.analysis.sensitivity.results import First, Flip
from policyscore.analysis.sensitivity_reading import Move
from policyscore.views.sensitivity.words import (
    from_to,
    judge_name,
    percents,
    points,
    reached,
)

SCENE = scene_of(decide(CLOSE), found=made_by_hand())


@pytest.mark.parametrize(
    ("at", "now", "there", "said"),
    [
        (54.73, 65.0, ("a", "b"), "below 54.7"),
        (71.21, 65.0, ("a", "b"), "above 71.3"),
        (55.0, 65.0, ("a", "b"), "below 55"),
        (54.99999999999, 65.0, ("a", "b"), "below 55"),
        (0.04, 65.0, ("a", "b"), "below 0.04"),
        (99.96, 65.0, ("a", "b"), "above 99.96"),
        (0.0, 65.0, ("b",), "at 0"),
        (50.0, 65.0, ("b",), "at 50 or less"),
        (80.0, 65.0, ("b",), "at 80 or more"),
        (65.0, 65.0, ("a", "b"), "any higher than 65"),
    ],
)
def test_where_a_number_has_to_go(at: float, now: float, there: First, said: str) -> None:
    assert reached(Flip(at, there, ("b",)), now, (0.0, 100.0), falls=at < now) == said


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    at=st.floats(-1e6, 1e6),
    now=st.floats(-1e6, 1e6),
    low=st.floats(-1e6, 1e6),
    high=st.floats(-1e6, 1e6),
)
def test_what_is_said_is_past_the_flip_and_on_the_scale(
    at: float, now: float, low: float, high: float
) -> None:
    low, high = min(low, high, at, now), max(low, high, at, now)
    assume(high - low > 1e-3)
    assume(abs(at - now) > 1e-6)
    flip = Flip(at, ("a", "b"), ("b",))
    side, said = reached(flip, now, (low, high), falls=at < now).split()
    told, near = float(said), 1e-6 * (high - low) + 0.005
    assert side == ("below" if at < now else "above")
    assert told <= at + near if at < now else told >= at - near
    assert low - near <= told <= high + near
    assert abs(told - at) <= 0.0011 * (high - low) + near


@pytest.mark.parametrize("end", [1e308, 1e-310, 5e-324])
def test_numbers_at_the_edge_of_what_there_is_are_told(end: float) -> None:
    for ends in ((-end, end), (0.0, end)):
        said = reached(Flip(end / 2, ("a", "b"), ("b",)), 0.0, ends, falls=False)
        assert said.startswith(("above", "any higher"))


def test_weights_that_differ_read_as_different() -> None:
    assert percents(0.1, 0.25) == ["10.0%", "25.0%"]
    assert percents(0.1001, 0.1002, 0.5) == ["10.01%", "10.02%", "50.00%"]
    assert percents(0.2, 0.2, 1.0) == ["20.0%", "20.0%", "100.0%"]
    assert percents() == []


@pytest.mark.parametrize(
    ("first", "now", "said"),
    [
        (("b",), ("a",), "Bide our time would be first"),
        (("a", "b"), ("a",), "Act now and Bide our time would share first place"),
        (("a",), ("a", "b"), "Act now alone would be first"),
        ((), ("a",), "no option would be left that meets every requirement"),
        (("c",), (), "Call a meeting would be first"),
    ],
)
def test_what_becomes_of_first_place(first: First, now: First, said: str) -> None:
    assert scene_of(decide(CLOSE), found=made_by_hand(first=now)).outcome(first) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [("Act now", "put Act now first"), ("Safety first", "put Safety first in first place")],
)
def test_a_title_that_ends_in_first_is_not_followed_by_it(title: str, said: str) -> None:
    files = texts({"a": {"cost": 1}, "b": {"cost": 2}}, {"cost": 1}, titles={"a": title})
    assert scene_of(decide(files), found=made_by_hand(first=("b",))).put(("a",)) == said


def test_who_is_first_in_a_table() -> None:
    assert SCENE.who(("b",)) == "Bide our time"
    assert SCENE.who(("a", "b")) == "Act now and Bide our time (tied)"
    assert SCENE.who(()) == "nobody"


def test_where_weight_comes_from_and_goes_to() -> None:
    two = [Move("speed", 0.2, 0.3), Move("cost", 0.5, 0.45), Move("trust", 0.3, 0.25)]
    assert from_to(SCENE, two) == "from Cost and Trust to Speed"


def test_a_long_list_of_criteria_is_cut() -> None:
    cut = from_to(SCENE, [Move("speed", 0, 1), *[Move("cost", 0.25, 0)] * 4])
    assert cut == "from Cost, Cost and 2 other criteria to Speed"


def test_points_of_weight_never_read_as_none() -> None:
    assert points(3.14) == "3.1 of 100 points of weight"
    assert points(0.01) == "less than 0.1 of 100 points of weight"


def test_a_judge_in_a_sentence() -> None:
    assert judge_name("expert-3") == "expert 3"
    assert judge_name("case-author") == "the case's author"
