"""Answers: whether what was written or typed answers a question, and in which form it is kept."""

import re
from collections.abc import Mapping
from typing import Any

from policyscore.case.naming import plain, quoted, some, what_is
from policyscore.case.suggestions import did_you_mean
from policyscore.elicitation.questions import TIE, Answer, Question
from policyscore.reading import rules
from policyscore.reading.rules import Rule

MOST_POINTS = 100.0
MOST_TIMES = 9.0  # the end of Saaty's scale
_FRACTION = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})\Z")
_SLACK = 1e-9


class WrongAnswerError(Exception):
    """What was given is no answer to the question.

    Attributes:
        rule: The rule it breaks.
        hint: What would be one.
    """

    def __init__(self, rule: Rule, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.hint = hint


def accept(question: Question, written: Any) -> Answer:
    """Take an answer to a question.

    Args:
        question: The question.
        written: What was written or typed.

    Returns:
        The answer in the form in which it is kept: a name, names joined by ` = `, points, or times
        (a whole number of parts as a fraction: 1/3).

    Raises:
        WrongAnswerError: If it is none.
    """
    if question.ask in ("most", "best", "worst"):
        return _one_of(question, written)
    if question.ask == "next":
        return _tie(question, written)
    if question.ask == "points":
        return _points(written)
    return _times(written, 1.0 if question.ask == "times-more" else 1 / MOST_TIMES)


def given(question: Question, answers: Mapping[str, Any]) -> Answer | None:
    """The answer to a question among answers; None if there is none, or none that fits."""
    if question.key not in answers:
        return None
    try:
        return accept(question, answers[question.key])
    except WrongAnswerError:
        return None


def times(answer: Answer) -> float:
    """An accepted answer to a question about times, as a number."""
    if isinstance(answer, str):
        above, _, below = answer.partition("/")
        return int(above) / int(below)
    return answer


def times_answer(ratio: float) -> Answer:
    """A number of times in the form in which it is kept."""
    parts = round(1 / ratio)
    if parts > 1 and abs(ratio * parts - 1) <= _SLACK:
        return f"1/{parts}"
    whole = round(ratio)
    return float(whole) if whole and abs(ratio / whole - 1) <= _SLACK else ratio


def tied_names(answer: Answer) -> tuple[str, ...]:
    """The names at one place of an order."""
    return tuple(str(answer).split(TIE))


def _one_of(question: Question, written: Any) -> str:
    if isinstance(written, str) and written in question.names:
        return written
    raise _not_a_name(question, written)


def _tie(question: Question, written: Any) -> str:
    if not isinstance(written, str):
        raise _not_a_name(question, written)
    names = tied_names(written)
    for name in names:
        if name not in question.names:
            raise _not_a_name(question, name)
    if len(set(names)) != len(names):
        message = f"{quoted(written)} names a criterion twice."
        raise WrongAnswerError(rules.WEIGHED_TWICE, message, "Name each once.")
    return TIE.join(name for name in question.names if name in names)


def _not_a_name(question: Question, written: Any) -> WrongAnswerError:
    there = some(question.names)
    if not isinstance(written, str):
        message = f"The answer needs the id of a criterion or group, not {what_is(written)}."
        return WrongAnswerError(rules.WRONG_TYPE, message, f"Write one of {there}.")
    hint = did_you_mean(written, question.names) or f"Write one of {there}."
    return WrongAnswerError(
        rules.UNKNOWN_CRITERION, f"{quoted(written)} is not one of those asked about.", hint
    )


def _points(written: Any) -> float:
    if isinstance(written, bool) or not isinstance(written, int | float):
        message = f"The answer needs a number from 0 to 100, not {what_is(written)}."
        raise WrongAnswerError(rules.NOT_A_NUMBER, message, "100 says that it matters as much.")
    if not 0 <= written <= MOST_POINTS:
        raise WrongAnswerError(
            rules.OUT_OF_RANGE,
            f"{plain(written)} is not between 0 and 100.",
            "Nothing is worth more than the step that matters most, which has 100.",
        )
    return float(written)


def _times(written: Any, least: float) -> Answer:
    low = "1" if least == 1 else "1/9"
    hint = "1 says that both matter as much, 3 moderately more, 5 strongly, 7 very strongly, "
    hint += "9 extremely" + ("." if least == 1 else "; 1/3 that the second matters more.")
    ratio: float | None = None
    if isinstance(written, int | float) and not isinstance(written, bool):
        ratio = float(written)
    elif isinstance(written, str) and (match := _FRACTION.match(written)):
        ratio = int(match[1]) / int(match[2])
    if ratio is None:
        message = f"The answer needs a number from {low} to 9, not {what_is(written)}."
        raise WrongAnswerError(rules.NOT_A_NUMBER, message, hint)
    if not least - _SLACK <= ratio <= MOST_TIMES + _SLACK:
        message = f"{plain(ratio)} is not between {low} and 9."
        raise WrongAnswerError(rules.OUT_OF_RANGE, message, hint)
    return times_answer(min(max(ratio, least), MOST_TIMES))
