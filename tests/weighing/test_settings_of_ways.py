"""Settings beside a way of weighing, ways mixed at one level, and ways mixed over levels."""

import math

import pytest
from weighing_texts import said_of, stories, tried, weights_of

from policyscore.weighing.ways import WAYS

FLAT = "[risk, deterrence, support, cost, rights, proof, speed]"
POINTS = "points: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}"
ANY = POINTS.replace("points", "ranges").replace("1", "any")
LEVELS = "points: {security: 1, society: 1, evidence: 1, speed: 1}"


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
| order: {FLAT}
| formula: centriod
3:10 unknown-word `formula` cannot be the text `centriod`. > Did you mean `centroid`?

| order: {FLAT}
| formula: best
3:10 unknown-word `formula` cannot be the text `best`.
  > Write `centroid`, `rank-sum`, `reciprocal` or `equal`.

| order: {FLAT}
| formula: [centroid]
3:1 unknown-word `formula` cannot be a list.
  > Write `centroid`, `rank-sum`, `reciprocal` or `equal`.

| order: {FLAT}
| formula:
3:9 wrong-type `formula` has no value. > Write its value, or delete the key.

| order: {FLAT}
| formulla: equal
3:1 unknown-key `formulla` is not a key of a profile. > Did you mean `formula`?

| order: {FLAT}
| ratio: 4
| method: eigenvector
3:1 unknown-key `ratio` goes with `cards`, but the weights are stated by `order` here.
  > Delete it.
4:1 unknown-key `method` goes with `pairwise`, but the weights are stated by `order` here.
  > Delete it.

| {ANY}
| order: [risk, cost]
| formula: equal
4:1 unknown-key `formula` goes with `order`, but the weights are stated by `ranges` here.
  > Delete it.

| {POINTS}
| ratio: 3
3:1 unknown-key `ratio` goes with `cards`, but the weights are stated by `points` here.
  > Delete it.
"""),
)
def test_settings_go_with_their_way(stated: str, expected: list[str]) -> None:
    assert said_of(stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
|
1:1 weighing-way No weights are stated here. > <how>

| ratio: 3
1:1 weighing-way No weights are stated here. > `ratio` goes with `cards:`; add that.

| within: {{security: {{formula: equal}}}}
1:1 weighing-way No weights are stated here. > <how>
2:10 weighing-way No weights are stated here. > `formula` goes with `order:`; add that.

| {POINTS}
| order: {FLAT}
3:1 weighing-way There are both `points` and `order` here.
  > State the weights of one level in one way.

| order: [risk, cost]
| ranges: {{risk: any}}
| swing: {{risk: 100}}
4:1 weighing-way There are both `ranges` and `swing` here.
  > State the weights of one level in one way.

| {LEVELS}
| within:
|   security: {{order: [risk, deterrence], ratio: 3}}
|   society: {{cards: [home, rights], formul: equal, within: {{home: {{}}}}}}
4:41 unknown-key `ratio` goes with `cards`, but the weights are stated by `order` here.
  > Delete it.
5:13 missing-key `cards` needs `ratio` beside it.
  > Add `ratio:`. How many times the most important criterion counts as much as the least.
5:36 unknown-key `formul` is not a key of the weights of a group. > Did you mean `formula`?
5:60 weighing-way No weights are stated here. > <how>
"""),
)
def test_a_level_is_stated_in_one_way(stated: str, expected: list[str]) -> None:
    assert said_of(stated) == expected


def test_ways_may_be_mixed_over_the_levels() -> None:
    weights, said = tried(
        """
pairwise: {security over society: 2, society over evidence: 1, evidence over speed: 1}
within:
  security: {trade-offs: [risk from 9 to 6 is worth deterrence from 0 to 9]}
  society:
    best-worst: {best: rights, worst: home, best-to-others: {home: 3}, others-to-worst: {rights: 3}}
    model: nonlinear
    within: {home: {cards: [support, 2, cost], ratio: 4}}
  evidence: {order: [proof]}
"""
    )
    assert said == []
    assert weights is not None
    assert weights.ways == ("pairwise", "trade-offs", "best-worst", "cards", "order")
    assert weights.criteria == pytest.approx(
        {
            "risk": 0.4 * 0.75,
            "deterrence": 0.4 * 0.25,
            "support": 0.2 * 0.25 * 0.8,
            "cost": 0.2 * 0.25 * 0.2,
            "rights": 0.2 * 0.75,
            "proof": 0.2,
            "speed": 0.2,
        },
        abs=1e-9,
    )
    assert [found.group for found in weights.consistency][:2] == ["", "security"]


@pytest.mark.parametrize(
    "inner",
    [
        "{order: [proof]}",
        "{order: [[proof]], formula: reciprocal}",
        "{cards: [proof], ratio: 1}",
        "{points: {proof: 7}}",
        "{ranges: {proof: any}}",
    ],
)
def test_a_group_of_one_criterion_may_be_divided_in_any_way(inner: str) -> None:
    outer = "points: {security: 1, society: 0, evidence: 1, speed: 0}"
    rest = "security: {order: [risk, deterrence]}, society: {order: [support, cost, rights]}"
    weights = weights_of(f"{outer}\nwithin: {{{rest}, evidence: {inner}}}")
    assert weights["proof"] == pytest.approx(0.5)
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("written", ["3", "true", "a-text", "[]", "{}", "", "[[[]]]", "[{a: 1}]"])
def test_nothing_of_the_wrong_form_is_taken(way: str, written: str) -> None:
    said = said_of(f"{way}: {written}\nratio: 3" if way == "cards" else f"{way}: {written}")
    assert said
    assert all(line.startswith("2:") for line in said)


def test_an_error_after_a_hundred_warnings_is_not_lost() -> None:
    names = [f"c{n}" for n in range(15)]
    header = "policyscore: 1\ntitle: T\nbaseline: wait\ncriteria:\n"
    leaf = "{title: C, better: higher, scale: {0: x, 9: y}}"
    header += "".join(f"  {name}: {leaf}\n" for name in names[1:])
    header += f"  c0: {{title: G, criteria: {{x: {leaf}, y: {leaf}}}}}\n"
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    stated = "pairwise:\n" + "".join(f"  {a} over {b}: 10\n" for a, b in pairs)
    _, said = tried(f"{stated}within: {{c0: {{cards: [2, x, y], ratio: 3}}}}", header=header)
    assert sum(" beyond-nine " in line for line in said) == 100
    (wrong,) = (line for line in said if " comparison " in line)
    assert wrong.startswith(f"{len(pairs) + 3}:")
    assert "`2` stands for blank cards" in wrong
    _, said = tried(f"{stated}  c0 over c0: 1\nwithin: {{c0: {{order: [x, y]}}}}", header=header)
    (wrong,) = (line for line in said if " comparison " in line)
    assert wrong.startswith(f"{len(pairs) + 3}:3 comparison `c0` is compared with itself.")
