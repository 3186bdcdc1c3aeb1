"""Numbers of any size that a file may hold: no fault, nothing that is not a number."""

import math
import random
from typing import Any

import pytest
from sensitivity_cases import JUDGES, CaseData, analysed, plain_case

NUMBERS = (1e15, -1e15, 1e-300, 5e-324, 0.0, 1.0, 100.0, -7.5, 1e12, 1e-12, -3e-150)
POINTS = (0.0, 1.0, 1e-300, 3.0, 1e15, 5e-324)
WEIGHTS = (1.0, 1e-300, 5e-324, 2.0, 1e15)


def extreme_case(seed: int) -> CaseData:
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    keys = ("cost", "speed", "trust")[: dice.randint(1, 3)]
    weights = {key: dice.choice(POINTS) for key in keys}
    weights[keys[0]] = weights[keys[0]] or 1.0
    data = plain_case(weights, {f"o{k}": [0] * len(keys) for k in range(dice.randint(1, 6))})
    for key in keys:
        low, high = sorted(dice.sample(NUMBERS, 2))
        about = data["header"]["criteria"][key]
        about["scale"] = {repr(low): "none", repr(high): "all"}
        about["better"] = dice.choice(["lower", "higher"])
        if dice.random() < 0.3:
            about["at-least"] = low
        inside = [x for x in NUMBERS if low <= x <= high]
        for option in data["options"].values():
            several = [{"by": j, "likely": dice.choice([*inside, "unknown"])} for j in JUDGES]
            option["scores"][key] = dice.choice([dice.choice(inside), "unknown", several])
    for judge in JUDGES:
        data["header"]["experts"][judge]["weight"] = dice.choice(WEIGHTS)
    return data


def numbers_in(found: Any) -> list[float]:
    """Every number of a result."""
    if isinstance(found, float):
        return [found]
    if isinstance(found, dict):
        found = tuple(found.values())
    if hasattr(found, "__dataclass_fields__"):
        found = tuple(getattr(found, name) for name in found.__dataclass_fields__)
    return [x for part in found for x in numbers_in(part)] if isinstance(found, tuple) else []


@pytest.mark.parametrize("seed", range(30))
def test_extreme_numbers_give_numbers(seed: int) -> None:
    found = numbers_in(analysed(extreme_case(seed)))
    assert found
    assert all(math.isfinite(x) for x in found)
