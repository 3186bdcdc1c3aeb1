"""Hit-and-run fills a set evenly: shares of its parts against exact volumes, all at once.

Random planes through the exact centroid cut a set into parts whose volumes come from their hulls.
The first and the last draw of many independent walks are counted in them (chi-square).
"""

from itertools import pairwise, product

import numpy as np
import pytest
from independent_volumes import body
from scipy import stats
from uncertain_cells import take_from

from policyscore.analysis.robustness.uncertain.profile_weights import law_of_set
from policyscore.weighing.sets.admissible import Range, admissible
from policyscore.weighing.sets.centroid import centroid

WALKS, PER_WALK = 8_000, 4
SETS: dict[str, tuple[int, dict[int, Range], list[int]]] = {
    "a box of three": (3, {0: (0.1, 0.5), 1: (0.2, None), 2: (None, 0.6)}, []),
    "a box of four": (4, {0: (0.1, 0.4), 1: (0.2, None), 3: (None, 0.3)}, []),
    "an order and ranges": (4, {0: (None, 0.45), 3: (0.05, None)}, [0, 1, 2, 3]),
    "part of an order": (4, {1: (0.1, 0.35)}, [2, 0]),
    "thin": (4, {0: (0.3, 0.302), 2: (0.1, 0.6)}, [1, 3]),
    "a corner cut off": (5, {0: (None, 0.25), 1: (None, 0.25), 4: (0.3, None)}, [2, 3]),
}


@pytest.mark.parametrize("name", SETS)
def test_parts_get_their_share(name: str) -> None:
    size, ranges, order = SETS[name]
    keys = [f"c{j}" for j in range(size)]
    limits = {keys[j]: both for j, both in ranges.items()}
    allowed = admissible(keys, limits, [[keys[j]] for j in order])
    middle = centroid(allowed)
    unit = np.eye(size)
    rows = [unit[a] - unit[b] for a, b in pairwise(order)]
    for j, (low, high) in ranges.items():
        rows += [unit[j] - low] if low is not None else []
        rows += [high - unit[j]] if high is not None else []
    law = law_of_set(allowed, {key: j for j, key in enumerate(keys)})
    weights = law.draw(take_from(11, PER_WALK, WALKS))
    dice = np.random.default_rng(12)
    center = np.array([middle[key] for key in keys])
    # Planes as steep as the set is wide, so that each cuts it into parts of some size.
    spread = weights.reshape(size, -1).std(axis=1)
    planes = dice.normal(size=(3, size)) / spread
    planes -= (planes @ center)[:, None]
    whole, exact_middle = body(np.array(rows))
    assert exact_middle == pytest.approx(center, abs=1e-9)
    signs = list(product((-1.0, 1.0), repeat=3))
    parts = [body(np.vstack([rows, np.array(s)[:, None] * planes]))[0] / whole for s in signs]
    assert sum(parts) == pytest.approx(1)
    for draw in (0, PER_WALK - 1):
        side = planes @ weights[:, draw] > 0
        part = side.T @ [4, 2, 1]
        counted = np.bincount(part, minlength=8)
        # What hardly ever comes up says nothing by itself.
        some = np.array(parts) * WALKS > 20
        seen = [*counted[some], counted[~some].sum() + 20]
        expected = [*np.array(parts)[some] * WALKS, np.array(parts)[~some].sum() * WALKS + 20]
        scaled = np.array(expected) * (sum(seen) / sum(expected))
        assert stats.chisquare(seen, scaled).pvalue > 0.001
