"""How well comparisons in pairs agree with each other, and which one to look at again."""

from policyscore.weighing.comparing.comparisons import number_missing
from policyscore.weighing.comparing.pairwise_priorities import eigenvector
from policyscore.weighing.comparing.pairwise_repair import mendings
from policyscore.weighing.comparing.random_index import consistency_ratio
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.pairwise import LIMIT, comparisons_of, pair_of, said_ratio
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.way import Stated

_ALONE = 2
_NOTICEABLE = 0.005  # what does not change the ratio as shown is no remedy
_TABLES = {"alonso-lamata": "Alonso & Lamata 2006", "saaty": "Saaty 1980"}


def consistency(stated: Stated) -> Consistency:
    """Saaty's consistency ratio of the comparisons, by the table that the profile names.

    Where it is over 0.1, `worst` says which comparison contributes most to it and which value
    would mend it. Two names are compared once, so that nothing could disagree.
    """
    names, ratios = comparisons_of(stated)
    table = stated.settings["random-index"]
    measure = f"the consistency ratio ({_TABLES[table]})"
    missing = number_missing(names, ratios)
    ratio = None
    if len(names) > _ALONE:
        value = eigenvector(names, ratios).lambda_max
        ratio = consistency_ratio(value, len(names), missing, table)
    worst: Words = ()
    place = stated.where
    acceptable = ratio is None or ratio <= LIMIT
    if not acceptable:
        for mending in mendings(names, ratios, table)[:1]:
            key = next(key for key in stated.content if pair_of(key) == mending.pair)
            place = stated.place(key)
            first, second = mending.pair
            worst = (Name(first), " over ", Name(second), ": ")
            worst += (f"{said_ratio(stated.content[key])} contributes most",)
            if ratio is not None and mending.suggested_ratio < ratio - _NOTICEABLE:
                better = str(mending.suggested)
                worst += (f"; {better} would bring it to {mending.suggested_ratio:.2f}",)
    return Consistency("", "pairwise", measure, ratio, LIMIT, acceptable, worst, place)
