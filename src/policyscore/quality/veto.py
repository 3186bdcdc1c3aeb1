"""PS404: front-runners that are worst of all on what matters most."""

from collections.abc import Iterator, Mapping
from operator import mul

from policyscore.quality.material import Material
from policyscore.quality.names import (
    criterion_title,
    option_title,
    profile_title,
    weight_place,
)
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.ranking import TIE, rank_options

LARGE = 0.25
POOR = 50.0
MOST_PROFILES = 200
_NEAR = 1e-6


def check_veto(material: Material) -> Iterator[Finding]:
    """Find the profiles whose front-runner is worst of all on a criterion of great weight."""
    case, valued = material.case, material.valued
    if len(valued) < 2:
        return
    columns = {key: [v.values[key] for v in valued.values()] for key in case.criteria}
    rows = {key: tuple(v.values.values()) for key, v in valued.items() if not v.misses}
    for profile in list(case.profiles)[:MOST_PROFILES]:
        weights = material.weights[profile].criteria
        leader = sole_leader(material, rows, weights)
        if leader is None:
            continue
        for key in heavy(weights):
            worst, best = min(columns[key]), max(columns[key])
            value = valued[leader].values[key]
            alone = sum(v <= worst + TIE for v in columns[key]) == 1
            if value > worst + TIE or (not alone and (value >= POOR or value >= best - TIE)):
                continue
            yield material.profile_document(profile).finding(
                rules.HIDDEN_VETO,
                weight_place(case.profiles[profile].stated, key),
                f"Under {profile_title(case, profile)} the front-runner, "
                f"{option_title(case, leader)}, {'is' if alone else 'shares'} the worst of all "
                f"{len(valued)} options on {criterion_title(case, key)}, whose weight is "
                f"{weights[key]:.1%}: its value there is {value:.1f}, and that of the best option "
                f"{best:.1f}.",
                "Ask whether gains elsewhere can make up for this; if not, set `at-least` or "
                "`at-most` on the criterion.",
                of_key=True,
            )


def heavy(weights: Mapping[str, float]) -> list[str]:
    """The criteria of the largest weight, unless all weigh the same, and those over a quarter."""
    largest, smallest = max(weights.values()), min(weights.values())
    top = largest - TIE if largest - smallest > TIE else 1.0
    return [key for key, weight in weights.items() if weight > LARGE + TIE or weight >= top]


def sole_leader(
    material: Material, rows: Mapping[str, tuple[float, ...]], weights: Mapping[str, float]
) -> str | None:
    """The option that is first alone, if there is one.

    Args:
        material: The case.
        rows: The values of the options that meet every requirement.
        weights: Criterion's id to weight.
    """
    if not rows:
        return None
    order = list(weights.values())
    totals = {key: sum(map(mul, order, row)) for key, row in rows.items()}
    bar = max(totals.values()) - _NEAR  # only these can be first; ranking all takes much longer
    near = {key: material.valued[key] for key, total in totals.items() if total >= bar}
    ranked = rank_options(near, weights, material.valued[material.case.baseline])
    return ranked[0].option if ranked and not ranked[0].tied else None
