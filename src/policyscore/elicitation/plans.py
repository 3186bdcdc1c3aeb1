"""The ways of asking there are. A new one is a module beside this one and a line here."""

from collections.abc import Callable, Mapping
from typing import Any

from policyscore.case.header import Tree
from policyscore.elicitation.best_worst_plan import BestWorstPlan
from policyscore.elicitation.levels import Level, flat_level, levels_top_down
from policyscore.elicitation.order_plan import OrderPlan
from policyscore.elicitation.pairwise_plan import PairwisePlan
from policyscore.elicitation.plan import Plan
from policyscore.elicitation.single_plan import SinglePlan
from policyscore.elicitation.swing_plan import SwingPlan
from policyscore.weighing.order import FORMULAS

PLANS: dict[str, Callable[[Level], Plan]] = {
    "swing": SwingPlan,
    "order": OrderPlan,
    "pairwise": PairwisePlan,
    "best-worst": BestWorstPlan,
}


def plans_for(
    tree: Tree, way: str, *, top_down: bool, settings: Mapping[str, Any] | None = None
) -> tuple[Plan, ...]:
    """The plans of an interview, in the order in which they are asked.

    Args:
        tree: The criteria of the case.
        way: One of `PLANS`.
        top_down: Whether each group's members are weighed by themselves, and then the groups.
        settings: The way's settings at the top of the profile, which stay as they are.
    """
    levels = levels_top_down(tree) if top_down else flat_level(tree)
    formula = (settings or {}).get("formula")
    plans: list[Plan] = []
    for level in levels:
        if len(level.members) == 1:
            plans.append(SinglePlan(level))
        elif way == "order" and level.group == "" and formula in FORMULAS:
            plans.append(OrderPlan(level, formula))
        else:
            plans.append(PLANS[way](level))
    return tuple(plans)
