"""How far first place is from another answer, as plain data with a versioned schema."""

from collections.abc import Sequence
from typing import Any

from policyscore.analysis.sensitivity.results import (
    CrossOver,
    EndFlip,
    ExpertFlip,
    First,
    Flip,
    JudgementFlip,
    LeftOut,
    Mind,
    NearestWeights,
    ScoreFlip,
    WeightRange,
)
from policyscore.analysis.sensitivity_reading import is_inside, verdict
from policyscore.views.sensitivity.text import headline
from policyscore.views.sensitivity.words import Scene


def sensitivity_data(
    scene: Scene, profile: str, picture: CrossOver | None = None
) -> dict[str, Any]:
    """The whole analysis, schema `policyscore/sensitivity/1`.

    `first` is one option's id, or null: of those who share first place the new one. `firsts` are
    all of them. Null stands where first place cannot be changed.

    Args:
        scene: The case and what was found.
        profile: The profile's id.
        picture: Totals against one weight, or None.
    """
    found, case, now = scene.found, scene.case, scene.found.first
    judged = verdict(case, found)
    return {
        "schema": "policyscore/sensitivity/1",
        "case": case.title,
        "profile": {"id": profile, "title": scene.title, "weights": scene.weights},
        "first": now[0] if now else None,
        "firsts": list(now),
        "three": [list(place) for place in found.three],
        "sentence": headline(scene),
        "verdict": {
            "kind": judged.kind,
            "judgements": judged.judgements,
            "deciding": judged.deciding,
            "inside_their_range": judged.inside,
        },
        "weights": [_range(r, now) for r in found.weights if r.kind == "criterion"],
        "groups": [_range(r, now) for r in found.weights if r.kind == "group"],
        "local": [{"member": r.member, "within": r.within, **_range(r, now)} for r in found.local],
        "nearest": _nearest(found.nearest),
        "nearest_largest": _nearest(found.nearest_largest),
        "rivals": [
            {
                "option": rival.option,
                "nearest": _nearest(rival.nearest),
                "never": rival.never or None,
                "by": rival.by or None,
            }
            for rival in found.rivals
        ],
        "rivals_left": found.rivals_left,
        "judgement": found.judgement and _judgement(scene, found.judgement),
        "judgements": [_judgement(scene, flip) for flip in found.judgements],
        "scores": [_score(flip, now) for flip in found.scores],
        "ends": [_end(flip, now) for flip in found.ends],
        "experts": [_expert(flip, now) for flip in found.experts],
        "minds": [_mind(scene, mind) for mind in found.minds],
        "profiles": [
            {
                "profile": mind.profile,
                "first": mind.first[0] if mind.first else None,
                "firsts": list(mind.first),
                "nearest": _nearest(mind.nearest),
            }
            for mind in found.profiles
        ],
        "left_out": [_left_out(out, now) for out in found.left_out],
        "cross_over": picture and _picture(picture, now),
    }


def newcomer(first: First, now: First) -> str | None:
    """The option to name where one is to be named: the first that is not there now, if any."""
    return next((option for option in first if option not in now), first[0] if first else None)


def _firsts(first: First, now: First) -> dict[str, Any]:
    return {"first": newcomer(first, now), "firsts": list(first)}


def _range(weight: WeightRange, now: First) -> dict[str, Any]:
    return {
        weight.kind: weight.member,
        "weight": weight.weight,
        "low": weight.low,
        "high": weight.high,
        "first_below": list(weight.below) or None,
        "first_above": list(weight.above) or None,
        "first_at_zero": list(weight.start) or None,
        "breaks": [
            {
                "at": b.at,
                **_firsts(b.first, now),
                "there": list(b.there),
                "order": [list(place) for place in b.order],
            }
            for b in weight.breaks
        ],
        "stuck": weight.stuck or None,
    }


def _nearest(nearest: NearestWeights | None) -> dict[str, Any] | None:
    if nearest is None:
        return None
    return {
        "weights": nearest.weights,
        "distance": nearest.distance,
        "points": nearest.points,
        "largest": nearest.largest,
        "first": nearest.option,
        "firsts": list(nearest.first),
        "alone": nearest.strict,
    }


def _flip(flip: Flip | None, now: First) -> dict[str, Any] | None:
    if flip is None:
        return None
    return {"at": flip.at, **_firsts(flip.first, now), "there": list(flip.there)}


def _ways(
    nearest: Flip | None, ways: Sequence[tuple[str, Flip | None]], now: First
) -> dict[str, Any]:
    """The nearest flip, and those in either direction."""
    return {
        "flips_at": nearest and nearest.at,
        "first": nearest and newcomer(nearest.first, now),
        "firsts": nearest and list(nearest.first),
        **{name: _flip(flip, now) for name, flip in ways},
    }


def _judgement(scene: Scene, flip: JudgementFlip) -> dict[str, Any]:
    ways = _ways(flip.nearest, (("down", flip.down), ("up", flip.up)), scene.found.first)
    return {
        "option": flip.option,
        "criterion": flip.criterion,
        "by": flip.by,
        "index": flip.index,
        "score": flip.score,
        "stated": flip.stated,
        "pool": flip.pool,
        **ways,
        "share": flip.share,
        "inside_its_range": is_inside(scene.case, flip),
        "because": flip.because or None,
        "source": flip.source or None,
        "at": flip.at or None,
    }


def _score(flip: ScoreFlip, now: First) -> dict[str, Any]:
    return {
        "option": flip.option,
        "criterion": flip.criterion,
        "score": flip.score,
        "unknown": flip.unknown,
        **_ways(flip.nearest, (("down", flip.down), ("up", flip.up)), now),
        "share": flip.share,
    }


def _end(flip: EndFlip, now: First) -> dict[str, Any]:
    return {
        "criterion": flip.criterion,
        "end": flip.end,
        "number": flip.number,
        "limit": flip.limit,
        **_ways(flip.nearest, (("inward", flip.inward), ("outward", flip.outward)), now),
        "share": flip.share,
        "cut": flip.cut,
    }


def _expert(flip: ExpertFlip, now: First) -> dict[str, Any]:
    return {
        "expert": flip.expert,
        "weight": flip.weight,
        "judgements": flip.judgements,
        "pooled": flip.pooled,
        "alone": flip.alone,
        **_ways(flip.nearest, (("down", flip.down), ("up", flip.up)), now),
    }


def _mind(scene: Scene, mind: Mind) -> dict[str, Any]:
    together = mind.together
    return {
        "judge": mind.judge,
        "title": scene.case.expert(mind.judge).title,
        "judgements": mind.judgements,
        "one": mind.one and _judgement(scene, mind.one),
        "together": together
        and {
            "share": together.share,
            **_firsts(together.first, scene.found.first),
            "there": list(together.there),
        },
    }


def _left_out(out: LeftOut, now: First) -> dict[str, Any]:
    return {
        "kind": out.kind,
        "id": out.name,
        "possible": out.possible,
        **_firsts(out.first, now),
        "three": [list(place) for place in out.three],
        "changes_first": out.changes_first,
        "changes_three": out.changes_three,
        "allowed": list(out.allowed),
        "excluded": list(out.excluded),
        "alone": [{"option": option, "criterion": criterion} for option, criterion in out.alone],
        "has_all_weight": out.has_all,
    }


def _picture(picture: CrossOver, now: First) -> dict[str, Any]:
    return {
        "range": _range(picture.range, now),
        "lines": [
            {
                "option": line.option,
                "at_zero": line.at_zero,
                "now": line.now,
                "at_one": line.at_one,
                "best_place": line.best_place,
            }
            for line in picture.lines
        ],
        "crossings": [
            {"at": c.at, "up": c.up, "down": c.down, "total": c.total, "is_first": c.is_first}
            for c in picture.crossings
        ],
    }
