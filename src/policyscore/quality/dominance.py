"""PS403: options that another one beats or equals on every criterion."""

from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from policyscore.quality.material import Material, OptionCheck
from policyscore.quality.names import TITLE, count, criterion_title, option_title
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.ranking import TIE

MOST_RIVALS = 200


def prepare_dominance(material: Material) -> OptionCheck:
    """Find who dominates whom once, for the options to be asked about one by one."""
    case = material.case
    # an option that misses a requirement is out already, and is no alternative to another
    rows = {key: tuple(v.values.values()) for key, v in material.valued.items() if not v.misses}
    needs = {key: option.requires for key, option in case.options.items() if option.requires}
    found = dominators(rows, needs)
    found.pop(case.baseline, None)

    def check(material: Material, option: str) -> Iterator[Finding]:
        if option in found:
            yield _finding(material, option, found[option])

    return check


def dominators(
    rows: Mapping[str, Sequence[float]], needs: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """Find the options that another one dominates (Keeney & Raiffa 1976, ch. 3).

    Args:
        rows: Option's id to its values, criteria in one order.
        needs: Option's id to the ids of the options that it requires: it cannot replace those.

    Returns:
        Dominated option's id to that of the dominating one with the largest sum of values. Each
        option is compared with the 200 largest sums that are not dominated themselves, so that
        the work grows with the number of options and not with its square.
    """
    needs = needs or {}
    found: dict[str, str] = {}
    rivals: list[str] = []
    columns: list[list[float]] = [[] for _ in next(iter(rows.values()), ())]
    for key in sorted(rows, key=lambda key: (-fsum(rows[key]), key)):
        row = rows[key]
        better = (
            rivals[i]
            for i in _nowhere_below(columns, row, len(rivals))
            if key not in needs.get(rivals[i], ())
            and any(column[i] - value > TIE for column, value in zip(columns, row, strict=True))
        )
        dominator = next(better, None)
        if dominator is not None:
            found[key] = dominator
        elif len(rivals) < MOST_RIVALS:
            rivals.append(key)
            for column, value in zip(columns, row, strict=True):
                column.append(value)
    return found


def _nowhere_below(
    columns: Sequence[Sequence[float]], row: Sequence[float], rivals: int
) -> Sequence[int]:
    """The rivals that are at least as good as a row on every criterion.

    What the row is best at comes first: few rivals are as good there, so little work is left.
    """
    left: Sequence[int] = range(rivals)
    for index in sorted(range(len(row)), key=lambda i: -row[i]):
        column, value = columns[index], row[index]
        left = [i for i in left if column[i] >= value]
        if not left:
            break
    return left


def _finding(material: Material, option: str, by: str) -> Finding:
    case = material.case
    mine, theirs = material.valued[option].values, material.valued[by].values
    behind = {key: theirs[key] - mine[key] for key in mine if theirs[key] - mine[key] > TIE}
    widest = max(behind, key=behind.__getitem__)
    verb = "is at least as good as"
    extent = f"and better on {len(behind)}, most"
    if len(behind) == len(mine):
        verb, extent = "is better than", "most"
    return material.option_document(option).finding(
        rules.DOMINATED_OPTION,
        TITLE,
        f"{option_title(case, by)} {verb} {option_title(case, option)} on each of "
        f"{count(len(mine), 'criterion', 'criteria')}, {extent} on "
        f"{criterion_title(case, widest)} (value {theirs[widest]:.1f} against {mine[widest]:.1f}).",
        "No weights put it first alone. Score what speaks for it, if need be on a criterion of its "
        "own, or keep it only to show that it was considered.",
        of_key=True,
    )
