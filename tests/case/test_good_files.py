"""What a file may look like: none of these is complained of."""

import pytest
from case_texts import GOOD, Story, stories, told


def test_the_good_case_has_no_findings() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
- question: What now?

policyscore.yaml
- default-profile: even

policyscore.yaml
- title: Border
+ title: "12"

policyscore.yaml
- title: Border
+ title: 12 borders, Überfälle, 边界

policyscore.yaml
-   memo: {title: Memo}
+   memo: {title: Memo, published: 2020}

policyscore.yaml
-   memo: {title: Memo}
+   memo: {title: Memo, published: 2020-07, by: Me, url: "https://example.org/memo"}

policyscore.yaml
-   eve: {title: Eve, weight: 0}
+   eve: {title: Eve}

policyscore.yaml
-     title: Safety
+     title: Security

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {10: full, 2.5: half, 0: none}

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {-1e1: worst, 10: full}

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {100: 0, 0: 100}

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100, 20: 30, 70: 30, 100: 0}

policyscore.yaml
-     at-most: 2000000
+     at-most: 2500000
+     at-least: 0

options/wait.yaml
- title: Wait
+ title: Wait
+ tags: [a, b2, c-3]
+ stances: []
+ conflicts-with: [act]
+ summary: |
+   On several
+   lines

options/wait.yaml
-   risk: 10
+   risk: 1e1

options/wait.yaml
-   risk: 10
+   risk: +100.00

options/wait.yaml
-   risk: 10
+   risk: {low: 0, high: 100, likely: 100}

options/wait.yaml
-   risk: 10
+   risk: {low: 7, high: 7}

options/wait.yaml
-   risk: 10
+   risk: {likely: unknown, by: ann, because: Nobody can say.}

options/wait.yaml
-   risk: 10
+   risk: [{likely: 1}, {by: ann, likely: 2}, {by: eve, likely: unknown}]

weights/even.yaml
- title: Even
+ title: Even
+ by: Us
+ because: It is fair.
"""),
)
def test_nothing_is_said_of_these(story: Story) -> None:
    assert story.told == story.expected == []
