"""Two names are compared once, so that nothing is stated twice and nothing can disagree."""

import pytest
from weighing_texts import tried

BOTH = "points: {security: 1, society: 1, evidence: 1, speed: 1}\nwithin:\n  society:\n"
BOTH += "    points: {support: 1, cost: 1, rights: 1}\n  security:\n    "


@pytest.mark.parametrize(
    "stated",
    [
        "pairwise: {risk over deterrence: 3}",
        "pairwise: {deterrence over risk: 1/7}\n    random-index: saaty",
        (
            "best-worst: {best: risk, worst: deterrence, best-to-others: {deterrence: 3}, "
            "others-to-worst: {risk: 3}}"
        ),
    ],
)
def test_two_names_have_no_ratio(stated: str) -> None:
    weights, said = tried(BOTH + stated)
    assert said == []
    assert weights is not None
    assert weights.consistency
    assert [level.ratio for level in weights.consistency] == [None] * len(weights.consistency)
    assert all(level.acceptable for level in weights.consistency)
    assert weights.criteria["risk"] > weights.criteria["deterrence"]
