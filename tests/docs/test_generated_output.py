"""The output shown in README and docs is what the program prints; every command is described."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

from policyscore.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def load_generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_page_shows_output_that_the_program_does_not_print() -> None:
    stale = [page.name for page in load_generator().stale()]
    assert stale == [], "run `python docs/generate.py`"


def test_a_stale_block_is_noticed() -> None:
    page = "<!-- run: policyscore --version -->\nold\n<!-- end -->\n"
    assert "policyscore 0" in load_generator().renewed(page)
    assert "old" not in load_generator().renewed(page)


def test_every_command_has_a_section_with_its_help() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"\n## {name}\n" in page
        assert f"<!-- run: policyscore {name} --help -->" in page


def test_every_relative_link_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
