"""Which pairs of rankings `diff` compares: two profiles, or two versions under each profile."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference
from policyscore.analysis.matching import Side
from policyscore.case.directory import Files
from policyscore.case.suggestions import did_you_mean
from policyscore.cli.diff_sides import INDEX, WORKING_TREE, Place, place_of, read_place
from policyscore.decision import Decision, UnknownError
from policyscore.reading.characters import visible


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, and what came of it.

    Attributes:
        old: One side.
        new: The other.
        differences: One for each profile, the most telling first.
        notes: What a reader should know besides.
    """

    old: Place
    new: Place
    differences: tuple[Difference, ...]
    notes: tuple[str, ...] = field(default=())


class UsageError(Exception):
    """Arguments that do not go together."""


def choose_places(
    root: Path, old: str | None, new: str | None, *, staged: bool
) -> tuple[Place, Place, str | None]:
    """Find out what the command line names.

    Returns:
        The two sides, and the profile if one profile is looked at in two versions.

    Raises:
        UsageError: If the arguments do not go together.
        UnknownError: If one names nothing.
    """
    if staged and new is not None:
        raise UsageError("`--staged` is the new side already; give the old side only.")
    first = place_of(root, old) if old is not None else place_of(root, "HEAD")
    after = Place("index", INDEX) if staged else Place("working-tree", WORKING_TREE)
    if new is None:
        if first.kind == "profile":
            return place_of(root, "HEAD"), after, first.name
        return first, after, None
    second = place_of(root, new)
    if (first.kind == "profile") != (second.kind == "profile"):
        words = f"`{visible(str(old))}` is {_a(first)}, `{visible(new)}` is {_a(second)}"
        raise UsageError(f"{words}; compare two profiles, or two versions of the case.")
    return first, second, None


def _a(place: Place) -> str:
    return f"a {place.kind}"


def compare_places(
    root: Path, old: Place, new: Place, profile: str | None, *, places: int, seed: int
) -> Compared:
    """Compare two sides under one profile, or under all that they have.

    Raises:
        BrokenSideError: If a side's files have errors.
        UnknownError: If a profile is on neither side.
    """
    if old.kind == "profile":
        decision, _ = read_place(root, Place("working-tree", WORKING_TREE))
        sides = [_side(decision, decision.profile(place.name)) for place in (old, new)]
        return Compared(old, new, (compare_sides(*sides, places=places, seed=seed),))
    before, old_files = read_place(root, old)
    after, new_files = read_place(root, new)
    keys, notes = _profiles(before, after, profile)
    differences = [
        compare_sides(_side(before, key), _side(after, key), places=places, seed=seed)
        for key in keys
    ]
    default = after.case.header.default_profile
    differences.sort(key=lambda d: _urgency(d, default))
    layout = _only_layout(old_files, new_files, before, after)
    return Compared(old, new, tuple(differences), (*notes, *layout))


def _side(decision: Decision, profile: str) -> Side:
    return Side(decision.case, decision.profiles[profile], decision.rank(profile))


def _profiles(
    before: Decision, after: Decision, wanted: str | None
) -> tuple[Sequence[str], list[str]]:
    """The profiles to compare under, and what is said of the others."""
    old, new = before.profiles, after.profiles
    if wanted is not None:
        key = wanted.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml")
        if key not in old and key not in new:
            hint = did_you_mean(key, [*new, *old])
            raise UnknownError(f"There is no profile `{visible(wanted)}`. {hint}".rstrip())
        if key not in old or key not in new:
            side = "new" if key not in new else "old"
            raise UnknownError(
                f"The {side} side has no profile `{key}`, so there is nothing to compare it with."
            )
        return [key], []
    notes = [f"Profile {new[key].title} was added." for key in new if key not in old]
    notes += [f"Profile {old[key].title} was dropped." for key in old if key not in new]
    both = [key for key in new if key in old]
    if not both:
        raise UnknownError("The two sides have no profile in common to rank under.")
    return both, notes


def _urgency(difference: Difference, default: str) -> tuple[bool, bool, bool, str]:
    """Sorting key: where first place changed, then where weights did, then the default profile."""
    key = difference.new.ranking.profile
    reweighed = any(edit.cause == "weights" for edit in difference.edits)
    return (not difference.first_changed, not reweighed, key != default, key)


def _only_layout(old: Files, new: Files, before: Decision, after: Decision) -> list[str]:
    """Files that changed though nothing that they say did: comments, order, layout."""
    count = 0
    for path, text in new.texts.items():
        if path not in old.texts or old.texts[path] == text:
            continue
        folder, _, name = path.rpartition("/")
        key = name.removesuffix(".yaml")
        if folder == "options":
            same = before.case.options[key] == after.case.options[key]
        elif folder == "weights":
            same = before.profiles[key] == after.profiles[key]
        else:
            same = before.case.header == after.case.header
        count += same
    if not count:
        return []
    files = "1 file changed" if count == 1 else f"{count} files changed"
    return [f"{files} in comments or layout only."]
