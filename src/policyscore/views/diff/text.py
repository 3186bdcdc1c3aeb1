"""What a change did to a ranking, in sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence

from policyscore.analysis.difference import Difference
from policyscore.analysis.edits import ORDERED_CAUSES, Idle
from policyscore.analysis.flips import Flip
from policyscore.scoring.titles import enumerate_titles

_MOST_SETS = 3
_LONG = 5
_IDLE_WORDS = {
    "renamed": ("rename", "renames"),
    "reason": ("reason or citation", "reasons or citations"),
    "range": ("range", "ranges"),
    "wording": ("wording", "wordings"),
    "title": ("title", "titles"),
    "stances": ("list of stances", "lists of stances"),
    "profile": ("description of the profile", "descriptions of the profile"),
    "conflicts_with": ("list of conflicts", "lists of conflicts"),
    "requires": ("list of requirements", "lists of requirements"),
    "tags": ("list of tags", "lists of tags"),
    "summary": ("summary", "summaries"),
    "restated": ("restatement of weights", "restatements of weights"),
}


def headline(difference: Difference) -> str:
    """The outcome in one sentence or two."""
    if not difference.edits:
        return (
            "Nothing that counts changed, so the ranking is the same."
            if difference.idle
            else "Nothing changed."
        )
    first = next((flip for flip in difference.flips if flip.place == 1), None)
    if first is not None:
        return f"{flip_sentence(difference, first)} {reason(difference, first)}"
    front = _names(difference, tuple(r.option for r in difference.new.ranking.first))
    stays = f"First place stays with {front}."
    if not difference.reordered:
        return f"The order does not change. {stays}"
    pairs = difference.reordered
    passed = "1 pair of options changes" if pairs == 1 else f"{pairs} pairs of options change"
    return f"{stays} {passed} order."


def flip_sentence(difference: Difference, flip: Flip) -> str:
    """Who stood at a place and who stands there now."""
    place = "First place" if flip.place == 1 else f"Place {flip.place}"
    old, new = (_names(difference, side) or "nobody" for side in (flip.old, flip.new))
    return f"{place} changes from {old} to {new}."


def reason(difference: Difference, flip: Flip) -> str:
    """Which edits bring a change of place about, and which would take it back."""
    ids = [edit.id for edit in difference.edits]
    if len(ids) == 1:
        return f"The one edit, {ids[0]}, does it."
    parts = []
    sets = [enumerate_ids([ids[e] for e in chosen]) for chosen in flip.smallest[:_MOST_SETS]]
    if not sets:
        parts.append(f"No set of up to {flip.searched} edits is enough for it.")
    elif len(sets) == 1:
        single = len(flip.smallest[0]) == 1
        parts.append(f"{sets[0]} {'alone is' if single else 'together are'} enough for it.")
    else:
        more = len(flip.smallest) - len(sets)
        others = f"; or {more} other set{'s' * (more > 1)} of edits" if more else ""
        parts.append(f"Enough for it is either of: {'; '.join(sets)}{others}.")
    undo = [ids[e] for e in flip.undo]
    if undo:
        old = _names(difference, flip.old) or "nobody"
        each = f"any one of {enumerate_ids(undo, 'or')}" if len(undo) > 1 else undo[0]
        parts.append(f"Undoing {each} would keep {old}.")
    else:
        parts.append("Undoing no single edit would take it back.")
    return " ".join(parts)


def enumerate_ids(ids: Sequence[str], last: str = "and") -> str:
    """Join ids as in a sentence, cutting a long list short."""
    if len(ids) > _LONG:
        return f"{', '.join(ids[: _LONG - 1])} {last} {len(ids) - _LONG + 1} more"
    return f" {last} ".join(filter(None, [", ".join(ids[:-1]), ids[-1]])) if ids else ""


def _names(difference: Difference, options: Sequence[str]) -> str:
    titles = {moved.option: moved.title for moved in difference.options}
    return enumerate_titles([titles[option] for option in options])


def causes(difference: Difference) -> dict[str, float]:
    """What each kind of cause did to the lead of the front-runner, in points."""
    if difference.lead is None:
        return {}
    by = difference.lead.by
    return {
        cause: sum(by.get(edit.id, 0.0) for edit in difference.edits if edit.cause == cause)
        for cause in ORDERED_CAUSES
        if any(edit.cause == cause for edit in difference.edits)
    }


def option_notes(difference: Difference) -> list[str]:
    """Which options came, went, were excluded or let in again, and what that did to the others."""
    notes = []
    came_or_gone = False
    for moved in difference.options:
        side = moved.new or moved.old
        if side is None or (moved.old is not None and moved.new is not None):
            continue
        came_or_gone = True
        place = "excluded" if side.rank is None else f"at rank {side.rank}"
        verb = "enters" if moved.old is None else "was"
        notes.append(f"{moved.title} {verb} {place}, with {side.total.value:.1f}.")
    notes = _shortened(notes, "options came or went")
    for words, was in (("Excluded now", False), ("No longer excluded", True)):
        titles = [
            moved.title
            for moved in difference.options
            if moved.old is not None
            and moved.new is not None
            and (moved.old.excluded, moved.new.excluded) == (was, not was)
        ]
        if titles:
            notes.append(f"{words}: {enumerate_titles(titles)}.")
    if came_or_gone:
        notes.append(
            "An option that comes or goes changes no other option's total and reorders none of "
            "the others, since scales are fixed; it only moves ranks up or down."
        )
    return notes


def _shortened(notes: list[str], what: str) -> list[str]:
    """The first of many notes."""
    if len(notes) <= _LONG:
        return notes
    return [*notes[: _LONG - 1], f"{len(notes) - _LONG + 1} more {what}."]


def method_line(differences: Sequence[Difference]) -> str:
    """How the changes were attributed, by the roughest of the methods that were used."""
    names = ("closed-form", "enumeration", "sampling")
    methods = (difference.method for difference in differences)
    method = max(methods, key=lambda m: (names.index(m.name), m.interacting))
    how = {
        "closed-form": "in closed form",
        "enumeration": f"by enumeration of all sets of up to {method.interacting} edits",
        "sampling": f"from {method.orders} sampled orders of {method.interacting} interacting "
        f"edits, seed {method.seed}, standard error at most {method.error:.2g} points",
    }[method.name]
    return (
        "Each edit's share is what it adds on average over all orders in which the edits could "
        f"be made (Shapley value, {how}); shares add up to the change. It is a convention."
    )


def idle_line(idle: Iterable[Idle]) -> str:
    """How many edits without effect there are of each sort; renames are named."""
    edits = list(idle)
    named = [edit.text for edit in edits if edit.kind in {"renamed", "baseline", "default-profile"}]
    rest = Counter(
        edit.kind for edit in edits if edit.kind not in {"renamed", "baseline", "default-profile"}
    )
    words = [*named]
    for kind, count in rest.items():
        one, many = _IDLE_WORDS.get(kind, (kind, kind if kind.endswith("s") else f"{kind}s"))
        words.append(f"{count} {one if count == 1 else many}")
    return f"Without effect on the totals: {', '.join(words)}." if words else ""


def profile_line(difference: Difference) -> str:
    """Under which profile, or profiles, the sides are ranked."""
    old, new = difference.old.ranking, difference.new.ranking
    if old.profile == new.profile:
        return f"Profile: {new.title}"
    return f"Profiles: {old.title} → {new.title}"
