"""`swing`: points for the step from the worst to the best end of each scale, the largest 100.

von Winterfeldt & Edwards (1986), *Decision Analysis and Behavioral Research*, ch. 8.
"""

from collections.abc import Iterator

from policyscore.case.naming import plain
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.points import (
    NUMBER_EACH_SCHEMA,
    check_not_all_zero,
    names_of_keys,
    shares,
)
from policyscore.weighing.way import Stated, Way


def _check(stated: Stated) -> Iterator[Finding]:
    """Complain if the largest swing is not the 100 against which the others were judged."""
    yield from check_not_all_zero(stated)
    name, largest = max(stated.content.items(), key=lambda item: item[1])
    if largest not in (0, 100):
        yield stated.document.finding(
            rules.SWING_NOT_ANCHORED,
            (*stated.where, name),
            f"The largest swing is {plain(largest)}, not 100.",
            "Give the swing that matters most 100 and judge the others against it, "
            "or use `points`.",
        )


SWING = Way(
    "swing",
    "Points for the step from the worst to the best end of each scale, the largest step 100.",
    names_of_keys,
    _check,
    shares,
    NUMBER_EACH_SCHEMA,
    ({"escalation-risk": 100, "deterrence": 80, "support": 40},),
)
