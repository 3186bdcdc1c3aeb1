"""`points`: any numbers, normalised to sum to 1 (direct rating)."""

from collections.abc import Iterator, Mapping
from math import fsum

from policyscore.case.kinds import Where
from policyscore.case.shapes import ID, NOT_NEGATIVE, mapping
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.way import Stated, Way

NUMBER_EACH_SCHEMA = mapping(ID, NOT_NEGATIVE, at_least=1)


def names_of_keys(stated: Stated) -> list[tuple[str, Where]]:
    """The names in a statement that gives a number to each."""
    return [(name, (*stated.where, name)) for name in stated.content]


def check_not_all_zero(stated: Stated) -> Iterator[Finding]:
    """Complain if no name has any weight."""
    if not any(stated.content.values()):
        yield stated.document.finding(
            rules.WEIGHTS_ALL_ZERO,
            stated.where,
            "All weights are zero, so nothing matters.",
            "Give one of them a number above 0.",
            of_key=True,
        )


def shares(stated: Stated) -> dict[str, float]:
    """Each name's number divided by the sum of all."""
    return number_shares(stated.content)


def number_shares(numbers: Mapping[str, float]) -> dict[str, float]:
    """Numbers, not negative and not all 0, divided by their sum."""
    largest = max(numbers.values())
    scaled = {name: abs(number / largest) for name, number in numbers.items()}
    total = fsum(scaled.values())
    return {name: number / total for name, number in scaled.items()}


POINTS = Way(
    "points",
    "Any numbers, one for each criterion; only their proportions count.",
    names_of_keys,
    check_not_all_zero,
    shares,
    NUMBER_EACH_SCHEMA,
    ({"escalation-risk": 3, "deterrence": 2, "support": 1},),
)
