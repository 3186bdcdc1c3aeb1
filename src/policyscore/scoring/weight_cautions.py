"""What a reader must know of the weights before believing a ranking."""

from collections.abc import Iterator, Sequence

from policyscore.case.case import Case
from policyscore.scoring.ranking import Caution, Member, Ranked
from policyscore.scoring.titles import enumerate_titles, titles_of
from policyscore.weighing.spoken import spoken
from policyscore.weighing.weights import Weights


def nobodys_first(
    case: Case, allowed: Sequence[Ranked], members: Sequence[Member]
) -> Iterator[Caution]:
    """A compromise that no member of a group would choose."""
    counting = [member for member in members if member.share > 0]
    first = [r.option for r in allowed if r.rank == 1]
    if not counting or not first or any(set(m.first) & set(first) for m in counting):
        return
    choices = enumerate_titles([f"{titles_of(case, m.first)} ({m.title})" for m in counting])
    text = (
        f"No member of the group puts {titles_of(case, first)} first; they choose {choices}. "
        "It comes first only because their weights are averaged."
    )
    yield Caution("nobodys-first", tuple(first), text)


def weight_cautions(case: Case, weights: Weights) -> Iterator[Caution]:
    """What qualifies the weights: what they leave out, contradict, or leave open."""
    yield from _no_weight(case, weights)
    yield from _contradictory(case, weights)
    yield from _open_weights(weights)


def _no_weight(case: Case, weights: Weights) -> Iterator[Caution]:
    titles = [case.criteria[key].title for key, w in weights.criteria.items() if w == 0]
    if titles:
        verb = "has" if len(titles) == 1 else "have"
        yield Caution(
            "zero-weight", (), f"{enumerate_titles(titles)} {verb} no weight in this profile."
        )


def _contradictory(case: Case, weights: Weights) -> Iterator[Caution]:
    for found in weights.consistency:
        if not found.acceptable and found.ratio is not None and found.limit is not None:
            where = f" within {case.member_title(found.group)}" if found.group else ""
            worst = spoken(found.worst, case.member_title)
            text = (
                f"The judgements that these weights come from{where} contradict each other: "
                f"{found.measure} is {found.ratio:.2f}, over {found.limit:.2f}."
                + (f" {worst[:1].upper()}{worst[1:]}." if worst else "")
            )
            yield Caution("inconsistent-weights", (), text)


def _open_weights(weights: Weights) -> Iterator[Caution]:
    """Weights that were not stated, but chosen as the middle of what was."""
    if weights.is_open:
        who = "Members of the group leave their" if weights.members else "The profile leaves its"
        text = (
            f"{who} weights open; the ranking takes the middle of those that are allowed, and "
            "others that are allowed may rank differently."
        )
        yield Caution("open-weights", (), text)
