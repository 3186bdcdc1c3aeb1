"""A flip: the number at which first place changes.

Words that hold everywhere here. **First** is a tuple of option ids in order: everybody at rank 1,
more than one if they tie, none if every option misses a requirement. First place **changes** when
that tuple does, so that a tie that is joined or broken counts. Two totals within 1e-9 tie. An
option that misses a requirement is no rival, but a score that changes may exclude an option or
bring one in, and that counts too. None in place of a `Flip` means: this cannot change first place,
however far it moves.
"""

from dataclasses import dataclass

First = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """Where first place changes as one number moves away from where it is.

    Attributes:
        at: The nearest number at which, or just beyond which, first place is another.
        there: Who is first at exactly `at`; most often the old and the new first, who tie there.
        first: Who is first just beyond `at`; the same as `there` if nothing lies beyond, since
            `at` is the last number that is possible (the end of the scale, say).
    """

    at: float
    there: First
    first: First


def nearer(number: float, one: Flip | None, other: Flip | None) -> Flip | None:
    """Of two flips the one that is nearer to a number; the first of them if both are as near."""
    if one is None or other is None:
        return one or other
    return one if abs(one.at - number) <= abs(other.at - number) else other
