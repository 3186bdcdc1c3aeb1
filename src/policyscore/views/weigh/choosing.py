"""The screens of `weigh` where no question is up: a draft, first place settled, the review."""

from dataclasses import dataclass

from policyscore.case.case import Case
from policyscore.elicitation.session import Session
from policyscore.views.weigh.lines import Line, clean, clip, paragraph
from policyscore.views.weigh.panel import by_group
from policyscore.views.weigh.words import title
from policyscore.views.weights.consistency import consistency_line

_NOT_SETTLED = (
    "The other places, the totals and the weights are not. A weights file needs an answer to every "
    "question, so none is written if you stop now; your answers are kept."
)
_SPLITTING = (
    "A group that was cut into many criteria easily gets more than it is worth; "
    "is this what you mean?"
)
_LAST = 2  # a choice between so many leaves none to be asked about


@dataclass(frozen=True, slots=True)
class Setting:
    """What a session is about, which no key changes.

    Attributes:
        case: The case.
        profile: The profile's id.
        title: Its title.
        way: The way of asking.
        replaces: Whether a file is there already.
        resumed: What is to be said about the draft, sentence by sentence.
    """

    case: Case
    profile: str
    title: str
    way: str
    replaces: bool
    resumed: tuple[str, ...] = ()


def choosing_lines(setting: Setting, session: Session, width: int, height: int) -> list[Line]:
    """Lay out what is said and offered where no question is up; what is offered is always in view.

    Args:
        setting: What the session is about.
        session: The session.
        width: Columns there are.
        height: Lines there are.
    """
    choices: list[Line] = []
    for index, choice in enumerate(session.choices):
        here = index == session.cursor
        words = clip(("> " if here else "  ") + _choice(setting, session, choice), width)
        choices.append([("reverse" if here else "", words)])
    lines: list[Line] = []
    for text, style in _said(setting, session):
        lines += [*paragraph(text, width, style), []]
    room = max(height - len(choices), 1)
    if len(lines) > room:
        first, style = _said(setting, session)[0]
        lines = paragraph(first, width, style, room)
    return [*lines, *choices]


def _said(setting: Setting, session: Session) -> list[tuple[str, str]]:
    """What is said where no question is up, each with its style."""
    case = setting.case
    left = sum(question.needed for question in session.course.waiting)
    path = f"weights/{setting.profile}.yaml"
    if session.mode == "resume":
        return [(text, "bold" if n == 0 else "") for n, text in enumerate(setting.resumed)]
    if session.mode == "settled" and session.now.settled is not None:
        first = clean(case.options[session.now.settled].title)
        many = f"the {left} questions that are" if left > 1 else "the question that is"
        if any(not q.can_wait and len(q.names) > _LAST for q in session.course.waiting):
            many = "the questions that are"  # how many depends on the ties to come
        return [
            (f"Who is first is settled: {first}, whatever you answer to {many} left.", "bold"),
            (_NOT_SETTLED, ""),
        ]
    does = "Replace the weights in" if setting.replaces else "Write"
    said = [(f"That is all that is needed. {does} {path}?", "bold")]
    levels = [level for level in session.now.consistency if level.ratio is not None]
    said += [(clean(consistency_line(case, level)), "") for level in levels]
    groups = [key for key in case.header.criteria if key in case.groups]
    flat = len(session.course.plans) == 1
    if flat and len(groups) > 1 and session.now.groups:
        shares = by_group(case, session.now.groups, groups)
        said.append((f"By group: {shares}. {_SPLITTING}", ""))
    return said


def _choice(setting: Setting, session: Session, choice: str) -> str:
    """A choice in words."""
    words = {
        "go-on": "Go on",
        "afresh": "Start again from the first question",
        "stop": "Stop here and keep the answers",
        "write": "Replace them" if setting.replaces else "Write it",
        "more": "Answer further comparisons, to check consistency",
        "back": "Go back to the last answer",
    }
    question = session.course.question
    about = {"points": 0, "times": 1, "times-more": 1}
    settled = choice == "go-on" and session.mode == "settled"
    if settled and question is not None and question.ask in about:
        return f"Go on with {title(setting.case, question.names[about[question.ask]])}"
    return words[choice]
