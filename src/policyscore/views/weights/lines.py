"""The weights of one profile line by line along the tree, each criterion with its swing."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.weight_rows import WeightRow
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.glyphs import PLAIN, Glyphs
from policyscore.views.terminal import bar, safe
from policyscore.views.weights.figures import shown_locals, shown_weights
from policyscore.views.weights.text import level_words, span_words

_GAP = 2
_NARROWEST_BAR, _WIDEST_BAR = 10, 40
_NARROWEST_TITLE, _WIDEST_TITLE = 18, 60
_INDENT = 2
_MOST_LINES = 2
_SHORT = 64  # a longer sentence of two sets of words is hard to take apart


class _Columns(NamedTuple):
    """Widths of the columns; 0 for one that is left out."""

    title: int
    weight: int
    local: int
    span: int
    bar: int


class WeightLines:
    """Lays the weights of a profile out.

    Attributes:
        has_local: Whether shares of groups are shown.
        has_span: Whether lows and highs are shown.
    """

    def __init__(self, console: Console, case: Case, table: WeightTable, glyphs: Glyphs) -> None:
        self._console, self._case, self._table, self._glyphs = console, case, table, glyphs
        self._weights, self._locals = shown_weights(table.rows), shown_locals(table.rows)
        self._spans = {
            row.id: span_words(row.extent, glyphs.dash) for row in table.rows if row.extent
        }
        self._titles = {row.id: safe(case.member_title(row.id)) for row in table.rows}
        self._columns = self._choose(console.width)
        self.has_local = bool(self._columns.local)
        self.has_span = bool(self._columns.span)

    def _choose(self, width: int) -> _Columns:
        """Choose the columns: first weights and their ranges, then local ones, then the bar."""
        rows = self._table.rows
        longest = max(self._titles[r.id].cell_len + _INDENT * r.depth for r in rows)
        weight = max(len("Weight"), *(cell_len(text) for text in self._weights.values()))
        spans = self._spans.values()
        span = max(len("Low-high"), *map(cell_len, spans)) if spans else 0
        local = max(len("Local"), *map(len, self._locals.values()))
        local = local if any(row.parent for row in rows) else 0
        room = width - sum(column + _GAP for column in (weight, local, span) if column)
        if local and room < min(longest, _NARROWEST_TITLE):
            room, local = room + local + _GAP, 0
        bar = min(room - min(longest, _WIDEST_TITLE) - _GAP, _WIDEST_BAR)
        if bar < _NARROWEST_BAR:
            return _Columns(min(longest, room), weight, local, span, 0)
        return _Columns(min(longest, _WIDEST_TITLE), weight, local, span, bar)

    def header(self) -> Text:
        """The names of the columns."""
        low_high = f"Low{self._glyphs.dash}high"
        return self._line(Text("Criterion"), "Weight", "Local", low_high, Text(), "dim")

    def _line(
        self, title: Text, weight: str, local: str, span: str, drawn: Text, style: str = ""
    ) -> Text:
        """One line of the table."""
        columns, gap = self._columns, " " * _GAP
        line = Text("", style)
        line.append_text(title).append(" " * max(columns.title - title.cell_len, 0))
        for text, width in (
            (weight, columns.weight),
            (local, columns.local),
            (span, columns.span),
        ):
            if width:
                line.append(gap + text.rjust(width))
        return line.append(gap).append_text(drawn) if drawn else line

    def lines(self) -> Iterator[Text]:
        """The lines of all criteria and groups."""
        largest = max((row.weight for row in self._table.rows if not row.is_group), default=0.0)
        for row in self._table.rows:
            share = 0.0 if row.is_group or not largest else 100 * row.weight / largest
            yield from self._row(row, bar([share], self._columns.bar, self._glyphs))

    def _row(self, row: WeightRow, drawn: Text) -> Iterator[Text]:
        """A criterion or group, on as many lines as its title takes, and its swing."""
        style = "bold" if row.is_group else "dim" if row.weight == 0 else ""
        indent = " " * (_INDENT * row.depth)
        room = max(self._columns.title - len(indent), 1)
        parts = self._titles[row.id].wrap(self._console, room, overflow="fold")
        for index, part in enumerate(parts):
            part.rstrip()
            title = Text(indent).append_text(part)
            if index == 0:
                figures = self._weights[row.id], self._locals[row.id], self._spans.get(row.id, "")
                yield self._line(title, *figures, drawn, style)
            else:
                title.stylize(style)
                yield title
        swing = self._table.swings.get(row.id)
        if swing is not None:
            criterion = self._case.criteria[row.id]
            start, end = (level_words(criterion, level) for level in (swing.start, swing.end))
            yield from self._swing(indent + " " * _INDENT, start, end)

    def _swing(self, indent: str, start: str, end: str) -> Iterator[Text]:
        """From the words of the worst end to those of the best: on one line, or one each."""
        together = Text.assemble("from ", (safe(start).plain, "italic"), " to ")
        together.append_text(safe(end, "italic"))
        if len(indent) + together.cell_len <= min(self._console.width, _SHORT):
            yield Text(indent, "dim").append_text(together)
            return
        for label, words in (("from ", start), ("to   ", end)):
            room = max(self._console.width - len(indent) - len(label), 10)
            parts = safe(words, "italic").wrap(self._console, room, overflow="fold")
            shown = list(parts)[:_MOST_LINES]
            if len(parts) > _MOST_LINES:
                dots = "..." if self._glyphs is PLAIN else "…"
                shown[-1].rstrip()
                shown[-1].truncate(room - len(dots))
                shown[-1].append(dots)
            for index, part in enumerate(shown):
                part.rstrip()
                line = Text(indent + (label if index == 0 else " " * len(label)), "dim")
                yield line.append_text(part)
