"""What is being typed or picked as the answer to one question, one key at a time."""

from dataclasses import dataclass, replace
from typing import Any

from policyscore.case.naming import plain
from policyscore.elicitation.answers import MOST_POINTS, MOST_TIMES, times, times_answer
from policyscore.elicitation.questions import TIE, Answer, Question

_STEPS = {"up": 1, "down": -1, "right": 5, "left": -5, "pageup": 10, "pagedown": -10}
_ENDS = {"home": 0.0, "end": MOST_POINTS}
_MIDDLE = 50.0
_LONGEST = 6
_PAGE = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer in the making.

    Attributes:
        question: The question.
        cursor: Of names, the one under the cursor, from 0.
        marked: Of names that tie, those that are marked.
        typed: Of points, what is typed.
        level: Of times, how many steps the first is above 1 (below if negative); None at first.
    """

    question: Question
    cursor: int = 0
    marked: frozenset[str] = frozenset()
    typed: str = ""
    level: int | None = None

    def pressed(self, key: str) -> "Entry":
        """The entry after a key; itself if the key means nothing here."""
        if self.question.ask == "points":
            return self._points(key)
        if self.question.ask in ("times", "times-more"):
            return self._times(key)
        return self._names(key)

    def _names(self, key: str) -> "Entry":
        last = len(self.question.names) - 1
        moves = {
            "up": -1,
            "down": 1,
            "pageup": -_PAGE,
            "pagedown": _PAGE,
            "home": -last,
            "end": last,
        }
        if key in moves:
            return replace(self, cursor=min(max(self.cursor + moves[key], 0), last))
        if key == "space" and self.question.ask == "next":
            here = self.question.names[self.cursor]
            return replace(self, marked=self.marked ^ {here})
        return self

    def _points(self, key: str) -> "Entry":
        if key in _STEPS:
            try:
                now = float(self.typed) + _STEPS[key]
            except ValueError:
                now = _MIDDLE
            return replace(self, typed=plain(min(max(now, 0.0), MOST_POINTS)))
        if key in _ENDS:
            return replace(self, typed=plain(_ENDS[key]))
        if key == "backspace":
            return replace(self, typed=self.typed[:-1])
        number = key in "0123456789" or (key == "." and "." not in self.typed)
        if len(key) == 1 and number and len(self.typed) < _LONGEST:
            return replace(self, typed=self.typed + key)
        return self

    def _times(self, key: str) -> "Entry":
        most = round(MOST_TIMES) - 1
        least = 0 if self.question.ask == "times-more" else -most
        moves = {"up": 1, "left": 1, "down": -1, "right": -1, "pageup": 2, "pagedown": -2}
        if key in moves:
            now = 0 if self.level is None else self.level + moves[key]
            if self.level is None and least < 0:
                now = moves[key]
            return replace(self, level=min(max(now, least), most))
        if key in ("home", "end"):
            return replace(self, level=most if key == "home" else least)
        if len(key) == 1 and key in "123456789":
            size = int(key) - 1
            return replace(self, level=-size if (self.level or 0) < 0 else size)
        if key == "tab" and self.level is not None and least < 0:
            return replace(self, level=-self.level)
        return self

    def value(self) -> Any:
        """What would be answered now; None if nothing has been given yet."""
        if self.question.ask == "points":
            try:
                return float(self.typed)
            except ValueError:
                return None
        if self.question.ask in ("times", "times-more"):
            return None if self.level is None else times_answer(_ratio(self.level))
        here = self.question.names[self.cursor]
        return TIE.join(self.marked) if self.marked else here


def _ratio(level: int) -> float:
    return level + 1.0 if level >= 0 else 1 / (1.0 - level)


def entry_for(question: Question, answer: Answer | None = None) -> Entry:
    """An entry for a question.

    Args:
        question: The question.
        answer: The answer that was given before, or None.
    """
    if answer is None:
        return Entry(question)
    if question.ask == "points":
        return Entry(question, typed=plain(float(answer)))
    if question.ask in ("times", "times-more"):
        ratio = times(answer)
        return Entry(question, level=round(ratio - 1 if ratio >= 1 else 1 - 1 / ratio))
    names = str(answer).split(TIE)
    cursor = question.names.index(names[0])
    return Entry(question, cursor, frozenset(names) if len(names) > 1 else frozenset())
