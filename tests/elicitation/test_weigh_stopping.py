"""Stopping early is a proof: held against every way in which the interview could go on."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_cases import answer_for, start, tree_of, valued

from policyscore.case.case import leaves
from policyscore.elicitation.bounds import least_mean, least_pairing
from policyscore.elicitation.interview import Interview
from policyscore.elicitation.questions import Question
from policyscore.elicitation.stopping import admissible_weights, settled_first
from policyscore.scoring.ranking import TIE
from policyscore.scoring.totals import Valued

moderate = settings(max_examples=60, deadline=None, derandomize=True)
VALUES = st.sampled_from([0.0, 25.0, 50.0, 100.0])
SHAPES: list[list[Any]] = [[0, 0], [0, 0, 0], [0, 0, 0, 0]]
NESTED: list[list[Any]] = [[[0, 0], 0], [[0, 0], [0, 0]]]


def ends(question: Question) -> list[Any]:
    """The answers at which a total can be least: each end, each name, each tie of two."""
    if question.ask == "points":
        return [0.0, 100.0]
    if question.ask == "times":
        return ["1/9", 9.0]
    pairs = [f"{a} = {b}" for a, b in product(question.names, repeat=2) if a < b]
    return [*question.names, *(pairs if question.ask == "next" else [])]


def completions(course: Interview) -> Iterator[Interview]:
    """Every interview that the answers at the ends lead to."""
    question = course.question
    if question is None or course.complete:
        yield course
        return
    for answer in ends(question):
        yield from completions(course.answer(answer))


def firsts(course: Interview, options: dict[str, Valued]) -> set[str | None]:
    """Who comes first by more than a tie at the end of each completion; None where nobody does."""
    found: set[str | None] = set()
    for done in completions(course):
        weights = admissible_weights(done)
        totals = {k: sum(w * o.values[n] for n, w in weights.items()) for k, o in options.items()}
        best, *rest = sorted(totals, key=lambda key: -totals[key])
        clear = not rest or totals[best] - totals[rest[0]] > TIE
        found.add(best if clear else None)
    return found


@moderate
@given(
    st.sampled_from([(way, s) for way in ("swing", "order", "pairwise") for s in SHAPES]),
    st.integers(0, 3),
    st.integers(0, 10_000),
    st.data(),
)
def test_it_stops_exactly_when_no_answer_can_change_who_is_first(
    asked: tuple[str, list[Any]], answered: int, number: int, data: st.DataObject
) -> None:
    way, shape = asked
    check(start(tree_of(shape), way), answered, number, data)


@moderate
@given(
    st.sampled_from([(way, s) for way in ("swing", "order", "pairwise") for s in NESTED]),
    st.integers(0, 4),
    st.integers(0, 10_000),
    st.data(),
)
def test_it_stops_exactly_when_it_can_group_by_group(
    asked: tuple[str, list[Any]], answered: int, number: int, data: st.DataObject
) -> None:
    way, shape = asked
    check(start(tree_of(shape), way, top_down=True), answered, number, data)


def check(course: Interview, answered: int, number: int, data: st.DataObject) -> None:
    """Hold the rule against brute force after a few answers."""
    for step in range(answered):
        if course.complete or course.question is None:
            break
        course = course.answer(answer_for(course.question, number + step * 37))
    names = [leaf for plan in course.plans for leaf in plan.level.members if leaf[0] != "g"]
    row = st.fixed_dictionaries(dict.fromkeys(names, VALUES))
    options = valued({f"o{i}": data.draw(row) for i in range(data.draw(st.integers(1, 3)))})
    possible = firsts(course, options)
    settled = settled_first(course, options)
    if settled is not None:
        assert possible == {settled}
    else:
        assert len(possible) > 1 or possible == {None}


@moderate
@given(st.integers(0, 4), st.integers(0, 10_000), st.data())
def test_best_and_worst_never_stop_unless_one_option_is_better_on_everything(
    answered: int, number: int, data: st.DataObject
) -> None:
    tree = tree_of([0, 0, 0])
    course = start(tree, "best-worst")
    for step in range(answered):
        assert course.question is not None
        course = course.answer(answer_for(course.question, number + step * 37))
    row = st.fixed_dictionaries(dict.fromkeys(leaves(tree), VALUES))
    options = valued({f"o{i}": data.draw(row) for i in range(2)})
    settled = settled_first(course, options)
    better: list[str | None] = [
        key
        for key, other in (("o0", "o1"), ("o1", "o0"))
        if all(options[key].values[n] > options[other].values[n] for n in leaves(tree))
    ]
    assert [settled] == (better or [None])


def test_options_that_miss_a_requirement_are_no_rivals() -> None:
    course = start(tree_of([0, 0]), "swing").answer("c0")
    plain = valued({"a": {"c0": 60.0, "c1": 60.0}, "b": {"c0": 50.0, "c1": 100.0}})
    assert settled_first(course, plain) is None
    missing = plain | {"b": Valued({}, plain["b"].values, {}, {}, ("c1",), ())}
    assert settled_first(course, missing) == "a"
    assert settled_first(course, {"b": missing["b"]}) is None


def test_a_tie_that_may_come_is_not_settled() -> None:
    course = start(tree_of([0, 0]), "swing").answer("c0")
    options = valued({"a": {"c0": 60.0, "c1": 40.0}, "b": {"c0": 50.0, "c1": 50.0}})
    assert settled_first(course, options) is None, "they tie if both steps are worth 100"
    assert settled_first(course.answer(99), options) == "a"


@moderate
@given(
    st.lists(
        st.tuples(
            st.floats(-100, 100), st.floats(0, 10), st.floats(0, 10)
        ),
        min_size=1, max_size=5,
    )
)  # fmt: skip
def test_the_least_mean_is_the_least_at_any_corner(rows: list[tuple[float, float, float]]) -> None:
    numbers = [number for number, _, _ in rows]
    spans = [(min(a, b) + (i == 0), max(a, b) + 1) for i, (_, a, b) in enumerate(rows)]
    corners = [
        sum(n * w for n, w in zip(numbers, corner, strict=True)) / sum(corner)
        for corner in product(*spans)
    ]
    assert least_mean(numbers, spans) == pytest.approx(min(corners), abs=1e-9)


def test_the_least_pairing_is_the_least_of_all() -> None:
    assert least_pairing([3, -1, 2], [0.5, 0.3, 0.2]) == pytest.approx(-0.5 + 0.6 + 0.6)
