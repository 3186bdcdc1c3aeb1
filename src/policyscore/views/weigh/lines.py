"""Lines of a screen: words broken to a width, cut to a length, put side by side."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells, set_cell_size

from policyscore.reading.characters import visible

Part = tuple[str, str]
Line = list[Part]
CUT = "…"


def clean(text: str) -> str:
    """Text of unknown origin on one line, without anything that a terminal would obey."""
    return visible(" ".join(text.split()))


def width_of_line(line: Line) -> int:
    """Columns that a line takes."""
    return sum(cell_len(text) for _, text in line)


def clip(text: str, width: int) -> str:
    """A text cut to at most `width` columns."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + CUT if width > 1 else CUT[:width]


def fill(text: str, width: int) -> str:
    """A text cut or padded to exactly `width` columns."""
    return set_cell_size(clip(text, width), width)


def wrap(text: str, width: int) -> list[str]:
    """A text broken into lines at its spaces, by the columns that its characters take."""
    width = max(width, 1)
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and cell_len(line) + 1 + cell_len(word) <= width:
            line += f" {word}"
            continue
        pieces = chop_cells(word, width) if cell_len(word) > width else [word]
        lines += [line] if line else []
        lines += pieces[:-1]
        line = pieces[-1]
    return [*lines, line] if line else lines


def paragraph(text: str, width: int, style: str = "", most: int = 0) -> list[Line]:
    """A text as lines; if there are more than `most`, the last one kept ends with a mark."""
    lines = wrap(text, width)
    if 0 < most < len(lines):
        lines = [*lines[: most - 1], clip(f"{lines[most - 1]} {CUT}", width)]
    return [[(style, line)] for line in lines]


def segments(texts: Sequence[str], width: int, style: str = "") -> list[Line]:
    """Short texts beside each other, none broken over two lines unless wider than one."""
    lines: list[Line] = []
    line = ""
    for text in texts:
        if line and cell_len(line) + 3 + cell_len(text) > width:
            lines.append([(style, line)])
            line = ""
        line += ("   " if line else "") + text
    return [*lines, [(style, clip(line, width))]]


def labelled(label: str, text: str, width: int, style: str = "", most: int = 0) -> list[Line]:
    """A text to the right of a label, its further lines indented."""
    indent = cell_len(label)
    lines = paragraph(text, width - indent, style, most)
    first: list[Part] = [("dim", label)]
    return [[*(first if n == 0 else [("", " " * indent)]), *line] for n, line in enumerate(lines)]


def side_by_side(left: Sequence[Line], right: Sequence[Line], width: int, gap: int) -> list[Line]:
    """Two blocks of lines beside each other.

    Args:
        left: The left block.
        right: The right block.
        width: Columns of the left block.
        gap: Columns between them.
    """
    joined: list[Line] = []
    nothing: Line = []
    for one, other in zip_longest(left, right, fillvalue=nothing):
        pad = " " * (max(width - width_of_line(one), 0) + gap)
        joined.append([*one, ("", pad), *other] if other else list(one))
    return joined
