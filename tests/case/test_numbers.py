"""What stands where a number belongs and is none, and numbers out of range."""

import pytest
from case_texts import HEADER, WAIT, Story, changed, stories, told

OR_UNKNOWN = "Write a decimal number, such as 40 or 0.5, or `unknown` if nobody can say."


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("ten", f"the text `ten`. > {OR_UNKNOWN}"),
        ("true", f"`true`, a truth value. > {OR_UNKNOWN}"),
        ("no", f"the text `no`. > {OR_UNKNOWN}"),
        ("2020-07-01", f"the text `2020-07-01`. > {OR_UNKNOWN}"),
        ("Unknown", "the text `Unknown`. > Did you mean `unknown`?"),
        ('"10"', "the text `10`. > Remove the quotes."),
        ("010", "the text `010`. > Write it without the leading zero."),
        ("1_0", "the text `1_0`. > Write it without underscores."),
        ("1:30", "the text `1:30`. > Times are not numbers."),
        ("0x1A", "the text `0x1A`. > Write it as a decimal number."),
        ("1,5", "the text `1,5`. > Write a point, not a comma, before decimals."),
        ("10%", "the text `10%`. > Write it without the per cent sign."),
        (".nan", "the text `.nan`. > Infinity and not-a-number are not scores."),
        ("-.inf", "the text `-.inf`. > Infinity and not-a-number are not scores."),
        ("1e400", "the text `1e400`. > Numbers over 1e15 are not exact."),
        ("9" * 20, f"the text `{'9' * 20}`. > Numbers over 1e15 are not exact."),
    ],
)
def test_what_is_not_a_score_is_said_to_be_none_and_why(written: str, message: str) -> None:
    start = "options/wait.yaml:3:9 not-a-number `risk` needs a number or `unknown`, not "
    assert told(changed(WAIT, "risk: 10", f"risk: {written}")) == [start + message]


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- policyscore: 1
+ policyscore: 1.0
policyscore.yaml:1:14 not-a-number `policyscore` needs a whole number, not the number `1.0`.
  > ...

policyscore.yaml
- policyscore: 1
+ policyscore: "1"
policyscore.yaml:1:14 not-a-number `policyscore` needs a whole number, not the text `1`.
  > Remove the quotes.

policyscore.yaml
-   bob: {title: Bob, weight: 2}
+   bob: {title: Bob, weight: heavy}
policyscore.yaml:29:29 not-a-number `weight` needs a number, not the text `heavy`.
  > Write a decimal number, such as 40 or 0.5.

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 012: full}
policyscore.yaml:18:26 not-a-number The key needs a number, not the text `012`.
  > Write it without the leading zero.

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100, 50.5: no, 100: 0}
policyscore.yaml:14:31 not-a-number `value` at `50.5` needs a number, not the text `no`.
  > Write a decimal number, such as 40 or 0.5.

options/act.yaml
-   trust: 4
+   trust: {low: unknown, high: 3}
options/act.yaml:7:16 not-a-number `low` needs a number, not the text `unknown`.
  > Write a decimal number, such as 40 or 0.5.

options/act.yaml
-   trust: 4
+   trust: {likely: [5]}
options/act.yaml:7:11 not-a-number `likely` needs a number or `unknown`, not a list.
  > Write a decimal number, such as 40 or 0.5, or `unknown` if nobody can say.
"""),
)
def test_numbers_elsewhere_are_checked_too(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize("version", ["0", "2", "-1"])
def test_another_version_of_the_format_is_refused(version: str) -> None:
    (said,) = told(changed(HEADER, "policyscore: 1", f"policyscore: {version}"))
    start = "policyscore.yaml:1:14 unsupported-version This is a file of format version"
    end = "This program reads version 1: write `policyscore: 1`."
    assert said == f"{start} {version}. > {end}"


@pytest.mark.parametrize("weight", ["-1", "-0.5", "-1e-3"])
def test_a_negative_weight_is_refused_as_it_is_written(weight: str) -> None:
    assert told(changed(HEADER, "weight: 2", f"weight: {weight}")) == [
        f"policyscore.yaml:29:29 out-of-range `weight` is negative: {weight}. > Write 0 or more."
    ]
