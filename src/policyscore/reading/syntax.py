"""A YAML parser's complaints in words for someone who is not a programmer."""

from policyscore.reading.characters import shorten, visible

_SYNTAX_HELP = (
    ("mapping values are not allowed", "There is a second `: ` on this line.",
     "Put quotes around a text that holds a colon, or check the indentation."),
    ("cannot start any token", "A value cannot start with this character.",
     "Put quotes around the text; indent with spaces, not tabs."),
    ("could not find expected ':'", "A `key:` is missing its colon or its value.",
     "Write `key: value`; put quotes around a text that goes over several lines."),
    ("did not find expected <block end>", "The indentation does not fit the lines above.",
     "Line the keys of one level up."),
    ("expected <block end>", "The indentation does not fit the lines above.",
     "Line the keys of one level up."),
    ("did not find expected key", "The indentation or the quotes do not fit the lines above.",
     "Line the keys of one level up, and close every quote."),
    ("unexpected end of stream", "A quote or bracket is opened and never closed.",
     "Close it."),
    ("found unexpected end", "A quote or bracket is opened and never closed.", "Close it."),
    ("did not find expected ',' or", "A bracket or a comma is missing.", "Close what is open."),
    ("expected ',' or", "A bracket or a comma is missing.", "Close what is open."),
    ("unknown escape", "A backslash inside double quotes starts an escape that YAML does not know.",
     "Use single quotes, or write `\\\\` for one backslash."),
    ("tab", "The line is indented with a tab.", "Indent with spaces."),
)  # fmt: skip


def explain_syntax(problem: str, line: str, column: int) -> tuple[str, str]:
    """Put a YAML parser's complaint into words for someone who is not a programmer.

    Args:
        problem: The parser's own words.
        line: The line it complains about.
        column: Where on that line, counting from 1.

    Returns:
        What is wrong, and what would be right.
    """
    if "\t" in line[: max(column, len(line) - len(line.lstrip()))]:
        return "The line is indented with a tab.", "Indent with spaces."
    for words, message, hint in _SYNTAX_HELP:
        if words in problem:
            return message, hint
    return f"This is not valid YAML: {shorten(visible(problem), 80)}.", "Check quotes and indents."
