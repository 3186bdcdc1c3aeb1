"""Asking by pairs: one step against each other, then further pairs that check consistency.

The scale of one to nine times is Saaty's (1980), *The Analytic Hierarchy Process*.
"""

from dataclasses import dataclass
from itertools import pairwise

from policyscore.elicitation.answers import MOST_TIMES, given, times
from policyscore.elicitation.bounds import least_mean
from policyscore.elicitation.levels import Level
from policyscore.elicitation.plan import Answers, Bound, equal_weights, normalised
from policyscore.elicitation.questions import Answer, Question, over


@dataclass(frozen=True, slots=True)
class PairwisePlan:
    """See `Plan`; the first member is compared with all others, which is all that is needed.

    Neighbours among the others are then compared too, if the user wants: each closes a triangle,
    so that a contradiction shows. They need not be answered.
    """

    level: Level
    way: str = "pairwise"

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """The comparisons with the first member, then those that check."""
        del answers
        first, *others = self.level.members
        needed = [self._question(first, other, needed=True) for other in others]
        checks = [self._question(a, b, needed=False) for a, b in pairwise(others)]
        return (*needed, *checks)

    def _question(self, first: str, second: str, *, needed: bool) -> Question:
        pair = (first, second)
        return Question(
            ask="times",
            names=pair,
            needed=needed,
            **self.level.question(over(first, second), pair),
        )

    def _given(self, answers: Answers, *, needed: bool) -> dict[tuple[str, ...], Answer]:
        """The pairs that are answered."""
        asked = (q for q in self.questions(answers) if q.needed is needed)
        found = {question.names: given(question, answers) for question in asked}
        return {names: answer for names, answer in found.items() if answer is not None}

    def _amounts(self, answers: Answers) -> dict[str, float]:
        """How much each member matters, as far as it was compared with the first, which has 1."""
        pairs = self._given(answers, needed=True)
        if not pairs:
            return {}
        return {self.level.members[0]: 1.0} | {b: 1 / times(t) for (_, b), t in pairs.items()}

    def statement(self, answers: Answers) -> dict[str, Answer]:
        """How many times, by pair."""
        pairs = self._given(answers, needed=True) | self._given(answers, needed=False)
        return {over(first, second): answer for (first, second), answer in pairs.items()}

    def asked(self, answers: Answers) -> frozenset[str]:
        """The members that have been compared with the first, and it."""
        return frozenset(self._amounts(answers))

    def so_far(self, answers: Answers) -> dict[str, float]:
        """The weights if only what was compared with the first counted."""
        amounts = self._amounts(answers)
        return normalised(dict.fromkeys(self.level.members, 0.0) | amounts) if amounts else {}

    def admissible(self, answers: Answers) -> dict[str, float]:
        """The weights if all else mattered as much as the first."""
        amounts = self._amounts(answers)
        if not amounts:
            return equal_weights(self.level.members)
        return normalised(dict.fromkeys(self.level.members, 1.0) | amounts)

    def bound(self, answers: Answers) -> Bound:
        """Each comparison with the first that is to come lies anywhere from 1/9 to 9.

        Exact as long as no pair is compared that only checks; after that nothing is claimed but
        that a mean is no less than its least number.
        """
        if self._given(answers, needed=False):
            return lambda numbers: min(numbers.values())
        members = self.level.members
        amounts = {members[0]: 1.0} | self._amounts(answers)
        open_ = (1 / MOST_TIMES, MOST_TIMES)
        spans = [(amounts[n], amounts[n]) if n in amounts else open_ for n in members]
        return lambda numbers: least_mean([numbers[name] for name in members], spans)
