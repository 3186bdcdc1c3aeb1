"""An option's file: what it is, who says what of it, and how it scores."""

from typing import Any, Literal

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from policyscore.case.shapes import (
    ID,
    LINE,
    NUMBER,
    TEXT,
    Field,
    either,
    many,
    mapping,
    model,
    optional,
    record,
    words,
)

CASE_AUTHOR = "case-author"
UNKNOWN: Literal["unknown"] = "unknown"
STANCES = ("recommends", "conditional", "mentions", "doubts", "opposes", "predicts")
CONFIDENCES = ("low", "moderate", "high")
BASES = ("stated", "inferred")


@model
class Judgement:
    """One person's score of one option on one criterion.

    Attributes:
        by: Expert's id; the case's author for a judgement that names nobody.
        likely: Best guess on the criterion's scale, `unknown`, or None if only a range or a
            distribution is given.
        low: Lowest score held possible, or None.
        high: Highest score held possible, or None.
        because: The reason, or an empty string.
        source: Id of the source, or an empty string.
        at: Where in the source, or an empty string.
        confidence: How sure the judge is, or an empty string. Shown; never changes a number.
        basis: Whether the source states the score or the author inferred it, or an empty string.
        normal: Mean and standard deviation of a normal distribution, or None.
        beta: Shapes of a beta distribution from `low` to `high` (0 to 1 without them), or None.
        samples: Scores drawn elsewhere, each as probable as any other, or None.
    """

    by: str = CASE_AUTHOR
    likely: float | Literal["unknown"] | None = None
    low: float | None = None
    high: float | None = None
    because: str = ""
    source: str = ""
    at: str = ""
    confidence: str = ""
    basis: str = ""
    normal: tuple[float, float] | None = None
    beta: tuple[float, float] | None = None
    samples: tuple[float, ...] | None = None


@model
class Stance:
    """What an expert says of an option.

    Attributes:
        expert: Expert's id.
        stance: One of `STANCES`.
        source: Id of the source, or an empty string.
        at: Where in the source, or an empty string.
        because: Reason or condition, or an empty string.
    """

    expert: str
    stance: str
    source: str = ""
    at: str = ""
    because: str = ""


@model
class Option:
    """One course of action.

    Attributes:
        title: Its name for readers.
        summary: What would be done, or an empty string.
        tags: Words to pick options by.
        requires: Ids of the options that must be taken with it.
        conflicts_with: Ids of the options that cannot be taken with it.
        stances: What experts say of it.
        scores: Criterion's id to its judgements, of which there is at least one.
    """

    title: str
    summary: str
    tags: tuple[str, ...]
    requires: tuple[str, ...]
    conflicts_with: tuple[str, ...]
    stances: tuple[Stance, ...]
    scores: dict[str, tuple[Judgement, ...]]


def _is_number(written: Any) -> bool:
    return isinstance(written, int | float) and not isinstance(written, bool)


JUDGEMENT_KEYS = {
    "by": optional(
        ID,
        "Who judges: an expert's id. Without it, the case's author.",
        CASE_AUTHOR,
        examples=("expert-3",),
    ),
    "likely": optional(
        either(
            lambda written: "number" if _is_number(written) else "word",
            word=words(UNKNOWN),
            number=NUMBER,
        ),
        "Best guess on the criterion's scale, or `unknown`.",
        examples=(40, UNKNOWN),
    ),
    "low": optional(NUMBER, "Lowest score held possible.", examples=(25,)),
    "high": optional(NUMBER, "Highest score held possible.", examples=(60,)),
    "normal": optional(
        many(NUMBER),
        "In place of `likely`: mean and standard deviation of a normal distribution.",
        examples=([40, 10],),
    ),
    "beta": optional(
        many(NUMBER),
        "In place of `likely`: the two shapes of a beta distribution from `low` to `high`, which "
        "only a scale from 0 to 1 can do without.",
        examples=([2, 5],),
    ),
    "samples": optional(
        many(NUMBER),
        "In place of `likely`: scores drawn by a model or counted, two or more.",
        examples=([35, 40, 52],),
    ),
    "because": optional(
        TEXT,
        "The reason, in the author's own words.",
        "",
        examples=(
            "Notes have been answered with notes.",
            "An ally at the border raises the stakes.",
        ),
    ),
    "source": optional(ID, "Id of the source.", "", examples=("expert-analysis",)),
    "at": optional(LINE, "Where in the source, such as q2p3.", "", examples=("q2p3", "page 14")),
    "confidence": optional(
        words(*CONFIDENCES),
        "How sure the judge is; changes no number.",
        "",
        examples=("moderate",),
    ),
    "basis": optional(
        words(*BASES),
        "Whether the source states the score or it is inferred.",
        "",
        examples=("inferred",),
    ),
}
STANCE_KEYS = {
    "expert": Field(ID, "Who says it: an expert's id.", examples=("expert-3",)),
    "stance": Field(
        words(*STANCES), "What the expert says of the option.", examples=("conditional",)
    ),
    "source": optional(ID, "Id of the source.", "", examples=("expert-analysis",)),
    "at": optional(LINE, "Where in the source, such as q2p3.", "", examples=("q2p3", "page 14")),
    "because": optional(
        TEXT,
        "Reason or condition, in the author's own words.",
        "",
        examples=("Only together with the allies.", "Doubts that anyone would notice."),
    ),
}
_JUDGEMENT = record(Judgement, **JUDGEMENT_KEYS)


def _form(written: Any) -> str:
    """Which of the forms of a score was written."""
    if isinstance(written, list):
        return "several"
    if isinstance(written, dict):
        return "one"
    return "number" if _is_number(written) else "word"


_SCORE = either(
    _form,
    number=cs.no_info_after_validator_function(lambda x: (Judgement(likely=x),), NUMBER),
    word=cs.no_info_after_validator_function(
        lambda _: (Judgement(likely=UNKNOWN),), words(UNKNOWN)
    ),
    one=cs.no_info_after_validator_function(lambda x: (x,), _JUDGEMENT),
    several=cs.tuple_schema([_JUDGEMENT], variadic_item_index=0, min_length=1),
)
OPTION_KEYS = {
    "title": Field(
        LINE, "The option's name for readers.", examples=("Targeted sanctions", "Formal protest")
    ),
    "summary": optional(
        TEXT,
        "What would be done, in a sentence or two.",
        "",
        examples=(
            "Hand over a note and ask for an inquiry.",
            "Patrol the border together with an ally.",
        ),
    ),
    "tags": optional(
        many(ID), "Words to pick options by.", (), examples=(["economic"], ["military", "public"])
    ),
    "requires": optional(
        many(ID),
        "Options that must be taken with this one.",
        (),
        examples=(["consult-coalition"],),
    ),
    "conflicts_with": optional(
        many(ID),
        "Options that cannot be taken with this one.",
        (),
        examples=(["no-response"],),
    ),
    "stances": optional(
        many(record(Stance, **STANCE_KEYS)),
        "What experts say of it.",
        (),
        examples=([{"expert": "expert-3", "stance": "conditional", "at": "q2p2"}],),
    ),
    "scores": Field(
        mapping(ID, _SCORE),
        "A score for every criterion.",
        examples=(
            {
                "escalation-risk": 40,
                "domestic-consensus": UNKNOWN,
                "alliance-cohesion": {"by": "expert-3", "low": 50, "likely": 65, "high": 80},
            },
        ),
    ),
}
OPTION_SCHEMA = record(Option, **OPTION_KEYS)
OPTION = SchemaValidator(OPTION_SCHEMA)
