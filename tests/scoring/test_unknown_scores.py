"""`unknown` counts as the middle of the scale, its range as the whole of it."""

import pytest
from generated_cases import Made, Scale

from policyscore.scoring.ranking import Ranked
from policyscore.scoring.values import Score

CURVED = Scale(0, 100, "lower", {0: 100, 50: 30, 100: 0})


def ranked(score: object, scale: Scale = CURVED) -> Ranked:
    """An option with a score on one of two criteria of equal weight."""
    plain = Scale(0, 10, "higher")
    made = Made({"c": scale, "d": plain}, {"o": {"c": score, "d": 5}}, {"c": 1, "d": 1})
    return made.decision().rank().place("o")


def test_the_score_is_the_middle_and_the_range_the_scale() -> None:
    place = ranked("unknown")
    assert place.valued.scores["c"] == Score(50, 0, 100, unknown=True)
    assert place.valued.values["c"] == 30
    assert (place.total.low, place.total.value, place.total.high) == (25, 40, 75)


@pytest.mark.parametrize("score", ["unknown", {"likely": "unknown"}, [{"likely": "unknown"}]])
def test_every_way_of_saying_it_is_the_same(score: object) -> None:
    assert ranked(score).total == ranked("unknown").total


def test_the_middle_is_that_of_the_scale_wherever_it_begins() -> None:
    place = ranked("unknown", Scale(-30, 10, "higher"))
    assert place.valued.scores["c"] == Score(-10, -30, 10, unknown=True)
    assert place.valued.values["c"] == 50


def test_one_judge_who_knows_is_enough_to_make_it_known() -> None:
    judges = [{"by": "ann", "likely": "unknown"}, {"by": "bob", "likely": 100}]
    place = ranked(judges)
    assert place.valued.scores["c"] == Score(75, 0, 100, unknown=False)


def test_all_judges_who_do_not_know_leave_it_unknown() -> None:
    judges = [{"by": "ann", "likely": "unknown"}, {"by": "bob", "likely": "unknown"}]
    assert ranked(judges).valued.scores["c"] == Score(50, 0, 100, unknown=True)
