"""Concise, JSON, JSON lines, GitLab, SARIF and JUnit: their shape, and safety of their text."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
from report_sample import FILES, FINDINGS, sample

from policyscore.views.reports import concise, gitlab, json_lines, junit, sarif

RAW = set("\x1b\r\u202e\u200b")
RENDERERS = [
    concise.render,
    json_lines.render,
    json_lines.render_lines,
    gitlab.render,
    sarif.render,
    junit.render,
]


@pytest.mark.parametrize("render", RENDERERS, ids=lambda r: f"{r.__module__}.{r.__name__}")
def test_no_raw_control_character_is_written(render: object) -> None:
    assert callable(render)
    assert not set(render(sample())) & RAW


def test_concise_is_a_line_a_finding() -> None:
    lines = concise.render(sample("c/")).splitlines()
    assert len(lines) == len(FINDINGS)
    assert lines[0] == (
        "c/options/a.yaml:4:12: error[PS101 duplicate-key] "
        "The key `x` is already set on line 3. Keep one of the two."
    )


def test_json_has_the_keys_of_the_contract() -> None:
    data = json.loads(json_lines.render(sample()))
    assert data["schema"] == "policyscore/findings/1"
    keys = {"code", "name", "severity", "path", "line", "column", "end_line", "end_column"}
    assert keys | {"message", "hint"} <= set(data["findings"][0])
    lines = json_lines.render_lines(sample()).splitlines()
    assert [json.loads(line) for line in lines] == data["findings"]


def test_gitlab_has_its_documented_shape() -> None:
    issues = json.loads(gitlab.render(sample()))
    assert len(issues) == len(FINDINGS)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(issue["location"]["lines"]["begin"], int)
        assert not issue["location"]["path"].startswith("./")
        assert re.fullmatch(r"[0-9a-f]{32}", issue["fingerprint"])


def test_sarif_names_rules_columns_and_lasting_fingerprints() -> None:
    run = json.loads(sarif.render(sample()))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({f.rule.code for f in FINDINGS})
    assert rules[0]["helpUri"] == "https://example.org/rules/PS101.md"
    for result, reported in zip(run["results"], sample().reported, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"] == {"policyscore/v1": reported.fingerprint}
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (4, 12, 17)


def test_junit_has_a_case_for_every_file_and_fails_those_with_errors() -> None:
    suite = ET.fromstring(junit.render(sample()))[0]  # noqa: S314 (our own text)
    cases = suite.findall("testcase")
    assert {case.attrib["name"] for case in cases} >= set(FILES)
    failing = [case.attrib["name"] for case in cases if case.find("failure") is not None]
    assert len(failing) == 2
    assert suite.attrib["failures"] == "2"
    by_name = {case.attrib["name"]: case for case in cases}
    output = by_name["weights/b.yaml"].findtext("system-out") or ""
    assert output.count("PS410") == 2
    assert list(by_name["options/good.yaml"]) == []
