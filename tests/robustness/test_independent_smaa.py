"""Every figure of the engine beside those of an independent, plain implementation.

Both are drawn, so they differ by sampling error: the engine's as it states it, the other's as
plain draws have it. A seed is fixed, so nothing here fails by chance on another day.
"""

from collections.abc import Callable
from functools import cache
from math import sqrt

import independent_smaa as plain
import numpy as np
import pytest
from independent_cases import load, random_case

from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.results import OptionShares, Robustness
from policyscore.analysis.robustness.robustness import robustness
from policyscore.decision import Decision

DRAWS = 6_000
SAMPLES = 40_000
UNLIKELY = 4.5
WEIGHTS_PER_SCORES = 16  # what errors can be larger for at the most than with as many plain draws
CONCENTRATION = 30.0

Draw = Callable[[plain.Data, np.random.Generator], plain.Floats]


def near(data: plain.Data, dice: np.random.Generator) -> plain.Floats:
    mean = plain.draw_profile(data, "flat", dice, 1)[0]
    return np.asarray(dice.dirichlet(mean * CONCENTRATION, DRAWS))


SHARES = {"flat": 1.0, "other": 2.0}


def across(data: plain.Data, dice: np.random.Generator) -> plain.Floats:
    rows = np.array([plain.draw_profile(data, key, dice, 1)[0] for key in SHARES])
    chances = np.array(list(SHARES.values()))
    return np.asarray(rows[dice.choice(len(rows), DRAWS, p=chances / chances.sum())])


def of(profile: str) -> Draw:
    return lambda data, dice: plain.draw_profile(data, profile, dice, DRAWS)


# Seed of the case, profile, which weights, experts together, PERT, and the weights drawn plainly.
ASKED: list[tuple[int, str, str, bool, bool, Draw]] = [
    (0, "flat", "any", False, False, lambda _, dice: plain.draw_any(4, dice, DRAWS)),
    (1, "flat", "fixed", False, False, of("flat")),
    (2, "flat", "near", True, False, near),
    (3, "flat", "profiles", False, True, across),
    (4, "ordered", "admissible", False, False, of("ordered")),
    (5, "tied", "admissible", True, True, of("tied")),
    (6, "ranged", "admissible", False, False, of("ranged")),
    (7, "both", "admissible", False, True, of("both")),
    (8, "tree", "admissible", True, False, of("tree")),
    (9, "group", "admissible", False, False, of("group")),
    (10, "flat", "any", True, True, lambda _, dice: plain.draw_any(4, dice, DRAWS)),
    (11, "other", "admissible", True, False, of("other")),
]
IDS = [f"{which}-{profile}-{seed}" for seed, profile, which, *_ in ASKED]


@cache
def both(number: int) -> tuple[Decision, plain.Data, Robustness, plain.Counted]:
    """A case, what the engine finds, and what plain counting finds."""
    seed, profile, which, together, pert, weights = ASKED[number]
    data = random_case(seed)
    decision = load(data)
    found = robustness(
        decision.case,
        decision.weights,
        profile,
        which,
        Amount(SAMPLES),
        together=together,
        pert=pert,
        concentration=CONCENTRATION,
        shares=SHARES if which == "profiles" else None,
    )
    dice = np.random.default_rng(1_000 + seed)
    scores = plain.draw_scores(data, dice, DRAWS, pert=pert, together=together)
    return decision, data, found, plain.count(data, scores, weights(data, dice))


def of_share(share: float) -> float:
    """The standard error of a share of plain draws; of one that never came up, of a few draws."""
    return sqrt(max(share * (1 - share), 1 / DRAWS) / DRAWS)


def gaps(found: OptionShares, other: plain.Shares) -> dict[str, float]:
    """How far the two are apart, in standard errors."""
    gap = {
        f"rank {rank + 1}": (mine - yours)
        / sqrt(found.errors[rank] ** 2 + of_share(yours) ** 2 + (1 / SAMPLES) ** 2)
        for rank, (mine, yours) in enumerate(
            zip(found.acceptability, other.acceptability, strict=True)
        )
    }
    gap["first"] = (found.first - other.acceptability[0]) / sqrt(
        found.first_error**2 + of_share(other.acceptability[0]) ** 2
    )
    independent = SAMPLES / WEIGHTS_PER_SCORES
    share = (found.excluded + other.excluded) / 2 + 1 / independent
    gap["excluded"] = (found.excluded - other.excluded) / sqrt(
        share * (1 / DRAWS + 1 / independent)
    )
    assert found.expected_rank is not None
    assert other.expected_rank is not None
    gap["expected rank"] = (found.expected_rank - other.expected_rank) / sqrt(
        found.expected_rank_error**2 + other.rank_spread**2 + 1e-12
    )
    # The spread of rank weights is at most a half.
    gap["holistic"] = (found.holistic - other.holistic) / sqrt(
        found.holistic_error**2 + 0.25 / DRAWS
    )
    return gap


@pytest.mark.parametrize("number", range(len(ASKED)), ids=IDS)
def test_shares_of_ranks_and_what_follows_from_them(number: int) -> None:
    _, data, found, other = both(number)
    assert [each.option for each in found.options] == list(data["options"])
    for each in found.options:
        far = gaps(each, other.options[each.option])
        assert max(map(abs, far.values())) < UNLIKELY, (each.option, far)
        assert each.entropy == pytest.approx(other.options[each.option].entropy, abs=0.06)


def test_taken_together_they_are_as_far_apart_as_their_errors_say() -> None:
    # One rank of each option: those of an option depend on each other. Of shares that are hardly
    # ever anything but 0 an error says little.
    far: list[float] = []
    for number in range(len(ASKED)):
        _, _, found, other = both(number)
        far += [
            gaps(each, other.options[each.option])["rank 1"]
            for each in found.options
            if 0.01 < each.acceptability[0] < 0.99
        ]
    assert len(far) > 40
    assert 0.6 < float(np.mean(np.square(far))) < 1.5
    assert abs(float(np.mean(far))) < 3 / sqrt(len(far))


@pytest.mark.parametrize("number", range(len(ASKED)), ids=IDS)
def test_pairwise_winning(number: int) -> None:
    _, data, found, other = both(number)
    assert found.pairwise is not None
    names = list(data["options"])
    for a, name in enumerate(names):
        for b, against in enumerate(names):
            if a != b:
                share = other.better[a, b]
                far = UNLIKELY * sqrt(
                    of_share(share) ** 2 + (found.pairwise_half_width / 1.96) ** 2
                )
                assert abs(found.pairwise[name][against] - share) < far


@pytest.mark.parametrize("number", range(len(ASKED)), ids=IDS)
def test_central_weights(number: int) -> None:
    _, data, found, other = both(number)
    for each in found.options:
        yours = other.options[each.option]
        if yours.first_draws < 30:
            assert each.first < 0.02
            continue
        assert each.central_weights is not None
        assert yours.central_weights is not None
        assert yours.central_spread is not None
        assert each.central_draws == pytest.approx(each.first * SAMPLES, rel=0.2)
        independent = max(each.central_draws / WEIGHTS_PER_SCORES, 1)
        for weight, mean, spread in zip(
            each.central_weights.values(), yours.central_weights, yours.central_spread, strict=True
        ):
            error = spread * sqrt(1 / independent + 1 / yours.first_draws) + 1e-9
            assert abs(weight - mean) < UNLIKELY * error
    assert list(plain.leaves(data["header"]["criteria"])) == list(
        next(each.central_weights for each in found.options if each.central_weights)
    )


@pytest.mark.parametrize("number", range(len(ASKED)), ids=IDS)
def test_confidence_factors_at_the_central_weights(number: int) -> None:
    _, data, found, _ = both(number)
    seed, _, _, together, pert, _ = ASKED[number]
    dice = np.random.default_rng(2_000 + seed)
    scores = plain.draw_scores(data, dice, 4_000, pert=pert, together=together)
    for each in found.options:
        assert (each.confidence is None) == (each.central_weights is None)
        if each.confidence is not None and each.central_weights is not None:
            share = plain.first_at(data, scores, dict(each.central_weights), each.option)
            error = sqrt(max(share * (1 - share), 0.002) * (1 / 4_000 + 1 / found.confidence_draws))
            assert abs(each.confidence - share) < UNLIKELY * error


def test_experts_together_change_what_goes_together() -> None:
    # Ada, who has two thirds, finds both scores of the first option high; Ben finds both low.
    data = random_case(0, 2)
    low_and_high = [{"by": "ada", "likely": 30}, {"by": "ben", "likely": -4}]
    views = [{"by": "ada", "likely": 80}, {"by": "ben", "likely": 0}]
    data["options"] = {
        "o0": {"cost": 50, "speed": views, "trust": low_and_high, "reach": 0.5},
        "o1": {"cost": 50, "speed": 70, "trust": 9, "reach": 0.5},
    }
    data["weights"] = {"flat": {"points": {"cost": 0, "speed": 1, "trust": 1, "reach": 0}}}
    decision = load(data)
    apart, together = (
        robustness(
            decision.case, decision.weights, "flat", "fixed", Amount(SAMPLES), together=joint
        )
        for joint in (False, True)
    )
    # Only two high scores are enough.
    assert apart.of("o0").first == pytest.approx(4 / 9, abs=0.015)
    assert together.of("o0").first == pytest.approx(2 / 3, abs=0.015)
