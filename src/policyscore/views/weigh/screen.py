"""The whole screen of `weigh`, for a terminal of any size: a heading, what is up, the keys."""

from policyscore.elicitation.session import Session
from policyscore.views.weigh.choosing import Setting, choosing_lines
from policyscore.views.weigh.lines import (
    Line,
    clean,
    clip,
    paragraph,
    segments,
    side_by_side,
    width_of_line,
)
from policyscore.views.weigh.panel import panel
from policyscore.views.weigh.question import question_lines, wanted_height
from policyscore.views.weigh.words import HELP, HELP_IN_SHORT, KEYS, WAYS_IN_WORDS

_WIDE, _SIDE, _SLIM = 116, 50, 60
_LOW = 16
_LEAST_PANEL, _BEST_PANEL = 3, 6


def screen(setting: Setting, session: Session, width: int, height: int) -> list[Line]:
    """Lay the screen out.

    Args:
        setting: What the session is about.
        session: The session.
        width: Columns of the terminal.
        height: Lines of the terminal.

    Returns:
        At most `height` lines of at most `width` columns, as parts of style and text.
    """
    low = height < _LOW
    top = [_heading(setting, session, width), *([] if low else [_blank()])]
    keys = segments(_keys(session, low=low), width, "dim")[: 1 if low else 2]
    notice = paragraph(session.notice, width, "bold", 2) if session.notice else []
    room = max(height - len(top) - len(keys) - len(notice), 1)
    body = _body(setting, session, width, room)[:room]
    gap = [_blank()] * (0 if low else room - len(body))
    lines = [*top, *body, *gap, *notice, *keys][:height]
    return [_cut(line, width) for line in lines]


def _blank() -> Line:
    return []


def _heading(setting: Setting, session: Session, width: int) -> Line:
    """Whose weights these are, and how far the interview has come."""
    course = session.course
    needed = [question for question in course.questions if question.needed]
    done = sum(question.key in course.answers for question in needed)
    more = any(not question.can_wait for question in course.waiting)  # than are known yet
    count = f"{done} answered" if more else f"{done} of {len(needed)} answered"
    end = f"{count}, by {WAYS_IN_WORDS[setting.way]}"
    start = f"Weighing: {clean(setting.title)}"
    if width < _SLIM:
        end = f"{done}" if more else f"{done}/{len(needed)}"
    room = max(width - len(end) - 2, 1)
    start = clip(start, room)
    pad = " " * max(width - width_of_line([("", start)]) - len(end), 1)
    return [("bold", start), ("", pad), ("dim", end)]


def _keys(session: Session, *, low: bool) -> list[str]:
    """The keys that mean something now."""
    if session.helping:
        return ["any key goes on"]
    if low:
        return ["enter", "b back", "q stop", "? help"]
    parts = []
    if session.entry is not None:
        ask = session.entry.question.ask
        parts.append(KEYS.get(ask, KEYS["names"]))
        parts += [KEYS["mark"]] if ask == "next" else []
        parts.append("enter answers")
        parts += ["s skips"] if session.course.can_wait else []
        parts += ["f finishes"] if session.course.complete else []
    else:
        parts += [KEYS["choices"], "enter"]
    parts += ["b back"] if session.course.steps and session.mode != "resume" else []
    return [*parts, "q stops and keeps", "? help"]


def _body(setting: Setting, session: Session, width: int, height: int) -> list[Line]:
    """What is between the heading and the keys."""
    if session.helping:
        words, gap = (HELP_IN_SHORT, []) if height < _LOW else (HELP, [_blank()])
        return [line for text in words.splitlines() for line in [*paragraph(text, width), *gap]]
    case = setting.case
    wide = width >= _WIDE and bool(session.now.ranked) and session.mode != "resume"
    main = width - _SIDE - 3 if wide else width
    if session.entry is not None:
        wanted = wanted_height(case, session.entry, main)
        spare = 0 if wide or not session.now.ranked else _spare(height, wanted)
        lines = question_lines(case, session.entry, main, height - spare)
    else:
        lines = choosing_lines(setting, session, main, height)
    if wide:
        beside = panel(case, session.now, setting.way, _SIDE, height)
        return side_by_side(lines, beside, main, 3)
    left = height - len(lines) - 1
    if session.mode == "resume":
        return lines
    if left < _LEAST_PANEL:
        return [*lines, *panel(case, session.now, setting.way, width, left + 1)]
    return [*lines, _blank(), *panel(case, session.now, setting.way, width, left)]


def _spare(height: int, wanted: int) -> int:
    """Lines to keep for how things stand."""
    if height < _LEAST_PANEL + 8:
        return 0
    return min(max(height - wanted, _BEST_PANEL), height // 2)


def _cut(line: Line, width: int) -> Line:
    """A line cut to the terminal's width."""
    if width_of_line(line) <= width:
        return line
    kept: Line = []
    room = width
    for style, text in line:
        part = clip(text, room) if room > 0 else ""
        kept.append((style, part))
        room -= width_of_line([("", part)])
    return kept
