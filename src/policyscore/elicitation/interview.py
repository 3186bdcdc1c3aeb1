"""The course of an interview: which question comes next, one step forward or back at a time."""

from collections.abc import Iterable
from dataclasses import dataclass

from policyscore.elicitation.answers import accept, given
from policyscore.elicitation.plan import Plan
from policyscore.elicitation.questions import Answer, Question


@dataclass(frozen=True, slots=True)
class Step:
    """What was done about one question.

    Attributes:
        key: The question's key.
        answer: The answer, or None if the question was put off.
    """

    key: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview as it stands. All that it holds follows from its plans and steps.

    Attributes:
        plans: What is asked on each level, in the order of asking.
        steps: What was done so far.
        questions: The questions there are, given the answers; those that are needed come first.
        answers: Key to answer, in the order in which they were given.
        waiting: The questions without an answer, the next one first.
    """

    plans: tuple[Plan, ...]
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    answers: dict[str, Answer]
    waiting: tuple[Question, ...]

    @property
    def question(self) -> Question | None:
        """The question that comes next, or None if all are answered."""
        return self.waiting[0] if self.waiting else None

    @property
    def complete(self) -> bool:
        """Whether every question that is needed is answered."""
        return not any(question.needed for question in self.waiting)

    @property
    def can_wait(self) -> bool:
        """Whether the next question can be put off until others are answered."""
        next_ = self.question
        return next_ is not None and next_.can_wait and len(self.waiting) > 1

    def answer(self, written: object) -> "Interview":
        """Answer the next question.

        Raises:
            WrongAnswerError: If that is no answer to it.
        """
        if self.question is None:
            return self
        step = Step(self.question.key, accept(self.question, written))
        return interview(self.plans, (*self.steps, step))

    def put_off(self) -> "Interview":
        """Put the next question off until the others are answered."""
        if self.question is None or not self.can_wait:
            return self
        return interview(self.plans, (*self.steps, Step(self.question.key, None)))

    def back(self) -> "Interview":
        """Take the last step back."""
        return interview(self.plans, self.steps[:-1])


def interview(plans: tuple[Plan, ...], steps: Iterable[Step] = ()) -> Interview:
    """An interview after some steps, in which what answers no question is passed over."""
    steps = tuple(steps)
    said: dict[str, Answer] = {}
    put_off: dict[str, None] = {}
    for step in steps:
        if step.answer is None:
            put_off.pop(step.key, None)
            put_off[step.key] = None
        else:
            said.pop(step.key, None)
            said[step.key] = step.answer
    questions = [question for plan in plans for question in plan.questions(said)]
    questions.sort(key=lambda question: not question.needed)
    by_key = {question.key: question for question in questions}
    answers: dict[str, Answer] = {}
    for key in said:
        answer = given(by_key[key], said) if key in by_key else None
        if answer is not None:
            answers[key] = answer
    late = {key: number for number, key in enumerate(put_off, 1)}
    waiting = [question for question in questions if question.key not in answers]
    waiting.sort(key=lambda q: (not q.needed, late.get(q.key, 0)))
    return Interview(plans, steps, tuple(questions), answers, tuple(waiting))


def without(course: Interview, keys: Iterable[str]) -> Interview:
    """An interview as if some questions had never come up."""
    gone = frozenset(keys)
    return interview(course.plans, (step for step in course.steps if step.key not in gone))
