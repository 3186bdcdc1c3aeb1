"""Characters that no file of a case may hold, and how to show them safely."""

import re
import unicodedata

# C0 but tab, line feed and carriage return; delete and C1; line and paragraph separators (YAML 1.1
# breaks lines at them, editors do not); bidirectional controls, which make a line read
# differently from what it says (Boucher & Anderson 2021, "Trojan Source"); stray surrogates;
# the byte order mark inside a text, and the non-characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)
# All those, and what no one sees: Unicode's default ignorable code points but for the variation
# selectors that emoji end with.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def character_name(character: str) -> str:
    """Name a character for a message, such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "") or "control character"
    return f"U+{ord(character):04X} {name}"


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def visible(text: str) -> str:
    r"""Make a text of unknown origin safe to print.

    Control, bidirectional and invisible characters become escapes such as `\x1b`, so that
    neither a file's content nor its name can move the cursor, hide text or start a new line.
    """
    return _UNSAFE.sub(_escape, text) if _UNSAFE.search(text) else text


def json_escaped(text: str) -> str:
    """Write the invisible characters of a JSON text as its own escapes, which lose nothing."""

    def escape(match: re.Match[str]) -> str:
        if match.group() == "\n":  # the only one that stands between JSON's own tokens
            return "\n"
        units = match.group().encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    return _UNSAFE.sub(escape, text)


def shorten(text: str, most: int = 60) -> str:
    """Cut a text to at most `most` characters, on one line, for use inside a message."""
    line = " ".join(text[: most * 4].split())
    return line if len(line) <= most else line[: most - 1] + "…"
