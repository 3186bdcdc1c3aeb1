"""Why one option stands above another: differences that add up, and the same the other way."""

from math import fsum

import pytest
from generated_cases import CASES, Made, Scale, quick
from hypothesis import given
from hypothesis import strategies as st


@quick
@given(CASES, st.data())
def test_the_differences_add_up_to_the_difference_of_the_totals(
    made: Made, data: st.DataObject
) -> None:
    first, second = data.draw(st.permutations(list(made.scores)))[:2]
    decision = made.decision()
    found = decision.why(first, second)
    assert found.gap == fsum(d.points for d in found.differences)
    assert found.gap == pytest.approx(found.first_total - found.second_total, abs=1e-9)
    assert found.first_total == decision.total(first).value
    assert {d.criterion for d in found.differences} == set(made.scales)
    for d in found.differences:
        assert d.points == d.weight * (d.first - d.second)


@quick
@given(CASES, st.data())
def test_the_other_way_round_every_sign_is_turned(made: Made, data: st.DataObject) -> None:
    first, second = data.draw(st.permutations(list(made.scores)))[:2]
    decision = made.decision()
    there, back = decision.why(first, second), decision.why(second, first)
    assert back.gap == -there.gap
    points = {d.criterion: d.points for d in there.differences}
    assert {d.criterion: -d.points for d in back.differences} == points


@quick
@given(CASES)
def test_the_largest_difference_comes_first(made: Made) -> None:
    first, second, *_ = made.scores
    sizes = [abs(d.points) for d in made.decision().why(first, second).differences]
    assert sizes == sorted(sizes, reverse=True)


@quick
@given(CASES)
def test_an_option_does_not_differ_from_itself(made: Made) -> None:
    first = next(iter(made.scores))
    found = made.decision().why(first, first)
    assert found.gap == 0
    assert all(d.points == 0 for d in found.differences)


def test_differences_of_the_same_size_stay_in_the_order_of_the_case() -> None:
    scales = {key: Scale(0, 10, "higher") for key in ("z", "a", "m")}
    scores = {"one": {"z": 6, "a": 4, "m": 5}, "two": {"z": 4, "a": 6, "m": 5}}
    found = Made(scales, scores, {"z": 1, "a": 1, "m": 1}).decision().why("one", "two")
    assert [d.criterion for d in found.differences] == ["z", "a", "m"]
