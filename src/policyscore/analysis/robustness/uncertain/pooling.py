"""How often it is each judge's turn in a cell, if one expert is drawn for all their judgements."""

from collections.abc import Mapping
from dataclasses import replace

from policyscore.analysis.robustness.uncertain.score_shapes import Judged, Mixture


def turns(cell: Mixture, experts: Mapping[str, float]) -> list[float]:
    """How often each judgement is the one that is drawn from; they sum to 1.

    Where an expert judges nothing, the cell's own judges are pooled, as they are without experts.

    Args:
        cell: The judgements.
        experts: Expert's id to how much they count; empty if none is drawn.
    """
    whole = sum(experts.values())
    shares = [0.0] * len(cell)
    heard = {judged.by for judged in cell}
    others = sum(counts for expert, counts in experts.items() if expert not in heard)
    groups = [(others / whole if experts else 1.0, [*range(len(cell))])]
    for expert, counts in experts.items():
        if expert in heard:
            own = [k for k, judged in enumerate(cell) if judged.by == expert]
            groups.append((counts / whole, own))
    for share, some in groups:
        among = sum(cell[k].share for k in some)
        for k in some:
            shares[k] += share * (cell[k].share / among)
    return shares


def turn_of(judged: Judged, cell: Mixture, experts: Mapping[str, float]) -> float:
    """How often it is the turn of one of the judgements of a cell."""
    place = next(k for k, each in enumerate(cell) if each is judged)
    return turns(cell, experts)[place]


def pooled(cell: Mixture, experts: Mapping[str, float]) -> Mixture:
    """How a score is distributed if one expert is drawn for all their judgements.

    Args:
        cell: The judgements.
        experts: Expert's id to how much they count; empty if none is drawn.

    Returns:
        The judgements with how often it is their turn; the cell itself if no expert is drawn.
    """
    if not experts:
        return cell
    shares = zip(cell, turns(cell, experts), strict=True)
    return tuple(replace(judged, share=share) for judged, share in shares if share > 0)
