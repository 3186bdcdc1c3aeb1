"""What changed between two statements of weights, and the weights of every mixture of the two."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import isclose

from policyscore.analysis.edits import Change, Idle, Spot
from policyscore.analysis.joining import Ties
from policyscore.analysis.levels import OF_PROFILE, Level, shares_below
from policyscore.analysis.version import Version
from policyscore.analysis.weight_nodes import Fixed, Mix, Node, Parted, Restated, Swap
from policyscore.analysis.wording import percent, plain, titled
from policyscore.weighing.changes import Part
from policyscore.weighing.group import GROUP
from policyscore.weighing.spoken import spoken
from policyscore.weighing.ways import WAYS

_SAME = 1e-12
_MOST_SHIFTS = 3
_MOST_SINGLY = 6  # parts of a level; each more doubles the statements that have to be weighed
Path = tuple[str, ...]


class WeightChanges:
    """Compares the weights of two versions.

    Attributes:
        node: The weights of every mixture of the two.
        changes: What changed.
        idle: What was restated without changing any weight.
        homes: Criterion's id to the places that decide whether it stands where it does.
    """

    def __init__(self, old: Version, new: Version, ties: Ties) -> None:
        self.changes: list[Change] = []
        self.idle: list[Idle] = []
        self.homes: dict[str, list[Spot]] = {}
        self._old, self._new, self._ties = old, new, ties
        self._weights = old.level.shares, new.level.shares
        self._members: dict[str, Node] = {}
        self.node = self._compare(old.level, new.level, ())

    def _compare(self, old: Level | str, new: Level | str, path: Path) -> Node:
        """Compare what is inside one member of a level, or the whole profile."""
        before, after = shares_below(old), shares_below(new)
        if isinstance(old, Level) and isinstance(new, Level):
            node = None
            if old.way.key == new.way.key:
                node = self._mix(old, new, path) or self._parted(old, new, path)
            if node is not None:
                return node
            if _same(before, after):
                self._restated(path)
                return Fixed(after)
        elif before == after:
            return Fixed(after)
        spot = ("weighing", path)
        self._register(before, after, spot)
        where = f" of {self._title(path[-1])}" if path else ""
        text = f"the weights{where} are stated anew{self._shifts(before, after)}"
        text = self._whose(path[:-1], text)
        self.changes.append(Change(spot, "weighing", _ids(path), before, after, text))
        return Swap(spot, before, after)

    def _shifts(self, before: Mapping[str, float], after: Mapping[str, float]) -> str:
        """The weights that moved most, in brackets; nothing if none did."""
        both = [key for key in after if key in before and abs(after[key] - before[key]) > _SAME]
        both.sort(key=lambda key: -abs(after[key] - before[key]))
        named = [
            f"{self._title(key)} {percent(before[key])} → {percent(after[key])}"
            for key in both[:_MOST_SHIFTS]
        ]
        return f" ({', '.join(named)})" if named else ""

    def _mix(self, old: Level, new: Level, path: Path) -> Mix | None:
        """Compare two levels number by number, if every mixture of theirs makes sense."""
        a, b = old.numbers(), new.numbers()
        if a is None or b is None:
            return None
        factor = common_factor(a, b)
        scaled = {key: _divided(number, factor, a.get(key)) for key, number in b.items()}
        if not any(min(a[key], scaled[key]) > 0 for key in a.keys() & b.keys()):
            return None
        if factor != 1.0:
            self._restated(path)
        numbers: dict[str, tuple[Spot, float, float]] = {}
        below: dict[str, Node] = {}
        moved = [key for key in a.keys() | b.keys() if a.get(key, 0.0) != scaled.get(key, 0.0)]
        for key in dict.fromkeys((*b, *a)):
            spot = ("weight", path, key)
            x, y = a.get(key, 0.0), scaled.get(key, 0.0)
            numbers[key] = (spot, x, y)
            below[key] = self._inside(old, new, path, key)
            if x == y:
                continue
            if new.way is GROUP:
                text = self._member_words(key, old, new, a.get(key), b.get(key))
            else:
                text = self._words(key, new, a.get(key), b.get(key), alone=len(moved) == 1)
                text = self._whose(path, text)
            names = _ids((key,))
            self.changes.append(Change(spot, "weight", names, a.get(key), b.get(key), text))
        return Mix(numbers, below)

    def _inside(self, old: Level, new: Level, path: Path, key: str) -> Node:
        """Compare what is inside one member of two levels, either of which may lack it."""
        before, after = old.below.get(key), new.below.get(key)
        if key.startswith(OF_PROFILE):
            return self._member(key, before, after)
        if before is not None and after is not None:
            return self._compare(before, after, (*path, key))
        shares = shares_below(before if before is not None else after or key)
        spot = ("weight", path, key)
        self._register(
            shares if before is not None else {}, shares if after is not None else {}, spot
        )
        return Fixed(shares)

    def _member(self, key: str, before: Level | str | None, after: Level | str | None) -> Node:
        """Compare a profile that is a member of a group, once, wherever it is one."""
        if key not in self._members:
            if before is not None and after is not None:
                self._members[key] = self._compare(before, after, (key,))
            else:
                self._members[key] = Fixed(
                    shares_below(before if before is not None else after or key)
                )
        return self._members[key]

    def _parted(self, old: Level, new: Level, path: Path) -> Node | None:
        """Compare two levels judgement by judgement, in the words of their way of weighing."""
        if old.weights.keys() != new.weights.keys():
            return None
        parts = new.way.parts(old.content, new.content)
        if parts is None:
            return None
        settings = _settings_changed(old, new)
        below = {key: self._inside(old, new, path, key) for key in new.weights}
        if _same(old.weights, new.weights):
            if parts.changed or settings:
                self._restated(path)
        elif 0 < len(parts.changed) <= _MOST_SINGLY and not settings and parts.mixed is not None:
            spots: dict[str, Spot] = {}
            for part in parts.changed:
                spots[part.key] = ("weight", path, part.key)
                text = self._part_text(path, [part])
                if len(parts.changed) == 1:
                    text += self._shifts(*self._totals(old, new))
                names = tuple(part.key.replace(" over ", "|").split("|"))
                self.changes.append(
                    Change(spots[part.key], "weight", names, part.old, part.new, text)
                )
            return Parted(new, spots, parts.mixed, below)
        else:
            return self._whole(old, new, path, [*parts.changed, *settings], below)
        if all(isinstance(node, Fixed) for node in below.values()):
            return Fixed(new.shares)
        return Restated(("weighing", path), new.weights, new.weights, below)

    def _whole(
        self, old: Level, new: Level, path: Path, parts: Sequence[Part], below: dict[str, Node]
    ) -> Node:
        """A level all of whose weights change together."""
        spot: Spot = ("weighing", path)
        text = self._part_text(path, parts)
        if not parts:  # the same words mean other weights now
            text = f"the {new.way.key} imply other weights on the new scales"
            text = self._whose(path, text)
            changed = [k for k, c in new.stated.criteria.items() if old.stated.criteria.get(k) != c]
            self._ties.tie((spot, *(("scale", key) for key in changed)))
        text += self._shifts(*self._totals(old, new))
        self.changes.append(
            Change(spot, "weighing", _ids(path), dict(old.weights), dict(new.weights), text)
        )
        return Restated(spot, old.weights, new.weights, below)

    def _totals(self, old: Level, new: Level) -> tuple[dict[str, float], dict[str, float]]:
        """What each member of two levels weighs of the whole, where that can be told."""
        found: tuple[dict[str, float], dict[str, float]] = ({}, {})
        for key in new.weights:
            before, after = (self._share(key, version) for version in (self._old, self._new))
            if before is not None and after is not None:
                found[0][key], found[1][key] = before, after
        return found if found[0] else (dict(old.weights), dict(new.weights))

    def _part_text(self, path: Path, parts: Sequence[Part]) -> str:
        """Changed judgements in their own words, in whose profile if not in this."""
        said = [spoken(part.words, self._title) for part in parts[:_MOST_SHIFTS]]
        more = len(parts) - len(said)
        text = "; ".join(said) + (f"; and {more} more" if more > 0 else "")
        return self._whose(path, text)

    def _whose(self, path: Path, text: str) -> str:
        """A change in a profile that is a member of a group, with that profile's title."""
        member = text and path and _is_profile(path[0])
        return f"in {self._title(path[0])}: {text}" if member else text

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

    def _member_words(
        self, key: str, old: Level, new: Level, before: float | None, after: float | None
    ) -> str:
        """A member of a group of profiles who came, went, or counts for more or less."""
        title = self._title(key)
        if before is None:
            return f"{title} joined the group, with {percent(new.weights[key])} of its weight"
        if after is None:
            return f"{title} left the group, of whose weight it had {percent(old.weights[key])}"
        shares = f"{percent(old.weights[key])} → {percent(new.weights[key])}"
        return f"{title} counts {shares} in the group ({plain(before)} → {plain(after)})"

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
            self.homes.setdefault(leaf, []).append(spot)

    def _restated(self, path: Path) -> None:
        where = f" of {self._title(path[-1])}" if path else ""
        text = f"weights{where} restated in the same proportions"
        self.idle.append(Idle("restated", _ids(path), self._whose(path[:-1], text)))

    def _title(self, key: str) -> str:
        return titled(key, self._new, self._old)


def _is_profile(key: str) -> bool:
    return key.startswith(OF_PROFILE)


def _ids(path: Path) -> Path:
    """Names as ids, those of profiles among them."""
    return tuple(key.removeprefix(OF_PROFILE) for key in path)


def _same(old: Mapping[str, float], new: Mapping[str, float]) -> bool:
    return old.keys() == new.keys() and all(abs(old[key] - new[key]) <= _SAME for key in old)


def _settings_changed(old: Level, new: Level) -> list[Part]:
    """The settings of a way of weighing that are not what they were."""
    then, now = old.stated.settings, new.stated.settings
    return [
        Part(key, then[key], now[key], (f"{key} {_shown(then[key])} → {_shown(now[key])}",))
        for key in now
        if key not in WAYS and then[key] != now[key]
    ]


def _shown(setting: str | float) -> str:
    return setting if isinstance(setting, str) else plain(setting)


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


def _under(level: Level, key: str) -> list[str] | None:
    """The criteria under a member, wherever in the profile it is stated."""
    for name, below in level.below.items():
        if name == key:
            return list(shares_below(below))
        if not _is_profile(name) and isinstance(below, Level):
            found = _under(below, key)
            if found is not None:
                return found
    return None
