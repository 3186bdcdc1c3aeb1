"""A case under random profiles of every way of weighing: flat, within groups, and of profiles."""

import copy
import json
import re
from collections.abc import Iterator
from fractions import Fraction
from math import floor
from typing import Any

from hypothesis import event
from hypothesis import strategies as st

from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check

# Every id begins with `k-` and no title does, so an id where a title belongs is found.
TREE: dict[str, Any] = {
    "k-safety": {"k-risk": None, "k-troops": None, "k-depth": {"k-reach": None, "k-arms": None}},
    "k-home": {"k-party": None, "k-cost": None},
    "k-rights": None,
}
LOWER = {"k-troops", "k-arms", "k-cost"}
TRIED, MEMBERS = "k-tried", ("k-envoy", "k-general")
Data = dict[str, Any]
Texts = dict[str, str]


def leaves(tree: Data) -> Iterator[str]:
    for key, below in tree.items():
        yield from [key] if below is None else leaves(below)


def titled(key: str) -> str:
    return key.removeprefix("k-").removesuffix("-next").capitalize()


def criteria(tree: Data, bent: str = "") -> Data:
    """The criteria of a case, one of them with a bent value function."""
    found: Data = {}
    for key, below in tree.items():
        if below is not None:
            found[key] = {"title": titled(key), "criteria": criteria(below, bent)}
            continue
        lower = key.removesuffix("-next") in LOWER
        ends = {"0": 100, "50": 30, "100": 0} if lower else {"0": 0, "50": 70, "100": 100}
        found[key] = {
            "title": titled(key),
            "better": "lower" if lower else "higher",
            "scale": {"0": "none", "100": "all"},
            **({"value": ends} if key == bent else {}),
        }
    return found


def place_of(leaf: str) -> int:
    known = list(leaves(TREE))
    leaf = leaf.removesuffix("-next")
    return known.index(leaf) if leaf in known else 9


def texts(case: Data) -> Texts:
    """The files of a case."""
    scored = list(leaves(case["tree"]))
    found: Data = {
        HEADER_FILE: {
            "policyscore": 1,
            "title": "Tried",
            "baseline": "k-wait",
            "criteria": criteria(case["tree"], case["bent"]),
        }
    }
    for number, key in enumerate(("k-wait", "k-act", "k-talk")):
        scores = {leaf: (37 * place_of(leaf) + 41 * number) % 101 for leaf in scored}
        found[f"options/{key}.yaml"] = {"title": titled(key), "scores": scores}
    for key, stated in case["weights"].items():
        found[f"weights/{key}.yaml"] = {"title": titled(key), **stated}
    return {path: re.sub(r'"(\d+)":', r"\1:", json.dumps(data)) for path, data in found.items()}


def decide(case: Data) -> Decision:
    """Check a case that is known to be valid."""
    files = texts(case)
    decision, findings = check(Files(texts=files, present=set(files)), quality=True)
    wrong = [f"{f.path}: {f.message} {f.excerpt}" for f in findings if f.severity == "error"]
    assert decision is not None, wrong
    for finding in findings:
        assert finding.message.endswith((".", "?"))
    return decision


# Statements of every way. `names` are what is weighed, `plain` whether none of them is a group.

NUMBERS = st.integers(0, 20).map(lambda n: n / 2)
RATIOS = st.sampled_from([1, 2, 3, 1.5, 0.25, "1/3", "3/2", 9, 12])
WORTHS = st.integers(1, 9)


def _numbers(draw: st.DrawFn, names: list[str]) -> dict[str, float]:
    numbers = {name: draw(NUMBERS) for name in names}
    if not any(numbers.values()):
        numbers[names[0]] = 1.0
    return numbers


def _tied(draw: st.DrawFn, names: list[str]) -> list[Any]:
    """Names in any order, some of them tied."""
    found: list[Any] = []
    for name in draw(st.permutations(names)):
        if found and draw(st.integers(0, 3)) == 0:
            last = found[-1]
            found[-1] = [*(last if isinstance(last, list) else [last]), name]
        else:
            found.append(name)
    return found


def _chain(draw: st.DrawFn, names: list[str]) -> list[tuple[str, str]]:
    """Pairs that connect all names, and perhaps more."""
    pairs = [(names[draw(st.integers(0, at - 1))], names[at]) for at in range(1, len(names))]
    more = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :] if (a, b) not in pairs]
    return pairs + (draw(st.lists(st.sampled_from(more), unique=True)) if more else [])


def _points(draw: st.DrawFn, names: list[str]) -> Data:
    return {"points": _numbers(draw, names)}


def _swing(draw: st.DrawFn, names: list[str]) -> Data:
    return {"swing": _numbers(draw, names)}


def _order(draw: st.DrawFn, names: list[str]) -> Data:
    formulas = st.sampled_from([None, "centroid", "rank-sum", "reciprocal", "equal"])
    formula = draw(formulas)
    return {"order": _tied(draw, names), **({"formula": formula} if formula else {})}


def _pairwise(draw: st.DrawFn, names: list[str]) -> Data:
    found: Data = {}
    for pair in _chain(draw, names):
        first, second = pair if draw(st.booleans()) else pair[::-1]
        found[f"{first} over {second}"] = draw(RATIOS)
    method = draw(st.sampled_from([{}, {"method": "geometric-mean"}, {"random-index": "saaty"}]))
    return {"pairwise": found, **method}


def _best_worst(draw: st.DrawFn, names: list[str]) -> Data:
    best, worst, *rest = draw(st.permutations(names))
    both = draw(WORTHS)
    stated = {
        "best": best,
        "worst": worst,
        "best-to-others": {worst: both, **{name: draw(WORTHS) for name in rest}},
        "others-to-worst": {best: both, **{name: draw(WORTHS) for name in rest}},
    }
    return {"best-worst": stated, **draw(st.sampled_from([{}, {"model": "nonlinear"}]))}


def _cards(draw: st.DrawFn, names: list[str]) -> Data:
    found: list[Any] = []
    for item in _tied(draw, names):
        if found and (blanks := draw(st.integers(0, 3))):
            found.append(blanks)
        found.append(item)
    return {"cards": found, "ratio": 1 if len(found) == 1 else draw(st.sampled_from([2, 6.5]))}


def _trade_offs(draw: st.DrawFn, names: list[str]) -> Data:
    lines = []
    for a, b in _chain(draw, names):
        ends = [sorted((draw(st.integers(0, 49)), draw(st.integers(50, 100)))) for _ in "ab"]
        (p, q), (r, s) = (
            end if name not in LOWER else end[::-1] for name, end in zip((a, b), ends, strict=True)
        )
        lines.append(f"{a} from {p} to {q} is worth {b} from {r} to {s}")
    return {"trade-offs": lines}


def _ranges(draw: st.DrawFn, names: list[str]) -> Data:
    parts = [draw(st.integers(1, 9)) for _ in names]
    true = {name: Fraction(part, sum(parts)) for name, part in zip(names, parts, strict=True)}
    found: Data = {}
    for name, weight in true.items():
        ends = {"low": floor(20 * weight) / 20, "high": min(floor(20 * weight) + 1, 20) / 20}
        some = ["any", ends, {"low": ends["low"]}, {"high": ends["high"]}]
        found[name] = draw(st.sampled_from(some))
    ordered = sorted(true, key=lambda name: (-true[name], name))
    return {"ranges": found, **({"order": ordered} if draw(st.booleans()) else {})}


WAYS = {
    "points": _points,
    "swing": _swing,
    "order": _order,
    "pairwise": _pairwise,
    "best-worst": _best_worst,
    "cards": _cards,
    "trade-offs": _trade_offs,
    "ranges": _ranges,
}


def statement(draw: st.DrawFn, names: list[str], way: str, tree: Data) -> Data:
    """A statement of a level in a way, or by points where the way cannot."""
    plain = all(name in leaves(tree) for name in names)
    few = {"pairwise": 2, "best-worst": 2, "trade-offs": 2, "cards": 2, "order": 2, "ranges": 2}
    if len(names) < few.get(way, 1) or (way == "trade-offs" and not plain):
        way = "points"
    event(way)
    return WAYS[way](draw, names)


def level(draw: st.DrawFn, tree: Data, way: str | None = None) -> Data:
    """A level over a tree, each group of which is divided or weighed as a whole."""
    names: list[str] = []
    within: Data = {}
    for key, below in tree.items():
        if below is None:
            names.append(key)
        elif draw(st.booleans()):
            names.append(key)
            within[key] = level(draw, below)
        else:
            names += leaves(below)
    chosen = way or draw(st.sampled_from(list(WAYS)))
    return {**statement(draw, names, chosen, tree), **({"within": within} if within else {})}


@st.composite
def cases(draw: st.DrawFn) -> Data:
    """A case under a profile of any way, flat or within groups, or a group of profiles."""
    weights = {key: level(draw, TREE) for key in MEMBERS}
    if draw(st.integers(0, 4)) == 0:
        weights[TRIED] = group(draw)
    else:
        weights[TRIED] = level(draw, TREE)
    return {"tree": copy.deepcopy(TREE), "bent": "", "weights": weights}


def group(draw: st.DrawFn) -> Data:
    of = {key: draw(NUMBERS) for key in draw(st.permutations(MEMBERS))}
    of[MEMBERS[0]] += 1
    return {"group": {"of": of}}
