"""Words that are one of a few, and texts."""

import pytest
from case_texts import HEADER, Story, changed, stories, told


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-         better: higher
+         better: Higher
policyscore.yaml:17:17 unknown-word `better` cannot be the text `Higher`.
  > Did you mean `higher`?

policyscore.yaml
-         better: higher
+         better: up
policyscore.yaml:17:17 unknown-word `better` cannot be the text `up`.
  > Write `lower` or `higher`.

options/act.yaml
-   trust: 4
+   trust: {likely: 4, confidence: 3}
options/act.yaml:7:34 unknown-word `confidence` cannot be the number `3`.
  > Write `low`, `moderate` or `high`.

options/act.yaml
-   trust: 4
+   trust: {likely: 4, basis: guess}
options/act.yaml:7:29 unknown-word `basis` cannot be the text `guess`.
  > Write `stated` or `inferred`.

options/act.yaml
-   trust: 4
+   trust: {likely: 4, basis: }
options/act.yaml:7:29 wrong-type `basis` has no value. > Write its value, or delete the key.

options/act.yaml
- requires: []
+ stances: [{expert: ann, stance: oppose}]
options/act.yaml:2:33 unknown-word `stance` cannot be the text `oppose`.
  > Did you mean `opposes`?
"""),
)
def test_a_word_that_is_not_one_of_a_few_is_named_with_those(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- title: Border
+ title: ""
policyscore.yaml:2:8 bad-text `title` is empty. > Write some text.

policyscore.yaml
- question: What now?
+ question: "  "
policyscore.yaml:3:11 bad-text `question` is empty. > Write some text, or delete the key.

policyscore.yaml
- title: Border
+ title: |
+   a
+   b
policyscore.yaml:2:8 bad-text `title` goes over several lines. > Keep it on one line.

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 10: " "}
policyscore.yaml:18:30 bad-text `scale` at `10` is empty. > Write some text.
"""),
)
def test_text_that_is_empty_or_on_several_lines_is_refused(story: Story) -> None:
    assert story.told == story.expected


def test_a_title_of_300_characters_is_long_enough() -> None:
    assert told(changed(HEADER, "Border", "x" * 300)) == []
    assert told(changed(HEADER, "Border", "x" * 301)) == [
        "policyscore.yaml:2:8 bad-text `title` is too long. > Keep it under 300 characters."
    ]
