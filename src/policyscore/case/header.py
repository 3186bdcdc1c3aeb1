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
    "title": Field(
        LINE,
        "The criterion's name for readers.",
        examples=("Escalation risk", "Unity of the allies"),
    ),
    "asks": optional(
        TEXT,
        "The question that a score answers.",
        "",
        examples=(
            "How likely is the response to start a spiral of retaliation?",
            "How many of the parties in parliament would back it?",
        ),
    ),
    "better": Field(
        words("lower", "higher"),
        "Which end of the scale is the better one.",
        examples=("lower", "higher"),
    ),
    "scale": Field(
        mapping(NUMBER, LINE, at_least=2),
        "Anchors, number to words; the lowest and highest are the scale's ends.",
        examples=({0: "encouraged", 50: "as today", 100: "convinced that it does not pay"},),
    ),
    "value": optional(
        mapping(NUMBER, NUMBER, at_least=2),
        "Points of the value function, score to value.",
        examples=({0: 100, 50: 40, 100: 0},),
    ),
    "unit": optional(LINE, "What the numbers count.", "", examples=("points", "million euros")),
    "at_most": optional(
        NUMBER, "Requirement: options that score higher are excluded.", examples=(75,)
    ),
    "at_least": optional(
        NUMBER, "Requirement: options that score lower are excluded.", examples=(25,)
    ),
}
_EXAMPLE = {
    "escalation-risk": {
        "title": "Escalation risk",
        "better": "lower",
        "scale": {0: "no retaliation is plausible", 100: "a direct clash of forces"},
    }
}
_MEMBERS = cs.dict_schema(ID, cs.definition_reference_schema("member"), min_length=1)
GROUP_KEYS = {
    "title": Field(LINE, "The group's name for readers.", examples=("Security", "Effects at home")),
    "criteria": Field(_MEMBERS, "Its criteria, or groups of them.", examples=(_EXAMPLE,)),
}
EXPERT_KEYS = {
    "title": Field(LINE, "Who it is.", examples=("Serving army officer", "Former ambassador")),
    "weight": optional(
        NOT_NEGATIVE, "How much their judgements count when pooled.", 1.0, examples=(1, 2)
    ),
}
_DATE = either(
    lambda written: "year" if type(written) is int else "date",
    year=cs.no_info_after_validator_function(str, cs.int_schema(strict=True)),
    date=LINE,
)
SOURCE_KEYS = {
    "title": Field(LINE, "Its name.", examples=("Embassy cable", "Interviews with eight experts")),
    "published": optional(_DATE, "When, such as 2020-07.", "", examples=("2020-07", 2020)),
    "by": optional(LINE, "Who wrote it.", "", examples=("The embassy", "A panel of experts")),
    "url": optional(LINE, "Its address.", "", examples=("https://example.org/report.pdf",)),
}
RULE_KEYS = {
    "severity": Field(
        words(*SEVERITIES), "How grave its findings are; `off` drops them.", examples=("off",)
    ),
    "because": Field(
        TEXT,
        "Why the case wants it so.",
        examples=(
            "The two criteria measure different things.",
            "Only one expert speaks of this option.",
        ),
    ),
}
HEADER_KEYS = {
    "policyscore": Field(cs.int_schema(strict=True), "The format's version: 1.", examples=(1,)),
    "title": Field(
        LINE, "The case's name.", examples=("A border incident", "Responding to the reports")
    ),
    "question": optional(
        TEXT,
        "The question that is to be decided.",
        "",
        examples=(
            "How should we answer the incident at the border?",
            "What should be done if the reports are confirmed?",
        ),
    ),
    "baseline": Field(ID, "The option of doing nothing new.", examples=("no-response",)),
    "default_profile": optional(
        ID, "The profile that `rank` uses unless told otherwise.", "", examples=("balanced",)
    ),
    "criteria": Field(_MEMBERS, "The criteria, or groups of them.", examples=(_EXAMPLE,)),
    "experts": optional(
        mapping(ID, record(Expert, **EXPERT_KEYS)),
        "Who judges.",
        {},
        examples=({"expert-1": {"title": "Serving army officer", "weight": 1}},),
    ),
    "sources": optional(
        mapping(ID, record(Source, **SOURCE_KEYS)),
        "What is cited.",
        {},
        examples=({"cable": {"title": "Embassy cable", "published": "2020-07"}},),
    ),
    "rules": optional(
        mapping(LINE, record(RuleSetting, **RULE_KEYS)),
        "Severities of rules, by code.",
        {},
        examples=({"PS402": {"severity": "off", "because": "The two measure different things."}},),
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
