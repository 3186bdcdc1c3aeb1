"""The fewest steps of a stair with more than some area, against trying all choices."""

from itertools import accumulate, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.weighing.sets import fewest_steps as module
from policyscore.weighing.sets.fewest_steps import Step, fewest_steps

WIDTHS = st.lists(st.integers(1, 3), max_size=6)
DROPS = st.lists(st.integers(1, 9), min_size=6, max_size=6)
SINGLES = st.lists(st.integers(1, 30), max_size=3).map(lambda areas: sorted(areas, reverse=True))


def stair(widths: list[int], drops: list[int]) -> list[Step]:
    """Steps of some widths, each so much higher than the next."""
    heights = [*accumulate(drops[: len(widths)])][::-1]
    return list(zip(accumulate(widths), heights, strict=True))


def area(steps: list[Step]) -> int:
    """The squares under the highest of the steps at each place."""
    end = max((reach for reach, _ in steps), default=0)
    return sum(max(height for reach, height in steps if reach > at) for at in range(end))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(WIDTHS, DROPS, SINGLES, st.integers(-3, 120))
def test_no_choice_is_smaller(
    widths: list[int], drops: list[int], singles: list[int], target: int
) -> None:
    steps = stair(widths, drops)
    sizes = [
        count + ones
        for count in range(len(steps) + 1)
        for ones in range(len(singles) + 1)
        if any(area([*some]) + sum(singles[:ones]) > target for some in combinations(steps, count))
    ]
    found = fewest_steps(steps, singles, target)
    assert (found is None) == (not sizes)
    if found:
        chosen, ones, smallest = found
        assert smallest
        assert area([steps[i] for i in chosen]) + sum(singles[:ones]) > target
        assert len(chosen) + ones == min(sizes)
        assert chosen == sorted(set(chosen))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(WIDTHS, DROPS, SINGLES, st.integers(-3, 120))
def test_where_it_would_take_long_at_least_nothing_can_be_left_out(
    widths: list[int], drops: list[int], singles: list[int], target: int
) -> None:
    steps = stair(widths, drops)
    if area(steps) + sum(singles) <= target:
        return
    chosen, ones, smallest = module._thinned(steps, singles, target)
    kept = [steps[i] for i in chosen]
    total = sum(singles[:ones])
    assert not smallest
    assert area(kept) + total > target
    assert not ones or area(kept) + total - singles[ones - 1] <= target
    for index in range(len(kept)):
        assert area(kept[:index] + kept[index + 1 :]) + total <= target


def test_a_long_stair_of_which_few_steps_are_needed() -> None:
    steps = [(i + 1, 5000 - i) for i in range(5000)]
    found = fewest_steps(steps, [], 5000 * 2501 // 2)
    assert found is not None
    chosen, _, smallest = found
    assert smallest
    assert len(chosen) == 2
    whole = area([steps[i] for i in chosen])
    assert whole > 5000 * 2501 // 2


def test_a_long_stair_of_which_nearly_all_steps_are_needed() -> None:
    steps = [(i + 1, 5000 - i) for i in range(5000)]
    whole = sum(height for _, height in steps)
    found = fewest_steps(steps, [], whole - 2)
    assert found is not None
    assert len(found[0]) == 4999
    assert not found[2]
