"""Where each node of a YAML text begins and ends, so that one can be changed and the rest kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from policyscore.reading.parsers import default_parser
from policyscore.reading.scalars import resolve


@dataclass(slots=True)
class Extent:
    """The stretch of a node.

    Attributes:
        start: Index of its first character.
        end: Index after its last character; blank lines and comments after it do not belong to it.
        kind: What it is.
        flow: Whether it is a collection in brackets or braces.
        entries: Of a mapping, key to the stretch of the key and the extent of the value.
        items: Of a list, the extents of its items.
    """

    start: int
    end: int
    kind: str
    flow: bool = False
    entries: dict[Any, tuple[int, int, "Extent"]] = field(default_factory=dict)
    items: list["Extent"] = field(default_factory=list)


def extents_of(text: str) -> Extent:
    """The extents of the nodes of a text that the strict reader has read without an error."""
    parser = default_parser()(text)
    for _ in range(2):  # the starts of the stream and of the document
        parser.get_event()
    return _node(parser, parser.get_event(), text)


def _node(parser: Any, event: Any, text: str) -> Extent:
    start, end = event.start_mark.index, event.end_mark.index
    if type(event) is yaml.ScalarEvent:
        if event.style in ("|", ">") and "+" not in text[start : start + 3]:
            end = start + len(text[start:end].rstrip())
        return Extent(start, end, "scalar")
    kind = "mapping" if type(event) is yaml.MappingStartEvent else "sequence"
    found = Extent(start, end, kind, bool(event.flow_style))
    inner = parser.get_event()
    while type(inner) not in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
        if kind == "mapping":
            key_start, key_end = inner.start_mark.index, inner.end_mark.index
            key = inner.value if inner.style else resolve(inner.value)
            value = _node(parser, parser.get_event(), text)
            found.entries[key] = (key_start, key_end, value)
            found.end = max(found.end, key_end, value.end)
        else:
            found.items.append(_node(parser, inner, text))
            found.end = max(found.end, found.items[-1].end)
        inner = parser.get_event()
    if found.flow:
        found.end = inner.end_mark.index
    return found


def comments_in(text: str, extent: Extent, start: int, end: int) -> list[str]:
    """The comments in a stretch of a text, from their `#` on.

    Args:
        text: The text.
        extent: A node that holds all scalars of the stretch.
        start: Index of the stretch's first character.
        end: Index after its last.
    """
    taken = sorted(_scalars(extent))
    found: list[str] = []
    at = start
    while (at := text.find("#", at, end)) >= 0:
        inside = next((stop for first, stop in taken if first <= at < stop), None)
        line_end = min(text.find("\n", at) % (len(text) + 1), end)
        if inside is not None:
            at = inside
        elif at == 0 or text[at - 1].isspace():
            found.append(text[at:line_end].rstrip())
            at = line_end
        else:
            at += 1
    return found


def _scalars(extent: Extent) -> Iterator[tuple[int, int]]:
    """The stretches of all keys and scalars of a node."""
    if extent.kind == "scalar":
        yield extent.start, extent.end
    for start, end, value in extent.entries.values():
        yield start, end
        yield from _scalars(value)
    for item in extent.items:
        yield from _scalars(item)
