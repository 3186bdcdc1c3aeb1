"""Judgements, pooled scores, ends of scales and experts' weights that change first place."""

from policyscore.analysis.sensitivity.results import EndFlip, ExpertFlip, JudgementFlip, ScoreFlip
from policyscore.analysis.sensitivity_reading import (
    is_inside,
    nearest_ends,
    nearest_experts,
    nearest_judgements,
    nearest_pooled,
)
from policyscore.views.figures import number
from policyscore.views.option.text import locator
from policyscore.views.sensitivity.sections import Grid, Section, left
from policyscore.views.sensitivity.words import Scene, count, reached

_MOST_JUDGEMENTS, _MOST_OTHERS = 12, 6
_WOULD = "Would have to be"


def judgements_section(scene: Scene) -> Section:
    """The single judgements that are nearest to changing first place."""
    able = nearest_judgements(scene.found)
    shown = able[: scene.limit(_MOST_JUDGEMENTS)]
    rows = tuple(_judgement_row(scene, flip) for flip in shown)
    if not rows:
        return Section("")
    header = ("Score", "Now", _WOULD, "Then first")
    notes = [*left(len(shown), len(able), "scores could each do it")]
    if any("*" in row[2] for row in rows):
        notes.append("*: inside the range that the judge gave.")
    return Section(
        "Scores that decide",
        ("Each of these would be enough alone, with all others as they are.",),
        (),
        Grid(header, "lrll", rows),
        tuple(notes),
    )


def _judgement_row(scene: Scene, flip: JudgementFlip) -> tuple[str, ...]:
    nearest, minus = flip.nearest, scene.glyphs.minus
    judgement = scene.case.options[flip.option].scores[flip.criterion][flip.index]
    at = locator(scene.case, judgement)
    name = (
        f"{scene.criterion(flip.criterion)}: {scene.case.options[flip.option].title} "
        f"({flip.by}{f', {at}' if at else ''})"
    )
    now = "unknown" if flip.stated == "unknown" else number(flip.score, minus)
    if nearest is None:
        return (name, now, "", "")
    ends, falls = scene.case.criteria[flip.criterion].ends, nearest is flip.down
    goes = reached(nearest, flip.score, ends, falls=falls, minus=minus)
    mark = "*" if is_inside(scene.case, flip) else ""
    return (name, now, f"{goes}{mark}", scene.who(nearest.first))


def scores_section(scene: Scene) -> Section:
    """The pooled scores of several judges that can change first place; only where all is shown."""
    rows = tuple(_score_row(scene, flip) for flip in nearest_pooled(scene.case, scene.found))
    if not rows or not scene.everything:
        return Section("")
    says = "What several judges say of the same thing, taken together."
    grid = Grid(("Pooled score", "Now", _WOULD, "Then first"), "lrll", rows)
    return Section("Pooled scores that decide", (says,), grid=grid)


def _score_row(scene: Scene, flip: ScoreFlip) -> tuple[str, ...]:
    nearest, minus = flip.nearest, scene.glyphs.minus
    name = f"{scene.criterion(flip.criterion)}: {scene.case.options[flip.option].title}"
    now = "unknown" if flip.unknown else number(flip.score, minus)
    if nearest is None:
        return (name, now, "", "")
    ends, falls = scene.case.criteria[flip.criterion].ends, nearest is flip.down
    goes = reached(nearest, flip.score, ends, falls=falls, minus=minus)
    return (name, now, goes, scene.who(nearest.first))


def ends_section(scene: Scene) -> Section:
    """Ends of scales that can change first place; by default those that need not go far."""
    able = nearest_ends(scene.found)
    near = able if scene.everything else [end for end in able if (end.share or 0.0) <= 1]
    shown = near[: scene.limit(_MOST_OTHERS)]
    rows = tuple(_end_row(scene, end) for end in shown)
    grid = Grid(("End of the scale of", "Now", _WOULD, "Then first"), "lrll", rows)
    notes = [*left(len(shown), len(near), "ends could change first place")]
    if far := len(able) - len(near):
        notes.append(
            f"{count(far, 'end')} could change first place only by moving further than the whole "
            "scale is long: --all shows them."
        )
    if cut := sum(end.cut for end in scene.found.ends):
        notes.append(
            f"Of {count(cut, 'end')} nothing was worked out: distributions reach beyond "
            f"{'it' if cut == 1 else 'them'}."
        )
    if still := len(scene.found.ends) - len(able) - cut:
        notes.append(f"{count(still, 'end')} could stand anywhere without changing it.")
    return Section("Ends of scales", (), (), grid if rows else None, tuple(notes))


def _end_row(scene: Scene, end: EndFlip) -> tuple[str, ...]:
    """What an end of a scale would have to be."""
    flip, minus = end.nearest, scene.glyphs.minus
    name = f"{scene.criterion(end.criterion)}, {end.end} end"
    if flip is None:
        return (name, number(end.number, minus), "", "")
    is_low = end.number == scene.case.criteria[end.criterion].ends[0]
    inward = flip is end.inward
    beyond = end.limit if inward else end.number + 2 * (flip.at - end.number)
    ends = (min(end.number, beyond), max(end.number, beyond))
    goes = reached(flip, end.number, ends, falls=is_low != inward, minus=minus)
    return (name, number(end.number, minus), goes, scene.who(flip.first))


def experts_section(scene: Scene) -> Section:
    """How much experts would have to count for to change first place."""
    able = nearest_experts(scene.found)
    shown = able[: scene.limit(_MOST_OTHERS)]
    notes = [*left(len(shown), len(able), "experts' weights could change it")]
    if still := len(scene.found.experts) - len(able):
        notes.append(
            f"{count(still, 'judge')} could count for more or less without changing first place."
        )
    items = tuple(("", _expert(scene, expert)) for expert in shown)
    return Section("How much each judge counts", (), items, None, tuple(notes))


def _expert(scene: Scene, expert: ExpertFlip) -> str:
    """What an expert would have to count for."""
    flip = expert.nearest
    if flip is None:
        return ""
    ends = (0.0, max(2 * flip.at, 2 * expert.weight, 1.0))
    goes = f"for {reached(flip, expert.weight, ends, falls=flip is expert.down)}"
    if flip.at == 0:
        goes = "for nothing" if flip.there == flip.first else "for next to nothing"
    return (
        f"If {scene.named(expert.expert)} counted {goes} instead of {number(expert.weight)}, "
        f"{scene.outcome(flip.first)}."
    )
