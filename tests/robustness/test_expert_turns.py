"""How often it is each judge's turn if one expert is drawn for all their judgements."""

import copy
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from exact_agreement import decide
from test_uncertain_cases import BASE
from uncertain_cells import cells_of_shapes, drawn, scale

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.blocks import Source, drawn_slabs, generator
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.exact.paths import exact_or_drawn
from policyscore.analysis.robustness.losing.draws import draw_for
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.analysis.robustness.uncertain.pooling import pooled, turn_of, turns
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Empirical,
    Fixed,
    Judged,
    Mixture,
    Normal,
    Shape,
    Uniform,
)
from policyscore.analysis.robustness.uncertain.weight_laws import FixedWeights

ONE = FixedWeights((1.0,))
SEVERAL: Mixture = (
    Judged("ann", 1.0, Normal(90, 20)),
    Judged("bob", 2.0, Fixed(120)),
    Judged("ann", 3.0, Empirical((-5.0, 40.0))),
    Judged("cat", 4.0, Uniform(30, 50)),
)
EXPERTS = {"ann": 3.0, "eve": 1.0, "cat": 2.0}


def values(cells: Cells, draws: int = 40_000) -> Floats:
    problem = problem_of(cells)
    source = Source([generator(5, 0)], draws, 1)
    found = [each.values for _, each in drawn_slabs(problem, source, draws, None)]
    return np.concatenate([np.broadcast_to(v, (*v.shape[:2], draws)) for v in found])


def test_turns_by_hand() -> None:
    # Ann is drawn for a half, cat for a third; of eve's sixth all have their share of ten.
    expected = [0.5 / 4 + 1 / 60, 2 / 60, 1.5 / 4 + 3 / 60, 1 / 3 + 4 / 60]
    assert turns(SEVERAL, EXPERTS) == pytest.approx(expected)
    assert sum(turns(SEVERAL, EXPERTS)) == pytest.approx(1)
    assert turns(SEVERAL, {}) == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert turns(SEVERAL, {"ann": 3.0, "cat": 1.0}) == pytest.approx([0.1875, 0, 0.5625, 0.25])
    assert turn_of(SEVERAL[2], SEVERAL, EXPERTS) == pytest.approx(expected[2])
    assert pooled(SEVERAL, {}) is SEVERAL
    shares = [each.share for each in pooled(SEVERAL, {"ann": 3.0, "cat": 1.0})]
    assert shares == pytest.approx([0.1875, 0.5625, 0.25])


@pytest.mark.parametrize("experts", [EXPERTS, {}, {"ann": 1.0}, {"eve": 1.0}])
def test_a_cut_is_told_as_a_share_of_the_draws_in_which_the_judgement_counts(
    experts: dict[str, float],
) -> None:
    cells = Cells(("a", "b"), (scale("c"),), [[SEVERAL], [(SEVERAL[3],)]], ONE, experts)
    found = drawn(cells, 200_000)
    told = [(cut.by, cut.share) for cut in found.cuts]
    assert [by for by, _ in told if by != "bob"] == ["ann", "ann"]
    normal, samples = (share for by, share in told if by == "ann")
    assert normal == pytest.approx(0.3085, abs=0.01)  # a normal distribution beyond half its sd
    assert samples == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("experts", "cut"), [({"cat": 1.0}, []), ({"ann": 1.0}, ["ann", "ann"])])
def test_who_never_has_a_turn_is_never_cut(experts: dict[str, float], cut: list[str]) -> None:
    rows: list[list[Mixture]] = [[SEVERAL], [(Judged("cat", 1.0, Fixed(50)),)]]
    cells = Cells(("a", "b"), (scale("c"),), rows, ONE, experts)
    exact = exact_or_drawn(cells, Amount(40_000))
    assert exact.exact
    assert [each.by for each in exact.cuts] == cut
    assert [each.by for each in drawn(cells).cuts] == cut


def test_the_same_judgement_twice_is_heard_twice() -> None:
    twice = Judged("ann", 1.0, Uniform(60, 70))
    cell = (twice, Judged("bob", 1.0, Fixed(10)), twice)
    found = values(Cells(("o",), (scale("c"),), [[cell]], ONE, {"ann": 1.0, "bob": 1.0}))
    assert ((found > 59) | np.isclose(found, 10)).all()
    assert (found > 59).mean() == pytest.approx(0.5, abs=0.015)


AUTHOR: dict[str, Any] = copy.deepcopy(BASE)
AUTHOR["options"] = {
    "act": {
        "cost": [{"by": "ada", "likely": 20}, {"likely": 80}],
        "speed": [{"by": "ada", "likely": 0}, {"by": "ben", "likely": 90}],
        "trust": [{"by": "ben", "likely": 30}, {"likely": 90}],
        "reach": {"low": 10, "high": 30},
    },
    "wait": {
        "cost": {"by": "ben", "likely": 40},
        "speed": {"likely": 50},
        "trust": [{"by": "ada", "likely": 0}, {"by": "ben", "likely": 60}, {"likely": 90}],
        "reach": 40,
    },
}


def mean_of(cell: Mixture) -> float:
    of = {each.by: each for each in cell}
    shapes = [(each.share, each.shape) for each in of.values()]
    middle = [s.score if isinstance(s, Fixed) else (10 + 30) / 2 for _, s in shapes]
    return float(np.average(middle, weights=[share for share, _ in shapes]))


def test_the_author_keeps_their_share_of_every_cell() -> None:
    decision = decide(AUTHOR)
    cells = cells_of(decision.case, FixedWeights((0.25,) * 4), together=True)
    assert cells.experts == {"ada": 2, "ben": 1, "case-author": 1}
    found = values(cells).mean(axis=2)
    for row, own in zip(found, cells.judged, strict=True):
        assert row == pytest.approx([mean_of(cell) for cell in own], abs=0.7)


def test_the_author_is_of_one_mind() -> None:
    decision = decide(AUTHOR)
    found = values(cells_of(decision.case, FixedWeights((0.25,) * 4), together=True))
    author = found[1, 2] == 90
    assert author.mean() == pytest.approx(0.25, abs=0.01)
    assert (found[0, 0][author] == 80).all()
    assert (found[0, 2][author] == 90).all()


def test_an_author_who_judges_only_alone_is_not_drawn() -> None:
    data = copy.deepcopy(AUTHOR)
    for scores in data["options"].values():
        for criterion, said in scores.items():
            if isinstance(said, list):
                scores[criterion] = [each for each in said if "by" in each]
    decision = decide(data)
    cells = cells_of(decision.case, FixedWeights((0.25,) * 4), together=True)
    assert cells.experts == {"ada": 2, "ben": 1}
    found = values(cells)
    assert (found[1, 3] == 40).all()
    assert stays_within(found[0, 3], (10, 30))


def stays_within(drawn_values: Floats, ends: Sequence[float]) -> bool:
    return bool((drawn_values >= ends[0]).all() and (drawn_values <= ends[1]).all())


def test_losing_draws_hear_the_same_experts() -> None:
    decision = decide(AUTHOR)
    cells = cells_of(decision.case, FixedWeights((0.25,) * 4), together=True)
    found = draw_for(cells, problem_of(cells, pairs=False), "act", ["wait"], 1, 6_000)
    rows = {(each.option, each.criterion): x for each, x in zip(
        found.dimensions, found.inputs, strict=True
    ) if each.kind == "score"}  # fmt: skip
    author = np.isclose(rows["wait", "trust"], 90)
    assert author.mean() == pytest.approx(0.25, abs=0.03)
    assert np.isclose(rows["act", "cost"][author], 80).all()
    shapes: list[list[Shape]] = [[Fixed(50)], [Uniform(0, 100)]]
    alone = cells_of_shapes(shapes, ONE)
    lost = draw_for(alone, problem_of(alone, pairs=False), "o0", ["o1"], 1, 6_000).lost
    assert lost.mean() == pytest.approx(0.5, abs=0.03)
