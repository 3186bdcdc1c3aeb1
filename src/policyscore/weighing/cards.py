"""`cards`: criteria laid out as cards, with blank cards between them for larger steps.

Figueira & Roy (2002), "Determining the weights of criteria in the ELECTRE type methods with a
revised Simos' procedure", *European Journal of Operational Research* 139(2):317-326. The weights
are not rounded, which only their display needed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import Any, NamedTuple

from pydantic_core import core_schema as cs

from policyscore.case.naming import plain
from policyscore.case.shapes import ID, Field, either, many
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.changes import Content, Part, Parts
from policyscore.weighing.order import names_of_items
from policyscore.weighing.places import counted, moved
from policyscore.weighing.spoken import Name
from policyscore.weighing.way import Stated, Way

MOST_BLANKS = 100
_BLANKS = cs.int_schema(strict=True, ge=0, le=MOST_BLANKS)
_RATIO = cs.float_schema(strict=True, allow_inf_nan=False, ge=1, le=1e6)


def _form(written: Any) -> str:
    if isinstance(written, list | tuple):
        return "tie"
    return "blanks" if isinstance(written, int | float) else "name"


CARDS_SCHEMA = many(either(_form, tie=many(ID, at_least=1), blanks=_BLANKS, name=ID), at_least=1)


class Rank(NamedTuple):
    """Cards laid side by side.

    Attributes:
        names: The criteria on them.
        blanks: How many blank cards lie between them and the next less important ones.
    """

    names: tuple[str, ...]
    blanks: int


def ranks_of(content: Sequence[str | int | tuple[str, ...]]) -> list[Rank]:
    """The cards as laid out, the most important first."""
    ranks: list[Rank] = []
    for item in content:
        if isinstance(item, int):
            last = ranks.pop()
            ranks.append(Rank(last.names, last.blanks + item))
        else:
            ranks.append(Rank((item,) if isinstance(item, str) else item, 0))
    return ranks


def card_weights(ranks: Sequence[Rank], ratio: float) -> dict[str, float]:
    """Weights from the revised Simos procedure (Figueira & Roy 2002, section 4).

    Args:
        ranks: The cards, the most important first.
        ratio: How many times the most important criterion counts as much as the least; 1 or more.

    Returns:
        Name to weight; they sum to 1. Each step between neighbours is worth as many units as
        there are blank cards between them, and one.
    """
    steps = [rank.blanks + 1 for rank in ranks[:-1]]
    unit = (ratio - 1) / sum(steps) if steps else 0.0
    left = sum(steps)
    found: dict[str, float] = {}
    for rank, step in zip(ranks, (*steps, 0), strict=True):
        found.update(dict.fromkeys(rank.names, 1 + unit * left))
        left -= step
    total = fsum(found.values())
    return {name: weight / total for name, weight in found.items()}


def _check(stated: Stated) -> Iterator[Finding]:
    """Complain of blank cards that lie between nothing, and of a ratio that nothing can have."""
    content = stated.content
    for index, item in enumerate(content):
        if not isinstance(item, int):
            continue
        after = content[index + 1] if index + 1 < len(content) else None
        if index == 0 or after is None or isinstance(after, int):
            twice = after is not None and index > 0
            yield stated.document.finding(
                rules.COMPARISON,
                stated.place(index),
                f"`{item}` stands for blank cards, which lie between two criteria.",
                "Add the two numbers up." if twice else "Delete it here.",
            )
    names = [item for item in content if not isinstance(item, int)]
    ratio = stated.settings["ratio"]
    if len(names) == 1 and ratio != 1:
        yield stated.document.finding(
            rules.COMPARISON,
            (*stated.where[:-1], "ratio"),
            f"`ratio` is {plain(ratio)}, though all cards lie at one place.",
            "Write `ratio: 1`, or part the cards.",
        )
    elif len(names) > 1 and ratio == 1:
        yield stated.document.finding(
            rules.COMPARISON,
            (*stated.where[:-1], "ratio"),
            "`ratio` is 1, so the order of the cards would not count.",
            "Write how many times the most important criterion counts as much as the least.",
        )


def _parts(old: Content, new: Content) -> Parts:
    """Who moved, and where blank cards came or went."""
    before, after = ranks_of(old.stated), ranks_of(new.stated)
    changed = list(moved([r.names for r in before], [r.names for r in after]).changed)
    gaps = [{(x.names, y.names): x.blanks for x, y in pairwise(ranks)} for ranks in (before, after)]
    for pair, now in gaps[1].items():
        then = gaps[0].get(pair)
        if then is None or then == now:
            continue
        upper, lower = pair[0][0], pair[1][0]
        more = f"{counted(abs(now - then), 'blank card')} {'more' if now > then else 'fewer'}"
        words = (f"{more} between ", Name(upper), " and ", Name(lower))
        changed.append(Part(f"{upper}|{lower}", then, now, words))
    return Parts(tuple(changed), None)


CARDS = Way(
    "cards",
    "The criteria as cards, the most important first, those of equal importance in an inner list; "
    "a number between two stands for so many blank cards between them.",
    names_of_items,
    _check,
    lambda stated: card_weights(ranks_of(stated.content), stated.settings["ratio"]),
    CARDS_SCHEMA,
    (["escalation-risk", 2, ["deterrence", "support"], "cost"],),
    missing="Add its card at its place.",
    settings={
        "ratio": Field(
            _RATIO,
            "How many times the most important criterion counts as much as the least.",
            examples=(5,),
        )
    },
    parts=_parts,
)
