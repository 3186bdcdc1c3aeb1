"""What all terminal views share: safe text, bars, lists and paragraphs, on rich."""

from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from policyscore.reading.characters import visible
from policyscore.views.figures import add_up
from policyscore.views.glyphs import Glyphs

COLOURS = ("blue", "magenta", "green", "yellow", "cyan", "red")


def safe(text: str, style: str = "") -> Text:
    """Text of unknown origin on one line: nothing in it is markup, an emoji code or an escape."""
    return Text(visible(" ".join(text.split())), style)


def join(*parts: Text | str, style: str = "") -> Text:
    """One text out of several; strings are taken as they are, never as markup."""
    joined = Text("", style)
    for part in parts:
        joined.append_text(part if isinstance(part, Text) else Text(part))
    return joined


def plain_table() -> Table:
    """A table without lines."""
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=False)


def bar(parts: Sequence[float], width: int, glyphs: Glyphs) -> Text:
    """A bar of stacked parts; 100 fills the width.

    Args:
        parts: The parts, whose sum is at most 100.
        width: Columns for 100.
        glyphs: The characters to fill with.
    """
    cells = add_up([part * width / 100 for part in parts], 0)
    drawn = Text()
    for index, count in enumerate(cells):
        drawn.append(shade(index, glyphs) * int(count), COLOURS[index % len(COLOURS)])
    return drawn


def shade(index: int, glyphs: Glyphs) -> str:
    """The filling of a bar's part."""
    return glyphs.shades[index % len(glyphs.shades)]


def legend(titles: Iterable[str], width: int, glyphs: Glyphs) -> Text:
    """What the parts of a bar are, no entry broken over two lines unless wider than one."""
    drawn, used = Text(), 0
    for index, title in enumerate(titles):
        entry = Text(shade(index, glyphs) * 2, COLOURS[index % len(COLOURS)])
        entry = join(entry, " ", safe(title))
        if used and used + 3 + entry.cell_len > width:
            drawn.append("\n")
            used = 0
        elif used:
            drawn.append("   ")
            used += 3
        drawn.append_text(entry)
        used += entry.cell_len
    return drawn


def item(text: Text, glyphs: Glyphs) -> RenderableType:
    """A paragraph with a bullet, its further lines indented."""
    return labelled(Text(glyphs.bullet, "yellow"), text)


def labelled(label: Text, text: Text) -> RenderableType:
    """A paragraph to the right of a label, its further lines indented."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=label.cell_len)
    grid.add_column(overflow="fold")
    grid.add_row(label, text)
    return grid


def indented(content: RenderableType, by: int = 2) -> RenderableType:
    """Content moved to the right."""
    return Padding(content, (0, 0, 0, by))


def width_of(console: Console) -> int:
    """Columns to lay out for."""
    return console.width
