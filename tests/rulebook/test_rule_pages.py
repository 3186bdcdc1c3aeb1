"""Every rule has a page, and the examples on it do what the page says."""

import re
import subprocess
from pathlib import Path

import pytest

from policyscore.case.directory import read_directory
from policyscore.cli.starting import start_case
from policyscore.decision import check
from policyscore.reading.diagnostics import Finding
from policyscore.reading.rules import Rule, all_rules
from policyscore.rulebook.page import Step, find_rule, page_of

RULES = all_rules()
CODES = [rule.code for rule in RULES]


def lay_over_starter(steps: list[Step], directory: Path) -> tuple[Finding, ...]:
    """Make the starter case, lay an example over it, and give the findings."""
    start_case(directory)
    for step in steps:
        if step.path is None:
            subprocess.run(["bash", "-euc", step.text], cwd=directory, check=True, timeout=20)
        else:
            target = directory / step.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(step.text, "utf-8")
    root = directory.resolve()
    _, findings = check(read_directory(root), quality=True, root=root)
    return findings


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len(set(CODES)) == len(CODES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"PS[1-5]\d\d", rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


def test_no_page_is_without_a_rule() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / "policyscore" / "rulebook" / "pages"
    assert {page.stem for page in folder.glob("*.md")} == set(CODES)


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_the_page_has_all_its_parts(rule: Rule) -> None:
    page = page_of(rule)
    assert page.means
    assert all(page.parts.values())
    assert page.example("Wrong")
    assert page.example("Right")


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_the_wrong_example_breaks_the_rule(rule: Rule, tmp_path: Path) -> None:
    found = lay_over_starter(page_of(rule).example("Wrong"), tmp_path / "case")
    assert rule in {finding.rule for finding in found}


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_the_right_example_does_not_break_it_and_has_no_error(rule: Rule, tmp_path: Path) -> None:
    found = lay_over_starter(page_of(rule).example("Right"), tmp_path / "case")
    assert rule not in {finding.rule for finding in found}
    assert [f.message for f in found if f.severity == "error"] == []


def test_a_rule_is_found_by_code_or_name_in_any_case() -> None:
    assert find_rule("ps101") == find_rule("Duplicate-Key") == find_rule("PS101")
    assert find_rule("PS999") is None
