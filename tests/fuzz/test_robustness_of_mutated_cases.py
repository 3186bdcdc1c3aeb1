"""Cases with distributions, mutated: `robustness` says something that adds up, or what is wrong."""

import contextlib
import csv
import io
import json
import math
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from policyscore.case.directory import Files
from policyscore.cli.app import run
from policyscore.decision import check
from policyscore.reading.files import decode

FORMS = ("table", "json", "csv", "markdown")
LAWS = ("fixed", "admissible", "near", "any", "profiles")
WIDTH = 80
HEADER, PATROL, FLEET, WAIT, TRIED = (
    "policyscore.yaml",
    "options/patrol.yaml",
    "options/fleet.yaml",
    "options/wait.yaml",
    "weights/tried.yaml",
)
CRITERIA = ("risk", "effect", "support")
GOOD = {
    HEADER: """\
policyscore: 1
title: A blocked strait
question: How should we answer?
baseline: wait
default-profile: tried
criteria:
  security:
    title: Security
    criteria:
      risk:
        title: Risk of war
        better: lower
        scale: {0: none, 50: some, 100: war}
        value: {0: 100, 40: 30, 60: 30, 100: 0}
      effect: {title: Effect, better: higher, scale: {0: none, 1: full}}
  support: {title: Support, better: higher, scale: {-10: none, 10: all}, at-least: -9}
experts:
  ann: {title: Ann, weight: 2}
  bob: {title: Bob, weight: 1}
""",
    PATROL: """\
title: Patrol together
scores:
  risk: {normal: [40, 15], by: ann}
  effect: [{by: ann, beta: [2, 5]}, {by: bob, likely: 0.5}]
  support: {samples: [-3, -2.5, 0, 4, 4, 6]}
""",
    FLEET: """\
title: Send the fleet
scores:
  risk: [{by: ann, low: 30, likely: 60, high: 90}, {by: bob, low: 20, high: 60}]
  effect: {beta: [4, 2], low: 0.2, high: 1}
  support: unknown
""",
    WAIT: """\
title: Wait
scores: {risk: 10, effect: 0.1, support: {low: -5, high: 3}}
""",
    TRIED: """\
title: Tried
points: {risk: 2, effect: 1, support: 1}
""",
    "weights/other.yaml": """\
title: Other
order: [support, [risk, effect]]
""",
    "weights/both.yaml": """\
title: Both
group: {of: {tried: 1, other: 3}}
""",
}
SPANS = {"risk": (0.0, 100.0), "effect": (0.0, 1.0), "support": (-10.0, 10.0)}
SIZES = ["1e-300", "1e-12", "0.001", "0.5", "3", "40", "1e6", "1e15"]
SHAPES = ["0.01", "0.5", "1", "1.5", "7", "300", "10000"]
STATED = [
    "points: {risk: 0, effect: 0, support: 1}",
    "points: {risk: 1e-9, effect: 1, support: 1}",
    "points: {security: 3, support: 1}\nwithin: {security: {order: [effect, risk]}}",
    "points: {security: 3, support: 1}\nwithin: {security: {ranges: {risk: any, effect: any}}}",
    "order: [risk, effect, support]",
    "order: [[risk, effect, support]]",
    "order: [risk, effect, support]\nformula: reciprocal",
    "ranges: {risk: any, effect: any, support: any}",
    "ranges: {risk: {low: 0.2, high: 0.5}, effect: any, support: any}\norder: [risk, effect]",
    "ranges: {risk: {low: 0.3, high: 0.300000001}, effect: {low: 0.3}, support: any}",
    "ranges: {risk: {low: 0.5, high: 0.5}, effect: {low: 0.25}, support: {low: 0.25}}",
    "ranges: {security: {low: 0.3}, support: any}\nwithin: {security: {order: [risk, effect]}}",
    "group: {of: {other: 1}}",
]
WORDS = [
    "normal",
    "beta",
    "samples",
    "low",
    "high",
    "likely",
    "unknown",
    "0",
    "-1",
    "1e999",
    ".nan",
]
LIMITS = [", at-least: 0.6", ", at-most: 0.4", ", at-least: 0, at-most: 1"]


@st.composite
def judgement(draw: st.DrawFn, key: str) -> str:
    """What may stand in place of a score, most often something that is right."""
    low, high = SPANS[key]
    places = [low, high, (low + high) / 2, low + (high - low) * 1e-9, low + (high - low) / 3]
    place = st.sampled_from([f"{at!r}" for at in places])
    kind = draw(st.sampled_from(["normal", "normal", "beta", "samples", "range", "three", "some"]))
    if kind == "normal":
        return f"{{normal: [{draw(place)}, {draw(st.sampled_from(SIZES))}]}}"
    if kind == "samples":
        many = draw(st.lists(place, min_size=2, max_size=6))
        return f"{{samples: [{', '.join(many * draw(st.sampled_from([1, 1, 50])))}]}}"
    if kind == "some":
        return draw(st.sampled_from(["unknown", f"{low!r}", f"{high!r}", "{likely: unknown}"]))
    a, b, c = sorted(draw(place) for _ in range(3)) if low >= 0 else (f"{low!r}", "0", f"{high!r}")
    if kind == "beta":
        shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=2, max_size=2))
        return f"{{beta: [{', '.join(shapes)}], low: {a}, high: {c}}}"
    ends = f"low: {a}, high: {c}"
    return f"{{{ends}}}" if kind == "range" else f"{{{ends}, likely: {b}}}"


@st.composite
def mutated(draw: st.DrawFn) -> Mapping[str, str]:
    """The files of the good case after a few mutations."""
    texts = dict(GOOD)
    for path in draw(st.lists(st.sampled_from([PATROL, FLEET, WAIT]), max_size=3, unique=True)):
        said = "".join(f"  {key}: {draw(judgement(key))}\n" for key in CRITERIA)
        texts[path] = f"title: {path[8:-5].title()}\nscores:\n{said}"
    if draw(st.booleans()):
        texts[TRIED] = f"title: Tried\n{draw(st.sampled_from(STATED))}\n"
    if draw(st.booleans()):
        scale = "scale: {0: none, 1: full}"
        texts[HEADER] = GOOD[HEADER].replace(scale, scale + draw(st.sampled_from(LIMITS)))
    if draw(st.integers(0, 3)) == 0:  # what is wrong ends soon, and other tests are about it
        path = draw(st.sampled_from(sorted(texts)))
        words = texts[path].split(" ")
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
        texts[path] = " ".join(words)
    return texts


def is_valid(texts: Mapping[str, str]) -> bool:
    """Whether the files are a case that can be ranked."""
    files = Files()
    for path, content in texts.items():
        files.add(path, decode(content.encode(), path))
    return check(files)[0] is not None


def shown(texts: Mapping[str, str], *arguments: str) -> tuple[int, str, str]:
    """Write a case, run the command on it in this process, and give its code and what it wrote."""
    with tempfile.TemporaryDirectory() as root, contextlib.ExitStack() as stack:
        for path, content in texts.items():
            file = Path(root, path)
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, encoding="utf-8")
        streams = [
            io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in ("out", "err")
        ]
        bare = {"COLUMNS": f"{WIDTH}", "NO_COLOR": "1"}
        stack.enter_context(mock.patch.dict(os.environ, bare))
        stack.enter_context(mock.patch.object(sys, "stdout", streams[0]))
        stack.enter_context(mock.patch.object(sys, "stderr", streams[1]))
        code = run(["robustness", "-C", root, *arguments])
    for stream in streams:
        stream.flush()
        stream.seek(0)
    return code, streams[0].read(), streams[1].read()


def judge_json(out: str) -> None:
    """Every share is one, and all of them add up."""
    data = json.loads(out, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    options: list[dict[str, Any]] = data["options"]
    assert len(options) == 3
    for option in options:
        shares = [*option["acceptability"], option["excluded"]]
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) == pytest.approx(1, abs=1e-9)
        assert option["central_weights"] is None or sum(
            option["central_weights"].values()
        ) == pytest.approx(1, abs=1e-9)
        assert option["confidence"] is None or 0 <= option["confidence"] <= 1
        assert option["expected_rank"] is None or 1 <= option["expected_rank"] <= 3
    firsts = [option["first"] for option in options]
    assert firsts == sorted(firsts, reverse=True)
    assert sum(firsts) + data["undecided"] == pytest.approx(1, abs=1e-9)
    for a, others in data["pairwise"].items():
        for b, share in others.items():
            assert 0 <= share <= 1
            assert share + data["pairwise"][b][a] <= 1 + 1e-9
    for width in ("half_width", "first_half_width", "pairwise_half_width"):
        assert 0 <= data[width] <= 1
    assert data["exact"] == (data["samples"] == 0)


def judge_csv(out: str) -> None:
    """A line for each option, with numbers that are numbers."""
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 3
    for row in rows:
        assert None not in row
        assert None not in row.values()
        for text in row.values():
            with contextlib.suppress(ValueError):
                assert math.isfinite(float(text)), row


def judge_text(out: str, *, width: int | None) -> None:
    """Words and numbers, on lines that fit."""
    assert " first" in out
    for word in ("nan", "inf", "None"):
        assert f" {word} " not in out
        assert f"{word}%" not in out
    if width is not None:
        assert max(map(cell_len, out.splitlines())) <= width


@settings(
    max_examples=int(os.environ.get("POLICYSCORE_EXAMPLES", "80")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    texts=mutated(),
    law=st.sampled_from(LAWS),
    form=st.sampled_from(FORMS),
    more=st.lists(
        st.sampled_from([("--pert",), ("--experts", "together"), ("--top", "1")]),
        max_size=2,
        unique=True,
    ),
)
def test_a_mutated_case_gets_shares_or_findings(
    texts: Mapping[str, str], law: str, form: str, more: list[tuple[str, ...]]
) -> None:
    options = [word for words in more for word in words]
    if form in {"json", "csv"} and "--top" in options:  # all options are to be judged
        form = "table"
    code, out, err = shown(texts, "-w", law, "-f", form, "--samples", "800", *options)
    event(f"{law}, {form}: {code}")
    assert code == (0 if is_valid(texts) else 1), (code, err)
    assert "Traceback" not in err
    assert "fault of the program" not in err
    if code:
        return
    if form == "json":
        judge_json(out)
    elif form == "csv":
        judge_csv(out)
    else:
        judge_text(out, width=WIDTH if form == "table" else None)


@pytest.mark.parametrize("stated", STATED)
def test_every_way_of_stating_weights_is_drawn_from(stated: str) -> None:
    texts = {**GOOD, TRIED: f"title: Tried\n{stated}\n"}
    assert is_valid(texts)
    code, out, err = shown(texts, "-f", "json", "--samples", "800")
    assert (code, err) == (0, "")
    judge_json(out)
