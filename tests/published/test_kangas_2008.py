"""Kangas, Kangas & Kurttila (2008), *Decision Support for Forest Management*, Springer, ch. 3, 4:
a SMART analysis weighed top-down.
"""

import pytest
from published_cases import by_option, ranked

WEIGHTS = {"net-income": 0.6, "stumpage-value": 0.2, "scenic-index": 0.2}
VALUES = {
    "nat": (0.0, 1.0, 0.75),
    "scen": (0.631, 0.546, 1.0),
    "norm": (0.36, 0.954, 0.625),
    "game": (0.319, 0.959, 0.75),
    "mreg": (0.74, 0.893, 0.375),
    "inc": (1.0, 0.0, 0.0),
}
TOTALS = {"nat": 0.35, "scen": 0.688, "norm": 0.532, "game": 0.533, "mreg": 0.697, "inc": 0.6}


def test_weights_are_the_products_of_the_shares_on_the_way_down() -> None:
    profile = ranked("kangas-2008")["profile"]
    assert profile["weights"] == pytest.approx(WEIGHTS, abs=1e-15)
    assert profile["groups"] == pytest.approx({"timber-production": 0.8, "scenic-beauty": 0.2})


def test_values_are_those_read_from_the_curves_of_the_book() -> None:
    found = by_option(ranked("kangas-2008"), "values")
    for option, values in VALUES.items():
        assert list(found[option]) == list(WEIGHTS)
        assert [v / 100 for v in found[option].values()] == pytest.approx(values, abs=1e-12)


def test_totals_and_ranks_are_those_of_the_book() -> None:
    payload = ranked("kangas-2008")
    totals = by_option(payload, "value")
    for option, total in TOTALS.items():  # both the values that went in and the totals are rounded
        assert totals[option] / 100 == pytest.approx(total, abs=0.0005 + 0.0005)
    best_first = sorted(TOTALS, key=lambda option: -TOTALS[option])
    assert by_option(payload, "rank") == {o: n for n, o in enumerate(best_first, 1)}
    assert not any(by_option(payload, "tied").values())
