"""All rules of decision quality together: any valid case is reviewed, and soundly."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from quality_cases import decide, files_of

from policyscore.case.directory import Files
from policyscore.quality.checks import review
from policyscore.quality.material import Material
from policyscore.reading.document import Document
from policyscore.reading.rules import DOMINATED_OPTION, all_rules
from policyscore.reading.yaml_reader import read_yaml

EXPERTS = {"ann": {"title": "Ann"}, "bob": {"title": "Bob", "weight": 2}}
SOURCES = {"cable": {"title": "A cable"}, "memo": {"title": "A memo"}}
TEXTS = st.sampled_from(
    ["low", "It might be so.", "Likely, with high confidence.", "100", "\u200bzéro 😀", "x" * 290]
)
SCALES = st.lists(
    st.floats(-1e15, 1e15, allow_nan=False).map(lambda x: float(f"{x:.3g}")),
    min_size=2,
    max_size=4,
    unique=True,
).map(sorted)


@st.composite
def judgement(draw: st.DrawFn, ends: tuple[float, float], by: str) -> dict[str, Any]:
    low, likely, high = sorted(draw(st.tuples(*[st.floats(*ends)] * 3)))
    said = draw(
        st.sampled_from(
            [{"likely": likely}, {"low": low, "high": high}, {"likely": "unknown"},
             {"low": low, "likely": likely, "high": high}]
        )
    )  # fmt: skip
    more = draw(st.fixed_dictionaries({}, optional={"because": TEXTS, "at": TEXTS}))
    cited = draw(st.fixed_dictionaries({}, optional={"source": st.sampled_from(list(SOURCES))}))
    return {"by": by, **said, **more, **cited}


@st.composite
def score(draw: st.DrawFn, ends: tuple[float, float]) -> Any:
    if draw(st.booleans()):
        return draw(st.one_of(st.just("unknown"), st.sampled_from(ends), st.floats(*ends)))
    judges = draw(st.lists(st.sampled_from(["ann", "bob", "case-author"]), unique=True, min_size=1))
    return [draw(judgement(ends, by)) for by in judges]


@st.composite
def valid_case(draw: st.DrawFn) -> Files:
    leaves = [f"c{n}" for n in range(draw(st.integers(1, 5)))]
    criteria: dict[str, dict[str, Any]] = {}
    for leaf in leaves:
        scale = {at: draw(TEXTS) for at in draw(SCALES)}
        better = draw(st.sampled_from(["lower", "higher"]))
        criteria[leaf] = {"title": draw(TEXTS), "better": better, "scale": scale}
    cuts = sorted({0, len(leaves), *draw(st.lists(st.integers(0, len(leaves)), max_size=2))})
    tree = {
        f"g{start}": {"title": draw(TEXTS), "criteria": {k: criteria[k] for k in leaves[start:end]}}
        for start, end in pairwise(cuts)
    }
    options = {}
    for number in range(draw(st.integers(1, 7))):
        scores = {
            leaf: draw(score((min(criteria[leaf]["scale"]), max(criteria[leaf]["scale"]))))
            for leaf in leaves
        }
        stance = {"expert": "ann", "stance": "doubts", "because": draw(TEXTS)}
        options[f"o{number}"] = {"scores": scores, "stances": [stance] * draw(st.integers(0, 1))}
    weights = {}
    for number in range(draw(st.integers(0, 3))):
        numbers = draw(st.lists(st.integers(0, 3), min_size=len(leaves), max_size=len(leaves)))
        points = dict(
            zip(leaves, [n or 1 if i == 0 else n for i, n in enumerate(numbers)], strict=True)
        )
        prints = st.dictionaries(st.sampled_from([*leaves, "gone"]), st.just("0a0a0a0a"))
        weights[f"w{number}"] = {"points": points, "scales": draw(prints)}
    return files_of(options, weights, tree, experts=EXPERTS, sources=SOURCES)


@settings(max_examples=120, deadline=None)
@given(valid_case())
def test_any_valid_case_is_reviewed_and_every_finding_is_a_warning_with_a_remedy(
    files: Files,
) -> None:
    decision, findings = decide(files)
    quality = [f for f in findings if f.rule.code.startswith("PS4")]
    lines = {path: text.splitlines() for path, text in files.texts.items()}
    for finding in quality:
        assert finding.severity == "warning"
        assert finding.hint.endswith((".", "`."))
        assert finding.excerpt == lines[finding.path][finding.span.line - 1].rstrip()
        assert "\n" not in finding.message
        assert len(finding.message) < 1500
    assert len(set(quality)) == len(quality)
    dominated = {f.path for f in quality if f.rule == DOMINATED_OPTION}
    values = {key: tuple(v.values.values()) for key, v in decision.valued.items()}
    assert dominated == {
        f"options/{key}.yaml"
        for key, row in values.items()
        if key != decision.case.baseline
        and any(
            all(a >= b for a, b in zip(other, row, strict=True))
            and any(a - b > 1e-9 for a, b in zip(other, row, strict=True))
            for other in values.values()
        )
    }


def test_the_same_case_gives_the_same_findings_whatever_the_order_of_its_files() -> None:
    options = {f"o{n}": {"c0": 10 * n, "c1": "unknown", "c2": 5} for n in range(6)}
    weights = {name: {"c0": 5, "c1": 3, "c2": 0} for name in "ab"}
    files = files_of(options, weights, experts=EXPERTS, sources=SOURCES)
    turned = Files()
    for path, text in reversed(files.texts.items()):
        turned.add(path, text)
    assert decide(files)[1] == decide(turned)[1] != ()


def test_every_rule_of_decision_quality_can_be_switched_off_with_a_reason() -> None:
    options = {f"o{n}": {"c0": 10 * n, "c1": "unknown", "c2": 5} for n in range(6)}
    weights = {name: {"c0": 5, "c1": 3, "c2": 0} for name in "ab"}
    broken = {f.rule.code for f in decide(files_of(options, weights, experts=EXPERTS))[1]}
    assert len(broken) >= 8
    off = {code: {"severity": "off", "because": "They are known."} for code in broken}
    assert decide(files_of(options, weights, experts=EXPERTS, rules=off))[1] == ()


def test_files_of_options_are_read_again_only_to_report() -> None:
    reason = {"because": "It pays.", "by": "ann", "source": "cable", "at": "p1"}
    stance = {"expert": "ann", "stance": "doubts", "source": "memo", "at": "p2", "because": "Dear."}
    scores = [
        {"c0": {"likely": 9 * n, **reason}, "c1": {"likely": 90 - 9 * n, **reason}}
        for n in range(9)
    ]
    options = {f"o{n}": {"stances": [stance], "scores": s} for n, s in enumerate(scores)}
    files = files_of(options, experts=EXPERTS, sources=SOURCES)
    decision, findings = decide(files)
    header, _ = read_yaml(files.texts["policyscore.yaml"], "policyscore.yaml")
    assert header is not None

    def never(option: str) -> Document:
        raise AssertionError(f"the file of {option} was read")

    material = Material(decision.case, header, never, never, decision.weights, decision.valued)
    assert tuple(review(material)) == findings == ()


def test_the_family_has_no_gaps_and_every_rule_of_it_is_a_warning_that_can_be_set() -> None:
    family = [rule for rule in all_rules() if rule.code.startswith("PS4")]
    assert [rule.code for rule in family] == [f"PS{n}" for n in range(401, 419)]
    assert all(rule.severity == "warning" and rule.can_be_set for rule in family)
