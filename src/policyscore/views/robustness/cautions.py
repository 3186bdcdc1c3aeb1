"""What a reader must know before relying on what was found; titles in it are still raw."""

from policyscore.scoring.titles import enumerate_titles
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.words import counted, percent, points

_MOST_CUTS = 5
_CUT = 0.01  # fewer draws beyond the scale are not worth a word
_MOST_BEATING = 3


def cautions(scene: Scene) -> list[str]:
    """What a reader must know before believing it."""
    found, leader, undecided = scene.found, scene.leader, scene.study.undecided
    said = []
    if found.interrupted:
        said.append(
            "It was stopped before all futures were drawn: the error is that of the draws that "
            "were made, and no confidence factors were worked out."
        )
    if scene.study.precision is not None and not scene.study.precision_reached:
        said.append(
            f"The precision asked for ({points(scene.study.precision)}) was not reached: after "
            f"{counted(found.samples, 'draw', 'draws')} shares may be off by "
            f"{points(found.half_width)}."
        )
    said += _beaten(scene)
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
            f"{percent(cut.share, 1.0)} of the distribution that {_judge(scene, cut.by)} gives for "
            f"{option} on {criterion} lies beyond the scale and counts as its end."
        )
    if len(cuts) > _MOST_CUTS:
        more = counted(len(cuts) - _MOST_CUTS, "more judgement", "more judgements")
        said.append(f"So does over 1% of {more}.")
    return [*said, *found.left_out, *scene.study.left_out]


def _beaten(scene: Scene) -> list[str]:
    """That others stand above the leader in more than half of the futures, if any does."""
    leader, beating = scene.leader, scene.study.beaten_by
    if leader is None or not beating:
        return []
    shares = [scene.above(scene.study.above_leader(each) or 0.0) for each in beating]
    names = [scene.option(each) for each in beating[:_MOST_BEATING]]
    listed = [f"{names[0]} stands above it in {shares[0]} of the futures"]
    listed += [f"{name} in {share}" for name, share in zip(names[1:], shares[1:], strict=False)]
    said = f"{scene.option(leader)} is first most often, but {enumerate_titles(listed)}"
    return [f"{said}: first most often is not best most often."]


def _judge(scene: Scene, by: str) -> str:
    """Who judges, in the middle of a sentence."""
    listed = scene.case.header.experts.get(by)
    return "the case's author" if listed is None else listed.title
