"""Which options can be first, and the weights that put them there."""

import json
from typing import Any

import numpy as np
import pytest
from dominance_cases import decision_of, loaded, study, texts_of
from hypothesis import given
from weight_sets import TABLES, by_linear_program, few

from policyscore.analysis.admissible_sets import AdmissibleSet, any_weights
from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.can_be_first import best_leads
from policyscore.analysis.dominance.linear_constraints import Constraints, Row, constraints

Table = tuple[AdmissibleSet, Floats]
ORDER: dict[str, Any] = {"order": ["a", "b", "c"]}


def lead_by_linear_program(admissible: AdmissibleSet, values: Floats, option: int) -> float:
    """The largest least lead of an option, by a program of its own."""
    written = constraints(admissible)
    lead = written.weights.shape[1]  # the lead, plus 100, as one more unknown
    rows = list(written.rows)
    for rival in range(len(values)):
        if rival != option:
            gains = (values[option] - values[rival]) @ written.weights
            coefficients = {k: float(gain) for k, gain in enumerate(gains)}
            coefficients[0] += 100.0  # the first unknown is 1
            rows.append(Row(0.0, float("inf"), {**coefficients, lead: -1.0}))
    wider = np.hstack([np.zeros((1, lead)), np.ones((1, 1))])
    return by_linear_program(Constraints(wider, tuple(rows)), np.ones(1)) - 100.0


@given(TABLES)
@few
def test_the_best_lead_is_that_of_a_linear_program(table: Table) -> None:
    admissible, values = table
    alone = np.eye(len(values), dtype=bool)
    for option, best in enumerate(best_leads(admissible, values, values, alone)):
        if len(values) == 1:
            assert best.lead is None
            continue
        expected = lead_by_linear_program(admissible, values, option)
        assert best.lead == pytest.approx(expected, abs=1e-6)
        totals = values @ best.weights
        others = np.delete(totals, option)
        assert totals[option] - others.max() == pytest.approx(best.lead, abs=1e-10)


@given(TABLES)
@few
def test_the_weights_shown_are_admissible(table: Table) -> None:
    admissible, values = table
    dice = np.random.default_rng(len(values))
    written = constraints(admissible)
    directions = dice.normal(size=(8, len(admissible.criteria)))
    limits = [by_linear_program(written, direction) for direction in directions]
    for best in best_leads(admissible, values, values, np.eye(len(values), dtype=bool)):
        assert best.weights.min() >= 0
        assert best.weights.sum() == pytest.approx(1, abs=1e-12)
        assert (directions @ best.weights <= np.array(limits) + 1e-7).all()


def test_many_rivals_that_join_one_by_one() -> None:
    # more rivals than the program keeps at once, each first for some weights
    angles = np.linspace(0.05, np.pi / 2 - 0.05, 120)
    values = np.column_stack([np.cos(angles), np.sin(angles)]) * 100
    found = list(best_leads(any_weights("ab"), values, values, np.eye(120, dtype=bool)))
    assert all(best.lead is not None and best.lead > 1e-6 for best in found)
    assert all((values @ best.weights).argmax() == place for place, best in enumerate(found))


def test_between_two_that_are_each_better_an_option_may_never_be_first() -> None:
    # not dominated by either, but behind their mixture
    options = {"x": [100, 0], "y": [40, 40], "z": [0, 100]}
    found = study(decision_of("ab", options, {"p": {"points": {"a": 1, "b": 1}}}))
    places = {s.option: s.first for s in found.standings}
    assert places["y"].place == "never"
    assert places["y"].lead == pytest.approx(-10)
    assert places["y"].weights == pytest.approx({"a": 0.5, "b": 0.5})
    assert not any(s.dominators.likely for s in found.standings)
    assert {places["x"].place, places["z"].place} == {"alone"}


def test_what_can_only_tie_for_the_first_place_says_with_whom() -> None:
    options = {"x": [100, 0], "y": [50, 50], "z": [0, 100]}
    found = study(decision_of("ab", options, {"p": {"points": {"a": 1, "b": 1}}}))
    first = {s.option: s.first for s in found.standings}["y"]
    assert first.place == "tied"
    assert first.lead == pytest.approx(0, abs=1e-9)
    assert first.tied_with == ("x", "z")


def test_twins_tie_with_each_other_and_lead_the_rest() -> None:
    options = {"x": [100, 0], "twin": [100, 0], "z": [0, 100]}
    found = study(decision_of("ab", options, {"p": {"points": {"a": 1, "b": 1}}}))
    firsts = {s.option: s.first for s in found.standings}
    assert (firsts["x"].place, firsts["x"].lead) == ("tied", 100.0)
    assert (firsts["x"].tied_with, firsts["twin"].tied_with) == (("twin",), ("x",))
    assert firsts["z"].place == "alone"


PROFILES: dict[str, Any] = {
    "any": {"points": {"a": 1, "b": 1, "c": 1}},
    "order": ORDER,
    "ranges": {"ranges": {"a": {"low": 0.2, "high": 0.6}, "b": {"low": 0.1}, "c": {"high": 0.5}}},
    "both": {"ranges": {"a": {"high": 0.6}, "b": {"low": 0.1}, "c": "any"}, "order": ["b", "c"]},
}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_with_the_weights_shown_ranks_the_option_first(profile: str) -> None:
    dice = np.random.default_rng(7)
    options = {f"o{n}": dice.integers(0, 21, 3) * 5 for n in range(14)}
    texts = texts_of("abc", {k: v.tolist() for k, v in options.items()}, PROFILES)
    found = study(loaded(texts), profile)
    assert found.weights == ("any" if profile == "any" else "admissible")
    for s in found.standings:
        if s.first.place != "never":
            tried = {"title": "Tried", "points": s.first.weights}
            ranking = loaded(texts | {"weights/tried.yaml": json.dumps(tried)}).rank("tried")
            place = ranking.place(s.option)
            assert place.rank == 1
            assert place.tied == (s.first.place == "tied")
    assert {s.first.place for s in found.standings} >= {"alone", "never"}


def test_what_can_be_first_over_ranges_can_be_so_on_point_values_or_more() -> None:
    ranged = {
        "a": {"low": 20, "likely": 40, "high": 60},
        "b": {"low": 20, "likely": 40, "high": 70},
    }
    options = {"x": [100, 0], "y": ranged, "z": [0, 100]}
    decision = decision_of("ab", options, {"p": {"points": {"a": 1, "b": 1}}})
    likely = {s.option: s.first.place for s in study(decision).standings}
    wide = {s.option: s.first for s in study(decision, judgements="ranges").standings}
    assert likely["y"] == "never"
    assert wide["y"].place == "alone"
    assert wide["y"].lead == pytest.approx(15.0)  # 60 and 70 against 50 and 50
