"""Asking by best and worst (Rezaei 2015, "Best-worst multi-criteria decision-making method")."""

from dataclasses import dataclass
from typing import Any

from policyscore.elicitation.answers import given, times
from policyscore.elicitation.levels import Level
from policyscore.elicitation.plan import Answers, Bound, equal_weights, normalised
from policyscore.elicitation.questions import BEST, WORST, Answer, Question, over


@dataclass(frozen=True, slots=True)
class BestWorstPlan:
    """See `Plan`; the best against all others, then all others against the worst."""

    level: Level
    way: str = "best-worst"

    def _ends(self, answers: Answers) -> tuple[list[Question], list[str]]:
        """The questions about the best and the worst, and the names given; of two, both at once."""
        level = self.level
        best = Question(ask="best", names=level.members, can_wait=False, **level.question(BEST))
        first = given(best, answers)
        if not isinstance(first, str):
            return [best], []
        rest = tuple(name for name in level.members if name != first)
        if len(rest) == 1:
            return [best], [first, rest[0]]
        worst = Question(ask="worst", names=rest, can_wait=False, **level.question(WORST))
        last = given(worst, answers)
        return [best, worst], [first, *([last] if isinstance(last, str) else [])]

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """The best, the worst, the best over each other, each other over the worst."""
        asked, ends = self._ends(answers)
        if len(ends) < 2:
            return tuple(asked)
        best, worst = ends
        others = [name for name in self.level.members if name not in ends]
        pairs = [(best, name) for name in (worst, *others)] + [(name, worst) for name in others]
        return (*asked, *(self._question(pair) for pair in pairs))

    def _question(self, pair: tuple[str, str]) -> Question:
        return Question(ask="times-more", names=pair, **self.level.question(over(*pair), pair))

    def _given(self, answers: Answers) -> tuple[list[str], dict[tuple[str, ...], Answer]]:
        """The best and the worst, as far as they are named, and the pairs that are answered."""
        pairs: dict[tuple[str, ...], Answer] = {}
        for question in self.questions(answers):
            answer = given(question, answers)
            if answer is not None and question.ask == "times-more":
                pairs[question.names] = answer
        return self._ends(answers)[1], pairs

    def statement(self, answers: Answers) -> dict[str, Any]:
        """The best, the worst and the two sets of comparisons."""
        (best, worst), pairs = self._given(answers)
        members = self.level.members
        return {
            "best": best,
            "worst": worst,
            "best-to-others": {n: pairs[best, n] for n in members if n != best},
            "others-to-worst": {n: pairs[n, worst] for n in members if n != worst},
        }

    def asked(self, answers: Answers) -> frozenset[str]:
        """The best and the members that it was compared with."""
        ends, pairs = self._given(answers)
        return frozenset({*ends[:1], *(b for a, b in pairs if a == ends[0])})

    def so_far(self, answers: Answers) -> dict[str, float]:
        """The weights by the comparisons with the best alone; a sketch until all is answered."""
        ends, pairs = self._given(answers)
        if not ends:
            return {}
        amounts = {b: 1 / times(t) for (a, b), t in pairs.items() if a == ends[0]}
        return normalised(dict.fromkeys(self.level.members, 0.0) | {ends[0]: 1.0} | amounts)

    def admissible(self, answers: Answers) -> dict[str, float]:
        """As `so_far`; see `least`."""
        return self.so_far(answers) or equal_weights(self.level.members)

    def bound(self, answers: Answers) -> Bound:
        """Nothing is claimed but that a mean is no less than its least number.

        The weights come from all comparisons together, and each may still move any of them.
        """
        del answers
        return lambda numbers: min(numbers.values())
