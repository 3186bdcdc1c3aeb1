"""The comment by which editors find the schema of a YAML file, kept at its top.

yaml-language-server looks for it among the comments before the file's content.
"""

import re

from policyscore.case.directory import HEADER_FILE, OPTIONS
from policyscore.editors.staleness import FOLDER, schema_path

_NAMED = re.compile(r"#\s*(?:yaml-language-server\s*:\s*\$schema\s*=|\$schema\s*:)\s*(\S+)")
_OURS = re.compile(rf"(?:.*/)?{re.escape(FOLDER)}/(?:case|option|weights)\.schema\.json")
_BEFORE_CONTENT = re.compile(r"\s*(?:#|%|---\s*(?:#|$)|$)")
_BYTE_ORDER_MARK = "\ufeff"


def kind_of(path: str) -> str:
    """The kind of a file of a case, by its path relative to the case's directory."""
    if path == HEADER_FILE:
        return "case"
    return "option" if path.startswith(f"{OPTIONS}/") else "weights"


def comment_line(path: str) -> str:
    """The comment for a file of a case, by its path relative to the case's directory."""
    return f"# yaml-language-server: $schema={_reference(path)}"


def with_comment(text: str, path: str) -> str:
    """A file's text with the comment at its top.

    Args:
        text: The text, with its byte order mark if it has one.
        path: The file, relative to the case's directory.

    Returns:
        The text with the comment; unchanged if it is there, or if there is one that names a schema
        of somebody else's choice.
    """
    mark = _BYTE_ORDER_MARK * text.startswith(_BYTE_ORDER_MARK)
    start = len(mark)
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        line = text[start:end]
        if not _BEFORE_CONTENT.match(line):
            break
        if named := _NAMED.match(line):
            if not _OURS.fullmatch(named[1]):
                return text
            first, last = start + named.start(1), start + named.end(1)
            return text[:first] + _reference(path) + text[last:]
        start = end
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    return f"{mark}{comment_line(path)}{newline}{text[len(mark) :]}"


def _reference(path: str) -> str:
    """The way from a file to its schema."""
    return "../" * path.count("/") + schema_path(kind_of(path))
