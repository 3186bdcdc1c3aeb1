"""The edits between two versions of a decision, in the words of the domain."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

Spot = tuple[Hashable, ...]

# A kind to what it is a cause of. The order says which kind names an edit that joins several.
CAUSES = {
    "criterion-split": "criteria",
    "criterion-added": "criteria",
    "criterion-dropped": "criteria",
    "criterion-moved": "criteria",
    "weighing": "weights",
    "weight": "weights",
    "direction": "scales",
    "scale": "scales",
    "value-function": "scales",
    "requirement": "requirements",
    "expert-weight": "experts",
    "judge-added": "scores",
    "judge-dropped": "scores",
    "score": "scores",
    "option-added": "options",
    "option-dropped": "options",
}
KINDS = tuple(CAUSES)
ORDERED_CAUSES = tuple(dict.fromkeys(CAUSES.values()))


@dataclass(frozen=True, slots=True)
class Change:
    """One place of a decision that is not what it was.

    Attributes:
        spot: The place, such as `("judgement", option, criterion, judge)`.
        kind: One of `KINDS`.
        subjects: Ids of what it is about.
        old: What stood there, as plain data; None if nothing did.
        new: What stands there now.
        text: The change in words.
    """

    spot: Spot
    kind: str
    subjects: tuple[str, ...]
    old: Any
    new: Any
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that can only be made together; most edits are a single one.

    Attributes:
        id: `e1`, `e2`, ..., in the order in which they are shown.
        kind: One of `KINDS`.
        subjects: Ids of what it is about.
        old: What stood there, as plain data; None if nothing did.
        new: What stands there now.
        text: The edit in words.
        changes: The changes that it is made of.
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    old: Any
    new: Any
    text: str
    changes: tuple[Change, ...]

    @property
    def cause(self) -> str:
        """What it is a cause of: weights, scores, scales, experts and so on."""
        return CAUSES[self.kind]


@dataclass(frozen=True, slots=True)
class Idle:
    """An edit that cannot move any total: a title, a reason, a rename.

    Attributes:
        kind: What was edited, such as `renamed`, `title`, `reason`, `range`.
        subjects: Ids of what it is about.
        text: The edit in words.
    """

    kind: str
    subjects: tuple[str, ...]
    text: str
