"""How several rankings of the same options are put side by side, whatever the format."""

from collections.abc import Sequence
from typing import NamedTuple

from policyscore.scoring.agreement import Agreement
from policyscore.scoring.ranking import Ranked, Ranking

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def column_names(count: int) -> list[str]:
    """Short names for columns: A to Z, then AA, AB and so on."""
    names = []
    for number in range(count):
        name, rest = "", number
        while rest >= 0:
            name = _LETTERS[rest % 26] + name
            rest = rest // 26 - 1
        names.append(name)
    return names


class Row(NamedTuple):
    """An option with its places.

    Attributes:
        option: The option's id.
        places: Its place in each ranking.
        mean: Its mean rank, or None if any ranking excludes it.
        best: Its best rank in any, or None if it is excluded from all.
    """

    option: str
    places: list[Ranked]
    mean: float | None
    best: int | None


def matrix_rows(rankings: Sequence[Ranking], agreement: Agreement, top: int | None) -> list[Row]:
    """The options by their mean rank, with those that are never among the first `top` left out."""
    by_option = [{r.option: r for r in ranking.ranked} for ranking in rankings]
    rows = []
    for option, mean in agreement.mean_ranks.items():
        places = [ranked[option] for ranked in by_option]
        best = min((p.rank for p in places if p.rank is not None), default=None)
        if top is None or (best is not None and best <= top):
            rows.append(Row(option, places, mean, best))
    return rows


def matrix_key(letters: Sequence[str], rows: Sequence[Row]) -> str:
    """What the figures mean."""
    to = "and" if len(letters) == 2 else "to"
    text = f"{letters[0]} {to} {letters[-1]}: the rank under each profile. Mean: the mean rank."
    tied = any(place.tied for row in rows for place in row.places)
    excluded = any(place.excluded for row in rows for place in row.places)
    text += " =: a tie." if tied else ""
    return text + (" -: excluded, for missing a requirement." if excluded else "")


def agreement_lines(agreement: Agreement, titles: dict[str, str], minus: str = "-") -> list[str]:
    """How far the profiles agree, in words."""
    lines = []
    if agreement.concordance is None:
        lines.append("Kendall's W is undefined here.")
    else:
        w = agreement.concordance
        strength = "close" if w >= 0.7 else "moderate" if w >= 0.4 else "little"
        lines.append(f"Kendall's W is {w:.2f} (0: none, 1: the same order): {strength} agreement.")
    pair = agreement.least_alike
    if pair is not None:
        tau = f"{agreement.pairs[pair]:.2f} (-1: reversed, 1: the same)".replace("-", minus)
        first, second = (" ".join(titles[p].split()) for p in pair)
        if len(agreement.pairs) == 1:
            lines.append(f"Kendall's tau-b is {tau}.")
        else:
            lines.append(f"Least alike are {first} and {second}: Kendall's tau-b is {tau}.")
    return lines
