"""`group`: several people's profiles as one, and groups of groups."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import HEADER, LEAVES, PATH, WAIT, stories, tried

from policyscore.case.directory import Files
from policyscore.decision import check
from policyscore.weighing.group import combine

EVEN = "points: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}"
HAWK = "points: {risk: 3, deterrence: 1, support: 0, cost: 0, rights: 0, proof: 0, speed: 4}"
DOVE = """
order: [rights, home, evidence, security, speed]
within: {home: {order: [support, cost]}, security: {swing: {risk: 100, deterrence: 50}}}
"""
KEEP_OUT = "Leave out one member, so that every group is made of others."
COUNTS = st.one_of(st.integers(0, 1000), st.sampled_from([1e15, 1e-300, 0.1, 0.3]))


def criteria(stated: str, others: dict[str, str] | None = None) -> dict[str, float]:
    weights, said = tried(stated, others)
    assert said == []
    assert weights is not None
    return weights.criteria


def test_a_group_weighs_what_its_members_do_on_the_whole() -> None:
    weights, said = tried("group: {of: {even: 2, hawk: 1}}", {"even": EVEN, "hawk": HAWK})
    assert said == []
    assert weights is not None
    hawk = dict(zip(LEAVES, [3 / 8, 1 / 8, 0, 0, 0, 0, 1 / 2], strict=True))
    expected = {leaf: (2 / 7 + hawk[leaf]) / 3 for leaf in LEAVES}
    assert weights.criteria == pytest.approx(expected, abs=1e-15)
    assert weights.members == pytest.approx({"even": 2 / 3, "hawk": 1 / 3})
    assert weights.ways == ("group",)
    assert weights.groups["security"] == pytest.approx((4 / 7 + 1 / 2) / 3)
    assert weights.extents["risk"] == pytest.approx((1 / 7, 3 / 8))
    assert weights.extents["rights"] == pytest.approx((0, 1 / 7))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(COUNTS, min_size=3, max_size=3).filter(any))
def test_shares_are_in_proportion_and_weights_sum_to_one(counts: list[float]) -> None:
    others = {"even": EVEN, "hawk": HAWK, "dove": DOVE}
    stated = ", ".join(f"{k}: {n!r}" for k, n in zip(others, counts, strict=True))
    weights, said = tried(f"group: {{of: {{{stated}}}}}", others)
    assert said == []
    assert weights is not None
    assert math.fsum(weights.criteria.values()) == pytest.approx(1, abs=1e-12)
    assert math.fsum(weights.members.values()) == pytest.approx(1, abs=1e-12)
    own = {key: criteria(text) for key, text in others.items()}
    for leaf in LEAVES:
        mean = sum(weights.members[key] * own[key][leaf] for key in others)
        assert weights.criteria[leaf] == pytest.approx(mean, abs=1e-12)
        counting = [own[key][leaf] for key in others if weights.members[key]]
        assert min(counting) - 1e-12 <= weights.criteria[leaf] <= max(counting) + 1e-12


def test_what_all_members_agree_on_is_kept() -> None:
    shares = dict.fromkeys("abc", 1 / 3)
    assert combine(shares, {key: {"x": 0.1, "y": 0.9} for key in "abc"}) == pytest.approx(
        {"x": 0.1, "y": 0.9}, abs=1e-15
    )


def test_members_of_members_count_by_both_shares() -> None:
    others = {"pair": "group: {of: {even: 1, hawk: 3}}", "even": EVEN, "hawk": HAWK, "dove": DOVE}
    nested = criteria("group: {of: {pair: 4, dove: 1}}", others)
    flat = criteria("group: {of: {even: 4, hawk: 12, dove: 4}}", others)
    assert nested == pytest.approx(flat, abs=1e-15)


@pytest.mark.parametrize("names", [("a", "b", "c"), ("z", "y", "x"), ("b", "a", "z")])
def test_the_order_of_the_files_does_not_matter(names: tuple[str, str, str]) -> None:
    pair, even, hawk = names
    others = {pair: f"group: {{of: {{{even}: 1, {hawk}: 1}}}}", even: EVEN, hawk: HAWK}
    expected = criteria("group: {of: {even: 1, hawk: 1}}", {"even": EVEN, "hawk": HAWK})
    assert criteria(f"group: {{of: {{{pair}: 1}}}}", others) == expected
    backwards = dict(reversed(others.items()))
    assert criteria(f"group: {{of: {{{pair}: 1}}}}", backwards) == expected


def test_members_that_do_not_count_leave_no_trace_but_their_share() -> None:
    weights, said = tried("group: {of: {even: 2, hawk: 0}}", {"even": EVEN, "hawk": HAWK})
    assert said == []
    assert weights is not None
    assert set(weights.criteria.values()) == {1 / 7}
    assert weights.members == {"even": 1.0, "hawk": 0.0}
    assert weights.extents == {}


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories(f"""
| group: {{even: 1}}
2:1 missing-key `of` is missing from this statement by `group`.
  > Add `of:`. The profiles, and how much each counts.
2:9 unknown-key `even` is not a key of a statement by `group`. > Its keys are `of`.

| group:
2:7 wrong-type `group` has no value. > Write its value.

| group: [even]
2:1 wrong-type `group` needs `key: value` lines, not a list. > Its keys are `of`.

| group: {{of: {{}}}}
2:9 wrong-type `of` is empty. > The profiles, and how much each counts.

| group: {{of: [even]}}
2:9 wrong-type `of` needs `key: value` lines, not a list.
  > The profiles, and how much each counts.

| group: {{of: {{even: -1, 3: 1, Even: 2, dove: ~, hawk: x}}}}
2:20 out-of-range `even` is negative: -1. > Write 0 or more.
2:24 bad-id The key is not an id: `3`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.
2:30 bad-id The key is not an id: `Even`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `even`.
2:45 wrong-type `dove` has no value. > Write its value.
2:54 not-a-number `hawk` needs a number, not the text `x`.
  > Write a decimal number, such as 40 or 0.5.

| group: {{of: {{even: 0, hawk: 0}}}}
2:9 weights-all-zero No profile counts, so the group has no weights.
  > Give one of them a number above 0.

| group: {{of: {{evenn: 1, prestige: 1}}}}
2:14 unknown-profile There is no profile `evenn`. > Did you mean `even`?
2:24 unknown-profile There is no profile `prestige`. > There are `even`, `hawk` and `tried`.

| group: {{of: {{even: 1}}}}
| within: {{security: {{points: {{risk: 1, deterrence: 1}}}}}}
3:1 weighing-way `group` combines whole profiles, so there is nothing to divide `within`.
  > Delete `within`.

| group: {{of: {{even: 1}}}}
| formula: equal
3:1 unknown-key `formula` goes with `order`, but the weights are stated by `group` here.
  > Delete it.

| points: {{security: 1, society: 1, proof: 1, speed: 1}}
| within: {{security: {{order: [risk, deterrence]}}, society: {{group: {{of: {{even: 1}}}}}}}}
3:59 weighing-way `group` combines whole profiles, so it cannot divide the weight of one group.
  > State these weights in another way, or combine the profiles as a whole.

| group: {{of: {{tried: 1, even: 1}}}}
2:14 group-of-itself `tried` is a member of itself. > {KEEP_OUT}
"""),
)
def test_what_is_said_of_groups_that_are_none(stated: str, expected: list[str]) -> None:
    assert tried(stated, {"even": EVEN, "hawk": HAWK}) == (None, expected)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"a": "group: {of: {tried: 1}}"}, "2:14 `tried`: `a`"),
        (
            {"a": "group: {of: {b: 1, even: 2}}", "b": "group: {of: {even: 1, a: 1}}"},
            "weights/a.yaml:2:14 `a`: `b`",
        ),
        (
            {
                "a": "group: {of: {b: 1}}",
                **{x: f"group: {{of: {{{y}: 1}}}}" for x, y in pairwise([*"bcdef"])},
                "f": "group: {of: {even: 1, a: 1}}",
            },
            "weights/a.yaml:2:14 `a`: `b`, of which `c`, of which `d`, of which `e`, and so on",
        ),
    ],
)
def test_a_circle_is_named_once(others: dict[str, str], expected: str) -> None:
    weights, said = tried("group: {of: {a: 1}}", {**others, "even": EVEN})
    assert weights is None
    place, name, members = expected.split(" ", 2)
    first, *more = members.split(", ")
    chain = ", ".join([f"{first} is one", *(m if "so on" in m else f"{m} is one" for m in more)])
    message = f"{name[:-1]} is a member of itself: among its members {chain}."
    assert said == [f"{place} group-of-itself {message} > {KEEP_OUT}"]


def test_circles_apart_are_named_each() -> None:
    others = {x: f"group: {{of: {{{y}: 1}}}}" for x, y in zip("abcde", "badce", strict=True)}
    _, said = tried(EVEN, others)
    assert [line.split(":")[0] for line in said] == [f"weights/{x}.yaml" for x in "ace"]


def test_nothing_more_is_said_of_groups_with_faulty_members() -> None:
    weights, said = tried("group: {of: {a: 1, even: 1}}", {"a": "points: {risk: 1}", "even": EVEN})
    assert weights is None
    (line,) = said
    assert line.startswith("weights/a.yaml:2:1 missing-weight ")


def test_groups_are_nested_only_so_deep() -> None:
    chain = {"a": "group: {of: {b: 1}}", "b": "group: {of: {even: 1}}", "even": EVEN}
    assert set(criteria("group: {of: {b: 1}}", chain).values()) == {1 / 7}
    weights, said = tried("group: {of: {a: 1}}", chain)
    assert weights is None
    assert said == [
        (
            "2:1 too-much-to-weigh `tried` is a group of groups of groups. > "
            "Name the profiles that the members of its members are made of."
        )
    ]


def test_of_hundreds_of_groups_only_so_many_are_weighed() -> None:
    others = {f"g{n:03}": f"group: {{of: {{tried: {n}, hawk: 1}}}}" for n in range(201)}
    few = {key: text for key, text in others.items() if key != "g200"}
    assert criteria(EVEN, {"hawk": HAWK, **few})
    weights, (said,) = tried(EVEN, {"hawk": HAWK, **others})
    assert weights is None
    message = "The case has 201 groups of profiles; no more than 200 are weighed."
    hint = "Keep those that somebody looks at."
    assert said == f"weights/g200.yaml:2:1 too-much-to-weigh {message} > {hint}"


def test_a_member_whose_file_cannot_be_read_is_not_said_to_be_missing() -> None:
    texts = {
        "policyscore.yaml": HEADER,
        "options/wait.yaml": WAIT,
        "weights/one.yaml": "title: One\npoints: {risk: [\n",
        PATH: "title: Tried\ngroup: {of: {one: 1}}\n",
    }
    decision, findings = check(Files(texts=texts, present=set(texts)))
    assert decision is None
    assert {finding.path for finding in findings} == {"weights/one.yaml"}
