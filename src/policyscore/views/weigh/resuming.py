"""What is said of an interview that can be taken up again."""

from policyscore.case.case import Case
from policyscore.elicitation.drafts import Draft, Resumed
from policyscore.views.weigh.lines import clean, clip
from policyscore.views.weigh.words import title

_MOST_NAMED = 4


def resumed_words(case: Case, draft: Draft, resumed: Resumed) -> tuple[str, ...]:
    """Say how far an interview had come, and what has changed since.

    Args:
        case: The case.
        draft: The draft.
        resumed: The interview taken up from it.
    """
    course = resumed.course
    needed = [question for question in course.questions if question.needed]
    done = sum(question.key in course.answers for question in needed)
    day = clip(clean(draft.on), 20)
    words = [f"There are answers from {day}: {done} of {len(needed)} questions so far."]
    if resumed.changed:
        names = [title(case, name) for name in resumed.changed]
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        words.append(
            "Since then these criteria are new or have another scale: "
            f"{', '.join(names[:_MOST_NAMED])}{more}."
        )
    if resumed.dropped:
        many = f"{resumed.dropped} answers" if resumed.dropped > 1 else "One answer"
        which = "rest on that and are asked for again" if resumed.changed else "cannot be used"
        if resumed.dropped == 1:
            which = which.replace("rest", "rests").replace("are", "is")
        words.append(f"{many} {which}.")
    return tuple(words)
