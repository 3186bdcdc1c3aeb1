"""What a reader must know before believing a ranking: ties, thin leads, unknowns, exclusions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from policyscore.case.case import Case
from policyscore.case.naming import plain
from policyscore.case.options import CASE_AUTHOR
from policyscore.scoring.ranking import TIE, Caution, Member, Ranked
from policyscore.scoring.titles import enumerate_titles, titles_of
from policyscore.scoring.weight_cautions import nobodys_first, weight_cautions
from policyscore.weighing.weights import Weights

SUPPORT = frozenset({"recommends", "conditional"})
AGAINST = frozenset({"doubts", "opposes"})
_TOP = 5
_MOST_TIES = 5


def cautions(
    case: Case, weights: Weights, ranked: Sequence[Ranked], members: Sequence[Member] = ()
) -> tuple[Caution, ...]:
    """List what qualifies a ranking, gravest first.

    Args:
        case: The case.
        weights: The weights of the ranking.
        ranked: The options, best first, the excluded ones last.
        members: Of the group that the weights are those of.

    Returns:
        The cautions; none of them repeats another.
    """
    allowed = [r for r in ranked if not r.excluded]
    makers: tuple[Callable[[], Iterator[Caution]], ...] = (
        lambda: _excluded(case, ranked),
        lambda: _may_miss(case, allowed),
        lambda: _baseline(case, allowed),
        lambda: nobodys_first(case, allowed, members),
        lambda: _lead(case, allowed),
        lambda: _ties(case, allowed),
        lambda: _support(case, allowed),
        lambda: _unknown(case, weights, ranked),
        lambda: weight_cautions(case, weights),
    )
    return tuple(caution for make in makers for caution in make())


def _limit(case: Case, criterion: str) -> str:
    """A criterion's requirement in words."""
    c = case.criteria[criterion]
    parts = [f"at least {plain(c.at_least)}"] if c.at_least is not None else []
    parts += [f"at most {plain(c.at_most)}"] if c.at_most is not None else []
    return " and ".join(parts)


def _score(case: Case, criterion: str, score: float) -> str:
    """A pooled score with so many decimals that it is not mistaken for the limit it misses."""
    c = case.criteria[criterion]
    rounded = (round(score, decimals) for decimals in (2, 4, 6, 9))
    return plain(next((r for r in rounded if r not in {c.at_least, c.at_most}), score))


def _excluded(case: Case, ranked: Sequence[Ranked]) -> Iterator[Caution]:
    for r in ranked:
        if r.excluded:
            reasons = [
                f"{case.criteria[c].title} is {_score(case, c, r.valued.scores[c].score)}, "
                f"required {_limit(case, c)}"
                for c in r.valued.misses
            ]
            text = f"{case.options[r.option].title} is excluded: {'; '.join(reasons)}."
            yield Caution("excluded", (r.option,), text)


def _may_miss(case: Case, allowed: Sequence[Ranked]) -> Iterator[Caution]:
    by_criterion: dict[str, list[str]] = {}
    for r in allowed:
        for criterion in r.valued.may_miss:
            by_criterion.setdefault(criterion, []).append(r.option)
    for criterion, options in by_criterion.items():
        text = (
            f"{titles_of(case, options)} may still miss the requirement on "
            f"{case.criteria[criterion].title} ({_limit(case, criterion)}): part of the range of "
            "the judgements lies beyond it."
        )
        yield Caution("may-miss-requirement", tuple(options), text)


def _baseline(case: Case, allowed: Sequence[Ranked]) -> Iterator[Caution]:
    if any(r.rank == 1 and r.option == case.baseline for r in allowed):
        text = f"The baseline, {case.options[case.baseline].title}, comes first."
        yield Caution("baseline-first", (case.baseline,), text)


def could_be_first(allowed: Sequence[Ranked]) -> tuple[str, ...]:
    """The options that some allowed judgements put first, the weights being as they are."""
    lows = sorted((r.total.low for r in allowed), reverse=True)
    found = []
    for r in allowed:
        bar = lows[1] if len(lows) > 1 and r.total.low == lows[0] else lows[0]
        if len(lows) == 1 or r.total.high >= bar - TIE:
            found.append(r.option)
    return tuple(found)


def _lead(case: Case, allowed: Sequence[Ranked]) -> Iterator[Caution]:
    first = [r for r in allowed if r.rank == 1]
    rest = [r for r in allowed if r.rank != 1]
    if len(first) != 1 or not rest:
        return
    leader, second = first[0], rest[0]
    rivals = [key for key in could_be_first(allowed) if key != leader.option]
    if not rivals:
        return
    title, runner_up = case.options[leader.option].title, case.options[second.option].title
    lead = leader.total.value - second.total.value
    others = f"{len(rivals)} other options" if len(rivals) > 1 else case.options[rivals[0]].title
    text = (
        f"First place is fragile: {title} leads {runner_up} by {_points(lead)}, while the "
        f"judgements alone allow it any total from {leader.total.low:.1f} to "
        f"{leader.total.high:.1f}. Within their ranges {others} could be first."
    )
    yield Caution("fragile-lead", (leader.option, *rivals), text)


def _points(difference: float) -> str:
    shown = f"{difference:.1f}" if difference >= 0.05 else f"{difference:.2g}"
    return f"{shown} {'point' if shown in {'1', '1.0'} else 'points'}"


def _ties(case: Case, allowed: Sequence[Ranked]) -> Iterator[Caution]:
    """The ties, each by itself while they are few; those further down are only counted."""
    tied = groupby((r for r in allowed if r.tied), key=lambda r: r.rank)
    groups = [(rank, tuple(r.option for r in group)) for rank, group in tied]
    for rank, options in groups[:_MOST_TIES]:
        text = f"{titles_of(case, options)} tie at rank {rank}: nothing in the case parts them."
        yield Caution("tie", options, text)
    further = groups[_MOST_TIES:]
    if further:
        count = f"{len(further)} more ties" if len(further) > 1 else "one more tie"
        text = f"Further down there {'are' if len(further) > 1 else 'is'} {count}, marked with `=`."
        yield Caution("tie", tuple(option for _, options in further for option in options), text)


def supporters(case: Case, option: str) -> tuple[str, ...]:
    """The experts, other than the case's author, who recommend an option, if on a condition."""
    return _with_stance(case, option, SUPPORT)


def _with_stance(case: Case, option: str, kinds: frozenset[str]) -> tuple[str, ...]:
    stances = case.options[option].stances
    found = (s.expert for s in stances if s.stance in kinds and s.expert != CASE_AUTHOR)
    return tuple(dict.fromkeys(found))


def _support(case: Case, allowed: Sequence[Ranked]) -> Iterator[Caution]:
    if not any(option.stances for option in case.options.values()):
        return
    top = [r.option for r in allowed if r.rank is not None and r.rank <= _TOP]
    alone = [o for o in top if o != case.baseline and not supporters(case, o)]
    if alone:
        text = (
            f"Among the first {len(top)}, no expert recommends {titles_of(case, alone)}; "
            "the place rests on how the case's author scored what was said."
        )
        yield Caution("no-expert-support", tuple(alone), text)
    for r in allowed:
        against = _with_stance(case, r.option, AGAINST) if r.rank == 1 else ()
        if against:
            names = enumerate_titles([case.expert(expert).title for expert in against])
            text = f"{case.options[r.option].title} is doubted or opposed by: {names}."
            yield Caution("leader-opposed", (r.option,), text)


def _unknown(case: Case, weights: Weights, ranked: Sequence[Ranked]) -> Iterator[Caution]:
    found: Mapping[str, list[str]] = {
        criterion: [r.option for r in ranked if r.valued.scores[criterion].unknown]
        for criterion, weight in weights.criteria.items()
        if weight > 0
    }
    for criterion, options in found.items():
        if options:
            text = (
                f"{case.criteria[criterion].title} is unknown for {titles_of(case, options)}; it "
                "counts as the middle of the scale, and the range as the whole of it."
            )
            yield Caution("unknown", tuple(options), text)
