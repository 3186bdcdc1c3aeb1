"""The course of an interview: forward, back, skipped questions, and what comes of it."""

from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_cases import answer_all, answer_for, small_decision, start, tree_of

from policyscore.elicitation.answers import WrongAnswerError, accept, times
from policyscore.elicitation.interview import Interview, Step, interview
from policyscore.elicitation.levels import is_best_top_down, levels_top_down
from policyscore.elicitation.plans import PLANS
from policyscore.elicitation.questions import Question
from policyscore.elicitation.stopping import admissible_weights
from policyscore.elicitation.written import answers_of, statement_of

SHAPES = st.recursive(
    st.just(0), lambda part: st.lists(part, min_size=1, max_size=3), max_leaves=6
).map(lambda shape: shape if isinstance(shape, list) else [shape])
NUMBERS = st.lists(st.integers(0, 10_000), max_size=12)
moderate = settings(max_examples=60, deadline=None, derandomize=True)


def walk(course: Interview, numbers: list[int]) -> Interview:
    """Answer and skip questions as numbers say."""
    for number in numbers:
        if course.question is None:
            break
        skip = number % 3 == 0 and course.can_wait
        course = course.put_off() if skip else course.answer(answer_for(course.question, number))
    return course


@moderate
@given(SHAPES, st.sampled_from(list(PLANS)), st.booleans(), NUMBERS, st.integers(0, 1000))
def test_going_back_undoes_and_the_same_answer_gives_the_same_state(
    shape: list[Any], way: str, top_down: bool, numbers: list[int], number: int
) -> None:
    course = walk(start(tree_of(shape), way, top_down=top_down), numbers)
    if course.question is None:
        assert course.complete
        return
    answer = answer_for(course.question, number)
    after = course.answer(answer)
    assert after.back() == course
    assert after.back().answer(answer) == after
    if course.can_wait:
        later = course.put_off()
        assert later.question != course.question
        assert later.back() == course


@moderate
@given(SHAPES, st.sampled_from(list(PLANS)), st.booleans(), NUMBERS)
def test_skipping_in_any_order_ends_with_the_same_statement(
    shape: list[Any], way: str, top_down: bool, numbers: list[int]
) -> None:
    plain = skipping = start(tree_of(shape), way, top_down=top_down)
    while plain.question is not None:
        plain = plain.answer(answer_for(plain.question, crc32(plain.question.key.encode())))
    for number in numbers:
        if skipping.question is not None and number % 2 and skipping.can_wait:
            skipping = skipping.put_off()
        elif skipping.question is not None:
            key = skipping.question.key
            skipping = skipping.answer(answer_for(skipping.question, crc32(key.encode())))
    while skipping.question is not None:
        key = skipping.question.key
        skipping = skipping.answer(answer_for(skipping.question, crc32(key.encode())))
    assert statement_of(skipping) == statement_of(plain)
    assert dict(sorted(answers_of(skipping).items())) == dict(sorted(answers_of(plain).items()))


@moderate
@given(SHAPES, st.sampled_from(list(PLANS)), st.booleans(), NUMBERS)
def test_weights_on_the_way_sum_to_one_and_every_key_is_asked_once(
    shape: list[Any], way: str, top_down: bool, numbers: list[int]
) -> None:
    course = walk(start(tree_of(shape), way, top_down=top_down), numbers)
    keys = [question.key for question in course.questions]
    assert len(set(keys)) == len(keys)
    assert sum(admissible_weights(course).values()) == pytest.approx(1)
    assert set(course.answers) | {question.key for question in course.waiting} == set(keys)


def test_a_skipped_question_is_asked_again_at_the_end() -> None:
    course = start(tree_of([0, 0, 0, 0]), "swing").answer("c0").put_off()
    assert course.question is not None
    assert course.question.key == "c2 against c0"
    course = course.answer(20).answer(30)
    assert course.question is not None
    assert course.question.key == "c1 against c0"
    assert not course.can_wait, "it is the last"
    assert course.put_off() is course
    done = course.answer(10)
    assert done.complete
    assert list(done.answers) == ["matters most", "c2 against c0", "c3 against c0", "c1 against c0"]


def test_a_question_skipped_again_goes_behind_those_skipped_before() -> None:
    course = start(tree_of([0, 0, 0, 0]), "swing").answer("c0").put_off().put_off().answer(1)
    assert course.question is not None
    assert course.question.names[0] == "c1"
    course = course.put_off()
    assert course.question is not None
    assert course.question.names[0] == "c2"
    assert not any(step.answer is None for step in course.back().back().back().back().steps)


def test_ties_share_the_weights_of_their_places() -> None:
    course = start(tree_of([0, 0, 0]), "order").answer("c0 = c1")
    weights = admissible_weights(course)
    centroid = [(1 + 1 / 2 + 1 / 3) / 3, (1 / 2 + 1 / 3) / 3, 1 / 9]
    assert weights["c0"] == weights["c1"] == pytest.approx(sum(centroid[:2]) / 2)
    assert weights["c2"] == pytest.approx(centroid[2])


def test_another_first_step_makes_the_points_against_the_old_one_void() -> None:
    course = start(tree_of([0, 0, 0]), "swing").answer("c0").answer(40)
    steps = (Step("matters most", "c1"), *course.steps[1:])
    assert interview(course.plans, steps).answers == {"matters most": "c1"}
    assert interview(course.plans, course.steps).answers["c1 against c0"] == 40


def test_places_that_tie_leave_out_the_next_place() -> None:
    course = start(tree_of([0, 0, 0, 0]), "order").answer("c2 = c1")
    assert course.question is not None
    assert (course.question.key, course.question.names) == ("place 3", ("c0", "c3"))
    assert statement_of(course.answer("c3")) == {"order": [["c1", "c2"], "c3", "c0"]}


def test_pairs_that_only_check_may_be_left_out() -> None:
    course = start(tree_of([0, 0, 0]), "pairwise").answer(3).answer("1/2")
    assert course.complete
    assert course.question is not None
    assert not course.question.needed
    assert statement_of(course) == {"pairwise": {"c0 over c1": 3, "c0 over c2": "1/2"}}
    assert statement_of(course.answer(1))["pairwise"]["c1 over c2"] == 1


def test_best_and_worst_are_compared_once_and_written_on_both_sides() -> None:
    course = answer_all(start(tree_of([0, 0, 0]), "best-worst"))
    stated = statement_of(course)["best-worst"]
    best, worst = stated["best"], stated["worst"]
    assert stated["best-to-others"][worst] == stated["others-to-worst"][best]
    assert len(course.questions) == 2 + 3


@pytest.mark.parametrize("way", PLANS)
@pytest.mark.parametrize("shape", [[0], [[0]], [[[0]], 0], [[0, 0], [0]], [0, 0]])
def test_levels_of_one_are_not_asked_about(way: str, shape: list[Any]) -> None:
    course = start(tree_of(shape), way, top_down=True)
    assert all(len(question.names) > 1 for question in course.questions)
    assert answer_all(course).complete


def test_groups_are_asked_about_before_what_they_stand_in() -> None:
    groups = [level.group for level in levels_top_down(tree_of([[0, [0, 0]], 0]))]
    assert groups == ["gc0-n1", "gc0", ""]
    assert not is_best_top_down(tree_of([[0] * 12]))
    assert is_best_top_down(tree_of([[0] * 12, 0]))
    assert not is_best_top_down(tree_of([0] * 13))


@pytest.mark.parametrize(
    ("ask", "written"),
    [
        ("most", "zzz"), ("most", 3), ("most", None), ("most", ["a"]), ("most", True),
        ("next", "a = a"), ("next", "a = zzz"), ("next", "a="), ("next", ""), ("next", {}),
        ("points", 101), ("points", -0.1), ("points", "50"), ("points", True), ("points", 1e15),
        ("times", 0), ("times", 10), ("times", "1/10"), ("times", "1/0"), ("times", "3/"),
        ("times", "-1/3"), ("times", True), ("times", "9999999/1"), ("times-more", 0.5),
        ("times-more", "1/2"), ("times-more", None),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_in_words(ask: Any, written: Any) -> None:
    question = Question("k", ask, ("a", "b"), ("a", "b"), "")
    with pytest.raises(WrongAnswerError) as caught:
        accept(question, written)
    assert str(caught.value).endswith(".")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("written", "kept"), [(3, 3.0), ("1/3", "1/3"), (0.2, "1/5"), ("6/2", 3.0), (2.5, 2.5)]
)
def test_times_are_kept_as_whole_numbers_or_parts(written: Any, kept: Any) -> None:
    answer = accept(Question("k", "times", ("a", "b"), ("a", "b"), ""), written)
    assert answer == kept
    assert 1 / 9 <= times(answer) <= 9


@pytest.mark.parametrize("way", PLANS)
@pytest.mark.parametrize("top_down", [True, False])
def test_what_is_stated_is_valid_and_gives_the_weights_shown(
    tmp_path: Path, way: str, top_down: bool
) -> None:
    from policyscore.cli.weigh_plan import undertaking

    decision = small_decision(tmp_path)
    run = undertaking(
        decision, tmp_path.resolve(), "new", way, top_down=top_down, title=None, by=None,
        because=None,
    )  # fmt: skip
    course = interview(run.plans())
    while not course.complete and course.question is not None:
        course = course.answer(answer_for(course.question, len(course.steps) * 7 + 5))
    final = run.final(course)
    assert final is not None
    assert sum(final.criteria.values()) == pytest.approx(1)
    if way != "best-worst":
        assert final.criteria == pytest.approx(admissible_weights(course), abs=1e-9)
