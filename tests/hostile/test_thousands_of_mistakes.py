"""Files with tens of thousands of mistakes of one kind get a hundred findings of it, not more."""

from collections.abc import Callable
from typing import Any

import pytest
from hostile_cases import FIRST, HEADER, HEADER_FILE, PROFILE, A, B, P, case
from hostile_runs import assert_unharmed, attack


def lines(form: Callable[[int], str], count: int) -> str:
    return "".join(form(n) for n in range(count))


def items(form: Callable[[int], str], count: int) -> str:
    return ", ".join(form(n) for n in range(count))


SCORES = "title: A\nscores:\n  risk: 1\n  gain: 2\n"
CASES: dict[str, tuple[str, str]] = {
    "unknown keys": (A, FIRST + lines(lambda n: f"x{n}: 1\n", 8_000)),
    "unknown keys on one line": (A, "{" + items(lambda n: f"x{n}: 1", 8_000) + "}"),
    "unknown keys on one line of wide characters": (
        A,
        '{"\U0001f600": 1, ' + items(lambda n: f"漢{n}: 1", 8_000) + "}",
    ),
    "unknown keys of the case": (HEADER_FILE, HEADER + lines(lambda n: f"x{n}: 1\n", 8_000)),
    "unknown keys of a profile": (P, PROFILE + lines(lambda n: f"x{n}: 1\n", 8_000)),
    "unknown keys of judgements": (
        A,
        "title: A\nscores: {risk: ["
        + items(lambda n: f"{{likely: 1, by: ann, x{n}: 2}}", 6_000)
        + "]}\n",
    ),
    "misspelt options": (A, FIRST + "requires:\n" + lines(lambda n: f"- b{n}\n", 8_000)),
    "misspelt options on one line": (
        A,
        FIRST + "requires: [" + items(lambda n: f"b{n}", 8_000) + "]\n",
    ),
    "one option, again and again": (A, FIRST + "requires: [" + "b, " * 8_000 + "]\n"),
    "ids that are none": (A, FIRST + "tags: [" + items(lambda n: f"X{n}", 8_000) + "]\n"),
    "words that are none": (
        A,
        FIRST + "stances:\n" + lines(lambda n: f"- {{expert: ann, stance: like{n}}}\n", 6_000),
    ),
    "unknown experts": (
        A,
        FIRST + "stances:\n" + lines(lambda n: f"- {{expert: e{n}, stance: doubts}}\n", 6_000),
    ),
    "unknown judges": (
        A,
        "title: A\nscores:\n  gain: 1\n  risk:\n"
        + lines(lambda n: f"    - {{likely: 1, by: e{n}}}\n", 6_000),
    ),
    "the same judge": (
        A,
        "title: A\nscores:\n  gain: 1\n  risk:\n" + "    - {likely: 1, by: ann}\n" * 6_000,
    ),
    "scores off the scale": (
        A,
        "title: A\nscores:\n  gain: 1\n  risk:\n"
        + "    - {likely: 999, low: 998, high: 997}\n" * 6_000,
    ),
    "unknown criteria": (A, SCORES + lines(lambda n: f"  x{n}: 1\n", 8_000)),
    "texts where numbers belong": (A, SCORES + lines(lambda n: f"  x{n}: no\n", 8_000)),
    "weights of nothing": (
        P,
        "title: P\npoints:\n  risk: 1\n  gain: 1\n" + lines(lambda n: f"  x{n}: 1\n", 8_000),
    ),
    "negative weights": (P, "title: P\npoints: {" + items(lambda n: f"x{n}: -1", 8_000) + "}\n"),
    "divisions of nothing": (
        P,
        PROFILE + "within:\n" + lines(lambda n: f"  x{n}: {{points: {{}}}}\n", 6_000),
    ),
    "scale out of order": (
        HEADER_FILE,
        HEADER.replace(
            "{0: none, 100: war}",
            "{" + items(lambda n: f"{n * 7919 % 8_009}: x", 8_000) + "}",
        ),
    ),
    "value function out of order": (
        HEADER_FILE,
        HEADER.replace(
            "{0: 0, 50: 80, 100: 100}",
            "{" + items(lambda n: f"{n * 7919 % 8_009}: {n}", 8_000) + "}",
        ),
    ),
    "one criterion in every group": (
        HEADER_FILE,
        HEADER.replace(
            "experts:",
            lines(
                lambda n: (
                    f"  g{n}: {{title: G, criteria: {{risk: {{title: R, better: lower, "
                    "scale: {0: x, 1: y}}}}\n"
                ),
                4000,
            )
            + "experts:",
        ),
    ),
    "criteria without a score": (
        HEADER_FILE,
        HEADER.replace(
            "experts:",
            lines(lambda n: f"  c{n}: {{title: C, better: lower, scale: {{0: x, 1: y}}}}\n", 6_000)
            + "experts:",
        ),
    ),
    "texts over several lines": (
        A,
        FIRST + 'stances: [{expert: ann, stance: doubts, at: "' + "x\\n" * 300_000 + '"}]\n',
    ),
    "an id without end": (A, FIRST + "requires: [" + "a-" * 500_000 + "]\n"),
    "a word without end": (A, FIRST + "tags: [" + "a" * 1_000_000 + "!]\n"),
    "a blank title": (A, 'title: "' + " " * 1_000_000 + '"\n'),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("mistakes")
    cases = {name: case({path: text}) for name, (path, text) in CASES.items()}
    return attack(folder, cases, [["validate"]])


@pytest.mark.parametrize("name", CASES)
def test_thousands_of_mistakes_cost_no_more_than_a_hundred(runs: Any, name: str) -> None:
    assert_unharmed(runs[name], [1])
    (run,) = runs[name]
    assert 1 <= run.out.count(" error[") <= 202
    assert len(run.out) < 100_000


@pytest.fixture(scope="module")
def many_files(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("files")
    misspelt = {f"options/opt-{n}.yaml": FIRST + f"requires: [obt-{n}]\n" for n in range(250)}
    keys = {f"options/o{n}.yaml": FIRST + f"sumary{n}: x\n" for n in range(250)}
    cases = {
        "a misspelt option in each": case(misspelt),
        "a misspelt key in each": case(keys),
        "5,000 misspelt options": case(
            {
                **{f"options/opt-{n}-{'x' * 50}.yaml": FIRST for n in range(200)},
                B: FIRST + "requires:\n" + lines(lambda n: f"- opt-{n}-{'y' * 50}\n", 5000),
            }
        ),
    }
    return attack(folder, cases, [["validate"], ["validate", "-f", "json"]])


@pytest.mark.parametrize(
    "name", ["a misspelt option in each", "a misspelt key in each", "5,000 misspelt options"]
)
def test_thousands_of_misspelt_words_are_looked_up_only_so_often(
    many_files: Any, name: str
) -> None:
    assert_unharmed(many_files[name], [1])
    text, data = many_files[name]
    assert ("Did you mean" in data.out) is not name.startswith("5,000")
    assert text.out.count(" error[") <= 202
