"""Lines that compare two criteria, such as `A over B`, as patterns for JSON Schema.

The patterns are read by Python and by JavaScript alike.
"""

from collections.abc import Sequence
from itertools import combinations

from policyscore.editors.forms import JsonSchema
from policyscore.weighing.limits import LARGEST_RATIO
from policyscore.weighing.trade_offs import EXAMPLE as A_TRADE_OFF

_SPACE = r"[^\S\n]"
_ANY_ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
_ABOVE_ZERO = r"(?=[0-9.]*[1-9])[0-9]{1,6}(?:\.[0-9]{1,6})?"
_FRACTION = f"^{_SPACE}*{_ABOVE_ZERO} ?/ ?{_ABOVE_ZERO}{_SPACE}*$"
_MOST_PAIRED = 10  # they have 45 pairs; more would bury what somebody looks for
_RATIO = "Write a number above 0, such as 3, or a fraction, such as 1/3."


def comparisons(form: JsonSchema, shared: JsonSchema) -> JsonSchema:
    """Put the form of comparisons in pairs into what may stand under `pairwise`.

    Args:
        form: The model's own form.
        shared: Where definitions that it uses go.
    """
    shared["ratio"] = {
        "title": "Ratio",
        "description": "How many times as much the first step from worst to best is worth as the "
        "second; below 1 if it is worth less.",
        **form["additionalProperties"],
        "minimum": 1 / LARGEST_RATIO,
        "maximum": LARGEST_RATIO,
        "pattern": _FRACTION,
        "examples": [3, "1/3"],
        "errorMessage": _RATIO,
        "patternErrorMessage": _RATIO,
    }
    names = form["propertyNames"] | _pair(_ANY_ID) | {"title": "one over another"}
    return {**form, "propertyNames": names, "additionalProperties": {"$ref": "#/$defs/ratio"}}


def comparisons_of(form: JsonSchema, titles: Sequence[tuple[str, str]]) -> JsonSchema:
    """What `comparisons` gives, with the names that may be compared.

    Args:
        form: What `comparisons` gave.
        titles: Ids with their titles.
    """
    made = {**form, "propertyNames": form["propertyNames"] | _pair(_one_of(titles))}
    if len(titles) <= _MOST_PAIRED:
        pairs = combinations((name for name, _ in titles), 2)
        ratio = form["additionalProperties"]
        made["properties"] = {f"{one} over {other}": ratio for one, other in pairs}
    return made


def trade_offs(form: JsonSchema) -> JsonSchema:
    """Put the form of statements of equal worth into what may stand under `trade-offs`.

    Args:
        form: The model's own form.
    """
    return {**form, "items": form["items"] | _trade_off(_ANY_ID)}


def trade_offs_of(form: JsonSchema, titles: Sequence[tuple[str, str]]) -> JsonSchema:
    """What `trade_offs` gives, with the criteria that may be traded off.

    Args:
        form: What `trade_offs` gave.
        titles: Ids with their titles.
    """
    return {**form, "items": form["items"] | _trade_off(_one_of(titles))}


def _pair(name: str) -> JsonSchema:
    s = _SPACE
    return {
        "pattern": rf"^(?!{s}*(\S+){s}+over{s}+\1{s}*$){s}*{name}{s}+over{s}+{name}{s}*$",
        "patternErrorMessage": "Write the ids of two criteria or groups that are weighed here, "
        "with `over` between them.",
    }


def _trade_off(name: str) -> JsonSchema:
    s = _SPACE
    step = rf"{name}{s}+from{s}+{_NUMBER}{s}+to{s}+{_NUMBER}"
    return {
        "pattern": rf"^(?!{s}*(\S+){s}.*{s}worth{s}+\1{s}){s}*{step}{s}+is{s}+worth{s}+{step}{s}*$",
        "patternErrorMessage": f"Write steps on two criteria, such as `{A_TRADE_OFF}`.",
    }


def _one_of(titles: Sequence[tuple[str, str]]) -> str:
    return f"(?:{'|'.join(name for name, _ in titles)})" if titles else "(?!)"
