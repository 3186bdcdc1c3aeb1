"""How near a different answer is: the paragraph that comes first in every format."""

from policyscore.analysis.sensitivity.results import JudgementFlip
from policyscore.analysis.sensitivity_reading import (
    FRAGILE_POINTS,
    Verdict,
    is_inside,
    moves,
    stated_range,
    verdict,
)
from policyscore.views.figures import number
from policyscore.views.option.text import locator
from policyscore.views.sensitivity.words import (
    Scene,
    capital,
    count,
    from_to,
    judge_name,
    points,
    reached,
    score_now,
)

NEVER = "No weights and no single judgement change who is first."


def headline(scene: Scene) -> str:
    """Say in one paragraph who is first and how near the nearest different answer is."""
    found = scene.found
    judged = verdict(scene.case, found)
    if not found.first:
        start = (
            f"No option meets every requirement, so nobody is first under {scene.title}, "
            "whatever the weights."
        )
        return f"{start} {_judgement(scene, '')}" if found.judgement is not None else start
    if judged.kind == "settled":
        allowed = len(found.rivals) + len(found.first)
        only = " It is the only option that can be ranked." if allowed == 1 else ""
        return f"{standing(scene)}. {NEVER}{only}"
    start = f"{standing(scene)}{_believed(judged)}"
    weights, judgement = found.nearest, found.judgement
    if judgement is None:
        parts = [start, _weights(scene, ""), _judgement(scene, "")]
    elif judged.kind == "fragile" and (weights is None or weights.points >= FRAGILE_POINTS):
        said = _judgement(scene, "")
        parts = [start, said, _inside(scene, judgement), _weights(scene, _after(scene, judgement))]
    else:
        before = weights.option if weights is not None and weights.strict is not None else ""
        parts = [start, _weights(scene, ""), _judgement(scene, before), _inside(scene, judgement)]
    return " ".join(filter(None, [*parts, _how_many(judged)]))


def _after(scene: Scene, flip: JudgementFlip) -> str:
    """The option that a judgement puts first, if it is one and was not first."""
    first = flip.nearest.first if flip.nearest is not None else ()
    return first[0] if len(first) == 1 and first[0] not in scene.found.first else ""


def standing(scene: Scene) -> str:
    """Who is first."""
    first = scene.found.first
    verb = "is first" if len(first) == 1 else "share first place"
    return f"{scene.options(first)} {verb} under {scene.title}"


def _believed(judged: Verdict) -> str:
    return {
        "fragile": ", but that is fragile.",
        "between": ". Small changes do not alter that; larger ones do.",
        "firm": ", and that is firm.",
        "settled": ".",
    }[judged.kind]


def _weights(scene: Scene, named: str) -> str:
    """How near the nearest weights are; `named` is whom the sentence before has put first."""
    nearest = scene.found.nearest
    if nearest is None:
        return "No weights whatever change who is first."
    changed = moves(scene.weights, nearest.weights)
    if not changed:
        return "The slightest change of weights breaks the tie."
    start = f"Moving {points(nearest.points)} {from_to(scene, changed)}"
    option = scene.case.options[nearest.option].title
    if nearest.strict is None:
        return f"{start} would let {option} tie for first place, and no weights do more."
    if nearest.option == named:
        return f"{start} would do the same."
    alone = " alone" if nearest.option in scene.found.first else ""
    return f"{start} would put {option}{alone} first."


def scored(scene: Scene, flip: JudgementFlip, known: str = "") -> str:
    """How a judge would have to score, after `by scoring`.

    Args:
        scene: The case and what was found.
        flip: The judgement; it can change first place.
        known: Id of the option that has just been named, which needs no more than `it`.
    """
    nearest, criterion = flip.nearest, scene.case.criteria[flip.criterion]
    if nearest is None:
        return ""
    minus = scene.glyphs.minus
    option = "it" if flip.option == known else scene.case.options[flip.option].title
    goes = reached(nearest, flip.score, criterion.ends, falls=nearest is flip.down, minus=minus)
    unit = f" {criterion.unit}" if criterion.unit else ""
    if nearest.at == flip.score:
        return f"{option} {goes}{unit} on {criterion.title}"
    comma = "," if flip.stated != "likely" else ""
    return f"{option} {goes} instead of {score_now(flip, minus)}{unit}{comma} on {criterion.title}"


def _judgement(scene: Scene, named: str) -> str:
    """How near the nearest judgement is; `named` is whom the sentence before has put first."""
    flip = scene.found.judgement
    if flip is None or flip.nearest is None:
        return "No single judgement changes who is first."
    first = flip.nearest.first
    judge = judge_name(flip.by)
    if named and first == (named,):
        return f"So would one judgement: {judge} scoring {scored(scene, flip)}."
    too = ", too" if named else ""
    outcome = scene.outcome(first)
    return f"One judgement is enough{too}: if {judge} scored {scored(scene, flip)}, {outcome}."


def _inside(scene: Scene, flip: JudgementFlip) -> str:
    ends = stated_range(scene.case, flip)
    if ends is None or not is_inside(scene.case, flip) or flip.stated == "unknown":
        return ""
    low, high = (number(end, scene.glyphs.minus) for end in ends)
    return f"That lies inside the range that {judge_name(flip.by)} gave, {low} to {high}."


def _how_many(judged: Verdict) -> str:
    if judged.deciding <= 1:
        of = count(judged.judgements, "judgement")
        return f"Of {of} no other could do it alone." if judged.deciding < judged.judgements else ""
    if judged.deciding == judged.judgements:
        text = f"Each of the {judged.judgements} judgements could change first place alone"
    else:
        text = (
            f"{judged.deciding} of the {judged.judgements} judgements could each change first "
            "place alone"
        )
    if judged.inside:
        text += f", {judged.inside} of them without leaving the range that their judge gave"
    return f"{text}."


def reason(scene: Scene) -> str:
    """Why the nearest judgement says what it says, and where; empty if there is none."""
    flip = scene.found.judgement
    if flip is None:
        return ""
    judgement = scene.case.options[flip.option].scores[flip.criterion][flip.index]
    at = locator(scene.case, judgement)
    where = f" [{at}]" if at else ""
    says = number(flip.score, scene.glyphs.minus)
    judge = judge_name(flip.by)
    if not flip.because:
        what = "saying that it is unknown" if flip.stated == "unknown" else says
        return f"{capital(judge)} gives no reason for {what}.{where}"
    if flip.stated == "unknown":
        return f"Why {judge} says that it is unknown: {flip.because.rstrip()}{where}"
    return f"Why {judge} says {says}: {flip.because.rstrip()}{where}"
