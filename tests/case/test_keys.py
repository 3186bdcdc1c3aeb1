"""Keys that the format does not have, and keys that must be there."""

import pytest
from case_texts import Story, stories


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- default-profile: even
+ default_profile: even
policyscore.yaml:5:1 unknown-key `default_profile` is not a key of a case.
  > Did you mean `default-profile`?

policyscore.yaml
-   ann: {title: Ann, weight: 1}
+   ann: {title: Ann, colour: red}
policyscore.yaml:28:21 unknown-key `colour` is not a key of an expert.
  > Its keys are `title` and `weight`.

policyscore.yaml
-   memo: {title: Memo}
+   memo: {title: Memo, link: x}
policyscore.yaml:32:23 unknown-key `link` is not a key of a source.
  > Its keys are `title`, `published`, `by` and `url`.

policyscore.yaml
-     title: Safety
+     title: Safety
+     better: lower
policyscore.yaml:9:5 unknown-key `better` is not a key of a group.
  > Its keys are `title` and `criteria`.

policyscore.yaml
-     unit: dollars
+     units: dollars
policyscore.yaml:25:5 unknown-key `units` is not a key of a criterion.
  > Did you mean `unit`?

options/wait.yaml
- title: Wait
+ title: Wait
+ conflict-with: [act]
options/wait.yaml:2:1 unknown-key `conflict-with` is not a key of an option.
  > Did you mean `conflicts-with`?

options/wait.yaml
-   risk: 10
+   risk: {likely: 10, hgih: 20}
options/wait.yaml:3:22 unknown-key `hgih` is not a key of a judgement.
  > Did you mean `high`?

options/wait.yaml
- title: Wait
+ title: Wait
+ stances: [{expert: ann, stance: doubts, when: now}]
options/wait.yaml:2:41 unknown-key `when` is not a key of a stance.
  > Its keys are `expert`, `stance`, `source`, `at` and `because`.

weights/even.yaml
- title: Even
+ title: Even
+ besause: I say so.
weights/even.yaml:2:1 unknown-key `besause` is not a key of a profile.
  > Did you mean `because`?
"""),
)
def test_an_unknown_key_is_located_and_the_right_one_suggested(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/wait.yaml
- title: Wait
+ title: Wait
+ 12: dozen
options/wait.yaml:2:1 unknown-key `12` is not a key of an option.
  > Its keys are `title`, `summary`, `tags`, `requires`, `conflicts-with`, `stances` and `scores`.

options/wait.yaml
- title: Wait
+ title: Wait
+ <one>: 1
options/wait.yaml:2:1 unknown-key `<one>` is not a key of an option.
  > Its keys are `title`, `summary`, `tags`, `requires`, `conflicts-with`, `stances` and `scores`.

options/wait.yaml
- title: Wait
+ title: Wait
+ "[key]": 1
options/wait.yaml:2:1 unknown-key `[key]` is not a key of an option.
  > Its keys are `title`, `summary`, `tags`, `requires`, `conflicts-with`, `stances` and `scores`.

options/wait.yaml
-   risk: 10
+   risk: {"<one>": 3}
options/wait.yaml:3:10 unknown-key `<one>` is not a key of a judgement.
  > Its keys are `by`, `likely`, `low`, `high`, `normal`, `beta`, `samples`, `because`, `source`,
  `at`, `confidence` and `basis`.
"""),
)
def test_odd_keys_are_nothing_special(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- policyscore: 1
policyscore.yaml:1:1 missing-key `policyscore` is missing from this case.
  > Add `policyscore:`. ...

policyscore.yaml
- baseline: wait
policyscore.yaml:1:1 missing-key `baseline` is missing from this case.
  > Add `baseline:`. ...

policyscore.yaml
-         scale: {0: none, 10: full}
policyscore.yaml:15:7 missing-key `scale` is missing from this criterion.
  > Add `scale:`. ...

policyscore.yaml
-   ann: {title: Ann, weight: 1}
+   ann: {weight: 1}
policyscore.yaml:28:3 missing-key `title` is missing from this expert.
  > Add `title:`. ...

options/wait.yaml
- title: Wait
options/wait.yaml:1:1 missing-key `title` is missing from this option.
  > Add `title:`. ...

options/act.yaml
- requires: []
+ stances: [{expert: ann}]
options/act.yaml:2:12 missing-key `stance` is missing from this stance.
  > Add `stance:`. ...

weights/even.yaml
- title: Even
weights/even.yaml:1:1 missing-key `title` is missing from this profile.
  > Add `title:`. ...
"""),
)
def test_a_missing_key_is_named_with_what_it_is_for(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- title: Border
+ titel: Border
policyscore.yaml:2:1 unknown-key `titel` is not a key of a case. > Did you mean `title`?

policyscore.yaml
-         better: higher
+         beter: higher
policyscore.yaml:17:9 unknown-key `beter` is not a key of a criterion. > Did you mean `better`?

options/act.yaml
- scores:
+ scors:
options/act.yaml:3:1 unknown-key `scors` is not a key of an option. > Did you mean `scores`?
"""),
)
def test_a_misspelt_key_is_not_said_to_be_missing_as_well(story: Story) -> None:
    assert story.told == story.expected
