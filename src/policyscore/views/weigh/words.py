"""What `weigh` asks, in words: steps from the worst to the best end of scales."""

from policyscore.case.case import Case, leaves
from policyscore.case.header import Criterion
from policyscore.elicitation.questions import Question
from policyscore.views.figures import number
from policyscore.views.weigh.lines import clean

WAYS_IN_WORDS = {
    "swing": "swing",
    "order": "order",
    "pairwise": "pairs",
    "best-worst": "best and worst",
}
_LEVELS = {
    1: "as much",
    2: "a little more",
    3: "moderately more",
    4: "moderately to strongly more",
    5: "strongly more",
    6: "strongly to very strongly more",
    7: "very strongly more",
    8: "very strongly to extremely more",
    9: "extremely more",
}


def end_words(criterion: Criterion, *, best: bool) -> str:
    """An end of a scale in words, with its number where the scale counts something."""
    low, high = criterion.ends
    end = high if best == (criterion.better == "higher") else low
    words = clean(criterion.scale[end])
    return f"{words} ({number(end)} {clean(criterion.unit)})" if criterion.unit else words


def title(case: Case, member: str) -> str:
    """Title of a criterion or group."""
    return clean(case.member_title(member))


def ends(case: Case, member: str) -> tuple[str, str]:
    """What a criterion's step goes from and to; of a group, what moves together, and nothing."""
    criterion = case.criteria.get(member)
    if criterion is not None:
        return end_words(criterion, best=False), end_words(criterion, best=True)
    inside = [clean(c.title) for c in leaves(case.groups[member].criteria).values()]
    together = f"{', '.join(inside[:-1])} and {inside[-1]}" if len(inside) > 1 else inside[0]
    return f"{together}, all from worst to best together", ""


def asked(case: Case, question: Question) -> str:
    """A question in a sentence or two."""
    start = f"Within {title(case, question.group)}: " if question.group else ""
    kinds = {name in case.groups for name in question.names}
    kind = "group or criterion" if len(kinds) > 1 else "group" if True in kinds else "criterion"
    if question.ask == "most" or (question.ask == "next" and question.place == 1):
        which = "one" if kind == "criterion" else kind
        return (
            f"{start}Suppose every {kind} stood at its worst. "
            f"Which {which} would you move to its best first?"
        )
    if question.ask == "next":
        return f"{start}Which of the rest would you move to its best next?"
    if question.ask == "best":
        return f"{start}Which step from worst to best matters most?"
    if question.ask == "worst":
        return f"{start}And which step from worst to best matters least?"
    if question.ask == "points":
        return f"{start}If the first step is worth 100, how much is the second?"
    if question.ask == "times":
        return f"{start}Which of these two steps matters more, and how many times as much?"
    return f"{start}How many times as much does the first step matter as the second?"


def in_short(case: Case, question: Question) -> str:
    """A question for a small terminal."""
    start = f"{title(case, question.group)}: " if question.group else ""
    words = {
        "most": "Which would you move from worst to best first?",
        "next": f"Place {question.place}: which next?",
        "best": "Which step matters most?",
        "worst": "Which step matters least?",
        "points": "1. is worth 100. How much is 2.?",
        "times": "Which matters more, how much more?",
        "times-more": "How many times is 1. worth 2.?",
    }
    return start + words[question.ask]


def level_words(case: Case, question: Question, level: int | None) -> str:
    """How much more one of two steps matters, in Saaty's words.

    Args:
        case: The case.
        question: The question about the two.
        level: Steps above 1 in favour of the first, below in favour of the second; None if open.
    """
    if level is None:
        return "not answered yet"
    first, second = (title(case, name) for name in question.names)
    if level == 0:
        return "Both matter as much"
    name, times = (first, level + 1) if level > 0 else (second, 1 - level)
    return f"{name} matters {_LEVELS[times]}: {times} times"


KEYS = {
    "names": "up/down choose",
    "mark": "space ties",
    "points": "type 0-100, or up/down 1, left/right 5, page 10",
    "times": "up/down the first or second, 1-9 times",
    "times-more": "up/down, or 1-9",
    "choices": "up/down choose",
}
HELP = (
    "Every question is about a step: one criterion moved from the worst end of its scale to the "
    "best, with all else at its worst. Look at what the two ends say, not at the name: a grave "
    "matter whose scale is narrow may matter less than a small one whose scale is wide.\n"
    "Up, down, page up, page down, home, end: move, or change a number. Enter: answer.\n"
    "Numbers can be typed; backspace takes a digit back. Left and right change points by 5.\n"
    "Space, where places are filled: mark several that matter as much, then Enter.\n"
    "b: back to the last answer. s: skip; the question comes again at the end.\n"
    "f: finish, once only comparisons that check are left.\n"
    "q: stop. Every answer is kept at once, and the same command goes on from there. "
    "Ctrl-C keeps them, too."
)
HELP_IN_SHORT = (
    "Moving each from its worst to its best end: what is that worth?\n"
    "arrows, numbers: answer, with enter\n"
    "space: several tie\n"
    "b back   s skip, asked again later\n"
    "q stop; all answers are kept"
)
