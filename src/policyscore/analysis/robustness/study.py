"""The whole study of robustness: shares of ranks, losing futures, camps of experts and profiles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from policyscore.analysis.robustness.camp_voices import ExpertCamps, expert_camps
from policyscore.analysis.robustness.camps import Camps, camps
from policyscore.analysis.robustness.doubts import doubts_of
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.losing.draws import draw_for
from policyscore.analysis.robustness.losing.futures import losing_futures
from policyscore.analysis.robustness.losing.profiles import with_profiles
from policyscore.analysis.robustness.robustness import CONCENTRATION, law_of, robustness
from policyscore.analysis.robustness.study_results import Study, WeightsDrawn
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.analysis.robustness.uncertain.weight_laws import Law
from policyscore.case.case import Case
from policyscore.scoring.ranking import Ranking
from policyscore.scoring.totals import Valued
from policyscore.weighing.weights import Weights

Rank = Callable[[str], Ranking]

_CLOSE = 20  # options that are never first and drawn all the same for losing futures
_MOST_SCORES = 100_000  # options times criteria; drawing more for losing futures takes too long
_MOST_CRITERIA = 1_000  # or too much memory
_MOST_RANKED = 1_500_000  # profiles times options times criteria, which takes some two seconds


def study(
    case: Case,
    valued: Mapping[str, Valued],
    weights: Mapping[str, Weights],
    profile: str | None,
    which: WeightsDrawn,
    amount: Amount,
    *,
    rank: Rank,
    own: Sequence[str] | None = None,
    together: bool = False,
    pert: bool = False,
    concentration: float | None = None,
) -> Study:
    """Find how often each option takes each rank, and what stands behind it.

    If it is interrupted (`KeyboardInterrupt`) once there is something to show, that is returned.

    Args:
        case: The case.
        valued: Option's id to its values.
        weights: Profile's id to its weights.
        profile: The profile's id; None with `any` and `profiles`.
        which: Which weights; see `law_of`.
        amount: How much to draw, and by whom.
        rank: Ranks the options under a profile.
        own: Ids of the case's own profiles, without those from other files; all if None.
        together: Whether one expert is drawn for all scores that they judge.
        pert: Whether low, likely and high are a PERT distribution instead of a triangular one.
        concentration: How closely weights stay to the profile's, with `near`; 50 if None.

    Raises:
        ValueError: If an argument is out of its range, or given where it says nothing.
        KeyboardInterrupt: If it is interrupted before there is anything to show.
    """
    if concentration is not None and which != "near":
        raise ValueError("concentration is about weights 'near' a profile")
    closeness = CONCENTRATION if concentration is None else concentration
    chosen = case.profiles if own is None else own
    single = tuple(key for key in chosen if not weights[key].members)
    drawn = dict.fromkeys(single, 1.0) if which == "profiles" else None
    law = law_of(case, weights, profile or "", which, concentration=closeness, shares=drawn)
    found = robustness(
        *(case, weights, profile or "", which, amount),
        together=together,
        pert=pert,
        concentration=closeness,
        shares=drawn,
    )
    done = Study(
        found,
        doubts_of(case, weights=law.varies),
        drawn_profiles=tuple(drawn or ()),
        concentration=closeness if which == "near" else None,
        together=together,
        pert=pert,
        precision=amount.precision,
        interrupted=found.interrupted or found.confidence_interrupted,
    )
    if done.interrupted:
        return replace(done, left_out=(_STOPPED,))
    try:
        done = _with_experts(done, case, valued, weights, rank)
        done = _with_profiles(done, case, single, rank)
        return _with_losing(done, case, law, weights, amount.seed)
    except KeyboardInterrupt:
        return replace(done, interrupted=True, left_out=(*done.left_out, _STOPPED_LATE))


_STOPPED = (
    "It was not looked for what the futures have in common in which the leader is not first, nor "
    "how experts and profiles differ."
)
_STOPPED_LATE = (
    "All futures were drawn, but it was stopped before all was said of the futures in which the "
    "leader is not first, and of experts and profiles."
)


def _with_experts(
    done: Study,
    case: Case,
    valued: Mapping[str, Valued],
    weights: Mapping[str, Weights],
    rank: Rank,
) -> Study:
    """How far first place depends on whose judgements count: under one profile's weights."""
    if not _is_shared(case):
        return done
    profile = done.shares.profile
    if profile is None:
        return _without(done, _NO_PROFILE)
    found: ExpertCamps = expert_camps(case, valued, rank(profile), weights[profile])
    return replace(done, experts=found) if len(found.voices) > 1 else done


_NO_PROFILE = (
    "How experts differ was not looked at: they are compared under the weights of one profile."
)


def _is_shared(case: Case) -> bool:
    """Whether any score is judged by more than one."""
    return any(
        len({judgement.by for judgement in judgements}) > 1
        for option in case.options.values()
        for judgements in option.scores.values()
    )


def _with_profiles(done: Study, case: Case, single: Sequence[str], rank: Rank) -> Study:
    """How the profiles differ in who is first."""
    if len(single) < 2:
        return done
    if len(single) * len(case.options) * len(case.criteria) > _MOST_RANKED:
        return _without(done, _TOO_MANY_PROFILES.format(len(single), len(case.options)))
    titles = {key: option.title for key, option in case.options.items()}
    found: Camps = camps([rank(key) for key in single], titles)
    return replace(done, profiles=found)


_TOO_MANY_PROFILES = (
    "How the profiles differ was not looked at: {:,} of them and {:,} options take too long to "
    "rank."
)


def _with_losing(
    done: Study, case: Case, law: Law, weights: Mapping[str, Weights], seed: int
) -> Study:
    """What the futures have in common in which the leader is not first."""
    leader = done.leader
    if leader is None or not done.doubts.any or (done.shares.exact and leader.first >= 1):
        return done
    some = _contenders(done, case)
    options, criteria = len(some.options), len(case.criteria)
    if options * criteria > _MOST_SCORES or criteria > _MOST_CRITERIA:
        return _without(done, _TOO_MANY_SCORES.format(options, criteria))
    cells = cells_of(some, law, pert=done.pert, together=done.together)
    if done.together:  # an expert who judges only the others is drawn as often as ever
        cells = replace(cells, experts=cells_of(case, law, together=True).experts)
    rivals = [rival.option for rival in done.rivals]
    drawn = draw_for(cells, problem_of(cells, pairs=False), leader.option, rivals, seed)
    found = losing_futures(leader.option, drawn.dimensions, drawn.inputs, drawn.lost)
    return replace(done, losing=with_profiles(found, done.drawn_profiles, weights))


_TOO_MANY_SCORES = (
    "It was not looked for what the futures have in common in which the leader is not first: "
    "drawing {:,} options by {:,} criteria for it takes too long."
)


def _contenders(done: Study, case: Case) -> Case:
    """The case with no options but those that are ever first and as many again that come close.

    Who is never first among all draws, nor near, does not take the first place in fewer.
    """
    many = 2 * (1 + len(done.rivals)) + _CLOSE
    chosen = {shares.option: case.options[shares.option] for shares in done.ordered[:many]}
    return Case(case.header, chosen, dict(case.profiles))


def _without(done: Study, why: str) -> Study:
    return replace(done, left_out=(*done.left_out, why))
