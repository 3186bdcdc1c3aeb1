"""What a reader complains of: every refusal with its rule, its place and its words."""

from typing import Any

import yaml

from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import FILE_START, Finding
from policyscore.reading.document import Key
from policyscore.reading.lines import STRETCH_BITS, Stretch, line_of, span_in
from policyscore.reading.rules import Rule
from policyscore.reading.syntax import explain_syntax, undecodable

MOST_FINDINGS = 100


class StopReadingError(Exception):
    """Nothing more can be read from this file."""


class Complaints:
    """The findings about one text.

    Attributes:
        text: The text.
        path: The file's name in findings.
        findings: What is wrong with it so far.
    """

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.findings: list[Finding] = []

    def report(self, rule: Rule, at: Stretch | None, message: str, hint: str = "") -> None:
        """Add a finding; give up on a file that has too many."""
        span = FILE_START if at is None else span_in(self.text, at)
        excerpt = line_of(self.text, span.line)
        enough = len(self.findings) == MOST_FINDINGS
        if enough:
            rule = rules.TOO_MANY
            message = (
                f"This file has more than {MOST_FINDINGS} errors; the rest of it was not read."
            )
            hint = ""
        self.findings.append(Finding(rule, self.path, span, message, hint, excerpt))
        if enough:
            raise StopReadingError

    def refuse_properties(self, event: Any, stretch: Stretch) -> None:
        """Report a tag or an anchor."""
        if event.anchor is not None:
            self.report(
                rules.ALIAS,
                stretch,
                f"Anchors (`&{shorten(visible(event.anchor), 30)}`) are not allowed.",
                "Delete it, and write out what its aliases stand for.",
            )
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            self.report(
                rules.TAG,
                stretch,
                f"Tags (`{shorten(visible(tag), 40)}`) are not allowed.",
                "Delete the tag; quote the value if it is text.",
            )

    def refuse_alias(self, event: Any) -> Stretch:
        """Report an alias."""
        stretch: Stretch = event.start_mark.index << STRETCH_BITS | event.end_mark.index
        self.report(
            rules.ALIAS,
            stretch,
            f"Aliases (`*{shorten(visible(event.anchor), 30)}`) are not allowed.",
            "Write the value out. A text that starts with `*` needs quotes.",
        )
        return stretch

    def refuse_key(self, event: Any, stretch: Stretch) -> None:
        """Report a key that is neither text nor a number."""
        what = "empty"
        if type(event) is not yaml.ScalarEvent:
            what = "a list or mapping"
        elif event.value:
            what = f"`{event.value}`, which YAML reads as a truth value or as nothing"
        self.report(
            rules.BAD_KEY, stretch, f"The key is {what}.", "Keys are words or numbers; use quotes."
        )

    def refuse_duplicate(self, key: Key, stretch: Stretch, first: Any) -> None:
        """Report a key that stands twice in one mapping."""
        line = span_in(self.text, first[0]).line
        self.report(
            rules.DUPLICATE_KEY,
            stretch,
            f"The key `{shorten(visible(str(key)))}` is already set on line {line}.",
            "Keep one of the two.",
        )

    def syntax_finding(self, error: Exception) -> Finding:
        """Put a parser's complaint into our words."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        context = getattr(error, "context", None) or ""
        index = min(mark.index, len(self.text)) if mark is not None else 0
        if isinstance(error, UnicodeDecodeError):  # libyaml lets such tags pass, its binding not
            index = undecodable(self.text)
        span = span_in(self.text, index << STRETCH_BITS | min(index + 1, len(self.text)))
        excerpt = line_of(self.text, span.line)
        message, hint = explain_syntax(str(problem), str(context), excerpt, span.column)
        return Finding(rules.YAML_SYNTAX, self.path, span, message, hint, excerpt)
