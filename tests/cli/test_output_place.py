"""`--output` never overwrites a file of the case, and is looked at before anything is done."""

import os
import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from unittest import mock

import pytest
from cli_program import BRIDGE, policyscore

from policyscore.cli import output_place
from policyscore.cli.channels import OutputError
from policyscore.cli.output_place import check_output
from policyscore.decision import Decision

COMMANDS = (
    ("rank",),
    ("rank", "--all"),
    ("show", "rebuild"),
    ("why", "rebuild", "close-now"),
    ("weights",),
    ("diff", "everyone", "treasurer"),
    ("sensitivity",),
    ("dominance",),
    ("robustness", "--samples", "800"),
    ("validate",),
    ("schema", "case"),
    ("rule", "E101"),
)


OWN = ("policyscore.yaml", "options/rebuild.yaml", "weights/everyone.yaml")


@pytest.fixture(name="case")
def _case(tmp_path: Path) -> Iterator[Path]:
    """A copy of the case, which is the working directory."""
    root = tmp_path / "case"
    shutil.copytree(BRIDGE, root)
    with chdir(root):
        yield root


def texts(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("own", OWN)
def test_no_command_overwrites_a_file_of_its_case(
    command: tuple[str, ...], own: str, case: Path
) -> None:
    before = texts(case)
    outcome = policyscore(*command, "-o", own, cwd=case)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"policyscore: `{own}` is a file of this case; write the result elsewhere.\n"
    )
    assert texts(case) == before


def test_every_command_that_takes_an_output_is_tried() -> None:
    modules = Path(output_place.__file__).parent.glob("*.py")
    takes = {path.stem for path in modules if ": OutputOption" in path.read_text("utf-8")}
    assert takes == {command[0] for command in COMMANDS}


def test_other_spellings_and_links_are_the_same_file(case: Path) -> None:
    (case / "notes").mkdir()
    (case / "link.txt").symlink_to("options/rebuild.yaml")
    (case.parent / "far").symlink_to(case / "weights")
    spellings = {
        "./notes/../options/rebuild.yaml": "options/rebuild.yaml",
        str(case / "options" / "rebuild.yaml"): "options/rebuild.yaml",
        "link.txt": "options/rebuild.yaml",
        "../far/everyone.yaml": "weights/everyone.yaml",
        "../case/policyscore.yaml": "policyscore.yaml",
    }
    for spelling, own in spellings.items():
        with pytest.raises(OutputError) as refused:
            check_output(Path(spelling))
        assert str(refused.value).startswith(f"`{own}` is a file of this case"), spelling


def test_a_file_that_a_case_has_a_link_to_is_its_own(case: Path) -> None:
    (case / "shared").mkdir()
    (case / "options" / "rebuild.yaml").rename(case / "shared" / "text")
    (case / "options" / "rebuild.yaml").symlink_to("../shared/text")
    for spelling in ("shared/text", "options/rebuild.yaml"):
        with pytest.raises(OutputError, match=r"`options/rebuild\.yaml` is a file of this case"):
            check_output(Path(spelling))


@pytest.mark.usefixtures("case")
def test_a_file_that_would_be_one_of_the_case_is_refused() -> None:
    for name in ("options/new.yaml", "weights/new.yml", "weights/NEW.YAML"):
        with pytest.raises(OutputError, match=f"`{name}` would be a file of this case"):
            check_output(Path(name))


def test_all_else_in_and_beside_a_case_may_be_written(case: Path) -> None:
    (case / "notes").mkdir()
    for name in ("out.yaml", "options/rebuild.md", "notes/rebuild.yaml", "../options.yaml"):
        check_output(Path(name))
    (case.parent / "options").mkdir()
    check_output(case.parent / "options" / "rebuild.yaml")  # there is no case


def test_a_place_that_cannot_be_written_is_refused_before_anything_is_drawn(case: Path) -> None:
    places = {
        "none/out.txt": "`none/out.txt` cannot be written: No such file or directory.",
        "policyscore.yaml/out": "`policyscore.yaml/out` cannot be written: Not a directory.",
        "options": "`options` is a directory, not a file.",
        "x" * 300: f"`{'x' * 300}` cannot be written: File name too long.",
    }
    for place, said in places.items():
        with mock.patch.object(Decision, "robustness") as drawing:
            outcome = policyscore("robustness", "-o", place, cwd=case)
        assert (outcome.code, outcome.err) == (2, f"policyscore: {said}\n")
        assert not drawing.called


def test_a_folder_without_the_right_to_write_is_refused(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = mock.Mock(return_value=False)
    monkeypatch.setattr(os, "access", asked)  # whoever may write everywhere is never refused
    with pytest.raises(OutputError, match=r"`out\.txt` cannot be written: Permission denied"):
        check_output(Path("out.txt"))
    assert asked.call_args.args == (case.resolve(), os.W_OK | os.X_OK)
