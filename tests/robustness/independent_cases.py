"""Cases as the contents of their files: drawn at random with everything in them, and loaded."""

import json
import re
from typing import Any

import numpy as np

from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check

Data = dict[str, Any]


def criterion(**more: Any) -> Data:
    """A criterion on a scale from 0 to 100."""
    return {"title": "One", "better": "higher", "scale": {"0": "none", "100": "all"}, **more}


def case(criteria: Data, options: Data, weights: Data, experts: Data | None = None) -> Data:
    """The contents of a case."""
    header = {
        "policyscore": 1,
        "title": "A case",
        "baseline": next(iter(options)),
        "criteria": criteria,
        "experts": experts or {"ada": {"title": "Ada", "weight": 1}},
    }
    return {"header": header, "options": options, "weights": weights}


def table(rows: list[list[Any]], weights: Data, **criteria: Any) -> Data:
    """A case of options o0, o1, ... by criteria c0, c1, ..., or those given."""
    named = criteria or {f"c{j}": criterion() for j in range(len(rows[0]))}
    options = {f"o{i}": dict(zip(_leaves(named), row, strict=True)) for i, row in enumerate(rows)}
    return case(named, options, weights)


def _leaves(criteria: Data) -> list[str]:
    found: list[str] = []
    for key, each in criteria.items():
        found += _leaves(each["criteria"]) if "criteria" in each else [key]
    return found


def load(data: Data) -> Decision:
    """Load a case from the contents of its files."""

    def text(content: object) -> str:
        # Numbers may not be keys of JSON; in YAML they may.
        return re.sub(r'"(-?[\d.]+)":', r"\1:", json.dumps(content))

    files = Files()
    files.add(HEADER_FILE, text(data["header"]))
    for key, scores in data["options"].items():
        content = {"title": f"Option {key}", "summary": f"What {key} means", "scores": scores}
        files.add(f"options/{key}.yaml", text(content))
    for key, stated in data["weights"].items():
        files.add(f"weights/{key}.yaml", text({"title": key, **stated}))
    decision, findings = check(files)
    assert decision is not None, [f"{f.path}: {f.message}" for f in findings]
    return decision


EXPERTS: Data = {
    "ada": {"title": "Ada", "weight": 2},
    "ben": {"title": "Ben", "weight": 1},
    "cyd": {"title": "Cyd", "weight": 0.5},
    "nil": {"title": "Nil", "weight": 0},
}
PROFILES: Data = {
    "flat": {"points": {"cost": 3, "speed": 1, "trust": 2, "reach": 2}},
    "other": {"points": {"cost": 0, "speed": 5, "trust": 1, "reach": 1}},
    "ordered": {"order": ["trust", "cost", "speed", "reach"]},
    "tied": {"order": ["trust", ["cost", "speed"], "reach"]},
    "ranged": {
        "ranges": {
            "cost": {"low": 0.1, "high": 0.4},
            "speed": {"high": 0.3},
            "trust": {"low": 0.2},
            "reach": "any",
        }
    },
    "both": {
        "ranges": {
            "cost": {"low": 0.05, "high": 0.5},
            "speed": "any",
            "trust": {"high": 0.6},
            "reach": "any",
        },
        "order": ["trust", "cost", "reach"],
    },
    "tree": {
        "ranges": {"price": {"low": 0.2, "high": 0.7}, "trust": {"high": 0.5}, "reach": "any"},
        "order": ["trust", "reach"],
        "within": {"price": {"order": ["speed", "cost"]}},
    },
    "group": {"group": {"of": {"flat": 1, "ordered": 3, "tree": 2}}},
}


def random_case(seed: int, options: int = 5) -> Data:
    """A case with everything mixed: all forms of a judgement, limits, bent values, groups."""
    dice = np.random.default_rng(seed)
    bent = {"0": 100, "30": 45, "80": 30, "100": 0}
    criteria = {
        "price": {
            "title": "Price",
            "criteria": {
                "cost": criterion(better="lower", value=bent),
                "speed": criterion(**{"at-most": 92}),
            },
        },
        "trust": criterion(
            scale={"-10": "none", "30": "all"}, **{"at-least": float(dice.integers(-9, -5))}
        ),
        "reach": criterion(better="lower", scale={"0": "none", "1": "all"}),
    }
    span = {"cost": (0, 100), "speed": (0, 100), "trust": (-10, 30), "reach": (0, 1)}
    scored = {
        f"o{i}": {key: _score(dice, low, high) for key, (low, high) in span.items()}
        for i in range(options)
    }
    return case(criteria, scored, PROFILES, EXPERTS)


def _score(dice: np.random.Generator, low: float, high: float) -> Any:
    kind = int(dice.integers(10))
    if kind < 6:
        return _judgement(dice, low, high)
    names = dice.permutation(["ada", "ben", "cyd", "nil", ""])[: int(dice.integers(2, 5))]
    said = [_judgement(dice, low, high, by) for by in map(str, names)]
    if all(each.get("by") == "nil" for each in said):
        return "unknown"
    return said


def _judgement(dice: np.random.Generator, low: float, high: float, by: str = "ada") -> Data:
    three = sorted(float(round(x, 3)) for x in dice.uniform(low, high, 3))
    width = high - low
    forms: list[Data] = [
        {"likely": three[1]},
        {"low": three[0], "high": three[2]},
        {"low": three[0], "likely": three[1], "high": three[2]},
        {"low": three[0], "likely": three[0], "high": three[2]},
        {"normal": [three[1], float(round(width * dice.uniform(0.02, 0.3), 3))]},
        {"beta": [2, float(round(dice.uniform(0.6, 5), 2))], "low": three[0], "high": three[2]},
        {"samples": [*three, three[0], round(high + 0.05 * width, 3)]},
        {"likely": "unknown"},
        {"likely": round(low + width / 2, 3)},
    ]
    said = forms[int(dice.integers(len(forms)))]
    return {**said, "by": by} if by else said
