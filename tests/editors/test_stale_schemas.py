"""A written schema is stale when anything that went into it has changed, and only then."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from editor_cases import case_with, schemas_with, write_case

from policyscore.case.case import Case
from policyscore.cli.schema import write_schemas
from policyscore.cli.starting import starter_files
from policyscore.decision import load
from policyscore.editors.facts import facts_of
from policyscore.editors.fingerprint import fingerprint
from policyscore.editors.staleness import KINDS, schema_path, stale_schemas
from policyscore.reading import rules

FILES = starter_files()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with its schemas, which no test changes."""
    root = write_case(tmp_path_factory.mktemp("case")).resolve()
    write_schemas(load(root))
    return root


@pytest.fixture
def written(kept: Path, tmp_path: Path) -> Path:
    """A copy of it, which a test may change."""
    return Path(shutil.copytree(kept, tmp_path / "case")).resolve()


def stale(root: Path, case: Case | None = None) -> list[str]:
    findings = list(stale_schemas(root, case or load(root).case))
    assert {finding.rule for finding in findings} <= {rules.STALE_SCHEMA}
    assert {finding.severity for finding in findings} <= {"warning"}
    return [finding.path.removeprefix(".policyscore/").split(".")[0] for finding in findings]


def test_fresh_schemas_are_not_stale(kept: Path) -> None:
    assert stale(kept) == []


def test_a_case_without_schemas_has_none_that_are_stale(tmp_path: Path) -> None:
    (tmp_path / ".policyscore").mkdir()
    assert stale(tmp_path, case_with()) == []


CHANGES = [
    (
        "policyscore.yaml",
        "title: A border incident",
        "title: Another",
        ["case", "option", "weights"],
    ),
    ("policyscore.yaml", "title: Escalation risk", "title: Risk", ["option", "weights"]),
    ("policyscore.yaml", "asks: How likely is it", "asks: Is it likely", ["option"]),
    ("policyscore.yaml", "50: troops move", "50: some troops move", ["option"]),
    ("policyscore.yaml", "50: troops move", "60: troops move", ["option"]),
    ("policyscore.yaml", "100: shots are fired", "100: a war", ["option", "weights"]),
    ("policyscore.yaml", "title: Security", "title: Safety", ["weights"]),
    ("policyscore.yaml", "unit: points", "unit: seats", ["option", "weights"]),
    ("policyscore.yaml", "title: Desk analyst", "title: Analyst", ["option"]),
    ("policyscore.yaml", "title: Embassy cable", "title: Cable", ["option"]),
    ("options/wait.yaml", "title: Wait and watch", "title: Wait", ["case", "option"]),
    ("options/protest.yaml", "tags: [diplomatic]", "tags: [diplomacy]", ["option"]),
    ("weights/balanced.yaml", "title: Balanced", "title: Even", ["case", "weights"]),
    ("policyscore.yaml", "question: How", "question: In what way", []),
    ("policyscore.yaml", "weight: 2", "weight: 3", []),
    ("policyscore.yaml", "50: 30", "50: 35", []),
    ("options/wait.yaml", "likely: 10", "likely: 12", []),
    ("weights/balanced.yaml", "support: 40", "support: 45", []),
]


@pytest.mark.parametrize(("path", "old", "new", "expected"), CHANGES)
def test_a_change_makes_those_schemas_stale_that_it_went_into(
    kept: Path, path: str, old: str, new: str, expected: list[str]
) -> None:
    text = FILES[path]
    assert text.count(old) == 1
    assert stale(kept, case_with({path: text.replace(old, new)})) == expected


@pytest.mark.parametrize(("path", "old", "new", "expected"), CHANGES)
def test_schemas_differ_where_they_are_said_to_be_stale_and_nowhere_else(
    path: str, old: str, new: str, expected: list[str]
) -> None:
    before, after = schemas_with(), schemas_with({path: FILES[path].replace(old, new)})
    assert [kind for kind in KINDS if before[kind] != after[kind]] == expected


def test_a_new_option_is_one_that_the_schemas_do_not_know(kept: Path) -> None:
    text = FILES["options/wait.yaml"].replace("Wait and watch", "Leave")
    assert stale(kept, case_with({"options/leave.yaml": text})) == ["case", "option"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_that_is_missing_beside_others_is_said_to_be(written: Path, kind: str) -> None:
    (written / schema_path(kind)).unlink()
    findings = list(stale_schemas(written, load(written).case))
    assert [finding.path for finding in findings] == [schema_path(kind)]
    assert "missing" in findings[0].message
    assert "policyscore schema --write" in findings[0].hint


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"$comment": "Fingerprint: 0"}'])
def test_a_schema_without_a_good_fingerprint_is_stale(written: Path, content: bytes) -> None:
    (written / schema_path("option")).write_bytes(content)
    assert stale(written) == ["option"]


def test_what_is_no_regular_file_is_stale_and_is_not_waited_for(written: Path) -> None:
    for kind in KINDS:
        (written / schema_path(kind)).unlink()
    os.mkfifo(written / schema_path("case"))
    (written / schema_path("option")).mkdir()
    (written / schema_path("weights")).symlink_to(written / "nowhere")
    assert stale(written) == list(KINDS)


def test_a_title_cannot_pass_for_a_fingerprint(written: Path) -> None:
    case = load(written).case
    right = fingerprint("option", facts_of(case)["option"])
    path = written / schema_path("option")
    schema = json.loads(path.read_text("utf-8"))
    schema["$comment"] = "Fingerprint: none"
    schema["title"] = f'"$comment": "Fingerprint: {right}"'
    path.write_text(json.dumps(schema, indent=2), "utf-8")
    assert stale(written) == ["option"]


def test_the_fingerprint_is_the_same_in_every_process(kept: Path) -> None:
    script = (
        "import sys, policyscore; from pathlib import Path;"
        "from policyscore.editors.staleness import stale_schemas;"
        "case = policyscore.load(sys.argv[1]).case;"
        "print(len(list(stale_schemas(Path(sys.argv[1]), case))), 'pydantic' in sys.modules)"
    )
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script, str(kept)],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
        assert done.stdout.split() == ["0", "False"]
