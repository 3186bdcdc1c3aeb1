"""What changed between two statements made in the same way."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from policyscore.weighing.spoken import Words


class Content(NamedTuple):
    """A statement as it is compared with another.

    Attributes:
        stated: What stands under the way's key.
        settings: The way's settings.
    """

    stated: Any
    settings: Mapping[str, Any]


class Part(NamedTuple):
    """Something in a statement that changed.

    Attributes:
        key: What tells it from other parts of the statement.
        old: What was stated; None if it was not.
        new: What is stated; None if it is not.
        words: The change in the way's own words.
    """

    key: str
    old: Any
    new: Any
    words: Words


class Parts(NamedTuple):
    """What changed between two statements.

    Attributes:
        changed: The parts that changed.
        mixed: Makes the statement in which only the parts with the keys given have changed; None
            if some mixtures would say nothing about the weights.
    """

    changed: tuple[Part, ...]
    mixed: Callable[[frozenset[str]], Any] | None
