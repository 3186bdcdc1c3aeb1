"""Judgements: a score, a range, both or `unknown`; one for each judge."""

import pytest
from case_texts import Story, stories


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {low: 9, high: 3}
options/act.yaml:7:16 judgement-order `low` is 9, above `high`, which is 3. > Swap the two.

options/act.yaml
-   trust: 4
+   trust: {low: 1, high: 3, likely: 4.25}
options/act.yaml:7:36 judgement-order `likely` is 4.25, outside its range from 1 to 3.
  > Widen the range, or mend `likely`.

options/act.yaml
-   trust: 4
+   trust: {low: 1, high: 3, likely: 0.999999999}
options/act.yaml:7:36 judgement-order `likely` is 0.999999999, outside its range from 1 to 3.
  > Widen the range, or mend `likely`.

options/act.yaml
-   trust: 4
+   trust: [{low: 1, high: 3, by: ann}, {low: 3, high: 1, by: bob}]
options/act.yaml:7:45 judgement-order `low` is 3, above `high`, which is 1. > Swap the two.
"""),
)
def test_low_likely_and_high_come_in_this_order(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {because: Who knows?}
options/act.yaml:7:3 judgement-incomplete The judgement has no score.
  > Add `likely:`, or `low:` and `high:`, or `likely: unknown`.

options/act.yaml
-   trust: 4
+   trust: {}
options/act.yaml:7:3 judgement-incomplete The judgement has no score.
  > Add `likely:`, or `low:` and `high:`, or `likely: unknown`.

options/act.yaml
-   trust: 4
+   trust: {low: 3}
options/act.yaml:7:11 judgement-incomplete The judgement has `low` but not `high`.
  > Give both ends of the range; an end that is certain equals `likely`.

options/act.yaml
-   trust: 4
+   trust: {likely: 2, high: 3}
options/act.yaml:7:22 judgement-incomplete The judgement has `high` but not `low`.
  > Give both ends of the range; an end that is certain equals `likely`.

options/act.yaml
-   trust: 4
+   trust: {low: 1, high: 3, likely: unknown}
options/act.yaml:7:36 judgement-incomplete An unknown score has no range.
  > Leave `likely` out to give a range alone; it then counts as the middle of the range.
"""),
)
def test_half_a_judgement_is_none(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: [{likely: 4, by: ann}, {likely: 5, by: bob}, {likely: 6, by: ann}]
options/act.yaml:7:71 judge-twice `ann` judges `trust` twice.
  > Keep one judgement for each judge and criterion.

options/act.yaml
-   trust: 4
+   trust: [{likely: 4}, {likely: 5, by: case-author}]
options/act.yaml:7:40 judge-twice `case-author` judges `trust` twice.
  > Keep one judgement for each judge and criterion.

options/act.yaml
-   trust: 4
+   trust: [{likely: 4}, {likely: 5}]
options/act.yaml:7:25 judge-twice `case-author` judges `trust` twice.
  > Keep one judgement for each judge and criterion.
"""),
)
def test_nobody_judges_a_criterion_twice(story: Story) -> None:
    assert story.told == story.expected
