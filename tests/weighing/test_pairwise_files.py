"""`pairwise` in weights files: what is read, what is said, and what follows from it."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, said_of, stories, tried, weights_of

KEEP = "> Look at it again with the rest in view; keep it if it is what you mean."
NUMBER = "Write a number above 0, such as 3, or a fraction, such as 1/3."
NINE = "The tables for consistency hold on that scale; weigh what is so unequal by `swing`."
CHAIN = ["risk over deterrence", "deterrence over support", "support over cost"]
CHAIN += ["cost over rights", "rights over proof", "proof over speed"]


def flat(*lines: str) -> str:
    return "pairwise:\n" + "".join(f"  {line}\n" for line in lines)


RATIOS = st.one_of(
    st.integers(1, 9).map(str),
    st.integers(2, 9).map(lambda n: f"1/{n}"),
    st.floats(0.112, 8.9).map(repr),
)


@pytest.mark.parametrize("method", ["eigenvector", "geometric-mean"])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(RATIOS, min_size=6, max_size=6))
def test_a_chain_of_comparisons_holds_exactly(method: str, ratios: list[str]) -> None:
    lines = [f"{pair}: {ratio}" for pair, ratio in zip(CHAIN, ratios, strict=True)]
    weights = weights_of(flat(*lines) + f"method: {method}")
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)
    for pair, ratio in zip(CHAIN, ratios, strict=True):
        a, b = pair.split(" over ")
        number = float(ratio) if "/" not in ratio else 1 / float(ratio[2:])
        assert weights[a] / weights[b] == pytest.approx(number, rel=1e-6)


def test_lines_may_be_written_either_way_round_and_with_blanks() -> None:
    lines = [f"{pair}: 4" for pair in CHAIN]
    turned = [*lines[:-1], '"speed   over  proof": 1 / 4']
    assert weights_of(flat(*turned)) == pytest.approx(weights_of(flat(*lines)), abs=1e-12)
    assert weights_of(flat(*reversed(lines))) == pytest.approx(weights_of(flat(*lines)), abs=1e-9)


def test_two_criteria_cannot_contradict_each_other() -> None:
    weights, said = tried(
        """
points: {security: 1, society: 0, evidence: 0, speed: 0}
within:
  security: {pairwise: {risk over deterrence: 3}}
  society: {points: {support: 1, cost: 1, rights: 1}}
"""
    )
    assert said == []
    assert weights is not None
    assert weights.criteria["risk"] == pytest.approx(0.75, abs=1e-12)
    (found,) = weights.consistency
    assert (found.group, found.acceptable) == ("security", True)
    assert found.ratio is None or found.ratio == 0


@pytest.mark.parametrize(
    ("settings_", "table"),
    [
        ("", "Alonso & Lamata 2006"),
        ("random-index: alonso-lamata", "Alonso & Lamata 2006"),
        ("random-index: saaty", "Saaty 1980"),
    ],
)
def test_comparisons_that_contradict_each_other_are_named(settings_: str, table: str) -> None:
    lines = ["risk over deterrence: 3", "deterrence over support: 3", "risk over support: 1/9"]
    lines += [f"{pair}: 1" for pair in CHAIN[2:]]
    weights, (said,) = tried(flat(*lines) + settings_)
    assert weights is not None
    assert said.startswith(
        "5:22 inconsistent-judgements These judgements contradict each other: the consistency "
        f"ratio ({table}) is "
    )
    assert ", over 0.10. `risk` over `support`: 1/9 contributes most; 9 would bring" in said
    assert said.endswith(KEEP)
    mended, nothing = tried(flat(*lines).replace("1/9", "9") + settings_)
    assert nothing == []
    assert mended is not None
    assert mended.consistency[0].ratio == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
| pairwise: {{}}
2:1 wrong-type `pairwise` is empty.
  > Two criteria at a time: how many times as much the step from worst to best on the first is
  worth as that on the second.

| pairwise:
|   risk: 3
|   risk over risk: 1
|   risk over cost: 0
|   risk over support: -2
|   risk over rights: 1/0
|   risk over proof: a third
|   cost over risk: 1
|   "risk  over  speed": 3
|   speed over proof: 1001
|   rights over support: 1/1001
|   deterrence over rights: 1e-300
|   deterrence over proof: 10
3:3 comparison `risk` does not name two criteria to compare.
  > Write a line such as `escalation-risk over alliance-cohesion: 3`.
4:3 comparison `risk` is compared with itself. > Compare two criteria, or delete the line.
5:19 comparison `0` is not how many times as much something counts. > {NUMBER}
6:22 comparison `-2` is not how many times as much something counts. > {NUMBER}
7:21 comparison `1/0` is not how many times as much something counts. > {NUMBER}
8:20 comparison `a third` is not how many times as much something counts. > {NUMBER}
9:3 comparison `cost over risk` compares the same two as `risk over cost`.
  > Keep one of the two lines.
11:21 comparison `1001` is too far from 1: ratios lie between 1/1000 and 1000.
  > Write what was meant, or weigh what is so unequal by `swing`.
12:24 comparison `1/1001` is too far from 1: ratios lie between 1/1000 and 1000.
  > Write what was meant, or weigh what is so unequal by `swing`.
13:27 comparison `1e-300` is too far from 1: ratios lie between 1/1000 and 1000.
  > Write what was meant, or weigh what is so unequal by `swing`.
14:26 beyond-nine `10` is beyond Saaty's scale, which runs from 1/9 to 9. > {NINE}

| pairwise: {{risk over cost: ~, cost over speed: true, speed over proof: [1], 3: 4}}
2:28 wrong-type `risk over cost` has no value. > Write its value.
2:48 not-a-number `cost over speed` needs a number, not `true`, a truth value.
  > Write a decimal number, such as 40 or 0.5.
2:54 not-a-number `speed over proof` needs a number, not a list.
  > Write a decimal number, such as 40 or 0.5.
2:77 wrong-type The key needs text, not the number `3`. > Put quotes around it: "3".

| pairwise: [risk over cost]
2:1 wrong-type `pairwise` needs `key: value` lines, not a list.
  > Two criteria at a time: how many times as much the step from worst to best on the first is
  worth as that on the second.

| pairwise:
|   risk over cost: 3
|   risk over support: 2
|   rights over proof: 2
|   proof over speed: 2
|   deterrence over speed: 2
2:1 unconnected-comparisons Nothing compares `risk`, `cost`, `support` with `rights`, `proof`,
  `speed`, `deterrence`.
  > Compare one of the first with one of the second, such as `risk` with `rights`.

| pairwise: {{risk over detterence: 3}}
2:1 missing-weight There is no weight for `support`, `cost`, `rights`, `proof`, `speed`.
  > Compare each with another.
2:12 unknown-criterion There is no criterion `detterence`. > Did you mean `deterrence`?

| pairwise: {{security over risk: 2, society over risk: 2, proof over speed: 2, speed over risk: 1}}
| within: {{society: {{points: {{support: 1, cost: 1, rights: 1}}}}}}
2:12 weighed-twice `risk` is weighed by itself and again as a part of `security`.
  > Weigh the group here and its criteria under `within`, or weigh only its criteria.
"""),
)
def test_what_is_said_of_comparisons_from_which_no_weights_follow(
    stated: str, expected: list[str]
) -> None:
    assert said_of(stated) == expected


def test_a_thousand_times_is_taken_with_a_warning() -> None:
    lines = ["risk over deterrence: 1000", *(f"{pair}: 1" for pair in CHAIN[1:])]
    weights, said = tried(flat(*lines))
    assert weights is not None
    assert weights.criteria["risk"] / weights.criteria["speed"] == pytest.approx(1000, rel=1e-6)
    assert said == [
        f"3:25 beyond-nine `1000` is beyond Saaty's scale, which runs from 1/9 to 9. > {NINE}"
    ]


def test_numbers_of_seventeen_digits_are_read() -> None:
    lines = ["risk over deterrence: 0.12345678901234567", *(f"{pair}: 1" for pair in CHAIN[1:])]
    weights = weights_of(flat(*lines))
    assert weights["risk"] / weights["speed"] == pytest.approx(0.12345678901234567, rel=1e-9)
    assert list(weights) == list(LEAVES)
