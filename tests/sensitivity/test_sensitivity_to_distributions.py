"""Judgements given as distributions: they count with their mean, and reach where draws reach."""

from typing import Any

import pytest
from sensitivity_cases import CaseData, analysed, decide, plain_case

from policyscore.analysis.sensitivity_reading import is_inside, stated_range
from policyscore.views.sensitivity.words import score_now


def two(cost: Any) -> CaseData:
    """Act leads by its cost, a judgement of any form."""
    return plain_case({"cost": 1, "speed": 1}, {"act": [cost, 50], "base": [40, 50]})


@pytest.mark.parametrize(
    ("cost", "score"),
    [
        ({"normal": [60, 5]}, 60.0),
        ({"beta": [1, 3], "low": 40, "high": 100}, 55.0),
        ({"samples": [50, 52, 60]}, 54.0),
    ],
)
def test_a_distribution_counts_with_its_mean(cost: Any, score: float) -> None:
    data = two(cost)
    (flip,) = (j for j in analysed(data).judgements if (j.option, j.criterion) == ("act", "cost"))
    assert flip.score == pytest.approx(score)
    assert flip.stated == "distribution"
    assert flip.nearest is not None
    assert flip.nearest.at == pytest.approx(40)
    assert score_now(flip) == f"{score:g}, the mean of the distribution given"


def test_the_range_of_a_distribution_is_its_central_one() -> None:
    data = two({"normal": [60, 5]})
    case = decide(data).case
    (flip,) = (j for j in analysed(data).judgements if (j.option, j.criterion) == ("act", "cost"))
    assert stated_range(case, flip) == pytest.approx((60 - 9.79982, 60 + 9.79982), abs=1e-4)
    assert not is_inside(case, flip)  # 40 is beyond it
    wide = two({"normal": [60, 15]})
    (flip,) = (j for j in analysed(wide).judgements if (j.option, j.criterion) == ("act", "cost"))
    assert is_inside(decide(wide).case, flip)


@pytest.mark.parametrize(
    ("cost", "cut"),
    [
        ({"normal": [60, 2]}, []),
        ({"normal": [60, 20]}, ["worst", "best"]),
        ({"normal": [90, 5]}, ["best"]),
        ({"samples": [-1, 60, 99]}, ["worst"]),
        ({"samples": [0, 60, 100]}, []),
        ({"beta": [2, 2], "low": 0, "high": 100}, []),
    ],
)
def test_an_end_that_cuts_off_a_distribution_is_left_alone(cost: Any, cut: list[str]) -> None:
    ends = [end for end in analysed(two(cost)).ends if end.criterion == "cost"]
    assert [end.end for end in ends if end.cut] == cut
    assert all(end.inward is None is end.outward for end in ends if end.cut)


def test_an_end_goes_no_further_inward_than_a_distribution_reaches() -> None:
    limits = {e.end: e.limit for e in analysed(two({"normal": [60, 2]})).ends if not e.cut}
    ends = [end for end in analysed(two({"normal": [60, 2]})).ends if end.criterion == "cost"]
    assert limits
    assert {end.end: end.limit for end in ends} == pytest.approx({"worst": 40, "best": 77})
    beta = analysed(two({"beta": [2, 2], "low": 10, "high": 90})).ends
    reach = {end.end: end.limit for end in beta if end.criterion == "cost"}
    assert reach == pytest.approx({"worst": 10, "best": 90})


def test_a_judge_who_counts_for_nothing_cuts_nothing_off() -> None:
    data = two([{"by": "ada", "normal": [60, 30]}, {"by": "ben", "likely": 60}])
    data["header"]["experts"]["ada"]["weight"] = 0
    assert not any(end.cut for end in analysed(data).ends)
