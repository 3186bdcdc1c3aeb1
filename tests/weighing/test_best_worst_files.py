"""`best-worst` in weights files: what is read, what is said, and what follows from it."""

import math
from collections.abc import Mapping

import pytest
from weighing_texts import said_of, stories, tried, weights_of

NINE = "The tables for consistency hold on that scale; weigh what is so unequal by `swing`."
TO_OTHERS = {"deterrence": 4, "support": 4, "cost": 8, "rights": 2, "proof": 2, "speed": 2}
TO_WORST = {"risk": 8, "deterrence": 2, "support": 2, "rights": 4, "proof": 4, "speed": 4}


def stated(to_others: Mapping[str, float], to_worst: Mapping[str, float], more: str = "") -> str:
    both = [
        "{" + ", ".join(f"{k}: {v}" for k, v in there.items()) + "}"
        for there in (to_others, to_worst)
    ]
    return (
        "best-worst:\n  best: risk\n  worst: cost\n"
        f"  best-to-others: {both[0]}\n  others-to-worst: {both[1]}\n{more}"
    )


@pytest.mark.parametrize("model", ["linear", "nonlinear"])
def test_judgements_that_agree_hold_exactly(model: str) -> None:
    weights, said = tried(stated(TO_OTHERS, TO_WORST, f"model: {model}"))
    assert said == []
    assert weights is not None
    ratios = {"risk": 8, **{name: 8 / times for name, times in TO_OTHERS.items()}}
    total = sum(ratios.values())
    assert weights.criteria == pytest.approx(
        {name: ratios[name] / total for name in weights.criteria}, abs=1e-9
    )
    for found in weights.consistency:
        assert found.way == "best-worst"
        assert found.ratio == pytest.approx(0, abs=1e-6)
        assert found.acceptable


def test_the_linear_model_is_the_default() -> None:
    to_others = {**TO_OTHERS, "deterrence": 5, "support": 3}
    linear = weights_of(stated(to_others, TO_WORST, "model: linear"))
    assert weights_of(stated(to_others, TO_WORST)) == linear
    assert math.fsum(linear.values()) == pytest.approx(1, abs=1e-12)
    assert weights_of(stated(to_others, TO_WORST, "model: nonlinear")) != linear


def test_two_and_one_criterion_can_be_weighed() -> None:
    weights = weights_of(
        """
points: {security: 4, society: 0, evidence: 0, speed: 0}
within:
  security: {best-worst: {best: risk, worst: deterrence,
    best-to-others: {deterrence: 3}, others-to-worst: {risk: 3}}}
  society: {points: {support: 1, cost: 1, rights: 1}}
"""
    )
    assert weights["risk"] == pytest.approx(0.75, abs=1e-12)


def test_judgements_that_contradict_each_other_are_warned_of() -> None:
    to_others, to_worst = {**TO_OTHERS, "deterrence": 7}, {**TO_WORST, "deterrence": 7}
    weights, (said,) = tried(stated(to_others, to_worst))
    assert weights is not None
    assert said.startswith("5:32 inconsistent-judgements These judgements contradict each other: ")
    assert "`risk` over `deterrence` and `deterrence` over `cost`" in said
    assert any(not found.acceptable for found in weights.consistency)


@pytest.mark.parametrize(
    ("text", "expected"),
    stories("""
| best-worst: {}
2:1 missing-key `best-to-others` is missing from this statement by `best-worst`.
  > Add `best-to-others:`. How many times as much the best counts as each of the others, from
  1 to 9.
2:1 missing-key `best` is missing from this statement by `best-worst`.
  > Add `best:`. What counts most.
2:1 missing-key `others-to-worst` is missing from this statement by `best-worst`.
  > Add `others-to-worst:`. How many times as much each of the others counts as the worst, from
  1 to 9.
2:1 missing-key `worst` is missing from this statement by `best-worst`.
  > Add `worst:`. What counts least.

| best-worst: risk
2:13 wrong-type `best-worst` needs `key: value` lines, not the text `risk`.
  > Its keys are `best`, `worst`, `best-to-others` and `others-to-worst`.

| best-worst:
|   best: 3
|   worst: [a]
|   best-to-others: {}
|   others-to-worst: ~
|   betst: risk
3:9 bad-id `best` is not an id: `3`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.
4:3 wrong-type `worst` needs an id, not a list. > What counts least.
5:3 wrong-type `best-to-others` is empty.
  > How many times as much the best counts as each of the others, from 1 to 9.
6:20 wrong-type `others-to-worst` has no value. > Write its value.
7:3 unknown-key `betst` is not a key of a statement by `best-worst`. > Did you mean `best`?

| best-worst:
|   best: risk
|   worst: cost
|   best-to-others: {deterrence: 0.5, support: x, cost: 1/2, rights: ~, proof: [1], speed: 1e9}
|   others-to-worst: [risk]
5:32 out-of-range `deterrence` is too small: 0.5. > Write 1 or more.
5:46 not-a-number `support` needs a number, not the text `x`.
  > Write a decimal number, such as 40 or 0.5.
5:55 not-a-number `cost` needs a number, not the text `1/2`.
  > Write a decimal number, such as 40 or 0.5.
5:68 wrong-type `rights` has no value. > Write its value.
5:71 not-a-number `proof` needs a number, not a list.
  > Write a decimal number, such as 40 or 0.5.
5:90 out-of-range `speed` is too large: 1e9. > Write 1000 or less.
6:3 wrong-type `others-to-worst` needs `key: value` lines, not a list.
  > How many times as much each of the others counts as the worst, from 1 to 9.

| best-worst:
|   best: risk
|   worst: risk
|   best-to-others: {deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}
|   others-to-worst: {deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}
4:10 comparison `risk` cannot be both the best and the worst.
  > Name what counts most and what counts least.

| best-worst:
|   best: risk
|   worst: cost
|   best-to-others: {risk: 1, deterrence: 2, support: 3, cost: 8, rights: 2, proof: 2}
|   others-to-worst: {risk: 8, deterrence: 2, support: 3, rights: 2, speed: 2, cost: 1}
5:3 missing-weight `best-to-others` leaves out `speed`.
  > Say how many times as much `risk` counts as each of them.
5:20 comparison `risk` is compared with itself. > Delete the line.
6:3 missing-weight `others-to-worst` leaves out `proof`.
  > Say how many times as much each of them counts as `cost`.
6:78 comparison `cost` is compared with itself. > Delete the line.

| best-worst:
|   best: risk
|   worst: cost
|   best-to-others: {deterrence: 2, support: 3, cost: 8, rights: 2, proof: 2, speed: 2}
|   others-to-worst: {risk: 7, deterrence: 2, support: 3, rights: 2, proof: 2, speed: 2}
6:27 comparison `risk` over `cost` is 7 here and 8 under `best-to-others`.
  > State the same number in both places.

| best-worst:
|   best: risk
|   worst: prestige
|   best-to-others: {deterrence: 2, support: 2, prestige: 2, cost: 2, rights: 2, proof: 2}
|   others-to-worst: {deterrence: 2, support: 2, risk: 2, cost: 2, rights: 2, proof: 2}
2:1 missing-weight There is no weight for `speed`. > Compare it with the best and the worst.
4:10 unknown-criterion There is no criterion `prestige`.
  > There are `security`, `society`, `evidence` and `speed`.
"""),
)
def test_what_is_said_of_judgements_from_which_no_weights_follow(
    text: str, expected: list[str]
) -> None:
    assert said_of(text) == expected


def test_what_is_better_than_the_best_or_beyond_nine_is_warned_of() -> None:
    to_others, to_worst = {**TO_OTHERS, "proof": 12}, {**TO_WORST, "speed": 9}
    weights, said = tried(stated(to_others, to_worst))
    assert weights is not None
    assert (
        f"5:74 beyond-nine `12` is beyond Saaty's scale, which runs from 1/9 to 9. > {NINE}" in said
    )
    hint = "Look at both numbers again, or name `speed` the best."
    assert (
        "6:85 inconsistent-judgements This makes `speed`, not `risk`, the best: 9 is more than the "
        f"8 between best and worst. > {hint}"
    ) in said
