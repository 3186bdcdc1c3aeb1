"""check-jsonschema, run as a program of its own beside this one."""

import importlib
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def check_jsonschema(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run check-jsonschema, which the extra `test` installs.

    Raises:
        AssertionError: If it is not installed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    missing = "No module named check_jsonschema"
    assert missing not in done.stderr, "check-jsonschema is missing: pip install '.[test]'"
    return done


def refused(schema: Mapping[str, Any], texts: Mapping[str, str], place: Path) -> set[str]:
    """The files that check-jsonschema does not accept by a schema.

    Args:
        schema: The schema.
        texts: File's name to text.
        place: An empty directory to work in.
    """
    (place / "files.schema.json").write_text(json.dumps(schema), "utf-8")
    for name, text in texts.items():
        (place / name).write_text(text, "utf-8")
    schema_option = ("--schemafile", "files.schema.json", "--output-format", "json")
    done = check_jsonschema(*schema_option, *texts, cwd=place)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    wrong = [*report.get("errors", ()), *report.get("parse_errors", ())]
    return {Path(error["filename"]).name for error in wrong}


def validator_of(schema: Mapping[str, Any]) -> Any:
    """A validator in this process, by the library that check-jsonschema rests on."""
    jsonschema: Any = importlib.import_module("jsonschema")
    return jsonschema.Draft202012Validator(schema)
