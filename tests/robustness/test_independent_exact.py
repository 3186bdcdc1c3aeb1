"""What is said to be exact, and what is drawn beside it, against plain counting of the same case.

With certain scores, or a single one that is not, a case may be worked out instead of drawn; which
of it is, the result says, and it must agree with plain draws either way.
"""

from math import sqrt
from typing import Any

import independent_smaa as plain
import numpy as np
import pytest
from independent_cases import load, random_case

from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.robustness import robustness

DRAWS = 5_000
UNLIKELY = 4.5
SPANS = {"cost": (0, 100), "speed": (0, 92), "trust": (-5, 30), "reach": (0, 1)}
PROFILES = ["any", "flat", "ordered", "tied", "ranged", "both", "tree", "group"]


def certain_case(seed: int, uncertain: int) -> tuple[dict[str, Any], np.random.Generator]:
    """A random case in which all scores but some are certain."""
    data, dice = random_case(100 + seed, 4), np.random.default_rng(seed)
    cells = [(option, key) for option in data["options"] for key in SPANS]
    kept = {cells[i] for i in dice.permutation(len(cells))[:uncertain]}
    for option, key in cells:
        if (option, key) not in kept:
            data["options"][option][key] = float(round(dice.uniform(*SPANS[key]), 3))
    return data, dice


@pytest.mark.parametrize("uncertain", [0, 1])
@pytest.mark.parametrize("number", range(len(PROFILES)), ids=PROFILES)
def test_exact_or_drawn_it_agrees(number: int, uncertain: int) -> None:
    profile = PROFILES[number]
    data, dice = certain_case(number, uncertain)
    decision = load(data)
    which = "any" if profile == "any" else "admissible"
    stated = "flat" if profile == "any" else profile
    found = robustness(decision.case, decision.weights, stated, which, Amount(24_000))
    if profile == "any":
        weights = plain.draw_any(4, dice, DRAWS)
    else:
        weights = plain.draw_profile(data, profile, dice, DRAWS)
    scores = plain.draw_scores(data, dice, DRAWS, pert=False, together=False)
    other = plain.count(data, scores, weights)
    assert found.pairwise is not None
    if found.exact:
        assert found.half_width == 0
        assert found.pairwise_half_width == 0
    names = list(data["options"])
    for i, each in enumerate(found.options):
        theirs = other.options[each.option]
        for mine, error, share in zip(
            each.acceptability, each.errors, theirs.acceptability, strict=True
        ):
            assert not (found.exact and error)
            both = sqrt(error**2 + max(mine * (1 - mine), share * (1 - share), 1e-3) / DRAWS)
            assert abs(mine - share) < UNLIKELY * both
        for j, name in enumerate(names):
            if j != i:
                both = sqrt((found.pairwise_half_width / 1.96) ** 2 + 0.25 / DRAWS)
                assert abs(found.pairwise[each.option][name] - other.better[i, j]) < UNLIKELY * both
        if each.expected_rank is not None and theirs.expected_rank is not None:
            both = sqrt(each.expected_rank_error**2 + theirs.rank_spread**2) + 1e-4
            assert abs(each.expected_rank - theirs.expected_rank) < UNLIKELY * both
        assert abs(each.holistic - theirs.holistic) < UNLIKELY * sqrt(
            each.holistic_error**2 + 0.25 / DRAWS
        )
        if theirs.central_weights is None or theirs.first_draws < 100:
            assert each.first < 0.03
            continue
        assert each.central_weights is not None
        assert theirs.central_spread is not None
        drawn = 16 / each.central_draws if each.central_draws else 0.0
        for weight, mean, spread in zip(
            each.central_weights.values(),
            theirs.central_weights,
            theirs.central_spread,
            strict=True,
        ):
            both = spread * sqrt(1 / theirs.first_draws + drawn) + 1e-9
            assert abs(weight - mean) < UNLIKELY * both
        assert each.confidence is not None
        share = plain.first_at(data, scores[:3_000], dict(each.central_weights), each.option)
        counted = 1 / found.confidence_draws if found.confidence_draws else 0.0
        both = sqrt(max(share * (1 - share), 0.002) * (1 / 3_000 + counted))
        assert abs(each.confidence - share) < UNLIKELY * both
