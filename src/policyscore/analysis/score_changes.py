"""What changed in the scores: judgements, the judges' weights, scales and requirements."""

from dataclasses import dataclass
from typing import Any

from policyscore.analysis.edits import Change, Spot
from policyscore.analysis.joining import Ties
from policyscore.analysis.version import Version
from policyscore.analysis.wording import expert_title, option_title, plain, titled
from policyscore.case.distributions import distribution_of, form_of
from policyscore.case.header import Criterion
from policyscore.case.judgement_words import distribution_words
from policyscore.case.options import UNKNOWN, Judgement
from policyscore.case.value_functions import value_points
from policyscore.scoring.drawn_scores import mean_score

Judged = dict[str, Judgement]
Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """An option's judgements on a criterion in both versions, by judge."""

    old: Judged
    new: Judged


def held(judgement: Judgement, ends: Ends) -> float | str:
    """What a judgement counts as in the total: a number, or `unknown`.

    Args:
        judgement: The judgement.
        ends: Lowest and highest number of the scale.
    """
    if form_of(judgement):
        return mean_score(distribution_of(judgement, ends))
    if judgement.likely is not None:
        return judgement.likely
    if judgement.low is None or judgement.high is None:
        return UNKNOWN
    return (judgement.low + judgement.high) / 2


def form(criterion: Criterion) -> tuple[Any, ...]:
    """Everything about a criterion that a value depends on."""
    return criterion.ends, criterion.better, tuple(value_points(criterion))


class ScoreChanges:
    """Compares the scores of the options that both versions have.

    Attributes:
        cells: The judgements that changed, by option and criterion.
        changes: What changed.
    """

    def __init__(self, old: Version, new: Version, ties: Ties) -> None:
        self._old, self._new, self._ties = old, new, ties
        self.cells: dict[tuple[str, str], Cell] = {}
        self.changes: list[Change] = []
        self._criteria = [key for key in new.criteria if key in old.criteria]
        self._options = [key for key in new.options if key in old.options]
        self._silenced = False  # whether any judge counts for nothing in one of the versions
        self._experts()
        for option in self._options:
            for criterion in self._criteria:
                self._judgements(option, criterion)
        for criterion in self._criteria:
            self._scale(criterion)
        for criterion in (*new.criteria, *(c for c in old.criteria if c not in new.criteria)):
            self._requirement(criterion)

    def _experts(self) -> None:
        old, new = self._old.experts, self._new.experts
        for expert in new:
            if expert in old and old[expert] != new[expert]:
                who = expert_title(expert, self._new)
                text = f"weight of {who}'s judgements {plain(old[expert])} → {plain(new[expert])}"
                values = old[expert], new[expert]
                self._silenced = self._silenced or 0 in values
                self.changes.append(
                    Change(("expert", expert), "expert-weight", (expert,), *values, text)
                )

    def _judgements(self, option: str, criterion: str) -> None:
        old = self._old.options[option].scores[criterion]
        new = self._new.options[option].scores[criterion]
        if (old is new or old == new) and not self._silenced:
            return
        cell = Cell({j.by: j for j in old}, {j.by: j for j in new})
        judges = tuple(dict.fromkeys((*cell.new, *cell.old)))
        scales = self._ends(criterion)
        changed = [
            j for j in judges if not counts_the_same(cell.old.get(j), cell.new.get(j), scales)
        ]
        if changed:
            self.cells[option, criterion] = cell
        for judge in changed:
            self.changes.append(self._judgement(option, criterion, judge, cell))
        if not any(self._always_counts(judge, cell) for judge in cell.old):
            spots: list[Spot] = [("judgement", option, criterion, judge) for judge in changed]
            spots += [("expert", judge) for judge in judges if self._weight_changes(judge)]
            self._ties.tie(spots)

    def _ends(self, criterion: str) -> tuple[Ends, Ends]:
        return self._old.criteria[criterion].ends, self._new.criteria[criterion].ends

    def _weight_changes(self, judge: str) -> bool:
        old, new = self._old.experts.get(judge), self._new.experts.get(judge)
        return old is not None and new is not None and old != new

    def _always_counts(self, judge: str, cell: Cell) -> bool:
        """Whether a judge has a say in every mixture, so that none is left without a judge."""
        weights = (v.experts.get(judge, 1.0) for v in (self._old, self._new))
        return judge in cell.new and all(weight > 0 for weight in weights)

    def _judgement(self, option: str, criterion: str, judge: str, cell: Cell) -> Change:
        """One judge's changed score of one option on one criterion."""
        before, after = cell.old.get(judge), cell.new.get(judge)
        what = (
            f"{titled(criterion, self._new)} of {option_title(option, self._new)}, "
            f"{expert_title(judge, self._new, self._old)}"
        )
        old, new = _said(before), _said(after)
        if before is None:
            kind, text = "judge-added", f"{what}: {new} added"
        elif after is None:
            kind, text = "judge-dropped", f"{what}: {old} dropped"
        else:
            kind, text = "score", f"{what}: {moved(before, after)}"
        ends = self._ends(criterion)
        spot: Spot = ("judgement", option, criterion, judge)
        values = (
            None if before is None else held(before, ends[0]),
            None if after is None else held(after, ends[1]),
        )
        return Change(spot, kind, (option, criterion, judge), *values, text)

    def _scale(self, criterion: str) -> None:
        old, new = self._old.criteria[criterion], self._new.criteria[criterion]
        if form(old) == form(new):
            return
        title = titled(criterion, self._new)
        spot: Spot = ("scale", criterion)
        if old.better != new.better:
            kind = "direction"
            text = f"direction of {title} flipped: {old.better} → {new.better} is better"
        elif old.ends != new.ends:
            kind = "scale"
            ends = [f"{plain(low)} to {plain(high)}" for low, high in (old.ends, new.ends)]
            text = f"scale of {title} moved: {ends[0]} → {ends[1]}"
        else:
            kind = "value-function"
            text = f"value function of {title} bent: {_bent(old, new)}"
        values = _scale_data(old), _scale_data(new)
        self.changes.append(Change(spot, kind, (criterion,), *values, text))
        rescored = [option for option in self._options if (option, criterion) in self.cells]
        if kind != "value-function" and self._belongs(rescored, criterion):
            self._ties.tie(
                [
                    spot,
                    *(
                        change.spot
                        for change in self.changes
                        if change.spot[0] == "judgement" and change.spot[2] == criterion
                    ),
                ]
            )

    def _belongs(self, rescored: list[str], criterion: str) -> bool:
        """Whether scores changed because the scale did: most of them did, or one falls off it."""
        if 2 * len(rescored) >= len(self._options):
            return bool(rescored)
        before, after = self._ends(criterion)
        for option in rescored:
            cell = self.cells[option, criterion]
            for side, own, (low, high) in (
                (cell.old, before, after),
                (cell.new, after, before),
            ):
                scores = [held(judgement, own) for judgement in side.values()]
                if any(not isinstance(s, str) and not low <= s <= high for s in scores):
                    return True
        return False

    def _requirement(self, criterion: str) -> None:
        old, new = self._old.criteria.get(criterion), self._new.criteria.get(criterion)
        a, b = _limits(old), _limits(new)
        if a != b:
            title = titled(criterion, self._new, self._old)
            text = f"requirement on {title}: {_limit_words(a)} → {_limit_words(b)}"
            spot: Spot = ("requirement", criterion)
            self.changes.append(Change(spot, "requirement", (criterion,), a, b, text))


def counts_the_same(a: Judgement | None, b: Judgement | None, scales: tuple[Ends, Ends]) -> bool:
    """Whether two judgements count as the same score, on the scale of either version."""
    if a is None or b is None:
        return False
    return all(held(a, ends) == held(b, ends) for ends in scales)


def _said(judgement: Judgement | None) -> str:
    if judgement is None:
        return "none"
    if form_of(judgement):
        return distribution_words(judgement)
    score = held(judgement, (0.0, 0.0))  # of no scale, as it is what was written
    return score if isinstance(score, str) else plain(score)


def moved(before: Judgement, after: Judgement) -> str:
    """Two judgements with an arrow between, the name of a form that both have only once."""
    form = form_of(before)
    if not form or form_of(after) != form:
        return f"{_said(before)} → {_said(after)}"
    return f"{_said(before)} → {distribution_words(after, named=False)}"


def _limits(criterion: Criterion | None) -> tuple[float | None, float | None]:
    return (None, None) if criterion is None else (criterion.at_least, criterion.at_most)


def _limit_words(limits: tuple[float | None, float | None]) -> str:
    words = [
        f"{w} {plain(x)}"
        for w, x in zip(("at least", "at most"), limits, strict=True)
        if x is not None
    ]
    return " and ".join(words) or "none"


def _bent(old: Criterion, new: Criterion) -> str:
    """What became of the points of a value function."""
    before, after = dict(value_points(old)), dict(value_points(new))
    if before.keys() == after.keys():
        moved = [x for x in before if before[x] != after[x]]
        return ", ".join(f"at {plain(x)} {plain(before[x])} → {plain(after[x])}" for x in moved)
    return f"{_points(old)} → {_points(new)}"


def _points(criterion: Criterion) -> str:
    if criterion.value is None:
        return "linear"
    return ", ".join(f"{plain(x)}: {plain(y)}" for x, y in value_points(criterion))


def _scale_data(criterion: Criterion) -> dict[str, Any]:
    return {
        "ends": list(criterion.ends),
        "better": criterion.better,
        "value": [list(point) for point in value_points(criterion)],
    }
