"""Drafts: an interview taken up again is the interview that was broken off, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_cases import answer_for, small_decision, write_case

from policyscore.case.case import Case
from policyscore.cli.channels import OutputError
from policyscore.cli.weigh_drafts import FOLDER, drop_draft, load_draft, save_draft
from policyscore.decision import load
from policyscore.elicitation.drafts import draft_text, read_draft, resume
from policyscore.elicitation.interview import Interview, interview
from policyscore.elicitation.plans import PLANS, plans_for
from policyscore.elicitation.written import Occasion, answers_of, statement_of


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return small_decision(tmp_path_factory.mktemp("case")).case


def occasion(way: str) -> Occasion:
    return Occasion("2026-11-22", way, "Jane: hers", "Jane", "#1")


def begun(case: Case, way: str, numbers: list[int], *, top_down: bool) -> Interview:
    course = interview(plans_for(case.header.criteria, way, top_down=top_down))
    for number in numbers:
        if course.question is None:
            break
        skip = number % 4 == 0 and course.can_wait
        course = course.put_off() if skip else course.answer(answer_for(course.question, number))
    return course


def finished(course: Interview) -> Interview:
    while course.question is not None:
        course = course.answer(answer_for(course.question, len(course.question.key) * 13))
    return course


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(list(PLANS)), st.booleans(), st.lists(st.integers(0, 999), max_size=8))
def test_going_on_with_a_draft_is_as_if_it_had_not_been_broken_off(
    case: Case, way: str, top_down: bool, numbers: list[int]
) -> None:
    course = begun(case, way, numbers, top_down=top_down)
    text = draft_text(course, case, occasion(way), top_down=top_down)
    draft, findings = read_draft(text, "d")
    assert findings == []
    assert draft is not None
    assert (draft.way, draft.top_down, draft.on) == (way, top_down, "2026-11-22")
    assert (draft.title, draft.by, draft.because) == ("Jane: hers", "Jane", "#1")
    again = resume(draft, case)
    assert (again.changed, again.dropped) == ((), 0)
    assert again.course.answers == course.answers
    assert again.course.question == course.question
    assert finished(again.course).answers == finished(course).answers
    assert statement_of(finished(again.course)) == statement_of(finished(course))
    assert list(answers_of(again.course)) == list(answers_of(course))


def rescaled(tmp_path: Path, old: str, new: str) -> Case:
    root = write_case(tmp_path)
    header = root / "policyscore.yaml"
    text = header.read_text("utf-8")
    assert text.count(old) == 1
    header.write_text(text.replace(old, new), "utf-8")
    return load(root).case


def swing_draft(case: Case) -> str:
    course = interview(plans_for(case.header.criteria, "swing", top_down=False))
    course = course.answer("trust").answer(20.0).answer(30.0).answer(40.0)
    return draft_text(course, case, occasion("swing"), top_down=False)


def test_answers_about_a_scale_that_changed_are_asked_for_again(case: Case, tmp_path: Path) -> None:
    draft, _ = read_draft(swing_draft(case), "d")
    assert draft is not None
    changed = rescaled(tmp_path, "100: the whole budget", "100: twice the budget")
    resumed = resume(draft, changed)
    assert resumed.changed == ("cost",)
    question = resumed.course.question
    assert question is not None
    assert question.ask == "most", "which matters most was asked with the old scale in view"
    same = resumed.course.answer("trust")
    assert set(same.answers) == {"matters most", "collapse against trust", "rescue against trust"}
    assert same.question is not None
    assert same.question.key == "cost against trust"
    other = resumed.course.answer("rescue")
    assert list(other.answers) == ["matters most"], "the points were against another step"


def test_a_criterion_that_is_new_is_asked_about(case: Case, tmp_path: Path) -> None:
    draft, _ = read_draft(swing_draft(case).replace("cost: ", "price: ", 1), "d")
    assert draft is not None
    assert resume(draft, case).changed == ("cost",)
    assert tmp_path.exists()


GOOD = """\
draft: 1
when: 2026-11-22
way: swing
top-down: false
scales: {}
answers: {}
put-off: []
"""


def test_the_good_draft_of_these_tests_is_one() -> None:
    assert read_draft(GOOD, "d")[0] is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("draft: 1", "draft: 2"), ("draft: 1", "draft: true"), ("way: swing", "way: oracle"),
        ("way: swing", "way: [swing]"), ("way: swing", "way: swing\nby: [a]"),
        ("top-down: false", "top-down: no"),
        ("top-down: false", "top-down: 0"), ("scales: {}", "scales: {A B: x}"),
        ("scales: {}", "scales: []"), ("answers: {}", "answers: {a: [1]}"),
        ("answers: {}", "answers: {a: null}"), ("answers: {}", "answers: {a: .nan}\nanswers: {}"),
        ("answers: {}", "answers: {1: 2}"), ("answers: {}", 'answers: {a: "x\\ny"}'),
        ("put-off: []", "put-off: x"), ("put-off: []", "put-off: [1]"),
        ("when: ", "extra: 1\nwhen: "),
        ("when: 2026-11-22", "when: &a x"), ("when: 2026-11-22", 'when: "\\e[2J"'),
        ("when: 2026-11-22\n", ""), ("answers: {}", "answers: " + "{a: " * 40 + "1" + "}" * 40),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_not_taken_for_one(old: str, new: str) -> None:
    assert GOOD.count(old) == 1
    assert read_draft(GOOD.replace(old, new), "d")[0] is None


@pytest.mark.parametrize(
    "answers",
    [
        "{matters most: nobody}", "{matters most: 3}", "{cost against trust: 400}",
        "{matters most: trust, cost against trust: much}", "{zzz: 1, yyy: x}",
        "{matters most: trust, cost against trust: -1, rescue against trust: 1000000}",
    ],
)  # fmt: skip
def test_answers_that_are_none_are_passed_over(case: Case, answers: str) -> None:
    draft, _ = read_draft(GOOD.replace("answers: {}", f"answers: {answers}"), "d")
    assert draft is not None
    resumed = resume(draft, case)
    assert resumed.dropped > 0
    assert finished(resumed.course).complete


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 40))
def test_no_text_in_a_draft_is_too_much(case: Case, junk: str, at: int, cut: int) -> None:
    text = swing_draft(case)
    draft, findings = read_draft(text[:at] + junk + text[at + cut :], "d")
    if draft is not None:
        assert findings == []
        assert finished(resume(draft, case).course).complete


def test_a_draft_is_kept_inside_the_case_and_hidden_from_git(tmp_path: Path) -> None:
    root = write_case(tmp_path)
    assert load_draft(root, "new") == (None, False)
    save_draft(root, "new", GOOD)
    assert (root / FOLDER / ".gitignore").read_text("utf-8").splitlines()[-1] == "*"
    assert load_draft(root, "new")[0] is not None
    save_draft(root, "new", "junk")
    assert load_draft(root, "new") == (None, True)
    drop_draft(root, "new")
    drop_draft(root, "new")
    assert load_draft(root, "new") == (None, False)


@pytest.mark.parametrize("linked", [".policyscore", FOLDER, f"{FOLDER}/new.yaml"])
def test_no_link_is_followed(tmp_path: Path, linked: str) -> None:
    root = write_case(tmp_path / "case")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "drafts").mkdir()
    target = outside / "x.yaml"
    target.write_text("mine", "utf-8")
    (root / linked).parent.mkdir(parents=True, exist_ok=True)
    (root / linked).symlink_to(target if linked.endswith(".yaml") else outside)
    with pytest.raises(OutputError, match="is a link"):
        load_draft(root, "new")
    with pytest.raises(OutputError, match="is a link"):
        save_draft(root, "new", GOOD)
    assert target.read_text("utf-8") == "mine"
    assert sorted(p.name for p in outside.rglob("*")) == ["drafts", "x.yaml"]
