"""The page of a rule: one Markdown file, from which the terminal, the docs and the tests read.

A page's examples are run: each is laid over the small case that `init` makes. A YAML block under a
line that names a file stands for that file's content; a `sh` block is run in the case's directory.
"""

import re
from dataclasses import dataclass
from importlib.resources import files

from policyscore.reading.rules import Rule, all_rules

_PARTS = ("Why it matters", "Wrong", "Right", "Source")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`:?\n\n)?^```(?P<language>yaml|sh)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of an example.

    Attributes:
        path: The file whose content `text` is, or None if `text` is a command to run.
        text: The content or the command.
    """

    path: str | None
    text: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule explained.

    Attributes:
        rule: The rule.
        markdown: The whole page.
        means: What it means, as Markdown.
        parts: The other parts by their headings, as Markdown.
    """

    rule: Rule
    markdown: str
    means: str
    parts: dict[str, str]

    def example(self, part: str) -> list[Step]:
        """The steps of the example under `Wrong` or `Right`."""
        return [
            Step(block["path"] if block["language"] == "yaml" else None, block["text"])
            for block in _BLOCK.finditer(self.parts[part])
        ]


def find_rule(name: str) -> Rule | None:
    """A rule by its code or name, whatever the case of the letters."""
    wanted = name.strip().lower()
    return next((r for r in all_rules() if wanted in (r.code.lower(), r.name)), None)


def page_of(rule: Rule) -> RulePage:
    """The page of a rule.

    Raises:
        FileNotFoundError: If nobody has written it.
        ValueError: If it lacks a part.
    """
    resource = files("policyscore") / "rulebook" / "pages" / f"{rule.code}.md"
    markdown = resource.read_text(encoding="utf-8")
    title, _, rest = markdown.partition("\n")
    if title != f"# {rule.code} {rule.name}":
        raise ValueError(f"the page of {rule.code} starts with {title!r}")
    pieces = _HEADING.split(rest)
    parts = dict(zip(pieces[1::2], (piece.strip() for piece in pieces[2::2]), strict=True))
    if tuple(parts) != _PARTS:
        raise ValueError(f"the page of {rule.code} has the parts {tuple(parts)}, not {_PARTS}")
    return RulePage(rule, markdown, pieces[0].strip(), parts)
