"""What every way of asking has to offer for the members of one level."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from policyscore.elicitation.levels import Level
from policyscore.elicitation.questions import Answer, Question

Answers = Mapping[str, Answer]
Bound = Callable[[Mapping[str, float]], float]


class Plan(Protocol):
    """A way of asking how much the members of one level matter.

    Answers are those of the whole interview, by key; what is no answer to a question is passed
    over.
    """

    @property
    def level(self) -> Level:
        """The members that are weighed, and where they stand."""
        ...

    @property
    def way(self) -> str:
        """The key of the way of weighing in weights files."""
        ...

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """The questions there are, given the answers so far, in the order in which to ask."""
        ...

    def statement(self, answers: Answers) -> Any:
        """What is written under the way's key, once every question that is needed is answered."""
        ...

    def asked(self, answers: Answers) -> frozenset[str]:
        """The members of whose weight something has been said."""
        ...

    def so_far(self, answers: Answers) -> dict[str, float]:
        """Each member's weight as it looks so far, summing to 1; {} if nothing has been said."""
        ...

    def admissible(self, answers: Answers) -> dict[str, float]:
        """Weights, summing to 1, that the answers still to come may lead to."""
        ...

    def bound(self, answers: Answers) -> Bound:
        """What tells the least that the weighted mean of the members' numbers may come to.

        Args:
            answers: The answers so far.

        Returns:
            Given member's id to a number, a bound that holds whatever is answered to the
            questions that are still needed.
        """
        ...


def equal_weights(names: tuple[str, ...]) -> dict[str, float]:
    """The same weight for each."""
    return dict.fromkeys(names, 1 / len(names))


def normalised(amounts: Mapping[str, float]) -> dict[str, float]:
    """Amounts, one of them above 0, divided by their sum."""
    whole = sum(amounts.values())
    return {name: amount / whole for name, amount in amounts.items()}
