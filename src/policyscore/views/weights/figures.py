"""Weights in per cent, rounded so that what is shown adds up."""

from collections.abc import Mapping, Sequence
from math import floor

from policyscore.scoring.weight_rows import WeightRow
from policyscore.views.figures import add_up


def shown_weights(rows: Sequence[WeightRow]) -> dict[str, str]:
    """The share of the whole of every criterion and group, by id, such as `12.5%`.

    Criteria add up to 100 and groups are the sum of what is shown under them, unless that would
    show equal weights as different.
    """
    leaves = {row.id: row.weight for row in rows if not row.is_group}
    parents = {row.id: row.parent for row in rows}
    rounded = _rounded(leaves)
    sums = dict.fromkeys((row.id for row in rows if row.is_group), 0.0)
    adding = abs(sum(rounded.values()) - 100) < 0.01
    for key, share in rounded.items():
        above = parents[key]
        while above:
            sums[above] += share
            above = parents[above]
    shown = {}
    for row in rows:
        exact = 100 * row.weight
        share = rounded.get(row.id, sums.get(row.id, 0.0) if adding else exact)
        shown[row.id] = percent(exact, share)
    return shown


def shown_locals(rows: Sequence[WeightRow]) -> dict[str, str]:
    """The share of the group it stands in of every criterion and group, by id.

    Empty at the top of the tree, where it is the share of the whole; a dash where the group
    weighs nothing.
    """
    shown, families = {}, dict[str, dict[str, float]]()
    for row in rows:
        shown[row.id] = "" if not row.parent else "-"
        if row.parent and row.local is not None:
            families.setdefault(row.parent, {})[row.id] = row.local
    for family in families.values():
        for key, share in _rounded(family).items():
            shown[key] = percent(100 * family[key], share)
    return shown


def percent(exact: float, rounded: float | None = None, sign: str = "%") -> str:
    """A share in per cent with one decimal; what is above 0 never reads as 0.

    Args:
        exact: The share, 0 to 100.
        rounded: What to show for it; the nearest by default.
        sign: What follows the number.
    """
    shown = f"{exact if rounded is None else rounded:.1f}"
    if exact == 0:
        return f"0{sign}"
    return f"<0.1{sign}" if shown in {"0.0", "-0.0"} else f"{shown}{sign}"


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    """Shares of 1 in per cent to one decimal: adding up, unless equal ones would differ."""
    exact = [100 * weight for weight in weights.values()]
    rounded = add_up(exact)
    seen: dict[float, set[float]] = {}
    for share, shown in zip(exact, rounded, strict=True):
        seen.setdefault(round(share, 9), set()).add(shown)
    if any(len(different) > 1 for different in seen.values()):
        rounded = [floor(round(share, 9) * 10 + 0.5) / 10 for share in exact]
    return dict(zip(weights, rounded, strict=True))
