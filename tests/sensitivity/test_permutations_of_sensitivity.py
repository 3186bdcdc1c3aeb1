"""The order and the names of options and criteria permute the results and change nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sensitivity_cases import CaseData, analysed, cases, quick

from policyscore.analysis.sensitivity.results import Flip, Sensitivity


def renamed(data: CaseData, names: dict[str, str], order: list[str]) -> CaseData:
    """The case with its options under other names and its criteria in another order."""
    header = dict(data["header"])
    tree = header["criteria"]
    header["criteria"] = {
        key: {
            **tree[key],
            **(
                {"criteria": dict(reversed(tree[key]["criteria"].items()))}
                if "criteria" in tree[key]
                else {}
            ),
        }
        for key in sorted(tree, key=lambda key: order.index(key) if key in order else -1)
    }
    header["baseline"] = names[header["baseline"]]
    options = {names[key]: content for key, content in data["options"].items()}
    return {"header": header, "options": options, "weights": data["weights"]}


def figures(found: Sensitivity, names: dict[str, str]) -> dict[Any, Any]:
    """Every number of an analysis by what it is of, with options under other names."""

    def named(options: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(names[option] for option in options))

    def told(flip: Flip | None) -> Any:
        return flip and (round(flip.at, 6) + 0.0, named(flip.there), named(flip.first))

    rows: dict[Any, Any] = {"first": named(found.first)}
    for r in (*found.weights, *found.local):
        breaks = tuple((round(b.at, 8), named(b.first)) for b in r.breaks)
        numbers = tuple(round(x, 8) + 0.0 for x in (r.weight, r.low, r.high))
        rows["weight", r.member, r.within] = (*numbers, named(r.start), breaks, r.stuck)
    for s in found.scores:
        rows["score", names[s.option], s.criterion] = told(s.down), told(s.up)
    for j in found.judgements:
        rows["judged", names[j.option], j.criterion, j.by] = told(j.down), told(j.up)
    for e in found.ends:
        rows["end", e.criterion, e.end] = told(e.inward), told(e.outward), e.limit
    for x in found.experts:
        rows["expert", x.expert] = told(x.down), told(x.up)
    for rival in found.rivals:
        distance = rival.nearest and round(rival.nearest.distance, 7) + 0.0
        if len(found.first) == 1:  # of several that tie, the others are rivals of the first by id
            rows["rival", names[rival.option]] = distance, rival.never
    near = found.nearest, found.nearest_largest
    rows["nearest"] = near[0] and round(near[0].distance, 7), near[1] and round(near[1].largest, 7)
    for mind in found.minds:
        share = mind.together and round(mind.together.share, 7) + 0.0
        rows["mind", mind.judge] = share, mind.one and round(mind.one.share or 0.0, 7) + 0.0
    for left in found.left_out:
        name = names[left.name] if left.kind == "option" else left.name
        rows["without", left.kind, name] = named(left.first), left.changes_first
    return rows


@quick
@given(cases(), st.data())
def test_names_and_orders_do_not_matter(data: CaseData, drawn: st.DataObject) -> None:
    options = list(data["options"])
    names = dict(zip(options, drawn.draw(st.permutations(options)), strict=True))
    order = drawn.draw(st.permutations(list(data["weights"]["plain"]["points"])))
    one = figures(analysed(data), names)
    other = figures(analysed(renamed(data, names, order)), {key: key for key in options})
    assert one.keys() == other.keys()
    for key, row in one.items():
        assert row == other[key] or row == pytest.approx(other[key]), key
