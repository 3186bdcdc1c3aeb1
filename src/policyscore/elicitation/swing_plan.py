"""Asking by swing: which step matters most, then what each other is worth against it."""

from dataclasses import dataclass

from policyscore.elicitation.answers import MOST_POINTS, given
from policyscore.elicitation.bounds import least_mean
from policyscore.elicitation.levels import Level
from policyscore.elicitation.plan import Answers, Bound, equal_weights, normalised
from policyscore.elicitation.questions import MATTERS_MOST, Question, against


@dataclass(frozen=True, slots=True)
class SwingPlan:
    """See `Plan`; the step that matters most gets 100 points, the others 0 to 100."""

    level: Level
    way: str = "swing"

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """First which matters most, then the points of the others in the order of the case."""
        level = self.level
        most = Question(
            ask="most", names=level.members, can_wait=False, **level.question(MATTERS_MOST)
        )
        first = given(most, answers)
        if not isinstance(first, str):
            return (most,)
        others = (name for name in level.members if name != first)
        return (
            most,
            *(
                Question(
                    ask="points",
                    names=(name, first),
                    **level.question(against(name, first), (name, first)),
                )
                for name in others
            ),
        )

    def _points(self, answers: Answers) -> dict[str, float]:
        """The points of the members of which something was said."""
        most, *others = self.questions(answers)
        first = given(most, answers)
        points = {str(first): MOST_POINTS} if first is not None else {}
        for question in others:
            answer = given(question, answers)
            if isinstance(answer, float):
                points[question.names[0]] = answer
        return points

    def statement(self, answers: Answers) -> dict[str, float]:
        """Points by member, the greatest first."""
        points = self._points(answers)
        order = sorted(self.level.members, key=lambda name: -points[name])
        return {name: points[name] for name in order}

    def asked(self, answers: Answers) -> frozenset[str]:
        """The members that have points."""
        return frozenset(self._points(answers))

    def so_far(self, answers: Answers) -> dict[str, float]:
        """The weights if what is not answered had no points."""
        points = self._points(answers)
        return normalised(dict.fromkeys(self.level.members, 0.0) | points) if points else {}

    def admissible(self, answers: Answers) -> dict[str, float]:
        """As `so_far`: 0 points are an answer."""
        return self.so_far(answers) or equal_weights(self.level.members)

    def bound(self, answers: Answers) -> Bound:
        """Exact: each answer still to come lies anywhere from 0 to 100."""
        points = self._points(answers)
        if not points:
            return lambda numbers: min(numbers.values())
        open_ = (0.0, MOST_POINTS)
        members = self.level.members
        spans = [(points[n], points[n]) if n in points else open_ for n in members]
        return lambda numbers: least_mean([numbers[name] for name in members], spans)
