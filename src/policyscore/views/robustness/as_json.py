"""How often each option takes each rank, as plain data with a versioned schema."""

from math import isfinite
from typing import Any

from policyscore.analysis.robustness.results import OptionShares
from policyscore.views.robustness.scene import Scene

MOST_WITH_ERRORS = 256
"""With more options the error of each single rank is left out, which would double the data."""


def robustness_data(scene: Scene) -> dict[str, Any]:
    """What was found, schema `policyscore/robustness/1`, the options as the table has them."""
    found, doubts, leader = scene.found, scene.doubts, scene.leader
    return {
        "schema": "policyscore/robustness/1",
        "case": scene.case.title,
        "question": scene.case.header.question,
        "profile": found.profile and {"id": found.profile, "title": scene.title},
        "weights": found.weights,
        "profiles": scene.profiles or None,
        "concentration": scene.concentration or None,
        "experts": "together" if scene.together else "apart",
        "pert": scene.pert,
        "uncertain": {
            "weights": doubts.weights,
            "scores": doubts.scores,
            "unknown": doubts.unknown,
            "of": doubts.of,
        },
        "exact": found.exact,
        "samples": found.samples,
        "score_draws": found.score_draws,
        "replicates": found.replicates,
        "seed": found.seed,
        "half_width": _number(found.half_width),
        "confidence_draws": found.confidence_draws,
        "interrupted": found.interrupted,
        "bit_identical": found.bit_identical,
        "leader": leader and leader.option,
        "level": [shares.option for shares in scene.level],
        "undecided": scene.undecided,
        "entropy": _number(found.entropy),
        "rank_weights": found.rank_weights,
        "options": [_option(scene, shares) for shares in scene.ordered],
        "pairwise": found.pairwise and {key: dict(row) for key, row in found.pairwise.items()},
        "cuts": [
            {"option": c.option, "criterion": c.criterion, "by": c.by, "share": c.share}
            for c in found.cuts
        ],
        "left_out": list(found.left_out),
    }


def _option(scene: Scene, shares: OptionShares) -> dict[str, Any]:
    central = shares.central_weights
    errors = (
        [_number(error) for error in shares.errors]
        if len(scene.ordered) <= MOST_WITH_ERRORS
        else None
    )
    return {
        "option": shares.option,
        "title": scene.option(shares),
        "acceptability": list(shares.acceptability),
        "errors": errors,
        "excluded": shares.excluded,
        "central_weights": None if central is None else dict(central),
        "confidence": shares.confidence,
        "expected_rank": shares.expected_rank,
        "expected_rank_error": _number(shares.expected_rank_error),
        "entropy": _number(shares.entropy),
        "holistic": _number(shares.holistic),
        "holistic_error": _number(shares.holistic_error),
    }


def _number(value: float) -> float | None:
    """A number, or nothing for one that JSON lacks, as an error of too few draws is."""
    return value if isfinite(value) else None
