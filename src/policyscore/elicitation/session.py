"""A session at the keyboard: which screen is up, and what each key makes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from policyscore.elicitation.answers import WrongAnswerError, given
from policyscore.elicitation.entry import Entry, entry_for
from policyscore.elicitation.interview import Interview, Step, interview
from policyscore.elicitation.questions import Answer
from policyscore.elicitation.standing import Standing

Mode = Literal["resume", "ask", "settled", "review"]
Outcome = Literal["write", "stop"]
Look = Callable[[Interview], Standing]

CHOICES: dict[Mode, tuple[str, ...]] = {
    "resume": ("go-on", "afresh", "stop"),
    "settled": ("go-on", "stop"),
    "review": ("write", "more", "back", "stop"),
}


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it stands.

    Attributes:
        course: The interview.
        look: Sees how things stand in an interview.
        now: How they stand in this one.
        mode: The screen: whether to `resume` a draft, a question to `ask`, that who is first is
            `settled`, or the `review` of what would be written.
        entry: The answer in the making; None where no question is up.
        cursor: The choice under the cursor on the other screens.
        fresh: The interview to begin anew with.
        told: The option of which it was said that its being first is settled, or None.
        checking: Whether the user wants the questions that are not needed.
        helping: Whether the help is up.
        notice: What is to be said about the last key, or an empty string.
        outcome: What ends the session: `write` the profile, or `stop` with the draft kept.
        undone: Key to answer, of the questions that the user went back over.
        replaces: Whether a file would be replaced, which no key pressed once too often may do.
    """

    course: Interview
    look: Look
    now: Standing
    mode: Mode
    entry: Entry | None
    fresh: Interview
    cursor: int = 0
    told: str | None = None
    checking: bool = False
    helping: bool = False
    notice: str = ""
    outcome: Outcome | None = None
    undone: dict[str, Answer] = field(default_factory=dict)
    replaces: bool = False

    @property
    def kept(self) -> Interview:
        """The interview as a draft keeps it, with the answers that the user went back over."""
        steps = [Step(key, answer) for key, answer in self.undone.items()]
        steps = [step for step in steps if step.key not in self.course.answers]
        return interview(self.course.plans, (*self.course.steps, *steps))

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices on a screen that is no question."""
        choices = CHOICES.get(self.mode, ())
        if self.mode == "review" and self.course.question is None:
            return tuple(choice for choice in choices if choice != "more")
        return choices

    def pressed(self, key: str) -> "Session":
        """The session after a key.

        Args:
            key: A character, or `up`, `down`, `left`, `right`, `home`, `end`, `pageup`,
                `pagedown`, `enter`, `space`, `tab`, `backspace` or `escape`.
        """
        if self.helping:
            return replace(self, helping=False)
        calm = replace(self, notice="")
        if key in ("?", "h"):
            return replace(calm, helping=True)
        if key == "q":
            return replace(calm, outcome="stop")
        if key == "b":
            return _back(calm)
        if calm.mode == "ask":
            return _ask(calm, key)
        return _choose(calm, key)


def _ask(session: Session, key: str) -> Session:
    if session.entry is None:
        return session
    if key == "s":
        if session.course.can_wait:
            return _at(session, session.course.put_off())
        why = "This question comes first: the others build on it."
        if session.entry.question.can_wait:
            why = "This is the last question left."
        return replace(session, notice=why)
    if key == "f" and session.course.complete:
        return _review(session)
    if key != "enter":
        return replace(session, entry=session.entry.pressed(key))
    value = session.entry.value()
    if value is None:
        return replace(session, notice="Give an answer first: type it or use the arrow keys.")
    try:
        return _at(session, session.course.answer(value))
    except WrongAnswerError as error:
        return replace(session, notice=f"{error} {error.hint}")


def _choose(session: Session, key: str) -> Session:
    last = len(session.choices) - 1
    moves = {"up": -1, "down": 1, "home": -last, "end": last}
    if key in moves:
        return replace(session, cursor=min(max(session.cursor + moves[key], 0), last))
    if key != "enter":
        return session
    choice = session.choices[session.cursor]
    if choice in ("stop", "write"):
        return replace(session, outcome="stop" if choice == "stop" else "write")
    if choice == "back":
        return _back(session)
    if choice == "more":
        return _question(replace(session, checking=True))
    if choice == "afresh":
        return _at(session, session.fresh)
    told = session.now.settled if session.mode == "settled" else session.told  # go on
    return _at(replace(session, told=told), session.course)


def _at(session: Session, course: Interview) -> Session:
    """The session at an interview: the screen that it calls for."""
    there = replace(session, course=course, now=session.look(course), cursor=0)
    if course.complete and not (session.checking and course.question is not None):
        return _review(there)
    if there.now.settled not in (None, there.told):
        return replace(there, mode="settled", entry=None)
    return _question(there)


def _review(session: Session) -> Session:
    there = replace(session, mode="review", entry=None)
    return replace(there, cursor=len(there.choices) - 1 if there.replaces else 0)


def _question(session: Session) -> Session:
    question = session.course.question
    entry = None if question is None else entry_for(question, given(question, session.undone))
    return replace(session, mode="ask", entry=entry, cursor=0)


def _back(session: Session) -> Session:
    """Back to the last answer, to give it again or another."""
    if session.mode == "resume" or not session.course.steps:
        return replace(session, notice="There is nothing to go back to.")
    last = session.course.steps[-1]
    undone = session.undone | ({} if last.answer is None else {last.key: last.answer})
    course = session.course.back()
    return _question(replace(session, course=course, now=session.look(course), undone=undone))


def begin(
    fresh: Interview, look: Look, resumed: Interview | None = None, *, replaces: bool = False
) -> Session:
    """Begin a session.

    Args:
        fresh: An interview without answers.
        look: Sees how things stand in an interview.
        resumed: An interview taken up from a draft, or None.
        replaces: Whether a file would be replaced.
    """
    course = fresh if resumed is None else resumed
    start = Session(course, look, look(course), "resume", None, fresh, replaces=replaces)
    return start if resumed is not None else _at(start, fresh)
