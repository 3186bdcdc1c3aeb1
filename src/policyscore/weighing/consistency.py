"""How well what somebody stated agrees with itself."""

from dataclasses import dataclass

from policyscore.case.kinds import Where
from policyscore.weighing.spoken import Words


@dataclass(frozen=True, slots=True)
class Consistency:
    """How well a statement agrees with itself.

    Attributes:
        group: Id of the group whose criteria were weighed; empty at the top of a profile.
        way: The way of weighing.
        measure: What `ratio` is, and by whose table it is judged.
        ratio: 0 if the statement agrees with itself, and more the less it does; None if nothing
            is stated twice over, so that nothing could disagree.
        limit: The most that is commonly accepted; None if no table gives one.
        acceptable: Whether the ratio is within the limit.
        worst: What disagrees most with the rest, and what would mend it; empty if nothing does.
        place: Where that stands in the weights file.
    """

    group: str
    way: str
    measure: str
    ratio: float | None
    limit: float | None
    acceptable: bool
    worst: Words
    place: Where
