"""Under which weights each option wins, in words: what counts more than usual, and what less."""

from policyscore.analysis.robustness.results import OptionShares
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import share
from policyscore.views.robustness.scene import OFTEN, Scene
from policyscore.views.robustness.words import counted

HEADING = "Under which weights each wins, against the usual ones"

_MOST_WINNERS, _MOST_CRITERIA = 5, 3
_LEAST_DRAWS = 100  # a mean over fewer is too uncertain to be told in whole per cent
_TOLD = 0.01  # a smaller difference of weights says nothing


def winners(scene: Scene) -> tuple[OptionShares, ...]:
    """The options to say this of: those that win often, the leader in any case."""
    often = [s for s in scene.ordered if s.first >= OFTEN and _is_known(s)]
    leader = scene.leader
    if not often and leader is not None and _is_known(leader):
        often = [leader]
    return tuple(often[:_MOST_WINNERS])


def _is_known(shares: OptionShares) -> bool:
    """Whether an option has central weights that are exact or a mean over enough draws."""
    few = 0 < shares.central_draws < _LEAST_DRAWS
    return bool(shares.central_weights) and not few


def central_line(scene: Scene, shares: OptionShares) -> str:
    """The central weights of an option against the usual ones, and what they are worth to it."""
    central = shares.central_weights or {}
    usual = scene.study.usual_weights
    # Each by itself: made to add up to 100, equal usual weights would read as different.
    now = {key: share(weight) for key, weight in central.items()}
    before = {key: share(usual[key]) for key in central}

    def told(keys: list[str]) -> str:
        named = (
            f"{scene.case.criteria[key].title} ({now[key]} against {before[key]})" for key in keys
        )
        return enumerate_titles(list(named))

    by_change = sorted(central, key=lambda key: usual[key] - central[key])
    seen = [key for key in by_change if now[key] != before[key]]
    more = [key for key in seen if central[key] - usual[key] >= _TOLD]
    less = [key for key in reversed(seen) if usual[key] - central[key] >= _TOLD]
    parts = [f"more weight on {told(more[:_MOST_CRITERIA])}"] if more else []
    weight = "" if more else " weight"
    parts += [f"less{weight} on {told(less[:_MOST_CRITERIA])}"] if less else []
    said = " and ".join(parts) if parts else "under weights much like the usual ones"
    if shares.confidence is not None and scene.doubts.scores:
        said += f"; at just these weights it is first in {scene.confident(shares.confidence)}"
    return f"{said}."


def central_note(scene: Scene) -> str:
    """What the usual weights are, and who is left out."""
    shown = len(winners(scene))
    rest = sum(s.first > 0 for s in scene.ordered) - shown
    over = "over the futures in which any option is first"
    over = over if scene.study.undecided else "of all that were considered"
    said = f"The usual weights are the mean {over}."
    if rest > 0:
        said += f" {counted(rest, 'more option is', 'more options are')} first at times."
    return said
