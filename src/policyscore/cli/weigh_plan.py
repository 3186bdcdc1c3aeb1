"""What a run of `weigh` is about: the profile, the way, the levels, and what would be written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from policyscore.cli.weigh_files import composed, document_of, profile_path, weights_in
from policyscore.decision import Decision
from policyscore.elicitation.interview import Interview, interview
from policyscore.elicitation.plan import Plan
from policyscore.elicitation.plans import plans_for
from policyscore.elicitation.profile_text import kept_settings, new_text
from policyscore.elicitation.standing import Standing, standing
from policyscore.elicitation.written import Occasion, profile_of
from policyscore.weighing.weights import Weights

_SAMPLE = {"points": 50.0, "times": 1.0, "times-more": 1.0}


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A run of `weigh`.

    Attributes:
        decision: The case.
        root: Its directory, with all links resolved.
        profile: The profile's id.
        occasion: Who is asked, when, in which way.
        top_down: Whether groups are weighed before what is inside them is put together.
        settings: The way's settings in the file that is there.
        titled: The title that the user gave, or an empty string.
    """

    decision: Decision
    root: Path
    profile: str
    occasion: Occasion
    top_down: bool
    settings: dict[str, Any]
    titled: str

    @property
    def exists(self) -> bool:
        """Whether the case has the profile already."""
        return self.profile in self.decision.case.profiles

    def plans(self) -> tuple[Plan, ...]:
        """What is asked."""
        tree = self.decision.case.header.criteria
        return plans_for(tree, self.occasion.way, top_down=self.top_down, settings=self.settings)

    def data(self, course: Interview) -> dict[str, Any]:
        """What is written after an interview that is complete."""
        return profile_of(course, self.decision.case, self.occasion)

    def final(self, course: Interview) -> Weights | None:
        """The weights as a file would give them; None if a needed answer is missing."""
        if not course.complete:
            return None
        text = new_text(self.settings | self.data(course))
        return weights_in(self.decision, text, profile_path(self.profile))

    def look(self, course: Interview) -> Standing:
        """See how things stand."""
        return standing(self.decision.case, self.decision.valued, course, self.final(course))

    def check_can_be_written(self) -> None:
        """See that a file can be written at all, before anybody answers anything.

        Raises:
            OutputError: If it cannot.
            CaseError: If what would be written is not valid.
        """
        course = interview(self.plans())
        while not course.complete and (question := course.question) is not None:
            course = course.answer(_SAMPLE.get(question.ask, question.names[0]))
        composed(self.decision, self.root, self.profile, self.data(course))


def undertaking(
    decision: Decision,
    root: Path,
    profile: str,
    way: str,
    *,
    top_down: bool,
    title: str | None,
    by: str | None,
    because: str | None,
) -> Undertaking:
    """Set up a run of `weigh`.

    Args:
        decision: The case.
        root: Its directory.
        profile: The profile's id.
        way: The way of asking.
        top_down: Whether to go group by group.
        title: The profile's title; None for the one it has, or one made of its id.
        by: Who holds it; None if not said.
        because: Why; None if not said.
    """
    settings: dict[str, Any] = {}
    there = decision.case.profiles.get(profile)
    if there is not None:
        settings = kept_settings(document_of(root, profile)[0].data, way)
    shown = title
    if shown is None:
        shown = there.title if there is not None else profile.replace("-", " ").capitalize()
    today = date.today().isoformat()
    occasion = Occasion(today, way, shown, by or "", because or "")
    return Undertaking(decision, root, profile, occasion, top_down, settings, title or "")
