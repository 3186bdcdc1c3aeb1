"""How often each option of a case takes each rank over all that is uncertain in it."""

from collections.abc import Mapping

from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.exact.paths import exact_or_drawn
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.analysis.robustness.uncertain.profile_weights import admissible_law, profiles_law
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    NearWeights,
)
from policyscore.case.case import Case
from policyscore.weighing.weights import Weights

WEIGHTS = ("fixed", "admissible", "near", "any", "profiles")
CONCENTRATION = 50.0
"""How closely weights stay to a profile's: a weight of 0.2 has a standard deviation of 0.056."""

LEAST_CONCENTRATION = 1e-3
MOST_CONCENTRATION = 1e9
"""Below the least, one criterion has all the weight; above the most, weights hardly differ."""


def law_of(
    case: Case,
    weights: Mapping[str, Weights],
    profile: str,
    which: str,
    *,
    concentration: float = CONCENTRATION,
    shares: Mapping[str, float] | None = None,
) -> Law:
    """The law of the weights that are to be looked at.

    Args:
        case: The case.
        weights: Profile's id to its weights.
        profile: The profile's id.
        which: `fixed`: the profile's weights. `admissible`: all that its statements allow.
            `near`: a Dirichlet distribution around its weights. `any`: all weights there are.
            `profiles`: those of all profiles, one a draw.
        concentration: How closely weights stay to those of the profile, from 0.001 to a billion,
            with `near`.
        shares: Profile's id to how often it is drawn, with `profiles`; if None, all alike but
            those of groups, whose members count already.

    Raises:
        ValueError: If there is no such `which`, or a number is out of its range.
    """
    if which not in WEIGHTS:
        raise ValueError(f"weights must be one of {', '.join(WEIGHTS)}")
    if not LEAST_CONCENTRATION <= concentration <= MOST_CONCENTRATION:
        least, most = f"{LEAST_CONCENTRATION:g}", f"{MOST_CONCENTRATION:,.0f}"
        raise ValueError(f"concentration must be from {least} to {most}, not {concentration}")
    if which == "any":
        return AnyWeights(len(case.criteria))
    if which == "admissible":
        return admissible_law(case, profile)
    if which == "profiles":
        single = [key for key, each in weights.items() if not each.members]
        chosen = dict.fromkeys(single, 1.0) if shares is None else shares
        drawn = {key: share for key, share in chosen.items() if share > 0}
        if not drawn or any(share < 0 for share in chosen.values()):
            raise ValueError("shares of profiles must be 0 or more, and not all 0")
        return profiles_law([weights[key].criteria for key in drawn], list(drawn.values()))
    stated = tuple(weights[profile].criteria.values())
    return NearWeights(stated, concentration) if which == "near" else FixedWeights(stated)


def robustness(
    case: Case,
    weights: Mapping[str, Weights],
    profile: str,
    which: str = "admissible",
    amount: Amount | None = None,
    *,
    together: bool = False,
    pert: bool = False,
    concentration: float = CONCENTRATION,
    shares: Mapping[str, float] | None = None,
) -> Robustness:
    """Find how often each option takes each rank over all that is uncertain.

    What can be had exactly in good time is not drawn; `exact_parts` says what.

    Args:
        case: The case.
        weights: Profile's id to its weights.
        profile: The profile's id.
        which: Which weights; see `law_of`.
        amount: How much to draw, and by whom.
        together: Whether one expert is drawn for all their judgements; see `cells_of`.
        pert: Whether low, likely and high are a PERT distribution instead of a triangular one.
        concentration: See `law_of`.
        shares: See `law_of`.

    Raises:
        ValueError: If an argument is out of its range.
        KeyboardInterrupt: If it is interrupted before there is anything to show.
    """
    law = law_of(case, weights, profile, which, concentration=concentration, shares=shares)
    cells = cells_of(case, law, pert=pert, together=together)
    of = profile if which in {"fixed", "admissible", "near"} else None
    return exact_or_drawn(cells, amount or Amount(), profile=of, weights=which)
