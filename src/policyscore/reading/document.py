"""One file, read: its data and the place of every key and value in it."""

from collections.abc import Sequence
from typing import ClassVar

from policyscore.reading.diagnostics import FILE_START, Finding, Span
from policyscore.reading.lines import Stretch, line_of, span_in
from policyscore.reading.rules import Rule
from policyscore.reading.scalars import Scalar

__all__ = ["Document", "Key", "Node", "Place", "line_of"]

Key = str | int | float
Node = Scalar | list["Node"] | dict[Key, "Node"]

# Places run parallel to the data. A scalar's place is its stretch of the text; a list's is
# [own stretch, place of each item]; a mapping's is {None: own stretch, key: (stretch of the key,
# place of the value)}.
Place = Stretch | list["Place"] | dict[Key | None, "Stretch | tuple[Stretch, Place]"]


class Document:
    """A YAML file as plain data.

    Attributes:
        path: The file, with `/` between folders, relative to the case's directory.
        text: Its whole text.
        data: The mapping it holds.
        places: The places of its keys and values, parallel to `data`.
    """

    __slots__ = ("_data", "_places", "path", "text")
    _awake: ClassVar["Document | None"] = None

    def __init__(self, path: str, text: str, data: dict[Key, Node], places: Place) -> None:
        self.path = path
        self.text = text
        self._data: dict[Key, Node] | None = data
        self._places: Place | None = places

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        mine = (self.path, self.text, self.data, self.places)
        return mine == (other.path, other.text, other.data, other.places)

    __hash__ = None  # type: ignore[assignment]

    @property
    def data(self) -> dict[Key, Node]:
        """The mapping it holds."""
        if self._data is None:
            self._read_again()
        return self._data or {}

    @property
    def places(self) -> Place:
        """The places of its keys and values."""
        if self._places is None:
            self._read_again()
        return self._places or 0

    def forget(self) -> None:
        """Keep only the text; what else is asked for later is read from it again.

        Ten thousand files would not fit into memory with the place of every node.
        """
        self._data = self._places = None

    def _read_again(self) -> None:
        from policyscore.reading.yaml_reader import read_yaml  # noqa: PLC0415 (it imports this)

        if Document._awake is not None:
            Document._awake.forget()
        Document._awake = self
        again, _ = read_yaml(self.text, self.path)
        if again is not None:
            self._data, self._places = again.data, again.places

    def span(self, where: Sequence[Key], *, of_key: bool = False) -> Span:
        """Find the place of a node.

        Args:
            where: Keys and indices from the top to the node. What leads nowhere is passed over,
                so the nearest place that exists is found.
            of_key: Whether the place of the last key is wanted, rather than of its value.

        Returns:
            The stretch of the value; of its key if `of_key`, or if the value is a collection, for
            which the key reads better in a message.
        """
        place = self.places
        best: Stretch | None = None
        for step in where:
            if isinstance(place, dict):
                entry = place.get(step)
                if not isinstance(entry, tuple):
                    continue
                best, place = entry
            elif isinstance(place, list) and isinstance(step, int) and step + 1 < len(place):
                place = place[step + 1]
                if not isinstance(place, int):
                    best = _first_stretch(place)
        if isinstance(place, int) and not (of_key and best is not None):
            best = place
        return FILE_START if best is None else span_in(self.text, best)

    def finding(
        self,
        rule: Rule,
        where: Sequence[Key],
        message: str,
        hint: str = "",
        *,
        of_key: bool = False,
    ) -> Finding:
        """Report what is wrong with a node of this file, at its place."""
        span = self.span(where, of_key=of_key)
        return Finding(rule, self.path, span, message, hint, line_of(self.text, span.line))


def _first_stretch(place: Place) -> Stretch:
    """The stretch that stands for a collection: its first key or item."""
    while not isinstance(place, int):
        if isinstance(place, dict):
            entry = next((e for k, e in place.items() if k is not None), place[None])
            place = entry[0] if isinstance(entry, tuple) else entry
        else:
            place = place[1] if len(place) > 1 else place[0]
    return place
