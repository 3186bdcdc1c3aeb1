"""Names in the folders of a case: which count, which are refused, and how odd ones are shown."""

import os
from pathlib import Path

import pytest
from case_folders import TEXT, case_folder, findings_by_path, read_case

from policyscore.case.directory import clash_findings

ODD = {
    b"a\nb.yaml": "options/a\\x0ab.yaml",
    b"\x1b[31mred.yaml": "options/\\x1b[31mred.yaml",
    b"\x1b]8;;http:x\x07y.yaml": "options/\\x1b]8;;http:x\\x07y.yaml",
    b"tab\t.yaml": "options/tab\\x09.yaml",
    b"\xff\xfe.yaml": "options/\\udcff\\udcfe.yaml",
    "x\u202ey.yaml".encode(): "options/x\\u202ey.yaml",
    "x\u200b.yaml".encode(): "options/x\\u200b.yaml",
    "\x9b.yaml".encode(): "options/\\x9b.yaml",
    "\ufeffx.yaml".encode(): "options/\\ufeffx.yaml",
    "é.yaml".encode(): "options/é.yaml",
    b"[red]x[-red].yaml": "options/[red]x[-red].yaml",
    b":smile:.yaml": "options/:smile:.yaml",
}


def add(root: Path, name: str, folder: str = "options") -> None:
    (root / folder / name).write_text(TEXT, encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "A.yaml",
            "aB.yaml",
            "a b.yaml",
            "a_b.yaml",
            "-a.yaml",
            "a-.yaml",
            "a--b.yaml",
            "1a.yaml",
        ),
        *("a.b.yaml", "true.yaml", "null.yaml", "false.yaml", " a.yaml", "ä.yaml", "ａ.yaml"),
        "a" * 65 + ".yaml",
    ],
)
def test_a_stem_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    root = case_folder(tmp_path)
    (root / "options" / "a.yaml").unlink()
    add(root, name)
    (finding,) = read_case(root).findings
    assert (finding.path, finding.rule.name) == (f"options/{name}", "file-name")
    assert finding.message.startswith("The file's name is not an id: `")
    reserved = name in {"true.yaml", "false.yaml", "null.yaml"}
    assert ("YAML gives this word a meaning" if reserved else "lower-case words") in finding.hint
    assert f"options/{name}" not in read_case(root).texts


@pytest.mark.parametrize("name", ["a1.yaml", "a-1.yaml", "x-y-z.yaml", "a" * 64 + ".yaml"])
def test_a_stem_that_is_an_id_is_read(tmp_path: Path, name: str) -> None:
    root = case_folder(tmp_path)
    add(root, name)
    assert read_case(root).texts[f"options/{name}"] == TEXT
    assert findings_by_path(root) == {}


@pytest.mark.parametrize("name", ["x.yml", "x.YAML", "x.Yml", "X Y.yml"])
def test_a_file_with_another_ending_is_not_passed_over_in_silence(
    tmp_path: Path, name: str
) -> None:
    root = case_folder(tmp_path)
    add(root, name, "weights")
    (finding,) = read_case(root).findings
    assert (finding.path, finding.rule.name) == (f"weights/{name}", "file-name")
    assert "does not end in `.yaml`" in finding.message
    assert finding.hint == f"Rename it to `{name.rpartition('.')[0]}.yaml`."


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.yaml", ".yaml", ".git", ".a.yaml.swp", "README.md", "notes.txt", "a.yaml~"),
        *("a.yaml.bak", "#a.yaml#", "yaml", "a.json"),
    ],
)
def test_other_files_and_hidden_ones_are_ignored(tmp_path: Path, name: str) -> None:
    root = case_folder(tmp_path)
    add(root, name)
    read = read_case(root)
    assert read.findings == []
    assert set(read.present) == {"policyscore.yaml", "options/a.yaml", "weights/p.yaml"}


def test_a_hidden_folder_is_ignored(tmp_path: Path) -> None:
    root = case_folder(tmp_path)
    (root / "options" / ".cache").mkdir()
    assert findings_by_path(root) == {}


@pytest.mark.parametrize("name", ["economic", "x.yaml", "x.yml", "A"])
def test_a_folder_inside_is_refused_since_its_files_would_be_passed_over(
    tmp_path: Path, name: str
) -> None:
    root = case_folder(tmp_path)
    (root / "options" / name).mkdir()
    add(root, f"{name}/b.yaml")
    (finding,) = read_case(root).findings
    assert (finding.path, finding.rule.name) == (f"options/{name}", "file-name")
    assert "folders inside it" in finding.message
    assert "`options/`" in finding.hint


def test_names_that_differ_only_in_case_clash(tmp_path: Path) -> None:
    root = case_folder(tmp_path)
    add(root, "A.yaml")
    found = read_case(root).findings
    assert sorted((f.path, f.rule.name) for f in found) == [
        ("options/A.yaml", "file-name"),
        ("options/a.yaml", "name-clash"),
    ]
    clash = next(f for f in found if f.rule.name == "name-clash")
    assert clash.message == "On many systems this is the same file as `A.yaml`."
    assert clash.hint == "Rename one of the two."


@pytest.mark.parametrize(
    ("names", "clashing"),
    [
        (["a.yaml", "b.yaml"], []),
        (["A.yaml", "a.yaml"], ["a.yaml"]),
        (["A.YAML", "A.yaml", "a.yaml"], ["A.yaml", "a.yaml"]),
        (["STRASSE.txt", "straße.txt"], ["straße.txt"]),
        (["README.md", "readme.md"], ["readme.md"]),
    ],
)
def test_clashes_are_found_whatever_the_system(names: list[str], clashing: list[str]) -> None:
    found = list(clash_findings("options", names))
    assert [f.path for f in found] == [f"options/{name}" for name in clashing]
    assert {f.rule.name for f in found} <= {"name-clash"}


def test_the_same_name_in_both_folders_is_no_clash(tmp_path: Path) -> None:
    root = case_folder(tmp_path)
    add(root, "p.yaml")
    assert findings_by_path(root) == {}


@pytest.mark.parametrize(("name", "shown"), ODD.items(), ids=list(ODD.values()))
def test_an_odd_name_is_spelt_out(tmp_path: Path, name: bytes, shown: str) -> None:
    root = case_folder(tmp_path)
    with open(os.fsencode(root / "options") + b"/" + name, "wb"):  # noqa: PTH123 (bytes)
        pass
    (finding,) = read_case(root).findings
    assert (finding.path, finding.rule.name) == (shown, "file-name")
    told = finding.message + finding.hint
    assert told.isprintable()
    told.encode("utf-8")


def test_hundreds_of_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    root = case_folder(tmp_path)
    for number in range(300):
        add(root, f"o{number}.yaml")
        add(root, f"O{number}.yml", "weights")
    read = read_case(root)
    assert len(read.texts) == 303
    assert len(read.findings) == 300
    options = [path for path in read.texts if path.startswith("options/")]
    assert options == sorted(options)
