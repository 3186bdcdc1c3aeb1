"""The first flip on a way along which many scores, and so many totals, move at once.

A way is a number t that goes from where it is to an end. On it every option's total is made of
pieces, each a `Form` of t, and an option is excluded on some pieces and not on others.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, isfinite

import numpy as np

from policyscore.analysis.sensitivity.flip_results import First, Flip
from policyscore.analysis.sensitivity.rational import Form, first_root
from policyscore.analysis.sensitivity.table import Bools, Floats
from policyscore.scoring.ranking import TIE

_HAIR = 1e-12  # of a way
_WORTHLESS = 1e-13


@dataclass(frozen=True, slots=True)
class Way:
    """A way, and how options' totals change on it.

    Attributes:
        options: Ids of the m options.
        leaders: Places of those that are first where the way begins.
        begin: Where t is, 0 or more.
        end: Where it goes to; may be infinite.
        knots: Of an option, by place: every t between at which its form or exclusion changes.
        form: Of an option and a t that is not a knot: the total on the piece that t is on.
        allowed: Of an option and a t that is not a knot: whether it meets the requirements.
        least: m; totals are never lower on the way.
        most: m; nor higher.
        barred: m; the options that are excluded on all of the way.
    """

    options: tuple[str, ...]
    leaders: tuple[int, ...]
    begin: float
    end: float
    knots: Callable[[int], Sequence[float]]
    form: Callable[[int, float], Form]
    allowed: Callable[[int, float], bool]
    least: Floats
    most: Floats
    barred: Bools

    @property
    def backwards(self) -> bool:
        """Whether t falls."""
        return self.end < self.begin

    @property
    def first(self) -> First:
        """Who is first where the way begins."""
        return tuple(sorted(self.options[i] for i in self.leaders))

    def between(self, a: float, b: float) -> float:
        """A number between two that are on the way."""
        if inf in (a, b):
            return 2 * min(a, b) + 1
        return a + (b - a) / 2

    def pieces(self, marks: Sequence[float]) -> list[tuple[float, float]]:
        """The pieces of the way between marks, in its direction."""
        inner = sorted({x for x in marks if self._inside(x)}, reverse=self.backwards)
        stops = [self.begin, *inner, self.end]
        return [(a, b) for a, b in pairwise(stops) if a != b]

    def _inside(self, x: float) -> bool:
        return min(self.begin, self.end) < x < max(self.begin, self.end)


def first_flip(way: Way) -> Flip | None:
    """The first t on a way at which first place changes; points of mere contact are passed.

    Args:
        way: The way.
    """
    if way.begin == way.end:
        return None
    nearest: float | None = None
    for option in _candidates(way):
        found = _departs(way, option, nearest)
        if found is not None and (nearest is None or _is_before(way, found, nearest)):
            nearest = found
            if nearest == way.begin:
                break
    if nearest is None:
        return None
    # Rounding may stop a hair before the end, beyond which there is nothing.
    at_end = isfinite(way.end) and abs(nearest - way.end) <= _HAIR * abs(way.end - way.begin)
    return _flip_at(way, way.end if at_end else nearest)


def _candidates(way: Way) -> list[int]:
    """The options that can have to do with a flip, those that come nearest to the first foremost.

    Those who are first come before all, as they may be excluded or part from each other.
    """
    floor = max((way.least[i] for i in way.leaders), default=-inf)
    rivals = np.flatnonzero(~way.barred & (way.most >= floor - 2 * TIE))
    rivals = rivals[np.argsort(-way.most[rivals], kind="stable")]
    return [*way.leaders, *(int(i) for i in rivals if i not in way.leaders)]


def _is_before(way: Way, a: float, b: float) -> bool:
    return a > b if way.backwards else a < b


def _departs(way: Way, option: int, nearest: float | None) -> float | None:
    """Where an option comes to the first or, if it is one of them, leaves them; or None.

    Args:
        way: The way.
        option: Its place.
        nearest: What lies beyond this t is of no interest; or None.
    """
    lead = way.leaders[0] if way.leaders else None
    marks = [*way.knots(option), *(way.knots(lead) if lead not in (None, option) else ())]
    for a, b in way.pieces(marks):
        if nearest is not None and not _is_before(way, a, nearest):
            return None
        at = _departs_on(way, option, lead, (a, b))
        if at is not None:
            return at
    return None


def _departs_on(
    way: Way, option: int, lead: int | None, piece: tuple[float, float]
) -> float | None:
    """Where it departs on one piece, if it does."""
    a, b = piece
    middle = way.between(a, b)
    is_first = option in way.leaders
    if not way.allowed(option, middle):
        return a if is_first else None
    if lead is None:
        return a
    if option == lead or not way.allowed(lead, middle):
        return None  # that the leader is excluded is found where the leader itself is looked at
    gap = way.form(lead, middle) - way.form(option, middle)
    at_a, at_b = gap(a), gap(b)
    if abs(at_a) <= TIE and abs(at_b) <= TIE and abs(gap(middle)) <= TIE:
        return None if is_first else a
    if is_first or at_a < -TIE:
        return a
    rise = -gap.rise(a) if way.backwards else gap.rise(a)
    if at_a <= TIE and rise < 0:
        return a
    root = first_root(gap, min(a, b), max(a, b), backwards=way.backwards)
    if root is not None:
        return root
    return b if b == way.end and isfinite(b) and at_b <= TIE else None


def _flip_at(way: Way, at: float) -> Flip | None:
    """Who is first at a flip and just beyond it; None if nobody else is, there where t ends."""
    here: dict[int, float] = {}
    beyond: dict[int, Form] = {}
    options = _candidates(way)
    if any(None in _sides(way, option, at) for option in way.leaders):
        options = [int(i) for i in np.flatnonzero(~way.barred)]  # anybody may follow them
    for option in options:
        before, after = _sides(way, option, at)
        if after is not None:
            beyond[option] = after
        side = after or before
        if side is not None:
            here[option] = side(at)
    there = way.first if at == way.begin else _named(way, _level(here))
    if at == way.end:
        return None if there == way.first else Flip(at, there, there)
    level = _level({option: form(at) for option, form in beyond.items()})
    sign = -1 if way.backwards else 1
    rises = {option: sign * beyond[option].rise(at) for option in level}
    if rises:
        steepest = max(rises.values())
        slack = 1e-9 * max(map(abs, rises.values())) + _WORTHLESS
        level = [option for option in level if rises[option] >= steepest - slack]
    return Flip(at, there, _named(way, level))


def _sides(way: Way, option: int, at: float) -> tuple[Form | None, Form | None]:
    """An option's total just before and just beyond a t, or None where it is excluded."""
    near = 1e-12 * max(abs(at), 1e-3)
    marks = [x for x in way.knots(option) if abs(x - at) > near]
    found: list[Form | None] = [None, None]
    for a, b in way.pieces([*marks, at]):
        for side, stop in ((0, b), (1, a)):
            middle = way.between(a, b)
            if stop == at and way.allowed(option, middle):
                found[side] = way.form(option, middle)
    return found[0], found[1]


def _level(totals: Mapping[int, float]) -> list[int]:
    """Those that have the best total."""
    best = max(totals.values(), default=-inf)
    return [option for option, total in totals.items() if total >= best - TIE]


def _named(way: Way, places: Sequence[int]) -> First:
    return tuple(sorted(way.options[i] for i in places))
