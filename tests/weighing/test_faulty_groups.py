"""What is said of `within` where it does not divide the groups that are weighed."""

import pytest
from weighing_texts import said_of, stories


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories("""
| points: {security: 1, society: 1, evidence: 1, speed: 1}
| within: {society: {points: {support: 1, cost: 1, rights: 1}}}
2:10 missing-weight The weight of `security` is not divided among its criteria.
  > Add `within: {security: {swing: ...}}`, or weigh its criteria here.

| points: {security: 1, home: 1, rights: 1, evidence: 1, speed: 1}
| within: {home: {points: {support: 1, cost: 1}}, securty: {points: {risk: 1, deterrence: 1}}}
3:49 unknown-criterion `securty` stands under `within` but is not weighed under `points`.
  > Did you mean `security`?

| points: {risk: 1, deterrence: 1, rights: 1, support: 1, cost: 1, proof: 1, speed: 1}
| within: {home: {points: {support: 1, cost: 1}}, 12: {points: {risk: 1}}}
3:10 unknown-criterion `home` stands under `within` but is not weighed under `points`.
  > Weigh it under `points`, or delete it here.
3:49 unknown-criterion `12` stands under `within` but is not weighed under `points`.
  > Weigh it under `points`, or delete it here.

| points: {risk: 1, deterrence: 1, rights: 1, support: 1, cost: 1, proof: 1, speed: 1}
| within: {speed: {points: {risk: 1}}}
3:10 unknown-criterion `speed` is a criterion, not a group, so its weight is not divided.
  > Delete it here.
"""),
)
def test_within_divides_the_groups_that_are_weighed_and_nothing_else(
    stated: str, expected: list[str]
) -> None:
    assert said_of(stated) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    stories("""
| {}
3:10 weighing-way No weights are stated here.
  > <how>

| 7
3:10 wrong-type `home` needs `swing:` or another way of weighing under it, not the number `7`.
  > Say there how its weight is divided among its criteria.

|
3:10 wrong-type `home` needs `swing:` or another way of weighing under it, not nothing.
  > Say there how its weight is divided among its criteria.

| {points: {support: 1, risk: 1, cost: 1}}
3:38 unknown-criterion `risk` is not one of the criteria of this group.
  > There are `support` and `cost`.

| {points: {support: 1}}
3:17 missing-weight There is no weight for `cost`.
  > Add a line for each; 0 says that it does not matter.

| {points: {support: 0, cost: 0}}
3:17 weights-all-zero All weights are zero, so nothing matters.
  > Give one of them a number above 0.

| {point: {support: 1, cost: 1}}
3:17 unknown-key `point` is not a key of the weights of a group. > Did you mean `points`?

| {title: Home, points: {support: 1, cost: 1}, within: {}}
3:17 unknown-key `title` is not a key of the weights of a group.
  > Its keys are <keys>.
"""),
)
def test_under_a_group_stands_how_its_weight_is_divided(inner: str, expected: list[str]) -> None:
    outer = "points: {risk: 1, deterrence: 1, rights: 1, home: 1, proof: 1, speed: 1}"
    assert said_of(f"{outer}\nwithin: {{home: {inner}}}") == expected


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("", "`within` has no value."),
        ("[security]", "`within` needs a line for each group, not a list."),
        ("security", "`within` needs a line for each group, not the text `security`."),
    ],
)
def test_within_is_a_line_for_each_group(within: str, expected: str) -> None:
    (said,) = said_of(f"points: {{security: 1, society: 1, proof: 1, speed: 1}}\nwithin: {within}")
    hint = "Write `within: {group: {swing: ...}}`, or delete it."
    assert said == f"3:1 wrong-type {expected} > {hint}"


def test_errors_at_all_levels_are_told_at_once() -> None:
    said = said_of(
        """
points: {security: 1, socity: 1, evidence: 1, speed: 1}
within:
  security:
    points: {risk: 1, deterence: 1}
  society:
    points: {home: 1, rights: 1}
    within:
      home: {points: {support: x, cost: 1}}
"""
    )
    assert [line.split(" ")[:2] for line in said] == [
        ["2:23", "unknown-criterion"],
        ["5:23", "unknown-criterion"],
        ["9:32", "not-a-number"],
    ]
