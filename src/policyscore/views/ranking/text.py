"""What is said of a ranking, whatever the format."""

from policyscore.case.case import Case
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import shares


def has_unknown(ranked: Ranked) -> bool:
    """Whether any score of the option is unknown."""
    return any(score.unknown for score in ranked.valued.scores.values())


def weights_line(case: Case, ranking: Ranking) -> str:
    """The weights in words, the largest first."""
    weights, shown = ranking.weights.criteria, shares(ranking.weights.criteria)
    listed = sorted(weights, key=lambda key: -weights[key])
    return f"Weights: {', '.join(f'{case.criteria[key].title} {shown[key]}' for key in listed)}."


def members_line(case: Case, ranking: Ranking) -> str:
    """What each member of a group of profiles would choose; nothing if it is no group's."""
    if not ranking.members:
        return ""
    shown = shares({member.profile: member.share for member in ranking.members})
    said = []
    for member in ranking.members:
        first = enumerate_titles([case.options[option].title for option in member.first])
        said.append(f"{member.title} ({shown[member.profile]}) puts {first or 'nothing'} first")
    return f"Members: {'; '.join(said)}."


def not_shown(ranking: Ranking, shown: int) -> list[str]:
    """Which options are left out, in words.

    Args:
        ranking: The ranking, or one of several of the same options.
        shown: How many of its options are shown.
    """
    lines = []
    if ranking.of != len(ranking.ranked):
        lines.append(f"Ranked here: {len(ranking.ranked)} of the case's {ranking.of} options.")
    if shown < len(ranking.ranked):
        lines.append(f"Not shown: {len(ranking.ranked) - shown} more.")
    return lines
