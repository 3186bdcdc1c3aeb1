"""What an interview writes into a weights file: the statement, who, when, and the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policyscore.case.case import Case
from policyscore.case.header import Criterion
from policyscore.elicitation.interview import Interview
from policyscore.elicitation.single_plan import SinglePlan
from policyscore.weighing.fingerprint import fingerprint
from policyscore.weighing.ways import WITHIN

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who was asked, when, and what the profile is called.

    Attributes:
        on: The day, as in 2026-11-22.
        way: The way of asking.
        title: The profile's title.
        by: Who holds it; empty if not said.
        because: Why; empty if not said.
    """

    on: str
    way: str
    title: str
    by: str = ""
    because: str = ""


def statement_of(course: Interview) -> Data:
    """The keys of a weights file that state the weights: the way's key, and `within`.

    Args:
        course: An interview that is complete.
    """
    by_group = {plan.level.group: plan for plan in course.plans}

    def level(group: str) -> Data:
        plan = by_group[group]
        stated: Data = {plan.way: _whole(plan.statement(course.answers))}
        inner = {name: level(name) for name in plan.level.members if _is_divided(name, by_group)}
        return stated | ({WITHIN: inner} if inner else {})

    return level("")


def _is_divided(name: str, by_group: Mapping[str, Any]) -> bool:
    """Whether a member is a group with something to divide its weight among."""
    if name not in by_group:
        return False
    plan = by_group[name]
    return not isinstance(plan, SinglePlan) or _is_divided(plan.level.members[0], by_group)


def scales_of(criteria: Mapping[str, Criterion]) -> dict[str, str]:
    """Criterion's id to the fingerprint of its scale as it is now."""
    return {name: fingerprint(criterion) for name, criterion in criteria.items()}


def answers_of(course: Interview) -> Data:
    """The answers by key, in the order in which they were given."""
    return dict(_whole(course.answers))


def profile_of(course: Interview, case: Case, occasion: Occasion) -> Data:
    """All keys that an interview writes, with their content.

    Args:
        course: An interview that is complete.
        case: The case.
        occasion: Who was asked, and when.
    """
    return dict(_keys(course, case, occasion))


def _keys(course: Interview, case: Case, occasion: Occasion) -> Iterator[tuple[str, Any]]:
    yield "title", occasion.title
    if occasion.by:
        yield "by", occasion.by
    if occasion.because:
        yield "because", occasion.because
    yield from statement_of(course).items()
    yield "scales", scales_of(case.criteria)
    by = {"by": occasion.by} if occasion.by else {}
    answers = answers_of(course)
    yield "elicited", {"when": occasion.on, "way": occasion.way, **by, "answers": answers}


def _whole(data: Any) -> Any:
    """Data in which numbers without a fraction are whole numbers, as people write them."""
    if isinstance(data, float):
        return int(data) if data.is_integer() else data
    if isinstance(data, dict):
        return {key: _whole(value) for key, value in data.items()}
    return [_whole(item) for item in data] if isinstance(data, list) else data
