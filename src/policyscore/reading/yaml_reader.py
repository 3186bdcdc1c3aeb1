"""A strict YAML reader on parser events: one pass, every key and value with its place."""

from typing import Any

import yaml

from policyscore.reading import rules
from policyscore.reading.characters import FORBIDDEN, character_name
from policyscore.reading.complaints import Complaints, StopReadingError
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document, Key, Node, Place
from policyscore.reading.lines import STRETCH_BITS, Stretch
from policyscore.reading.parsers import default_parser
from policyscore.reading.scalars import FIRST, resolve

DEEPEST = 32
MOST_VALUES = 50_000  # a mebibyte of `{},` is ten times that, and a gigabyte once it is checked


def read_yaml(text: str, path: str, parser: Any = None) -> tuple[Document | None, list[Finding]]:
    """Read one YAML text.

    Args:
        text: The text, without a byte order mark.
        path: The file's name in findings.
        parser: The event parser's class; by default libyaml's where there is one.

    Returns:
        The document, or None if nothing can be made of it, and what is wrong with it. A document
        can come with findings (a duplicate key, say): its first value is kept.
    """
    reader = _Reader(text, path)
    document = reader.read(parser or default_parser())
    return document, reader.findings


class _Reader(Complaints):
    """The state of reading one text."""

    values = 0

    def read(self, parser: Any) -> Document | None:
        """Read the text; see `read_yaml`."""
        try:
            self.check_characters()
            if self.findings:
                return None
            self.parser = parser(self.text)
            return self.document()
        except StopReadingError:
            return None
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            self.findings.append(self.syntax_finding(error))
            return None

    def check_characters(self) -> None:
        """Report characters that no text may hold, before any parser sees them."""
        if self.text.isascii() and self.text.isprintable():
            return
        for match in FORBIDDEN.finditer(self.text):
            self.report(
                rules.CONTROL_CHARACTER,
                match.start() << STRETCH_BITS | match.end(),
                f"The text holds a character that is not allowed: {character_name(match.group())}.",
                "Save the file with Unix or Windows line ends."
                if match.group() == "\r"
                else "Delete it; it is invisible in most editors.",
            )

    def document(self) -> Document | None:
        """Read the events of one document and see that none follows it."""
        event = self.next()  # the stream's start
        event = self.next()
        if type(event) is yaml.StreamEndEvent:
            self.report(
                rules.EMPTY_FILE, None, "The file is empty.", "Write its keys, or delete it."
            )
            return None
        start = self.next()
        if type(start) is not yaml.MappingStartEvent:
            self.refuse_top_level(start)
            return None
        data, places = self.mapping(start, 1)
        self.next()  # the document's end
        event = self.next()
        if type(event) is not yaml.StreamEndEvent:
            self.report(
                rules.SEVERAL_DOCUMENTS,
                event.start_mark.index << STRETCH_BITS | event.end_mark.index,
                "The file holds more than one document (a second `---`).",
                "Keep one document a file.",
            )
        return Document(self.path, self.text, data, places)

    def refuse_top_level(self, start: Any) -> None:
        """Report a file that holds something else than a mapping, or nothing."""
        stretch = start.start_mark.index << STRETCH_BITS | start.end_mark.index
        if type(start) is yaml.AliasEvent:
            self.refuse_alias(start)
        elif start.tag is not None or start.anchor is not None:
            self.refuse_properties(start, stretch)
        elif type(start) is yaml.ScalarEvent and not start.value and not start.style:
            self.report(
                rules.EMPTY_FILE, None, "The file is empty.", "Write its keys, or delete it."
            )
        else:
            self.report(
                rules.NOT_A_MAPPING,
                stretch,
                "The file must hold `key: value` lines at its top level.",
                "Start with a line such as `title: ...`.",
            )

    def next(self) -> Any:
        """The next event."""
        return self.parser.get_event()

    def node(self, event: Any, depth: int) -> tuple[Node, Place]:
        """Read one value, of which `event` is the first event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            stretch = event.start_mark.index << STRETCH_BITS | event.end_mark.index
            return self.scalar(event, stretch), stretch
        if kind is yaml.MappingStartEvent:
            return self.mapping(event, depth + 1)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event, depth + 1)
        return None, self.refuse_alias(event)

    def scalar(self, event: Any, stretch: Stretch) -> Any:
        """The value of a scalar."""
        value: str = event.value
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event, stretch)
        if not event.style:
            return resolve(value) if not value or value[0] in FIRST else value
        if event.style == '"' and (bad := FORBIDDEN.search(value)):
            self.report(
                rules.CONTROL_CHARACTER,
                stretch,
                f"The text holds a character that is not allowed: {character_name(bad.group())}.",
                "Delete the escape that stands for it.",
            )
        return value

    def sequence(self, start: Any, depth: int) -> tuple[list[Node], list[Place]]:
        """Read a list whose start has been read."""
        stretch = start.start_mark.index << STRETCH_BITS | start.end_mark.index
        self.check_collection(start, stretch, depth)
        items: list[Node] = []
        places: list[Place] = [stretch]
        event = self.next()
        while type(event) is not yaml.SequenceEndEvent:
            value, place = self.node(event, depth)
            items.append(value)
            places.append(place)
            event = self.next()
        self.count_values(len(items), stretch)
        return items, places

    def mapping(self, start: Any, depth: int) -> tuple[dict[Key, Node], Place]:
        """Read a mapping whose start has been read."""
        own = start.start_mark.index << STRETCH_BITS | start.end_mark.index
        self.check_collection(start, own, depth)
        data: dict[Key, Node] = {}
        places: dict[Key | None, Stretch | tuple[Stretch, Place]] = {None: own}
        get = self.parser.get_event
        scalar_event, bits = yaml.ScalarEvent, STRETCH_BITS
        event = get()
        while type(event) is not yaml.MappingEndEvent:
            stretch = event.start_mark.index << bits | event.end_mark.index
            if type(event) is scalar_event:
                key = self.scalar(event, stretch)
            else:
                key, _ = self.node(event, depth)
            good = type(key) is str or type(key) is int or type(key) is float
            if not good:
                if type(event) is not yaml.AliasEvent:  # that has its own finding
                    self.refuse_key(event, stretch)
            elif key == "<<" and not event.style:
                self.report(
                    rules.ALIAS,
                    stretch,
                    "Merge keys (`<<`) are not allowed.",
                    "Write the keys out, so that each file can be read on its own.",
                )
                good = False
            value, place = self.node(get(), depth)
            if good:
                if key in data:
                    self.refuse_duplicate(key, stretch, places[key])
                else:
                    data[key] = value
                    places[key] = (stretch, place)
            event = get()
        self.count_values(len(data), own)
        return data, places

    def count_values(self, more: int, at: Stretch) -> None:
        """Give up on a file that holds more values than any that a person writes."""
        self.values += more
        if self.values > MOST_VALUES:
            self.report(
                rules.TOO_LARGE,
                at,
                f"The file holds more than {MOST_VALUES:,} values.",
                "A file of a case is a few pages of text; keep data elsewhere and cite it.",
            )
            raise StopReadingError

    def check_collection(self, event: Any, stretch: Stretch, depth: int) -> None:
        """Refuse a collection that is tagged, anchored or nested too deeply."""
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event, stretch)
        if depth > DEEPEST:
            self.report(
                rules.TOO_DEEP, stretch, f"The file is nested more than {DEEPEST} levels deep."
            )
            raise StopReadingError
