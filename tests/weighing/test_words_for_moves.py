"""How a changed order is said: by the fewest moves, with who ties with whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.weighing.places import counted, moved
from policyscore.weighing.spoken import spoken

ORDERS = st.permutations("abcdefg").flatmap(
    lambda names: st.lists(st.integers(1, 7), min_size=7, max_size=7).map(
        lambda sizes: _cut("".join(names), sizes)
    )
)


def _cut(names: str, sizes: list[int]) -> list[str]:
    places: list[str] = []
    for size in sizes:
        if names:
            places.append(names[:size])
            names = names[size:]
    return places


def said(old: list[str], new: list[str]) -> list[str]:
    """The moves between two orders, each place given by its one-letter names."""
    return [spoken(part.words, str) for part in moved(old, new).changed]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a", "b", "c"], ["b", "a", "c"], ["b moved up one place"]),
        (["a", "b", "c", "d"], ["d", "a", "b", "c"], ["d moved up three places"]),
        (["a", "b", "c", "d"], ["b", "c", "d", "a"], ["a moved down three places"]),
        (["a", "b", "c"], ["ab", "c"], ["b moved up one place, to tie with a"]),
        (["abc"], ["ab", "c"], ["c moved down one place"]),
        (["a", "b"], ["b"], []),
        (["ab", "c"], ["ba", "c"], []),
        ([*"abcdefghijklm"], [*"mabcdefghijkl"], ["m moved up 12 places"]),
    ],
)
def test_the_fewest_moves_are_said(old: list[str], new: list[str], expected: list[str]) -> None:
    assert said(old, new) == expected


@settings(max_examples=100, deadline=None, derandomize=True)
@given(ORDERS)
def test_an_order_has_not_changed_if_only_ties_are_written_otherwise(
    places: list[str],
) -> None:
    shuffled = ["".join(sorted(place, reverse=True)) for place in places]
    assert said(places, shuffled) == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ORDERS, ORDERS)
def test_something_is_said_just_when_the_order_changed(old: list[str], new: list[str]) -> None:
    same = [*map(set, old)] == [*map(set, new)]
    words = said(old, new)
    assert (words == []) == same
    assert len(words) <= 6
    for line in words:
        assert line[0] in "abcdefg"


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "no cards"), (1, "one card"), (2, "two cards"), (10, "ten cards")]
)
def test_small_numbers_are_words(number: int, expected: str) -> None:
    assert counted(number, "card") == expected


def test_thousands_that_tie_are_not_gone_through() -> None:
    names = [f"c{i}" for i in range(20_000)]
    for count in (1_000, 20_000):
        (part,) = moved([names[:count]], [[name] for name in names[:count]]).changed
        assert spoken(part.words, str) == "the order is another"
    (part,) = moved(
        [[name] for name in names[:2000]], [[n] for n in names[1:2000] + names[:1]]
    ).changed
    assert spoken(part.words, str) == "c0 moved down 1999 places"
