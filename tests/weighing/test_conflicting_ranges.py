"""The fewest statements that leave no weights, in cases by hand."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from sets_of_weights import ordered

from policyscore.weighing.sets.admissible import Range, admissible
from policyscore.weighing.sets.conflicts import ORDER, Conflict, conflict_in, only


def conflict(
    ranges: dict[str, Range], order: list[list[str]], names: Sequence[str] = "abcd"
) -> Conflict:
    found = conflict_in(admissible(list(names), ranges, order))
    assert found is not None
    assert found.smallest
    return found


def said(found: Conflict) -> str:
    """The statements in short."""
    return ", ".join(
        "order" if s.bound is None else f"{s.kind} {s.name} {float(s.bound):g}"
        for s in found.statements
    )


@pytest.mark.parametrize(
    ("ranges", "order", "kind", "statements", "by"),
    [
        # alone
        ({"b": (0.5, 0.3)}, [], "low-above-high", "low b 0.5, high b 0.3", "1/5"),
        # the largest lows, with which fewest are too much
        (
            {"a": (0.2, None), "b": (0.5, None), "c": (0.3, None), "d": (0.35, None)},
            [],
            "lows-above-one",
            "low b 0.5, low c 0.3, low d 0.35",
            "3/20",
        ),
        (
            {"a": (None, 0.2), "b": (None, 0.2), "c": (None, 0.2), "d": (0.1, 0.3)},
            [],
            "highs-below-one",
            "high a 0.2, high b 0.2, high c 0.2, high d 0.3",
            "1/10",
        ),
        # with the order
        (
            {"a": (None, 0.2), "c": (0.25, None)},
            ordered("a", "b", "c"),
            "low-above-high",
            "low c 0.25, high a 0.2, order",
            "1/20",
        ),
        (
            {"a": (None, 0.2), "c": (0.25, None)},
            [["c", "b", "a"]],
            "low-above-high",
            "low c 0.25, high a 0.2, order",
            "1/20",
        ),
        (
            {"a": (0.45, None), "c": (0.4, None)},
            ordered("a", "b", "c"),
            "lows-above-one",
            "low c 0.4, order",
            "1/5",
        ),
        (
            {"a": (0.5, None), "c": (0.3, None)},
            ordered("a", "b", "c"),
            "lows-above-one",
            "low a 0.5, low c 0.3, order",
            "1/10",
        ),
        (
            {"a": (None, 0.4), "b": (None, 0.35), "c": (None, 0.05), "d": (None, 0.05)},
            ordered("a", "b", "c", "d"),
            "highs-below-one",
            "high a 0.4, high c 0.05, order",
            "1/10",
        ),
        # as few with the order as without: rather without
        (
            {"a": (None, 0.2), "b": (0.7, 0.6)},
            ordered("a", "b"),
            "low-above-high",
            "low b 0.7, high b 0.6",
            "1/10",
        ),
    ],
)
def test_by_hand(
    ranges: dict[str, Range], order: list[list[str]], kind: str, statements: str, by: str
) -> None:
    found = conflict(ranges, order)
    assert (found.kind, said(found), found.by) == (kind, statements, Fraction(by))


def test_what_names_must_have_together_is_told() -> None:
    found = conflict({"a": (0.5, None), "c": (0.3, None)}, ordered("a", "b", "c"))
    assert found.together == (("a", Fraction(1, 2)), ("b", Fraction(3, 10)), ("c", Fraction(3, 10)))
    found = conflict({"a": (None, 0.35), "c": (None, 0.2)}, [["a", "b"], ["c"]], "abc")
    assert [(name, float(most)) for name, most in found.together] == [
        ("a", 0.35),
        ("b", 0.35),
        ("c", 0.2),
    ]
    assert conflict({"a": (0.5, 0.4)}, []).together == ()


def test_lows_outside_the_order_count_for_themselves() -> None:
    ranges: dict[str, Range] = {"a": (0.1, None), "b": (0.2, None), "c": (0.4, None)}
    found = conflict(ranges | {"d": (0.45, None)}, [["a", "b"], ["c"]])
    assert said(found) == "low c 0.4, order"  # a and b too have 0.4
    found = conflict(ranges | {"c": (0.3, None), "d": (0.45, None)}, [["a", "b"], ["c"]])
    assert said(found) == "low c 0.3, low d 0.45, order"


def test_a_single_name_must_have_all() -> None:
    assert said(conflict({"a": (None, 0.9)}, [], "a")) == "high a 0.9"


def test_no_conflict_where_there_are_weights() -> None:
    assert conflict_in(admissible("abc", {"a": (0.5, 0.5)}, ordered("a", "b"))) is None


def test_thousands_of_names() -> None:
    names = [f"n{i}" for i in range(2000)]
    order = ordered(*names)
    falling: dict[str, Range] = {name: (9e-4 - i * 4e-7, None) for i, name in enumerate(names)}
    found = conflict_in(admissible(names, falling, order))
    assert found is not None
    assert only(admissible(names, falling, order), found.statements).is_empty()
    fewer = only(admissible(names, falling, order), (*found.statements[1:-1], ORDER))
    assert not fewer.is_empty()
    falling["n1999"] = (5.1e-4, None)
    assert said(conflict(falling, order, names)) == "low n1999 0.00051, order"
