"""Scores that move along a way, each by a formula of its own, and the totals that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Protocol

import numpy as np

from policyscore.analysis.sensitivity.judged import Scale
from policyscore.analysis.sensitivity.rational import Form
from policyscore.analysis.sensitivity.table import Standing
from policyscore.analysis.sensitivity.ways import Way


class Path(Protocol):
    """How one score moves: a monotone function of t."""

    def at(self, t: float) -> float:
        """The score at t, which may be infinite."""

    def reaches(self, score: float) -> float | None:
        """The t at which the score is this; None if there is none or the score stays."""

    def form(self, scale: float, shift: float) -> Form:
        """Shift + scale · score."""


@dataclass(frozen=True, slots=True)
class Moving:
    """One score that moves.

    Attributes:
        criterion: The criterion's id.
        weight: Its weight.
        scale: Its scale.
        path: How the score moves.
    """

    criterion: str
    weight: float
    scale: Scale
    path: Path

    def knots(self) -> list[float]:
        """Every t at which the score passes a point of the value function or a requirement."""
        marks = [x for x, _ in self.scale.points[1:-1]] + list(self.scale.limits)
        found = [self.path.reaches(x) for x in marks]
        return [t for t in found if t is not None]

    def form(self, t: float) -> Form:
        """Weight times value, on the piece that t is on."""
        score = self.path.at(t)
        points = self.scale.points
        segments = list(pairwise(points))
        (x0, y0), (x1, y1) = next((s for s in segments if score <= s[1][0]), segments[-1])
        slope = (y1 - y0) / (x1 - x0)
        return self.path.form(self.weight * slope, self.weight * (y0 - slope * x0))

    def value(self, t: float) -> float:
        """The value at t, 0 to 100."""
        score = self.path.at(t)
        points = self.scale.points
        return float(np.interp(score, [x for x, _ in points], [y for _, y in points]))


@dataclass(frozen=True, slots=True)
class Scene:
    """All scores that move on a way.

    Attributes:
        standing: Where the options stand where it begins.
        moving: Option's place to its scores that move.
        missed: Option's place to the criteria, other than those, whose requirement it misses.
    """

    standing: Standing
    moving: Mapping[int, Sequence[Moving]]
    missed: Sequence[bool]

    def way(self, begin: float, end: float) -> Way:
        """The way from one t to another.

        Args:
            begin: Where t is; the present state.
            end: Where it goes to; may be infinite.
        """
        bases, least, most = (self.standing.totals.copy() for _ in range(3))
        for option, scores in self.moving.items():
            now = [m.weight * m.value(begin) for m in scores]
            then = [m.weight * m.value(end) for m in scores]
            bases[option] -= sum(now)
            least[option] = bases[option] + sum(map(min, now, then))
            most[option] = bases[option] + sum(map(max, now, then))
        return Way(
            self.standing.table.options,
            self.standing.leaders,
            begin,
            end,
            self._knots,
            lambda option, t: self._form(float(bases[option]), option, t),
            self._allowed,
            least,
            most,
            np.array(self.missed, dtype=bool),
        )

    def _knots(self, option: int) -> list[float]:
        return [t for m in self.moving.get(option, ()) for t in m.knots()]

    def _form(self, base: float, option: int, t: float) -> Form:
        constant, slope = base, 0.0
        residues: dict[float, float] = {}
        for m in self.moving.get(option, ()):
            form = m.form(t)
            constant += form.constant
            slope += form.slope
            for pole, residue in form.residues.items():
                residues[pole] = residues.get(pole, 0.0) + residue
        return Form(constant, slope, residues)

    def _allowed(self, option: int, t: float) -> bool:
        if self.missed[option]:
            return False
        scores = self.moving.get(option, ())
        return all(m.scale.meets(m.path.at(t)) for m in scores if m.scale.limits)


@dataclass(frozen=True, slots=True)
class Straight:
    """A score that moves in a straight line, from `start` by `step` as t goes from 0 to 1."""

    start: float
    step: float

    def at(self, t: float) -> float:
        """The score at t."""
        return self.start + self.step * t

    def reaches(self, score: float) -> float | None:
        """The t at which the score is this."""
        return (score - self.start) / self.step if self.step else None

    def form(self, scale: float, shift: float) -> Form:
        """Shift + scale · score."""
        return Form(shift + scale * self.start, scale * self.step)


@dataclass(frozen=True, slots=True)
class Pooled:
    """A pooled score as one judge's weight t changes: likely + pull / (others + t).

    Attributes:
        likely: The judge's own number.
        pull: Sum over the other judges of weight times (their number less the judge's).
        others: The sum of the other judges' weights, above 0.
    """

    likely: float
    pull: float
    others: float

    def at(self, t: float) -> float:
        """The score at t."""
        return self.likely if t == inf else self.likely + self.pull / (self.others + t)

    def reaches(self, score: float) -> float | None:
        """The t at which the score is this."""
        return self.pull / (score - self.likely) - self.others if score != self.likely else None

    def form(self, scale: float, shift: float) -> Form:
        """Shift + scale · score."""
        return Form(shift + scale * self.likely, 0.0, {self.others: scale * self.pull})
