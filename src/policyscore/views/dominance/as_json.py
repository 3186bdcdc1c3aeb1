"""A study of dominance as plain data for JSON, with a versioned schema."""

from typing import Any

from policyscore.analysis.dominance.results import Dominance, Standing
from policyscore.case.case import Case
from policyscore.views.dominance.text import scope, sentences

MOST_POSSIBLE = 300


def dominance_data(case: Case, found: Dominance) -> dict[str, Any]:
    """One study, schema `policyscore/dominance/1`.

    `possible` is null with more than 300 options, whose pairs would fill tens of megabytes.
    """
    options = [s.option for s in found.standings]
    with_possible = len(options) <= MOST_POSSIBLE
    return {
        "schema": "policyscore/dominance/1",
        "case": case.title,
        "profile": {"id": found.profile, "title": found.profile_title},
        "weights": found.weights,
        "judgements": found.judgements,
        "tolerance": found.tolerance,
        "summary": sentences(case, found),
        "scope": scope(found),
        "weights_do_not_matter": bool(found.winners),
        "always_first": list(found.winners),
        "least_regret": [s.option for s in found.least_regret],
        "options": [_standing_data(case, s) for s in found.standings],
        "excluded": [
            {"option": option, "title": case.options[option].title, "misses": list(misses)}
            for option, misses in found.excluded.items()
        ],
        "necessary": {option: list(found.necessary(option)) for option in options},
        "possible": (
            {option: list(found.possible(option)) for option in options} if with_possible else None
        ),
        "graph": [
            {
                "options": list(node.options),
                "layer": node.layer,
                "below": [list(found.nodes[place].options) for place in node.below],
            }
            for node in found.nodes
        ],
    }


def _standing_data(case: Case, s: Standing) -> dict[str, Any]:
    return {
        "option": s.option,
        "title": case.options[s.option].title,
        "first": s.first.place,
        "lead": s.first.lead,
        "weights": s.first.weights,
        "tied_with": list(s.first.tied_with),
        "regret": s.regret,
        "behind": s.against,
        "dominated_by": list(s.dominators.likely),
        "practically_dominated_by": list(s.dominators.practically),
        "necessarily_dominated_by": list(s.dominators.necessarily),
        "possibly_dominated_by": list(s.dominators.possibly),
    }
