"""Whatever stands in a file of a case, the end is a case or findings, never an exception."""

import json
from typing import Any

from case_texts import ACT, EVEN, GOOD, HEADER, WAIT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policyscore.case.directory import Files
from policyscore.decision import check
from policyscore.reading.yaml_reader import read_yaml

KEYS = [
    *("title", "by", "because", "criteria", "scale", "value", "better", "at-most", "unit"),
    *("experts", "sources", "scores", "stances", "requires", "conflicts-with", "tags", "likely"),
    *("low", "high", "points", "swing", "within", "weight", "rules", "scales", "policyscore"),
    *("normal", "beta", "samples"),
    *("risk", "trust", "cost", "safety", "wait", "act", "ann", "memo", "even", "unknown"),
    *("[key]", "<one>", "<group>", "<number>", "", " ", "0", "-1", "0.5", "Risk", "true", "ä"),
]
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 200),
    st.floats(-1e16, 1e16, allow_nan=False),
    st.sampled_from(KEYS),
    st.sampled_from(["lower", "higher", "opposes", "stated", "case-author", "2020-07"]),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(data: Any, where: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of all values inside a value."""
    found = [where] if where else []
    if isinstance(data, dict):
        found += [place for key in data for place in places(data[key], (*where, key))]
    elif isinstance(data, list):
        found += [place for n, item in enumerate(data) for place in places(item, (*where, n))]
    return found


def written(data: Any) -> str:
    """A value as YAML on one line; numbers stay numbers, also as keys."""
    if isinstance(data, dict):
        return f"{{{', '.join(f'{written(k)}: {written(v)}' for k, v in data.items())}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(written, data))}]"
    return json.dumps(data, ensure_ascii=False)


@st.composite
def almost_good(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the good case with one or two values or keys replaced by anything."""
    path = draw(st.sampled_from([HEADER, WAIT, ACT, EVEN]))
    document, _ = read_yaml(GOOD[path], path)
    assert document is not None
    data: Any = document.data
    for _ in range(draw(st.integers(1, 2))):
        *way, last = draw(st.sampled_from(places(data)))
        inner = data
        for step in way:
            inner = inner[step]
        change = draw(st.sampled_from(["replace", "delete", "rename", "add"]))
        if change == "replace" or isinstance(inner, list):
            inner[last] = draw(values)
        elif change == "add":
            inner[draw(st.sampled_from(KEYS))] = draw(values)
        else:
            value = inner.pop(last)
            if change == "rename":
                inner[draw(st.sampled_from(KEYS))] = value
    return path, written(data)


@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(almost_good())
def test_an_almost_good_file_gives_a_case_or_located_findings(file: tuple[str, str]) -> None:
    path, text = file
    texts = {**GOOD, path: text}
    decision, findings = check(Files(texts=texts, present=set(texts)))
    errors = [finding for finding in findings if finding.severity == "error"]
    assert (decision is None) == bool(errors)
    assert list(findings) == sorted(findings, key=lambda finding: finding.order)
    for finding in findings:
        lines = texts[finding.path].splitlines()
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.message.endswith(".")
        assert "\n" not in finding.message + finding.hint
    if decision is not None:
        assert len(decision.rank("even").ranked) == len(decision.case.options)
