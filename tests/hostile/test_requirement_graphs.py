"""Options that require each other in long chains, rings and tangles."""

from typing import Any

import pytest
from hostile_cases import FIRST, case
from hostile_runs import assert_unharmed, attack

LONG = 3000
WIDE = 150
CONFLICT = "conflicts-with: [o0]\n"


def chain(last: str) -> dict[str, str]:
    options = {f"options/o{n}.yaml": FIRST + f"requires: [o{n + 1}]\n" for n in range(LONG - 1)}
    return {**options, f"options/o{LONG - 1}.yaml": FIRST + last}


def tangle(key: str) -> dict[str, str]:
    names = [f"o{n}" for n in range(WIDE)]
    return {
        f"options/{name}.yaml": FIRST + f"{key}: [{', '.join(n for n in names if n != name)}]\n"
        for name in names
    }


RING = {
    f"options/o{n}.yaml": FIRST
    + f"requires: [o{(n + 1) % 500}]\n"
    + (f"conflicts-with: [o{250}]\n" if n == 0 else "")
    for n in range(500)
}
CASES = {
    "a chain of 3,000 that ends in a conflict": (chain(CONFLICT), 1),
    "a ring of 3,000": (chain("requires: [o0]\n"), 0),
    "a ring with a conflict": (RING, 1),
    "all require all": (tangle("requires"), 0),
    "all conflict with all": (tangle("conflicts-with"), 0),
    "all require all, and two conflict": (
        {
            **tangle("requires"),
            "options/o0.yaml": FIRST + "requires: [o1]\nconflicts-with: [o2]\n",
        },
        1,
    ),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {name: case(changes) for name, (changes, _) in CASES.items()}
    return attack(tmp_path_factory.mktemp("graphs"), cases, [["rank", "-f", "csv"]])


@pytest.mark.parametrize("name", CASES)
def test_no_graph_of_requirements_is_too_much(runs: Any, name: str) -> None:
    code = CASES[name][1]
    assert_unharmed(runs[name], [code])
    (run,) = runs[name]
    assert ("error[contradiction]" in run.err) is bool(code)
    assert bool(run.out) is not bool(code)


def test_a_long_chain_is_told_without_all_its_links(runs: Any) -> None:
    found = runs["a chain of 3,000 that ends in a conflict"]
    assert all(len(line) < 2000 for run in found for line in (run.out + run.err).splitlines())
