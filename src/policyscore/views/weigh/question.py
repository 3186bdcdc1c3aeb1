"""One question on the screen: what is asked, the steps it is about, and the answer being given."""

from policyscore.case.case import Case
from policyscore.elicitation.entry import Entry
from policyscore.views.weigh.lines import Line, clip, fill, labelled, paragraph
from policyscore.views.weigh.words import asked, ends, in_short, level_words, title

_LEAST_ROWS, _LOW, _STEP = 3, 12, 3
_BAR = 40


def question_lines(case: Case, entry: Entry, width: int, height: int) -> list[Line]:
    """Lay a question out.

    Args:
        case: The case.
        entry: The question with the answer as it is being given.
        width: Columns there are.
        height: Lines there are.
    """
    question = entry.question
    full = [*paragraph(asked(case, question), width, "bold"), []]
    steps = _pair if question.ask in ("points", "times", "times-more") else _names
    lines = [*full, *steps(case, entry, width, max(height - len(full), 1), small=False)]
    all_fits = steps is _pair or len(question.names) + len(full) + _STEP <= height
    if len(lines) <= height and (height >= _LOW or all_fits):
        return lines
    head = paragraph(in_short(case, question), width, "bold", 2)
    return [*head, *steps(case, entry, width, max(height - len(head), 1), small=True)]


def wanted_height(case: Case, entry: Entry, width: int) -> int:
    """Lines that a question takes if nothing of it is left out."""
    return len(question_lines(case, entry, width, 1000))


def _names(case: Case, entry: Entry, width: int, height: int, *, small: bool) -> list[Line]:
    """Names to choose from, around the cursor, with the step under it."""
    names = entry.question.names
    detail = _step(case, names[entry.cursor], width, most=1 if small else 3)
    rows = min(len(names), max(height - len(detail) - 1, _LEAST_ROWS))
    if rows + len(detail) + 1 > height:
        detail = detail[: max(height - rows, 0)]
        gap: list[Line] = []
    else:
        gap = [[]]
    rows = min(rows, height)
    start = min(max(entry.cursor - rows // 2, 0), len(names) - rows)
    lines: list[Line] = []
    for index in range(start, start + rows):
        here = index == entry.cursor
        mark = "* " if names[index] in entry.marked else "  "
        text = clip(f"{'> ' if here else '  '}{mark}{title(case, names[index])}", width - 2)
        hidden = (index == start and start > 0) or (
            index == start + rows - 1 and index < len(names) - 1
        )
        end = fill(text, width - 2) + " :" if hidden else text
        lines.append([("reverse" if here else "", end)])
    return [*lines, *gap, *detail]


def _pair(case: Case, entry: Entry, width: int, height: int, *, small: bool) -> list[Line]:
    """Two steps, and how one compares with the other."""
    question = entry.question
    first, second = question.names
    if question.ask == "points":
        first, second = second, first  # what has 100 is read first
    answer = _answer(case, entry, width)
    if not small:
        lines: list[Line] = []
        for most in (0, 2, 1):
            blocks = [_titled(case, name, width, most) for name in (first, second)]
            lines = [*blocks[0], [], *blocks[1], [], *answer]
            if len(lines) <= height:
                break
        return lines
    room = max(height - len(answer), 0)
    short = [
        [("", clip(f"{n}. {title(case, name)}", width))] for n, name in _numbered(first, second)
    ]
    lines = [*short, *_step(case, second, width, most=1)]
    return [*lines[:room], *answer]


def _numbered(first: str, second: str) -> list[tuple[int, str]]:
    return [(1, first), (2, second)]


def _titled(case: Case, name: str, width: int, most: int) -> list[Line]:
    return [[("underline", clip(title(case, name), width))], *_step(case, name, width, most)]


def _step(case: Case, name: str, width: int, most: int) -> list[Line]:
    """What a step goes from and to."""
    worst, best = ends(case, name)
    if not best:
        return labelled("  ", worst, width, "", most)
    return [
        *labelled("  from ", worst, width, "", most),
        *labelled("  to   ", best, width, "", most),
    ]


def _answer(case: Case, entry: Entry, width: int) -> list[Line]:
    """The answer as it is being given."""
    if entry.question.ask == "points":
        return [_points(entry, width)]
    words = level_words(case, entry.question, entry.level)
    return paragraph(words, width, "reverse" if entry.level is not None else "dim", 2)


def _points(entry: Entry, width: int) -> Line:
    """The points typed, and a bar for them."""
    typed = entry.typed or " "
    line: Line = [("bold", "Points: "), ("reverse", f" {typed:>5} ")]
    room = min(width - 26, _BAR)
    try:
        share = min(max(float(entry.typed), 0.0), 100.0) / 100
    except ValueError:
        return [*line, ("dim", "  from 0 to 100")] if width > 36 else line
    if room < 10:
        return line
    full = round(share * room)
    return [*line, ("", "  0 ["), ("", "#" * full), ("dim", "-" * (room - full)), ("", "] 100")]
