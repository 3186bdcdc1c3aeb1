"""The screen fits any terminal, says what is asked, and holds nothing that a terminal obeys."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_cases import small_decision
from rich.cells import cell_len

from policyscore.cli.weigh_plan import Undertaking, undertaking
from policyscore.decision import Decision
from policyscore.elicitation.interview import interview
from policyscore.elicitation.plans import PLANS
from policyscore.elicitation.session import Session, begin
from policyscore.views.weigh.choosing import Setting
from policyscore.views.weigh.lines import clip, fill, paragraph, segments, wrap
from policyscore.views.weigh.screen import screen

KEYS = ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "enter",
        "enter", "space", "tab", "backspace", "s", "b", "f", "?", "5", "9", "0", "."]  # fmt: skip
SIZES = [(1, 1), (10, 3), (20, 6), (40, 10), (60, 15), (80, 24), (116, 20), (140, 40), (300, 100)]


@pytest.fixture(scope="module")
def decision(tmp_path_factory: pytest.TempPathFactory) -> Decision:
    return small_decision(tmp_path_factory.mktemp("case"))


def run_of(decision: Decision, way: str, *, top_down: bool) -> Undertaking:
    return undertaking(
        decision, decision.root or Path(), "new", way, top_down=top_down, title=None, by=None,
        because=None,
    )  # fmt: skip


def begun(decision: Decision, way: str, *, top_down: bool = False) -> tuple[Setting, Session]:
    run = run_of(decision, way, top_down=top_down)
    setting = Setting(decision.case, "new", "New", way, replaces=False)
    return setting, begin(interview(run.plans()), run.look)


def shown(setting: Setting, session: Session, width: int = 80, height: int = 24) -> str:
    lines = screen(setting, session, width, height)
    return " ".join(" ".join("".join(text for _, text in line) for line in lines).split())


def pressed(session: Session, *keys: str) -> Session:
    for key in keys:
        session = session.pressed(key)
    return session


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.sampled_from(list(PLANS)),
    st.booleans(),
    st.lists(st.sampled_from(KEYS), max_size=40),
    st.sampled_from(SIZES),
)
def test_no_key_breaks_a_screen_of_any_size(
    decision: Decision, way: str, top_down: bool, keys: list[str], size: tuple[int, int]
) -> None:
    setting, session = begun(decision, way, top_down=top_down)
    for key in keys:
        if session.outcome is not None:
            break
        session = session.pressed(key)
        lines = screen(setting, session, *size)
        assert len(lines) <= size[1]
        for line in lines:
            assert cell_len("".join(text for _, text in line)) <= size[0]
            assert all(text.isprintable() for _, text in line)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (140, 40)])
def test_what_can_be_chosen_is_always_in_view(decision: Decision, size: tuple[int, int]) -> None:
    setting, session = begun(decision, "swing")
    settled = pressed(session, "end", "enter", "end", "enter")
    assert settled.mode == "settled"
    assert "> Go on with Time" in shown(setting, settled, *size)
    assert "Stop here and keep the answers" in shown(setting, settled, *size)
    review = pressed(settled, "enter", "5", "enter", "5", "enter")
    assert review.mode == "review"
    assert "> Write it" in shown(setting, review, *size)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (140, 40)])
def test_the_top_of_the_ranking_is_in_view_after_each_answer(
    decision: Decision, size: tuple[int, int]
) -> None:
    setting, session = begun(decision, "swing")
    session = pressed(session, "down", "down", "enter")
    assert "1 Keep it open 100.0" in shown(setting, session, *size)
    session = pressed(session, "5", "0", "enter")
    assert "1 Close it 85.0" in shown(setting, session, *size)


def test_the_ends_of_a_scale_are_said_in_words_with_the_worst_first(decision: Decision) -> None:
    setting, session = begun(decision, "swing")
    assert "from one in ten to none" in shown(setting, session)
    session = pressed(session, "down")
    words = "from by the motorway (30 minutes) to five (5 minutes)"
    assert words in shown(setting, session)
    assert "from no longer to fully" in shown(setting, pressed(session, "end"))


def test_groups_are_asked_about_as_all_their_criteria_together(decision: Decision) -> None:
    setting, session = begun(decision, "swing", top_down=True)
    assert "Within Safety: Suppose" in shown(setting, session)
    session = pressed(session, "enter", "5", "enter")
    assert "Which group or criterion would you move to its best first?" in shown(setting, session)
    assert "Risk of collapse and Time to the hospital, all from worst to best together" in shown(
        setting, session
    )


def test_a_contradiction_is_said_before_anything_is_written(decision: Decision) -> None:
    setting, session = begun(decision, "pairwise")
    while session.mode != "review":
        session = pressed(session, *(["enter"] if session.mode == "settled" else ["3", "enter"]))
        if session.entry is not None and session.entry.level is None:
            session = pressed(session, "up")
    session = pressed(session, "down", "enter", "up", "9", "enter", "up", "9", "enter")
    assert session.mode == "review"
    assert "contradict each other" in shown(setting, session)
    assert "more" not in session.choices


def test_finishing_is_offered_once_only_checks_are_left(decision: Decision) -> None:
    setting, session = begun(decision, "pairwise")
    assert "f finishes" not in shown(setting, session)
    assert pressed(session, "f") == session
    while session.mode != "review":
        session = pressed(session, *(["enter"] if session.mode == "settled" else ["3", "enter"]))
        if session.entry is not None and session.entry.level is None:
            session = pressed(session, "up")
    checking = pressed(session, "down", "enter")
    assert "f finishes" in shown(setting, checking)
    assert pressed(checking, "f").mode == "review"


def test_what_was_gone_back_over_is_offered_again_and_kept(decision: Decision) -> None:
    _, session = begun(decision, "swing")
    session = pressed(session, "enter", "5", "enter", "7", "enter")
    back = pressed(session, "b", "b")
    assert back.entry is not None
    assert back.entry.typed == "5"
    assert back.kept.answers.keys() == session.course.answers.keys()
    assert pressed(back, "enter").entry == pressed(session, "b").entry
    other = pressed(back, "b", "end", "enter")
    assert other.entry is not None
    assert other.entry.typed == "", "it was judged against another step"


def test_there_is_nothing_before_the_first_question(decision: Decision) -> None:
    setting, session = begun(decision, "order")
    assert "nothing to go back to" in shown(setting, pressed(session, "b"))
    assert "This question comes first" in shown(setting, pressed(session, "s"))


def test_words_are_broken_by_the_columns_they_take() -> None:
    assert wrap("住民の信頼 ab cd", 6) == ["住民の", "信頼", "ab cd"]
    assert clip("住民の信頼", 5) == "住民…"
    assert cell_len(fill("住民", 5)) == 5
    assert paragraph("a b c d", 1, most=2) == [[("", "a")], [("", "…")]]
    assert [line[0][1] for line in segments(["aa", "bb", "cc"], 8)] == ["aa   bb", "cc"]
