"""What is said of weights, whatever the format: swings, ranges, members, differences."""

from collections.abc import Sequence

from policyscore.case.case import Case
from policyscore.case.header import Criterion
from policyscore.scoring.swings import Level
from policyscore.scoring.weight_spread import most_disputed, weight_spread
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.figures import number
from policyscore.views.weights.figures import percent, shown_weights
from policyscore.weighing.way import Interval


def level_words(criterion: Criterion, level: Level) -> str:
    """An end of a swing in words, with the number if it counts something."""
    if criterion.unit:
        return f"{level.words} ({number(level.score)} {criterion.unit})"
    return level.words


def span_words(extent: Interval, dash: str = "–") -> str:
    """The least and the greatest weight in per cent."""
    low, high = (percent(100 * end, sign="") for end in extent)
    return f"{low}{dash}{high}"


def members_lines(table: WeightTable) -> list[tuple[str, str, str]]:
    """Title, id and share of each member of a group, the largest share first."""
    shares = table.weights.members
    listed = sorted(shares, key=lambda key: -shares[key])
    return [(table.members.get(key, key), key, percent(100 * shares[key])) for key in listed]


def disputed_lines(case: Case, tables: Sequence[WeightTable]) -> list[str]:
    """The criteria on which profiles differ most, with who gives them least and most."""
    shown = [shown_weights(table.rows) for table in tables]
    lines = []
    for spread in most_disputed(weight_spread(tables)):
        least, most = (
            f"{shown[who[0]][spread.id]} ({tables[who[0]].title}{_and_more(len(who) - 1)})"
            for who in (spread.least, spread.most)
        )
        lines.append(f"{case.member_title(spread.id)}: from {least} to {most}")
    return lines


def _and_more(count: int) -> str:
    return f" and {count} more" if count else ""
