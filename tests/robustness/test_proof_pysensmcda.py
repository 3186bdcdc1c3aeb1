"""What pysensmcda 2.0.0 finds for the same decisions: exactly, and from 400,000 draws.

The figures, and the calls that gave them, are in `independent_pysensmcda`.
"""

from typing import Any

import numpy as np
import pytest
from independent_cases import load, table
from independent_pysensmcda import DRAWN, EXACT, HALF, NAMES, VALUES

from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.exact.first import exact_first
from policyscore.analysis.robustness.exact.sets import weight_set
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.robustness import law_of
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.weighing.sets.admissible import admissible


@pytest.mark.parametrize("name", EXACT)
def test_exact_acceptability_and_central_weights(name: str) -> None:
    theirs = EXACT[name]
    allowed = admissible(NAMES, theirs.ranges, [[key] for key in theirs.order])
    found = exact_first(VALUES, weight_set(allowed))
    assert found is not None
    assert found.acceptability == pytest.approx(theirs.acceptability, abs=1e-9)
    assert found.central == pytest.approx(np.array(theirs.central), abs=1e-7, nan_ok=True)


PRINTED = 0.00005
THEIR_DRAWS = 400_000
UNLIKELY = 4.5


def drawn(name: str) -> Robustness:
    theirs = DRAWN[name]
    scores: list[list[Any]] = [
        [
            {"low": x - h, "likely": x, "high": x + h / 2} if theirs.vary else x
            for x, h in zip(row, half, strict=True)
        ]
        for row, half in zip(VALUES.tolist(), HALF.tolist(), strict=True)
    ]
    decision = load(table(scores, {"p": theirs.stated or {"points": dict.fromkeys(NAMES, 1)}}))
    which = "any" if theirs.stated is None else "admissible"
    law = law_of(decision.case, decision.weights, "p", which)
    return sample(cells_of(decision.case, law), Amount(64_000))


def their_error(share: float) -> float:
    return float(np.sqrt(max(share * (1 - share), 1 / THEIR_DRAWS) / THEIR_DRAWS))


@pytest.mark.parametrize("name", DRAWN)
def test_draws_of_both_agree_within_their_errors(name: str) -> None:
    theirs, found = DRAWN[name], drawn(name)
    assert found.pairwise is not None
    for i, each in enumerate(found.options):
        for mine, error, share in zip(
            each.acceptability, each.errors, theirs.ranks[i], strict=True
        ):
            both = np.hypot(error, their_error(share))
            assert abs(mine - share) < UNLIKELY * both + PRINTED + 3 / 64_000
        both = np.hypot(each.holistic_error, 0.5 / np.sqrt(THEIR_DRAWS))
        assert abs(each.holistic - theirs.holistic[i]) < UNLIKELY * both + PRINTED
        for j, share in enumerate(theirs.pairs[i]):
            if i != j:
                both = np.hypot(found.pairwise_half_width / 1.96, their_error(share))
                far = abs(found.pairwise[f"o{i}"][f"o{j}"] - share)
                assert far < UNLIKELY * both + PRINTED
        if each.first < 0.02:
            continue
        assert each.central_weights is not None
        # Weights of winners are spread by 0.2 at the most; draws that share scores depend on each
        # other.
        off = UNLIKELY * 0.2 * (2 if theirs.vary else 1) / np.sqrt(each.central_draws)
        assert list(each.central_weights.values()) == pytest.approx(theirs.central[i], abs=off)
        assert each.confidence is not None
        share = theirs.confidence[i]
        error = np.sqrt(share * (1 - share) / found.confidence_draws)
        # Nearly the same central weights: what they differ by moves the share by up to 0.03.
        assert abs(each.confidence - share) <= UNLIKELY * error + (0.03 if theirs.vary else 0)
