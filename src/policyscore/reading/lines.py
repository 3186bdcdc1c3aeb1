"""The lines of a text: where they start, and what stands on them."""

from bisect import bisect_right
from functools import lru_cache
from re import finditer

from policyscore.reading.diagnostics import Span

# A stretch of text is one integer, `start << 21 | end` in code points (files are at most 1 MiB, so
# 21 bits are enough), which keeps the places of ten thousand files small.
Stretch = int
STRETCH_BITS = 21
STRETCH_MASK = (1 << STRETCH_BITS) - 1


class Lines:
    """A text's lines, found once, so that a hundred findings about it cost little more than one.

    Attributes:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        from array import array  # noqa: PLC0415 (only files with findings need it)

        self.text = text
        self._starts = array("I", [0])
        self._starts.extend(match.end() for match in finditer("\n", text))
        self._shown: dict[int, str] = {}

    def position(self, index: int) -> tuple[int, int]:
        """Line and column, counting from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, stretch: Stretch) -> Span:
        """Lines and columns of a stretch of the text."""
        start, end = stretch >> STRETCH_BITS, stretch & STRETCH_MASK
        end = max(end, start)
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        if end_line > line and end_column == 1:  # block scalars end on the next line's first column
            end_line, end_column = self.position(end - 1)
        return Span(line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """What stands on a line, counting from 1, without its end; empty beyond the last.

        All findings about a line share one string: a hostile file is a single line of 1 MiB.
        """
        if number not in self._shown:
            starts = self._starts
            if number > len(starts):
                return ""
            end = starts[number] - 1 if number < len(starts) else len(self.text)
            self._shown[number] = self.text[starts[number - 1] : end].rstrip("\r")
        return self._shown[number]


@lru_cache(maxsize=2)
def lines_of(text: str) -> Lines:
    """The lines of a text; those of the last two texts are kept."""
    return Lines(text)


def span_in(text: str, stretch: Stretch) -> Span:
    """Lines and columns of a stretch of `text`."""
    return lines_of(text).span(stretch)


def line_of(text: str, line: int) -> str:
    """The text of a line, counting from 1, without its end; empty beyond the last."""
    return lines_of(text).line(line)
