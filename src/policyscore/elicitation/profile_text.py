"""The text of a weights file after an interview: new, or the old one with its statement changed."""

from collections.abc import Mapping
from typing import Any

from policyscore.case.profiles import PROFILE_KEYS
from policyscore.elicitation.splicing import spliced
from policyscore.elicitation.yaml_text import mapping_lines
from policyscore.reading.document import Document
from policyscore.weighing.ways import WAYS, WITHIN

_AFTER = {"by": ("title",), "because": ("by", "title")}


def new_text(data: Mapping[str, Any], comment: str = "") -> str:
    """A new weights file.

    Args:
        data: What it says.
        comment: Its first line, or an empty string.
    """
    return "\n".join([*([comment] if comment else []), *mapping_lines(data, 0)]) + "\n"


def kept_settings(old: Mapping[Any, Any], way: str) -> dict[str, Any]:
    """The settings of a way in an old profile, which stay when it is weighed in that way again."""
    if way not in old or way not in WAYS:
        return {}
    return {key: old[key] for key in WAYS[way].settings if key in old}


def changed_text(document: Document, data: Mapping[str, Any], way: str) -> str:
    """A weights file whose weights are stated anew, every other byte as it was.

    Args:
        document: The file as it is.
        data: The keys to write. The file's other statements go; its title, `by` and `because`
            stay if `data` has none.
        way: The way of weighing at the top.

    Raises:
        NotSplicedError: If the file's own form does not allow that.
    """
    old: Mapping[Any, Any] = document.data
    kept = {*PROFILE_KEYS, *kept_settings(old, way), *data}
    gone = [key for key in old if key not in kept]
    new = {key: data.get(key, value) for key, value in old.items() if key in kept}
    stays = [key for key in (way, WITHIN) if key in old and key in data]
    last = list(old)[-1]
    after: dict[str, str] = {}
    for key in data:
        if key in old:
            continue
        if key in _AFTER:
            after[key] = next((k for k in _AFTER[key] if k in old), last)
        elif key in (way, WITHIN):
            after[key] = (stays or gone or [last])[0]
        else:
            after[key] = last
    new |= {key: value for key, value in data.items() if key not in old}
    return spliced(document.text, old, new, after, frozenset({"elicited"}))
