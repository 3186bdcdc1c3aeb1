"""Options that can never be taken, because what they require conflicts, even through others."""

from itertools import chain

import pytest
from case_texts import ACT, GOOD, HEADER, findings_of, told
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.reading import rules

DROP = "Drop the requirement or the conflict."


def options(text: str) -> dict[str, str]:
    """The good case with further options: `a requires b c; b conflicts c`."""
    texts = dict(GOOD)
    for line in filter(None, text.split(";")):
        name, verb, *others = line.split()
        path = f"options/{name}.yaml"
        texts.setdefault(path, GOOD[ACT].replace("requires: []\n", ""))
        key = {"requires": "requires", "conflicts": "conflicts-with"}[verb]
        texts[path] = texts[path].replace("title: Act\n", f"title: Act\n{key}: {others}\n")
        for other in others:
            path = f"options/{other}.yaml"
            texts.setdefault(path, GOOD[ACT].replace("requires: []\n", ""))
    return texts


@pytest.mark.parametrize(
    "text",
    [
        "a requires b; b requires c; c conflicts d",
        "a conflicts b; b conflicts a",
        "a requires b; b requires a",
        "a requires b; c conflicts a",
        "a requires c; b requires d; c conflicts d",
    ],
)
def test_options_that_can_be_taken_are_fine(text: str) -> None:
    assert told(options(text)) == []


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("a requires b; a conflicts b", "it requires `b`, but it and `b` conflict."),
        ("a requires b; b conflicts a", "it requires `b`, but it and `b` conflict."),
        (
            "a requires b; b requires c; c conflicts a",
            "it requires `b`, which requires `c`, but it and `c` conflict.",
        ),
        (
            "a requires b c; b conflicts c",
            "it requires `b`, and it requires `c`, but `b` and `c` conflict.",
        ),
        (
            "a requires d b; b requires c; d conflicts c",
            "it requires `b`, which requires `c`, and it requires `d`, but `c` and `d` conflict.",
        ),
    ],
)
def test_the_requirements_that_lead_to_the_conflict_are_named(text: str, clause: str) -> None:
    (found,) = (f for f in findings_of(options(text)) if f.path == "options/a.yaml")
    assert found.rule == rules.CONTRADICTION
    assert found.message == f"The option can never be taken: {clause}"
    assert found.hint == DROP


def test_a_cycle_of_requirements_that_conflicts_is_told_of_each_option_in_it() -> None:
    found = told(options("a requires b; b requires c; c requires a; b conflicts c"))
    assert [line.split(":")[0] for line in found] == [f"options/{o}.yaml" for o in "abc"]
    assert all(DROP in line for line in found)


def test_of_a_long_chain_only_the_ends_are_named() -> None:
    links = "; ".join(f"n{i} requires n{i + 1}" for i in range(200))
    (finding,) = findings_of(options(f"{links}; n200 conflicts n0"))
    assert finding.path == "options/n0.yaml"
    assert finding.message.removeprefix("The option can never be taken: it requires `n1`, ") == (
        "which requires `n2`, which requires `n3`, ..., which requires `n200`, "
        "but it and `n200` conflict."
    )


def test_what_cannot_be_read_is_not_held_against_the_others() -> None:
    texts = options("a requires b; b requires c; c conflicts a")
    broken = {**texts, "options/b.yaml": "title: [\n"}
    assert [line.split(" ")[1] for line in told(broken)] == ["yaml-syntax"]


@st.composite
def networks(draw: st.DrawFn) -> dict[str, tuple[list[str], list[str]]]:
    """Options with what each requires and conflicts with."""
    names = [f"o{i}" for i in range(draw(st.integers(2, 7)))]
    others = st.lists(st.sampled_from(names), max_size=2, unique=True)
    found = {}
    for name in names:
        required, barred = draw(others), draw(others)
        found[name] = ([o for o in required if o != name], [o for o in barred if o != name])
    return found


def closure(start: str, network: dict[str, tuple[list[str], list[str]]]) -> set[str]:
    """An option with all it requires, found the slow way."""
    found = {start}
    while not found >= (more := set(chain.from_iterable(network[o][0] for o in found))):
        found |= more
    return found


@settings(max_examples=60, deadline=None, derandomize=True)
@given(networks())
def test_exactly_the_impossible_options_are_found(
    network: dict[str, tuple[list[str], list[str]]],
) -> None:
    texts = {HEADER: GOOD[HEADER].replace("baseline: wait", "baseline: o0")}
    texts["weights/even.yaml"] = GOOD["weights/even.yaml"]
    for name, (required, barred) in network.items():
        keys = f"requires: {required}\nconflicts-with: {barred}\n"
        texts[f"options/{name}.yaml"] = GOOD[ACT].replace("requires: []\n", keys)
    impossible = {
        name
        for name in network
        if any(set(network[o][1]) & closure(name, network) for o in closure(name, network))
    }
    findings = findings_of(texts)
    assert {f.rule for f in findings} <= {rules.CONTRADICTION}
    assert [f.path for f in findings] == [f"options/{name}.yaml" for name in sorted(impossible)]
    for finding in findings:
        named = finding.excerpt[finding.span.column - 1 : finding.span.end_column - 1]
        assert f"it requires `{named.strip(chr(39))}`" in finding.message
