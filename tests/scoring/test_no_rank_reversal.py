"""Adding, dropping and reordering options and criteria changes no total and no order."""

from dataclasses import replace
from random import Random

import pytest
from generated_cases import CASES, Made, quick
from hypothesis import given
from hypothesis import strategies as st

from policyscore.scoring.ranking import TIE


def same_order(some: dict[str, float], ranks: dict[str, int | None]) -> bool:
    """Whether ranks put options in the order of their totals; those closer than a tie may tie."""
    return all(
        (ranks[a] or 0) < (ranks[b] or 0) for a in some for b in some if some[a] - some[b] > 2 * TIE
    )


@quick
@given(CASES, st.data())
def test_dropping_options_changes_no_total_and_no_order(made: Made, data: st.DataObject) -> None:
    baseline, *others = made.scores
    kept = data.draw(st.lists(st.sampled_from(others), unique=True, min_size=1))
    fewer = replace(made, scores={o: made.scores[o] for o in made.scores if o in {baseline, *kept}})
    whole, part = made.totals(), fewer.totals()
    assert part == {option: whole[option] for option in part}
    assert same_order(part, made.ranks())
    assert same_order(part, fewer.ranks())


@quick
@given(CASES, st.data())
def test_ranking_only_some_options_changes_no_total(made: Made, data: st.DataObject) -> None:
    decision = made.decision()
    chosen = data.draw(st.lists(st.sampled_from(list(made.scores)), unique=True, min_size=1))
    whole = {r.option: (r.total, r.gap) for r in decision.rank().ranked}
    part = decision.rank(options=chosen)
    assert {r.option: (r.total, r.gap) for r in part.ranked} == {o: whole[o] for o in chosen}
    assert part.of == len(made.scores)


@quick
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_options_and_criteria_in_the_files_does_not_matter(
    made: Made, random: Random
) -> None:
    keys, options = list(made.scales), list(made.scores)[1:]
    random.shuffle(keys)
    random.shuffle(options)
    options.insert(0, next(iter(made.scores)))  # the baseline stays the same
    shuffled = Made(
        {key: made.scales[key] for key in keys},
        {o: {key: made.scores[o][key] for key in keys} for o in options},
        {key: made.points[key] for key in reversed(keys)},
        {},
        made.experts,
    )
    assert shuffled.totals() == pytest.approx(made.totals(), abs=1e-9)
    assert shuffled.ranks() == made.ranks()


@quick
@given(CASES)
def test_a_copy_of_an_option_ties_with_it_and_moves_nobody_above_it(made: Made) -> None:
    first = made.decision().rank().ranked[0].option
    copied = replace(made, scores={**made.scores, "copy": made.scores[first]})
    before, after = made.totals(), copied.totals()
    assert after.pop("copy") == after[first]
    assert after == before
    assert copied.ranks()["copy"] == copied.ranks()[first] == 1
