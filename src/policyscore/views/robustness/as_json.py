"""How often each option takes each rank, as plain data with a versioned schema."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from policyscore.analysis.robustness.camp_voices import ExpertCamps
from policyscore.analysis.robustness.camps import Camp, Camps
from policyscore.analysis.robustness.losing.words import sentences
from policyscore.analysis.robustness.results import OptionShares
from policyscore.views.robustness.scene import Scene

MOST_SHARES = 256 * 256
"""Of more shares of ranks than this, options times ranks, none is in the data.

Two thousand options take two thousand ranks each: 60 MB of text, and many times that in memory.
"""


def robustness_data(scene: Scene) -> dict[str, Any]:
    """What was found, schema `policyscore/robustness/1`, the options as the table has them."""
    study, found, doubts, leader = scene.study, scene.found, scene.doubts, scene.leader
    ranks = _has_ranks(scene)
    return {
        "schema": "policyscore/robustness/1",
        "case": scene.case.title,
        "question": scene.case.header.question,
        "profile": found.profile and {"id": found.profile, "title": scene.title},
        "weights": found.weights,
        "profiles": len(study.drawn_profiles) or None,
        "concentration": study.concentration,
        "experts": "together" if study.together else "apart",
        "pert": study.pert,
        "uncertain": {
            "weights": doubts.weights,
            "scores": doubts.scores,
            "unknown": doubts.unknown,
            "of": doubts.of,
        },
        "exact": found.exact,
        "exact_parts": list(found.exact_parts),
        "precision": study.precision,
        "precision_reached": study.precision_reached,
        "samples": found.samples,
        "score_draws": found.score_draws,
        "replicates": found.replicates,
        "seed": found.seed,
        "half_width": _number(found.half_width),
        "first_half_width": study.first_half_width,
        "pairwise_half_width": _number(found.pairwise_half_width),
        "confidence_draws": found.confidence_draws,
        "interrupted": study.interrupted,
        "leader": leader and leader.option,
        "level": [shares.option for shares in study.level],
        "undecided": study.undecided,
        "entropy": _number(found.entropy),
        "rank_weights": found.rank_weights,
        "usual_weights": dict(study.usual_weights) or None,
        "options": [_option(scene, shares, ranks=ranks) for shares in scene.shown],
        "pairwise": found.pairwise and {key: dict(row) for key, row in found.pairwise.items()},
        "cuts": [
            {"option": c.option, "criterion": c.criterion, "by": c.by, "share": c.share}
            for c in found.cuts
        ],
        "losing_futures": _losing(scene),
        "expert_camps": study.experts and _experts(scene, study.experts),
        "profile_camps": study.profiles and _camps(study.profiles, "profiles"),
        "left_out": [
            *found.left_out,
            *study.left_out,
            *([] if ranks else [_NO_RANKS.format(len(scene.ordered))]),
        ],
    }


_NO_RANKS = (
    "With {:,} options the share of each rank is left out here; it is in CSV, and here if fewer "
    "are listed (`--top`)."
)


def _has_ranks(scene: Scene) -> bool:
    """Whether the options shown have so few ranks in all that the share of each is told."""
    return sum(len(shares.acceptability) for shares in scene.shown) <= MOST_SHARES


def _losing(scene: Scene) -> dict[str, Any] | None:
    losing = scene.study.losing
    if losing is None:
        return None
    return {**losing.as_dict(), "sentences": list(sentences(scene.case, losing))}


def _experts(scene: Scene, found: ExpertCamps) -> dict[str, Any]:
    return {
        "voices": [
            {
                "expert": voice.expert,
                "title": scene.case.expert(voice.expert).title,
                "judged": voice.judged,
                "shared": voice.shared,
                "first": [each.option for each in voice.ranking.first],
                "differs": voice.differs,
            }
            for voice in found.voices
        ],
        "silent": list(found.silent),
        **_camps(found.camps, "experts"),
        "left_out": [*found.left_out, *found.camps.left_out],
    }


def _camps(found: Camps, members: str) -> dict[str, Any]:
    """Camps, with what their members are called."""

    def data(camps: Sequence[Camp]) -> list[dict[str, Any]]:
        return [
            {
                members: list(camp.members),
                "first": list(camp.first),
                "least_alike": camp.least_alike,
            }
            for camp in camps
        ]

    return {
        "differ": found.differ,
        "pairs": found.pairs,
        "concordance": found.concordance,
        "firsts": data(found.firsts),
        "alike": None if found.alike is None else data(found.alike),
        "left_out": list(found.left_out),
    }


def _option(scene: Scene, shares: OptionShares, *, ranks: bool) -> dict[str, Any]:
    central = shares.central_weights
    return {
        "option": shares.option,
        "title": scene.option(shares),
        "first": shares.first,
        "first_error": _number(shares.first_error),
        "acceptability": list(shares.acceptability) if ranks else None,
        "errors": [_number(error) for error in shares.errors] if ranks else None,
        "excluded": shares.excluded,
        "central_weights": None if central is None else dict(central),
        "central_draws": shares.central_draws,
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
