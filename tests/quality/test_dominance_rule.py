"""PS403 dominated-option: options that another one beats or equals on every criterion."""

import random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quality_cases import broken, criterion, files_of, place

from policyscore.quality.dominance import MOST_RIVALS, dominators
from policyscore.reading.rules import DOMINATED_OPTION

WAIT = {"gain": 0, "lead": 0, "cost": 0}


def test_a_dominated_option_is_reported_at_its_title_with_who_dominates_it_and_where_most() -> None:
    options = {
        "wait": WAIT,
        "talk": {"gain": 60, "lead": 50, "cost": 40},
        "sulk": {"gain": 20, "lead": 45, "cost": 40},
    }
    (found,) = broken(DOMINATED_OPTION, files_of(options))
    assert place(found) == ("options/sulk.yaml", "title")
    assert found.message == (
        "Talk is at least as good as Sulk on each of 3 criteria, and better on 2, most on Gain "
        "(value 60.0 against 20.0)."
    )
    assert "Score what speaks for it" in found.hint


def test_better_on_every_criterion_is_said_more_shortly() -> None:
    options = {"wait": WAIT, "talk": dict.fromkeys(WAIT, 9), "sulk": dict.fromkeys(WAIT, 8)}
    (found,) = broken(DOMINATED_OPTION, files_of(options))
    assert found.message.startswith("Talk is better than Sulk on each of 3 criteria, most on Gain")


def test_one_criterion_on_which_it_is_better_saves_an_option() -> None:
    options = {
        "wait": WAIT,
        "talk": {"gain": 60, "lead": 50, "cost": 40},
        "sulk": {"gain": 20, "lead": 45, "cost": 40.1},
    }
    assert broken(DOMINATED_OPTION, files_of(options)) == []


def test_values_count_so_that_a_lower_score_can_be_the_better_one() -> None:
    tree = {"gain": criterion("Gain"), "loss": criterion("Loss", better="lower")}
    options = {
        "wait": {"gain": 0, "loss": 100},
        "talk": {"gain": 50, "loss": 10},
        "sulk": {"gain": 50, "loss": 20},
    }
    (found,) = broken(DOMINATED_OPTION, files_of(options, criteria=tree))
    assert "most on Loss (value 90.0 against 80.0)" in found.message


def test_options_that_are_the_same_do_not_dominate_each_other() -> None:
    options = {"wait": WAIT, "talk": dict.fromkeys(WAIT, 5), "sulk": dict.fromkeys(WAIT, 5)}
    assert broken(DOMINATED_OPTION, files_of(options)) == []


def test_the_baseline_is_never_reported_but_can_dominate() -> None:
    options = {"wait": dict.fromkeys(WAIT, 50), "talk": dict.fromkeys(WAIT, 60), "sulk": WAIT}
    (found,) = broken(DOMINATED_OPTION, files_of(options))
    assert found.path == "options/sulk.yaml"
    (found,) = broken(DOMINATED_OPTION, files_of({"wait": dict.fromkeys(WAIT, 50), "sulk": WAIT}))
    assert found.message.startswith("Wait is better than Sulk")


def test_of_several_the_one_with_the_largest_sum_is_named() -> None:
    options = {
        "wait": WAIT,
        "act": {"gain": 50, "lead": 50, "cost": 50},
        "talk": {"gain": 40, "lead": 90, "cost": 40},
        "sulk": {"gain": 30, "lead": 30, "cost": 30},
    }
    (found,) = broken(DOMINATED_OPTION, files_of(options))
    assert found.message.startswith("Talk is better than Sulk")


def test_an_option_that_misses_a_requirement_neither_dominates_nor_is_reported() -> None:
    tree = {"gain": criterion("Gain"), "lead": criterion("Lead", **{"at-most": 80})}
    options = {
        "wait": {"gain": 10, "lead": 10},
        "act": {"gain": 60, "lead": 95},
        "talk": {"gain": 50, "lead": 50},
        "sulk": {"gain": 5, "lead": 90},
    }
    assert broken(DOMINATED_OPTION, files_of(options, criteria=tree)) == []


def test_an_option_is_no_rival_of_one_that_it_requires() -> None:
    act = {"requires": ["talk"], "scores": dict.fromkeys(WAIT, 70)}
    options = {"wait": WAIT, "talk": dict.fromkeys(WAIT, 30), "act": act}
    assert broken(DOMINATED_OPTION, files_of(options)) == []


@pytest.mark.parametrize(("ahead", "dominated"), [(2e-9, True), (5e-10, False)])
def test_better_means_by_more_than_a_tie(ahead: float, dominated: bool) -> None:
    found = dominators({"a": (50.0, 1.0 + ahead), "b": (50.0, 1.0)})
    assert found == ({"b": "a"} if dominated else {})


VALUES = st.lists(st.tuples(*[st.sampled_from([0.0, 20.0, 50.0, 100.0])] * 3), max_size=30)


@settings(max_examples=150, deadline=None)
@given(VALUES)
def test_it_finds_just_what_comparing_every_pair_finds(rows: list[tuple[float, ...]]) -> None:
    named = {f"o{n:02}": row for n, row in enumerate(rows)}

    def beats(one: str, other: str) -> bool:
        pairs = list(zip(named[one], named[other], strict=True))
        return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)

    beaten = {key: [by for by in named if beats(by, key)] for key in named}
    found = dominators(named)
    assert set(found) == {key for key, by in beaten.items() if by}
    for key, by in found.items():
        assert by in beaten[key]
        assert sum(named[by]) == max(sum(named[other]) for other in beaten[key])


def test_two_thousand_options_that_all_trade_one_thing_for_another_take_no_time_to_speak_of() -> (
    None
):
    dice = random.Random(1)  # noqa: S311 (not for secrets)
    rows = {}
    for number in range(2000):  # every row has the same sum, so that none dominates another
        raw = [dice.random() for _ in range(12)]
        rows[f"o{number}"] = tuple(600 * x / sum(raw) for x in raw)
    start = perf_counter()
    assert dominators(rows) == {}
    assert perf_counter() - start < 20  # against a square or worse; it takes a fraction of this


@pytest.mark.parametrize(("before", "reported"), [(MOST_RIVALS - 1, True), (MOST_RIVALS, False)])
def test_only_the_two_hundred_largest_sums_are_rivals(before: int, reported: bool) -> None:
    rows = {f"o{n:03}": (float(n), 1000.0 - n) for n in range(before)}
    rows["far-out"] = (-2.0, 1001.5)
    rows["behind-far-out"] = (-3.0, 1001.2)
    assert dominators(rows) == ({"behind-far-out": "far-out"} if reported else {})
