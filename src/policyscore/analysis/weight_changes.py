"""What changed between two statements of weights, and the weights of every mixture of the two."""

from collections import Counter
from collections.abc import Mapping
from math import isclose

from policyscore.analysis.edits import Change, Idle, Spot
from policyscore.analysis.joining import Ties
from policyscore.analysis.levels import Level, shares_below
from policyscore.analysis.version import Version
from policyscore.analysis.weight_nodes import Fixed, Mix, Node, Swap
from policyscore.analysis.wording import percent, plain, titled

_SAME = 1e-12
_MOST_SHIFTS = 3


class WeightChanges:
    """Compares the weights of two versions.

    Attributes:
        node: The weights of every mixture of the two.
        changes: What changed.
        idle: What was restated without changing any weight.
    """

    def __init__(self, old: Version, new: Version, ties: Ties) -> None:
        self.changes: list[Change] = []
        self.idle: list[Idle] = []
        self._old, self._new = old, new
        self._weights = old.level.shares(), new.level.shares()
        self._homes: dict[str, list[Spot]] = {}
        self.node = self._compare(old.level, new.level, ())
        self._tie_criteria(ties)

    def _compare(self, old: Level | str, new: Level | str, path: tuple[str, ...]) -> Node:
        """Compare what is inside one member of a level, or the whole profile."""
        before, after = shares_below(old), shares_below(new)
        if before == after and not (isinstance(old, Level) and isinstance(new, Level)):
            return Fixed(after)
        if isinstance(old, Level) and isinstance(new, Level):
            mixed = self._mix(old, new, path)
            if mixed is not None:
                return mixed
            if before.keys() == after.keys() and all(
                abs(before[leaf] - after[leaf]) <= _SAME for leaf in before
            ):
                if old != new:
                    self._restated(path)
                return Fixed(after)
        spot = ("weighing", path)
        self._register(before, after, spot)
        shifts = sorted(before.keys() & after.keys(), key=lambda x: -abs(after[x] - before[x]))
        named = ", ".join(
            f"{self._title(leaf)} {percent(before[leaf])} → {percent(after[leaf])}"
            for leaf in shifts[:_MOST_SHIFTS]
        )
        where = f" of {self._title(path[-1])}" if path else ""
        text = f"the weights{where} are stated anew" + (f" ({named})" if named else "")
        self.changes.append(Change(spot, "weighing", path, before, after, text))
        return Swap(spot, before, after)

    def _mix(self, old: Level, new: Level, path: tuple[str, ...]) -> Mix | None:
        """Compare two levels number by number, if every mixture of theirs makes sense."""
        a, b = old.numbers(), new.numbers()
        if a is None or b is None or old.way.key != new.way.key:
            return None
        factor = common_factor(a, b)
        scaled = {key: _divided(number, factor, a.get(key)) for key, number in b.items()}
        if not any(min(a[key], scaled[key]) > 0 for key in a.keys() & b.keys()):
            return None
        if factor != 1.0:
            self._restated(path)
        inside_old, inside_new = old.inside(), new.inside()
        numbers: dict[str, tuple[Spot, float, float]] = {}
        below: dict[str, Node] = {}
        moved = [key for key in a.keys() | b.keys() if a.get(key, 0.0) != scaled.get(key, 0.0)]
        for key in dict.fromkeys((*b, *a)):
            spot = ("weight", path, key)
            x, y = a.get(key, 0.0), scaled.get(key, 0.0)
            numbers[key] = (spot, x, y)
            if key in inside_old and key in inside_new:
                below[key] = self._compare(inside_old[key], inside_new[key], (*path, key))
            else:
                side = inside_old if key in inside_old else inside_new
                shares = shares_below(side[key])
                below[key] = Fixed(shares)
                self._register(
                    shares if side is inside_old else {}, shares if side is inside_new else {}, spot
                )
            if x != y:
                text = self._words(key, new, a.get(key), b.get(key), alone=len(moved) == 1)
                self.changes.append(Change(spot, "weight", (key,), a.get(key), b.get(key), text))
        return Mix(new.way, numbers, below)

    def _words(
        self, key: str, level: Level, old: float | None, new: float | None, *, alone: bool
    ) -> str:
        """A changed number in words; none if a criterion comes or goes, which says it all."""
        if old is None or new is None:
            return ""
        before, after = (self._share(key, version) for version in (self._old, self._new))
        rest = ""
        if alone and before is not None and after is not None and before != after:
            rest = "; the others " + ("shrank to make room" if after > before else "grew")
        stated = f"{level.way.key} {plain(old)} → {plain(new)}{rest}"
        shown = f"{percent(before)} → {percent(after)} " if before != after else ""
        return f"weight of {self._title(key)} {shown}({stated})"

    def _share(self, key: str, version: Version) -> float | None:
        """The final weight of a criterion or of all in a group; None if there is no such."""
        weights = self._weights[version is self._new]
        if key in weights:
            return weights[key]
        under = _under(version.level, key)
        return None if under is None else sum(weights[leaf] for leaf in under)

    def _register(self, old: Mapping[str, float], new: Mapping[str, float], spot: Spot) -> None:
        """Note the place that decides whether some criteria stand here."""
        for leaf in old.keys() ^ new.keys():
            self._homes.setdefault(leaf, []).append(spot)

    def _tie_criteria(self, ties: Ties) -> None:
        """A criterion that comes, goes or moves does so at all its places at once."""
        old, new = self._old.criteria, self._new.criteria
        for leaf, spots in self._homes.items():
            ties.tie(spots)
            if leaf in old and leaf in new:
                spot: Spot = ("criterion", leaf)
                ties.tie((spot, *spots))
                text = f"{self._title(leaf)} moved to another group"
                self.changes.append(Change(spot, "criterion-moved", (leaf,), None, None, text))
        for leaf in (*new, *old):
            if leaf in old and leaf in new:
                continue
            spot = ("criterion", leaf)
            ties.tie((spot, ("requirement", leaf), *self._homes.get(leaf, ())))
            added = leaf in new
            weight = self._weights[added].get(leaf, 0.0)
            text = f"criterion {self._title(leaf)} {'added' if added else 'dropped'}"
            text += f" ({'with' if added else 'it had'} {percent(weight)} of the weight)"
            kind = "criterion-added" if added else "criterion-dropped"
            before, after = (None, weight) if added else (weight, None)
            self.changes.append(Change(spot, kind, (leaf,), before, after, text))
        self._tie_splits(ties)

    def _tie_splits(self, ties: Ties) -> None:
        """A criterion replaced by several that share its weight, or its name, was split."""
        old, new = self._old.criteria, self._new.criteria
        before, after = self._weights
        fresh = [leaf for leaf in new if leaf not in old]
        for gone in (leaf for leaf in old if leaf not in new):
            parts = [leaf for leaf in fresh if leaf.startswith(f"{gone}-")]
            if len(parts) < 2 and len(fresh) > 1 and _close(before[gone], after, fresh):
                parts = fresh
            if len(parts) < 2:
                continue
            spot: Spot = ("split", gone)
            ties.tie((spot, ("criterion", gone), *(("criterion", leaf) for leaf in parts)))
            names = " and ".join(self._title(leaf) for leaf in parts)
            text = f"criterion {self._title(gone)} split into {names}"
            self.changes.append(Change(spot, "criterion-split", (gone, *parts), gone, parts, text))

    def _restated(self, path: tuple[str, ...]) -> None:
        where = f" of {self._title(path[-1])}" if path else ""
        text = f"weights{where} restated in the same proportions"
        self.idle.append(Idle("restated", path, text))

    def _title(self, key: str) -> str:
        return titled(key, self._new, self._old)


def common_factor(old: Mapping[str, float], new: Mapping[str, float]) -> float:
    """The number by which most of a level's numbers were multiplied; only proportions count."""
    ratios = {k: new[k] / old[k] for k in old if old[k] > 0 and new.get(k, 0) > 0}
    counts = Counter(round(ratio, 12) for ratio in ratios.values())
    if not counts:
        return 1.0
    best, count = min(counts.items(), key=lambda item: (-item[1], abs(item[0] - 1)))
    if 2 * count <= len(ratios):
        return 1.0
    return next(ratio for ratio in ratios.values() if round(ratio, 12) == best)


def _divided(number: float, factor: float, old: float | None) -> float:
    """A number brought back to the old proportions; the old one itself if they are the same."""
    scaled = number / factor
    return old if old is not None and isclose(scaled, old, rel_tol=_SAME) else scaled


def _close(weight: float, after: Mapping[str, float], parts: list[str]) -> bool:
    return abs(weight - sum(after.get(leaf, 0.0) for leaf in parts)) <= 1e-9


def _under(level: Level, key: str) -> list[str] | None:
    """The criteria under a member, wherever in the profile it is stated."""
    for name, below in level.inside().items():
        if name == key:
            return list(shares_below(below))
        if isinstance(below, Level) and (found := _under(below, key)) is not None:
            return found
    return None
