"""Weights as plain data for JSON, schema `policyscore/weights/1`."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from policyscore.case.case import Case
from policyscore.scoring.swings import Level, Swing
from policyscore.scoring.weight_table import WeightTable
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.spoken import spoken


def weights_data(case: Case, tables: Sequence[WeightTable]) -> dict[str, Any]:
    """The weights of one profile or several."""
    return {
        "schema": "policyscore/weights/1",
        "case": case.title,
        "profiles": [_profile_data(case, table) for table in tables],
    }


def _profile_data(case: Case, table: WeightTable) -> dict[str, Any]:
    weights = table.weights
    return {
        "id": table.profile,
        "title": table.title,
        "by": table.by,
        "because": table.because,
        "ways": list(weights.ways),
        "stated": [
            {"group": level.group or None, "way": level.way, "settings": level.settings}
            for level in table.stated
        ],
        "weights": dict(weights.criteria),
        "groups": dict(weights.groups),
        "local": {row.id: row.local for row in table.rows},
        "extents": {
            key: {"low": low, "high": high} for key, (low, high) in weights.extents.items()
        },
        "swings": {
            key: {"from": _level(swing.start), "to": _level(swing.end)}
            for key, swing in table.swings.items()
        },
        "trade_offs": [
            {"step": _step(t.step), "worth": _step(t.worth), "enough": t.enough}
            for t in table.trade_offs
        ],
        "consistency": {
            "ratio": _finite(table.worst),
            "acceptable": all(level.acceptable for level in weights.consistency),
            "measure": table.worst.measure if table.worst else None,
            "limit": table.worst.limit if table.worst else None,
            "levels": [_consistency(case, level) for level in weights.consistency],
        },
        "members": dict(weights.members),
    }


def _level(level: Level) -> dict[str, Any]:
    return {"score": level.score, "words": level.words}


def _step(step: Swing) -> dict[str, Any]:
    return {"criterion": step.criterion, "from": _level(step.start), "to": _level(step.end)}


def _finite(level: Consistency | None) -> float | None:
    ratio = level.ratio if level else None
    return ratio if ratio is not None and isfinite(ratio) else None


def _consistency(case: Case, level: Consistency) -> dict[str, Any]:
    return {
        "group": level.group or None,
        "way": level.way,
        "measure": level.measure,
        "ratio": _finite(level),
        "limit": level.limit,
        "acceptable": level.acceptable,
        "worst": spoken(level.worst, case.member_title),
    }
