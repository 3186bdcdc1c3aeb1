"""Every view shows every valid case: extreme scales, idle experts, unknowns, requirements."""

import json
from io import StringIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from sensitivity_view_cases import Texts, decide, in_yaml, scene_of, texts

from policyscore.analysis.sensitivity.crossings import cross_over
from policyscore.views.sensitivity.as_csv import sensitivity_csv
from policyscore.views.sensitivity.as_json import sensitivity_data
from policyscore.views.sensitivity.crossover import (
    crossover_csv,
    crossover_markdown,
    crossover_terminal,
)
from policyscore.views.sensitivity.markdown import sensitivity_markdown
from policyscore.views.sensitivity.terminal import sensitivity_terminal

CRITERIA = ("cost", "speed", "trust")
SCALES = ((0.0, 100.0), (-1e9, 1e9), (0.0, 1e-6), (1e12, 1e12 + 1), (-3.0, -2.0))
STEPS = st.integers(0, 10)


@st.composite
def judgement(draw: st.DrawFn, low: float, high: float) -> Any:
    def at(step: int) -> float:
        return min(max(low + (high - low) * step / 10, low), high)

    by = draw(st.sampled_from(["ann", "bob"]))
    kind = draw(st.sampled_from(["likely", "range", "unknown", "all"]))
    one, two, three = sorted(draw(st.tuples(STEPS, STEPS, STEPS)))
    made: dict[str, Any] = {"by": by}
    if kind in {"range", "all"}:
        made |= {"low": at(one), "high": at(three)}
    if kind in {"likely", "all"}:
        made["likely"] = at(two)
    return {"by": by, "likely": "unknown"} if kind == "unknown" else made


@st.composite
def cases(draw: st.DrawFn) -> Texts:
    ends = {c: draw(st.sampled_from(SCALES)) for c in CRITERIA}
    tree: dict[str, Any] = {}
    for c, (low, high) in ends.items():
        tree[c] = {"title": c, "better": draw(st.sampled_from(["higher", "lower"]))}
        tree[c]["scale"] = {low: "one end", high: "the other"}
    if draw(st.booleans()):
        tree["cost"]["at-least"] = draw(st.sampled_from(ends["cost"]))
    if draw(st.booleans()):
        inner = {c: tree.pop(c) for c in ("speed", "trust")}
        tree["both"] = {"title": "Both", "criteria": inner}
    scores = {
        option: {
            c: draw(st.lists(judgement(*ends[c]), min_size=1, max_size=2, unique_by=by_whom))
            for c in CRITERIA
        }
        for option in "abcd"[: draw(st.integers(1, 4))]
    }
    weights = {c: draw(st.sampled_from([0, 1, 1, 2, 1e-9])) for c in CRITERIA}
    weights["cost"] = weights["cost"] or 3
    experts = {
        "ann": {"title": "Ann"},
        "bob": {"title": "Bob", "weight": draw(st.sampled_from([1, 0.001, 1e6]))},
    }
    files = texts(scores, weights, criteria=tree, more={"experts": experts})
    other = in_yaml({"title": "Other", "points": dict.fromkeys(CRITERIA, 1)})
    return {**files, "weights/other.yaml": other}


def by_whom(made: dict[str, Any]) -> str:
    by: str = made["by"]
    return by


def console(columns: int) -> Console:
    return Console(file=StringIO(), width=columns, markup=False, emoji=False, highlight=False)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(files=cases(), columns=st.sampled_from([40, 80, 140]))
def test_every_view_shows_every_case(files: Texts, columns: int) -> None:
    decision = decide(files)
    for everything in (False, True):
        scene = scene_of(decision, everything=everything)
        screen = console(columns)
        screen.print(sensitivity_terminal(screen, scene, "To try them: x"), crop=False)
        text = screen.file.getvalue()  # type: ignore[attr-defined]
        assert max(cell_len(line.rstrip()) for line in text.splitlines()) <= columns
        page = sensitivity_markdown(scene, "To try them: x")
        for said in (text, page):
            assert "nan" not in said
            assert "inf" not in said.replace("information", "")
    data = json.dumps(sensitivity_data(scene, "plain"), allow_nan=False)
    assert json.loads(data)["firsts"] == list(scene.found.first)
    assert sensitivity_csv(scene).count("\n") > 5
    for member in (*decision.case.criteria, *decision.case.groups):
        picture = cross_over(decision.case, decision.valued, decision.weights["plain"], member)
        assert (picture is None) == (not scene.found.first)
        if picture is not None:
            screen = console(columns)
            screen.print(crossover_terminal(screen, scene, picture), crop=False)
            assert "nan" not in crossover_markdown(scene, picture) + crossover_csv(picture)
