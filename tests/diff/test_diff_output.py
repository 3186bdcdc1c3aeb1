"""What `diff` prints: the contract of its JSON, screens that fit, comments that a bot can post."""

import json
from collections.abc import Callable

import pytest
from diff_repository import Ran, Repository
from rich.cells import cell_len

Diff = Callable[..., Ran]


@pytest.fixture
def flipped(repository: Repository) -> Repository:
    """Under Even the ferry (60) leads the bridge (55); both edits together turn that."""
    repository.score("bridge", 84, 100)
    repository.score("ferry", 36, 50)
    return repository


def test_the_json_says_what_the_contract_says(flipped: Repository, diff: Diff) -> None:
    found = json.loads(diff(flipped.root, "-p", "even", "-f", "json").out)
    assert found["schema"] == "policyscore/diff/1"
    assert [edit["id"] for edit in found["edits"]] == ["e1", "e2"]
    [flip] = found["flips"]
    assert (flip["place"], flip["old"], flip["new"]) == (1, "ferry", "bridge")
    assert flip["smallest"] == [["e1", "e2"]]
    assert flip["undo"] == ["e1", "e2"]
    for option in found["options"]:
        change = option["new"]["value"] - option["old"]["value"]
        assert sum(option["by"].values()) == pytest.approx(change, abs=1e-9)
    lead = found["lead"]
    assert lead["old"] + sum(lead["by"].values()) == pytest.approx(lead["new"], abs=1e-9)
    assert lead["by_cause"] == {"scores": pytest.approx(6.0)}


def test_the_screen_says_who_is_first_and_why(flipped: Repository, diff: Diff) -> None:
    out = " ".join(diff(flipped.root, "-p", "even").out.split())
    assert "First place changes from A ferry to A bridge." in out
    assert "e1 and e2 together are enough for it." in out
    assert "Undoing any one of e1 or e2 would keep A ferry." in out


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_screen_fits(
    flipped: Repository,
    diff: Diff,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    encoding: str,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr("policyscore.cli.streams.encoding_of", lambda _: encoding)
    out = diff(flipped.root).out
    assert max(map(cell_len, out.splitlines())) <= max(width, 60)
    if encoding == "ascii":
        assert out.isascii()


def test_a_comment_has_its_marker_and_folded_detail(flipped: Repository, diff: Diff) -> None:
    text = diff(flipped.root, "-f", "github").out
    assert text.startswith("<!-- policyscore-diff -->\n")
    assert text.count("<details>") == text.count("</details>") > 0
    plain = diff(flipped.root, "-f", "markdown").out
    assert "<details>" not in plain
    assert "policyscore-diff" not in plain


def test_titles_cannot_break_out_of_the_markdown(repository: Repository, diff: Diff) -> None:
    repository.write(
        "options/ferry.yaml",
        'title: "</details> | @team <img src=x>"\nscores: {cost: 30, speed: 90}\n',
    )
    text = diff(repository.root, "-f", "github").out
    assert "<img" not in text
    assert "@team" not in text
    assert text.count("<details>") == text.count("</details>")
    assert "\\|" in text


def boat(number: int, cost: int) -> str:
    """An option with a very long title."""
    title = f"Boat {number} " + "very " * 50
    return f"title: {title}\nscores: {{cost: {cost}, speed: 1}}\n"


def test_a_long_comment_is_cut_and_says_so(repository: Repository, diff: Diff) -> None:
    for i in range(400):
        repository.write(f"options/boat-{i}.yaml", boat(i, 50))
    repository.commit("boats")
    for i in range(400):
        repository.write(f"options/boat-{i}.yaml", boat(i, i % 50))
    text = diff(repository.root, "-f", "github").out
    assert len(text.encode()) <= 60_000
    assert text.startswith("<!-- policyscore-diff -->\n")
    assert "Cut to fit into a comment" in text


def test_nothing_is_printed_if_only_material_changes_are_asked_for(
    repository: Repository, diff: Diff
) -> None:
    repository.score("ferry", 30, 51)
    ran = diff(repository.root, "--only-if-material", "-f", "github")
    assert (ran.code, ran.out) == (0, "")
    repository.score("ferry", 99, 0)
    assert diff(repository.root, "--only-if-material", "-f", "github").out != ""


def test_the_exit_code_tells_what_changed(repository: Repository, diff: Diff) -> None:
    repository.score("wait", 0, 15)  # Even: from 50 to 57.5, past the bridge, behind the ferry
    assert diff(repository.root, "-p", "even").code == 0
    assert diff(repository.root, "-p", "even", "--exit-code=order").code == 1
    assert diff(repository.root, "-p", "even", "--exit-code=first").code == 0
    repository.score("wait", 0, 40)
    assert diff(repository.root, "-p", "even", "--exit-code=first").code == 1


def test_an_option_that_came_or_went_is_said_to_reorder_nothing(
    repository: Repository, diff: Diff
) -> None:
    repository.write("options/swim.yaml", "title: Swim\nscores: {cost: 1, speed: 99}\n")
    out = " ".join(diff(repository.root, "-p", "even").out.split())
    assert "option Swim added" in out
    assert "An option that comes or goes changes no other option's total and reorders none" in out
    assert "Swim enters at rank 1, with 99.0." in out


def test_nothing_changed_is_said_so(repository: Repository, diff: Diff) -> None:
    out = diff(repository.root, "HEAD", "HEAD", "-p", "even").out
    assert "Nothing changed." in out


def test_comparing_profiles_imports_nothing_heavy(repository: Repository) -> None:
    import subprocess
    import sys

    program = (
        "import sys; from policyscore.cli import app; app.COMMANDS = ('diff',);"
        f"code = app.run(['-C', {str(repository.root)!r}, 'diff', 'even', 'hasty']);"
        "heavy = {'numpy', 'scipy', 'pandas'} & set(sys.modules);"
        "sys.exit(code or len(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
