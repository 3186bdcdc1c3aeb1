"""The distribution of every score of a case, of what its judgements say."""

from collections.abc import Callable, Mapping

from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Judged,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
    simplest,
)
from policyscore.analysis.robustness.uncertain.weight_laws import Law
from policyscore.case.case import Case
from policyscore.case.distributions import distribution_of
from policyscore.case.header import Criterion
from policyscore.case.options import CASE_AUTHOR, Judgement
from policyscore.case.value_functions import value_points

_SHAPES: dict[str, Callable[..., Shape]] = {
    "fixed": Fixed,
    "uniform": Uniform,
    "triangular": Triangular,
    "normal": Normal,
    "beta": Beta,
}


def shape_of(judgement: Judgement, ends: tuple[float, float], *, pert: bool = False) -> Shape:
    """The distribution that a judgement states.

    Args:
        judgement: The judgement.
        ends: The lowest and highest number of the scale.
        pert: Whether a range with a likely score is a PERT distribution, not a triangular one.
    """
    said = distribution_of(judgement, ends)
    if pert and said.kind == "triangular":
        return Pert(*said.parameters)
    if said.kind == "empirical":
        return simplest(Empirical(said.parameters))
    return simplest(_SHAPES[said.kind](*said.parameters))


def cells_of(case: Case, law: Law, *, pert: bool = False, together: bool = False) -> Cells:
    """All that is uncertain in a case, under a law of the weights.

    Judges of a cell are pooled as a mixture in which each has the share of their weight, as the
    point ranking pools their likely scores. With `together`, one expert is drawn for all cells at
    once, with the share of their weight among those who judge anything; where they judge nothing,
    the cell's own mixture is drawn from. The case's author is one of them where they judge
    anything beside others, so that every cell keeps the shares of its judges.

    Args:
        case: The case.
        law: What the weights follow.
        pert: Whether low, likely and high are a PERT distribution instead of a triangular one.
        together: Whether one expert is drawn for all their judgements.
    """
    weights = {key: expert.weight for key, expert in case.header.experts.items()}
    judged = [
        [
            _mixture(option.scores[key], criterion.ends, weights, pert=pert)
            for key, criterion in case.criteria.items()
        ]
        for option in case.options.values()
    ]
    experts: dict[str, float] = {}
    if together:
        experts = _experts(judged, weights)
    scales = tuple(scale_of(key, criterion) for key, criterion in case.criteria.items())
    return Cells(tuple(case.options), scales, judged, law, experts)


def _experts(judged: list[list[Mixture]], weights: Mapping[str, float]) -> dict[str, float]:
    """Who is drawn for all their judgements at once, with their weights."""
    heard: set[str] = set()
    for row in judged:
        for cell in row:
            by = {each.by for each in cell}
            heard |= by if len(by) > 1 else by - {CASE_AUTHOR}
    experts = {key: weight for key, weight in weights.items() if key in heard and weight > 0}
    if CASE_AUTHOR in heard:
        experts.setdefault(CASE_AUTHOR, 1.0)
    return experts


def _mixture(
    judgements: tuple[Judgement, ...],
    ends: tuple[float, float],
    weights: Mapping[str, float],
    *,
    pert: bool,
) -> Mixture:
    return tuple(
        Judged(judgement.by, weights.get(judgement.by, 1.0), shape_of(judgement, ends, pert=pert))
        for judgement in judgements
        if weights.get(judgement.by, 1.0) > 0
    )


def scale_of(key: str, criterion: Criterion) -> Scale:
    """A criterion as far as numbers go."""
    low, high = criterion.ends
    points = tuple(value_points(criterion))
    return Scale(key, low, high, points, criterion.at_least, criterion.at_most)
