"""Answers from a file: an interview without anybody to ask."""

from collections.abc import Iterator

from policyscore.case.naming import quoted, some
from policyscore.case.suggestions import did_you_mean
from policyscore.elicitation.answers import WrongAnswerError, accept
from policyscore.elicitation.interview import Interview, Step, interview
from policyscore.elicitation.plan import Plan
from policyscore.reading import rules
from policyscore.reading.complaints import MOST_FINDINGS
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document

_OF_PROFILES = ("elicited", "answers")  # under which a profile keeps its answers


def answered(plans: tuple[Plan, ...], document: Document) -> tuple[Interview, list[Finding]]:
    """Hold an interview whose answers stand in a file.

    Args:
        plans: What is asked.
        document: The file: a mapping of questions' keys to answers, in any order.

    Returns:
        The interview, and what is wrong with the answers; complete if nothing is.
    """
    data = {key: value for key, value in document.data.items() if isinstance(key, str)}
    steps = [
        Step(key, value) for key, value in data.items() if isinstance(value, str | int | float)
    ]
    course = interview(plans, steps)
    findings = [*_wrong(course, document), *_missing(course, document)]
    return course, findings[:MOST_FINDINGS]


def _wrong(course: Interview, document: Document) -> Iterator[Finding]:
    """Answers to no question, and answers that are none."""
    by_key = {question.key: question for question in course.questions}
    for key, written in document.data.items():
        question = by_key.get(str(key))
        if question is None:
            if any(not waiting.can_wait for waiting in course.waiting):
                continue  # what else is asked depends on an answer that is missing
            asked = [key for key in by_key if key not in document.data]
            hint = did_you_mean(str(key), asked) or _hint(list(by_key))
            message = f"{quoted(key)} is not a question of this interview."
            yield document.finding(rules.UNKNOWN_KEY, (key,), message, hint, of_key=True)
            continue
        try:
            accept(question, written)
        except WrongAnswerError as error:
            yield document.finding(error.rule, (key,), f"{quoted(key)}: {error}", error.hint)


def _hint(keys: list[str]) -> str:
    return f"Its questions are {some(keys)}. `--by` says in which way is asked." if keys else ""


def _missing(course: Interview, document: Document) -> Iterator[Finding]:
    """Questions that are needed and not in the file."""
    left = [q.key for q in course.waiting if q.needed and q.key not in document.data]
    if left:
        message = f"There is no answer to {some(left)}."
        hint = "Every question needs an answer before the weights can be told."
        inside = next((key for key in _OF_PROFILES if key in document.data), None)
        if inside is not None:
            hint = (
                f"Answers stand at the top of the file, one a line, not under {quoted(inside)}: "
                "copy what a profile keeps under `elicited: answers:` into a file of its own."
            )
        where = () if inside is None else (inside,)
        yield document.finding(rules.MISSING_KEY, where, message, hint, of_key=inside is not None)
