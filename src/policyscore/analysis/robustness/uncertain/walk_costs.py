"""How long drawing weights by walks takes: a forecast that is the same on every computer."""

from policyscore.analysis.robustness.uncertain.polytope_walk import (
    SHUFFLE,
    BoundedWeights,
    steps_of_walk,
)
from policyscore.analysis.robustness.uncertain.walk_in_steps import rooms_changed
from policyscore.analysis.robustness.uncertain.weight_laws import Law, OneOfWeights, TreeWeights

_DRAWS = 16  # of weights by each walk
_MOVE, _ROUND = 18e-6, 30e-6  # seconds for a step, or a round of them, however few walks
_ROOM, _PAIR = 3.5e-9, 11e-9  # and more for each number that it changes


def walk_seconds(law: Law, draws: int) -> float:
    """About how long a part of the draws of weights takes, 0 if no walks are needed.

    Args:
        law: What the weights follow.
        draws: Draws of weights in the part.
    """
    match law:
        case BoundedWeights(bounds):
            corners, walks = len(bounds.counts), draws // _DRAWS
            steps = steps_of_walk(corners, _DRAWS)
            if bounds.is_ordered:
                return steps * (_MOVE + _ROOM * walks * rooms_changed(bounds, SHUFFLE))
            return steps * (2 * _ROUND / corners + _PAIR * walks)
        case OneOfWeights(laws):
            return sum(walk_seconds(each, draws) for each in laws)
        case TreeWeights(top, members):
            below = {id(member.below): member.below for member in members}
            inside = sum(walk_seconds(each, draws) for each in below.values())
            return walk_seconds(top, draws) + inside
        case _:
            return 0.0
