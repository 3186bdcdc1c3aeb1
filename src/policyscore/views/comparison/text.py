"""Why one option stands above another, in a sentence, with the points it names."""

from collections.abc import Sequence

from policyscore.case.case import Case
from policyscore.scoring.comparison import Comparison, Difference
from policyscore.scoring.ranking import TIE, Ranking
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import add_up

_MOST_REASONS = 3


def points_shown(comparison: Comparison) -> dict[str, float]:
    """Each criterion's points, rounded so that they add up to the rounded gap."""
    differences = comparison.differences
    rounded = add_up([d.points for d in differences])
    return {d.criterion: points for d, points in zip(differences, rounded, strict=True)}


def sentence(case: Case, ranking: Ranking, comparison: Comparison) -> str:
    """Say in one sentence why one option stands above the other, and in another if one may not.

    Points are given without a sign, as the words say for which of the two they speak.
    """
    text = _reason(case, ranking, comparison)
    for option in dict.fromkeys((comparison.first, comparison.second)):
        place = ranking.place(option)
        if place.excluded:
            missed = enumerate_titles([case.criteria[key].title for key in place.valued.misses])
            title = case.options[option].title
            text += f" {title} is excluded all the same, for missing the requirement on {missed}."
    return text


def _reason(case: Case, ranking: Ranking, comparison: Comparison) -> str:
    """Say why one option stands above the other."""
    points = points_shown(comparison)
    first, second = (case.options[o].title for o in (comparison.first, comparison.second))
    if comparison.first == comparison.second:
        return f"{first} is compared with itself."
    if abs(comparison.gap) <= TIE:
        return f"{first} and {second} are worth the same under {ranking.title}."
    ahead = comparison.gap > 0
    above, below = (first, second) if ahead else (second, first)
    sign = 1 if ahead else -1
    pro = [d for d in comparison.differences if sign * d.points > TIE]
    con = [d for d in comparison.differences if sign * d.points < -TIE]

    def names(differences: Sequence[Difference]) -> str:
        return enumerate_titles(
            [
                f"{case.criteria[d.criterion].title} ({abs(points[d.criterion]):.1f})"
                for d in differences[:_MOST_REASONS]
            ]
        )

    shown = f"{abs(comparison.gap):.1f}" if abs(comparison.gap) >= 0.05 else "less than 0.1"
    text = f"{above} stands {shown} points above {below} under {ranking.title}"
    text += f", chiefly for {names(pro)}"
    return f"{text}, in spite of {names(con)}." if con else f"{text}; nothing speaks against it."
