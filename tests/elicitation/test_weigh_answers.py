"""Without anybody to ask: answers from a file, and refusals in words."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from interview_cases import FILES, answer_for, write_case

from policyscore.cli.app import run
from policyscore.cli.weigh_plan import undertaking
from policyscore.decision import load
from policyscore.elicitation.interview import interview
from policyscore.elicitation.plans import PLANS
from policyscore.elicitation.written import answers_of
from policyscore.elicitation.yaml_text import mapping_lines
from policyscore.reading.yaml_reader import read_yaml

GOOD = """\
matters most: trust
collapse against trust: 30
rescue against trust: 10
cost against trust: 60.5
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_case(tmp_path / "case")
    monkeypatch.chdir(root)
    return root


def weigh(case: Path, text: str, *arguments: str, profile: str = "new") -> int:
    (case / "answers.yaml").write_text(text, "utf-8")
    return run(["weigh", profile, "--answers", "answers.yaml", *arguments])


def test_a_profile_from_a_file_of_answers(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert weigh(case, GOOD, "--title", "Fresh") == 0
    out, err = capsys.readouterr()
    assert out.startswith("weights/new.yaml\n")
    assert "Profile: Fresh" in out
    assert "git diff" not in err  # it is new
    assert load(case).weights["new"].criteria["cost"] == pytest.approx(60.5 / 200.5)
    assert weigh(case, GOOD, "--yes") == 0
    assert "git diff weights/new.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("way", PLANS)
@pytest.mark.parametrize("top_down", ["--top-down", "--flat"])
def test_the_answers_that_a_profile_keeps_give_its_weights_again(
    case: Path, way: str, top_down: str
) -> None:
    root = case.resolve()
    run_ = undertaking(
        load(case), root, "new", way, top_down=top_down == "--top-down", title=None, by=None,
        because=None,
    )  # fmt: skip
    course = interview(run_.plans())
    while course.question is not None:
        course = course.answer(answer_for(course.question, len(course.steps) * 7 + 4))
    text = "\n".join(mapping_lines(answers_of(course), 0)) + "\n"
    assert weigh(case, text, "--by", way, top_down) == 0
    first = (case / "weights" / "new.yaml").read_text("utf-8")
    document, _ = read_yaml(first, "p")
    assert document is not None
    elicited = document.data["elicited"]
    assert isinstance(elicited, dict)
    assert elicited["way"] == way
    answers = elicited["answers"]
    assert isinstance(answers, dict)
    again = "\n".join(mapping_lines({str(k): v for k, v in answers.items()}, 0)) + "\n"
    assert weigh(case, again, "--by", way, top_down, profile="again") == 0
    decision = load(case)
    assert decision.weights["again"].criteria == decision.weights["new"].criteria
    assert weigh(case, again, "--by", way, top_down, "--yes") == 0
    assert (case / "weights" / "new.yaml").read_text("utf-8") == first


def test_nothing_is_replaced_without_being_told_to(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert weigh(case, GOOD, profile="mayor") == 2
    assert "`--yes` replaces its weights" in capsys.readouterr().err
    assert (case / "weights" / "mayor.yaml").read_text("utf-8") == FILES["weights/mayor.yaml"]
    assert weigh(case, GOOD, "--yes", profile="mayor") == 0
    assert "# this one was debated" in (case / "weights" / "mayor.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (GOOD.replace("trust: 30", "trust: 300"), "2:25 error[out-of-range] `collapse against"),
        (GOOD.replace("trust: 30", "trust: much"), "2:25 error[not-a-number]"),
        (GOOD.replace("most: trust", "most: trusd"), "1:15 error[unknown-criterion]"),
        (GOOD.replace("collapse", "colapse"), "2:1 error[unknown-key]"),
        (GOOD.replace("collapse against trust: 30\n", ""), "error[missing-key] There is no answer"),
        (GOOD + "more: 1\n", "5:1 error[unknown-key]"),
        (GOOD + "1: 1\n", "5:1 error[unknown-key]"),
        (GOOD.replace("trust: 30", "trust: [30]"), "error[not-a-number]"),
        (GOOD + "matters most: trust\n", "error[duplicate-key]"),
        ("place 1: trust\n", "error[missing-key]"),
        ("- trust\n", "error[not-a-mapping]"),
        ("", "error[empty-file]"),
        ("a: &a 1\n", "error[alias]"),
        ("{" * 50, "error["),
        ("a: " + "[" * 60, "error["),
        ("\0", "error[control-character]"),
        ("matters most: trust\n" + "".join(f"k{n}: 1\n" for n in range(9000)), "error["),
    ],
)
def test_wrong_answers_are_findings_at_their_place(
    case: Path, text: str, finding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert weigh(case, text) == 1
    err = capsys.readouterr().err
    assert f"answers.yaml:{finding}" in err or (finding[0] == "e" and finding in err)
    assert len(err) < 100_000
    assert not (case / "weights" / "new.yaml").exists()


def test_the_first_profile_of_a_case(case: Path) -> None:
    shutil.rmtree(case / "weights")
    assert weigh(case, GOOD) == 0
    assert list(load(case).weights) == ["new"]


def test_a_formula_in_the_file_holds(case: Path) -> None:
    path = case / "weights" / "mayor.yaml"
    path.write_text(
        "title: T\norder: [trust, cost, collapse, rescue]\nformula: equal # so\n", "utf-8"
    )
    text = "place 1: cost\nplace 2: trust\nplace 3: rescue\n"
    assert weigh(case, text, "--by", "order", "--yes", profile="mayor") == 0
    assert "formula: equal # so" in path.read_text("utf-8")
    assert set(load(case).weights["mayor"].criteria.values()) == {0.25}


def test_a_file_that_is_not_there(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["weigh", "new", "--answers", "none.yaml"]) == 1
    assert "none.yaml:1:1 error[missing-file]" in capsys.readouterr().err
    assert run(["weigh", "new", "--answers", "weights"]) == 1
    assert case.exists()


@pytest.mark.parametrize(
    "name", ["../x", "weights/x.yaml", "X", "", "a b", "/etc/x", "x.yaml", "true", "a" * 65]
)
def test_a_profile_is_an_id_and_never_a_path(
    case: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["weigh", name, "--answers", "answers.yaml"]) == 2
    assert "PROFILE is an id, not a path" in capsys.readouterr().err
    assert sorted(p.name for p in (case / "weights").iterdir()) == ["mayor.yaml"]


@pytest.mark.parametrize("option", ["--title", "--as", "--because"])
@pytest.mark.parametrize("text", ["", "  ", "a\nb", "\x1b[31m", "x" * 301, "a\u202eb"])
def test_texts_are_single_lines_that_can_be_shown(case: Path, option: str, text: str) -> None:
    assert weigh(case, GOOD, option, text) == 2
    assert not (case / "weights" / "new.yaml").exists()


def test_without_a_terminal_it_refuses(case: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "policyscore", "weigh", "new"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
        cwd=case,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"no terminal here" in done.stderr
    assert b"--answers FILE" in done.stderr


def test_answers_need_no_prompt_library(case: Path) -> None:
    (case / "answers.yaml").write_text(GOOD, "utf-8")
    code = (
        "import sys; from policyscore.cli.app import run; "
        "code = run(['weigh', 'new', '--answers', 'answers.yaml']); "
        "assert 'prompt_toolkit' not in sys.modules; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60, cwd=case
    )
    assert done.returncode == 0, done.stderr
