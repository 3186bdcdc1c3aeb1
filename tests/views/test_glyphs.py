"""Which characters a stream of some encoding gets for bars, dashes and signs."""

import pytest

from policyscore.views.glyphs import FULL, PLAIN, glyphs_for


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf-16", "utf-8-sig", "gb18030"])
def test_encodings_that_have_them_get_the_better_ones(encoding: str) -> None:
    assert glyphs_for(encoding) is FULL


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "", "no such"])
def test_all_others_get_the_plain_ones(encoding: str) -> None:
    assert glyphs_for(encoding) is PLAIN


def test_the_plain_ones_are_ascii_and_every_one_is_one_column_wide() -> None:
    assert "".join(PLAIN).isascii()
    assert len(PLAIN.shades) == len(FULL.shades) == len(set(PLAIN.shades)) == len(set(FULL.shades))
    for name in ("dash", "minus", "times", "bullet"):
        assert len(getattr(PLAIN, name)) == len(getattr(FULL, name)) == 1
