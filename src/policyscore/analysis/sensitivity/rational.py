"""Where a sum of fractions falls below 0 for the first time, isolated and not searched on a grid.

On the ways that scales and experts' weights move, the gap between two options is, piece by piece,
constant + slope · t + Σ residue / (pole + t), with all poles + t above 0. Every term rises or falls
throughout, so the terms that rise and those that fall bound the gap and its derivative on any
interval. Intervals that hold no root are dropped, halves are taken until the derivative has one
sign, and then the root is a single one between two ends of different sign (interval Newton methods
work alike: Moore 1966, *Interval Analysis*).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, sqrt

_DEEPEST = 60  # halvings; an interval so small holds a tangency, which changes no sign
_MOST = 4000


@dataclass(frozen=True, slots=True)
class Form:
    """constant + slope · t + Σ residue / (pole + t).

    Attributes:
        constant: The constant.
        slope: The slope.
        residues: Pole to residue.
    """

    constant: float
    slope: float = 0.0
    residues: Mapping[float, float] = field(default_factory=dict)

    def __call__(self, t: float) -> float:
        """The value at t, 0 or more; at infinity the limit."""
        if t == inf:
            return self.constant if self.slope == 0 else inf if self.slope > 0 else -inf
        return self.constant + self.slope * t + sum(r / (p + t) for p, r in self.residues.items())

    def rise(self, t: float) -> float:
        """The derivative at t."""
        return self.slope - sum(r / (p + t) / (p + t) for p, r in self.residues.items())

    def __sub__(self, other: "Form") -> "Form":
        """The gap between two."""
        residues = dict(self.residues)
        for pole, residue in other.residues.items():
            residues[pole] = residues.get(pole, 0.0) - residue
        residues = {pole: residue for pole, residue in residues.items() if residue}
        return Form(self.constant - other.constant, self.slope - other.slope, residues)


def first_root(form: Form, low: float, high: float, *, backwards: bool = False) -> float | None:
    """The first root inside an interval at which the sum, on the way, falls below 0.

    Args:
        form: The sum.
        low: The lower end, 0 or more.
        high: The upper end; may be infinite.
        backwards: Whether the way goes from `high` down to `low`.
    """
    if high == inf:
        high = _beyond(form, low)
    if not high > low:
        return None
    direct = _direct(form)
    if direct is not None:
        sign = -1 if backwards else 1
        inside = [x for x in direct if low < x < high and sign * form.rise(x) < 0]
        return (max if backwards else min)(inside, default=None)
    return _isolate(form, low, high, backwards)


def _beyond(form: Form, low: float) -> float:
    """A number beyond which no root lies."""
    size = sum(map(abs, form.residues.values()))
    if form.slope:
        return max(low, 1.0) + (abs(form.constant) + size) / abs(form.slope)
    return max(low, 1.0) + size / max(abs(form.constant), 1e-9)


def _direct(form: Form) -> tuple[float, ...] | None:
    """The single roots, where a formula gives them."""
    poles = [*form.residues.items()]
    if not poles:
        return () if form.slope == 0 else (-form.constant / form.slope,)
    if len(poles) > 1:
        return None
    (pole, residue) = poles[0]
    if form.slope == 0:
        return () if form.constant == 0 else (-residue / form.constant - pole,)
    # slope · u² + (constant - slope · pole) · u + residue = 0 with u = pole + t
    half = (form.constant - form.slope * pole) / 2
    square = half * half - form.slope * residue
    if square <= 0:
        return ()
    larger = -half - sqrt(square) if half > 0 else -half + sqrt(square)
    return (larger / form.slope - pole, residue / larger - pole) if larger else ()


def _isolate(form: Form, low: float, high: float, backwards: bool) -> float | None:
    """The first change of sign, by halving."""
    ups = [(p, r) for p, r in form.residues.items() if r < 0]  # these terms rise
    downs = [(p, r) for p, r in form.residues.items() if r > 0]
    up, down = max(form.slope, 0.0), min(form.slope, 0.0)
    todo = [(low, high, 0)]
    for _ in range(_MOST):
        if not todo:
            break
        a, b, depth = todo.pop()
        least = form.constant + up * a + down * b
        least += sum(r / (p + a) for p, r in ups) + sum(r / (p + b) for p, r in downs)
        most = form.constant + up * b + down * a
        most += sum(r / (p + b) for p, r in ups) + sum(r / (p + a) for p, r in downs)
        if least > 0 or most < 0:
            continue
        steepest = form.slope - _squares(ups, a) - _squares(downs, b)
        flattest = form.slope - _squares(ups, b) - _squares(downs, a)
        if min(steepest, flattest) > 0 or max(steepest, flattest) < 0:
            if _falls(form, a, b, backwards):
                return bisect(form, a, b)
            continue
        middle = (a + b) / 2 if b <= 4 * a + 1 else sqrt(max(a, 0.25) * b)
        if depth < _DEEPEST and a < middle < b:
            halves = [(a, middle, depth + 1), (middle, b, depth + 1)]
            todo += halves if backwards else halves[::-1]
            if form(middle) == 0 and _falls(form, a, b, backwards):
                return middle
    return None


def _falls(form: Form, low: float, high: float, backwards: bool) -> bool:
    """Whether the sum is above 0 where an interval is entered and below 0 where it is left."""
    signs = (form(high), form(low)) if backwards else (form(low), form(high))
    return signs[0] > 0 > signs[1]


def _squares(terms: list[tuple[float, float]], t: float) -> float:
    return sum(r / (p + t) / (p + t) for p, r in terms)


def bisect(form: Form, low: float, high: float) -> float:
    """The root between two ends of different sign, to the last bit."""
    rising = form(high) > 0
    while True:
        middle = low + (high - low) / 2
        if not low < middle < high:
            return high if abs(form(high)) < abs(form(low)) else low
        if (form(middle) > 0) == rising:
            high = middle
        else:
            low = middle
