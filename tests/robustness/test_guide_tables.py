"""Guide tables find what a binary search finds."""

import numpy as np
import pytest

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.guide_tables import guide_of
from policyscore.analysis.robustness.uncertain.quantile_rows import beta_rows
from policyscore.analysis.robustness.uncertain.quantile_tables import beta_table, normal_table


def rising(kind: str) -> Floats:
    dice = np.random.default_rng(3)
    if kind == "even":
        return np.linspace(0, 1, 33)
    if kind == "crowded":
        return np.concatenate([[0.0], np.geomspace(1e-18, 1, 200)])
    if kind == "random":
        return np.concatenate([[0.0], np.sort(dice.random(300)), [1.0]])
    return np.array([0.0, 1.0])


@pytest.mark.parametrize("kind", ["even", "crowded", "random", "two"])
@pytest.mark.parametrize("cells", [1, 8, 256, 4096])
def test_a_guide_finds_what_a_search_finds(kind: str, cells: int) -> None:
    chances = rising(kind)
    dice = np.random.default_rng(4)
    inner = chances[chances < 1]
    uniform = np.concatenate(
        [dice.random(20_000), dice.random(2_000) ** 9, inner, np.nextafter(inner, 1), [1 - 2**-53]]
    )
    found = guide_of(chances[None, :], cells).find(uniform, np.zeros(1, dtype=np.int64))
    assert (found == np.searchsorted(chances, uniform, side="right") - 1).all()


def test_rows_have_guides_of_their_own() -> None:
    chances = np.stack([np.linspace(0, 1, 50) ** power for power in (0.3, 1.0, 4.0)])
    dice = np.random.default_rng(5)
    uniform = dice.random((3, 5_000))
    found = guide_of(chances, 32).find(uniform, np.arange(3)[:, None])
    for number, (row, numbers, places) in enumerate(zip(chances, uniform, found, strict=True)):
        searched = np.searchsorted(row, numbers, side="right") - 1 + number * 50
        # Numbers of later rows are raised, which costs their last digits.
        assert (places == searched).mean() > 0.9999


def test_tables_draw_from_any_shape_alike() -> None:
    uniform = np.random.default_rng(6).random((7, 5_001))
    for table in (normal_table(), beta_table(0.3, 4.0), beta_table(1e-13, 1e-13)):
        whole = table.draw(uniform)
        assert whole.shape == uniform.shape
        assert (whole[3, 17:20] == table.draw(uniform[3, 17:20].copy())).all()


def test_one_row_a_draw_is_the_same_as_row_by_row() -> None:
    a, b = np.array([[2.0], [0.5], [30.0]]), np.array([[3.0], [0.5], [7.0]])
    rows = beta_rows(a, b)
    uniform = np.random.default_rng(7).random((3, 6_000))
    whole = rows.draw(uniform)
    which = np.random.default_rng(8).integers(0, 3, 6_000)
    drawn = rows.draw_of(which, uniform[which, np.arange(6_000)])
    assert (drawn == whole[which, np.arange(6_000)]).all()
