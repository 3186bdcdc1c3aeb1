"""Tables of titles and figures in which no figure is ever cut or broken, however narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

NARROWEST_TITLE = 12
_LONGEST_WORD = 16


@dataclass(frozen=True, slots=True)
class Column:
    """A column beside the titles.

    Attributes:
        header: Its name.
        cells: Its content from top to bottom.
        right: Whether the content stands at the right.
        widest_header: Columns that the name may make this one wider by, before it is broken.
    """

    header: Text
    cells: Sequence[Text]
    right: bool = True
    widest_header: int = 12

    @property
    def width(self) -> int:
        """Columns that it needs."""
        longest = max((cell.cell_len for cell in self.cells), default=0)
        word = max((cell_len(word) for word in self.header.plain.split()), default=0)
        header = min(self.header.cell_len, self.widest_header)
        return max(longest, header, min(word, _LONGEST_WORD), 1)


@dataclass(frozen=True, slots=True)
class _Unbroken:
    """A table with all the room that it needs, even where the terminal has less."""

    table: Table
    width: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render with enough room."""
        room = max(options.max_width, self.width)
        yield from console.render(self.table, options.update(width=room))


def fits(columns: Sequence[Column], width: int, gap: int = 1, title: int = NARROWEST_TITLE) -> bool:
    """Whether columns fit beside titles that may be broken to a width of `title`."""
    return title + sum(column.width + gap for column in columns) <= width


def figure_table(
    header: str, titles: Sequence[Text], columns: Sequence[Column], width: int
) -> RenderableType:
    """Lay out a table without lines.

    Args:
        header: The name of the column of titles, which is the first and may be broken.
        titles: The titles from top to bottom.
        columns: The other columns.
        width: Columns there are.
    """
    longest = max((title.cell_len for title in titles), default=1)
    figures = sum(column.width for column in columns)
    gap = 2 if fits(columns, width, 2) else 1
    room = width - figures - gap * len(columns)
    first = max(min(longest, room), cell_len(header))
    table = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="dim")
    table.add_column(header, overflow="fold", width=first)
    for column in columns:
        table.add_column(
            column.header,
            justify="right" if column.right else "left",
            overflow="fold",
            width=column.width,
        )
    for index, title in enumerate(titles):
        table.add_row(title, *(column.cells[index] for column in columns))
    return _Unbroken(table, first + figures + gap * len(columns))


def blocks_of(columns: Sequence[Column], width: int, longest: int) -> list[list[Column]]:
    """Columns divided among as many tables below each other as it takes to show them all.

    Args:
        columns: The columns.
        width: How wide a table may be.
        longest: Width of the longest title beside them.
    """
    room = width - min(longest, NARROWEST_TITLE + 8)
    blocks: list[list[Column]] = [[]]
    used = 0
    for column in columns:
        if blocks[-1] and used + column.width + 2 > room:
            blocks.append([])
            used = 0
        blocks[-1].append(column)
        used += column.width + 2
    return blocks
