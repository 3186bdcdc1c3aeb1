"""What to say of ranges that no weights can meet: the fewest statements that conflict, by name."""

from policyscore.case.kinds import Where
from policyscore.case.naming import plain, some
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.sets.admissible import AdmissibleWeights
from policyscore.weighing.sets.conflicts import ORDER, Conflict, conflict_in
from policyscore.weighing.way import Stated

_SOME_WEIGHTS_WERE_FOUND = "these ranges conflict with nothing"


def explain(stated: Stated, weights: AdmissibleWeights) -> Finding:
    """Say which statements conflict.

    Args:
        stated: The statement.
        weights: The set that it allows, which is empty.
    """
    conflict = conflict_in(weights)
    if conflict is None:
        raise ValueError(_SOME_WEIGHTS_WERE_FOUND)
    message, hint = _words(conflict)
    return stated.document.finding(
        rules.CONFLICTING_RANGES, _place(stated, conflict), message, hint
    )


def _place(stated: Stated, conflict: Conflict) -> Where:
    """The first range that is part of a conflict."""
    first = next(s for s in conflict.statements if s.name is not None)
    return stated.place(str(first.name), first.kind)


def _words(conflict: Conflict) -> tuple[str, str]:
    bounds = [s for s in conflict.statements if s is not ORDER]
    order = ORDER in conflict.statements
    along = ", in that order," if order else ""
    if conflict.kind == "low-above-high":
        low, high = bounds
        least, most = plain(float(low.bound or 0)), plain(float(high.bound or 0))
        sentence = f"`{low.name}` is at least {least} and `{high.name}`, which is at least as "
        sentence += f"great by `order`, at most {most}."
        return sentence, "Change one of the two, or the order."
    names = some([str(s.name) for s in bounds])
    off = plain(round(float(conflict.by), 9))
    if conflict.kind == "lows-above-one":
        sentence = f"The least weights of {names}{along} add up to {_sum(1 + float(conflict.by))}"
        return (f"{sentence}, over 1 by {off}.", "Lower one of them.")
    sentence = f"The greatest weights of {names}{along} add up to {_sum(1 - float(conflict.by))}"
    return (f"{sentence}, short of 1 by {off}.", "Raise one of them.")


def _sum(number: float) -> str:
    return plain(round(number, 9))
