"""Dominance as in a test of the library libror by T. Tervonen, `MaximalVectorComputationTest`.

Three alternatives on three criteria of which more is better; those with indices 0 and 2 are its
maximal vectors. The second equals the first on two criteria, so it is necessarily at most as good.
"""

import numpy as np
import pytest
from dominance_cases import decision_of, study

from policyscore.analysis.admissible_sets import any_weights
from policyscore.analysis.dominance.componentwise import dominates
from policyscore.analysis.dominance.leads import greatest_leads, relations

MATRIX = np.array([[1.0, 2.0, 3.0], [1.0, 2.0, 2.0], [2.0, 1.0, 3.0]])
NOT_DOMINATED = [0, 2]


def test_the_maximal_vectors_are_those_published() -> None:
    found = dominates(MATRIX, MATRIX)
    assert np.flatnonzero(~found.any(axis=0)).tolist() == NOT_DOMINATED
    assert np.argwhere(found).tolist() == [[0, 1]]


def test_necessary_and_possible_preference() -> None:
    found = relations(greatest_leads(any_weights("xyz"), MATRIX, MATRIX))
    assert (found.necessary & ~np.eye(3, dtype=bool)).tolist() == [
        [False, True, False],
        [False, False, False],
        [False, False, False],
    ]
    # with the third criterion without weight the first two tie, so even that is possible
    assert found.possible.all()


def test_the_study_finds_the_same() -> None:
    options = {f"a{n}": (row * 20).tolist() for n, row in enumerate(MATRIX)}
    found = study(decision_of("xyz", options, {"p": {"points": {"x": 1, "y": 1, "z": 1}}}))
    standings = {s.option: s for s in found.standings}
    assert {o: s.dominators.likely for o, s in standings.items()} == {
        "a0": (),
        "a1": ("a0",),
        "a2": (),
    }
    assert {o: s.first.place for o, s in standings.items()} == {
        "a0": "alone",
        "a1": "tied",
        "a2": "alone",
    }
    assert standings["a1"].first.lead == pytest.approx(0, abs=1e-9)
    assert found.necessary("a0") == ("a1",)
    assert found.possible("a1") == ("a0", "a2")
