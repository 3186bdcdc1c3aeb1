"""Whether options can be first, alone or tied, against linear programs solved over fractions."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from dominance_cases import decision_of, study
from hypothesis import given
from hypothesis import strategies as st
from weight_sets import few

from policyscore.weighing.comparing.linear_program import maximise

# few different values, so that options tie, lie between others, and equal each other
ROUND = st.sampled_from([0, 10, 20, 40, 50, 60, 100])
ROWS = st.integers(1, 4).flatmap(
    lambda m: st.lists(st.tuples(*[ROUND] * m), min_size=2, max_size=6)
)


def exact_lead(rows: Sequence[Sequence[int]], option: int) -> Fraction | None:
    """The largest least lead of an option over all that are not its equals; None if none are."""
    rivals = [row for row in rows if row != rows[option]]
    if not rivals:
        return None
    m = len(rows[option])
    one, nothing = Fraction(1), Fraction(0)
    # the unknowns: a weight for each criterion, and the lead as one number less another
    leads = [
        [*(Fraction(r - mine) for r, mine in zip(rival, rows[option], strict=True)), one, -one]
        for rival in rivals
    ]
    total = [*[one] * m, nothing, nothing]
    constraints = [*leads, total, [-x for x in total]]
    bounds = [*[nothing] * len(leads), one, -one]
    return maximise([*[nothing] * m, one, -one], constraints, bounds).value


@given(ROWS)
@few
def test_places_are_those_of_exact_programs(rows: list[tuple[int, ...]]) -> None:
    keys = "abcd"[: len(rows[0])]
    options = {f"o{n}": list(row) for n, row in enumerate(rows)}
    found = study(
        decision_of(keys, options, {"p": {"points": dict.fromkeys(keys, 1)}}), weights="any"
    )
    for s in found.standings:
        place = int(s.option[1:])
        lead = exact_lead(rows, place)
        twins = rows.count(rows[place]) > 1
        if lead is None:
            assert (s.first.lead, s.first.place) == (None, "tied")
            continue
        assert s.first.lead == pytest.approx(float(lead), abs=1e-9)
        expected = "never" if lead < 0 else "tied" if twins or lead == 0 else "alone"
        assert s.first.place == expected
        if lead == 0:  # its equals among those that tie with it
            assert {f"o{n}" for n, row in enumerate(rows) if row == rows[place]} <= {
                s.option,
                *s.first.tied_with,
            }
