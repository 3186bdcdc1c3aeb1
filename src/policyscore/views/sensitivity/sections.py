"""The parts of a view of sensitivity, the same for a terminal and for Markdown."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        header: The columns' names, of which the first holds titles and the last may do so.
        align: `l` or `r` for each column.
        rows: The cells, as read: whoever shows them makes them safe.
    """

    header: tuple[str, ...]
    align: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a view. All texts are as read: whoever shows them makes them safe.

    Attributes:
        title: Its heading.
        lines: Paragraphs at its beginning.
        items: A list, each item a subject, which may be empty, and what is said of it.
        grid: A table, or None.
        notes: Paragraphs at its end.
    """

    title: str
    lines: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    grid: Grid | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.lines or self.items or self.grid or self.notes)


def left(shown: int, of: int, what: str) -> tuple[str, ...]:
    """What is said of a list that is cut."""
    more = of - shown
    return (f"{more} more {what}: --all shows them.",) if more > 0 else ()
