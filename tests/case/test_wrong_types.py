"""Text, lists and mappings that stand where something else belongs."""

import pytest
from case_texts import Story, stories


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- title: Border
+ title: [a]
policyscore.yaml:2:1 wrong-type `title` needs text, not a list. > ...

policyscore.yaml
- title: Border
+ title: 1.10
policyscore.yaml:2:8 wrong-type `title` needs text, not the number `1.10`.
  > Put quotes around it: "1.10".

policyscore.yaml
- title: Border
+ title: True
policyscore.yaml:2:8 wrong-type `title` needs text, not `true`, a truth value.
  > Put quotes around it: "true".

policyscore.yaml
-   memo: {title: Memo}
+   memo: {title: Memo, published: 2020.5}
policyscore.yaml:32:34 wrong-type `published` needs text, not the number `2020.5`.
  > Put quotes around it: "2020.5".

policyscore.yaml
-   memo: {title: Memo}
+   memo: {title: Memo, published: false}
policyscore.yaml:32:34 wrong-type `published` needs text, not `false`, a truth value.
  > Put quotes around it: "false".

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: [0, 10]
policyscore.yaml:18:9 wrong-type `scale` needs `key: value` lines, not a list.
  > ...

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 0.5: 7, 10: full}
policyscore.yaml:18:31 wrong-type `scale` at `0.5` needs text, not the number `7`.
  > Put quotes around it: "7".

policyscore.yaml
-   ann: {title: Ann, weight: 1}
+   ann: Ann
policyscore.yaml:28:8 wrong-type `ann` needs `key: value` lines, not the text `Ann`.
  > Its keys are `title` and `weight`.

options/act.yaml
- requires: []
+ requires: wait
options/act.yaml:2:11 wrong-type `requires` needs a list, not the text `wait`.
  > Write it in brackets: [wait].

options/act.yaml
- requires: []
+ requires: {wait: yes}
options/act.yaml:2:1 wrong-type `requires` needs a list, not a mapping.
  > ...

options/act.yaml
- requires: []
+ requires: [[wait]]
options/act.yaml:2:13 wrong-type `requires` needs an id, not a list.
  > ...

options/act.yaml
- requires: []
+ stances: [ann]
options/act.yaml:2:11 wrong-type `stances` needs `key: value` lines, not the text `ann`.
  > Its keys are `expert`, `stance`, `source`, `at` and `because`.
"""),
)
def test_a_value_of_the_wrong_kind_is_named_as_it_stands_in_the_file(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- title: Border
+ title:
policyscore.yaml:2:7 wrong-type `title` has no value. > Write its value.

policyscore.yaml
- question: What now?
+ question: ~
policyscore.yaml:3:11 wrong-type `question` has no value.
  > Write its value, or delete the key.

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 10: }
policyscore.yaml:18:30 wrong-type `scale` at `10` has no value. > Write its value.

options/act.yaml
-   trust: 4
+   trust:
options/act.yaml:7:9 wrong-type `trust` has no value.
  > Write a decimal number, such as 40 or 0.5, or `unknown` if nobody can say.

options/act.yaml
-   trust: 4
+   trust: {likely: null, by: ann}
options/act.yaml:7:19 wrong-type `likely` has no value.
  > Write a decimal number, such as 40 or 0.5, or `unknown` if nobody can say.

options/act.yaml
-   trust: 4
+   trust: []
options/act.yaml:7:3 wrong-type `trust` is empty.
"""),
)
def test_a_key_with_nothing_after_it_is_not_taken_for_a_value(story: Story) -> None:
    assert story.told == story.expected
