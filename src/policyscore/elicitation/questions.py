"""The questions of an interview: what each asks, about which criteria, and under which key.

A key says in full what was asked (`cost against safety`), so that an answer can be read by
itself, and means nothing any more once what it was judged against is another.
"""

from dataclasses import dataclass
from typing import Literal

Answer = float | str
Ask = Literal["most", "next", "best", "worst", "points", "times", "times-more"]

MATTERS_MOST = "matters most"
BEST, WORST = "best", "worst"
TIE = " = "


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        key: What it is called in files.
        ask: What it asks: which step matters `most`, `next`, is the `best` or `worst` (of `names`);
            how many `points` from 0 to 100 the first of `names` is worth against the second; how
            many `times` the first matters as much as the second, or how many `times-more`.
        names: The criteria or groups it is about.
        about: The criteria whose scales an answer depends on.
        group: Id of the group whose members are weighed; empty at the top.
        place: For `next`, the place that is to be filled, from 1.
        needed: Whether weights can only be told once it is answered.
        can_wait: Whether other questions can be asked before it.
    """

    key: str
    ask: Ask
    names: tuple[str, ...]
    about: tuple[str, ...]
    group: str
    place: int = 0
    needed: bool = True
    can_wait: bool = True


def against(name: str, reference: str) -> str:
    """Key of the question how many points a step is worth."""
    return f"{name} against {reference}"


def over(first: str, second: str) -> str:
    """Key of the question how many times one step matters as much as another."""
    return f"{first} over {second}"


def place_key(place: int) -> str:
    """Key of the question which step stands at a place, from 1."""
    return f"place {place}"
