"""Ids that are used must exist, and every option scores every criterion on its scale."""

import pytest
from case_texts import Story, stories


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- baseline: wait
+ baseline: wiat
policyscore.yaml:4:11 unknown-option There is no option `wiat`. > Did you mean `wait`?

policyscore.yaml
- baseline: wait
+ baseline: nothing
policyscore.yaml:4:11 unknown-option There is no option `nothing`. > There are `act` and `wait`.

policyscore.yaml
- default-profile: even
+ default-profile: steven
policyscore.yaml:5:18 unknown-profile There is no profile `steven`. > Did you mean `even`?

policyscore.yaml
- default-profile: even
+ default-profile: odd
policyscore.yaml:5:18 unknown-profile There is no profile `odd`. > There is `even`.

options/act.yaml
-   trust: 4
+   trust: {likely: 4, by: an}
options/act.yaml:7:26 unknown-expert There is no expert `an`. > Did you mean `ann`?

options/act.yaml
-   trust: 4
+   trust: [{likely: 4, by: ann}, {likely: 4, by: zoe}]
options/act.yaml:7:49 unknown-expert There is no expert `zoe`.
  > There are `ann`, `bob`, `case-author` and `eve`.

options/act.yaml
-   trust: 4
+   trust: {likely: 4, by: ann, source: memory}
options/act.yaml:7:39 unknown-source There is no source `memory`. > Did you mean `memo`?

options/act.yaml
- requires: []
+ stances: [{expert: anne, stance: doubts, source: mamo}]
options/act.yaml:2:20 unknown-expert There is no expert `anne`. > Did you mean `ann`?
options/act.yaml:2:50 unknown-source There is no source `mamo`. > Did you mean `memo`?

options/act.yaml
- requires: []
+ requires: [weight]
options/act.yaml:2:12 unknown-option There is no option `weight`. > Did you mean `wait`?

options/act.yaml
- requires: []
+ conflicts-with: [wait, waits]
options/act.yaml:2:24 unknown-option There is no option `waits`. > Did you mean `wait`?
"""),
)
def test_an_id_that_does_not_exist_is_located_and_one_that_does_suggested(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
options/act.yaml:3:1 missing-score The option has no score for `trust`.
  > Add `trust: ...`, or `trust: unknown` if nobody can say.

options/act.yaml
-   trust: 4
-   cost: 100
options/act.yaml:3:1 missing-score The option has no score for `trust`, `cost`.
  > Add `trust: ...`, or `trust: unknown` if nobody can say.

options/act.yaml
-   trust: 4
+   turst: 4
options/act.yaml:7:3 unknown-criterion There is no criterion `turst`. > Did you mean `trust`?

options/act.yaml
-   trust: 4
+   trust: 4
+   peace: 4
options/act.yaml:8:3 unknown-criterion There is no criterion `peace`.
  > There are `risk`, `trust` and `cost`.

options/act.yaml
-   trust: 4
+   trust: 4
+   safety: 4
options/act.yaml:8:3 unknown-criterion `safety` is a group of criteria, which has no score of its
  own. > Score its criteria: `risk`, `trust`.
"""),
)
def test_an_option_scores_every_criterion_and_nothing_else(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: 10.000001
options/act.yaml:7:10 score-off-scale The score 10.000001 lies outside the scale of `trust`,
  which runs from 0 to 10.

options/act.yaml
-   cost: 100
+   cost: 3000000
options/act.yaml:8:9 score-off-scale The score 3000000 lies outside the scale of `cost`,
  which runs from 0 to 2500000.

options/act.yaml
-   trust: 4
+   trust: {low: -1, likely: 4, high: 11}
options/act.yaml:7:16 score-off-scale The score -1 lies outside the scale of `trust`,
  which runs from 0 to 10.
options/act.yaml:7:37 score-off-scale The score 11 lies outside the scale of `trust`,
  which runs from 0 to 10.
"""),
)
def test_a_score_lies_on_its_scale(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
-   trust: 4
+   trust: {likely: 4, by: eve}
options/act.yaml:7:3 no-expert-weight Every judge of `trust` has weight 0,
  so there is nothing to pool. > Give one of them a weight in `policyscore.yaml`.

options/act.yaml
- requires: []
+ requires: [act]
options/act.yaml:2:12 self-reference The option names itself in `requires`. > Delete it.

options/act.yaml
- requires: []
+ conflicts-with: [act]
options/act.yaml:2:18 self-reference The option names itself in `conflicts-with`. > Delete it.
"""),
)
def test_what_would_have_no_meaning_is_refused(story: Story) -> None:
    assert story.told == story.expected
