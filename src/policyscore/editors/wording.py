"""What an editor shows of the criteria of a case; the texts come from outside and are bounded."""

from collections.abc import Iterable
from itertools import islice

from policyscore.case.header import Criterion
from policyscore.case.naming import plain
from policyscore.reading.characters import shorten

_LONGEST_QUESTION = 500
_LONGEST_ANCHOR = 160
_MOST_ANCHORS = 12
_MOST_MEMBERS = 12


def anchors_of(criterion: Criterion) -> tuple[tuple[float, str], ...]:
    """The anchors of a scale, rising, with short words; of many, the lowest and the highest."""
    anchors = sorted(criterion.scale.items())
    if len(anchors) > _MOST_ANCHORS:
        anchors = [*anchors[: _MOST_ANCHORS - 1], anchors[-1]]
    return tuple((at, shorten(words, _LONGEST_ANCHOR)) for at, words in anchors)


def of_scale(criterion: Criterion) -> str:
    """What a criterion asks, its anchors and which end is the better: a line each."""
    lines = [shorten(criterion.asks, _LONGEST_QUESTION)] if criterion.asks else []
    lines += [f"{plain(at)}: {words}" for at, words in anchors_of(criterion)]
    unit = f", in {shorten(criterion.unit, _LONGEST_ANCHOR)}" if criterion.unit else ""
    lines.append(f"{criterion.better.capitalize()} is better{unit}.")
    return "\n".join(lines)


def of_step(criterion: Criterion) -> str:
    """The step that a weight is the worth of: from the worst to the best end of the scale."""
    low, high = criterion.ends
    worst, best = (high, low) if criterion.better == "lower" else (low, high)
    return (
        f"The step from {plain(worst)} ({shorten(criterion.scale[worst], _LONGEST_ANCHOR)}) "
        f"to {plain(best)} ({shorten(criterion.scale[best], _LONGEST_ANCHOR)})."
    )


def of_group(titles: Iterable[str]) -> str:
    """What is in a group, so that its weight can be judged."""
    titles = iter(titles)
    shown = [shorten(title) for title in islice(titles, _MOST_MEMBERS)]
    more = ", ..." if next(titles, None) is not None else ""
    return f"A group: {', '.join(shown)}{more}."
