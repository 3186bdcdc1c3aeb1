"""Writes what the program prints into README.md and docs/, or says where it is stale.

`python docs/generate.py` rewrites the blocks between `<!-- run: COMMAND -->` and `<!-- end -->`,
and the pages of the rules in docs/rules/; with `--check` it only compares, and exits 1 if any is
stale.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from policyscore.reading.rules import all_rules
from policyscore.rulebook.page import page_of
from policyscore.views.rule_views import summary

ROOT = Path(__file__).resolve().parent.parent
WIDTH = "88"
_BLOCK = re.compile(r"(<!-- run: (?P<command>[^\n]+?) -->\n)(?P<old>.*?)(<!-- end -->)", re.DOTALL)


def pages() -> list[Path]:
    """The pages that hold output of the program."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def run(command: str) -> str:
    """Run `policyscore ...` from the project's root and give what it prints.

    Raises:
        RuntimeError: If the command ends with a fault.
    """
    words = shlex.split(command)
    if words[0] != "policyscore":
        raise RuntimeError(f"not a command of this program: {command}")
    plain = {"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    kept = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "POLICYSCORE_FORMAT"}}
    done = subprocess.run(
        [sys.executable, "-m", "policyscore", *words[1:]],
        cwd=ROOT,
        env={**kept, **plain},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr}")
    text = done.stdout + done.stderr
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def renewed(text: str) -> str:
    """A page with the output in its blocks made anew."""

    def block(match: re.Match[str]) -> str:
        command = match["command"]
        return f"{match[1]}```console\n$ {command}\n{run(command)}\n```\n{match[4]}"

    return _BLOCK.sub(block, text)


def rule_pages() -> dict[Path, str]:
    """The pages of the rules, and their list, as they should stand in docs/rules/."""
    folder = ROOT / "docs" / "rules"
    found = {}
    about = (
        "Generated from the texts that `policyscore rule CODE` shows. PS1xx: reading a file; "
        "PS2xx: the structure of one file; PS3xx: references between files; PS4xx: decision "
        "quality; PS5xx: the settings of rules and editors."
    )
    lines = [
        "# Rules",
        "",
        about,
        "",
        "| code | name | severity | meaning |",
        "|---|---|---|---|",
    ]
    for rule in all_rules():
        page = page_of(rule)
        found[folder / f"{rule.code}.md"] = page.markdown
        meaning = summary(page).replace("|", "\\|")
        link = f"[{rule.code}]({rule.code}.md)"
        lines.append(f"| {link} | {rule.name} | {rule.severity} | {meaning} |")
    found[folder / "README.md"] = "\n".join(lines) + "\n"
    return found


def wanted() -> dict[Path, str]:
    """Every page as it should be."""
    texts = {page: renewed(page.read_text("utf-8")) for page in pages()}
    return {**texts, **rule_pages()}


def stale() -> list[Path]:
    """The pages that are not as they should be, and those of rules that are no more."""
    found = [p for p, text in wanted().items() if not p.exists() or p.read_text("utf-8") != text]
    kept = rule_pages()
    return found + [p for p in sorted((ROOT / "docs" / "rules").glob("*")) if p not in kept]


def main() -> int:
    """Rewrite or compare; see the module's text."""
    found = stale()
    texts = wanted()
    for page in found:
        print(page.relative_to(ROOT))
        if "--check" in sys.argv:
            continue
        if page in texts:
            page.parent.mkdir(exist_ok=True)
            page.write_text(texts[page], "utf-8")
        else:
            page.unlink()
    return int("--check" in sys.argv and bool(found))


if __name__ == "__main__":
    sys.exit(main())
