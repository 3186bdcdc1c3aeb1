"""Judgements given as `normal`, `beta` or `samples`: what is refused and what is warned of."""

import pytest
from case_texts import ACT, HEADER, Story, changed, stories, told


@pytest.mark.parametrize(
    "written",
    [
        "{normal: [4, 1]}",
        "{normal: [4, 0.001], by: ann, because: So., source: memo}",
        "{beta: [2, 5], low: 0, high: 10}",
        "{beta: [0.01, 10000], low: 2.5, high: 3}",
        "{samples: [4, 5]}",
        "{samples: [4, 4, 4]}",
        "[{by: ann, normal: [4, 1]}, {by: bob, beta: [1, 1], low: 0, high: 5}, {likely: 3}]",
    ],
)
def test_each_form_stands_in_place_of_likely(written: str) -> None:
    assert told(changed(ACT, "trust: 4", f"trust: {written}")) == []


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {likely: 4, normal: [4, 1]}
options/act.yaml:7:22 judgement-forms The judgement has `likely` and `normal`, each of which says
  all by itself. > Keep one of them; several judges give a judgement each, in a list.

options/act.yaml
-   trust: 4
+   trust: {samples: [4, 5], normal: [4, 1], beta: [2, 2]}
options/act.yaml:7:44 judgement-forms The judgement has `normal`, `beta` and `samples`, each of
  which says all by itself. > Keep one of them; several judges give a judgement each, in a list.

options/act.yaml
-   trust: 4
+   trust: {likely: unknown, beta: [2, 2], low: 1, high: 3}
options/act.yaml:7:28 judgement-forms The judgement has `likely` and `beta`, each of which says
  all by itself. > Keep one of them; several judges give a judgement each, in a list.

options/act.yaml
-   trust: 4
+   trust: {normal: [4, 1], low: 3, high: 5}
options/act.yaml:7:27 judgement-forms `low` and `high` do not go with `normal`.
  > Delete both: `normal` says itself how far it goes.

options/act.yaml
-   trust: 4
+   trust: {samples: [4, 1], high: 5}
options/act.yaml:7:28 judgement-forms `high` does not go with `samples`.
  > Delete it: `samples` says itself how far it goes.
"""),
)
def test_each_form_stands_alone(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {normal: [4]}
options/act.yaml:7:11 wrong-type `normal` needs two numbers, and has 1.
  > Write the mean and the standard deviation, such as `normal: [40, 10]`.

options/act.yaml
-   trust: 4
+   trust: {normal: []}
options/act.yaml:7:11 wrong-type `normal` needs two numbers, and has none.
  > Write the mean and the standard deviation, such as `normal: [40, 10]`.

options/act.yaml
-   trust: 4
+   trust: {beta: [2, 5, 0, 10]}
options/act.yaml:7:11 wrong-type `beta` needs two numbers, and has 4.
  > Write its two shapes, such as `beta: [2, 5]`.

options/act.yaml
-   trust: 4
+   trust: {samples: [4]}
options/act.yaml:7:11 wrong-type `samples` needs two numbers or more, and has 1.
  > Add what else was drawn; a single number is `likely`.

options/act.yaml
-   trust: 4
+   trust: {samples: []}
options/act.yaml:7:11 wrong-type `samples` needs two numbers or more, and has none.
  > Add what else was drawn; a single number is `likely`.

options/act.yaml
-   trust: 4
+   trust: {samples: [4, five, 6]}
options/act.yaml:7:24 not-a-number `samples` needs a number, not the text `five`.
  > Write a decimal number, such as 40 or 0.5.

options/act.yaml
-   trust: 4
+   trust: {normal: 4}
options/act.yaml:7:19 wrong-type `normal` needs a list, not the number `4`.
  > In place of `likely`: mean and standard deviation of a normal distribution.

options/act.yaml
-   trust: 4
+   trust: {normal: }
options/act.yaml:7:19 wrong-type `normal` has no value. > Write its value, or delete the key.
"""),
)
def test_each_form_has_its_numbers(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {normal: [4, 0]}
options/act.yaml:7:23 out-of-range The standard deviation of `normal` is 0.
  > Write a number above 0; a score that is certain is `likely: 4`.

options/act.yaml
-   trust: 4
+   trust: [{likely: 4}, {by: ann, normal: [4.5, -0.25]}]
options/act.yaml:7:48 out-of-range The standard deviation of `normal` is -0.25.
  > Write a number above 0; a score that is certain is `likely: 4.5`.

options/act.yaml
-   trust: 4
+   trust: {beta: [0, 20000], low: 0, high: 10}
options/act.yaml:7:18 out-of-range A shape of `beta` is 0.
  > Write a number from 0.01 to 10,000.
options/act.yaml:7:21 out-of-range A shape of `beta` is 20000.
  > Write a number from 0.01 to 10,000.

options/act.yaml
-   trust: 4
+   trust: {beta: [2, 5], low: 4, high: 4}
options/act.yaml:7:30 judgement-order `low` and `high` are both 4, so `beta` has nothing to
  spread over. > Move one of them, or write `likely: 4`.

options/act.yaml
-   trust: 4
+   trust: {beta: [2, 5], low: 6, high: 4}
options/act.yaml:7:30 judgement-order `low` is 6, above `high`, which is 4. > Swap the two.

options/act.yaml
-   trust: 4
+   trust: {beta: [2, 5], high: 4}
options/act.yaml:7:25 judgement-incomplete The judgement has `high` but not `low`.
  > Give both ends between which it is spread.
"""),
)
def test_the_numbers_make_a_distribution(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {normal: [11, 0.1]}
options/act.yaml:7:20 score-off-scale The mean 11 lies outside the scale of `trust`, which runs
  from 0 to 10.

options/act.yaml
-   trust: 4
+   trust: {beta: [2, 5], low: -1, high: 12}
options/act.yaml:7:30 score-off-scale The score -1 lies outside the scale of `trust`, which runs
  from 0 to 10.
options/act.yaml:7:40 score-off-scale The score 12 lies outside the scale of `trust`, which runs
  from 0 to 10.

options/act.yaml
-   trust: 4
+   trust: {beta: [2, 5]}
options/act.yaml:7:11 judgement-incomplete `beta` alone runs from 0 to 1, and the scale of `trust`
  from 0 to 10.
  > Add the ends between which it is spread: `low: 0` and `high: 10` for the whole scale.
"""),
)
def test_a_distribution_is_on_the_scale(story: Story) -> None:
    assert story.told == story.expected


def test_beta_needs_no_ends_on_a_scale_from_0_to_1_only() -> None:
    unit = changed(HEADER, "{0: none, 10: full}", "{0: none, 1: full}")
    beta = changed(ACT, "trust: 4", "trust: {beta: [2, 5]}", unit)
    assert told(beta) == []
    one_more = changed(HEADER, "1: full", "1: much, 1.5: full", beta)
    assert [line.split()[1] for line in told(one_more)] == ["judgement-incomplete"]


def test_samples_are_ten_thousand_at_the_most() -> None:
    def finding_of(count: int) -> list[str]:
        return told(changed(ACT, "trust: 4", f"trust: {{samples: [{'4,' * count}]}}"))

    assert finding_of(10_000) == []
    (found,) = finding_of(10_001)
    assert found == (
        "options/act.yaml:7:11 out-of-range `samples` has 10,001 numbers. > Keep 10,000 of them "
        "at the most, or describe them by `normal` or `beta`."
    )


_HINT = (
    " > Narrow it or move it, give a `beta` with `low` and `high`, which stays between them, or "
    "lengthen the scale and ask for the weights again."
)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("{normal: [9, 1]}", "15.9% of `normal` lies"),
        ("{normal: [5, 5]}", "31.7% of `normal` lies"),
        ("{normal: [10, 0.01]}", "50.0% of `normal` lies"),
        ("{normal: [5, 1e15]}", "100.0% of `normal` lies"),
        ("{samples: [-1, 2, 3, 10.5]}", "50.0% of the samples lie"),
        ("{samples: [11, 12]}", "100.0% of the samples lie"),
    ],
)
def test_more_than_one_per_cent_beyond_the_scale_is_warned_of(written: str, what: str) -> None:
    (found,) = told(changed(ACT, "trust: 4", f"trust: {written}"))
    assert found == (
        f"options/act.yaml:7:11 beyond-the-scale {what} beyond the scale of `trust`, which runs "
        f"from 0 to 10, and counts as its end.{_HINT}"
    )


@pytest.mark.parametrize(
    ("written", "warned"),
    [
        ("{normal: [7.6736, 1]}", False),  # 2.32635 deviations leave one per cent beyond
        ("{normal: [7.6737, 1]}", True),
        ("{normal: [5, 1.9411]}", False),  # 2.5758 deviations leave half a per cent on each side
        ("{normal: [5, 1.9413]}", True),
        (f"{{samples: [{'4,' * 99} 11]}}", False),
        (f"{{samples: [{'4,' * 98} 11]}}", True),
        (f"{{samples: [{'10,' * 50} 0]}}", False),
    ],
)
def test_one_per_cent_is_the_limit(written: str, warned: bool) -> None:
    found = told(changed(ACT, "trust: 4", f"trust: {written}"))
    assert [line.split()[1] for line in found] == ["beyond-the-scale"] * warned
