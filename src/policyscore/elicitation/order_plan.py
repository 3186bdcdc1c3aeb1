"""Asking by order: again and again, which of the steps that are left matters most."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policyscore.elicitation.answers import given, tied_names
from policyscore.elicitation.bounds import least_pairing
from policyscore.elicitation.levels import Level
from policyscore.elicitation.plan import Answers, Bound
from policyscore.elicitation.questions import Question, place_key
from policyscore.weighing.order import FORMULAS


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """See `Plan`; the last one left takes the last place without being asked about.

    Attributes:
        formula: How places become weights, as in weights files.
    """

    level: Level
    formula: str = "centroid"
    way: str = "order"

    def _walk(self, answers: Answers) -> Iterator[tuple[Question, tuple[str, ...]]]:
        """Each question with the names answered, the last one perhaps with none."""
        left = self.level.members
        while len(left) > 1:
            place = len(self.level.members) - len(left) + 1
            question = Question(
                ask="next",
                names=left,
                place=place,
                can_wait=False,
                **self.level.question(place_key(place)),
            )
            answer = given(question, answers)
            names = () if answer is None else tied_names(answer)
            yield question, names
            if not names:
                return
            left = tuple(name for name in left if name not in names)

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """One for each place up to the first that is not filled."""
        return tuple(question for question, _ in self._walk(answers))

    def _places(self, answers: Answers) -> list[tuple[str, ...]]:
        """The names at each place that is filled."""
        places = [names for _, names in self._walk(answers) if names]
        placed = {name for names in places for name in names}
        left = tuple(name for name in self.level.members if name not in placed)
        return [*places, left] if len(left) == 1 else places

    def statement(self, answers: Answers) -> list[Any]:
        """The names in order, ties as inner lists."""
        return [names[0] if len(names) == 1 else list(names) for names in self._places(answers)]

    def asked(self, answers: Answers) -> frozenset[str]:
        """The members that have a place."""
        return frozenset(name for names in self._places(answers) for name in names)

    def _weights(self, answers: Answers) -> tuple[dict[str, float], list[float]]:
        """The weights of the members that have a place, and those of the places left."""
        weights = FORMULAS[self.formula](len(self.level.members))
        found: dict[str, float] = {}
        for names in self._places(answers):
            taken = weights[len(found) : len(found) + len(names)]
            found |= dict.fromkeys(names, sum(taken) / len(names))
        return found, weights[len(found) :]

    def so_far(self, answers: Answers) -> dict[str, float]:
        """The weights if those without a place were all tied."""
        return self.admissible(answers) if self.asked(answers) else {}

    def admissible(self, answers: Answers) -> dict[str, float]:
        """As `so_far`: a tie is an answer."""
        found, rest = self._weights(answers)
        share = sum(rest) / len(rest) if rest else 0.0
        return {name: found.get(name, share) for name in self.level.members}

    def bound(self, answers: Answers) -> Bound:
        """Exact: those that are left take the weights of the places that are left.

        Ties share the weights of their places, so the mean under a tie is one of means under
        orders without it, and never less than the least of them.
        """
        found, rest = self._weights(answers)
        left = [name for name in self.level.members if name not in found]

        def least(numbers: Mapping[str, float]) -> float:
            fixed = sum(weight * numbers[name] for name, weight in found.items())
            return fixed + least_pairing([numbers[name] for name in left], rest)

        return least
