"""What first place is without one criterion, expert, source or option."""

from collections.abc import Sequence

from policyscore.analysis.sensitivity.results import LeftOut
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.sensitivity.sections import Section, left
from policyscore.views.sensitivity.words import Scene, count

_PLURAL = {
    "criterion": "criteria",
    "expert": "experts",
    "source": "sources",
    "option": "options",
}
_MOST = 12


def left_out_section(scene: Scene) -> Section:
    """What leaving one thing out changes, and how many change nothing.

    That the others move up when an option is left out is no news, and so is not told.
    """
    possible = [out for out in scene.found.left_out if out.possible and out.first]
    first = [out for out in possible if out.changes_first]
    still = [out for out in possible if not out.changes_first]
    three = [out for out in still if out.changes_three and out.kind != "option"]
    together = _together(first)
    shown = together[: scene.limit(_MOST)]
    items = [("", _sentence(scene, outs)) for outs in shown]
    notes = [*left(len(shown), len(together), "would change first place")]
    if three:
        notes.append(f"Changes second or third place, not first: {_named(scene, three)}.")
    if rest := [out for out in still if out not in three]:
        notes.append(f"Keeps who is first: {_counts(rest)}.")
    notes += _impossible(scene, [out for out in scene.found.left_out if not out.possible])
    lines = ("Nothing that is left out alone changes who is first.",) if still and not first else ()
    return Section("If one thing were left out", lines, tuple(items), None, tuple(notes))


def _together(outs: Sequence[LeftOut]) -> list[list[LeftOut]]:
    """What is left out with the same outcome, and nothing else that has to be said of it."""
    found: dict[object, list[LeftOut]] = {}
    for out in outs:
        special = out.allowed or out.excluded or out.kind == "option"
        key = (out.kind, out.name) if special else (out.kind, out.first)
        found.setdefault(key, []).append(out)
    return list(found.values())


def _sentence(scene: Scene, outs: Sequence[LeftOut]) -> str:
    out = outs[0]
    titles = [_title(scene, each) for each in outs]
    anyone = "any one of " if len(outs) > 1 else ""
    text = f"Without {anyone}{enumerate_titles(titles)}, {scene.outcome(out.first)}."
    if out.allowed:
        text += f" {scene.options(out.allowed)} would no longer be excluded."
    if out.excluded:
        text += f" {scene.options(out.excluded)} would be excluded."
    return text


def _title(scene: Scene, out: LeftOut) -> str:
    """What is left out, by its title."""
    if out.kind == "criterion":
        return scene.criterion(out.name)
    if out.kind == "expert":
        return scene.named(out.name)
    if out.kind == "source":
        return f"{scene.case.source(out.name).title} ({out.name})"
    return scene.case.options[out.name].title


def _named(scene: Scene, outs: Sequence[LeftOut]) -> str:
    titles = [_title(scene, out) for out in outs]
    return "; ".join(titles) if scene.everything else enumerate_titles(titles)


def _counts(outs: Sequence[LeftOut]) -> str:
    """How many of each kind."""
    parts = []
    for kind, plural in _PLURAL.items():
        if number := sum(out.kind == kind for out in outs):
            parts.append(count(number, kind, plural))
    return enumerate_titles(parts)


def _impossible(scene: Scene, outs: Sequence[LeftOut]) -> list[str]:
    """What cannot be left out, and why."""
    notes = [
        f"{scene.criterion(out.name)} cannot be left out, since it has all the weight."
        for out in outs
        if out.has_all
    ]
    alone = [out for out in outs if out.alone]
    if len(alone) == 1:
        scores = count(len(alone[0].alone), "score")
        notes.append(
            f"{_title(scene, alone[0])} cannot be left out: {scores} would have nobody else's "
            "judgement to rest on."
        )
    elif alone:
        named = f": {_named(scene, alone)}" if scene.everything else ""
        notes.append(
            f"{_counts(alone)} cannot be left out, since some scores rest on nobody else's "
            f"judgement{named}."
        )
    return notes
