"""What is said of robustness in sentences, whatever the format; titles in them are still raw."""

from collections.abc import Iterable

from policyscore.analysis.robustness.results import OptionShares
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.words import (
    CERTAIN,
    NEVER,
    counted,
    percent,
    thousands,
)

_NEAREST = 5


def headline(scene: Scene) -> str:
    """Who is first, and in what share of all futures considered."""
    leader = scene.leader
    if leader is None:
        return f"No option is ever first: each misses a requirement in {_every(scene)}."
    level = scene.study.level
    if not scene.doubts.any:
        firsts = [scene.option(each) for each in level]
        verb = "is" if len(firsts) == 1 else "tie and are"
        return f"Nothing is uncertain here: {enumerate_titles(firsts)} {verb} first."
    if len(level) > 1:
        return _level(scene, level)
    title = scene.option(leader)
    if leader.first >= CERTAIN:
        return f"{title} is first in {_every(scene)}."
    said = f"{title} is first in {scene.first(leader)} of all futures considered"
    if scene.study.rivals:
        rival = scene.study.rivals[0]
        said += f"; next is {scene.option(rival)} with {scene.first(rival)}"
    return f"{said}."


def _level(scene: Scene, level: tuple[OptionShares, ...]) -> str:
    """Several lead, and no error can tell them apart."""
    names = enumerate_titles([scene.option(each) for each in level])
    high, low = scene.first(level[0]), scene.first(level[-1])
    share = high if high == low else f"{low} to {high}"
    if scene.is_exact("first"):
        return f"{names} are first equally often: each in {share} of all futures considered."
    return (
        f"{names} are first about equally often, each in {share} of all futures considered: "
        "too close to tell apart by these draws."
    )


def _every(scene: Scene) -> str:
    return "every future considered" if scene.is_exact("first") else "every future drawn"


def uncertain(scene: Scene) -> str:
    """What was uncertain, and what was not."""
    doubts = scene.doubts
    if doubts.scores:
        said = f"Uncertain: {thousands(doubts.scores)} of {counted(doubts.of, 'score', 'scores')}"
        more = [f"{thousands(doubts.unknown)} of them unknown"] if doubts.unknown else []
        more += ["one expert drawn for all their judgements"] if scene.study.together else []
        more += ["ranges with a likely score as PERT distributions"] if scene.study.pert else []
        said += f" ({', '.join(more)})" if more else ""
    else:
        said = "Every score is a single number"
    return f"{said}. Weights: {_weights(scene)}."


def _weights(scene: Scene) -> str:
    profiles = len(scene.study.drawn_profiles)
    match scene.found.weights:
        case "any":
            said = "any at all, each set as likely as any other"
        case "profiles":
            said = f"those of {counted(profiles, 'profile', 'profiles')}"
            said += ", each as likely as any other" if profiles > 1 else ""
        case "near":
            said = f"near those of {scene.title} (concentration {scene.study.concentration:g})"
        case "admissible" if scene.doubts.weights:
            said = f"all that the statements of {scene.title} allow"
        case "admissible":
            said = f"those of {scene.title}, which its statements fix"
        case _:
            said = f"fixed at those of {scene.title}"
    return said


def openness(scene: Scene) -> str:
    """How open first place is; nothing if one option always has it."""
    found = scene.found
    if found.entropy < 0.005 or not scene.doubts.any:
        return ""
    start = "Where any option meets every requirement, first" if scene.study.undecided else "First"
    return (
        f"{start} place is as open as if {2**found.entropy:.1f} options were equally likely "
        f"(entropy {found.entropy:.2f} bits)."
    )


def rivals(scene: Scene) -> str:
    """How often the nearest rivals stand above the leader.

    Nothing if that was not counted, or if no one leads alone.
    """
    leader = scene.leader
    if leader is None or not scene.doubts.any or len(scene.study.level) > 1:
        return ""
    above = [(scene.study.above_leader(each), scene.option(each)) for each in scene.ordered]
    some = sorted(
        ((share, title) for share, title in above if share is not None and share > 0),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not some:
        return ""
    (most, nearest), *rest = some[:_NEAREST]
    listed = [f"{nearest} (in {scene.above(most)} of futures)"]
    listed += [f"{title} ({scene.above(share)})" for share, title in rest]
    return f"Most often above {scene.option(leader)}: {enumerate_titles(listed)}."


def remarks(scene: Scene) -> list[str]:
    """What is said under the table."""
    hidden = len(scene.ordered) - len(scene.shown)
    left = f"Not shown: {thousands(hidden)} more." if hidden else ""
    return [line for line in (openness(scene), rivals(scene), left) if line]


def never_drawn(scene: Scene, *, ranked: Iterable[float], above: bool) -> str:
    """What 0 % means where it is shown and from draws; nothing if it is not.

    Args:
        scene: What was found.
        ranked: The shares shown beside those of first places and of standing above the leader.
        above: Whether it is shown how often options stand above the leader.
    """
    shares = [] if scene.is_exact("first") else [each.first for each in scene.shown]
    shares += [] if scene.is_exact("ranks") else list(ranked)
    if above and not scene.is_exact("pairwise"):
        over = (scene.study.above_leader(each) for each in scene.shown)
        shares += [share for share in over if share is not None]
    never = any(percent(share) == NEVER for share in shares)
    return f"{NEVER}: in none of the futures drawn." if never else ""
