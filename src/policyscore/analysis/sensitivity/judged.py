"""A case's judgements as plain numbers: who holds which part of which pooled score."""

from collections.abc import Mapping
from dataclasses import dataclass

from policyscore.analysis.sensitivity.judgement_results import Stated
from policyscore.case.case import Case
from policyscore.case.distributions import distribution_of, form_of
from policyscore.case.header import Criterion
from policyscore.case.options import UNKNOWN, Judgement
from policyscore.case.value_functions import value_points
from policyscore.scoring.drawn_scores import mean_score

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement in the pool of its option and criterion.

    Attributes:
        option: The option's id.
        criterion: The criterion's id.
        index: Which of the judgements there it is, from 0.
        judgement: The judgement.
        score: The number that it enters the pool with.
        stated: How that number was stated.
        weight: The judge's weight, of those of all judges of the case the largest being 1.
        pool: The judgement's share of the pooled score.
        alone: Whether no other judge with a weight above 0 judges there.
    """

    option: str
    criterion: str
    index: int
    judgement: Judgement
    score: float
    stated: Stated
    weight: float
    pool: float
    alone: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """A criterion's scale and value function.

    Attributes:
        low: The lowest number of the scale.
        high: The highest.
        points: Points of the value function by rising score.
        least: The least score that meets the requirement, minus infinity if there is none.
        most: The greatest that does, infinity if there is none.
    """

    low: float
    high: float
    points: tuple[Point, ...]
    least: float
    most: float

    def meets(self, score: float) -> bool:
        """Whether a score meets the requirement."""
        return self.least <= score <= self.most

    @property
    def limits(self) -> tuple[float, ...]:
        """The numbers of the requirement, if any."""
        return tuple(x for x in (self.least, self.most) if abs(x) != float("inf"))


def scale_of(criterion: Criterion) -> Scale:
    """The numbers of a criterion's scale."""
    low, high = criterion.ends
    least = -float("inf") if criterion.at_least is None else criterion.at_least
    most = float("inf") if criterion.at_most is None else criterion.at_most
    return Scale(low, high, tuple(value_points(criterion)), least, most)


def judge_weights(case: Case) -> dict[str, float]:
    """Every judge's weight; the largest is 1, so that no sum is too large or too small."""
    weights = stated_weights(case)
    largest = max(weights.values(), default=1.0) or 1.0
    return {key: weight / largest for key, weight in weights.items()}


def stated_weights(case: Case) -> dict[str, float]:
    """Every judge's weight as written in the file, 1 where nothing is."""
    by = {j.by for option in case.options.values() for js in option.scores.values() for j in js}
    return {key: case.expert(key).weight for key in sorted(by)}


def all_judged(case: Case) -> list[Judged]:
    """Every judgement of a case, by option and then criterion."""
    raw, weights = stated_weights(case), judge_weights(case)
    scales = {key: criterion.ends for key, criterion in case.criteria.items()}
    found = []
    for option, content in case.options.items():
        for criterion, ends in scales.items():
            judgements = content.scores[criterion]
            held = [raw[j.by] for j in judgements]
            largest = max(held)  # so that no sum is too large
            pool = sum(weight / largest for weight in held)
            for index, (judgement, weight) in enumerate(zip(judgements, held, strict=True)):
                score, stated = entered(judgement, ends)
                share = weight / largest / pool
                others = any(w > 0 for k, w in enumerate(held) if k != index)
                found.append(
                    Judged(
                        option,
                        criterion,
                        index,
                        judgement,
                        score,
                        stated,
                        weights[judgement.by],
                        share,
                        not others,
                    )
                )
    return found


def entered(judgement: Judgement, ends: Point) -> tuple[float, Stated]:
    """The number that a judgement enters the pool with, and how it was stated.

    Args:
        judgement: The judgement.
        ends: The lowest and highest number of the scale.
    """
    if form_of(judgement):
        return mean_score(distribution_of(judgement, ends)), "distribution"
    if judgement.likely == UNKNOWN:
        return (ends[0] + ends[1]) / 2, "unknown"
    if isinstance(judgement.likely, float):
        return judgement.likely, "likely"
    if judgement.low is None or judgement.high is None:
        raise ValueError("a judgement needs a likely score, a range, or `unknown`")
    return (judgement.low + judgement.high) / 2, "range"


def by_judge(judged: list[Judged]) -> Mapping[str, list[Judged]]:
    """Judge's id to their judgements, by id."""
    found: dict[str, list[Judged]] = {}
    for one in judged:
        found.setdefault(one.judgement.by, []).append(one)
    return dict(sorted(found.items()))
