"""Every view shows every valid case, whatever its scales, judges, requirements and weights are."""

import csv
import io
import json
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from robustness_scenes import screen

from policyscore.analysis.robustness.study_results import WeightsDrawn
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check
from policyscore.views.robustness.as_csv import robustness_csv
from policyscore.views.robustness.as_json import robustness_data
from policyscore.views.robustness.markdown import robustness_markdown
from policyscore.views.robustness.scene import Scene

ENDS = [(0.0, 100.0), (-1e9, 1e9), (0.0, 1e-6), (1e12, 1e12 + 4), (-3.0, -2.0)]
PLACES = st.integers(0, 8)


@st.composite
def judged(draw: st.DrawFn, by: str, low: float, high: float) -> dict[str, Any]:
    """What one judge says of a score."""
    first, second, third = sorted(
        min(max(low + (high - low) * draw(PLACES) / 8, low), high) for _ in range(3)
    )
    forms: list[dict[str, Any]] = [
        {"likely": first},
        {"likely": "unknown"},
        {"low": first, "high": third},
        {"low": first, "likely": second, "high": third},
        {"samples": [first, second, third]},
        {"normal": [second, max((high - low) / 4, 1e-9)]},
    ]
    said = draw(st.sampled_from(forms))
    return {"by": by, **said}


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """A case of one to four options and one to three criteria, with three profiles."""
    criteria = {f"c{i}": draw(st.sampled_from(ENDS)) for i in range(draw(st.integers(1, 3)))}
    header: dict[str, Any] = {"policyscore": 1, "title": "A case", "baseline": "o0"}
    header["criteria"] = {
        key: {"title": key, "better": "higher", "scale": {str(low): "one", str(high): "other"}}
        for key, (low, high) in criteria.items()
    }
    if draw(st.booleans()):
        header["criteria"]["c0"]["at-least"] = draw(st.sampled_from(criteria["c0"]))
    header["experts"] = {key: {"title": key.upper(), "weight": 1} for key in ("ann", "bob")}
    files = Files()
    files.add(HEADER_FILE, _yaml(header))
    for i in range(draw(st.integers(1, 4))):
        scores = {
            key: [
                draw(judged(by, *ends))
                for by in draw(st.sampled_from([["ann"], ["bob"], ["ann", "bob"]]))
            ]
            for key, ends in criteria.items()
        }
        option = {"title": f"Option {i}", "summary": "It", "scores": scores}
        files.add(f"options/o{i}.yaml", _yaml(option))
    for name, stated in (
        ("points", {"points": {key: draw(st.sampled_from([1, 2, 1e-9])) for key in criteria}}),
        ("order", {"order": list(criteria)}),
        ("ranges", {"ranges": {key: {"low": 0, "high": 1} for key in criteria}}),
    ):
        files.add(f"weights/{name}.yaml", _yaml({"title": name.title(), **stated}))
    found, findings = check(files)
    assert found is not None, findings
    return found


def _yaml(data: dict[str, Any]) -> str:
    """JSON is YAML, but for keys that are numbers in quotes."""
    text = json.dumps(data)
    for low, high in ENDS:
        text = text.replace(f'"{low}":', f"{low}:").replace(f'"{high}":', f"{high}:")
    return text.replace("e-06", "e-6").replace("e+", "e")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    decision=decisions(),
    weights=st.sampled_from(get_args(WeightsDrawn)),
    profile=st.sampled_from(["points", "order", "ranges"]),
    together=st.booleans(),
    columns=st.sampled_from([40, 80, 140]),
)
def test_every_view_shows_every_uncertain_case(
    decision: Decision, weights: WeightsDrawn, profile: str, together: bool, columns: int
) -> None:
    key = None if weights in {"any", "profiles"} else profile
    found = decision.robustness(key, weights=weights, samples=1_600, together=together)
    scene = Scene(decision.case, found, "" if key is None else decision.profiles[key].title)
    shown, page = screen(scene, columns), robustness_markdown(scene)
    assert max(cell_len(line) for line in shown.splitlines()) <= columns
    for said in (shown, page):
        assert "nan" not in said
        assert "inf" not in said
    data = json.loads(json.dumps(robustness_data(scene), allow_nan=False))
    assert [option["option"] for option in data["options"]] == [s.option for s in found.ordered]
    firsts = sum(option["first"] for option in data["options"])
    assert abs(firsts + data["undecided"] - 1) < 1e-6
    if data["losing_futures"] is not None:
        assert data["losing_futures"]["sentences"]
        assert data["losing_futures"]["option"] == data["leader"] == data["level"][0]
    rows = list(csv.DictReader(io.StringIO(robustness_csv(scene))))
    assert [row["option"] for row in rows] == [s.option for s in found.ordered]
