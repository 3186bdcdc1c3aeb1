"""The trade-offs that weights imply, in sentences."""

from collections.abc import Iterator
from math import floor, inf, log10

from policyscore.case.case import Case
from policyscore.case.header import Criterion
from policyscore.scoring.swings import Swing
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.figures import number

NOT_MEANT = "If that is not what is meant, then neither are these weights."
"""What to make of trade-offs that one does not agree with."""


def trade_off_opening(case: Case, table: WeightTable, most: int, dots: str = "…") -> str:
    """The step that the others are set against: the start of a sentence that each of them ends.

    Args:
        case: The case.
        table: A profile with trade-offs.
        most: Characters of an anchor's words that are shown.
        dots: What stands for words left out.
    """
    step = table.trade_offs[0].step
    criterion = case.criteria[step.criterion]
    return f"A step in {criterion.title} {_step_words(criterion, step, most, dots)} is worth"


def trade_off_ends(case: Case, table: WeightTable, most: int, dots: str = "…") -> Iterator[str]:
    """What the step of `trade_off_opening` is worth on each other criterion; arguments as there."""
    for trade_off in table.trade_offs:
        criterion = case.criteria[trade_off.worth.criterion]
        if trade_off.enough:
            words = _step_words(criterion, trade_off.worth, most, dots)
            yield f"a step in {criterion.title} {words}"
        else:
            yield (
                f"more than all of {criterion.title}: even from worst to best it would not make "
                "up for it"
            )


def _step_words(criterion: Criterion, step: Swing, most: int, dots: str) -> str:
    """A step with its numbers, and words where an anchor has any."""
    unit = f" {criterion.unit}" if criterion.unit else ""
    end = number(step.end.score)
    if not step.end.words:
        end = _roughly(criterion, step.start.score, step.end.score)
    start = f"{number(step.start.score)}{_in_brackets(step.start.words, most, dots)}"
    return f"from {start} to {end}{unit}{_in_brackets(step.end.words, most, dots)}"


def _in_brackets(words: str, most: int, dots: str) -> str:
    return f" ({cut(words, most, dots)})" if words and most else ""


def _roughly(criterion: Criterion, start: float, end: float) -> str:
    """A score as fine as its scale and its step are read, said to be rounded if it is."""
    low, high = criterion.ends
    unit = min(high / 1000 - low / 1000, abs(end - start) / 20)
    digits = -floor(log10(unit)) if 0 < unit < inf else 0
    near = round(end, digits) + 0.0  # no minus before a nought
    if not low <= near <= high:
        return f"about {end:.6g}"
    text = f"{near:.{digits}f}".rstrip("0").rstrip(".") if 0 < digits < 16 else number(near)
    return text if abs(near - end) <= unit * 1e-6 else f"about {text}"


def cut(text: str, most: int, dots: str = "…") -> str:
    """A text on one line, cut between words to at most so many characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: max(most - len(dots), 1)]
    if " " in head[len(head) // 2 :]:
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(" ,;:") + dots
