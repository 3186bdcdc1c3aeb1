"""What the futures have in common in which the leader is not first, in lines for any format."""

from policyscore.analysis.robustness.losing.words import note, sentences
from policyscore.views.robustness.scene import Scene

LOSING = "What the futures have in common in which the leader is not first"


def losing_lines(scene: Scene) -> tuple[str, ...]:
    """A sentence for each range of futures, or one that says why there is none.

    Nothing at all if it was not looked for.
    """
    losing = scene.study.losing
    return () if losing is None else sentences(scene.case, losing)


def losing_start(scene: Scene) -> str:
    """What to know before the sentences: who is taken as the leader, and what is no loss."""
    leader, said = scene.leader, []
    if leader is not None and len(scene.study.level) > 1:
        which = "one of those that are" if scene.is_exact("first") else "which is"
        drawn = "equally often" if scene.is_exact("first") else "most often in these draws"
        said.append(f"Taken as the leader: {scene.option(leader)}, {which} first {drawn}.")
    if scene.study.shared_first:
        said.append("A first place that is shared does not count as losing.")
    return " ".join(said)


def losing_note(scene: Scene) -> str:
    """How the sentences were come by; empty if there is nothing to say of it."""
    losing = scene.study.losing
    return "" if losing is None else note(losing, together=scene.study.together)
