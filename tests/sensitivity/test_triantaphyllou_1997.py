"""Break points of weights against Triantaphyllou & Sánchez (1997), the weighted-sum example.

Triantaphyllou, E. & Sánchez, A. (1997). A sensitivity analysis approach for some deterministic
multi-criteria decision making methods. *Decision Sciences* 28(1):151-194, numerical example 1.
They change one weight, leave the others as they are, and give the change in per cent of it at
which two options swap. Made to sum to 1 again, that is the same as here, where the others keep
their proportions.
"""

import pytest

from policyscore.case.directory import Files
from policyscore.decision import Decision, check

WEIGHTS = {"c1": 0.3277, "c2": 0.3058, "c3": 0.2876, "c4": 0.0790}
MATRIX = {
    "a1": (0.3088, 0.2897, 0.3867, 0.1922),
    "a2": (0.2163, 0.3458, 0.1755, 0.6288),
    "a3": (0.4509, 0.2473, 0.1194, 0.0575),
    "a4": (0.0240, 0.1172, 0.3184, 0.1215),
}
TOTALS = {"a1": 0.3162, "a2": 0.2768, "a3": 0.2621, "a4": 0.1449}
# Criterion: by how much it may fall (or rise, if negative) in per cent until who comes first.
SWAPS = {"c1": (-115.8, "a3"), "c2": (-229.7, "a2"), "c3": (64.8, "a2"), "c4": (-114.1, "a2")}


@pytest.fixture(scope="module")
def example() -> Decision:
    criteria = "".join(
        f"  {key}: {{title: {key}, better: higher, scale: {{0: none, 1: all}}}}\n"
        for key in WEIGHTS
    )
    texts = {"policyscore.yaml": f"policyscore: 1\ntitle: T\nbaseline: a4\ncriteria:\n{criteria}"}
    points = ", ".join(f"{key}: {weight}" for key, weight in WEIGHTS.items())
    texts["weights/paper.yaml"] = f"title: Paper\npoints: {{{points}}}\n"
    for option, row in MATRIX.items():
        scores = ", ".join(f"{key}: {x}" for key, x in zip(WEIGHTS, row, strict=True))
        texts[f"options/{option}.yaml"] = f"title: {option}\nscores: {{{scores}}}\n"
    decision, findings = check(Files(texts=texts, present=set(texts)))
    assert decision is not None, findings
    return decision


def test_the_totals_are_those_of_the_paper(example: Decision) -> None:
    ranked = {r.option: r.total.value / 100 for r in example.rank().ranked}
    assert ranked == pytest.approx(TOTALS, abs=3e-4)


@pytest.mark.parametrize("criterion", list(SWAPS))
def test_first_place_changes_where_the_paper_says(example: Decision, criterion: str) -> None:
    found = next(w for w in example.sensitivity().weights if w.member == criterion)
    per_cent, newcomer = SWAPS[criterion]
    change = -WEIGHTS[criterion] * per_cent / 100
    at = (WEIGHTS[criterion] + change) / (sum(WEIGHTS.values()) + change)
    end, first = (found.low, found.below) if change < 0 else (found.high, found.above)
    assert end == pytest.approx(at, abs=1e-3)
    assert first == (newcomer,)
