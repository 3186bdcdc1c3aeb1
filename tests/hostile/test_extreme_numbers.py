"""Numbers at the ends of what a float holds are findings or finite results, never a fault."""

import json
from typing import Any

import pytest
from hostile_cases import FIRST, HEADER, HEADER_FILE, SECOND, A, B, P, case
from hostile_runs import assert_unharmed, attack

NUMBERS = [
    *("0", "-0", "-0.0", "1e15", "-1e15", "1e-300", "5e-324", "1e-320", "1e-400", "0.1", "1e0"),
    *("1e16", "1e308", "1e999", "-1e999", ".inf", "-.inf", ".nan", "9" * 30, "9" * 5000, "0x10"),
    *("012", "1_000", "1:30", "1e", "1e+", "." + "0" * 400 + "1", "1" + "0" * 400 + "e-400", "no"),
]
_RANGE = "likely: 40, low: 20, high: 60"
PLACES = {
    "a score": (A, FIRST, "likely: 40", "likely: {}"),
    "the low end": (A, FIRST, "low: 20", "low: {}"),
    "the high end": (A, FIRST, "high: 60", "high: {}"),
    "a mean": (A, FIRST, _RANGE, "normal: [{}, 10]"),
    "a standard deviation": (A, FIRST, _RANGE, "normal: [40, {}]"),
    "a shape": (A, FIRST, _RANGE, "beta: [{}, 5], low: 20, high: 60"),
    "both shapes": (A, FIRST, _RANGE, "beta: [{0}, {0}], low: 20, high: 60"),
    "an end of a beta": (A, FIRST, _RANGE, "beta: [2, 5], low: {}, high: 60"),
    "a sample": (A, FIRST, _RANGE, "samples: [40, {}]"),
    "a weight": (P, "title: P\npoints: {risk: 2, gain: 1}\n", "risk: 2", "risk: {}"),
    "both weights": (
        P,
        "title: P\npoints: {risk: 2, gain: 1}\n",
        "risk: 2, gain: 1",
        "risk: {0}, gain: {0}",
    ),
    "an expert's weight": (HEADER_FILE, HEADER, "weight: 1", "weight: {}"),
    "the top of a scale": (HEADER_FILE, HEADER, "100: war", "{}: war"),
    "the bottom of a scale": (HEADER_FILE, HEADER, "{0: none", "{{{}: none"),
    "a point of a value function": (HEADER_FILE, HEADER, "50: 80", "{}: 80"),
    "a value": (HEADER_FILE, HEADER, "50: 80", "50: {}"),
    "a limit": (HEADER_FILE, HEADER, "title: Risk", "title: Risk, at-most: {}"),
    "the version": (HEADER_FILE, HEADER, "policyscore: 1", "policyscore: {}"),
    "a date": (HEADER_FILE, HEADER, "published: 2026-05", "published: {}"),
    "an id": (B, SECOND, "by: ann", "by: {}"),
    "a title": (B, SECOND, "title: Option B", "title: {}"),
}


def cases() -> dict[str, Any]:
    return {
        f"{index}: {number[:12]} as {place}": case({path: text.replace(old, new.format(number))})
        for place, (path, text, old, new) in PLACES.items()
        for index, number in enumerate(NUMBERS)
    }


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return attack(tmp_path_factory.mktemp("numbers"), cases(), [["rank", "-f", "json"]])


@pytest.mark.parametrize("place", PLACES)
def test_any_number_in_any_place_is_a_finding_or_a_finite_result(runs: Any, place: str) -> None:
    path, text, old, _ = PLACES[place]
    assert old in text, path
    found = [run for name, of in runs.items() if name.endswith(f" as {place}") for run in of]
    assert len(found) == len(NUMBERS)
    assert_unharmed(found, [0, 1])
    for run in found:
        if run.code == 0:
            json.loads(run.out, parse_constant=lambda name: pytest.fail(f"{name} in {place}"))
            ranking = json.loads(run.out)
            assert abs(sum(ranking["profile"]["weights"].values()) - 1) < 1e-9
            for row in ranking["ranking"]:
                assert 0 <= row["low"] <= row["value"] <= row["high"] <= 100


def test_both_ends_occur(runs: Any) -> None:
    assert {run.code for of in runs.values() for run in of} == {0, 1}
