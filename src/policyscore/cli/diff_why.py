"""`policyscore why A B --between OLD NEW`: what a change did to the gap between two options."""

from pathlib import Path

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference
from policyscore.analysis.matching import Side
from policyscore.analysis.version import detect_renames
from policyscore.cli.diff_sides import WORKING_TREE, Place, place_of, read_place
from policyscore.cli.parameters import Format
from policyscore.cli.streams import emit, emit_data
from policyscore.decision import Decision, UnknownError


def why_between(
    root: Path,
    pair: tuple[str, str],
    between: tuple[str, str],
    profile: str | None,
    form: Format,
    output: Path | None,
) -> None:
    """Print what the edits between two sides did to the gap between two options.

    Args:
        root: The case's directory.
        pair: The options' ids.
        between: The two sides: profiles, directories or revisions.
        profile: The profile for two versions of the case; the new side's default one if None.
        form: Form of the result.
        output: Where to write it; standard output if None.

    Raises:
        UnknownError: If an option is not on both sides, or a name names nothing.
        BrokenSideError: If a side's files have errors.
    """
    old, new = (place_of(root, name) for name in between)
    difference = _compare(root, old, new, pair, profile)
    words = old.words, new.words
    lead = difference.lead
    if lead is None:
        raise UnknownError("The two options cannot be compared.")
    from policyscore.views.diff import pair as views  # noqa: PLC0415 (only once it is known)

    if form is Format.TABLE:
        emit(output, table=lambda c: views.pair_terminal(c, words, difference, lead))
        return
    emit_data(
        output,
        form,
        data=lambda: views.pair_data({"old": old.data, "new": new.data}, difference, lead),
        csv=lambda: views.pair_csv(difference, lead),
        markdown=lambda: views.pair_markdown(words, difference, lead),
    )


def _compare(
    root: Path, old: Place, new: Place, pair: tuple[str, str], profile: str | None
) -> Difference:
    if (old.kind == "profile") != (new.kind == "profile"):
        raise UnknownError("Compare two profiles, or two versions of the case.")
    if old.kind == "profile":
        if profile is not None:
            raise UnknownError("`--profile` goes with two versions of the case, not profiles.")
        here, _ = read_place(root, Place("working-tree", WORKING_TREE))
        before = after = here
        keys = here.profile(old.name), here.profile(new.name)
    else:
        before, _ = read_place(root, old)
        after, _ = read_place(root, new)
        key = after.profile(profile)
        if key not in before.profiles:
            raise UnknownError(f"The old side has no profile `{key}`.")
        keys = key, key
    first, second = (_on_both(before, after, name) for name in pair)
    if first == second:
        raise UnknownError(f"`{first}` is compared with itself; name two options.")
    return compare_sides(_side(before, keys[0]), _side(after, keys[1]), pair=(first, second))


def _side(decision: Decision, key: str) -> Side:
    return Side(decision.case, decision.profiles[key], decision.rank(key))


def _on_both(before: Decision, after: Decision, name: str) -> str:
    """An option's new id, if both sides have it."""
    renamed = detect_renames(before.case, after.case).options
    key = after.option(renamed.get(name, name))
    if key not in before.case.options and key not in renamed.values():
        raise UnknownError(f"The old side has no option `{key}`, so there is no gap to explain.")
    return key
