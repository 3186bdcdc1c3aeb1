"""How experts and profiles differ in who is first: a line for each option that any puts first."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policyscore.analysis.robustness.camp_voices import ExpertCamps
from policyscore.analysis.robustness.camps import ALIKE, Camp, Camps
from policyscore.case.case import Case
from policyscore.scoring.titles import titles_of
from policyscore.views.robustness.scene import Scene
from policyscore.views.robustness.words import counted, percent, thousands

_MOST_CAMPS = 4
_MOST_MEMBERS = 3


class Voices(NamedTuple):
    """What is said of experts or of profiles.

    Attributes:
        heading: What it is about.
        camps: What is put first, and by whom; none if all agree.
        note: What else there is to know; where all agree, on what.
    """

    heading: str
    camps: tuple[tuple[str, str], ...]
    note: str


def voices(scene: Scene) -> list[Voices]:
    """What is said of experts, then of profiles, as far as there is anything to say."""
    said = []
    study = scene.study
    if study.experts is not None:
        said.append(_experts(scene, study.experts))
    if study.profiles is not None:
        titles = {key: profile.title for key, profile in scene.case.profiles.items()}
        heading = "What each profile puts first"
        notes = [_alike(study.profiles, titles), *study.profiles.left_out]
        kind = ("profile", "profiles")
        said.append(_voices(scene.case, heading, study.profiles, titles, kind, notes))
    return said


def _experts(scene: Scene, found: ExpertCamps) -> Voices:
    titles = {voice.expert: scene.case.expert(voice.expert).title for voice in found.voices}
    shared = sorted(voice.shared for voice in found.voices)
    least, most = thousands(shared[0]), thousands(shared[-1])
    span = most if least == most else f"{least} to {most}"
    of = counted(scene.doubts.of, "score", "scores")
    note = f"Each can differ only where others judged, too: in {span} of {of}."
    heading = (
        f"What each expert puts first by their own judgements and the weights of {scene.title}"
    )
    kind = ("expert", "experts")
    notes = [note, *found.left_out]
    return _voices(scene.case, heading, found.camps, titles, kind, notes)


def _voices(
    case: Case,
    heading: str,
    found: Camps,
    titles: Mapping[str, str],
    kind: tuple[str, str],
    notes: Sequence[str],
) -> Voices:
    """The largest camps first, with the names of small ones."""
    camps = found.firsts
    many = sum(len(camp.members) for camp in camps)
    if len(camps) == 1:
        all_of_them = "Both" if many == 2 else f"All {thousands(many)}"
        first = _first(case, camps[0]) if camps[0].first else "no option"
        agreed = f"{all_of_them} {kind[1]} put {first} first."
        return Voices(heading, (), " ".join(filter(None, [agreed, *notes])))
    lines = [
        (_first(case, camp), _members(camp, titles, many, kind)) for camp in camps[:_MOST_CAMPS]
    ]
    left = camps[_MOST_CAMPS:]
    if left:
        lines.append(_more(left, kind))
    apart = _apart(found, kind) if many > 2 else ""
    return Voices(heading, tuple(lines), " ".join(filter(None, [apart, *notes])))


def _more(left: Sequence[Camp], kind: tuple[str, str]) -> tuple[str, str]:
    """What the smallest camps put first, and how large they are."""
    single = all(len(camp.first) == 1 for camp in left)
    named = ("more option", "more options") if single else ("other camp", "other camps")
    more = counted(len(left), *named)
    many = sum(len(camp.members) for camp in left)
    if many == len(left) > 1:
        return more, f"one {kind[0]} each"
    return more, counted(many, *kind) + " in all" * (len(left) > 1)


def _apart(found: Camps, kind: tuple[str, str]) -> str:
    """How often two differ in who is first."""
    return f"Of all pairs of {kind[1]}, {percent(found.differ or 0.0, 1.0)} differ in who is first."


def _members(camp: Camp, titles: Mapping[str, str], many: int, kind: tuple[str, str]) -> str:
    """Who is in a small camp, or how many are in a larger one."""
    if len(camp.members) <= _MOST_MEMBERS:
        return "; ".join(titles[key] for key in camp.members)
    return f"{thousands(len(camp.members))} of {counted(many, *kind)}"


def _first(case: Case, camp: Camp) -> str:
    return titles_of(case, camp.first) if camp.first else "No option"


def _alike(found: Camps, titles: Mapping[str, str]) -> str:
    """The camps of rankings that are alike as a whole."""
    if not found.alike:
        return ""
    much = f"much alike (tau-b of {ALIKE:g} or more)"
    if len(found.alike) == 1:
        return f"Their whole rankings are {much}."
    largest = found.alike[0]
    if len(largest.members) == 1:
        return f"No two of their whole rankings are {much}."
    names = [titles[key] for key in largest.members]
    more = f" and {thousands(len(names) - _MOST_MEMBERS)} more" * (len(names) > _MOST_MEMBERS)
    return (
        f"Their whole rankings fall into {thousands(len(found.alike))} camps; within a camp they "
        f"are {much}. The largest: {'; '.join(names[:_MOST_MEMBERS])}{more}."
    )
