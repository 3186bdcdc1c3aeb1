"""SARIF by its authors' validator, JUnit by its XML Schema; `.ci/peers` installs both."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from report_sample import sample

from policyscore.views.reports import junit, sarif
from policyscore.views.reports.report import Report


def peer(*names: str) -> Path:
    """A file of the directory that `.ci/peers` filled."""
    root = os.environ.get("POLICYSCORE_PEERS")
    if not root:
        pytest.skip("POLICYSCORE_PEERS is not set; `.ci/peers DIR` installs what this needs")
    return Path(root).joinpath(*names)


@pytest.mark.parametrize("empty", [False, True], ids=["findings", "no findings"])
def test_sarif_satisfies_the_official_validator(empty: bool, tmp_path: Path) -> None:
    tool = peer("node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
    written, judged = tmp_path / "findings.sarif", tmp_path / "judged.sarif"
    written.write_text(sarif.render(Report((), ()) if empty else sample()), "utf-8")
    done = subprocess.run(
        [tool, "validate", written, "--output", judged, "--rule-kind", "Sarif"],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert judged.exists(), done.stdout + done.stderr
    results = json.loads(judged.read_text("utf-8-sig"))["runs"][0]["results"]
    errors = [r for r in results if r.get("level", "warning") == "error"]
    assert errors == [], done.stdout


def test_the_validator_would_notice_a_fault(tmp_path: Path) -> None:
    tool = peer("node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
    broken = json.loads(sarif.render(sample()))
    broken["runs"][0]["results"][0]["colum"] = 1
    written = tmp_path / "broken.sarif"
    written.write_text(json.dumps(broken), "utf-8")
    done = subprocess.run(
        [tool, "validate", written, "--output", tmp_path / "judged.sarif"],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "JSON1005" in done.stdout


@pytest.mark.parametrize("empty", [False, True], ids=["findings", "no findings"])
def test_junit_satisfies_its_xml_schema(empty: bool) -> None:
    import xmlschema

    schema = xmlschema.XMLSchema(str(peer("junit-10.xsd")))
    text = junit.render(Report((), ("policyscore.yaml",)) if empty else sample())
    schema.validate(text)
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema.validate(text.replace(" classname=", " klass="))
