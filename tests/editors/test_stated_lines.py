"""The patterns of lines that compare two criteria take what the program reads, and no more."""

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.case.shapes import ID_PATTERN
from policyscore.editors.levels import forms_of_ways
from policyscore.editors.stated_lines import comparisons_of, trade_offs_of
from policyscore.weighing.limits import LARGEST_RATIO
from policyscore.weighing.pairwise import pair_of, ratio_of
from policyscore.weighing.trade_offs import EXAMPLE, read_line

SHARED: dict[str, Any] = {}
FORMS = forms_of_ways(SHARED)
PAIR = FORMS["pairwise"]["propertyNames"]["pattern"]
TRADE_OFF = FORMS["trade-offs"]["items"]["pattern"]
RATIO = SHARED["ratio"]["pattern"]
TITLES = [("a", "A"), ("a-b", "B"), ("over", "C"), ("from", "D")]

NAMES = st.sampled_from(["a", "b", "a-b", "over", "from", "worth", "a-", "A", "a--b", "1a", ""])
SPACES = st.sampled_from(["", " ", "  ", "\t", " \t "])
NUMBERS = st.sampled_from(["0", "5", "-1", "+2", ".5", "5.", "1e3", "1E-2", "e3", "5,0", "1_0", ""])
EXAMPLES = settings(max_examples=400, deadline=None, derandomize=True)


def is_id(name: str) -> bool:
    return re.search(ID_PATTERN, name) is not None


def joined(words: tuple[str, ...], spaces: list[str]) -> str:
    """Words with spaces before, between and after them."""
    return "".join(space + word for space, word in zip(spaces, (*words, ""), strict=False))


@EXAMPLES
@given(
    st.tuples(NAMES, st.sampled_from(["over", "Over", "a"]), NAMES), st.lists(SPACES, min_size=4)
)
def test_a_key_names_two_criteria_to_both(words: tuple[str, ...], spaces: list[str]) -> None:
    key = joined(words, spaces)
    pair = pair_of(key)
    good = pair is not None and pair[0] != pair[1] and all(map(is_id, pair))
    assert bool(re.search(PAIR, key)) == good


@EXAMPLES
@given(
    st.tuples(
        *(NAMES, st.just("from"), NUMBERS, st.just("to"), NUMBERS),
        *(st.just("is"), st.sampled_from(["worth", "word"])),
        *(NAMES, st.just("from"), NUMBERS, st.just("to"), NUMBERS),
    ),
    st.sampled_from([" ", "  ", "\t"]),
)
def test_a_line_is_a_trade_off_to_both(words: tuple[str, ...], space: str) -> None:
    line = space.join(words)
    found = read_line(line)
    names = [step.criterion for step in found] if found else []
    good = len(set(names)) == 2 and all(map(is_id, names))
    assert bool(re.search(TRADE_OFF, line)) == good


@EXAMPLES
@given(st.text("0123456789./- e", max_size=12))
def test_a_text_is_a_fraction_to_both(text: str) -> None:
    assert bool(re.search(RATIO, text)) == (ratio_of(text) is not None)


def test_ratios_end_where_the_program_ends_them() -> None:
    ratio = SHARED["ratio"]
    assert (ratio["minimum"], ratio["maximum"]) == (1 / LARGEST_RATIO, LARGEST_RATIO)


def test_examples_of_the_program_fit() -> None:
    assert re.search(TRADE_OFF, EXAMPLE)
    assert re.search(PAIR, " escalation-risk  over deterrence ")
    assert not re.search(PAIR, "a over b\n over c")
    assert not re.search(TRADE_OFF, f"{EXAMPLE}\n.")


def test_only_the_names_of_the_level_fit() -> None:
    pair = comparisons_of(FORMS["pairwise"], TITLES)["propertyNames"]["pattern"]
    assert re.search(pair, "a over a-b")
    assert re.search(pair, "over over from")
    assert not re.search(pair, "a over b")
    assert not re.search(pair, "over over over")
    line = trade_offs_of(FORMS["trade-offs"], TITLES)["items"]["pattern"]
    assert re.search(line, "from from 1 to 2 is worth a-b from 3 to 4")
    assert not re.search(line, "b from 1 to 2 is worth a-b from 3 to 4")


def test_where_there_is_nothing_to_compare_nothing_fits() -> None:
    line = trade_offs_of(FORMS["trade-offs"], [])["items"]["pattern"]
    assert not re.search(line, EXAMPLE)


def test_pairs_are_offered_up_to_ten_names() -> None:
    for count, pairs in ((2, 1), (10, 45), (11, 0)):
        titles = [(f"c{number}", "T") for number in range(count)]
        assert len(comparisons_of(FORMS["pairwise"], titles).get("properties", ())) == pairs


@pytest.mark.parametrize("pattern", [PAIR, TRADE_OFF, RATIO])
@pytest.mark.parametrize("text", [" ", "a", "a-", "a ", "a over ", "1", "a from 1 to 2 is worth "])
def test_no_long_text_keeps_a_pattern_busy(pattern: str, text: str) -> None:
    start = time.perf_counter()
    assert not re.search(pattern, text * 20_000 + "!")
    assert time.perf_counter() - start < 2
