"""What was uncertain, counted: scores that are no single number, and weights left open."""

from dataclasses import dataclass

from policyscore.case.case import Case
from policyscore.case.distributions import distribution_of
from policyscore.case.header import Criterion
from policyscore.case.options import UNKNOWN, Judgement


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the futures considered differ in.

    Attributes:
        weights: Whether weights differ.
        scores: How many scores are more than one number.
        of: How many scores there are.
        unknown: How many of the scores nobody knows.
    """

    weights: bool
    scores: int
    of: int
    unknown: int

    @property
    def any(self) -> bool:
        """Whether anything is uncertain at all."""
        return self.weights or self.scores > 0


def doubts_of(case: Case, *, weights: bool) -> Doubts:
    """Count what is uncertain.

    Args:
        case: The case.
        weights: Whether weights differ between the futures considered.
    """
    heard = {key for key, expert in case.header.experts.items() if expert.weight > 0}
    scores = unknown = 0
    for option in case.options.values():
        for key, criterion in case.criteria.items():
            judged = [j for j in option.scores[key] if j.by in heard or not _is_expert(case, j)]
            scores += _varies(criterion, judged)
            unknown += bool(judged) and all(j.likely == UNKNOWN for j in judged)
    return Doubts(weights, scores, len(case.options) * len(case.criteria), unknown)


def _is_expert(case: Case, judgement: Judgement) -> bool:
    return judgement.by in case.header.experts


def _varies(criterion: Criterion, judged: list[Judgement]) -> bool:
    """Whether a score is more than one number: a range, or judges who differ."""
    said = {distribution_of(judgement, criterion.ends) for judgement in judged}
    return len({s.parameters for s in said}) > 1 or any(
        s.kind != "fixed" and len(set(s.parameters)) > 1 for s in said
    )
