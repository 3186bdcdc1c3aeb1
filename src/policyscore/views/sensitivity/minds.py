"""Who would have to change their mind for somebody else to be first, in words to repeat."""

from math import ceil

from policyscore.analysis.sensitivity.results import Mind, ProfileMind
from policyscore.analysis.sensitivity_reading import is_inside, stated_range
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import number
from policyscore.views.sensitivity.sections import Grid, Section
from policyscore.views.sensitivity.text import scored
from policyscore.views.sensitivity.words import Scene

TITLE = "Who would have to change their mind"
_MOST_JUDGES = 12


def minds_section(scene: Scene) -> Section:
    """Every judge who could change first place alone, the nearest first, and who could not."""
    minds = scene.found.minds
    able = [m for m in minds if m.one is not None or m.together is not None]
    unable = [m for m in minds if m.one is None and m.together is None]
    shown = able[: scene.limit(_MOST_JUDGES)]
    notes = []
    if len(shown) < len(able):
        notes.append(f"{len(able) - len(shown)} more judges: --all shows them.")
    if unable and able:
        names = enumerate_titles([scene.named(mind.judge) for mind in unable])
        notes.append(f"Cannot change first place, even with every score of theirs: {names}.")
    if any(mind.together is not None and mind.judgements > 1 for mind in shown):
        notes.append(
            "Shading by 10%: each score of theirs goes a tenth of its way to the end of its scale "
            f"that hurts {scene.options(scene.found.first)} most."
        )
    items = tuple((scene.named(mind.judge), _sentence(scene, mind)) for mind in shown)
    return Section(TITLE, tuple(filter(None, [_summary(scene)])), items, notes=tuple(notes))


def _summary(scene: Scene) -> str:
    """How many judges hold the answer in their hands."""
    minds = scene.found.minds
    if not minds:
        return ""
    one = sum(mind.one is not None for mind in minds)
    all_of = sum(mind.one is None and mind.together is not None for mind in minds)
    if len(minds) == 1:
        return (
            "One person judges everything, and could change first place with a single score."
            if one
            else "One person judges everything, and no single score of theirs changes first place."
        )
    if not one and not all_of:
        return "Nobody who judged could change first place alone, not even with all their scores."
    parts = []
    if one:
        who = "Each" if one == len(minds) else f"{one}"
        parts.append(
            f"{who} of the {len(minds)} who judged could change first place with one score"
        )
    if all_of:
        parts.append(
            f"{all_of} {'others' if one and all_of > 1 else 'other' if one else 'of the judges'} "
            "only with many of their scores together"
        )
    if rest := len(minds) - one - all_of:
        parts.append(f"{rest} not at all")
    return f"{'; '.join(parts)}."


def _sentence(scene: Scene, mind: Mind) -> str:
    """What one judge would have to change, after their name."""
    one, together = mind.one, mind.together
    shaded = ""
    if together is not None:
        far = f"{ceil(100 * together.share - 1e-9)}%" if together.share >= 0.01 else "less than 1%"
        scores = "both" if mind.judgements == 2 else f"all {mind.judgements}"
        shaded = f"shading {scores} of their scores by {far}"
    if one is None or one.nearest is None:
        first = () if together is None else together.first
        return f"would {scene.put(first)} only by {shaded}."
    first = one.nearest.first
    known = first[0] if len(first) == 1 and first[0] not in scene.found.first else ""
    text = f"would {scene.put(first)} by scoring {scored(scene, one, known)}"
    ends = stated_range(scene.case, one)
    if ends is not None and is_inside(scene.case, one) and one.stated == "likely":
        low, high = (number(end, scene.glyphs.minus) for end in ends)
        text += f" (they hold {low} to {high} possible)"
    if together is None or mind.judgements < 2:
        return f"{text}."
    if together.first == first:
        return f"{text}; or by {shaded}."
    return f"{text}; and would {scene.put(together.first)} by {shaded}."


def profiles_section(scene: Scene) -> Section:
    """What the holders of each profile would have to change for their own first place to change."""
    profiles = scene.found.profiles
    rows = tuple(_profile_row(scene, mind) for mind in sorted(profiles, key=_near))
    header = ("Profile", "Puts first", "Points", "To put first instead")
    says = (
        "Each set of weights, and how many of 100 points of weight its own holders would have to "
        "move before something else came first for them."
    )
    if len(profiles) < 2:
        return Section("")
    return Section("Whose weights would have to change", (says,), grid=Grid(header, "llrl", rows))


def _near(mind: ProfileMind) -> float:
    return mind.nearest.distance if mind.nearest is not None else 3.0


def _profile_row(scene: Scene, mind: ProfileMind) -> tuple[str, ...]:
    known = scene.case.profiles.get(mind.profile)
    title = known.title if known is not None else scene.title
    if mind.nearest is None:
        return (title, scene.who(mind.first), "never", "")
    then = scene.case.options[mind.nearest.option].title
    return (title, scene.who(mind.first), f"{mind.nearest.points:.1f}", then)
