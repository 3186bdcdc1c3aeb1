"""The GitLab job, its script run as GitLab would: both reports are there, good case or bad."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from pipeline_case import ROOT, bash, make_case

JOB = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))[".policyscore"]


@pytest.mark.parametrize(("broken", "code"), [(False, 0), (True, 1)])
def test_the_job_leaves_both_reports(broken: bool, code: int, tmp_path: Path) -> None:
    make_case(tmp_path / "my case", broken=broken)
    done = bash(
        "\n".join(JOB["script"]),
        tmp_path,
        GITLAB_CI="true",
        CI_PROJECT_DIR=str(tmp_path),
        CASE_DIRECTORY="my case",
    )
    assert done.returncode == code, done.stderr
    reports = JOB["artifacts"]["reports"]
    issues = json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    errors = [issue for issue in issues if issue["severity"] == "critical"]
    assert bool(errors) is broken
    if broken:
        assert errors[0]["location"]["path"] == "my case/options/protest.yaml"
    suite = ET.parse(tmp_path / reports["junit"]).getroot()[0]  # noqa: S314 (our own file)
    assert int(suite.attrib["failures"]) == int(broken)
