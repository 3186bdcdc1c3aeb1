"""The few characters beyond letters that tables use, with plain ones for plain terminals."""

from typing import NamedTuple


class Glyphs(NamedTuple):
    """Characters for drawing.

    Attributes:
        shades: Fillings of a bar's segments, told apart without colour.
        dash: Between the ends of a range.
        minus: Before a negative number.
        times: Between a weight and a value.
        bullet: Before an item of a list.
        plus_minus: Between a mean and a standard deviation.
    """

    shades: str
    dash: str
    minus: str
    times: str
    bullet: str
    plus_minus: str


FULL = Glyphs("█▓▒░", "–", "−", "×", "•", "±")
PLAIN = Glyphs("#=+.", "-", "-", "x", "*", "+/-")


def glyphs_for(encoding: str) -> Glyphs:
    """The glyphs that a stream of this encoding can carry."""
    try:
        "".join(FULL).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return FULL
