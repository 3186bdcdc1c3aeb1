"""Every mixture of two versions: the totals and the order when only some of the edits are made."""

from collections.abc import Collection, Sequence
from math import fsum

from policyscore.analysis.edits import Edit, Spot
from policyscore.analysis.score_changes import Cell
from policyscore.analysis.version import Version
from policyscore.analysis.weight_nodes import Node
from policyscore.case.value_functions import value_function
from policyscore.scoring.ranking import TIE, tie_groups
from policyscore.scoring.values import Score, pool


class Mixtures:
    """Works out any mixture, and remembers what it worked out.

    A mixture is a whole number whose bit i says whether the i-th edit is made.

    Attributes:
        everything: The mixture in which all edits are made: the new version.
        criteria: Ids of the criteria of both versions.
        weight_bits: The edits that the weights depend on.
        options: Ids of the options of both versions.
    """

    def __init__(
        self,
        old: Version,
        new: Version,
        edits: Sequence[Edit],
        node: Node,
        cells: dict[tuple[str, str], Cell],
    ) -> None:
        self._old, self._new = old, new
        self._node, self._cells = node, cells
        self._bit: dict[Spot, int] = {
            change.spot: 1 << index for index, edit in enumerate(edits) for change in edit.changes
        }
        self.everything = (1 << len(edits)) - 1
        self.criteria = list(dict.fromkeys((*new.criteria, *old.criteria)))
        self.options = list(dict.fromkeys((*new.options, *old.options)))
        self.weight_bits = self._bits("weight", "weighing", "criterion", "split")
        self._column = {key: index for index, key in enumerate(self.criteria)}
        self._functions = [
            {key: value_function(c) for key, c in version.criteria.items()}
            for version in (old, new)
        ]
        self._limited = [key for key in self.criteria if self._has_limit(key)]
        self._cell_bits: dict[str, dict[int, int]] = {}
        self._before: dict[str, list[float]] = {}
        for option in self.options:
            self._cell_bits[option] = self._depends(option)
            self._before[option] = [self._first_value(option, key) for key in self.criteria]
        self._rivals = list(self.options)
        self._weights: dict[int, list[float]] = {}
        self._scored: dict[tuple[str, str, int], tuple[Score, float]] = {}

    def _bits(self, *kinds: str) -> int:
        found = 0
        for spot, bit in self._bit.items():
            if spot[0] in kinds:
                found |= bit
        return found

    def _has_limit(self, criterion: str) -> bool:
        sides = (v.criteria.get(criterion) for v in (self._old, self._new))
        return any(c and (c.at_least is not None or c.at_most is not None) for c in sides)

    def _home(self, option: str, criterion: str) -> Version | None:
        """The old version if it has both the option and the criterion, else the one that has."""
        for version in (self._old, self._new):
            if option in version.options and criterion in version.criteria:
                return version
        return None

    def _first_value(self, option: str, criterion: str) -> float:
        """An option's value before any edit that moves it.

        An option that came with a version that lacks the criterion was never judged on it, and
        counts as unknown: the middle of the scale.
        """
        home = self._home(option, criterion)
        if home is not None:
            return home.valued[option].values[criterion]
        is_new = criterion in self._new.criteria
        low, high = (self._new if is_new else self._old).criteria[criterion].ends
        return self._functions[is_new][criterion]((low + high) / 2)

    def _depends(self, option: str) -> dict[int, int]:
        """The edits that each of an option's values depends on, by the criterion's column."""
        found: dict[int, int] = {}
        if option not in self._old.options or option not in self._new.options:
            return found
        for column, criterion in enumerate(self.criteria):
            if criterion not in self._old.criteria or criterion not in self._new.criteria:
                continue
            bits = self._bit.get(("scale", criterion), 0)
            cell = self._cells.get((option, criterion))
            judged = self._new.options[option].scores[criterion]
            judges = [j.by for j in judged] if cell is None else [*cell.old, *cell.new]
            for judge in judges:
                if cell is not None:
                    bits |= self._bit.get(("judgement", option, criterion, judge), 0)
                if len(judges) > 1:
                    bits |= self._bit.get(("expert", judge), 0)
            if bits:
                found[column] = bits
        return found

    def edits_of(self, option: str) -> dict[int, int]:
        """The edits that an option's values depend on, by the column of the criterion."""
        return self._cell_bits[option]

    def weights(self, mixture: int) -> list[float]:
        """The weight of each criterion, in the order of `criteria`."""
        made = mixture & self.weight_bits
        found = self._weights.get(made)
        if found is None:
            shares = self._node.at(lambda spot: bool(made & self._bit.get(spot, 0)))
            found = self._weights[made] = [shares.get(key, 0.0) for key in self.criteria]
        return found

    def value(self, option: str, column: int, mixture: int) -> float:
        """An option's value on the criterion in a column."""
        made = mixture & self._cell_bits[option].get(column, 0)
        if not made:
            return self._before[option][column]
        return self._judged(option, self.criteria[column], made)[1]

    def values(self, option: str, mixture: int) -> list[float]:
        """An option's value on each criterion, in the order of `criteria`."""
        moved = self._cell_bits[option]
        if not moved:
            return self._before[option]
        return [self.value(option, column, mixture) for column in range(len(self.criteria))]

    def total(self, option: str, mixture: int) -> float:
        """What an option is worth."""
        weights, values = self.weights(mixture), self.values(option, mixture)
        return min(fsum(map(float.__mul__, weights, values)), 100.0)

    def _judged(self, option: str, criterion: str, made: int) -> tuple[Score, float]:
        """An option's score and value on a criterion when some of its edits are made."""
        key = (option, criterion, made)
        if key not in self._scored:
            after = self._made(("scale", criterion), made)
            version = self._new if after else self._old
            cell = self._cells.get((option, criterion))
            judged = list(self._new.options[option].scores[criterion])
            if cell is not None:
                judges = dict.fromkeys((*cell.new, *cell.old))
                sides = (
                    cell.new if self._made(("judgement", option, criterion, j), made) else cell.old
                    for j in judges
                )
                found = (side.get(j) for j, side in zip(judges, sides, strict=True))
                judged = [judgement for judgement in found if judgement is not None]
            experts = [self._judge_weight(j.by, made) for j in judged]
            score = pool(judged, experts, version.criteria[criterion].ends)
            self._scored[key] = score, self._functions[after][criterion](score.score)
        return self._scored[key]

    def _made(self, spot: Spot, made: int) -> bool:
        """Whether the edit of a place is made; true of a place that has none."""
        bit = self._bit.get(spot, 0)
        return not bit or bool(made & bit)

    def _judge_weight(self, judge: str, made: int) -> float:
        sides = (self._new, self._old) if self._made(("expert", judge), made) else (self._old,)
        return next((v.experts[judge] for v in sides if judge in v.experts), 1.0)

    def is_there(self, option: str, mixture: int) -> bool:
        """Whether an option is there and meets every requirement."""
        bit = self._bit.get(("option", option), 0)
        if bit and bool(mixture & bit) != (option in self._new.options):
            return False
        for criterion in self._limited:
            made = self._made(("requirement", criterion), mixture)
            found = (self._new if made else self._old).criteria.get(criterion)
            if found is None or (found.at_least is None and found.at_most is None):
                continue
            score = self._score(option, criterion, mixture)
            if score is None:
                continue
            if found.at_least is not None and score < found.at_least:
                return False
            if found.at_most is not None and score > found.at_most:
                return False
        return True

    def _score(self, option: str, criterion: str, mixture: int) -> float | None:
        """An option's pooled score; None if it was never judged on the criterion."""
        made = mixture & self._cell_bits[option].get(self._column[criterion], 0)
        if made:
            return self._judged(option, criterion, made)[0].score
        home = self._home(option, criterion)
        return None if home is None else home.valued[option].scores[criterion].score

    def leads(self, options: Collection[str], mixture: int) -> bool:
        """Whether just these options share first place; quick to say no."""
        best = max((self.total(o, mixture) for o in options), default=0.0)
        for option in options:
            if best - self.total(option, mixture) > TIE or not self.is_there(option, mixture):
                return False
        for index, option in enumerate(self._rivals):
            if option in options or (options and best - self.total(option, mixture) > TIE):
                continue
            if self.is_there(option, mixture):
                # Whoever was in the way this time is likely to be the next time.
                self._rivals.insert(0, self._rivals.pop(index))
                return False
        return True

    def order(self, mixture: int) -> list[list[str]]:
        """The options in order of their totals, those that tie together."""
        there = [option for option in self.options if self.is_there(option, mixture)]
        return tie_groups({option: self.total(option, mixture) for option in there})
