"""Criteria that came, went, moved or were split, and what has to change with them."""

from collections.abc import Mapping, Sequence

from policyscore.analysis.edits import Change, Spot
from policyscore.analysis.joining import Ties
from policyscore.analysis.version import Version
from policyscore.analysis.wording import percent, titled


def criteria_changes(
    old: Version, new: Version, homes: Mapping[str, Sequence[Spot]], ties: Ties
) -> list[Change]:
    """Find the criteria that are not where they were.

    Args:
        old: One version.
        new: The other.
        homes: Criterion's id to the places that decide whether it stands where it does.
        ties: Told what has to change together: a criterion, at all its places at once.
    """
    changes = []
    for leaf, spots in homes.items():
        ties.tie(spots)
        if leaf in old.criteria and leaf in new.criteria:
            spot: Spot = ("criterion", leaf)
            ties.tie((spot, *spots))
            text = f"{titled(leaf, new, old)} moved to another group"
            changes.append(Change(spot, "criterion-moved", (leaf,), None, None, text))
    for leaf in (*new.criteria, *old.criteria):
        if leaf in old.criteria and leaf in new.criteria:
            continue
        spot = ("criterion", leaf)
        ties.tie((spot, ("requirement", leaf), *homes.get(leaf, ())))
        added = leaf in new.criteria
        weight = (new if added else old).level.shares.get(leaf, 0.0)
        text = f"criterion {titled(leaf, new, old)} {'added' if added else 'dropped'}"
        text += f" ({'with' if added else 'it had'} {percent(weight)} of the weight)"
        kind = "criterion-added" if added else "criterion-dropped"
        before, after = (None, weight) if added else (weight, None)
        changes.append(Change(spot, kind, (leaf,), before, after, text))
    return [*changes, *_splits(old, new, ties)]


def _splits(old: Version, new: Version, ties: Ties) -> list[Change]:
    """A criterion replaced by several that share its weight, or its name, was split."""
    changes = []
    before, after = old.level.shares, new.level.shares
    fresh = [leaf for leaf in new.criteria if leaf not in old.criteria]
    for gone in (leaf for leaf in old.criteria if leaf not in new.criteria):
        parts = [leaf for leaf in fresh if leaf.startswith(f"{gone}-")]
        if len(parts) < 2 and len(fresh) > 1 and _close(before[gone], after, fresh):
            parts = fresh
        if len(parts) < 2:
            continue
        spot: Spot = ("split", gone)
        ties.tie((spot, ("criterion", gone), *(("criterion", leaf) for leaf in parts)))
        names = " and ".join(titled(leaf, new, old) for leaf in parts)
        text = f"criterion {titled(gone, new, old)} split into {names}"
        changes.append(Change(spot, "criterion-split", (gone, *parts), gone, parts, text))
    return changes


def _close(weight: float, after: Mapping[str, float], parts: Sequence[str]) -> bool:
    return abs(weight - sum(after.get(leaf, 0.0) for leaf in parts)) <= 1e-9
