"""The strip of shades: which rank stands in which column, and in which shade."""

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.views.glyphs import FULL, PLAIN
from policyscore.views.robustness.strip import STEPS, axis, draw, key, shade, strip_for


@settings(max_examples=100, deadline=None, derandomize=True)
@given(ranks=st.integers(1, 3000), room=st.integers(1, 80))
def test_every_rank_has_a_place_and_the_strip_fits(ranks: int, room: int) -> None:
    strip = strip_for(ranks, room)
    assert strip.width <= room
    assert strip.per * strip.width >= ranks * strip.wide
    assert len(draw([1 / ranks] * ranks, strip, FULL)) == strip.width
    assert len(axis(strip)) <= max(strip.width, 1)


@pytest.mark.parametrize("glyphs", [FULL, PLAIN])
def test_more_is_darker(glyphs: object) -> None:
    assert glyphs in (FULL, PLAIN)
    drawn = "".join(shade(share, FULL) for share in (0.0, 0.0049, *STEPS, 1.0))
    assert drawn == "  ░▒▓██"
    plain = "".join(shade(share, PLAIN) for share in (0.0, 0.0049, *STEPS, 1.0))
    assert plain == "  .+=##"


def test_ranks_that_share_a_column_add_up() -> None:
    strip = strip_for(6, 3)
    assert (strip.per, strip.width) == (2, 3)
    shares = (0.3, 0.3, 0.1, 0.1, 0.1, 0.1)
    assert fsum(shares) == pytest.approx(1)
    assert draw(shares, strip, FULL) == "█▓▓"
    assert "left to right, 2 a column; ░ 0.5% of" in key(strip, FULL)


def test_few_ranks_are_drawn_wide() -> None:
    strip = strip_for(3, 20)
    assert draw((0.6, 0.3, 0.1), strip, FULL) == "████▓▓▓▓▒▒▒▒"
    assert axis(strip) == "1          3"
    assert axis(strip_for(1, 20)) == "1"
