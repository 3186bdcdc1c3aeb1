"""`best-worst`: the most and the least important step, each compared with all others.

Rezaei (2015), "Best-worst multi-criteria decision-making method", *Omega* 53:49-57, and (2016),
"Some properties and a linear model", *Omega* 64:126-130.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic_core import core_schema as cs

from policyscore.case.kinds import Where
from policyscore.case.naming import plain, some
from policyscore.case.shapes import ID, Field, mapping, model, optional, record, words
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.changes import Content, Part, Parts
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.limits import LARGEST_RATIO, MOST_BEST_WORST, SAATYS_LARGEST
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.way import Interval, Stated, Way

TO_OTHERS, TO_WORST = "best-to-others", "others-to-worst"


@model
class BestWorst:
    """The best and the worst of some names, each against all others.

    Attributes:
        best: The name that counts most.
        worst: The name that counts least.
        best_to_others: Each other name to how many times as much the best counts.
        others_to_worst: Each other name to how many times as much it counts as the worst.
    """

    best: str
    worst: str
    best_to_others: dict[str, float]
    others_to_worst: dict[str, float]


_TIMES = mapping(
    ID, cs.float_schema(strict=True, allow_inf_nan=False, ge=1, le=LARGEST_RATIO), at_least=1
)
BEST_WORST_KEYS = {
    "best": Field(ID, "What counts most.", examples=("escalation-risk",)),
    "worst": Field(ID, "What counts least.", examples=("cost",)),
    "best_to_others": Field(
        _TIMES,
        "How many times as much the best counts as each of the others, from 1 to 9.",
        examples=({"deterrence": 3, "cost": 8},),
    ),
    "others_to_worst": Field(
        _TIMES,
        "How many times as much each of the others counts as the worst, from 1 to 9.",
        examples=({"escalation-risk": 8, "deterrence": 3},),
    ),
}
BEST_WORST_SCHEMA = record(BestWorst, **BEST_WORST_KEYS)


def _names(stated: Stated) -> Iterator[tuple[str, Where]]:
    said: BestWorst = stated.content
    yield said.best, stated.place("best")
    if said.worst != said.best:
        yield said.worst, stated.place("worst")
    for name in dict.fromkeys((*said.best_to_others, *said.others_to_worst)):
        if name not in (said.best, said.worst):
            key = TO_OTHERS if name in said.best_to_others else TO_WORST
            yield name, stated.place(key, name)


def _check(stated: Stated) -> Iterator[Finding]:
    said: BestWorst = stated.content
    if said.best == said.worst:
        message = f"`{said.best}` cannot be both the best and the worst."
        hint = "Name what counts most and what counts least."
        yield stated.document.finding(rules.COMPARISON, stated.place("worst"), message, hint)
        return
    wrong = list(_check_lists(stated))
    yield from wrong
    names = [name for name, _ in _names(stated)]
    if len(names) > MOST_BEST_WORST:
        message = f"{len(names)} criteria are too many for this way of weighing."
        hint = "Weigh groups first and their criteria under `within`, or weigh by `swing`."
        yield stated.document.finding(rules.TOO_FINE, stated.where, message, hint, of_key=True)
    if wrong:
        return
    over, under = said.best_to_others[said.worst], said.others_to_worst[said.best]
    if over != under:
        yield stated.document.finding(
            rules.COMPARISON,
            stated.place(TO_WORST, said.best),
            f"`{said.best}` over `{said.worst}` is {plain(under)} here and {plain(over)} under "
            f"`{TO_OTHERS}`.",
            "State the same number in both places.",
        )
    yield from _check_sizes(stated)


def _check_lists(stated: Stated) -> Iterator[Finding]:
    """Check that both lists have every name but the one that they compare with."""
    said: BestWorst = stated.content
    every = [name for name, _ in _names(stated)]
    for key, there, but in (
        (TO_OTHERS, said.best_to_others, said.best),
        (TO_WORST, said.others_to_worst, said.worst),
    ):
        if but in there:
            yield stated.document.finding(
                rules.COMPARISON,
                stated.place(key, but),
                f"`{but}` is compared with itself.",
                "Delete the line.",
                of_key=True,
            )
        missing = [name for name in every if name not in there and name != but]
        if missing:
            yield stated.document.finding(
                rules.MISSING_WEIGHT,
                stated.place(key),
                f"`{key}` leaves out {some(missing)}.",
                f"Say how many times as much {_as(key, but)}.",
                of_key=True,
            )


def _as(key: str, than: str) -> str:
    if key == TO_OTHERS:
        return f"`{than}` counts as each of them"
    return f"each of them counts as `{than}`"


def _check_sizes(stated: Stated) -> Iterator[Finding]:
    """Find the numbers beyond the scale, and those that say the best or worst is another."""
    said: BestWorst = stated.content
    most = said.best_to_others[said.worst]
    for key, there in ((TO_OTHERS, said.best_to_others), (TO_WORST, said.others_to_worst)):
        for name, times in there.items():
            if times > SAATYS_LARGEST:
                yield stated.document.finding(
                    rules.BEYOND_NINE,
                    stated.place(key, name),
                    f"`{plain(times)}` is beyond Saaty's scale, which runs from 1/9 to 9.",
                    "The tables for consistency hold on that scale; weigh what is so unequal by "
                    "`swing`.",
                )
            elif times > most:
                other = "worst" if key == TO_OTHERS else "best"
                yield stated.document.finding(
                    rules.INCONSISTENT,
                    stated.place(key, name),
                    f"This makes `{name}`, not `{getattr(said, other)}`, the {other}: "
                    f"{plain(times)} is more than the {plain(most)} between best and worst.",
                    f"Look at both numbers again, or name `{name}` the {other}.",
                )


def _weigh(stated: Stated) -> dict[str, float]:
    from policyscore.weighing.comparing import best_worst_models as models  # noqa: PLC0415 (rarely needed)

    if stated.settings["model"] == "nonlinear":
        return models.nonlinear(*comparisons_of(stated)).weights
    return {
        name: float(weight)
        for name, weight in models.linear(*comparisons_of(stated)).weights.items()
    }


def comparisons_of(stated: Stated) -> tuple[str, str, dict[str, float], dict[str, float]]:
    """The best, the worst, and how they compare with the others."""
    said: BestWorst = stated.content
    return said.best, said.worst, said.best_to_others, said.others_to_worst


def _extents(stated: Stated) -> dict[str, Interval] | None:
    """The intervals of the nonlinear model; the linear one has a single solution."""
    from policyscore.weighing.comparing import best_worst_models as models  # noqa: PLC0415 (rarely needed)

    if stated.settings["model"] == "linear":
        return None
    return models.nonlinear(*comparisons_of(stated)).intervals


def _consistency(stated: Stated) -> tuple[Consistency, Consistency]:
    from policyscore.weighing.best_worst_consistency import consistency  # noqa: PLC0415 (rarely)

    return consistency(stated)


def _parts(old: Content, new: Content) -> Parts:
    """Numbers that changed; any of them alone if the best and the worst are the same."""
    before, after = _numbers(old.stated), _numbers(new.stated)
    changed = []
    for key in ("best", "worst"):
        then, now = getattr(old.stated, key), getattr(new.stated, key)
        if then != now:
            words: Words = (f"the {key} is now ", Name(now), ", not ", Name(then))
            changed.append(Part(key, then, now, words))
    same = not changed and before.keys() == after.keys()
    for pair in dict.fromkeys((*after, *before)):
        then, now = before.get(pair), after.get(pair)
        if then != now:
            over: Words = (Name(pair[0]), " over ", Name(pair[1]))
            text = f": {_shown(then)} → {_shown(now)}"
            changed.append(Part("|".join(pair), then, now, (*over, text)))

    def mixed(made: frozenset[str]) -> BestWorst:
        chosen = {p: (after if "|".join(p) in made else before)[p] for p in after}
        best, worst = new.stated.best, new.stated.worst
        return BestWorst(
            best=best,
            worst=worst,
            best_to_others={b: x for (a, b), x in chosen.items() if a == best},
            others_to_worst={a: x for (a, b), x in chosen.items() if b == worst},
        )

    return Parts(tuple(changed), mixed if same else None)


def _shown(times: float | None) -> str:
    return "not compared" if times is None else plain(times)


def _numbers(said: BestWorst) -> dict[tuple[str, str], float]:
    found = {(said.best, name): times for name, times in said.best_to_others.items()}
    found.update({(name, said.worst): times for name, times in said.others_to_worst.items()})
    return found


def _renamed(content: Any, name: Callable[[str], str]) -> BestWorst:
    def keys(times: Mapping[str, float]) -> dict[str, float]:
        return {name(key): value for key, value in times.items()}

    return BestWorst(
        best=name(content.best),
        worst=name(content.worst),
        best_to_others=keys(content.best_to_others),
        others_to_worst=keys(content.others_to_worst),
    )


BEST_WORST = Way(
    "best-worst",
    "What counts most and what counts least, each compared with all others.",
    _names,
    _check,
    _weigh,
    BEST_WORST_SCHEMA,
    (
        {
            "best": "escalation-risk",
            "worst": "cost",
            TO_OTHERS: {"deterrence": 3, "cost": 8},
            TO_WORST: {"escalation-risk": 8, "deterrence": 3},
        },
    ),
    missing="Compare it with the best and the worst.",
    settings={
        "model": optional(
            words("linear", "nonlinear"),
            "How comparisons become weights: the linear model, or the nonlinear one, whose "
            "intervals of weights are met in their middles.",
            "linear",
        )
    },
    consistency=_consistency,
    extents=_extents,
    parts=_parts,
    renamed=_renamed,
    fields=BEST_WORST_KEYS,
)
