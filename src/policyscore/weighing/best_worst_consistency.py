"""How well best-worst comparisons agree with each other, and which ones to look at again."""

from policyscore.weighing.best_worst import TO_OTHERS, BestWorst, comparisons_of
from policyscore.weighing.comparing.best_worst_consistency import (
    input_consistency,
    output_consistency,
)
from policyscore.weighing.comparing.best_worst_models import nonlinear
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.way import Stated


def consistency(stated: Stated) -> tuple[Consistency, Consistency]:
    """By what is stated, with a limit; and by what comes of it, for which there is none.

    Of two names one number is stated, so that nothing could disagree.
    """
    said: BestWorst = stated.content
    found = input_consistency(*comparisons_of(stated))
    worst: Words = ()
    place = stated.where
    if found.worst_name is not None and not found.acceptable:
        name = found.worst_name
        place = stated.place(TO_OTHERS, name)
        worst = _mending(said, name, found.best_to_other, found.other_to_worst)
    by_input = Consistency(
        "",
        "best-worst",
        "the input-based ratio (Liang, Brunelli & Rezaei 2020)",
        found.ratio if found.ratios else None,
        found.threshold,
        found.acceptable,
        worst,
        place,
    )
    ratio = None
    if found.ratios:
        xi = nonlinear(*comparisons_of(stated)).xi
        ratio = output_consistency(xi, said.best_to_others[said.worst])
    measure = "the output-based ratio (Rezaei 2015)"
    by_output = Consistency("", "best-worst", measure, ratio, None, True, (), stated.where)
    return by_input, by_output


def _mending(said: BestWorst, name: str, to_other: float | None, to_worst: float | None) -> Words:
    """Say which comparisons fit worst, and what either would have to be."""
    words: Words = (Name(said.best), " over ", Name(name), " and ", Name(name), " over ")
    words += (Name(said.worst), " together fit worst with ", Name(said.best), " over ")
    words += (Name(said.worst),)
    either = [
        f"{which} being {times:.3g}"
        for which, times in (("the first", to_other), ("the second", to_worst))
        if times is not None
    ]
    return (*words, f"; {' or '.join(either)} would mend it") if either else words
