"""What a change did, as plain data for JSON, with versioned schemas."""

from collections.abc import Sequence
from typing import Any

from policyscore.analysis.difference import Difference, Moved
from policyscore.analysis.flips import Flip
from policyscore.analysis.matching import Side
from policyscore.scoring.ranking import Ranked
from policyscore.views.diff.text import causes, headline


def diffs_data(
    old: dict[str, str],
    new: dict[str, str],
    differences: Sequence[Difference],
    notes: Sequence[str],
) -> dict[str, Any]:
    """One difference, schema `policyscore/diff/1`, or several, schema `policyscore/diffs/1`.

    Args:
        old: What the old side is: `kind`, `name` and `commit`.
        new: What the new side is.
        differences: One for each profile.
        notes: What a reader should know besides.
    """
    compared = {"old": old, "new": new}
    blocks = [diff_data(difference, compared) for difference in differences]
    if len(blocks) == 1:
        return {**blocks[0], "notes": list(notes)}
    return {
        "schema": "policyscore/diffs/1",
        "compared": compared,
        "notes": list(notes),
        "diffs": blocks,
    }


def diff_data(difference: Difference, compared: dict[str, Any]) -> dict[str, Any]:
    """One difference as data, schema `policyscore/diff/1`."""
    ids = [edit.id for edit in difference.edits]
    method, lead = difference.method, difference.lead
    return {
        "schema": "policyscore/diff/1",
        "case": difference.new.case.title,
        "compared": compared,
        "profile": {"old": _profile(difference.old), "new": _profile(difference.new)},
        "sentence": headline(difference),
        "order_changed": difference.order_changed,
        "first_changed": difference.first_changed,
        "reordered_pairs": difference.reordered,
        "method": {
            "attribution": "shapley",
            "computed": method.name,
            "interacting": method.interacting,
            "orders": method.orders,
            "seed": method.seed,
            "standard_error": method.error,
        },
        "edits": [
            {
                "id": edit.id,
                "kind": edit.kind,
                "cause": edit.cause,
                "text": edit.text,
                "subjects": list(edit.subjects),
                "old": edit.old,
                "new": edit.new,
                "largest_gap": difference.effect(edit),
            }
            for edit in difference.edits
        ],
        "without_effect": [
            {"kind": idle.kind, "subjects": list(idle.subjects), "text": idle.text}
            for idle in difference.idle
        ],
        "options": [_moved(moved) for moved in difference.options],
        "lead": lead
        and {
            "option": lead.option,
            "over": lead.over,
            "old": lead.old,
            "new": lead.new,
            "by": lead.by,
            "by_cause": causes(difference),
        },
        "flips": [_flip(flip, ids) for flip in difference.flips],
    }


def _profile(side: Side) -> dict[str, Any]:
    ranking = side.ranking
    weights = dict(ranking.weights.criteria)
    return {"id": ranking.profile, "title": ranking.title, "weights": weights}


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "option": moved.option,
        "title": moved.title,
        "old": _place(moved.old),
        "new": _place(moved.new),
        "by": moved.by,
    }


def _place(ranked: Ranked | None) -> dict[str, Any] | None:
    if ranked is None:
        return None
    return {
        "option": ranked.option,
        "rank": ranked.rank,
        "value": ranked.total.value,
        "tied": ranked.tied,
        "excluded": ranked.excluded,
    }


def _flip(flip: Flip, ids: Sequence[str]) -> dict[str, Any]:
    return {
        "place": flip.place,
        "old": flip.old[0] if flip.old else None,
        "new": flip.new[0] if flip.new else None,
        "old_tied": list(flip.old),
        "new_tied": list(flip.new),
        "smallest": [[ids[e] for e in chosen] for chosen in flip.smallest],
        "undo": [ids[e] for e in flip.undo],
        "searched": flip.searched,
        "complete": flip.complete,
    }
