"""Weights files that are enormous, deep, circular or extreme, in every way of weighing."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hostile_cases import HEADER, HEADER_FILE, MEBIBYTE, A, P, case, full
from hostile_runs import CAP, assert_unharmed, attack

LEAF = "{title: C, better: higher, scale: {0: x, 100: y}}"
SECONDS = 8  # of processor time on a slow core; most take a tenth
MANY = 2000
NAMES = [f"c{n}" for n in range(MANY)]


def named(way: str) -> str:
    return f"title: P\n{way}"


def listed(form: Callable[[int], str], count: int, start: int = 0) -> str:
    return ", ".join(form(n) for n in range(start, count))


def criteria(count: int) -> dict[str, str]:
    """A case with so many criteria, none of them in a group."""
    names = NAMES[:count]
    head = "policyscore: 1\ntitle: T\nbaseline: a\ndefault-profile: p\ncriteria:\n"
    flat = "points: {" + listed(lambda n: f"c{n}: 1", count) + "}"
    return {
        HEADER_FILE: head + "".join(f"  {name}: {LEAF}\n" for name in names),
        A: "title: A\nscores:\n" + "".join(f"  {name}: 50\n" for name in names),
        "options/b.yaml": "title: B\nscores:\n" + "".join(f"  {name}: 60\n" for name in names),
        "weights/q.yaml": named(flat),
    }


def step(name: str, other: str) -> str:
    return f"{name} from 0 to 50 is worth {other} from 0 to 100"


OTHERS = listed(lambda n: f"c{n}: 5", MANY, 1)
RANGED = listed(lambda n: f"c{n}: {{low: 0.0001, high: 0.00{n % 9 + 1}}}", MANY)
CHAINED = "".join(f"- {step(f'c{n}', f'c{n + 1}')}\n" for n in range(MANY - 1))
FLAT = {
    "order": "order: [" + ", ".join(NAMES) + "]",
    "order, all tied": "order: [[" + ", ".join(NAMES) + "]]\nformula: reciprocal",
    "cards": "cards: [" + ", 100, ".join(NAMES) + "]\nratio: 1000000",
    "trade-offs": "trade-offs:\n" + CHAINED,
    "ranges of any": "ranges: {" + listed(lambda n: f"c{n}: any", MANY) + "}",
}
REFUSED = {
    "pairwise in a chain": "pairwise: {"
    + listed(lambda n: f"c{n} over c{n + 1}: 2", MANY - 1)
    + "}",
    "pairwise with one": "pairwise: {" + listed(lambda n: f"c0 over c{n}: 1/9", MANY, 1) + "}",
    "best-worst": f"best-worst: {{best: c0, worst: c1, best-to-others: {{{OTHERS}}}, "
    f"others-to-worst: {{{OTHERS.replace('c1: 5', 'c0: 5', 1)}}}}}",
    "ranges of a thousandth": "ranges: {" + RANGED + "}",
    "ranges in an order": "ranges: {" + RANGED + "}\norder: [" + ", ".join(NAMES) + "]",
    "ranges that nothing meets": "ranges: {"
    + listed(lambda n: f"c{n}: {{low: 0.001, high: 0.002}}", MANY)
    + "}",
    "one trade-off to spare": "trade-offs:\n" + CHAINED + f"- {step('c9', 'c0')}\n",
}
PIECES = {
    "more names in an order than a file may hold": ("order: [", "risk, ", "gain]"),
    "trade-offs": (
        "trade-offs:\n",
        (
            "- risk from 9 to 0 is worth gain from 0 to 5\n"
            "- gain from 0 to 1 is worth risk from 9 to 8\n"
        ),
        "",
    ),
    "trade-offs that nobody can read": ("trade-offs:\n", "- risk is worth gain\n", ""),
    "a trade-off without end": ("trade-offs: [risk from ", "1", " to 2]"),
    "a comparison without end": ("pairwise: {risk over ", "gain-", "gain: 2}"),
    "a fraction without end": ("pairwise: {risk over gain: 1/", "3", "}"),
    "ratio of a mebibyte": ("cards: [risk, gain]\nratio: ", "9", ""),
    "lists in lists": ("order: ", "[", ""),
    "mappings in mappings": ("group: ", "{of: ", ""),
    "levels in levels": ("", "within: {risk: {order: [risk], ", ""),
}


VALUES = 20_000
FULL = {
    "names in an order": "order: [" + "risk, " * VALUES + "gain]",
    "ties in an order": "order: [" + "[risk], " * (VALUES // 2) + "gain]",
    "names in a tie": "order: [[" + "risk, " * VALUES + "gain]]",
    "cards": "ratio: 2\ncards: [" + "risk, 1, " * (VALUES // 2) + "gain]",
    "blank cards": "ratio: 2\ncards: [risk, " + "1, " * VALUES + "gain]",
    "groups in an order": "order: [" + "risk, gain, " * (VALUES // 2) + "risk]",
}


def lines(way: str, form: Callable[[int], str], count: int = 5_000) -> str:
    return f"{way}:\n" + "".join(f"  {form(n)}\n" for n in range(count))


MISTAKES = {
    "comparisons of nothing": lines("pairwise", lambda n: f"x{n} over y{n}: 3"),
    "comparisons of themselves": lines("pairwise", lambda n: f"x{n} over x{n}: 3"),
    "comparisons far from one": lines("pairwise", lambda n: f"x{n} over risk: 1e-15"),
    "trade-offs between nothing": lines(
        "trade-offs", lambda n: f"- x{n} from 0 to 1 is worth y{n} from 0 to 1"
    ),
    "ranges of nothing": lines("ranges", lambda n: f"x{n}: {{low: 0.9, high: 0.1}}"),
    "an order of nothing": "order:\n" + "".join(f"  - x{n}\n" for n in range(5_000)),
    "an order beside ranges": "ranges: {risk: any, gain: any}\norder:\n"
    + "".join(f"  - x{n}\n" for n in range(5_000)),
    "cards of nothing": "ratio: 3\ncards:\n" + "".join(f"  - x{n}\n" for n in range(5_000)),
    "bests of nothing": "best-worst:\n  best: risk\n  worst: gain\n  best-to-others: {"
    + listed(lambda n: f"x{n}: 0", 5_000)
    + "}\n  others-to-worst: {"
    + listed(lambda n: f"y{n}: 10000", 5_000)
    + "}\n",
    "bests that all are too good": "best-worst:\n  best: risk\n  worst: gain\n  best-to-others: {"
    + listed(lambda n: f"x{n}: 999", 5_000)
    + "}\n  others-to-worst: {"
    + listed(lambda n: f"x{n}: 10", 5_000)
    + "}\n",
    "a group of nobody": lines("group:\n  of", lambda n: f"  x{n}: 1"),
}
GROUPS = {
    "a chain": {
        f"weights/g{n}.yaml": named(f"group: {{of: {{{f'g{n + 1}' if n < 4999 else 'p'}: 1}}}}")
        for n in range(5000)
    },
    "a circle": {
        f"weights/g{n}.yaml": named(f"group: {{of: {{g{(n + 1) % 5000}: 1, p: 1}}}}")
        for n in range(5000)
    },
    "thousands of criteria in thousands of groups": {
        **criteria(MANY),
        P: named(FLAT["order"]),
        **{f"weights/g{n}.yaml": named(f"group: {{of: {{p: {n}, q: 1}}}}") for n in range(5000)},
    },
    "a knot": {
        f"weights/g{n}.yaml": named(f"group: {{of: {{{listed(lambda m: f'g{m}: 1', 300)}}}}}")
        for n in range(300)
    },
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    many = criteria(MANY)
    texts = {f"flat: {name}": {**many, P: named(way)} for name, way in REFUSED.items()}
    for name, (start, piece, end) in PIECES.items():
        texts[f"full: {name}"] = {P: full(piece, named(start), end)}
    for name, text in {**FULL, **MISTAKES}.items():
        texts[f"mistakes: {name}"] = {P: named(text)}
    texts |= {f"groups: {name}": files for name, files in GROUPS.items()}
    cases = {name: case(changes) for name, changes in texts.items()}
    return attack(tmp_path_factory.mktemp("weights"), cases, [["validate"]])


def quick(runs: Any) -> None:
    for run in runs:
        assert run.seconds < SECONDS, run.arguments
        assert run.peak < CAP


@pytest.mark.parametrize("name", REFUSED)
def test_thousands_of_criteria_are_too_much_for_some_ways(runs: Any, name: str) -> None:
    assert_unharmed(runs[f"flat: {name}"], [1])
    quick(runs[f"flat: {name}"])


@pytest.mark.parametrize("name", PIECES)
def test_a_file_full_of_one_statement_gets_an_answer(runs: Any, name: str) -> None:
    assert_unharmed(runs[f"full: {name}"], [0, 1])
    quick(runs[f"full: {name}"])
    assert len(runs[f"full: {name}"][0].out) < MEBIBYTE // 4


@pytest.mark.parametrize("name", [*FULL, *MISTAKES])
def test_thousands_of_mistaken_statements_get_a_hundred_findings(runs: Any, name: str) -> None:
    assert_unharmed(runs[f"mistakes: {name}"], [1])
    quick(runs[f"mistakes: {name}"])
    assert 1 <= runs[f"mistakes: {name}"][0].out.count(" error[") <= 202


@pytest.mark.parametrize("name", GROUPS)
def test_groups_of_thousands_of_groups_are_refused(runs: Any, name: str) -> None:
    assert_unharmed(runs[f"groups: {name}"], [1])
    quick(runs[f"groups: {name}"])
    assert len(runs[f"groups: {name}"][0].out) < MEBIBYTE // 4


def sixty() -> dict[str, dict[str, str]]:
    """Cases of sixty criteria that are just within what the slow ways take."""
    names = NAMES[:60]
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    thirty = listed(lambda n: f"c{n}: {2 + n % 7}", 30, 1)
    best = f"best-worst: {{best: c0, worst: c1, best-to-others: {{{thirty}}}, others-to-worst: "
    best += "{" + thirty.replace("c1: 3", "c0: 3", 1) + "}}"
    rows = [(a, b) for a, b in pairs if int(b[1:]) < 15]
    fifteen = "".join(f"  {a} over {b}: {1 + int(a[1:]) * int(b[1:]) % 9}\n" for a, b in rows)
    return {
        "trade-offs to spare": {
            **criteria(60),
            P: named("trade-offs:\n" + "".join(f"- {step(a, b)}\n" for a, b in pairs * 4)),
        },
        "best-worst": {**criteria(30), P: named(best)},
        "best-worst, nonlinear": {**criteria(30), P: named(best + "\nmodel: nonlinear")},
        "pairwise": {**criteria(15), P: named(f"pairwise:\n{fifteen}")},
        "ranges": {
            **criteria(60),
            P: named(f"ranges: {{{listed(lambda n: f'c{n}: {{low: 0.001, high: 0.5}}', 60)}}}"),
        },
        "a value function of thousands of points": {
            HEADER_FILE: HEADER.replace(
                "{0: 0, 50: 80, 100: 100}",
                "{" + listed(lambda n: f"{n / 100}: {n / 100}", 10_000) + ", 100: 100}",
            ),
            P: named("trade-offs:\n" + "- risk from 100 to 0 is worth gain from 0 to 50\n" * 9_000),
        },
    }


@pytest.fixture(scope="module")
def slow_ways(tmp_path_factory: pytest.TempPathFactory) -> Any:
    many = criteria(MANY)
    texts = {**sixty(), **{name: {**many, P: named(way)} for name, way in FLAT.items()}}
    cases = {name: case(changes) for name, changes in texts.items()}
    return attack(tmp_path_factory.mktemp("slow"), cases, [["rank", "-f", "json"]])


@pytest.mark.parametrize("name", [*sixty(), *FLAT])
def test_the_most_that_a_way_takes_is_not_slow(slow_ways: Any, name: str) -> None:
    assert_unharmed(slow_ways[name], [0])
    quick(slow_ways[name])
    weights = json.loads(slow_ways[name][0].out)["profile"]["weights"]
    assert sum(weights.values()) == pytest.approx(1, abs=1e-9)
    assert min(weights.values()) >= 0
