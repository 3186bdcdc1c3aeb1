"""Where somebody new to `weigh` would stumble: what is left to be asked, and whose answers."""

from pathlib import Path

import pytest
from interview_cases import write_case

from policyscore.cli.app import run
from policyscore.cli.weigh_plan import undertaking
from policyscore.decision import load
from policyscore.elicitation.interview import interview
from policyscore.elicitation.session import begin
from policyscore.views.weigh.choosing import Setting
from policyscore.views.weigh.screen import screen

# Better than all others on every criterion, so who is first is settled from the start.
BEST = "title: Build a new one\nscores: {collapse: 0, rescue: 5, cost: 0, trust: 95}\n"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("enter",), "whatever you answer to the questions that are left."),
        (("space", "down", "space", "enter"), "whatever you answer to the question that is left."),
    ],
)
def test_one_question_is_said_to_be_left_only_if_none_can_follow(
    tmp_path: Path, keys: tuple[str, ...], words: str
) -> None:
    root = write_case(tmp_path)
    (root / "options/rebuild.yaml").write_text(BEST, "utf-8")
    decision = load(root)
    asked = undertaking(
        decision, root, "new", "order", top_down=False, title=None, by=None, because=None
    )
    session = begin(interview(asked.plans()), asked.look)
    for key in keys:
        session = session.pressed(key)
    assert session.mode == "settled"
    setting = Setting(decision.case, "new", "New", "order", replaces=False)
    lines = ["".join(text for _, text in line) for line in screen(setting, session, 80, 24)]
    assert words in " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("title: New\nelicited:\n  answers:\n    place 1: cost\n", "elicited", "2:1"),
        ("answers:\n  place 1: cost\n", "answers", "1:1"),
    ],
)
def test_answers_that_stand_deeper_are_told_where_to_stand(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    key: str,
    place: str,
) -> None:
    monkeypatch.chdir(write_case(tmp_path))
    (tmp_path / "answers.yaml").write_text(text, "utf-8")
    assert run(["weigh", "new", "--by", "order", "--answers", "answers.yaml"]) == 1
    err = " ".join(capsys.readouterr().err.split())
    assert f"answers.yaml:{place} error[missing-key] There is no answer to `place 1`." in err
    assert f"Answers stand at the top of the file, one a line, not under `{key}`" in err
    assert not (tmp_path / "weights/new.yaml").exists()
