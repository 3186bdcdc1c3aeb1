"""What each mapping in a file describes, and which keys it may have."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from policyscore.case.header import (
    CRITERION_KEYS,
    EXPERT_KEYS,
    GROUP_KEYS,
    HEADER_KEYS,
    RULE_KEYS,
    SOURCE_KEYS,
)
from policyscore.case.options import JUDGEMENT_KEYS, OPTION_KEYS, STANCE_KEYS
from policyscore.case.profiles import ELICITED_KEYS, PROFILE_KEYS
from policyscore.case.shapes import Field
from policyscore.reading.document import Document, Key

Where = tuple[Key, ...]


class RecordKind(NamedTuple):
    """What a mapping in a file describes.

    Attributes:
        name: In words, such as "a judgement".
        fields: The keys it may have, spelled as in Python.
        others: Further keys that it may have, for suggestions.
    """

    name: str
    fields: Mapping[str, Field]
    others: Sequence[str] = ()

    @property
    def keys(self) -> list[str]:
        """The keys as they are spelled in files."""
        return [name.replace("_", "-") for name in self.fields] + list(self.others)


def option_kind(_: Document, where: Where) -> RecordKind:
    """What a mapping in an option's file describes."""
    if where[:1] == ("stances",):
        return RecordKind("a stance", STANCE_KEYS)
    if where[:1] == ("scores",) and len(where) > 1:
        return RecordKind("a judgement", JUDGEMENT_KEYS)
    return RecordKind("an option", OPTION_KEYS)


def header_kind(document: Document, where: Where) -> RecordKind:
    """What a mapping in `policyscore.yaml` describes."""
    if where[:1] == ("experts",):
        return RecordKind("an expert", EXPERT_KEYS)
    if where[:1] == ("sources",):
        return RecordKind("a source", SOURCE_KEYS)
    if where[:1] == ("rules",):
        return RecordKind("a rule's setting", RULE_KEYS)
    if where[:1] != ("criteria",):
        return RecordKind("a case", HEADER_KEYS)
    written: Any = document.data
    for step in where:
        written = written.get(step) if isinstance(written, dict) else None
    if isinstance(written, dict) and "criteria" in written:
        return RecordKind("a group", GROUP_KEYS)
    return RecordKind("a criterion", CRITERION_KEYS, ("criteria",))


def profile_kind(_: Document, where: Where) -> RecordKind:
    """What a mapping in a weights file describes."""
    if where[:1] == ("elicited",):
        return RecordKind("an interview", ELICITED_KEYS)
    return RecordKind("a profile", PROFILE_KEYS)
