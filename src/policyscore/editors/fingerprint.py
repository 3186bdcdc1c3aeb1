"""A fingerprint of all that a schema is made from: while it is the same, a written schema holds."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any

from policyscore.case.header import HEADER_SCHEMA
from policyscore.case.options import OPTION_SCHEMA
from policyscore.case.profiles import PROFILE_SCHEMA
from policyscore.editors.facts import Facts
from policyscore.reading.rules import all_rules
from policyscore.weighing.ways import WAYS

# To be raised when schemas are made otherwise from the same models and facts, so that those
# written by an earlier version of the program are renewed.
FORM = 3


def fingerprint(kind: str, facts: Facts) -> str:
    """Fingerprint the models of a kind of file, and what its schema knows of the case.

    Args:
        kind: The kind of file.
        facts: What its schema knows.
    """
    content = [FORM, _models(kind), facts]
    text = json.dumps(content, default=_plain, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


def _models(kind: str) -> Any:
    if kind == "case":
        return [HEADER_SCHEMA, [(*rule, rule.can_be_set) for rule in all_rules()]]
    if kind == "option":
        return OPTION_SCHEMA
    return [
        PROFILE_SCHEMA,
        [(way.key, way.says, way.schema, way.examples, way.settings) for way in WAYS.values()],
    ]


def _plain(thing: Any) -> Any:
    """Facts as a list; a class or function in a model by a name that is the same in every run."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return [getattr(thing, field.name) for field in fields(thing)]
    return str(getattr(thing, "__qualname__", type(thing).__qualname__))
