"""Which profiles a box means, where weights are those of one profile or another.

A range of a weight then holds some of the profiles and not the others, and to name them says more
than the range does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from policyscore.analysis.robustness.losing.results import LosingBox, LosingFutures
from policyscore.weighing.weights import Weights


def with_profiles(
    found: LosingFutures, profiles: Sequence[str], weights: Mapping[str, Weights]
) -> LosingFutures:
    """Say of each box with limits on weights which profiles it holds.

    Args:
        found: What was found.
        profiles: Ids of the profiles that weights were drawn from; none if they were not.
        weights: Profile's id to its weights.
    """
    if not profiles:
        return found
    boxes, left = [], tuple(profiles)
    for box in found.boxes:
        held = tuple(key for key in left if _holds(box, weights[key].criteria))
        boxes.append(replace(box, profiles=held))
        if all(limit.dimension.kind == "weight" for limit in box.limits):
            left = tuple(key for key in left if key not in held)  # no draw of theirs lies elsewhere
    return replace(found, boxes=tuple(boxes), profiles=tuple(profiles))


def _holds(box: LosingBox, weights: Mapping[str, float]) -> bool:
    """Whether weights are within all limits that a box sets to weights."""
    limits = [limit for limit in box.limits if limit.dimension.kind == "weight"]
    return all(
        (limit.above is None or weights[limit.dimension.criterion] > limit.above)
        and (limit.below is None or weights[limit.dimension.criterion] < limit.below)
        for limit in limits
    )
