"""The case's own file, `policyscore.yaml`: its question, criteria, experts and sources."""

from typing import Any, Literal, Union

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from policyscore.case.shapes import (
    ID,
    LINE,
    NOT_NEGATIVE,
    NUMBER,
    TEXT,
    Field,
    either,
    mapping,
    model,
    optional,
    record,
    words,
)

FORMAT_VERSION = 1


@model
class Criterion:
    """Something that is cared about, with the fixed scale on which options are scored.

    Attributes:
        title: Its name for readers.
        asks: The question that a score answers, or an empty string.
        better: Which end of the scale is the better one.
        scale: Anchors: number to words, in the order of the file. The extremes are its ends.
        value: Points of the value function, score to value (0 to 100), or None if it is linear.
        unit: What the numbers count, or an empty string.
        at_most: Requirement: options that score higher are excluded; or None.
        at_least: Requirement: options that score lower are excluded; or None.
    """

    title: str
    asks: str
    better: Literal["lower", "higher"]
    scale: dict[float, str]
    value: dict[float, float] | None
    unit: str
    at_most: float | None
    at_least: float | None

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest number of the scale."""
        return min(self.scale), max(self.scale)


@model
class Group:
    """A group of criteria.

    Attributes:
        title: Its name for readers.
        criteria: Its members by id, groups or criteria, in the order of the file.
    """

    title: str
    criteria: "dict[str, Group | Criterion]"


Tree = dict[str, Union[Group, Criterion]]  # noqa: UP007 (Group is not yet whole for `|`)


@model
class Expert:
    """Somebody whose judgements and stances are on file.

    Attributes:
        title: Who it is.
        weight: How much a judgement of theirs counts when several are pooled; 0 or more.
    """

    title: str
    weight: float


@model
class Source:
    """Where judgements and stances come from.

    Attributes:
        title: Its name.
        published: When, as written in the file, or an empty string.
        by: Who wrote it, or an empty string.
        url: Its address, or an empty string.
    """

    title: str
    published: str
    by: str
    url: str


@model
class RuleSetting:
    """How grave the case wants the findings of a rule to be.

    Attributes:
        severity: One of `SEVERITIES`.
        because: Why.
    """

    severity: Literal["error", "warning", "info", "off"]
    because: str


@model
class Header:
    """The content of `policyscore.yaml`; attributes as the keys of the file."""

    policyscore: int
    title: str
    question: str
    baseline: str
    default_profile: str
    criteria: Tree
    experts: dict[str, Expert]
    sources: dict[str, Source]
    rules: dict[str, RuleSetting]


SEVERITIES = ("error", "warning", "info", "off")
CRITERION_KEYS = {
    "title": Field(LINE, "The criterion's name for readers."),
    "asks": optional(TEXT, "The question that a score answers.", ""),
    "better": Field(words("lower", "higher"), "Which end of the scale is the better one."),
    "scale": Field(
        mapping(NUMBER, LINE, at_least=2),
        "Anchors, number to words; the lowest and highest are the scale's ends.",
    ),
    "value": optional(
        mapping(NUMBER, NUMBER, at_least=2), "Points of the value function, score to value."
    ),
    "unit": optional(LINE, "What the numbers count.", ""),
    "at_most": optional(NUMBER, "Requirement: options that score higher are excluded."),
    "at_least": optional(NUMBER, "Requirement: options that score lower are excluded."),
}
_MEMBERS = cs.dict_schema(ID, cs.definition_reference_schema("member"), min_length=1)
GROUP_KEYS = {
    "title": Field(LINE, "The group's name for readers."),
    "criteria": Field(_MEMBERS, "Its criteria, or groups of them."),
}
EXPERT_KEYS = {
    "title": Field(LINE, "Who it is."),
    "weight": optional(NOT_NEGATIVE, "How much their judgements count when pooled.", 1.0),
}
_DATE = either(
    lambda written: "year" if isinstance(written, int) else "date",
    year=cs.no_info_after_validator_function(str, cs.int_schema(strict=True)),
    date=LINE,
)
SOURCE_KEYS = {
    "title": Field(LINE, "Its name."),
    "published": optional(_DATE, "When, such as 2020-07.", ""),
    "by": optional(LINE, "Who wrote it.", ""),
    "url": optional(LINE, "Its address.", ""),
}
RULE_KEYS = {
    "severity": Field(words(*SEVERITIES), "How grave its findings are; `off` drops them."),
    "because": Field(TEXT, "Why the case wants it so."),
}
HEADER_KEYS = {
    "policyscore": Field(cs.int_schema(strict=True), "The format's version: 1."),
    "title": Field(LINE, "The case's name."),
    "question": optional(TEXT, "The question that is to be decided.", ""),
    "baseline": Field(ID, "The option of doing nothing new."),
    "default_profile": optional(ID, "The profile that `rank` uses unless told otherwise.", ""),
    "criteria": Field(_MEMBERS, "The criteria, or groups of them."),
    "experts": optional(mapping(ID, record(Expert, **EXPERT_KEYS)), "Who judges.", {}),
    "sources": optional(mapping(ID, record(Source, **SOURCE_KEYS)), "What is cited.", {}),
    "rules": optional(
        mapping(LINE, record(RuleSetting, **RULE_KEYS)), "Severities of rules, by code.", {}
    ),
}


def _form(written: Any) -> str:
    """Whether a member of a tree of criteria was written as a group or as a criterion."""
    return "group" if isinstance(written, dict) and "criteria" in written else "criterion"


_MEMBER = either(
    _form, group=record(Group, **GROUP_KEYS), criterion=record(Criterion, **CRITERION_KEYS)
)
HEADER_SCHEMA = cs.definitions_schema(record(Header, **HEADER_KEYS), [{**_MEMBER, "ref": "member"}])
HEADER = SchemaValidator(HEADER_SCHEMA)
