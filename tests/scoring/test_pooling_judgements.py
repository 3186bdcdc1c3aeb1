"""Several judges: the weighted mean of their likely scores, the envelope of their ranges."""

from dataclasses import replace
from typing import Any

import pytest
from generated_cases import CASES, Made, Scale, quick
from hypothesis import given
from hypothesis import strategies as st

from policyscore.case.options import Judgement
from policyscore.scoring.values import Score, pool

SCALE = Scale(0, 100, "higher")


def pooled(score: Any, **experts: float) -> Score:
    """A score as pooled in a case with these experts."""
    made = Made({"c": SCALE}, {"o": {"c": score}}, {"c": 1}, experts=experts)
    return made.decision().valued["o"].scores["c"]


def test_one_judge_who_gives_a_likely_score_is_taken_at_their_word() -> None:
    assert pooled(37.5) == Score(37.5, 37.5, 37.5, unknown=False)
    assert pooled({"by": "ann", "likely": 40, "low": 20, "high": 90}, ann=3) == Score(
        40, 20, 90, unknown=False
    )


def test_of_a_range_alone_the_middle_counts() -> None:
    assert pooled({"low": 10, "high": 25}) == Score(17.5, 10, 25, unknown=False)


def test_the_mean_is_weighted_by_the_experts_weights() -> None:
    judges = [{"by": "ann", "likely": 20}, {"by": "bob", "likely": 80}]
    assert pooled(judges, ann=1, bob=1).score == 50
    assert pooled(judges, ann=1, bob=3).score == pytest.approx(65, abs=1e-12)
    assert pooled(judges, ann=0.5, bob=0.1).score == pytest.approx(30, abs=1e-12)


def test_the_case_author_counts_as_one_unless_the_case_says_otherwise() -> None:
    judges = [{"likely": 20}, {"by": "bob", "likely": 80}]
    assert pooled(judges, bob=1).score == 50
    heavy = pooled(judges, **{"bob": 1, "case-author": 3})
    assert heavy.score == pytest.approx(35, abs=1e-12)


def test_the_range_is_what_any_judge_holds_possible() -> None:
    judges = [
        {"by": "ann", "likely": 20, "low": 15, "high": 30},
        {"by": "bob", "low": 50, "high": 70},
        {"by": "eve", "likely": 90},
    ]
    found = pooled(judges, ann=1, bob=1, eve=1)
    assert (found.low, found.high) == (15, 90)
    assert found.score == pytest.approx(170 / 3, abs=1e-12)


def test_a_judge_of_weight_nought_is_left_out_of_mean_and_range() -> None:
    judges = [{"by": "ann", "likely": 20, "low": 0, "high": 100}, {"by": "bob", "likely": 80}]
    assert pooled(judges, ann=0, bob=1) == Score(80, 80, 80, unknown=False)


@pytest.mark.parametrize("factor", [1e-300, 1e-9, 1e12])
def test_only_the_proportions_of_the_experts_weights_count(factor: float) -> None:
    judges = [{"by": "ann", "likely": 20}, {"by": "bob", "likely": 80}]
    assert pooled(judges, ann=factor, bob=3 * factor).score == pytest.approx(65, abs=1e-12)


@quick
@given(CASES)
def test_a_pooled_score_lies_between_the_judges_likely_scores(made: Made) -> None:
    for option, valued in made.decision().valued.items():
        for key, score in valued.scores.items():
            scale = made.scales[key]
            likely = likely_scores(made.scores[option][key], scale)
            assert min(likely) <= score.score <= max(likely)
            assert scale.low <= score.low <= score.score <= score.high <= scale.high


def likely_scores(score: Any, scale: Scale) -> list[float]:
    """What each judge holds likely: the middle of a range, or of the scale if unknown."""
    found = []
    for judgement in score if isinstance(score, list) else [{"likely": score}]:
        likely = judgement.get("likely")
        if likely == "unknown":
            found.append((scale.low + scale.high) / 2)
        elif likely is None:
            found.append((judgement["low"] + judgement["high"]) / 2)
        else:
            found.append(likely)
    return found


@quick
@given(CASES, st.integers(2, 4))
def test_an_expert_of_weight_n_counts_as_n_such_experts(made: Made, n: int) -> None:
    twins = [f"ann-{number}" for number in range(n)]
    heavy = replace(made, experts={**made.experts, "ann": float(n)})
    many = replace(
        made,
        experts={**made.experts, **dict.fromkeys(twins, 1.0)},
        scores={
            option: {key: multiplied(score, twins) for key, score in scores.items()}
            for option, scores in made.scores.items()
        },
    )
    # The two means may differ in the last bit. On a scale that starts at a million, an eighth of
    # which is worth everything, that bit (1.2e-10) is worth 1e-7 of the total.
    assert many.totals() == pytest.approx(heavy.totals(), abs=1e-6)


def multiplied(score: Any, twins: list[str]) -> Any:
    """A score in which each of the twins judges as Ann did."""
    if not isinstance(score, list):
        return score
    found: list[dict[str, Any]] = []
    for judgement in score:
        names = twins if judgement["by"] == "ann" else [judgement["by"]]
        found += [{**judgement, "by": name} for name in names]
    return found


def test_what_a_checked_case_never_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="every judge has weight 0"):
        pool([Judgement(likely=1.0)], [0.0], (0, 1))
    with pytest.raises(ValueError, match="a judgement needs"):
        pool([Judgement()], [1.0], (0, 1))
