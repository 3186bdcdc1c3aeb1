"""How far first place is from another answer, as CSV: a line for each number that could move."""

from collections.abc import Iterator
from typing import Any

from policyscore.analysis.sensitivity.results import First, Flip, NearestWeights
from policyscore.views.csv_text import csv_text
from policyscore.views.sensitivity.words import Scene

HEADER = (
    *("what", "id", "within", "option", "criterion", "by", "now"),
    *("down_at", "down_first", "up_at", "up_first", "share", "distance", "first", "note"),
)
Row = dict[str, Any]


def sensitivity_csv(scene: Scene) -> str:
    """The whole analysis as CSV.

    `what` says what a line is about; `down_at` and `up_at` are where first place changes as the
    number falls and rises, empty where it cannot; ids of options that share a place stand with
    spaces between them.
    """
    makers = (_weights, _nearest, _rivals, _judgements, _scores, _ends, _experts, _minds, _rest)
    rows = [row for make in makers for row in make(scene)]
    return csv_text(HEADER, [[row.get(name) for name in HEADER] for row in rows])


def _ids(first: First) -> str | None:
    return " ".join(first) or None


def _ways(down: Flip | None, up: Flip | None) -> Row:
    return {
        "down_at": down and down.at,
        "down_first": down and _ids(down.first),
        "up_at": up and up.at,
        "up_first": up and _ids(up.first),
    }


def _weights(scene: Scene) -> Iterator[Row]:
    for weight in (*scene.found.weights, *scene.found.local):
        what = f"local weight of {weight.kind}" if weight.within else f"weight of {weight.kind}"
        common = {"id": weight.member, "within": weight.within or None}
        yield {
            "what": what,
            **common,
            "now": weight.weight,
            "down_at": weight.low if weight.below else None,
            "down_first": _ids(weight.below),
            "up_at": weight.high if weight.above else None,
            "up_first": _ids(weight.above),
            "note": weight.stuck or None,
        }
        for b in weight.breaks:
            order = " > ".join(" = ".join(place) for place in b.order)
            yield {
                "what": f"break of {what}",
                **common,
                "now": b.at,
                "first": _ids(b.first),
                "note": order,
            }


def _nearest(scene: Scene) -> Iterator[Row]:
    for what, nearest in (
        ("nearest weights", scene.found.nearest),
        ("nearest weights by largest change", scene.found.nearest_largest),
    ):
        if nearest is None:
            yield {"what": what, "note": "none"}
            continue
        yield {"what": what, **_distance(nearest)}
        for criterion, weight in nearest.weights.items():
            yield {"what": f"weight in {what}", "criterion": criterion, "now": weight}


def _distance(nearest: NearestWeights) -> Row:
    note = "" if nearest.strict is not None else "ties only"
    return {"distance": nearest.distance, "first": nearest.option, "note": note or None}


def _rivals(scene: Scene) -> Iterator[Row]:
    for rival in scene.found.rivals:
        row: Row = {"what": "rival", "option": rival.option}
        if rival.nearest is not None:
            yield row | _distance(rival.nearest)
        else:
            note = (
                f"never first: {rival.never} {rival.by}".rstrip() if rival.never else "not sought"
            )
            yield row | {"note": note}


def _judgements(scene: Scene) -> Iterator[Row]:
    for flip in scene.found.judgements:
        yield {
            "what": "judgement",
            "id": flip.index,
            "option": flip.option,
            "criterion": flip.criterion,
            "by": flip.by,
            "now": flip.score,
            **_ways(flip.down, flip.up),
            "share": flip.share,
            "first": flip.nearest and _ids(flip.nearest.first),
            "note": None if flip.stated == "likely" else flip.stated,
        }


def _scores(scene: Scene) -> Iterator[Row]:
    for flip in scene.found.scores:
        yield {
            "what": "score",
            "option": flip.option,
            "criterion": flip.criterion,
            "now": flip.score,
            **_ways(flip.down, flip.up),
            "share": flip.share,
            "first": flip.nearest and _ids(flip.nearest.first),
            "note": "unknown" if flip.unknown else None,
        }


def _ends(scene: Scene) -> Iterator[Row]:
    for flip in scene.found.ends:
        low = scene.case.criteria[flip.criterion].ends[0]
        down, up = flip.outward, flip.inward
        if flip.number != low:
            down, up = up, down
        yield {
            "what": f"{flip.end} end of scale",
            "criterion": flip.criterion,
            "now": flip.number,
            **_ways(down, up),
            "share": flip.share,
            "first": flip.nearest and _ids(flip.nearest.first),
            "note": "cut" if flip.cut else None,
        }


def _experts(scene: Scene) -> Iterator[Row]:
    for flip in scene.found.experts:
        yield {
            "what": "weight of expert",
            "id": flip.expert,
            "now": flip.weight,
            **_ways(flip.down, flip.up),
            "first": flip.nearest and _ids(flip.nearest.first),
        }


def _minds(scene: Scene) -> Iterator[Row]:
    for mind in scene.found.minds:
        one, together = mind.one, mind.together
        yield {
            "what": "one judgement of judge",
            "id": mind.judge,
            "option": one and one.option,
            "criterion": one and one.criterion,
            "share": one and one.share,
            "first": one and one.nearest and _ids(one.nearest.first),
            "note": None if one else "cannot",
        }
        yield {
            "what": "all judgements of judge",
            "id": mind.judge,
            "now": mind.judgements,
            "share": together and together.share,
            "first": together and _ids(together.first),
            "note": None if together else "cannot",
        }
    for held in scene.found.profiles:
        row: Row = {"what": "profile", "id": held.profile}
        yield row | (_distance(held.nearest) if held.nearest else {"note": "cannot"})


def _rest(scene: Scene) -> Iterator[Row]:
    for out in scene.found.left_out:
        note = "changes nothing in the first three"
        if not out.possible:
            note = "cannot be left out"
        elif out.changes_first:
            note = "changes first place"
        elif out.changes_three:
            note = "changes the first three"
        yield {
            "what": f"without {out.kind}",
            "id": out.name,
            "first": _ids(out.first),
            "note": note,
        }
