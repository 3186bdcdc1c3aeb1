"""`git-setup` with real git: what git shows of weights files, and that nothing else changes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from diff_repository import Ran, Repository

import policyscore
from policyscore.cli.app import run

Setup = Callable[..., Ran]
HASTIER = "title: Hasty\npoints:\n  cost: 10\n  speed: 30\n"
SLOWER = "title: Hasty\npoints: {cost: 3, speed: 1}\n"


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as somebody without any configuration has it, and the program where git can run it."""
    for name in ("GIT_EXTERNAL_DIFF", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(Path(policyscore.__file__).resolve().parents[1]))


@pytest.fixture
def setup(capsys: pytest.CaptureFixture[str]) -> Setup:
    """Runs `policyscore git-setup` and gives what it printed."""

    def set_up(place: Path, *arguments: str) -> Ran:
        code = run(["-C", str(place), "git-setup", *arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return set_up


def state(root: Path, case: str = ".") -> tuple[bytes | None, bytes]:
    attributes = root / case / ".gitattributes"
    kept = attributes.read_bytes() if attributes.exists() else None
    return kept, (root / ".git" / "config").read_bytes()


def test_git_diff_shows_normalised_weights(repository: Repository, setup: Setup) -> None:
    assert setup(repository.root).code == 0
    repository.write("weights/hasty.yaml", HASTIER)
    shown = repository.git("diff", "--no-ext-diff")
    assert "-weight of speed: 0.666667\n+weight of cost: 0.250000\n+weight of speed: 0.75" in shown
    assert "points:" not in shown
    assert "+weight of speed: 0.750000" in repository.git("diff")


def test_weights_stated_by_other_numbers_are_no_change(
    repository: Repository, setup: Setup
) -> None:
    setup(repository.root)
    repository.write("weights/hasty.yaml", "title: Hasty\npoints: {speed: 20, cost: 10}\n")
    assert "@@" not in repository.git("diff", "--no-ext-diff")


def test_the_log_shows_normalised_weights(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    repository.write("weights/hasty.yaml", HASTIER)
    repository.commit("hastier")
    shown = repository.git("log", "-p", "--", "weights/hasty.yaml")
    assert "+weight of speed: 0.750000" in shown
    assert "+weight of speed: 0.666667" in shown, "the commit that made the file"
    assert "points:" not in shown


def test_ext_diff_shows_the_effect_on_the_ranking(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    repository.write("weights/hasty.yaml", SLOWER)
    effect = "First place changes from A bridge to Wait"
    shown = repository.git("diff", "--ext-diff")
    assert effect in " ".join(shown.split())
    assert "→ the working tree" in shown
    assert "weight of cost: 0.750000" in shown
    repository.commit("slower")
    assert effect in " ".join(repository.git("log", "-p", "--ext-diff", "-1").split())
    assert effect not in " ".join(repository.git("log", "-p", "-1").split())


def test_a_case_in_a_subdirectory(tmp_path: Path, setup: Setup) -> None:
    made = Repository(tmp_path / "outer")
    made.git("init", "--quiet")
    made.write_case("some cases/the one")
    made.commit("the case")
    assert setup(made.root / "some cases" / "the one" / "weights").code == 0
    made.write("some cases/the one/weights/hasty.yaml", SLOWER)
    inner = Repository(made.root / "some cases")
    for shown in (made.git("diff"), inner.git("diff", "--relative")):
        assert "+weight of cost: 0.750000" in shown
        assert "First place changes" in shown
    assert not (made.root / ".gitattributes").exists()


def test_two_cases_in_a_repository_are_told_apart(tmp_path: Path, setup: Setup) -> None:
    made = Repository(tmp_path / "outer")
    made.git("init", "--quiet")
    made.write_case("one")
    made.write_case("two")
    for path in sorted((made.root / "two").rglob("*.yaml")):
        path.write_text(path.read_text("utf-8").replace("cost", "price"), "utf-8")
    made.commit("the cases")
    before = state(made.root, "one")
    for case in ("one", "two"):
        assert setup(made.root / case).code == 0
    shown = made.git("log", "-p")
    assert "+weight of cost: 0.5" in shown
    assert "+weight of price: 0.5" in shown
    setup(made.root / "two", "--undo")
    assert "+weight of cost: 0.5" in made.git("log", "-p"), "the other case stays set up"
    setup(made.root / "one", "--undo")
    assert state(made.root, "one") == before


def test_a_file_that_cannot_be_weighed_is_shown_as_it_is(
    repository: Repository, setup: Setup
) -> None:
    setup(repository.root)
    for text in ("title: Hasty\npoints: {cots: 1}\n", "]: not yaml\n", "points: [\x07\n", ""):
        repository.write("weights/hasty.yaml", text)
        shown = repository.git("diff", "--no-ext-diff")
        assert "-weight of speed: 0.666667" in shown
        assert all(f"+{line}" in shown for line in text.splitlines()[-1:])
        assert repository.git("diff")
    repository.commit("broken")
    assert "-weight of speed: 0.666667" in repository.git("log", "-p", "-1")


def test_added_and_dropped_files_are_shown(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    (repository.root / "weights" / "hasty.yaml").unlink()
    repository.write("weights/calm.yaml", SLOWER.replace("Hasty", "Calm"))
    repository.git("add", "--all")
    shown = repository.git("diff", "--cached", "--no-renames")
    assert "+++ /dev/null" in shown
    assert "--- /dev/null" in shown
    assert "+weight of cost: 0.750000" in shown
    assert "on one side only" in shown


def test_a_renamed_file_is_compared_with_what_it_was(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    repository.git("mv", "weights/hasty.yaml", "weights/quick.yaml")
    changed = "title: Hasty\npoints:\n  cost: 9\n  speed: 2\n"
    repository.write("weights/quick.yaml", changed)
    repository.git("add", "--all")
    shown = repository.git("diff", "--cached", "--find-renames=20%")
    assert "First place changes" in shown


def test_a_case_with_errors_does_not_stop_git(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    repository.write("weights/hasty.yaml", SLOWER)
    repository.write("options/ferry.yaml", "title: A ferry\nscores: {cost: dear}\n")
    shown = repository.git("diff")
    assert "files of the case have errors" in shown
    assert "+scores: {cost: dear}" in shown, "git goes on to the other files"


def test_a_conflict_does_not_stop_git(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    repository.git("checkout", "-q", "-b", "other")
    repository.write("weights/hasty.yaml", SLOWER)
    repository.commit("slower")
    repository.git("checkout", "-q", "main")
    repository.write("weights/hasty.yaml", HASTIER)
    repository.commit("hastier")
    with pytest.raises(Exception, match="non-zero exit"):
        repository.git("merge", "-q", "other")
    assert repository.git("diff")
    assert "Unmerged path weights/hasty.yaml" in repository.git("diff", "--cached")


def test_git_goes_on_without_the_program(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    config = repository.root / ".git" / "config"
    text = config.read_text("utf-8")
    config.write_text(text.replace("-P -m policyscore", "-P -m no_such_program"), "utf-8")
    repository.write("weights/hasty.yaml", HASTIER)
    for options in ((), ("--no-ext-diff",)):
        assert "+  speed: 30" in repository.git("diff", *options)


def test_a_package_of_the_repository_is_never_run(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    repository.write("policyscore/__init__.py", "")
    repository.write("policyscore/__main__.py", "open('hijacked', 'w')\n")
    repository.write("weights/hasty.yaml", HASTIER)
    assert "+weight of speed: 0.750000" in repository.git("diff")
    assert not (repository.root / "hijacked").exists()


def test_a_diff_program_that_is_asked_for_is_used(
    repository: Repository, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup(repository.root)
    repository.write("weights/hasty.yaml", HASTIER)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "echo mine")
    assert repository.git("diff").startswith("mine weights/hasty.yaml ")


def test_setting_up_twice_changes_nothing(repository: Repository, setup: Setup) -> None:
    setup(repository.root)
    before = state(repository.root)
    again = setup(repository.root)
    assert again == (0, "", "All is set up already.\n")
    assert state(repository.root) == before


@pytest.mark.parametrize(
    "attributes",
    [None, "", "\n", "*.png binary\n", "*.png binary", "*.png binary\r\n", "a text\n\n\n", "# ü"],
)
def test_undo_gives_back_exactly_what_there_was(
    attributes: str | None, repository: Repository, setup: Setup
) -> None:
    if attributes is not None:
        (repository.root / ".gitattributes").write_bytes(attributes.encode())
    before = state(repository.root)
    setup(repository.root)
    setup(repository.root)
    assert state(repository.root) != before
    answer = repository.git("check-attr", "diff", "weights/hasty.yaml")
    assert answer.endswith("diff: policyscore-weights")
    assert setup(repository.root, "--undo").err == "Taken back.\n"
    assert state(repository.root) == before
    assert setup(repository.root, "--undo").err.startswith("Nothing was set up here")
    assert state(repository.root) == before


def test_undo_keeps_what_was_written_after_the_block(repository: Repository, setup: Setup) -> None:
    path = repository.root / ".gitattributes"
    path.write_text("*.png binary\n", "utf-8")
    setup(repository.root)
    with path.open("a") as stream:
        stream.write("*.gif binary\n")
    setup(repository.root)
    setup(repository.root, "--undo")
    assert path.read_text("utf-8") == "*.png binary\n*.gif binary\n"


def test_a_clone_that_has_the_block_already_gets_the_settings(
    repository: Repository, setup: Setup, tmp_path: Path
) -> None:
    setup(repository.root)
    repository.commit("attributes")
    repository.git("clone", "-q", ".", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    clone.write("weights/hasty.yaml", HASTIER)
    assert "+  speed: 30" in clone.git("diff"), "without the settings git shows the text"
    assert setup(clone.root).err.startswith("Set up.")
    assert clone.git("status", "--short") == "M weights/hasty.yaml"
    assert "+weight of speed: 0.750000" in clone.git("diff")


def test_nobodys_own_driver_is_overwritten(repository: Repository, setup: Setup) -> None:
    repository.git("config", "--local", "diff.policyscore-weights.textconv", "cat")
    before = state(repository.root)
    for arguments in ((), ("--undo",)):
        ran = setup(repository.root, *arguments)
        assert ran.code == 2
        assert "not by this program" in ran.err
    assert state(repository.root) == before


@pytest.mark.parametrize("text", [b"\xff\n", b"# begin: policyscore git-setup\n"])
def test_attributes_that_cannot_be_kept_are_not_touched(
    text: bytes, repository: Repository, setup: Setup
) -> None:
    (repository.root / ".gitattributes").write_bytes(text)
    before = state(repository.root)
    ran = setup(repository.root)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert state(repository.root) == before


def test_a_link_is_not_followed(repository: Repository, setup: Setup, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("", "utf-8")
    (repository.root / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    assert setup(repository.root).code == 2
    assert (tmp_path / "elsewhere").read_text("utf-8") == ""


def test_there_must_be_a_repository(tmp_path: Path, setup: Setup) -> None:
    Repository(tmp_path / "case").write_case()
    ran = setup(tmp_path / "case")
    assert ran.code == 2
    assert "not in the working tree of a git repository" in ran.err
    assert not (tmp_path / "case" / ".gitattributes").exists()


@pytest.mark.parametrize(
    "arguments",
    [("--undo", "--textconv", "a"), ("word",), ("--undo", "word"), ("--ext-diff", "a", "b")],
)
def test_words_that_do_not_go_together(
    arguments: tuple[str, ...], repository: Repository, setup: Setup
) -> None:
    before = state(repository.root)
    assert setup(repository.root, *arguments).code == 2
    assert state(repository.root) == before


def test_textconv_of_a_file_that_is_not_there(repository: Repository, setup: Setup) -> None:
    ran = setup(repository.root, "--textconv", str(repository.root / "weights" / "none.yaml"))
    assert ran.code == 2
    assert "cannot be read" in ran.err
