"""Texts with their places marked, read by both parsers at once."""

from typing import Any

from policyscore.reading.diagnostics import Finding, Span
from policyscore.reading.document import Document
from policyscore.reading.parsers import default_parser
from policyscore.reading.python_parser import PythonParser
from policyscore.reading.yaml_reader import read_yaml

PATH = "options/a.yaml"


def read(text: str) -> tuple[Document | None, list[Finding]]:
    """Read a text with the parser at hand and with PyYAML's own, which must agree."""
    document, findings = read_yaml(text, PATH, default_parser())
    assert outcome(document, findings) == outcome(*read_yaml(text, PATH, PythonParser))
    return document, findings


def outcome(document: Document | None, findings: list[Finding]) -> Any:
    """What two parsers must agree on: all but the place of a syntax error."""
    data = (repr(document.data), document.places) if document is not None else None
    told = [
        (f.rule.name, f.message, f.hint, f.span if f.rule.name != "yaml-syntax" else None)
        for f in findings
    ]
    return data, told


def marked(text: str) -> tuple[str, Span]:
    """A text without its marks « and », and the place between them."""
    before, rest = text.split("«")
    inside, after = rest.split("»")
    line, column = _place(before)
    end_line, end_column = _place(before + inside)
    return before + inside + after, Span(line, column, end_line, end_column)


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def refusal(marked_text: str) -> Finding:
    """The one finding about a text, which must stand at the marked place."""
    text, span = marked(marked_text)
    _, findings = read(text)
    assert len(findings) == 1, [f.message for f in findings]
    (finding,) = findings
    assert finding.span == span
    assert finding.path == PATH
    assert finding.excerpt == text.split("\n")[span.line - 1].rstrip("\r")
    return finding


def data(text: str) -> Any:
    """The data of a text that has nothing wrong with it."""
    document, findings = read(text)
    assert findings == []
    assert document is not None
    return document.data


def value(plain: str) -> Any:
    """The value of what stands behind a key."""
    return data(f"a: {plain}\n")["a"]
