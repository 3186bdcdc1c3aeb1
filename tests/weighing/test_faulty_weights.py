"""What is said of profiles that do not weigh every criterion exactly once."""

import pytest
from weighing_texts import said_of, stories

from policyscore.case.directory import Files
from policyscore.cli.starting import starter_files
from policyscore.decision import check


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories("""
| points: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1}
2:1 missing-weight There is no weight for `proof`, `speed`.
  > Add a line for each; 0 says that it does not matter.

| points: {prestige: 1, risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}
2:10 unknown-criterion There is no criterion `prestige`.
  > There are `security`, `society`, `evidence` and `speed`.

| points: {prof: 1, risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, sped: 1}
2:10 unknown-criterion There is no criterion `prof`. > Did you mean `proof`?
2:75 unknown-criterion There is no criterion `sped`. > Did you mean `speed`?

| points: {cost: -0.5, risk: 1, deterrence: 1, support: 1, rights: 1, proof: 1, speed: 1}
2:16 out-of-range `cost` is negative: -0.5. > Write 0 or more.

| swing: {cost: 0, risk: 0, deterrence: 0, support: 0, rights: 0, proof: 0, speed: 0}
2:1 weights-all-zero All weights are zero, so nothing matters.
  > Give one of them a number above 0.

| points: {proof: 1, evidence: 1, risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, speed: 1}
2:20 weighed-twice `proof` is weighed by itself and again as a part of `evidence`.
  > Weigh the group here and its criteria under `within`, or weigh only its criteria.

| points: {home: 1, society: 1, evidence: 1, speed: 1, risk: 1, deterrence: 1}
2:19 weighed-twice `society` and `home` both weigh `support`.
  > Weigh the group here and its criteria under `within`, or weigh only its criteria.
"""),
)
def test_every_criterion_is_weighed_exactly_once(stated: str, expected: list[str]) -> None:
    assert said_of(stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories("""
|
1:1 weighing-way No weights are stated here.
  > <how>

| swing: {risk: 100}
| points: {risk: 1}
3:1 weighing-way There are both `swing` and `points` here.
  > State the weights of one level in one way.

| swings: {risk: 100}
2:1 unknown-key `swings` is not a key of a profile. > Did you mean `swing`?

| points:
2:8 wrong-type `points` has no value. > Write its value.

| points: {risk: 1, deterrence: many}
2:31 not-a-number `deterrence` needs a number, not the text `many`.
  > Write a decimal number, such as 40 or 0.5.

| points: {Risk: 1}
2:10 bad-id The key is not an id: `Risk`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `risk`.
"""),
)
def test_weights_are_stated_in_one_way_that_there_is(stated: str, expected: list[str]) -> None:
    assert said_of(stated) == expected


@pytest.mark.parametrize(
    ("stated", "start"),
    [
        ("points: {}", "2:1 wrong-type `points` is empty. > "),
        ("points: [cost]", "2:1 wrong-type `points` needs `key: value` lines, not a list. > "),
        ("7: seven", "2:1 unknown-key `7` is not a key of a profile. > Its keys are `title`, `by`"),
        ("colour: red", "2:1 unknown-key `colour` is not a key of a profile. > Its keys are"),
    ],
)
def test_what_a_profile_may_hold_is_said(stated: str, start: str) -> None:
    (said,) = said_of(stated)
    assert said.startswith(start)
    assert len(said) > len(start)


def test_an_alias_in_the_weights_is_the_only_complaint() -> None:
    files = Files()
    for path, text in starter_files().items():
        changed = text.replace("support: 40", "support: *other") if "balanced" in path else text
        files.add(path, changed)
    decision, findings = check(files)
    assert decision is None
    assert [finding.rule.name for finding in findings] == ["alias"]
