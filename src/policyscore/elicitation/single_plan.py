"""The plan for a group of one member, about which there is nothing to ask."""

from dataclasses import dataclass

from policyscore.elicitation.levels import Level
from policyscore.elicitation.plan import Answers, Bound
from policyscore.elicitation.questions import Question


@dataclass(frozen=True, slots=True)
class SinglePlan:
    """See `Plan`; the one member has all the weight."""

    level: Level
    way: str = "swing"

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """None."""
        del answers
        return ()

    def statement(self, answers: Answers) -> dict[str, float]:
        """All points to the one."""
        del answers
        return {self.level.members[0]: 100.0}

    def asked(self, answers: Answers) -> frozenset[str]:
        """The one."""
        del answers
        return frozenset(self.level.members)

    def so_far(self, answers: Answers) -> dict[str, float]:
        """All weight to the one."""
        del answers
        return {self.level.members[0]: 1.0}

    def admissible(self, answers: Answers) -> dict[str, float]:
        """All weight to the one."""
        return self.so_far(answers)

    def bound(self, answers: Answers) -> Bound:
        """Its number."""
        del answers
        return lambda numbers: numbers[self.level.members[0]]
