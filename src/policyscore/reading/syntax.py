"""A YAML parser's complaints in words for someone who is not a programmer."""

import re

from policyscore.reading.characters import shorten, visible

_PERCENT_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")

_INDENTATION = (
    "The indentation or the quotes do not fit the lines above.",
    "Line the keys of one level up, and close every quote.",
)
_OPEN_QUOTE = ("A quote or bracket is opened and never closed.", "Close it.")
_OPEN_BRACKET = ("A bracket or a comma is missing.", "Close what is open.")
_ESCAPE = "Use single quotes, or write `\\\\` for one backslash."
_PERCENT = (
    "A line cannot start with `%`.",
    "Put quotes around the text; comments start with `#`.",
)
_BANG = ("A text that starts with `!` needs quotes.", "Put quotes around the text.")
_VERSION = (
    "The `%YAML` line cannot stand here, or asks for a version that there is not.",
    "Delete it.",
)
_BAR = (
    "A text cannot go on behind `|` or `>` on the same line.",
    "Start it on the next line, indented, or put quotes around it.",
)
_TAB = ("The line is indented with a tab.", "Indent with spaces.")
# What libyaml or PyYAML says, with what it was doing: the first that fits is put into our words.
_SYNTAX_HELP = (
    ("mapping values are not allowed", (
        "There is a second `: ` on this line.",
        "Put quotes around a text that holds a colon, or check the indentation.")),
    ("found a tab", _TAB),
    ("cannot start any token", (
        "A value cannot start with this character.",
        "Put quotes around the text; indent with spaces, not tabs.")),
    ("could not find expected ':'", (
        "A `key:` is missing its colon or its value.",
        "Write `key: value`; put quotes around a text that goes over several lines.")),
    ("codec can't decode", (
        "These `%` escapes stand for no text.", "Put quotes around the text.")),
    ("YAML document", _VERSION),
    ("directive", _PERCENT),
    ("duplicate tag handle", _PERCENT),
    ("expected <block end>", _INDENTATION),
    ("expected key", _INDENTATION),
    ("expected '-' indicator", _INDENTATION),
    ("document start>", (
        "This does not go on from the lines above.",
        "Line the keys of one level up; keep one document a file.")),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("unexpected document", _OPEN_QUOTE),
    ("expected ',' or", _OPEN_BRACKET),
    (" a tag", _BANG),
    ("tag handle", _BANG),
    ("unknown escape", (
        "A backslash inside double quotes starts an escape that YAML does not know.", _ESCAPE)),
    ("Unicode character escape", ("This escape stands for no character.", _ESCAPE)),
    ("hexdecimal number", ("This escape needs more hexadecimal digits.", _ESCAPE)),
    ("hexadecimal numbers", ("This escape needs more hexadecimal digits.", _ESCAPE)),
    ("scanning an alias", (
        "A text that starts with `*` needs quotes.", "Put quotes around the text.")),
    ("scanning an anchor", (
        "A text that starts with `&` needs quotes.", "Put quotes around the text.")),
    ("block scalar", _BAR),
    ("sequence entries are not allowed", (
        "A list cannot start here.",
        "Start it on the next line; put quotes around a text that starts with `- `.")),
    ("mapping keys are not allowed", (
        "A `? ` cannot stand here.", "Put quotes around a text that starts with `?`.")),
    ("unexpected ':'", (
        "A colon inside brackets needs a space after it.",
        "Write `key: value`, or put quotes around the text.")),
    ("node content", (
        "A value is missing here.",
        "Check the brackets, commas and dashes; put quotes around a text that has them.")),
)  # fmt: skip


def explain_syntax(problem: str, context: str, line: str, column: int) -> tuple[str, str]:
    """Put a YAML parser's complaint into words for someone who is not a programmer.

    Args:
        problem: The parser's own words.
        context: What it was doing, in its own words; may be empty.
        line: The line it complains about.
        column: Where on that line, counting from 1.

    Returns:
        What is wrong, and what would be right.
    """
    if "\t" in line[: len(line) - len(line.lstrip())] or line[column - 1 : column] == "\t":
        return _TAB
    said = f"{context}: {problem.partition(', but ')[0]}"
    for words, help_ in _SYNTAX_HELP:
        if words in said:
            return help_
    return f"This is not valid YAML: {shorten(visible(problem), 80)}.", "Check quotes and indents."


def undecodable(text: str) -> int:
    """Where the first run of escapes such as `%C3%A9` begins that is not UTF-8; 0 if none does."""
    for match in _PERCENT_ESCAPES.finditer(text):
        try:
            bytes.fromhex(match.group().replace("%", " ")).decode()
        except UnicodeDecodeError:
            return match.start()
    return 0
