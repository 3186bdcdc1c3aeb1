"""The small phrases that the views of sensitivity are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from policyscore.analysis.sensitivity.results import First, Flip, JudgementFlip, Sensitivity
from policyscore.analysis.sensitivity_reading import Move
from policyscore.case.case import Case
from policyscore.case.options import CASE_AUTHOR
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import number
from policyscore.views.glyphs import PLAIN, Glyphs

_MOST_MOVED = 3
_STEPS = 1000  # a number is told in steps of a thousandth of its scale, or finer
_FINER = 8
_LEAST_SPAN, _LARGEST_SPAN = 1e-290, 1e300


@dataclass(frozen=True, slots=True)
class Scene:
    """What all parts of a view need.

    Attributes:
        case: The case.
        title: The profile's title.
        weights: Criterion's id to its present weight.
        found: What the analysis found.
        glyphs: The characters to use; a terminal's view puts its own here.
        everything: Whether long lists are shown whole.
    """

    case: Case
    title: str
    weights: dict[str, float]
    found: Sensitivity
    glyphs: Glyphs = PLAIN
    everything: bool = False

    def options(self, first: Sequence[str]) -> str:
        """Titles of options as in a sentence."""
        return enumerate_titles([self.case.options[option].title for option in first])

    def who(self, first: First) -> str:
        """Who is first, for a table."""
        return f"{self.options(first)}{' (tied)' if len(first) > 1 else ''}" or "nobody"

    def outcome(self, first: First) -> str:
        """What becomes of first place, in a clause with `would`."""
        if not first:
            return "no option would be left that meets every requirement"
        if len(first) > 1:
            return f"{self.options(first)} would share first place"
        alone = " alone" if first[0] in self.found.first else ""
        return f"{self.options(first)}{alone} would be first"

    def put(self, first: First) -> str:
        """What becomes of first place, after `it would` or the like."""
        if not first:
            return "leave no option that meets every requirement"
        if len(first) > 1:
            return f"make {self.options(first)} share first place"
        alone = " alone" if first[0] in self.found.first else ""
        named = f"{self.options(first)}{alone}"
        return f"put {named} {'in first place' if named.endswith(' first') else 'first'}"

    def criterion(self, criterion: str) -> str:
        """A criterion's title."""
        return self.case.criteria[criterion].title

    def named(self, judge: str) -> str:
        """A judge as a reader meets them first: title and id."""
        title = self.case.expert(judge).title
        return title if judge == CASE_AUTHOR else f"{title} ({judge})"

    def limit(self, most: int) -> int | None:
        """How many of a list to show; None for all."""
        return None if self.everything else most


def judge_name(judge: str) -> str:
    """A judge by id, as in a sentence: `expert 3`."""
    return "the case's author" if judge == CASE_AUTHOR else judge.replace("-", " ")


def points(of_hundred: float) -> str:
    """Points of weight, such as `3.1 of 100 points of weight`."""
    if of_hundred < 0.05:
        return "less than 0.1 of 100 points of weight"
    return f"{round(of_hundred, 9):.1f} of 100 points of weight"


def from_to(scene: Scene, changed: Sequence[Move]) -> str:
    """Where weight comes from and goes to, such as `from A and B to C`."""

    def titles(some: list[Move]) -> str:
        names = [scene.criterion(move.criterion) for move in some]
        if len(names) > _MOST_MOVED:
            names = [*names[: _MOST_MOVED - 1], f"{len(names) - _MOST_MOVED + 1} other criteria"]
        return enumerate_titles(names)

    gain = [move for move in changed if move.change > 0]
    lose = [move for move in changed if move.change < 0]
    return f"from {titles(lose)} to {titles(gain)}"


def reached(
    flip: Flip, now: float, ends: tuple[float, float], *, falls: bool, minus: str = "-"
) -> str:
    """Where a number has to go, such as `below 54.7`; true as it is written, if a little strict.

    Args:
        flip: Where first place changes.
        now: Where the number is.
        ends: The least and the greatest that it can be, at most; they set how finely it is told.
        falls: Whether it has to fall; else it has to rise.
        minus: The sign before a negative number.
    """
    low, high = ends
    if flip.at == now:
        return f"any {'lower' if falls else 'higher'} than {number(now, minus)}"
    if flip.at in ends and flip.there == flip.first:
        return f"at {number(flip.at, minus)}"
    told = _rounded(flip.at, (low, now) if falls else (now, high), high - low, falls=falls)
    if flip.there == flip.first:
        return f"at {number(told, minus)} or {'less' if falls else 'more'}"
    return f"{'below' if falls else 'above'} {number(told, minus)}"


def _rounded(at: float, between: tuple[float, float], span: float, *, falls: bool) -> float:
    """A number rounded away from where it comes from, but not past the end of what is possible."""
    if not _LEAST_SPAN < span < _LARGEST_SPAN:  # beyond what powers of ten can scale
        return at
    decimals = -floor(log10(span / _STEPS) + 1e-9)
    whole = floor if falls else ceil
    for finer in range(_FINER):
        scaled = round(at * 10.0 ** (decimals + finer), 6)
        told = whole(scaled) / 10.0 ** (decimals + finer)
        if between[0] < told < between[1]:
            return told
    return at


def score_now(flip: JudgementFlip, minus: str = "-") -> str:
    """What a judgement says at present."""
    shown = number(flip.score, minus)
    if flip.stated == "unknown":
        return f"unknown, which counts as {shown}"
    if flip.stated == "distribution":
        return f"{shown}, the mean of the distribution given"
    return f"{shown}, the middle of the range given" if flip.stated == "range" else shown


def percents(*weights: float) -> list[str]:
    """Weights as per cent, with so many decimals that those that differ read as different."""
    texts: list[str] = []
    for decimals in (1, 2, 3, 4):
        texts = [f"{100 * weight:.{decimals}f}%" for weight in weights]
        pairs = zip(weights[1:], weights, strict=False)
        same = zip(texts[1:], texts, strict=False)
        if all(a != b or abs(x - y) < 1e-9 for (a, b), (x, y) in zip(same, pairs, strict=True)):
            break
    return texts


def count(number_of: int, one: str, many: str = "") -> str:
    """A number of things, such as `1 score` or `3 scores`."""
    return f"{number_of} {one if number_of == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """A sentence with its first letter made a capital."""
    return text[:1].upper() + text[1:]
