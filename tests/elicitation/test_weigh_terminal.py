"""The whole program at a keyboard: a pseudo-terminal, keys in, the screen read back."""

import re
import signal
from pathlib import Path

import pytest
from interview_cases import FILES, write_case
from weigh_terminal import Terminal, weigh

from policyscore.decision import load

MOST = "Which one would you move to its best first?"
POINTS = "If the first step is worth 100, how much is the second?"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "case")


def draft(case: Path, profile: str = "new") -> Path:
    return case / ".policyscore" / "drafts" / f"{profile}.yaml"


def to_review(terminal: Terminal) -> Terminal:
    """Answer all: cost first, then 50, 20 and 0 points."""
    terminal.see(MOST)
    terminal.press("down", "down").see("> Cost")
    terminal.press("enter").see(POINTS, "Risk of collapse", "1 of 4 answered")
    terminal.press("5", "0", "enter").see("2 of 4 answered")
    return terminal


def test_a_profile_by_arrows_and_typing(case: Path) -> None:
    with weigh(case, "new", "--as", "Jane", "--because", "She was asked: twice") as terminal:
        text = terminal.see(MOST, "from one in ten to none", "> Risk of collapse")
        assert "Ranking" not in text, "nothing has been said yet"
        to_review(terminal)
        seen = terminal.see("Time to the hospital", "from by the motorway (30 minutes)")
        assert "Weights so far" in seen
        assert "Cost 67%" in seen
        assert "not asked yet" in seen
        assert "Ranking so far" in seen
        terminal.press("2", "1", "backspace", "2", "down", "down", "enter").see("3 of 4 answered")
        terminal.press("home", "up", "right", "pageup", "left", "enter")
        seen = terminal.see("Write weights/new.yaml?", "By group:")
        assert "Weights so far" not in seen
        terminal.press("enter")
        code, after = terminal.end()
    assert code == 0
    assert after.startswith("weights/new.yaml\n")
    assert "Weights: Cost" in after
    assert "policyscore rank new" in after
    assert "git diff" not in after  # it is new
    decision = load(case)
    assert decision.case.profiles["new"].by == "Jane"
    assert decision.case.profiles["new"].because == "She was asked: twice"
    written = (case / "weights" / "new.yaml").read_text("utf-8")
    assert "swing:\n  cost: 100\n  collapse: 50\n  rescue: 20\n  trust: 11\n" in written
    assert not draft(case).exists()


def test_back_skip_and_help(case: Path) -> None:
    with weigh(case, "new") as terminal:
        to_review(terminal)
        terminal.press("b").see("Points: 50", "1 of 4 answered")
        terminal.press("up", "enter").see("2 of 4 answered", "Time to the hospital")
        terminal.press("s").see("(trust)", "2 of 4 answered")
        terminal.press("?").see("any key goes on", "with all else at its worst")
        terminal.press("x").see("(trust)")
        terminal.press("enter").see("Give an answer first")
        terminal.press("7", "7", "7", "enter").see("777 is not between 0 and 100")
        terminal.press("backspace", "enter").see("3 of 4 answered", "Time to the hospital")
        terminal.press("s").see("This is the last question left")
        terminal.press("b", "b").see("Time to the hospital", "2 of 4 answered")
        terminal.press("9", "enter").see("(trust)", "Points: 77")
        terminal.press("enter").see("Write weights/new.yaml?")
        terminal.press("down", "enter").see("Points: 77")
        terminal.press("enter").see("Write weights/new.yaml?")
        terminal.press("up", "enter")
        assert terminal.end()[0] == 0
    written = (case / "weights" / "new.yaml").read_text("utf-8")
    assert "cost: 100\n  trust: 77\n  collapse: 51\n  rescue: 9\n" in written


@pytest.mark.parametrize(("key", "code"), [("ctrl-c", 130), ("q", 0), ("ctrl-d", 0)])
def test_stopping_loses_nothing_and_the_next_run_goes_on(case: Path, key: str, code: int) -> None:
    with weigh(case, "new") as terminal:
        to_review(terminal)
        terminal.press(key)
        ended, after = terminal.end()
    assert ended == code
    assert "your answers are kept in .policyscore/drafts/new.yaml" in after
    assert "`policyscore weigh new` goes on" in after
    assert ("Interrupted." in after) == (code == 130)
    assert not (case / "weights" / "new.yaml").exists()
    with weigh(case, "new") as terminal:
        terminal.see("2 of 4 questions so far", "> Go on")
        terminal.press("enter").see("Time to the hospital", "2 of 4 answered")
        terminal.press("1", "enter").see("3 of 4 answered")
        terminal.press("2", "enter").see("Write weights/new.yaml?")
        terminal.press("enter")
        assert terminal.end()[0] == 0
    assert "collapse: 50\n  trust: 2\n  rescue: 1\n" in (case / "weights" / "new.yaml").read_text(
        "utf-8"
    )
    assert not draft(case).exists()


def test_going_back_and_being_interrupted_keeps_the_answers_gone_back_over(case: Path) -> None:
    with weigh(case, "new") as terminal:
        to_review(terminal)
        terminal.press("9", "enter").see("3 of 4 answered")
        terminal.press("b", "b").see("Points: 50")
        terminal.press("4", "backspace", "backspace", "1", "enter").see("Points: 9")
        terminal.press("ctrl-c")
        assert terminal.end()[0] == 130
    kept = draft(case).read_text("utf-8")
    assert "collapse against cost: 501" not in kept
    assert "collapse against cost: 51" in kept
    assert "rescue against cost: 9" in kept


def test_nothing_answered_is_nothing_kept(case: Path) -> None:
    with weigh(case, "new") as terminal:
        terminal.see(MOST)
        terminal.press("ctrl-c")
        code, after = terminal.end()
    assert code == 130
    assert "Nothing was answered" in after
    assert not draft(case).exists()


def test_it_says_when_who_is_first_is_settled(case: Path) -> None:
    with weigh(case, "new") as terminal:
        terminal.see(MOST)
        terminal.press("end", "enter").see("1 of 4 answered", "Risk of collapse")
        terminal.press("end", "enter").see("2 of 4 answered")
        terminal.see("Who is first is settled: Build a new one", "needs an answer to every")
        terminal.press("b").see("Points: 100", "1 of 4 answered")
        terminal.press("enter").see("Who is first is settled")
        terminal.press("down", "enter")
        code, after = terminal.end()
        assert (code, "answers are kept" in after) == (0, True)
    assert not (case / "weights" / "new.yaml").exists()
    with weigh(case, "new") as terminal:
        terminal.see("2 of 4 questions so far")
        terminal.press("enter").see("Who is first is settled")
        terminal.press("enter").see("Time to the hospital", "who is first is settled")
        terminal.press("3", "enter").see("3 of 4 answered")
        terminal.press("3", "enter").see("Write weights/new.yaml?")
        terminal.press("enter")
        assert terminal.end()[0] == 0


def test_an_existing_file_is_asked_about_and_keeps_its_comments(case: Path) -> None:
    path = case / "weights" / "mayor.yaml"
    with weigh(case, "mayor", "--title", "The new mayor") as terminal:
        to_review(terminal).press("5", "enter").see("3 of 4 answered")
        terminal.press("6", "enter").see("Replace the weights in weights/mayor.yaml?")
        terminal.see("> Stop here")
        terminal.press("enter")  # once too often
        assert terminal.end()[0] == 0
    assert path.read_text("utf-8") == FILES["weights/mayor.yaml"]
    with weigh(case, "mayor", "--title", "The new mayor", "--yes") as terminal:
        terminal.see("4 of 4 questions so far")
        terminal.press("enter")
        assert terminal.end()[0] == 0
    written = path.read_text("utf-8")
    old = FILES["weights/mayor.yaml"]
    assert written.startswith(
        old[: old.index("swing")].replace("title: The mayor", "title: The new mayor")
    )
    for line in ("trust: 6     # first of all", "cost:  100", "# this one was debated"):
        assert line in written
    assert load(case).case.profiles["mayor"].title == "The new mayor"


def test_an_existing_file_is_replaced_when_that_is_chosen(case: Path) -> None:
    with weigh(case, "mayor") as terminal:
        to_review(terminal).press("5", "enter").see("3 of 4 answered")
        terminal.press("6", "enter").see("Replace the weights in weights/mayor.yaml?")
        terminal.press("home", "enter")
        assert terminal.end()[0] == 0
    assert "cost:  100" in (case / "weights" / "mayor.yaml").read_text("utf-8")


def test_an_order_with_ties_in_a_narrow_terminal_without_colour(case: Path) -> None:
    with weigh(case, "new", "--by", "order", columns=40, lines=10, NO_COLOR="1") as terminal:
        terminal.see("Place 1")
        terminal.press(" ", "down", "down", " ", "enter").see("Who is first is settled", "> Go on")
        terminal.press("enter").see("Which of the rest", "> Time to the hospital")
        terminal.press("down", "enter").see("Write weights/new.yaml?")
        terminal.press("enter")
        code, _ = terminal.end()
        inside = terminal.sent.decode("utf-8").partition("\x1b[?1049l")[0]
    assert code == 0
    styles = {code for style in re.findall(r"\x1b\[([\d;]*)m", inside) for code in style.split(";")}
    assert styles <= {"", "0", "1", "4", "7"}, "no colour"
    text = (case / "weights" / "new.yaml").read_text("utf-8")
    assert "order:\n  - [collapse, cost]\n  - trust\n  - rescue\n" in text


@pytest.mark.parametrize(
    ("by", "written"), [("pairwise", "collapse over rescue: 3"), ("best-worst", "rescue: 3")]
)
def test_comparing_group_by_group(case: Path, by: str, written: str) -> None:
    with weigh(case, "new", "--by", by, "--top-down", columns=100, lines=30) as terminal:
        terminal.see("Within Safety")
        if by == "best-worst":
            terminal.press("enter")
        terminal.see("Risk of collapse", "Time to the hospital", "not answered yet")
        terminal.press("up", "3").see("matters moderately more: 3 times")
        terminal.press("enter").see("all from worst to best together")
        if by == "pairwise":
            terminal.press("2", "enter").see("Who is first is settled", "Go on with People")
            terminal.press("enter").see("2 of 3 answered", "not answered yet")
            terminal.press("2", "enter").see("Write weights/new.yaml?")
            terminal.press("down", "enter").see("f finishes")
            terminal.press("down", "tab", "9", "enter")
        else:
            terminal.press("down", "enter").see("matters least")
            terminal.press("enter", "2", "enter", "2", "enter", "2", "enter")
        terminal.see("Write weights/new.yaml?")
        terminal.press("home", "enter")
        assert terminal.end()[0] == 0
    text = (case / "weights" / "new.yaml").read_text("utf-8")
    assert f"{by}:" in text
    assert "within:\n  safety:\n" in text
    assert f" {written}\n" in text.partition("scales:")[0]


def test_another_size_on_the_way(case: Path) -> None:
    with weigh(case, "new", columns=140, lines=40) as terminal:
        to_review(terminal)
        seen = terminal.see("Weights so far", "Ranking so far", "Only what you have answered")
        assert "not asked yet" in seen
        terminal.resize(40, 10)
        terminal.press("5").see("Points: 5", "? help")
        terminal.press("q")
        assert terminal.end()[0] == 0


def test_titles_cannot_command_the_terminal(case: Path) -> None:
    header = case / "policyscore.yaml"
    text = header.read_text("utf-8")
    header.write_text(
        text.replace("title: Cost", 'title: "Cost \\u00ad\\u200b[31m住民\\ud83d"'), "utf-8"
    )
    header.write_text(text.replace("title: Cost", 'title: "Co\\u200bst\\u00ad [31m"'), "utf-8")
    with weigh(case, "new") as terminal:
        terminal.see(MOST, "Co\\u200bst\\xad [31m")
        terminal.press("q")
        assert terminal.end()[0] == 0


def test_it_goes_on_where_answers_cannot_be_kept_and_says_so(case: Path) -> None:
    (case / ".policyscore").write_text("in the way", "utf-8")
    with weigh(case, "new") as terminal:
        terminal.see(MOST)
        terminal.press("enter").see("Your answers cannot be kept", "1 of 4 answered")
        terminal.press("q")
        code, after = terminal.end()
    assert code == 0
    assert "are kept in" not in after


def test_who_and_why_are_remembered_with_the_answers(case: Path) -> None:
    with weigh(case, "new", "--as", "Jane", "--because", "So", "--title", "Hers") as terminal:
        to_review(terminal).press("1", "enter").see("3 of 4 answered")
        terminal.press("q")
        assert terminal.end()[0] == 0
    with weigh(case, "new", "--title", "Mine", "--yes") as terminal:
        terminal.see("Weighing: Mine", "3 of 4 questions so far")
        terminal.press("enter").see("(trust)")
        terminal.press("0", "enter")
        assert terminal.end()[0] == 0
    profile = load(case).case.profiles["new"]
    assert (profile.title, profile.by, profile.because) == ("Mine", "Jane", "So")


def test_an_interrupt_from_outside_loses_nothing_either(case: Path) -> None:
    with weigh(case, "new") as terminal:
        to_review(terminal)
        terminal.process.send_signal(signal.SIGINT)
        code, after = terminal.end()
    assert code == 130
    assert "answers are kept" in after
    assert "collapse against cost: 50" in draft(case).read_text("utf-8")


def test_a_file_that_appears_in_the_meantime_is_not_overwritten(case: Path) -> None:
    path = case / "weights" / "new.yaml"
    with weigh(case, "new") as terminal:
        to_review(terminal).press("5", "enter").see("3 of 4 answered")
        terminal.press("6", "enter").see("Write weights/new.yaml?")
        path.write_text("title: Somebody else's\n", "utf-8")
        terminal.press("enter")
        code, after = terminal.end()
    assert code == 2
    assert "has appeared in the meantime" in after
    assert path.read_text("utf-8") == "title: Somebody else's\n"
    assert draft(case).exists()


def test_starting_again_leaves_the_draft_until_the_first_answer(case: Path) -> None:
    with weigh(case, "new") as terminal:
        to_review(terminal)
        terminal.press("q")
        assert terminal.end()[0] == 0
    kept = draft(case).read_text("utf-8")
    with weigh(case, "new") as terminal:
        terminal.see("2 of 4 questions so far")
        terminal.press("down", "enter").see(MOST, "0 answered")
        assert draft(case).read_text("utf-8") == kept
        terminal.press("end", "enter").see("1 of 4 answered")
        terminal.press("q")
        assert terminal.end()[0] == 0
    assert "matters most: trust" in draft(case).read_text("utf-8")
    with weigh(case, "new", "--fresh", "--by", "order") as terminal:
        terminal.see(MOST, "by order")
        terminal.press("q")
        assert terminal.end()[0] == 0
    with weigh(case, "new", "--by", "order") as terminal:
        code, after = terminal.end()
    assert code == 2
    assert "start again with `--fresh`" in after
