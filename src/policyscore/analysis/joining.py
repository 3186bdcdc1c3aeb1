"""Changes that cannot be made apart, joined into edits."""

from collections.abc import Iterable, Sequence

from policyscore.analysis.edits import KINDS, Change, Edit, Spot

_MOST_NAMED = 2


class Ties:
    """Which places have to change together (disjoint sets)."""

    def __init__(self) -> None:
        self._parent: dict[Spot, Spot] = {}

    def find(self, spot: Spot) -> Spot:
        """The place that stands for all that change with this one."""
        while (parent := self._parent.get(spot, spot)) != spot:
            spot = parent
        return spot

    def tie(self, spots: Iterable[Spot]) -> None:
        """Say that places have to change together."""
        roots = [self.find(spot) for spot in spots]
        for root in roots:
            if root != (first := self.find(roots[0])):
                self._parent[root] = first


def join_changes(changes: Sequence[Change], ties: Ties) -> list[Edit]:
    """Make edits of changes; ids are given later, when their effect is known."""
    together: dict[Spot, list[Change]] = {}
    for change in changes:
        together.setdefault(ties.find(change.spot), []).append(change)
    return [_edit(group) for group in together.values()]


def _edit(group: list[Change]) -> Edit:
    group = sorted(group, key=lambda change: KINDS.index(change.kind))
    main = group[0]
    said = {"", main.text}
    extras = [c for c in group[1:] if c.text not in said and not _is_part(c, main)]
    text = main.text
    if extras and main.spot[0] == "scale" and all(c.spot[0] == "judgement" for c in extras):
        text += f", with {len(extras)} score{'s' * (len(extras) > 1)} that moved with it"
    elif extras:
        named = "; ".join(change.text for change in extras[:_MOST_NAMED])
        more = len(extras) - _MOST_NAMED
        text += f", together with: {named}" + (f"; and {more} more" if more > 0 else "")
    subjects = tuple(dict.fromkeys(s for change in group for s in change.subjects))
    single = len(group) == 1
    old = main.old if single else {_name(change.spot): change.old for change in group}
    new = main.new if single else {_name(change.spot): change.new for change in group}
    return Edit("", main.kind, subjects, old, new, text, tuple(group))


def _is_part(change: Change, main: Change) -> bool:
    """Whether a change goes without saying: a split criterion is gone, and its parts are new."""
    return main.kind == "criterion-split" and change.kind in {
        "criterion-added",
        "criterion-dropped",
    }


def _name(spot: Spot) -> str:
    """A place as one word, for data."""
    return ".".join("/".join(part) if isinstance(part, tuple) else str(part) for part in spot)
