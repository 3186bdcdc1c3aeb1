"""Rules and their pages: for a terminal, as JSON data and CSV. The pages are our own text."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.text import Text

from policyscore.rulebook.page import RulePage
from policyscore.views.csv_text import csv_text
from policyscore.views.terminal import plain_table

_STYLES = {"error": "red", "warning": "yellow", "info": "blue"}


def page_terminal(page: RulePage) -> RenderableType:
    """Lay a rule's page out."""
    rule = page.rule
    head = Text.assemble((f"{rule.code} {rule.name}", "bold"), "  ", _severity(page))
    body = page.markdown.partition("\n")[2].strip()
    return Group(head, Text(""), Markdown(body, code_theme="ansi_light", hyperlinks=False))


def _severity(page: RulePage) -> Text:
    return Text(page.rule.severity, _STYLES[page.rule.severity])


def summary(page: RulePage) -> str:
    """The first sentence of what a rule means."""
    line = " ".join(page.means.split("\n\n")[0].split())
    first, dot, _ = line.partition(". ")
    return first + "." if dot else line


def list_terminal(pages: Sequence[RulePage]) -> RenderableType:
    """Lay a list of rules out."""
    table = plain_table()
    table.add_column("Code", no_wrap=True)
    table.add_column("Name", no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    table.add_column("Meaning", overflow="fold")
    for page in pages:
        table.add_row(page.rule.code, page.rule.name, _severity(page), Text(summary(page)))
    return table


def rules_data(pages: Sequence[RulePage]) -> dict[str, Any]:
    """Rules as data, schema `policyscore/rules/1`."""
    return {
        "schema": "policyscore/rules/1",
        "rules": [
            {
                "code": page.rule.code,
                "name": page.rule.name,
                "severity": page.rule.severity,
                "means": page.means,
                "page": page.markdown,
            }
            for page in pages
        ],
    }


def rules_csv(pages: Sequence[RulePage]) -> str:
    """Rules as CSV, a line each."""
    rows = [[p.rule.code, p.rule.name, p.rule.severity, summary(p)] for p in pages]
    return csv_text(["code", "name", "severity", "meaning"], rows)
