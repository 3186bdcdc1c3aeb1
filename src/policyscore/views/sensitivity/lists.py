"""The nearest weights that change first place, and how far each rival is from it."""

from policyscore.analysis.sensitivity.results import NearestWeights, RivalWeights
from policyscore.analysis.sensitivity_reading import moves
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import add_up, signed
from policyscore.views.sensitivity.sections import Grid, Section, left
from policyscore.views.sensitivity.words import Scene, count, from_to, points

_MOST_RIVALS, _MOST_CHANGED = 8, 20
_TELLING = 5e-4  # how much smaller the largest change has to be to be worth telling
_NEAREST = "The nearest weights that change first place"


def nearest_section(scene: Scene) -> Section:
    """The nearest weights that change first place, criterion by criterion."""
    nearest, largest = scene.found.nearest, scene.found.nearest_largest
    if nearest is None:
        return Section("")
    changed = moves(scene.weights, nearest.weights)
    shown = changed[: scene.limit(_MOST_CHANGED)]
    exact = [round(100 * move.change, 9) for move in changed]  # so that both sums round alike
    gain = add_up([more for more in exact if more > 0])
    lose = add_up([-more for more in exact if more < 0])
    change = [*gain, *(-less for less in lose)][: len(shown)]  # as `moves` has them in order
    now = [round(100 * move.now, 1) for move in shown]
    rows = tuple(
        (
            scene.criterion(move.criterion),
            f"{before:.1f}%",
            f"{max(before + more, 0.0):.1f}%",
            signed(more, scene.glyphs.minus) if more else _slight(move.change, scene),
        )
        for move, before, more in zip(shown, now, change, strict=True)
    )
    notes = [*left(len(shown), len(changed), "criteria change their weight")]
    if kept := len(scene.weights) - len(changed):
        keep = "keeps its weight" if kept == 1 else "keep their weights"
        notes.append(f"{count(kept, 'other criterion', 'other criteria')} {keep}.")
    if largest is not None and largest.largest < nearest.largest - _TELLING:
        notes.append(
            "Spread over many criteria, no single weight has to move by more than "
            f"{_at_most(100 * largest.largest)} points to {scene.put(_beyond(largest))}."
        )
    if not changed:
        says = f"The slightest change of weights is enough to {scene.put(_beyond(nearest))}."
        return Section(_NEAREST, (says,))
    start = f"Moving {points(nearest.points)} is enough to {scene.put(_beyond(nearest))}."
    grid = Grid(("Criterion", "Now", "Then", "Change"), "lrrr", rows) if rows else None
    return Section(_NEAREST, (start,), (), grid, tuple(notes))


def _beyond(nearest: NearestWeights) -> tuple[str, ...]:
    """Who is first a hair beyond the nearest weights."""
    if nearest.strict is None:
        return nearest.first
    return (nearest.option,)


def _slight(change: float, scene: Scene) -> str:
    return f"{'+' if change > 0 else scene.glyphs.minus}<0.1"


def _at_most(of_hundred: float) -> str:
    return f"{of_hundred:.1f}" if of_hundred >= 0.05 else "0.1"


def rivals_section(scene: Scene) -> Section:
    """How far each rival is from first place, and which can never be first."""
    found = scene.found
    able = [rival for rival in found.rivals if rival.nearest is not None]
    never = [rival for rival in found.rivals if rival.nearest is None and rival.never]
    shown = able[: scene.limit(_MOST_RIVALS)]
    rows = []
    for rival in shown:
        if rival.nearest is not None:
            changed = moves(scene.weights, rival.nearest.weights)
            moved = from_to(scene, changed) if changed else "the slightest change"
            title = scene.case.options[rival.option].title
            rows.append((title, f"{rival.nearest.points:.1f}", moved))
    notes = [*left(len(shown), len(able), "options could be first")]
    notes += _never(scene, never)
    if found.rivals_left:
        notes.append(
            f"The case is large: for {count(found.rivals_left, 'other option')} the nearest "
            "weights were not sought."
        )
    grid = Grid(("Option", "Points", "Weight to move"), "lrl", tuple(rows)) if rows else None
    lines = ("How many of 100 points of weight would have to move to put each first.",)
    return Section(
        "How far the others are from first place", lines if rows else (), (), grid, tuple(notes)
    )


def _never(scene: Scene, never: list[RivalWeights]) -> list[str]:
    """The options that no weights put first."""
    if not never:
        return []
    beaten = [rival for rival in never if rival.never == "beaten"]
    dominated = [rival for rival in never if rival.never == "dominated"]
    notes = []
    if dominated:
        named = [
            f"{scene.case.options[r.option].title} ({scene.case.options[r.by].title})"
            for r in dominated
        ]
        notes.append(
            "Never first, whatever the weights, since another option (in brackets) is as good on "
            f"everything and better on something: {_listed(scene, named)}."
        )
    if beaten:
        named = [scene.case.options[rival.option].title for rival in beaten]
        notes.append(
            "Never first, whatever the weights, though no single option is better on everything: "
            f"{_listed(scene, named)}."
        )
    return notes


def _listed(scene: Scene, titles: list[str]) -> str:
    """Titles as in a sentence, all of them if everything is to be shown."""
    return "; ".join(titles) if scene.everything else enumerate_titles(titles)
