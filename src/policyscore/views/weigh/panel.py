"""How things stand in the midst of an interview: the weights and the top of the ranking."""

from collections.abc import Sequence

from policyscore.case.case import Case
from policyscore.elicitation.standing import Standing
from policyscore.views.figures import rank_text, shares
from policyscore.views.weigh.lines import Line, clean, clip, fill, side_by_side
from policyscore.views.weigh.words import title

NARROW = 60
_NUMBER, _LEAST = 6, 4
_TALL, _LEAST_RANKS, _MOST_RANKS = 12, 5, 10
NOTES = {
    "order": "What has no place yet shares the rest equally.",
    "": "Only what you have answered counts so far.",
}


def panel(case: Case, now: Standing, way: str, width: int, height: int) -> list[Line]:
    """Lay out how things stand.

    Args:
        case: The case.
        now: How they stand.
        way: The way of asking.
        width: Columns there are.
        height: Lines there are.

    Returns:
        At most `height` lines; none if nothing has been answered, or there is no room.
    """
    if not now.ranked or height < 1:
        return []
    if height < _LEAST:
        return _ranking(case, now, width, height)
    note: Line = [("dim", clip(NOTES.get(way, NOTES[""]), width))]
    if width < NARROW:
        return _stacked(case, now, note, width, height)
    noted = not now.complete and height > 3
    rows = height - 1 - noted
    half = (width - 3) // 2
    left: list[Line] = [[("bold", _weighed(now))], *_weights(case, now, half, rows)]
    right: list[Line] = [[("bold", _ranked(now))], *_ranking(case, now, width - half - 3, rows)]
    lines = side_by_side(left, right, half, 3)
    return [*lines, note] if noted else lines


def _stacked(case: Case, now: Standing, note: Line, width: int, height: int) -> list[Line]:
    """The ranking above the weights, for what is narrow."""
    if height < _TALL:
        lines: list[Line] = [
            [("bold", _ranked(now))],
            *_ranking(case, now, width, height // 3 or 1),
        ]
        return [*lines, *_weights(case, now, width, height - len(lines))][:height]
    rows = min(len(now.weights), height - 4 - _LEAST_RANKS)
    ranks = min(height - rows - 4, _MOST_RANKS)
    lines = [[("bold", _ranked(now))], *_ranking(case, now, width, ranks), []]
    lines += [[("bold", _weighed(now))], *_weights(case, now, width, rows)]
    return lines if now.complete else [*lines, note]


def _weighed(now: Standing) -> str:
    return "Weights" if now.complete else "Weights so far"


def _ranked(now: Standing) -> str:
    if now.complete:
        return "Ranking"
    return "Ranking so far: who is first is settled" if now.settled else "Ranking so far"


def _weights(case: Case, now: Standing, width: int, rows: int) -> list[Line]:
    """The weights, the greatest first, then what has not been asked about."""
    known = {name: weight for name, weight in now.weights.items() if weight is not None}
    open_ = [name for name, weight in now.weights.items() if weight is None]
    shown = shares(known)
    order = sorted(known, key=lambda name: -known[name])
    lines = [_row(title(case, name), shown[name], width) for name in order]
    waiting = [_row(title(case, name), "not asked yet", width, "dim") for name in open_]
    if len(lines) + len(waiting) <= rows:
        return [*lines, *waiting]
    tail: list[Line] = [[("dim", clip(f"{len(open_)} not asked yet", width))]] if open_ else []
    if len(lines) + len(tail) > rows:
        kept = max(rows - len(tail) - 1, 0)
        more: Line = [("dim", clip(f"and {len(lines) - kept} more", width))]
        lines = [*lines[:kept], more]
    elif len(waiting) > 1:
        kept = rows - len(lines) - 1
        rest = f"and {len(waiting) - kept} more not asked yet" if kept else tail[0][0][1]
        tail = [*waiting[:kept], [("dim", clip(rest, width))]]
    return [*lines, *tail][:rows]


def _ranking(case: Case, now: Standing, width: int, rows: int) -> list[Line]:
    """The top of the ranking."""
    lines: list[Line] = []
    for ranked in now.ranked[:rows]:
        if ranked.excluded:
            break
        rank = rank_text(ranked.rank, ranked.tied)
        name = clean(case.options[ranked.option].title)
        style = "bold" if ranked.rank == 1 else ""
        lines.append(_row(f"{rank:<3} {name}", f"{ranked.total.value:.1f}", width, style))
    return lines or [[("dim", clip("No option meets every requirement.", width))]]


def _row(name: str, value: str, width: int, style: str = "") -> Line:
    room = max(width - max(len(value), _NUMBER) - 1, 1)
    return [(style, fill(name, room)), (style, value.rjust(width - room))]


def by_group(case: Case, groups: dict[str, float], keys: Sequence[str]) -> str:
    """The weight of each group in a sentence, to be held against what a reader would expect."""
    shown = shares({key: groups[key] for key in keys if key in groups})
    return ", ".join(f"{title(case, key)} {share}" for key, share in shown.items())
