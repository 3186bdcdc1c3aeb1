"""Symbolic links may lead about inside a case, never out of it."""

import os
from pathlib import Path

import pytest
from case_folders import TEXT, case_folder, complaint, findings_by_path, read_case

PLACES = ["policyscore.yaml", "options/a.yaml", "weights/p.yaml"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return case_folder(tmp_path / "case")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.yaml").write_text("title: secret\n", encoding="utf-8")
    return folder


def link(place: Path, target: Path | str) -> None:
    place.unlink(missing_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("place", PLACES)
def test_a_file_that_is_a_link_out_of_the_case_is_refused(
    root: Path, outside: Path, place: str
) -> None:
    link(root / place, outside / "secret.yaml")
    read = read_case(root)
    (finding,) = read.findings
    assert (finding.path, finding.rule.name) == (place, "outside-the-case")
    assert finding.message == "The file is a link that leads outside the case."
    assert finding.hint == "Put the file itself here."
    assert "secret" not in "".join(read.texts.values())


@pytest.mark.parametrize(
    "target",
    [
        "../../outside/secret.yaml",
        "../options/../../outside/secret.yaml",
        "/etc/hostname",
        "/dev/zero",
        "/proc/self/environ",
        "/",
        "../..",
        "../../outside/nothing.yaml",
    ],
)
def test_no_way_of_writing_the_target_gets_out(root: Path, outside: Path, target: str) -> None:
    assert outside.is_dir()
    link(root / "options" / "a.yaml", target)
    assert findings_by_path(root) == {"options/a.yaml": "outside-the-case"}


def test_a_link_to_a_link_out_of_the_case_is_refused(root: Path, outside: Path) -> None:
    (root / "notes").mkdir()
    link(root / "notes" / "way-out.yaml", outside / "secret.yaml")
    link(root / "options" / "a.yaml", "../notes/way-out.yaml")
    assert findings_by_path(root) == {"options/a.yaml": "outside-the-case"}


def test_a_link_through_a_linked_folder_out_of_the_case_is_refused(
    root: Path, outside: Path
) -> None:
    (root / "elsewhere").symlink_to(outside)
    link(root / "options" / "a.yaml", "../elsewhere/secret.yaml")
    assert findings_by_path(root) == {"options/a.yaml": "outside-the-case"}


def test_a_folder_whose_name_begins_like_the_case_is_outside_it(root: Path) -> None:
    twin = root.with_name(root.name + "-twin")
    twin.mkdir()
    (twin / "a.yaml").write_text(TEXT, encoding="utf-8")
    link(root / "options" / "a.yaml", twin / "a.yaml")
    assert findings_by_path(root) == {"options/a.yaml": "outside-the-case"}


@pytest.mark.parametrize("folder", ["options", "weights"])
def test_a_folder_that_is_a_link_out_of_the_case_is_refused_and_not_listed(
    root: Path, outside: Path, folder: str
) -> None:
    (root / folder).rename(root / "moved")
    (root / folder).symlink_to(outside)
    read = read_case(root)
    (finding,) = read.findings
    assert (finding.path, finding.rule.name) == (folder, "outside-the-case")
    assert finding.message == "The folder is a link that leads outside the case."
    assert not [path for path in read.present if path.startswith(folder)]


def test_links_inside_the_case_are_followed(root: Path) -> None:
    (root / "drafts").mkdir()
    (root / "drafts" / "b.yaml").write_text("title: B\n", encoding="utf-8")
    link(root / "options" / "b.yaml", "../drafts/b.yaml")
    link(root / "options" / "c.yaml", root / "drafts" / "b.yaml")
    (root / "weights").rename(root / "profiles")
    (root / "weights").symlink_to("profiles")
    read = read_case(root)
    assert read.findings == []
    assert read.texts["options/b.yaml"] == read.texts["options/c.yaml"] == "title: B\n"
    assert read.texts["weights/p.yaml"] == TEXT


def test_a_case_reached_through_a_link_is_a_case_like_any_other(root: Path, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(root)
    read = read_case(tmp_path / "shortcut" / "options")
    assert read.findings == []
    assert set(read.texts) == set(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_a_link_that_leads_nowhere_is_said_to(root: Path, place: str) -> None:
    link(root / place, "nothing.yaml")
    (finding,) = read_case(root).findings
    assert (finding.path, finding.rule.name) == (place, "missing-file")
    assert finding.message == "The file is a link that leads nowhere."
    assert "delete the link" in finding.hint


def test_links_that_lead_in_a_circle_are_unreadable(root: Path) -> None:
    link(root / "options" / "a.yaml", "b.yaml")
    link(root / "options" / "b.yaml", "a.yaml")
    assert findings_by_path(root) == {
        "options/a.yaml": "unreadable-file",
        "options/b.yaml": "unreadable-file",
    }


def test_a_link_to_a_folder_is_no_regular_file(root: Path) -> None:
    (root / "drafts").mkdir()
    link(root / "options" / "a.yaml", "../drafts")
    assert findings_by_path(root) == {"options/a.yaml": "not-a-regular-file"}


def test_a_file_named_on_the_command_line_may_be_a_link_to_anywhere(
    root: Path, outside: Path
) -> None:
    link(root / "options" / "a.yaml", outside / "nothing.yaml")
    assert complaint(root / "options" / "a.yaml").rule.name == "missing-file"
    assert complaint(root / "options" / "a.yaml", root).rule.name == "outside-the-case"


def test_a_hard_link_is_a_file(root: Path, outside: Path) -> None:
    (root / "options" / "a.yaml").unlink()
    os.link(outside / "secret.yaml", root / "options" / "a.yaml")
    assert read_case(root).findings == []
