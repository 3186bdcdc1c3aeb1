"""Cases that are valid and enormous are ranked, shown and compared in every format."""

import json
from typing import Any

import pytest
from hostile_cases import FIRST, HEADER, HEADER_FILE, MEBIBYTE, SECOND, A, P, Q, case
from hostile_runs import FORMATS, assert_unharmed, attack

LEAF = "{title: C, better: higher, scale: {0: x, 100: y}}"
MANY = 1000


def nested(levels: int) -> str:
    """Groups inside groups, with one criterion at the bottom."""
    inside = f"risk: {LEAF}"
    for level in range(levels):
        inside = f"g{level}: {{title: G, criteria: {{{inside}}}}}"
    return "policyscore: 1\ntitle: T\nbaseline: a\ndefault-profile: p\ncriteria: {" + inside + "}\n"


def thousand_criteria() -> dict[str, str]:
    names = [f"c{n}" for n in range(MANY)]
    scores = "scores:\n" + "".join(f"  {name}: 50\n" for name in names)
    weights = "points:\n" + "".join(f"  {name}: 1\n" for name in names)
    head = "policyscore: 1\ntitle: T\nbaseline: a\ndefault-profile: p\ncriteria:\n"
    return {
        HEADER_FILE: head + "".join(f"  {name}: {LEAF}\n" for name in names),
        A: "title: A\n" + scores,
        "options/b.yaml": "title: B\n" + scores.replace("c7: 50", "c7: 60"),
        P: "title: P\n" + weights,
        Q: "title: Q\n" + weights.replace("c7: 1", "c7: 9"),
    }


def thousand_judges() -> dict[str, str]:
    experts = "".join(f"  e{n}: {{title: E, weight: {n}}}\n" for n in range(MANY))
    judged = "".join(f"    - {{by: e{n}, likely: {n % 100}, because: B}}\n" for n in range(MANY))
    stances = "".join(f"  - {{expert: e{n}, stance: doubts, because: B}}\n" for n in range(MANY))
    return {
        HEADER_FILE: HEADER.replace("experts:\n", "experts:\n" + experts),
        A: f"title: A\nstances:\n{stances}scores:\n  gain: unknown\n  risk:\n{judged}",
    }


def long_text(key: str) -> str:
    return SECOND + f"{key}: " + "word " * ((MEBIBYTE - 400) // 5) + "\n"


CASES: dict[str, dict[str, str]] = {
    "groups as deep as a file may be": {
        HEADER_FILE: nested(14),
        A: "title: A\nscores: {risk: 1}\n",
        "options/b.yaml": "title: B\nscores: {risk: 2}\n",
        P: "title: P\npoints: {risk: 1}\n",
        Q: "title: Q\nswing: {risk: 100}\n",
    },
    "a thousand criteria": thousand_criteria(),
    "a thousand judges": thousand_judges(),
    "a summary of a mebibyte": {"options/b.yaml": long_text("summary")},
    "a reason of a mebibyte": {
        "options/b.yaml": SECOND.replace("So.", '"' + "why \\n" * ((MEBIBYTE - 400) // 6) + '"')
    },
    "a question of a mebibyte": {
        HEADER_FILE: HEADER.replace("What now?", "What? " * ((MEBIBYTE - 900) // 6))
    },
    "a profile's reason of a mebibyte": {
        P: "title: P\nbecause: " + "x" * (MEBIBYTE - 100) + "\npoints: {risk: 2, gain: 1}\n"
    },
    "tens of thousands of tags": {
        "options/b.yaml": SECOND + "tags: [" + ", ".join(f"t{n}" for n in range(10_000)) + "]\n"
    },
    "tens of thousands of anchors": {
        HEADER_FILE: HEADER.replace(
            "{0: none, 100: war}", "{" + ", ".join(f"{n}: x" for n in range(10_000)) + "}"
        )
    },
    "three hundred options": {
        f"options/o{n}.yaml": FIRST.replace("likely: 40", f"likely: {20 + n % 41}")
        for n in range(300)
    },
    "a hundred profiles": {
        f"weights/w{n}.yaml": f"title: P\npoints: {{risk: {n}, gain: 1}}\n" for n in range(100)
    },
}
COMMANDS = [
    *(["rank", "-f", form] for form in FORMATS),
    ["show", "b"],
    ["why", "a", "b", "-f", "csv"],
    ["rank", "--all", "-f", "csv"],
]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {name: case(changes) for name, changes in CASES.items()}
    return attack(tmp_path_factory.mktemp("large"), cases, COMMANDS)


@pytest.mark.parametrize("name", CASES)
def test_an_enormous_case_is_ranked_and_shown(runs: Any, name: str) -> None:
    assert_unharmed(runs[name], [0])
    assert all(run.out for run in runs[name])


@pytest.mark.parametrize("name", CASES)
def test_its_numbers_are_those_of_a_ranking(runs: Any, name: str) -> None:
    ranking = json.loads(runs[name][1].out)
    assert max(ranking["profile"]["weights"].values()) <= 1
    for row in ranking["ranking"]:
        assert 0 <= row["low"] <= row["value"] <= row["high"] <= 100


def test_groups_one_level_deeper_than_a_file_may_be_are_refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    cases = {"deep": case({HEADER_FILE: nested(15)})}
    (run,) = attack(tmp_path_factory.mktemp("deep"), cases, [["validate"]])["deep"]
    assert_unharmed([run], [1])
    assert "error[too-deep]" in run.out
