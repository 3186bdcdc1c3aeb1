"""What is said of robustness in sentences, whatever the format; titles in them are still raw."""

from policyscore.analysis.robustness.results import OptionShares
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.words import CERTAIN, counted, percent, thousands

LOSING = "What the futures have in common in which the leader is not first"

_MOST_CUTS = 5
_CUT = 0.01  # fewer draws beyond the scale are not worth a word
_NEAREST = 5


def headline(scene: Scene) -> str:
    """Who is first, and in what share of all futures considered."""
    leader = scene.leader
    if leader is None:
        return "No option is ever first: each misses a requirement in every future considered."
    level = scene.study.level
    if not scene.doubts.any:
        firsts = [scene.option(each) for each in level]
        verb = "is" if len(firsts) == 1 else "tie and are"
        return f"Nothing is uncertain here: {enumerate_titles(firsts)} {verb} first."
    if len(level) > 1:
        return _level(scene, level)
    title = scene.option(leader)
    if leader.first >= CERTAIN:
        every = "every future considered" if _is_exact(scene) else "every future drawn"
        return f"{title} is first in {every}."
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
    if _is_exact(scene):
        return f"{names} are first equally often: each in {share} of all futures considered."
    return (
        f"{names} are first about equally often, each in {share} of all futures considered: "
        "too close to tell apart with so few draws."
    )


def _is_exact(scene: Scene) -> bool:
    """Whether it is exact who is first how often."""
    return scene.found.exact or "first" in scene.found.exact_parts


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
    return (
        f"First place is as open as if {2**found.entropy:.1f} options were equally likely "
        f"(entropy {found.entropy:.2f} bits)."
    )


def rivals(scene: Scene) -> str:
    """How often the nearest rivals stand above the leader; nothing if that was not counted."""
    leader = scene.leader
    if leader is None or not scene.doubts.any:
        return ""
    above = [(scene.study.above_leader(each), scene.option(each)) for each in scene.ordered]
    some = sorted(
        ((share, title) for share, title in above if share is not None and share > 0),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not some:
        return ""
    listed = [f"{title} in {scene.above(share)}" for share, title in some[:_NEAREST]]
    return f"Above {scene.option(leader)} stands most often {enumerate_titles(listed)}."


def remarks(scene: Scene) -> list[str]:
    """What is said under the table."""
    hidden = len(scene.ordered) - len(scene.shown)
    left = f"Not shown: {thousands(hidden)} more." if hidden else ""
    return [line for line in (openness(scene), rivals(scene), left) if line]


def cautions(scene: Scene) -> list[str]:
    """What a reader must know before believing it."""
    found, leader, undecided = scene.found, scene.leader, scene.study.undecided
    said = []
    if found.interrupted:
        said.append(
            "It was stopped before all futures were drawn: the error is that of the draws that "
            "were made, and no confidence factors were worked out."
        )
    if leader is not None and scene.doubts.any and leader.first < 0.5:
        said.append("No option is first in even half of the futures considered.")
    if leader is not None and undecided:
        said.append(
            f"In {scene.ranked(undecided)} of the futures no option meets every requirement."
        )
    cuts = sorted((cut for cut in found.cuts if cut.share > _CUT), key=lambda cut: -cut.share)
    for cut in cuts[:_MOST_CUTS]:
        option = scene.case.options[cut.option].title
        criterion = scene.case.criteria[cut.criterion].title
        said.append(
            f"{percent(cut.share)} of what {scene.case.expert(cut.by).title} holds possible for "
            f"{option} on {criterion} lies beyond the scale and counts as its end."
        )
    if len(cuts) > _MOST_CUTS:
        more = counted(len(cuts) - _MOST_CUTS, "more judgement", "more judgements")
        said.append(f"So does over 1% of {more}.")
    return [*said, *found.left_out, *scene.study.left_out]
