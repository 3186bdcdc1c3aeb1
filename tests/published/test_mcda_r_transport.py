"""The Paris transport example of the R package MCDA (Meyer, Bigaret et al.), as in its test of
`applyPiecewiseLinearValueFunctionsOnPerformanceTable`: piecewise-linear values and an exact tie.
"""

import pytest
from published_cases import by_option, ranked

CRITERIA = ("price", "time", "comfort")
PARTIAL_VALUES = {
    "rer": (0.08125, 0.9, 0),
    "metro1": (0.075, 0.025, 0.0125),
    "metro2": (0.0875, 0.025, 0),
    "bus": (0.0625, 0, 0),
    "taxi": (0, 0, 0.0125),
}
OVERALL = {"rer": 0.98125, "metro1": 0.1125, "metro2": 0.1125, "bus": 0.0625, "taxi": 0.0125}
RANKS = {"rer": 1, "metro1": 2, "metro2": 2, "bus": 4, "taxi": 5}


def test_contributions_are_the_partial_values() -> None:
    contributions = by_option(ranked("mcda-r-transport"), "contributions")
    for option, partial in PARTIAL_VALUES.items():
        for criterion, value in zip(CRITERIA, partial, strict=True):
            assert contributions[option][criterion] / 100 == pytest.approx(value, abs=1e-11)


def test_totals_are_the_overall_values() -> None:
    values = by_option(ranked("mcda-r-transport"), "value")
    for option, overall in OVERALL.items():
        assert values[option] / 100 == pytest.approx(overall, abs=1e-11)


def test_the_two_metro_routes_tie_whatever_the_rounding() -> None:
    payload = ranked("mcda-r-transport")
    assert by_option(payload, "rank") == RANKS
    assert [o for o, tied in by_option(payload, "tied").items() if tied] == ["metro1", "metro2"]
    (tie,) = [caution for caution in payload["cautions"] if caution["kind"] == "tie"]
    assert tie["options"] == ["metro1", "metro2"]
