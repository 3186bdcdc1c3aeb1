"""PyYAML's own scanner, made to read what libyaml's reads and to refuse what that refuses.

The two differ on tabs between tokens, on `?` and `:` inside brackets, and on the fine print of
escapes and block scalars; `python_tags` has the rest. A file must not change its meaning with the
machine that reads it, so the liberties that both take with YAML are libyaml's (0.2.5) here.
"""

from typing import Any

import yaml

from policyscore.reading.python_tags import TagsLikeLibyaml

_BLANK = frozenset(" \t")
_BREAK = frozenset("\r\n")
_END = frozenset("\0\r\n \t")
_BRACKETS = frozenset(",[]{}")


class LikeLibyaml(TagsLikeLibyaml):
    """PyYAML's reader of characters and the scanner on top of it."""

    def scan_to_next_token(self) -> None:
        """Pass over blanks, comments and line ends.

        Tabs count as blanks except where they would indent: where a block's key may start.
        """
        while True:
            while (ch := self.peek()) == " " or (
                ch == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if ch == "#":
                self._pass_comment()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _pass_comment(self) -> None:
        while self.peek() not in "\0\r\n":
            self.forward()

    def fetch_stream_end(self) -> None:
        """Take note of the text's end, before which every line of a mapping needs its colon."""
        for key in self.possible_simple_keys.values():
            if key.required:
                self.fail("a simple key", key.mark, "could not find expected ':'")
        super().fetch_stream_end()

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """Read what may stand directly after `|` and `>`: a sign and a digit, in any order."""
        chomping: bool | None = None
        increment: int | None = None
        for _ in range(2):
            ch = self.peek()
            if ch in "+-" and chomping is None:
                chomping = ch == "+"
            elif ch in "0123456789" and increment is None:
                increment = int(ch)
                if not increment:
                    self.fail("a block scalar", start_mark, "found an indentation of 0")
            else:
                break
            self.forward()
        return chomping, increment

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:
        """Pass over what may follow those on their line."""
        while self.peek() in _BLANK:
            self.forward()
        if self.peek() == "#":
            self._pass_comment()
        if self.peek() not in "\0\r\n":
            self.fail("a block scalar", start_mark, "did not find expected comment or line break")
        self.scan_line_break()

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Any]:
        """Find how far the first line with text is indented."""
        scanner: Any = super()
        breaks, most, end = scanner.scan_block_scalar_indentation()
        self._refuse_tab(end)
        return breaks, most, end

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Any]:
        """Pass over empty lines and the next line's indentation."""
        scanner: Any = super()
        breaks, end = scanner.scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab(end)
        return breaks, end

    def _refuse_tab(self, start: Any) -> None:
        if self.peek() == "\t":
            what = "found a tab character where an indentation space is expected"
            self.fail("a block scalar", start, what)

    def scan_plain(self) -> yaml.ScalarToken:
        """Read an unquoted scalar, whose lines are joined."""
        start = end = self.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        blanks, broken = "", False
        while self.peek() != "#" and not self._at_document_mark():
            if length := self._plain_length(start):
                chunks += (blanks, self.prefix(length))
                self.forward(length)
                end, broken = self.get_mark(), False
            if (ch := self.peek()) not in _BLANK and ch not in _BREAK:
                break
            blanks, broken = self._plain_blanks(indent, start)
            if not self.flow_level and self.column < indent:
                break
        if broken:
            self.allow_simple_key = True
        return yaml.ScalarToken("".join(chunks), True, start, end)

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in {"---", "..."} and self.peek(3) in _END

    def _plain_length(self, start: Any) -> int:
        """How far a plain scalar goes without a blank."""
        length = 0
        while (ch := self.peek(length)) not in _END:
            if ch == ":":
                after = self.peek(length + 1)
                if self.flow_level and (after == "?" or after in _BRACKETS):
                    self.forward(length)
                    self.fail("a plain scalar", start, "found unexpected ':'")
                if after in _END:
                    break
            elif self.flow_level and ch in _BRACKETS:
                break
            length += 1
        return length

    def _plain_blanks(self, indent: int, start: Any) -> tuple[str, bool]:
        """What the blanks and line ends inside a plain scalar stand for; whether a line ended."""
        blanks, breaks = "", 0
        while True:
            ch = self.peek()
            if ch in _BREAK:
                self.scan_line_break()
                breaks += 1
            elif ch in _BLANK:
                if breaks and ch == "\t" and self.column < indent:
                    what = "found a tab character that violates indentation"
                    self.fail("a plain scalar", start, what)
                blanks += "" if breaks else ch
                self.forward()
            else:
                break
        if breaks:
            return (" " if breaks == 1 else "\n" * (breaks - 1)), True
        return blanks, False

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        """Read a stretch of a quoted scalar; escapes must stand for characters."""
        scanner: Any = super()
        try:
            chunks: list[str] = scanner.scan_flow_scalar_non_spaces(double, start_mark)
        except (OverflowError, ValueError):
            chunks = ["\ud800"]
        if any(len(chunk) == 1 and "\ud800" <= chunk <= "\udfff" for chunk in chunks):
            what = "found invalid Unicode character escape code"
            self.fail("a quoted scalar", start_mark, what)
        return chunks
