"""A YAML text with some of its values changed, every other byte as it was.

A library that reads and writes YAML with its comments (ruamel.yaml) gives tidy files back as they
were, but not those that people write: of the odd ones among the tests it changes most, their line
ends, indents, blank lines and comments. So the text is changed in place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policyscore.elicitation.extents import Extent, comments_in, extents_of
from policyscore.elicitation.yaml_text import fingerprint_text, scalar_text, value_lines
from policyscore.reading.document import Node
from policyscore.reading.yaml_reader import read_yaml

_COLON = re.compile(r"[ \t]*:")
_INDENT = re.compile(r"[ ]*\Z")


class NotSplicedError(Exception):
    """A text in which values cannot be changed without touching the rest of it."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of the text and what is to stand there."""

    start: int
    end: int
    text: str


def spliced(
    text: str,
    old: Mapping[Any, Node],
    new: Mapping[str, Any],
    after: Mapping[str, str],
    whole: frozenset[str] = frozenset(),
) -> str:
    """Change a text so that it holds other data.

    Args:
        text: A YAML text that the strict reader has read.
        old: The data it holds.
        new: The data it is to hold, equal to `old` where nothing changes.
        after: For a new key, the key of `old` after whose value it is put; otherwise the one
            before it in `new`.
        whole: Keys at the top whose value is written anew if it differs at all.

    Returns:
        The text with the values of `new`. Comments and the order of keys stay.

    Raises:
        NotSplicedError: If that cannot be done.
    """
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    work = _Splicing(text, newline, whole)
    edits = sorted(work.mapping(extents_of(text), old, new, after), key=lambda e: e.start)
    parts, done = [], 0
    for edit in edits:
        if edit.start < done:
            raise NotSplicedError("two changes overlap")
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    result = "".join([*parts, text[done:]])
    document, wrong = read_yaml(result, "")
    if document is None or wrong or document.data != new:
        raise NotSplicedError("the file would not say what it should")
    return result


@dataclass(frozen=True, slots=True)
class _Splicing:
    """Finds the changes to a text.

    Attributes:
        text: The text.
        newline: What ends its lines.
        whole: Keys whose value is written anew if it differs.
    """

    text: str
    newline: str
    whole: frozenset[str]

    def mapping(
        self,
        extent: Extent,
        old: Mapping[Any, Node],
        new: Mapping[str, Any],
        after: Mapping[str, str],
        name: str = "",
    ) -> Iterator[_Edit]:
        """The changes that make one mapping into another."""
        if extent.flow or not extent.entries:
            raise NotSplicedError("its keys do not stand on lines of their own")
        indent = self.column(next(iter(extent.entries.values()))[0])
        place = None
        added: dict[str, list[str]] = {}
        for key, value in new.items():
            if key in old:
                place = key
                if old[key] != value or (key in self.whole and _order(old[key]) != _order(value)):
                    yield from self.value(key, extent.entries[key], old[key], value, indent)
                continue
            anchor = after.get(key, place)
            if anchor is None:
                raise NotSplicedError("there is no place for a new key")
            quoted = name == "scales"
            lines = [f" {fingerprint_text(value)}"] if quoted else value_lines(key, value, indent)
            lines[0] = f"{' ' * indent}{scalar_text(key)}:{lines[0]}"
            added.setdefault(anchor, []).extend(lines)
        for anchor, lines in added.items():
            yield self.inserted(self.line_end(extent.entries[anchor][2].end), lines)
        for key in old:
            if key not in new:
                yield self.deleted(*extent.entries[key])

    def value(
        self, key: str, entry: tuple[int, int, Extent], old: Node, new: Any, indent: int
    ) -> Iterator[_Edit]:
        """The changes that make the value of a key into another."""
        _, key_end, extent = entry
        kept = key not in self.whole and not extent.flow
        if kept and isinstance(old, dict) and isinstance(new, dict) and set(old) & set(new):
            yield from self.mapping(extent, old, new, {}, key)
            return
        colon = _COLON.match(self.text, key_end)
        if colon is None:
            raise NotSplicedError("a key and its value stand apart")
        lines = value_lines(key, new, indent)
        start, below = colon.end(), self.line_end(colon.end())
        if lines[0] and extent.kind == "scalar" and extent.end > extent.start:
            start, lines[0] = extent.start, lines[0].lstrip()
        if lines[0] or extent.kind == "scalar" or extent.flow or extent.start < below:
            end = max(extent.end, start)
            notes = self.notes(extent, start, end, indent + 2 if not lines[0] else None)
            yield _Edit(start, end, self.newline.join([lines[0], *notes, *lines[1:]]))
        elif isinstance(old, list) and isinstance(new, list):
            yield self.sequence(extent, old, new, below)
        else:  # what stands beside the key and between it and the first entry stays
            first = self.text.rfind("\n", 0, extent.start) + 1
            notes = self.notes(extent, first, extent.end, indent + 2)
            yield _Edit(first, extent.end, self.newline.join([*notes, *lines[1:]]))

    def sequence(self, extent: Extent, old: list[Node], new: list[Any], below: int) -> _Edit:
        """A list for a list: an item that stays takes the comments above and beside it along."""
        indent = self.text[self.text.rfind("\n", 0, extent.start) + 1 : extent.start]
        there: dict[str, tuple[int, int]] = {}
        start = below
        for item, node in zip(old, extent.items, strict=True):
            end = self.line_end(node.end)
            there[_name(item)] = (start, end)
            start = end
        lines: list[str] = []
        for item, line in zip(new, value_lines("", new, 0)[1:], strict=True):
            if stays := there.pop(_name(item), None):
                lines.append(self.text[slice(*stays)].removesuffix("\n").removesuffix("\r"))
            else:
                lines.append(f"{indent}{line.lstrip()}")
        gone = [comment for stretch in there.values()
                for comment in comments_in(self.text, extent, *stretch)]  # fmt: skip
        notes = [f"{indent}{comment}" for comment in gone]
        text = "".join(line + self.newline for line in [*notes, *lines])
        return _Edit(below, start, text)

    def notes(self, extent: Extent, start: int, end: int, indent: int | None) -> list[str]:
        """The comments of a stretch that goes, as lines of their own."""
        found = comments_in(self.text, extent, start, end)
        if found and indent is None:
            raise NotSplicedError("a comment would be lost")
        return [f"{' ' * (indent or 0)}{comment}" for comment in found]

    def inserted(self, at: int, lines: list[str]) -> _Edit:
        """New lines after the line that ends at an index."""
        text = "".join(line + self.newline for line in lines)
        if at and self.text[at - 1] != "\n":  # the last line of the file has no end
            text = self.newline + text[: -len(self.newline)]
        return _Edit(at, at, text)

    def deleted(self, start: int, _: int, extent: Extent) -> _Edit:
        """A key with its value, whole lines of it; the comments among them stay."""
        indent = self.column(start)
        first, end = self.text.rfind("\n", 0, start) + 1, self.line_end(extent.end)
        notes = self.notes(extent, start, end, indent)
        return _Edit(first, end, "".join(note + self.newline for note in notes))

    def column(self, index: int) -> int:
        """The column of a key that stands first on its line, from 0."""
        before = self.text[self.text.rfind("\n", 0, index) + 1 : index]
        if _INDENT.match(before) is None:
            raise NotSplicedError("a key does not stand first on its line")
        return len(before)

    def line_end(self, index: int) -> int:
        """The index after the end of the line on which something ends."""
        return self.text.find("\n", index) + 1 or len(self.text)


def _name(item: Any) -> str:
    """What tells an item of a list from the others: its names, in any order."""
    return " ".join(sorted(map(str, item))) if isinstance(item, list) else str(item)


def _order(value: Any) -> list[Any]:
    """The keys of a mapping in their order, and those inside."""
    if not isinstance(value, dict):
        return [value]
    return [part for key, inner in value.items() for part in (key, *_order(inner))]
