"""`cards`: the revised Simos procedure, with the figures of its paper.

Figueira & Roy (2002), "Determining the weights of criteria in the ELECTRE type methods with a
revised Simos' procedure", *European Journal of Operational Research* 139(2):317-326.
"""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, said_of, stories, tried, weights_of

from policyscore.weighing.cards import Rank, card_weights, ranks_of

PUBLISHED = {  # percent, adjusted in the paper to sum to 100 at one decimal
    "k": 15.3,
    "a": 13.2,
    "h": 13.2,
    "e": 11.0,
    "b": 8.9,
    "f": 8.9,
    "i": 8.9,
    "j": 8.9,
    "d": 4.5,
    "c": 2.4,
    "g": 2.4,
    "l": 2.4,
}
SAYS = (
    "The criteria as cards, the most important first, those of equal importance in an inner list; "
    "a number between two stands for so many blank cards between them."
)


def test_the_example_of_figueira_and_roy() -> None:
    content = ("k", ("a", "h"), "e", ("b", "f", "i", "j"), 1, "d", ("c", "g", "l"))
    weights = card_weights(ranks_of(content), 6.5)
    assert {name: 100 * weight for name, weight in weights.items()} == pytest.approx(
        PUBLISHED, abs=0.1
    )
    assert weights["k"] == pytest.approx(0.15384615, abs=1e-8)  # 100 x 6.5 / 42.25, unrounded


LAYOUTS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 100)), min_size=2, max_size=12)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(LAYOUTS, st.floats(1.001, 1e6))
def test_gaps_are_in_proportion_to_the_blank_cards_and_one(
    layout: list[tuple[int, int]], ratio: float
) -> None:
    ranks = [
        Rank(tuple(f"c{i}-{j}" for j in range(size)), blanks)
        for i, (size, blanks) in enumerate(layout)
    ]
    weights = card_weights(ranks, ratio)
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)
    assert all(weights[name] == weights[rank.names[0]] for rank in ranks for name in rank.names)
    first, last = weights[ranks[0].names[0]], weights[ranks[-1].names[0]]
    assert first / last == pytest.approx(ratio, rel=1e-9)
    steps = sum(rank.blanks + 1 for rank in ranks[:-1])
    for above, below in pairwise(ranks):
        gap = weights[above.names[0]] - weights[below.names[0]]
        expected = (first - last) * (above.blanks + 1) / steps
        assert gap == pytest.approx(expected, rel=1e-6, abs=1e-15)


def test_cards_in_a_file() -> None:
    weights = weights_of(
        "cards: [risk, 2, [deterrence, support], cost, 0, [rights], proof, speed]\nratio: 8"
    )
    units = {"risk": 8, "deterrence": 5, "support": 5, "cost": 4, "rights": 3, "proof": 2}
    units["speed"] = 1
    assert weights == pytest.approx({name: unit / 28 for name, unit in units.items()}, abs=1e-15)


def test_cards_at_one_place_weigh_the_same() -> None:
    one = f"cards: [[{', '.join(LEAVES)}]]"
    assert set(weights_of(f"{one}\nratio: 1").values()) == {1 / 7}
    weights, said = tried(f"{one}\nratio: 4")
    assert weights is None
    (line,) = said
    assert line.startswith("3:8 comparison `ratio` is 4, though all cards lie at one place. >")
    assert line.endswith("> Write `ratio: 1`, or part the cards.")


def test_a_ratio_of_a_million_is_kept() -> None:
    weights = weights_of(
        "cards: [risk, [deterrence, support, cost, rights, proof, speed]]\nratio: 1e6"
    )
    assert weights["risk"] / weights["speed"] == pytest.approx(1e6, rel=1e-9)


FLAT = "[risk, deterrence, support, cost, rights, proof, speed]"


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
| cards: {FLAT}
2:1 missing-key `cards` needs `ratio` beside it.
  > Add `ratio:`. How many times the most important criterion counts as much as the least.

| cards: {FLAT}
| ratio:
3:7 wrong-type `ratio` has no value. > Write its value.

| cards: {FLAT}
| ratio: 0.5
3:8 out-of-range `ratio` is too small: 0.5. > Write 1 or more.

| cards: {FLAT}
| ratio: 1000001
3:8 out-of-range `ratio` is too large: 1000001. > Write 1000000 or less.

| cards: {FLAT}
| ratio: "3"
3:8 not-a-number `ratio` needs a number, not the text `3`. > Remove the quotes.

| cards: {FLAT}
| ratio: 1
3:8 comparison `ratio` is 1, so the order of the cards would not count.
  > Write how many times the most important criterion counts as much as the least.

| cards: [2, risk, 2, 1, deterrence, support, cost, rights, proof, speed, 3]
| ratio: 4
2:9 comparison `2` stands for blank cards, which lie between two criteria. > Delete it here.
2:18 comparison `2` stands for blank cards, which lie between two criteria.
  > Add the two numbers up.
2:73 comparison `3` stands for blank cards, which lie between two criteria. > Delete it here.

| cards: [risk, 1.5, deterrence, 101, support, -1, cost, true, rights, proof, speed]
| ratio: 4
2:15 not-a-number `cards` needs a whole number, not the number `1.5`. > {SAYS}
2:32 out-of-range `cards` is too large: 101. > Write 100 or less.
2:46 out-of-range `cards` is negative: -1. > Write 0 or more.
2:56 not-a-number `cards` needs a whole number, not `true`, a truth value. > {SAYS}

| cards: [risk, deterrence, support, cost, rights, proof, risk]
| ratio: 4
2:1 missing-weight There is no weight for `speed`. > Add its card at its place.
2:57 weighed-twice `risk` stands here twice. > Keep one.

| cards: [3]
| ratio: 2
2:1 missing-weight There is no weight for `risk`, `deterrence`, `support`, `cost`, `rights`,
  `proof`, `speed`. > Add its card at its place.
2:9 comparison `3` stands for blank cards, which lie between two criteria. > Delete it here.
"""),
)
def test_what_is_said_of_cards_that_are_laid_wrongly(stated: str, expected: list[str]) -> None:
    assert said_of(stated) == expected
