"""`trade-offs`: steps on two criteria that are worth the same, in the units of their scales.

Keeney & Raiffa (1976), *Decisions with Multiple Objectives*, ch. 3: if a step from a to b on one
criterion is worth as much as one from c to d on another, their weights are to each other as
v(d) - v(c) to v(b) - v(a).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import core_schema as cs

from policyscore.case.header import Criterion
from policyscore.case.kinds import Where
from policyscore.case.naming import plain, quoted
from policyscore.case.shapes import LONGEST_LINE, many
from policyscore.case.value_functions import value_function
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.changes import Content, Part, Parts
from policyscore.weighing.connecting import check_connected, first_places
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.way import Stated, Way

LIMIT = 0.25
MOST_NAMES = 60
LEAST_GAIN = 1e-6  # of 100: less is a slip of the pen
_ID, _NUMBER = r"([a-z][a-z0-9-]*)", r"([-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
_STEP = f"{_ID} from {_NUMBER} to {_NUMBER}"
_LINE = f"{_STEP} is worth {_STEP}"
EXAMPLE = "escalation-risk from 75 to 50 is worth alliance-cohesion from 40 to 60"
LINES_SCHEMA = many(
    cs.str_schema(strict=True, pattern=r"^[^\n]*\S[^\n]*$", max_length=LONGEST_LINE), at_least=1
)


class Step(NamedTuple):
    """A step on one criterion's scale.

    Attributes:
        criterion: The criterion's id.
        start: The score it starts from.
        end: The score it ends at.
    """

    criterion: str
    start: float
    end: float


class TradeOff(NamedTuple):
    """Two steps of equal worth.

    Attributes:
        first: A step.
        second: The step on another criterion that is worth as much.
    """

    first: Step
    second: Step


def read_line(line: str) -> TradeOff | None:
    """Read a line such as `EXAMPLE`; None if it has another form."""
    found = re.fullmatch(_LINE, " ".join(line.split()))
    if found is None:
        return None
    a, start, end, b, other_start, other_end = found.groups()
    return TradeOff(
        Step(a, float(start), float(end)), Step(b, float(other_start), float(other_end))
    )


def trade_offs_of(stated: Stated) -> Iterator[tuple[int, TradeOff]]:
    """The lines that can be read, with their numbers."""
    for index, line in enumerate(stated.content):
        trade_off = read_line(line)
        if trade_off is not None:
            yield index, trade_off


def _names(stated: Stated) -> Iterator[tuple[str, Where]]:
    return first_places(
        ((x.criterion, y.criterion), stated.place(index)) for index, (x, y) in trade_offs_of(stated)
    )


def gains(criteria: Mapping[str, Criterion]) -> Callable[[Step], float]:
    """What a step adds to the value of its criterion, -100 to 100."""
    values: dict[str, Callable[[float], float]] = {}

    def gain(step: Step) -> float:
        value = values.get(step.criterion)
        if value is None:  # made once: it may have thousands of points, and so may the lines
            value = values[step.criterion] = value_function(criteria[step.criterion])
        return value(step.end) - value(step.start)

    return gain


def ratios(stated: Stated) -> list[tuple[str, str, float]]:
    """Each statement as two criteria and the weight of the first over that of the second."""
    gain = gains(stated.criteria)
    return [(x.criterion, y.criterion, gain(y) / gain(x)) for _, (x, y) in trade_offs_of(stated)]


def _check(stated: Stated) -> Iterator[Finding]:
    """Complain of lines that say nothing about two weights, and of too few lines."""
    sound = True
    pairs = []
    gain = gains(stated.criteria)
    for index, line in enumerate(stated.content):
        for finding in _check_line(stated, index, line, gain):
            sound = False
            yield finding
        trade_off = read_line(line)
        if trade_off is not None:
            pairs.append((trade_off.first.criterion, trade_off.second.criterion))
    names = {name for pair in pairs for name in pair}
    if sound and len(names) > MOST_NAMES and len(pairs) >= len(names):
        yield stated.document.finding(
            rules.TOO_FINE,
            stated.where,
            f"{len(pairs)} lines are more than {len(names)} criteria need, and with more than "
            f"{MOST_NAMES} criteria no line can be spare.",
            "Keep one line fewer than there are criteria, or weigh groups first and their "
            "criteria under `within`.",
            of_key=True,
        )
    elif sound:
        yield from check_connected(stated, pairs)


def _check_line(
    stated: Stated, index: int, line: str, gain: Callable[[Step], float]
) -> Iterator[Finding]:
    def finding(rule: rules.Rule, message: str, hint: str) -> Finding:
        return stated.document.finding(rule, stated.place(index), message, hint)

    trade_off = read_line(line)
    if trade_off is None:
        message = f"{quoted(line)} does not say which steps are worth the same."
        yield finding(rules.COMPARISON, message, f"Write it as `{EXAMPLE}`.")
        return
    if trade_off.first.criterion == trade_off.second.criterion:
        message = f"This compares two steps of `{trade_off.first.criterion}`."
        yield finding(rules.COMPARISON, message, "Compare steps of two criteria.")
        return
    known = [step for step in trade_off if step.criterion in stated.criteria]
    for step in known:
        low, high = stated.criteria[step.criterion].ends
        for score in (step.start, step.end):
            if not low <= score <= high:
                yield finding(
                    rules.OFF_SCALE,
                    f"{plain(score)} is not on the scale of `{step.criterion}`.",
                    f"Its scale runs from {plain(low)} to {plain(high)}.",
                )
                return
        if abs(gain(step)) < LEAST_GAIN:
            yield finding(
                rules.COMPARISON,
                f"The step of `{step.criterion}` from {plain(step.start)} to {plain(step.end)} is "
                "worth nothing, or next to nothing.",
                "Choose scores that differ in value.",
            )
            return
    if len(known) == 2 and gain(known[0]) * gain(known[1]) < 0:
        yield finding(
            rules.COMPARISON,
            "One of these steps is for the better and the other for the worse.",
            "Turn one of them round.",
        )


def _weigh(stated: Stated) -> dict[str, float]:
    from policyscore.weighing.comparing.log_least_squares import solve  # noqa: PLC0415 (rarely needed)

    return solve(ratios(stated)).weights


def _consistency(stated: Stated) -> tuple[Consistency]:
    from policyscore.weighing.trade_offs_consistency import consistency  # noqa: PLC0415 (rarely)

    return (consistency(stated),)


def _parts(old: Content, new: Content) -> Parts:
    """Lines that came, went, or say something else of the same two criteria."""
    before, after = _by_pair(old.stated), _by_pair(new.stated)
    changed = []
    for pair in dict.fromkeys((*before, *after)):
        then, now = before.get(pair), after.get(pair)
        if then == now:
            continue
        words: Words
        if then is None:
            words = ("new trade-off: ", *_said(now or ()))
        elif now is None:
            words = ("trade-off dropped: ", *_said(then))
        else:
            words = (*_said(then), " → ", *_said(now))
        was, is_now = ([_line(trade_off) for trade_off in side or ()] for side in (then, now))
        changed.append(Part("|".join(pair), was, is_now, words))
    return Parts(tuple(changed), None)


def _line(trade_off: TradeOff) -> str:
    return " is worth ".join(
        f"{step.criterion} from {plain(step.start)} to {plain(step.end)}" for step in trade_off
    )


def _by_pair(lines: Sequence[str]) -> dict[tuple[str, str], tuple[TradeOff, ...]]:
    found: dict[tuple[str, str], tuple[TradeOff, ...]] = {}
    for line in lines:
        trade_off = read_line(line)
        if trade_off is not None:
            pair = (trade_off.first.criterion, trade_off.second.criterion)
            found[pair] = (*found.get(pair, ()), trade_off)
    return found


def _said(trade_offs: Sequence[TradeOff]) -> Words:
    said: Words = ()
    for index, (x, y) in enumerate(trade_offs):
        said += ("; ",) if index else ()
        said += (Name(x.criterion), f" from {plain(x.start)} to {plain(x.end)} is worth ")
        said += (Name(y.criterion), f" from {plain(y.start)} to {plain(y.end)}")
    return said


def _renamed(content: Any, name: Callable[[str], str]) -> Any:
    def line_renamed(line: str) -> str:
        trade_off = read_line(line)
        if trade_off is None:
            return line
        steps = (step._replace(criterion=name(step.criterion)) for step in trade_off)
        return _line(TradeOff(*steps))

    return tuple(line_renamed(line) for line in content)


TRADE_OFFS = Way(
    "trade-offs",
    "Steps on two criteria that are worth the same, in the units of their scales.",
    _names,
    _check,
    _weigh,
    LINES_SCHEMA,
    ([EXAMPLE],),
    missing="Add a line that sets a step on it against a step on another criterion.",
    consistency=_consistency,
    parts=_parts,
    renamed=_renamed,
    only_criteria=True,
)
