"""Rankings as plain data for JSON, with versioned schemas."""

from collections.abc import Sequence
from typing import Any

from policyscore.case.case import Case
from policyscore.scoring.agreement import Agreement
from policyscore.scoring.ranking import Ranked, Ranking


def ranking_data(case: Case, ranking: Ranking) -> dict[str, Any]:
    """One ranking, schema `policyscore/ranking/1`."""
    return {
        "schema": "policyscore/ranking/1",
        "case": case.title,
        "question": case.header.question,
        "method": "additive",
        "profile": {
            "id": ranking.profile,
            "title": ranking.title,
            "by": ranking.by,
            "because": ranking.because,
            "ways": list(ranking.weights.ways),
            "weights": dict(ranking.weights.criteria),
            "groups": dict(ranking.weights.groups),
            "members": [
                {"profile": m.profile, "title": m.title, "share": m.share, "first": list(m.first)}
                for m in ranking.members
            ],
        },
        "baseline": ranking.baseline,
        "options": ranking.of,
        "ranking": [_ranked_data(case, ranked) for ranked in ranking.ranked],
        "cautions": [
            {"kind": c.kind, "options": list(c.options), "text": c.text} for c in ranking.cautions
        ],
    }


def _ranked_data(case: Case, ranked: Ranked) -> dict[str, Any]:
    total, valued = ranked.total, ranked.valued
    return {
        "rank": ranked.rank,
        "option": ranked.option,
        "title": case.options[ranked.option].title,
        "value": total.value,
        "low": total.low,
        "high": total.high,
        "gap": ranked.gap,
        "tied": ranked.tied,
        "excluded": ranked.excluded,
        "misses": list(valued.misses),
        "unknown": [key for key, score in valued.scores.items() if score.unknown],
        "scores": {key: score.score for key, score in valued.scores.items()},
        "values": dict(valued.values),
        "contributions": dict(total.contributions),
    }


def rankings_data(case: Case, rankings: Sequence[Ranking], agreement: Agreement) -> dict[str, Any]:
    """Several rankings, schema `policyscore/rankings/1`."""
    return {
        "schema": "policyscore/rankings/1",
        "case": case.title,
        "rankings": [ranking_data(case, ranking) for ranking in rankings],
        "agreement": {
            "kendall_w": agreement.concordance,
            "tau_b": [
                {"profiles": list(pair), "tau_b": tau} for pair, tau in agreement.pairs.items()
            ],
            "firsts": {key: list(profiles) for key, profiles in agreement.firsts.items()},
            "mean_ranks": agreement.mean_ranks,
        },
    }
