"""Laws of weights as continuous maps of a cube, for points that fill the cube evenly.

Sorted uniform numbers, which is how weights are drawn otherwise, fold the cube over and over, and
little is left of evenness. Breaking a stick, each piece by the quantile of its share, keeps it:
the shares of uniform weights follow beta distributions, as do those near a profile.
"""

from dataclasses import replace

from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    Member,
    NearWeights,
    OneOfWeights,
    OrderedWeights,
    TreeWeights,
)


def even_law(law: Law) -> Law | None:
    """The same law by another map; None if it is not drawn by a map of a cube."""
    match law:
        case FixedWeights() | NearWeights():
            return law
        case AnyWeights() | OrderedWeights():
            return replace(law, even=True)
        case OneOfWeights(laws, shares):
            found = [even_law(each) for each in laws]
            some = tuple(each for each in found if each is not None)
            return OneOfWeights(some, shares) if len(some) == len(laws) else None
        case TreeWeights(top, members, criteria):
            above = even_law(top)
            # A law that stands at several places is drawn once, so it stays a single one.
            below = {id(member.below): even_law(member.below) for member in members}
            inside = [
                Member(each, member.leaves)
                for member in members
                if (each := below[id(member.below)]) is not None
            ]
            if above is None or len(inside) < len(members):
                return None
            return TreeWeights(above, tuple(inside), criteria)
        case _:
            return None


def dimensions_of(law: Law) -> int:
    """How many numbers from 0 to 1 a draw of a law takes that `even_law` knows."""
    match law:
        case AnyWeights(names):
            return names - 1
        case OrderedWeights(places):
            return len(places) - 1
        case NearWeights(weights):
            return max(sum(weight > 0 for weight in weights) - 1, 0)
        case OneOfWeights(laws):
            return 1 + sum(map(dimensions_of, laws))
        case TreeWeights(top, members):
            below = {id(member.below): member.below for member in members}
            return dimensions_of(top) + sum(map(dimensions_of, below.values()))
        case _:
            return 0
