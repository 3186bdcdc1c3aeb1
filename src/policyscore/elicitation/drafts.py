"""An interview that was broken off, kept as a YAML text, and taken up again without trust in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from policyscore.case.case import Case
from policyscore.case.shapes import ID, LINE, mapping
from policyscore.elicitation.interview import Interview, Step, interview
from policyscore.elicitation.plans import PLANS, plans_for
from policyscore.elicitation.questions import Answer
from policyscore.elicitation.written import Occasion, answers_of, scales_of
from policyscore.elicitation.yaml_text import mapping_lines
from policyscore.reading.diagnostics import Finding
from policyscore.reading.yaml_reader import read_yaml

FORM = 1
MOST_STEPS = 10_000
_ANSWER = cs.union_schema([cs.float_schema(strict=True, allow_inf_nan=False), LINE])
_FIELDS = {
    "draft": cs.int_schema(strict=True, ge=FORM, le=FORM),
    "when": LINE,
    "way": cs.literal_schema(list(PLANS)),
    "top-down": cs.bool_schema(strict=True),
    "scales": mapping(ID, LINE),
    "answers": cs.dict_schema(LINE, _ANSWER, max_length=MOST_STEPS),
    "put-off": cs.list_schema(LINE, strict=True, max_length=MOST_STEPS),
}
_OPTIONAL = {"title": LINE, "by": LINE, "because": LINE}
_DRAFT = SchemaValidator(
    cs.typed_dict_schema(
        {name: cs.typed_dict_field(schema) for name, schema in _FIELDS.items()}
        | {name: cs.typed_dict_field(schema, required=False) for name, schema in _OPTIONAL.items()},
        extra_behavior="forbid",
    )
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An interview that was broken off.

    Attributes:
        on: The day of its last answer, as text.
        way: The way of asking.
        top_down: Whether it goes group by group.
        scales: Criterion's id to the fingerprint that its scale had.
        answers: Key to answer, in the order in which they were given.
        put_off: Keys of the questions that were put off, the first one first.
        title: The profile's title, or an empty string.
        by: Who holds it, or an empty string.
        because: Why, or an empty string.
    """

    on: str
    way: str
    top_down: bool
    scales: dict[str, str]
    answers: dict[str, Answer]
    put_off: tuple[str, ...]
    title: str = ""
    by: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Resumed:
    """An interview taken up again.

    Attributes:
        course: The interview.
        changed: Titles or ids of criteria whose scale is no longer what it was, or that are new.
        dropped: How many answers do not mean any more what they did.
    """

    course: Interview
    changed: tuple[str, ...]
    dropped: int


def draft_text(course: Interview, case: Case, occasion: Occasion, *, top_down: bool) -> str:
    """An interview as the text of a draft.

    Args:
        course: The interview.
        case: The case.
        occasion: Who is asked, when, in which way.
        top_down: Whether it goes group by group.
    """
    late: dict[str, None] = {}
    for step in course.steps:
        if step.answer is None:
            late.pop(step.key, None)
            late[step.key] = None
    said = {"title": occasion.title, "by": occasion.by, "because": occasion.because}
    data = {
        "draft": FORM,
        "when": occasion.on,
        "way": occasion.way,
        **{key: text for key, text in said.items() if text},
        "scales": scales_of(case.criteria),
        "answers": answers_of(course),
        "put-off": [key for key in late if key not in course.answers],
    }
    lines = ["# Answers to `policyscore weigh` so far. The next run takes them up; delete at will."]
    lines += ["top-down: " + ("true" if top_down else "false")]
    for key, value in data.items():
        empty = "[]" if key == "put-off" else "{}"
        lines += [f"{key}: {empty}"] if value in ([], {}) else mapping_lines({key: value}, 0)
    return "\n".join(lines) + "\n"


def read_draft(text: str, path: str) -> tuple[Draft | None, list[Finding]]:
    """Read the text of a draft.

    Args:
        text: The text, which anybody may have written.
        path: Its name in findings.

    Returns:
        The draft, or None if it is none, and what the reader says of it.
    """
    document, findings = read_yaml(text, path)
    if document is None or findings or not _DRAFT.isinstance_python(document.data):
        return None, findings
    data: Mapping[str, Any] = _DRAFT.validate_python(document.data)
    return (
        Draft(
            data["when"],
            data["way"],
            data["top-down"],
            data["scales"],
            data["answers"],
            tuple(data["put-off"]),
            *(data.get(key, "") for key in _OPTIONAL),
        ),
        [],
    )


def resume(draft: Draft, case: Case, settings: Mapping[str, Any] | None = None) -> Resumed:
    """Take an interview up again.

    An answer is kept if it answers a question of the interview and every scale that it depends on
    is what it was. One that was judged against a step that is now to be named anew is kept too,
    and counts again if the same step is named.

    Args:
        draft: The draft.
        case: The case as it is now.
        settings: The way's settings at the top of the profile.
    """
    plans = plans_for(case.header.criteria, draft.way, top_down=draft.top_down, settings=settings)
    now = scales_of(case.criteria)
    changed = tuple(name for name, scale in now.items() if draft.scales.get(name) != scale)
    steps = [Step(key, answer) for key, answer in draft.answers.items()]
    steps += [Step(key, None) for key in draft.put_off if key not in draft.answers]
    course = interview(plans, steps)
    stale = {
        question.key
        for question in course.questions
        if question.key in draft.answers and not set(question.about).isdisjoint(changed)
    }
    kept = interview(plans, (step for step in steps if step.key not in stale))
    unknown = {s.key for s in kept.steps if s.answer is not None} - set(kept.answers)
    return Resumed(kept, changed, len(stale | unknown))
