"""Dominance as in the tests of libror (T. Tervonen), `MaximalVectorComputationTest`: of three
alternatives the second is dominated, the others are not.
"""

from typing import Any

import pytest
from published_cases import by_option, ranked

MATRIX = {"first": (1, 2, 3), "dominated": (1, 2, 2), "third": (2, 1, 3)}
NOT_DOMINATED = {"first", "third"}


def under(profile: str) -> dict[str, Any]:
    """The ranking under one of the profiles of the case."""
    rankings = ranked("libror-dominance", "--all")["rankings"]
    (found,) = (r for r in rankings if r["profile"]["id"] == profile)
    ranking: dict[str, Any] = found
    return ranking


def test_dominance_is_as_published() -> None:
    found = {
        a
        for a, row in MATRIX.items()
        if not any(
            other != row and all(o >= r for o, r in zip(other, row, strict=True))
            for other in MATRIX.values()
        )
    }
    assert found == NOT_DOMINATED


@pytest.mark.parametrize("profile", ["equal", "x-first", "y-first", "not-z"])
def test_the_dominated_alternative_is_never_above_the_one_that_dominates_it(profile: str) -> None:
    ranking = under(profile)
    ranks, values = by_option(ranking, "rank"), by_option(ranking, "value")
    assert ranks["first"] <= ranks["dominated"]
    gained = ranking["profile"]["weights"]["z"] * 50
    assert values["first"] - values["dominated"] == pytest.approx(gained, abs=1e-9)


def test_each_of_the_others_is_first_under_some_weights() -> None:
    firsts = ranked("libror-dominance", "--all")["agreement"]["firsts"]
    assert set(firsts) - {"dominated"} == NOT_DOMINATED
    assert firsts["dominated"] == ["not-z"]  # where the criterion that parts them has no weight


def test_a_criterion_without_weight_leaves_the_two_tied() -> None:
    assert by_option(under("not-z"), "rank") == {"dominated": 1, "first": 1, "third": 3}
