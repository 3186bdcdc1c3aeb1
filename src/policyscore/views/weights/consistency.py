"""How far a profile's statements agree with themselves, in words."""

from policyscore.case.case import Case
from policyscore.scoring.weight_table import WeightTable
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.spoken import spoken


def consistency_lines(case: Case, table: WeightTable) -> list[str]:
    """How far the profile's statements agree with themselves, in plain words."""
    levels = [
        level
        for level in table.weights.consistency
        if level.ratio is not None or not level.acceptable
    ]
    if not levels:
        if table.weights.members:
            return ["A mean of profiles cannot contradict itself; look at each member."]
        return ["Nothing is stated twice over, so nothing contradicts itself."]
    return [consistency_line(case, level) for level in levels]


def contradictions(case: Case, table: WeightTable) -> list[str]:
    """Which of the profile's statements contradict themselves more than is accepted."""
    return [consistency_line(case, x) for x in table.weights.consistency if not x.acceptable]


def consistency_line(case: Case, level: Consistency) -> str:
    """How far one level's statement agrees with itself."""
    these = "These judgements"
    if level.group:
        these = f"Within {case.member_title(level.group)}: these judgements"
    worst = spoken(level.worst, case.member_title)
    worst = f" {worst[:1].upper()}{worst[1:]}." if worst else ""
    if level.ratio is None:
        return f"{these} contradict each other.{worst}"
    ratio, limit = _told_apart(level.ratio, level.limit)
    if level.acceptable:
        agree = "agree" if level.ratio == 0 else "agree well enough"
        accepted = f", and up to {limit} is accepted" if limit else ""
        return f"{these} {agree}: {level.measure} is {ratio}{accepted}.{worst}"
    over = f", over {limit}" if limit else ""
    return f"{these} contradict each other: {level.measure} is {ratio}{over}.{worst}"


def _told_apart(ratio: float, limit: float | None) -> tuple[str, str]:
    """A ratio and its limit with two decimals, or as many as it takes to tell them apart."""
    if limit is None:
        return f"{ratio:.2f}", ""
    apart = (n for n in range(2, 9) if f"{ratio:.{n}f}" != f"{limit:.{n}f}")
    decimals = next(apart, 2)
    return f"{ratio:.{decimals}f}", f"{limit:.{decimals}f}"
