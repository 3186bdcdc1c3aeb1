"""`pairwise`: two steps at a time, and how many times as much one is worth (AHP).

Saaty (1977), "A scaling method for priorities in hierarchical structures", *Journal of
Mathematical Psychology* 15(3):234-281.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema as cs

from policyscore.case.kinds import Where
from policyscore.case.naming import plain, quoted
from policyscore.case.shapes import LONGEST_LINE, either, mapping, optional, words
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.changes import Content, Part, Parts
from policyscore.weighing.connecting import check_connected, first_places
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.limits import LARGEST_RATIO, MOST_IN_PAIRS, SAATYS_LARGEST
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.way import Stated, Way

if TYPE_CHECKING:
    from fractions import Fraction

Pair = tuple[str, str]

LIMIT = 0.1
OVER = r"([a-z][a-z0-9-]*) over ([a-z][a-z0-9-]*)"
_FRACTION = r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?/ ?([0-9]{1,6}(?:\.[0-9]{1,6})?)"
EXAMPLE = "escalation-risk over alliance-cohesion: 3"

_LINE = cs.str_schema(strict=True, pattern=r"^[^\n]*\S[^\n]*$", max_length=LONGEST_LINE)
PAIRWISE_SCHEMA = mapping(
    _LINE,
    either(
        lambda written: "text" if isinstance(written, str) else "number",
        text=_LINE,
        number=cs.float_schema(strict=True, allow_inf_nan=False),
    ),
    at_least=1,
)


def pair_of(key: str) -> tuple[str, str] | None:
    """The two names of a key such as `escalation-risk over alliance-cohesion`."""
    found = re.fullmatch(OVER, " ".join(key.split()))
    return (found[1], found[2]) if found else None


def ratio_of(written: float | str) -> "Fraction | None":
    """A ratio written as a number above 0 or as a fraction such as 1/3; None if it is neither."""
    from fractions import Fraction  # noqa: PLC0415 (rarely needed)

    if isinstance(written, str):
        found = re.fullmatch(_FRACTION, written.strip())
        if found is None or Fraction(found[2]) == 0:
            return None
        ratio = Fraction(found[1]) / Fraction(found[2])
    else:
        ratio = Fraction(repr(written))
    return ratio if ratio > 0 else None


def said_ratio(written: float | str) -> str:
    """A ratio as it was written."""
    if not isinstance(written, str):
        return plain(written)
    return written.replace(" ", "") if ratio_of(written) is not None else written


def _pairs(stated: Stated) -> Iterator[tuple[str, tuple[str, str]]]:
    for key in stated.content:
        pair = pair_of(key)
        if pair is not None:
            yield key, pair


def _names(stated: Stated) -> Iterator[tuple[str, Where]]:
    return first_places((pair, stated.place(key)) for key, pair in _pairs(stated))


def comparisons_of(stated: Stated) -> tuple[tuple[str, ...], "dict[tuple[str, str], Fraction]"]:
    """The names and the ratio of each pair that is compared."""
    names = tuple(name for name, _ in _names(stated))
    ratios = {}
    for key, pair in _pairs(stated):
        ratio = ratio_of(stated.content[key])
        if ratio is not None:
            ratios[pair] = ratio
    return names, ratios


def _check(stated: Stated) -> Iterator[Finding]:
    wrong = list(_check_lines(stated))
    yield from wrong
    if any(finding.severity == "error" for finding in wrong):
        return
    names, ratios = comparisons_of(stated)
    if len(names) > MOST_IN_PAIRS:
        yield stated.document.finding(
            rules.TOO_FINE,
            stated.where,
            f"{len(names)} criteria are compared in pairs; no table says how consistent more than "
            f"{MOST_IN_PAIRS} should be.",
            "Compare groups first and their criteria under `within`, or weigh by `swing`.",
            of_key=True,
        )
        return
    yield from check_connected(stated, list(ratios))


def _check_lines(stated: Stated) -> Iterator[Finding]:
    seen: dict[frozenset[str], str] = {}
    for key, written in stated.content.items():
        where = stated.place(key)
        pair = pair_of(key)
        if pair is None:
            message = f"{quoted(key)} does not name two criteria to compare."
            hint = f"Write a line such as `{EXAMPLE}`."
            yield stated.document.finding(rules.COMPARISON, where, message, hint, of_key=True)
        elif pair[0] == pair[1]:
            message = f"`{pair[0]}` is compared with itself."
            hint = "Compare two criteria, or delete the line."
            yield stated.document.finding(rules.COMPARISON, where, message, hint, of_key=True)
        elif (twin := seen.setdefault(frozenset(pair), key)) != key:
            message = f"{quoted(key)} compares the same two as {quoted(twin)}."
            yield stated.document.finding(
                rules.COMPARISON, where, message, "Keep one of the two lines.", of_key=True
            )
        else:
            yield from check_ratio(stated, where, written)


def check_ratio(stated: Stated, where: Where, written: float | str) -> Iterator[Finding]:
    """Complain of a ratio that is none, or beyond what the scale of the method knows."""
    ratio = ratio_of(written)
    shown = quoted(said_ratio(written))
    if ratio is None:
        message = f"{shown} is not how many times as much something counts."
        hint = "Write a number above 0, such as 3, or a fraction, such as 1/3."
        yield stated.document.finding(rules.COMPARISON, where, message, hint)
    elif not 1 <= ratio * LARGEST_RATIO <= LARGEST_RATIO**2:
        message = (
            f"{shown} is too far from 1: ratios lie between 1/{LARGEST_RATIO} and {LARGEST_RATIO}."
        )
        hint = "Write what was meant, or weigh what is so unequal by `swing`."
        yield stated.document.finding(rules.COMPARISON, where, message, hint)
    elif not 1 <= ratio * SAATYS_LARGEST <= SAATYS_LARGEST**2:
        yield stated.document.finding(
            rules.BEYOND_NINE,
            where,
            f"{shown} is beyond Saaty's scale, which runs from 1/9 to 9.",
            "The tables for consistency hold on that scale; weigh what is so unequal by `swing`.",
        )


def _weigh(stated: Stated) -> dict[str, float]:
    from policyscore.weighing.comparing import pairwise_priorities  # noqa: PLC0415 (rarely needed)

    names, ratios = comparisons_of(stated)
    if stated.settings["method"] == "geometric-mean":
        return pairwise_priorities.geometric_mean(names, ratios)
    return pairwise_priorities.eigenvector(names, ratios).weights


def _consistency(stated: Stated) -> tuple[Consistency]:
    from policyscore.weighing.pairwise_consistency import consistency  # noqa: PLC0415 (rarely)

    return (consistency(stated),)


def _parts(old: Content, new: Content) -> Parts:
    """Comparisons that came, went or changed; any of them alone if none came or went."""
    after = _by_pair(new.stated)
    before = _turned(_by_pair(old.stated), after)
    changed = []
    for pair in dict.fromkeys((*after, *before)):
        then, now = before.get(pair), after.get(pair)
        if then is not None and now is not None and ratio_of(then) == ratio_of(now):
            continue
        over: Words = (Name(pair[0]), " over ", Name(pair[1]))
        if then is None or now is None:
            what = "now compared" if then is None else "no longer compared"
            said = said_ratio(now if now is not None else then or "")
            changed.append(Part(_key(pair), then, now, (*over, f": {what} ({said})")))
        else:
            words = (*over, f": {said_ratio(then)} → {said_ratio(now)}")
            changed.append(Part(_key(pair), then, now, words))
    if before.keys() != after.keys():
        return Parts(tuple(changed), None)

    def mixed(made: frozenset[str]) -> Mapping[str, Any]:
        return {
            f"{a} over {b}": (after if _key((a, b)) in made else before)[a, b] for a, b in after
        }

    return Parts(tuple(changed), mixed)


def _key(pair: Pair) -> str:
    return f"{pair[0]} over {pair[1]}"


def _by_pair(content: Mapping[str, Any]) -> dict[Pair, Any]:
    found: dict[Pair, Any] = {}
    for key, written in content.items():
        pair = pair_of(key)
        if pair is not None:
            found[pair] = written
    return found


def _turned(before: Mapping[Pair, Any], after: Mapping[Pair, Any]) -> dict[Pair, Any]:
    """Comparisons put the way round in which the later statement has them."""
    found: dict[Pair, Any] = {}
    for (a, b), written in before.items():
        ratio = ratio_of(written)
        if (b, a) in after and ratio is not None:
            turned = 1 / ratio
            found[b, a] = float(turned) if turned.denominator == 1 else str(turned)
        else:
            found[a, b] = written
    return found


def _renamed(content: Any, name: Callable[[str], str]) -> Any:
    found = {}
    for key, written in content.items():
        pair = pair_of(key)
        found[_key((name(pair[0]), name(pair[1]))) if pair else key] = written
    return found


PAIRWISE = Way(
    "pairwise",
    "Two criteria at a time: how many times as much the step from worst to best on the first is "
    "worth as that on the second.",
    _names,
    _check,
    _weigh,
    PAIRWISE_SCHEMA,
    ({"escalation-risk over deterrence": 3, "deterrence over support": "1/2"},),
    missing="Compare each with another.",
    settings={
        "method": optional(
            words("eigenvector", "geometric-mean"),
            "How comparisons become weights.",
            "eigenvector",
        ),
        "random-index": optional(
            words("alonso-lamata", "saaty"),
            "The table of random indices by which consistency is judged.",
            "alonso-lamata",
        ),
    },
    consistency=_consistency,
    parts=_parts,
    renamed=_renamed,
)
