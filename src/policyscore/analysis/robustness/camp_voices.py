"""Each expert's own ranking: their judgements alone, where others judged the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from policyscore.analysis.robustness.camps import Camps, camps
from policyscore.case.case import Case, expert_ids
from policyscore.case.header import Criterion
from policyscore.case.options import Judgement
from policyscore.case.value_functions import ValueFunction, value_function
from policyscore.scoring.ranking import Ranking, rank_options
from policyscore.scoring.totals import Valued
from policyscore.scoring.values import pool
from policyscore.weighing.weights import Weights

_MOST_EFFORT = 1_000_000  # experts times options times criteria, which takes some two seconds


Own = dict[str, dict[str, list[Judgement]]]
"""One expert's judgements: option's id to criterion's id to what they said."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one expert alone would rank.

    Attributes:
        expert: The expert's id.
        judged: How many scores they judged.
        shared: How many of these others judged, too: only there can they differ from the case.
        ranking: The options by their judgements, and by those of the others where they gave none.
        differs: Whether no option that is first for them is first in the case.
    """

    expert: str
    judged: int
    shared: int
    ranking: Ranking
    differs: bool


@dataclass(frozen=True, slots=True)
class ExpertCamps:
    """How far first place depends on whose judgements count.

    Attributes:
        voices: Each expert who judged anything that others judged, too, in the order of the case.
        silent: Ids of experts who judged nothing that others judged: they cannot differ.
        camps: How the voices fall into camps, and how many pairs differ in who is first.
        left_out: What was not worked out, and why, in sentences.
    """

    voices: tuple[Voice, ...]
    silent: tuple[str, ...]
    camps: Camps
    left_out: tuple[str, ...] = ()

    @property
    def differing(self) -> tuple[str, ...]:
        """Ids of the experts by whose own judgements another option is first."""
        return tuple(voice.expert for voice in self.voices if voice.differs)


def expert_camps(
    case: Case, valued: Mapping[str, Valued], ranking: Ranking, weights: Weights
) -> ExpertCamps:
    """Rank the options by each expert's judgements alone, and see who agrees.

    An expert counts here whatever their weight is: the question is what they alone would say.

    Args:
        case: The case.
        valued: Option's id to its values with all judgements pooled (`Decision.valued`).
        ranking: The ranking by these, under the same weights.
        weights: The profile's weights.
    """
    own = _judgements(case)
    judged = [expert for expert in expert_ids(case.header) if expert in own]
    shared = {e: _shared(case, own[e]) for e in judged}
    heard = [expert for expert in judged if shared[expert]]
    left_out: tuple[str, ...] = ()
    most = max(1, _MOST_EFFORT // (len(case.options) * len(case.criteria)))
    if len(heard) > most:
        why = (
            f"Of {len(heard):,} experts, only the {most:,} were looked at who judged most of what "
            "others judged, too."
        )
        left_out = (why,)
        chosen = set(sorted(heard, key=lambda e: (-shared[e], e))[:most])
        heard = [expert for expert in heard if expert in chosen]
    functions = {key: value_function(c) for key, c in case.criteria.items()}
    first = {r.option for r in ranking.first}
    voices = []
    for expert in heard:
        alone = dict(valued)
        for option, said in own[expert].items():
            alone[option] = _alone(case, valued[option], said, functions)
        ranked = rank_options(alone, weights.criteria, alone[case.baseline])
        title = case.expert(expert).title
        theirs = replace(
            ranking,
            profile=expert,
            title=title,
            by=title,
            because="",
            ranked=ranked,
            cautions=(),
            members=(),
            of=len(ranked),
        )
        differs = not first & {r.option for r in theirs.first}
        count = sum(map(len, own[expert].values()))
        voices.append(Voice(expert, count, shared[expert], theirs, differs))
    titles = {key: option.title for key, option in case.options.items()}
    return ExpertCamps(
        tuple(voices),
        tuple(expert for expert in judged if not shared[expert]),
        camps([voice.ranking for voice in voices], titles),
        left_out,
    )


def _judgements(case: Case) -> dict[str, Own]:
    """Expert's id to what they judged."""
    found: dict[str, Own] = {}
    for option, stated in case.options.items():
        for criterion, judgements in stated.scores.items():
            for judgement in judgements:
                by_criterion = found.setdefault(judgement.by, {}).setdefault(option, {})
                by_criterion.setdefault(criterion, []).append(judgement)
    return found


def _shared(case: Case, own: Own) -> int:
    """How many of an expert's scores others judged, too."""
    return sum(
        len(case.options[option].scores[criterion]) > len(theirs)
        for option, said in own.items()
        for criterion, theirs in said.items()
    )


def _alone(
    case: Case,
    valued: Valued,
    said: Mapping[str, Sequence[Judgement]],
    functions: Mapping[str, ValueFunction],
) -> Valued:
    """An option's values where one expert's judgements stand for all of those they gave."""
    scores, values = dict(valued.scores), dict(valued.values)
    lows, highs = dict(valued.lows), dict(valued.highs)
    misses, may_miss = set(valued.misses), set(valued.may_miss)
    for name, judgements in said.items():
        criterion, function = case.criteria[name], functions[name]
        score = pool(judgements, [1.0] * len(judgements), criterion.ends)
        ends = function(score.low), function(score.high)
        scores[name], values[name] = score, function(score.score)
        lows[name], highs[name] = min(ends), max(ends)
        misses.discard(name)
        may_miss.discard(name)
        if _misses(criterion, score.score, score.score):
            misses.add(name)
        elif _misses(criterion, score.low, score.high):
            may_miss.add(name)
    in_order = [name for name in case.criteria if name in misses | may_miss]
    return Valued(
        scores,
        values,
        lows,
        highs,
        tuple(name for name in in_order if name in misses),
        tuple(name for name in in_order if name in may_miss),
    )


def _misses(criterion: Criterion, low: float, high: float) -> bool:
    """Whether a score from low to high may miss the criterion's requirement."""
    least, most = criterion.at_least, criterion.at_most
    return (least is not None and low < least) or (most is not None and high > most)
