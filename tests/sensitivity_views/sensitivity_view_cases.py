"""Small cases and hand-made results for the views of sensitivity, and the program run on them."""

import io
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from policyscore.analysis.sensitivity.results import NearestWeights, RivalWeights, Sensitivity
from policyscore.analysis.sensitivity.whole import analyse
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.cli.app import run
from policyscore.decision import Decision, check
from policyscore.views.glyphs import PLAIN, Glyphs
from policyscore.views.sensitivity.words import Scene

BRIDGE = Path(__file__).resolve().parents[1] / "snapshots" / "case"
TITLES = {"a": "Act now", "b": "Bide our time", "c": "Call a meeting", "d": "Do nothing"}
Judgements = float | str | dict[str, Any] | Sequence[dict[str, Any]]
Texts = dict[str, str]


@dataclass(frozen=True)
class Ran:
    """What a run of the program gave."""

    code: int
    out: str
    err: str


def in_yaml(content: Any) -> str:
    """Data as JSON with bare numbers as keys, which is YAML."""
    return re.sub(
        r'"(-?[0-9.]+(?:e[-+]?[0-9]+)?)":', r"\1:", json.dumps(content, ensure_ascii=False)
    )


def texts(
    scores: Mapping[str, Mapping[str, Judgements]],
    weights: Mapping[str, float],
    *,
    criteria: Mapping[str, Any] | None = None,
    titles: Mapping[str, str] | None = None,
    profile: str = "Plain",
    more: Mapping[str, Any] | None = None,
) -> Texts:
    """The files of a case.

    Args:
        scores: Option's id to criterion's id to what is judged.
        weights: Criterion's id to points.
        criteria: What stands under `criteria`; scales from 0 to 100 if None.
        titles: Option's id to title.
        profile: The profile's title.
        more: Further keys of the header.
    """
    plain = {
        key: {"title": key.title(), "better": "higher", "scale": {0: "none", 100: "all"}}
        for key in weights
    }
    header = {
        "policyscore": 1,
        "title": "A case",
        "baseline": next(iter(scores)),
        "default-profile": "plain",
        "criteria": criteria or plain,
        "experts": {"ann": {"title": "Ann"}, "bob": {"title": "Bob", "weight": 1}},
        "sources": {"memo": {"title": "The memo"}},
        **(more or {}),
    }
    known = {**TITLES, **(titles or {})}
    files = {HEADER_FILE: in_yaml(header)}
    files["weights/plain.yaml"] = in_yaml({"title": profile, "points": weights})
    for option, judged in scores.items():
        content = {"title": known.get(option, option), "scores": judged}
        files[f"options/{option}.yaml"] = in_yaml(content)
    return files


def decide(files: Texts) -> Decision:
    """Check a case given as texts."""
    read = Files()
    for path, text in files.items():
        read.add(path, text)
    decision, findings = check(read)
    assert decision is not None, [f"{f.path}: {f.message}" for f in findings]
    return decision


def scene_of(
    decision: Decision,
    profile: str = "plain",
    *,
    found: Sensitivity | None = None,
    glyphs: Glyphs = PLAIN,
    everything: bool = False,
) -> Scene:
    """A case analysed, or with results made by hand."""
    made = found or analyse(decision.case, decision.valued, decision.weights, profile)
    weights = decision.weights[profile].criteria
    title = decision.profiles[profile].title
    return Scene(decision.case, title, weights, made, glyphs, everything)


def write(folder: Path, files: Texts) -> Path:
    """Write a case."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


def policyscore(
    *arguments: str | Path, cwd: Path, columns: int = 80, encoding: str = "utf-8", colour: str = ""
) -> Ran:
    """Run the program in this process, with a bare environment."""
    out, err = io.BytesIO(), io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding=encoding, newline="\n")
    stderr = io.TextIOWrapper(err, encoding="utf-8", newline="\n")
    settings = {"COLUMNS": str(columns), "TERM": "xterm-256color"}
    settings |= {colour: "1"} if colour else {}
    with (
        mock.patch.dict(os.environ, settings, clear=True),
        mock.patch.object(sys, "stdout", stdout),
        mock.patch.object(sys, "stderr", stderr),
        chdir(cwd),
    ):
        code = run([str(argument) for argument in arguments])
    stdout.detach()
    stderr.detach()
    return Ran(code, out.getvalue().decode(encoding), err.getvalue().decode("utf-8"))


def made_by_hand(**changes: Any) -> Sensitivity:
    """Results in which nothing changes first place, but for what is given."""
    plain: dict[str, Any] = {
        "profile": "plain",
        "first": ("a",),
        "three": (("a",), ("b",), ("c",)),
        **dict.fromkeys(("weights", "local", "scores", "judgements", "ends", "experts"), ()),
        **dict.fromkeys(("rivals", "minds", "profiles", "left_out"), ()),
        **dict.fromkeys(("nearest", "nearest_largest", "judgement")),
    }
    return Sensitivity(**{**plain, **changes})


def near(option: str, weights: dict[str, float], distance: float, **changes: Any) -> NearestWeights:
    """The nearest weights made by hand."""
    plain: dict[str, Any] = {
        "weights": weights,
        "first": ("a", option),
        "option": option,
        "distance": distance,
        "largest": distance / 2,
        "strict": weights,
    }
    return NearestWeights(**{**plain, **changes})


def never(option: str, by: str = "") -> RivalWeights:
    """A rival that no weights put first."""
    return RivalWeights(option, None, "dominated" if by else "beaten", by)


# a leads by a little; ann's score of a on cost decides, with a reason, a source and a range.
CLOSE = texts(
    {
        "d": {"cost": 0, "speed": 20, "trust": 30},
        "a": {
            "cost": {
                "low": 40,
                "likely": 60,
                "high": 70,
                "by": "ann",
                "because": "Cheaper than it looks.",
                "source": "memo",
                "at": "p. 3",
            },
            "speed": 50,
            "trust": {"low": 40, "high": 60, "by": "bob"},
        },
        "b": {"cost": 50, "speed": {"likely": 62, "by": "ann"}, "trust": "unknown"},
        "c": {
            "cost": 80,
            "speed": [{"likely": 10, "by": "ann"}, {"likely": 20, "by": "bob"}],
            "trust": 30,
        },
    },
    {"cost": 4, "speed": 3, "trust": 3},
)
