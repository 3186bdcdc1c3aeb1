"""`ranges` in weights files, alone and with an `order`: what is read, said and found."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, said_of, stories, tried

from policyscore.weighing.order import centroid

ANY = ", ".join(f"{leaf}: any" for leaf in LEAVES)
SAYS = "Its keys are `low` and `high`."


def test_where_nothing_is_known_all_weigh_the_same() -> None:
    weights, said = tried(f"ranges: {{{ANY}}}")
    assert said == []
    assert weights is not None
    assert weights.criteria == pytest.approx(dict.fromkeys(LEAVES, 1 / 7), abs=1e-12)
    assert set(weights.extents.values()) == {(0.0, 1.0)}


def test_an_order_alone_gives_its_centroid() -> None:
    weights, said = tried(f"ranges: {{{ANY}}}\norder: [{', '.join(LEAVES)}]")
    assert said == []
    assert weights is not None
    assert list(weights.criteria.values()) == pytest.approx(centroid(7), abs=1e-12)
    assert weights.extents["risk"] == pytest.approx((1 / 7, 1))
    assert weights.extents["speed"] == pytest.approx((0, 1 / 7))


def test_ties_weigh_the_same_and_who_is_left_out_is_free() -> None:
    weights, said = tried(f"ranges: {{{ANY}}}\norder: [risk, [cost, speed]]")
    assert said == []
    assert weights is not None
    assert weights.criteria["cost"] == pytest.approx(weights.criteria["speed"], abs=1e-15)
    assert weights.criteria["risk"] > weights.criteria["cost"]
    assert weights.extents["rights"] == (0.0, 1.0)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.permutations(LEAVES), st.lists(st.integers(0, 14), min_size=7, max_size=7), st.data())
def test_weights_lie_in_their_ranges_and_fall_along_the_order(
    names: list[str], lows: list[int], data: st.DataObject
) -> None:
    wide = [low + data.draw(st.integers(10, 40)) for low in lows]
    order = names[: data.draw(st.integers(2, 7))]
    ranges = dict(zip(LEAVES, zip(lows, wide, strict=True), strict=True))
    text = ", ".join(f"{n}: {{low: {a / 100}, high: {b / 100}}}" for n, (a, b) in ranges.items())
    weights, said = tried(f"ranges: {{{text}}}\norder: [{', '.join(order)}]")
    if weights is None:
        assert all(" conflicting-ranges " in line for line in said)
        return
    assert math.fsum(weights.criteria.values()) == pytest.approx(1, abs=1e-12)
    for name, (low, high) in ranges.items():
        least, greatest = weights.extents.get(name, (weights.criteria[name],) * 2)
        assert low / 100 - 1e-12 <= least <= weights.criteria[name] + 1e-12
        assert weights.criteria[name] - 1e-12 <= greatest <= high / 100 + 1e-12
    in_order = [weights.criteria[name] for name in order]
    assert all(a >= b - 1e-12 for a, b in pairwise(in_order))


@pytest.mark.parametrize("tiny", ["0.0000001", "1e-300", "0.12345678901234567"])
def test_ranges_of_any_fineness_are_met(tiny: str) -> None:
    fixed = f"risk: {{low: {tiny}, high: {tiny}}}"
    weights, said = tried(f"ranges: {{{ANY.replace('risk: any', fixed)}}}")
    assert said == []
    assert weights is not None
    assert weights.criteria["risk"] == pytest.approx(float(tiny), rel=1e-9)
    assert math.fsum(weights.criteria.values()) == pytest.approx(1, abs=1e-12)


def test_ranges_within_a_group_are_shares_of_it() -> None:
    weights, said = tried(
        """
ranges: {security: {low: 0.4, high: 0.6}, society: any, speed: {high: 0.2}, evidence: any}
within:
  security: {ranges: {risk: {low: 0.5}, deterrence: any}}
  society: {order: [home, rights], within: {home: {points: {support: 1, cost: 3}}}}
"""
    )
    assert said == []
    assert weights is not None
    assert weights.extents["security"] == pytest.approx((0.4, 0.6))
    assert weights.extents["risk"] == pytest.approx((0.2, 0.6))
    assert weights.extents["proof"] == weights.extents["evidence"] == pytest.approx((0, 0.6))
    assert weights.extents["cost"] == pytest.approx((0, 0.45))
    assert weights.criteria["risk"] == pytest.approx(0.75 * weights.groups["security"])


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
| ranges: {{}}
2:1 wrong-type `ranges` is empty.
  > The least and greatest weight of each criterion, as shares of 1; with `order` beside it,
  falling along that order.

| ranges:
|   risk: 0.3
|   deterrence: [0.1, 0.2]
|   support: 0.1 to 0.3
|   cost: anny
|   rights: ~
|   proof: {{low: -0.1, high: 1.1}}
|   speed: {{low: 0.1, hihg: 0.2}}
3:9 wrong-type `risk` needs `key: value` lines, not the number `0.3`. > {SAYS}
4:3 wrong-type `deterrence` needs `key: value` lines, not a list. > {SAYS}
5:12 wrong-type `support` needs `key: value` lines, not the text `0.1 to 0.3`. > {SAYS}
6:9 unknown-word `cost` cannot be the text `anny`. > Did you mean `any`?
7:11 wrong-type `rights` has no value. > Write its value.
8:16 out-of-range `low` is negative: -0.1. > Write 0 or more.
8:28 out-of-range `high` is too large: 1.1. > Write 1 or less.
9:21 unknown-key `hihg` is not a key of a line of `ranges`. > Did you mean `high`?

| ranges: {{{ANY}}}
| order:
3:7 wrong-type `order` has no value. > Write its value, or delete the key.

| ranges: {{{ANY}}}
| order: [risk, [cost, x], [deterrence, risk]]
3:22 unknown-criterion `x` stands in `order` but has no line under `ranges`.
  > Add `x: any` under `ranges`, or delete it here.
3:39 weighed-twice `risk` stands here twice. > Keep one.

| ranges: {{{ANY.replace("risk: any", "risk: {low: 0.5, high: 0.2}")}}}
2:10 conflicting-ranges `low` of `risk` (0.5) is above `high` (0.2).
  > Let `low` be the smaller of the two.

| ranges: {{{ANY.replace("risk: any, ", "")}}}
2:1 missing-weight There is no weight for `risk`.
  > Add a line for each; `any` says that nothing is known of it.
"""),
)
def test_what_is_said_of_ranges_from_which_no_weights_follow(
    stated: str, expected: list[str]
) -> None:
    assert said_of(stated) == expected


@pytest.mark.parametrize(
    ("changes", "order", "names"),
    [
        ({"risk": "{low: 0.6}", "cost": "{low: 0.6}"}, "", {"risk", "cost"}),
        (dict.fromkeys(LEAVES, "{high: 0.1}"), "", set(LEAVES)),
        ({"risk": "{low: 0.5}", "cost": "{high: 0.4}"}, "order: [cost, risk]", {"risk", "cost"}),
    ],
)
def test_ranges_that_nothing_meets_are_named_and_no_others(
    changes: dict[str, str], order: str, names: set[str]
) -> None:
    ranges = {**dict.fromkeys(LEAVES, "any"), **changes}
    lines = "".join(f"  {name}: {said}\n" for name, said in ranges.items())
    (said,) = said_of(f"ranges:\n{lines}{order}")
    message, _, hint = said.partition(" > ")
    assert " conflicting-ranges " in message
    assert {name for name in LEAVES if f"`{name}`" in message} == names
    assert hint
