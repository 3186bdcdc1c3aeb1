"""In which ways a profile was stated, in words."""

from collections.abc import Mapping
from typing import Any

from policyscore.case.case import Case
from policyscore.scoring.stated_ways import StatedWay
from policyscore.scoring.titles import enumerate_titles
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.figures import number

_FORMULAS = {
    "centroid": "rank-order centroid",
    "rank-sum": "rank-sum weights",
    "reciprocal": "rank-reciprocal weights",
    "equal": "equal weights",
}
_PAIRWISE = {"eigenvector": "principal eigenvector", "geometric-mean": "geometric mean"}


def way_words(stated: StatedWay) -> str:
    """A way of weighing as its key in weights files, with how it was meant."""
    meant = _meant(stated.way, stated.settings)
    return f"{stated.way} ({meant})" if meant else stated.way


def _meant(way: str, settings: Mapping[str, Any]) -> str:
    """How a way's judgements became weights; empty if there is but one manner."""
    match way:
        case "order":
            return _FORMULAS.get(settings["formula"], "")
        case "pairwise":
            return _PAIRWISE.get(settings["method"], "")
        case "best-worst":
            return f"{settings['model']} model"
        case "cards":
            return f"the first counts {number(float(settings['ratio']))} times the last"
        case "ranges":
            order = "" if settings["order"] is None else " that fall along the order"
            return f"centroid of all weights within them{order}"
        case "group":
            return "weighted mean of other profiles"
        case _:
            return ""


def stated_line(case: Case, table: WeightTable) -> str:
    """In which ways the profile was stated: the top level's, and where within it others."""
    words = way_words(table.stated[0])
    others: dict[str, list[str]] = {}
    for level in table.stated[1:]:
        others.setdefault(way_words(level), []).append(case.member_title(level.group))
    line = f"{words}, top-down" if others else words
    others.pop(words, None)
    parts = [f"within {enumerate_titles(titles)} by {way}" for way, titles in others.items()]
    return f"{line}, but {'; '.join(parts)}" if parts else line
