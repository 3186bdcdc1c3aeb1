"""Requirements exclude options before ranking, whatever their totals."""

import pytest
from generated_cases import Made, Scale

from policyscore.scoring.ranking import Ranking


def ranking(limits: dict[str, float], **scores: object) -> Ranking:
    """Options with these scores on a criterion with limits; another is the same for all."""
    limited, plain = Scale(0, 100, "higher", None, limits), Scale(0, 1, "higher")
    made = Made(
        {"c": limited, "d": plain},
        {option: {"c": score, "d": 0.5} for option, score in scores.items()},
        {"c": 1, "d": 1},
    )
    return made.decision().rank()


def test_an_option_that_scores_too_much_is_excluded_though_it_has_the_best_total() -> None:
    found = ranking({"at-most": 70}, a=90, b=60, c=70)
    assert [(r.option, r.rank, r.excluded) for r in found.ranked] == [
        ("c", 1, False),
        ("b", 2, False),
        ("a", None, True),
    ]
    assert found.place("a").total.value > found.place("c").total.value
    assert found.place("a").valued.misses == ("c",)
    assert [r.option for r in found.allowed] == ["c", "b"]


def test_an_option_that_scores_too_little_is_excluded() -> None:
    found = ranking({"at-least": 20}, a=19.999, b=20, c=90)
    assert {r.option: r.rank for r in found.ranked} == {"c": 1, "b": 2, "a": None}


def test_both_limits_may_be_set() -> None:
    found = ranking({"at-least": 20, "at-most": 70}, a=10, b=20, c=70, d=71)
    assert {r.option for r in found.ranked if r.excluded} == {"a", "d"}


def test_excluded_options_stand_last_best_first_and_never_tie() -> None:
    found = ranking({"at-most": 50}, a=80, b=90, c=10, d=80)
    assert [(r.option, r.rank, r.tied) for r in found.ranked] == [
        ("c", 1, False),
        ("b", None, False),
        ("a", None, False),
        ("d", None, False),
    ]


def test_if_all_are_excluded_nobody_is_first() -> None:
    found = ranking({"at-least": 95}, a=80, b=90)
    assert [r.rank for r in found.ranked] == [None, None]
    assert found.first == found.allowed == ()


def test_an_excluded_baseline_still_measures_the_gaps() -> None:
    found = ranking({"at-most": 50}, base=80, b=40)
    assert found.place("b").gap == pytest.approx(-20)


def test_the_pooled_score_decides_not_the_range() -> None:
    found = ranking({"at-most": 50}, a={"low": 0, "likely": 50, "high": 100}, b="unknown", c=51)
    assert {r.option for r in found.ranked if r.excluded} == {"c"}
    assert [r.option for r in found.ranked if r.valued.may_miss] == ["a", "b"]


def test_a_range_that_keeps_to_the_limit_leaves_no_doubt() -> None:
    found = ranking({"at-most": 50}, a={"low": 0, "high": 50}, b={"low": 0, "high": 50.5})
    assert found.place("a").valued.may_miss == ()
    assert found.place("b").valued.may_miss == ("c",)
    found = ranking({"at-least": 50}, a={"low": 50, "high": 90}, b={"low": 49.5, "high": 90})
    assert found.place("a").valued.may_miss == ()
    assert found.place("b").valued.may_miss == ("c",)


def test_what_misses_is_not_also_said_to_be_in_doubt() -> None:
    found = ranking({"at-most": 50}, a={"low": 40, "likely": 60, "high": 70}, b=1)
    assert found.place("a").valued.misses == ("c",)
    assert found.place("a").valued.may_miss == ()


def test_a_limit_counts_even_where_the_criterion_has_no_weight() -> None:
    limited, plain = Scale(0, 100, "higher", None, {"at-least": 50}), Scale(0, 1, "higher")
    made = Made(
        {"c": limited, "d": plain},
        {"a": {"c": 49, "d": 1}, "b": {"c": 50, "d": 0}},
        {"c": 0, "d": 1},
    )
    assert made.ranks() == {"b": 1, "a": None}
