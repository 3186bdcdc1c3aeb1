"""Each option's scores, values, contributions and total under a set of weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from policyscore.case.case import Case
from policyscore.case.value_functions import value_function
from policyscore.scoring.values import Score, pool


@dataclass(frozen=True, slots=True)
class Valued:
    """An option's scores and what they are worth, whatever the weights.

    Attributes:
        scores: Criterion's id to pooled score.
        values: Criterion's id to value, 0 to 100.
        lows: Criterion's id to the value at the worst score held possible.
        highs: Criterion's id to the value at the best score held possible.
        misses: Criteria whose requirement the pooled score misses.
        may_miss: Criteria whose requirement the score may miss or meet within its range.
    """

    scores: dict[str, Score]
    values: dict[str, float]
    lows: dict[str, float]
    highs: dict[str, float]
    misses: tuple[str, ...]
    may_miss: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """What an option is worth under a set of weights.

    Attributes:
        value: The total value, 0 to 100.
        low: The worst total that the judgements allow.
        high: The best total that the judgements allow.
        contributions: Criterion's id to weight times value; they add up to `value`.
    """

    value: float
    low: float
    high: float
    contributions: dict[str, float]


def value_options(case: Case) -> dict[str, Valued]:
    """Pool and value the scores of every option of a case."""
    functions = {key: value_function(c) for key, c in case.criteria.items()}
    weights = {key: expert.weight for key, expert in case.header.experts.items()}
    valued = {}
    for key, option in case.options.items():
        scores, values, lows, highs = {}, {}, {}, {}
        misses, may_miss = [], []
        for name, criterion in case.criteria.items():
            judgements = option.scores[name]
            score = pool(judgements, [weights.get(j.by, 1.0) for j in judgements], criterion.ends)
            function = functions[name]
            ends = function(score.low), function(score.high)
            scores[name] = score
            values[name] = function(score.score)
            lows[name], highs[name] = min(ends), max(ends)
            least, most = criterion.at_least, criterion.at_most
            if (least is not None and score.score < least) or (
                most is not None and score.score > most
            ):
                misses.append(name)
            elif (least is not None and score.low < least) or (
                most is not None and score.high > most
            ):
                may_miss.append(name)
        valued[key] = Valued(scores, values, lows, highs, tuple(misses), tuple(may_miss))
    return valued


def total(valued: Valued, weights: Mapping[str, float]) -> Total:
    """Add up an option's values under weights (additive value model, Keeney & Raiffa 1976).

    Args:
        valued: The option's values.
        weights: Criterion's id to weight; they sum to 1.

    Returns:
        The total with its range, kept in order and within 0 and 100 against rounding.
    """
    contributions = {key: weight * valued.values[key] for key, weight in weights.items()}
    value = min(fsum(contributions.values()), 100.0)
    low = fsum(weight * valued.lows[key] for key, weight in weights.items())
    high = min(fsum(weight * valued.highs[key] for key, weight in weights.items()), 100.0)
    return Total(value, min(low, value), max(high, value), contributions)
