"""Value functions as written: from 0 at the worst end to 100 at the best, never turning back."""

import pytest
from case_texts import Story, stories


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100, 50: 30, 90: 0}
policyscore.yaml:14:9 value-function The value function runs from 0 to 90,
  but the scale from 0 to 100.
  > With `better: lower`, its ends are `0: 100` and `100: 0`.

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {-0.5: 100, 50: 30, 100: 0}
policyscore.yaml:14:9 value-function The value function runs from -0.5 to 100,
  but the scale from 0 to 100.
  > With `better: lower`, its ends are `0: 100` and `100: 0`.

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 90, 50: 30, 100: 0}
policyscore.yaml:14:9 value-function The value function must give 0 at 100, the worst end
  of the scale, and 100 at 0, the best.
  > With `better: lower`, its ends are `0: 100` and `100: 0`.

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 0, 50: 30, 100: 100}
policyscore.yaml:14:9 value-function The value function must give 0 at 100, the worst end
  of the scale, and 100 at 0, the best.
  > With `better: lower`, its ends are `0: 100` and `100: 0`.

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 10: full}
+         value: {0: 100, 10: 0}
policyscore.yaml:19:9 value-function The value function must give 0 at 0, the worst end
  of the scale, and 100 at 10, the best.
  > With `better: higher`, its ends are `0: 0` and `10: 100`.
"""),
)
def test_its_ends_are_those_of_the_scale(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100, 50: 30, 60: 40, 100: 0}
policyscore.yaml:14:25 value-function The value function turns back: 50 is the better score
  but is worth less than 60.
  > A better score must be worth as much or more.

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100, 50: 130, 100: 0}
policyscore.yaml:14:17 value-function The value function turns back: 0 is the better score
  but is worth less than 50.
  > A better score must be worth as much or more.

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 10: full}
+         value: {0: 0, 2.5: -5, 10: 100}
policyscore.yaml:19:23 value-function The value function turns back: 2.5 is the better score
  but is worth less than 0.
  > A better score must be worth as much or more.
"""),
)
def test_it_never_turns_back(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100, 100: 0, 50: 30}
policyscore.yaml:14:9 value-function The points of the value function are not in order.
  > Write them from the lowest score to the highest.

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: {0: 100}
policyscore.yaml:14:9 wrong-type `value` needs 2 lines or more.
  > ...

policyscore.yaml
-         value: {0: 100, 50: 30, 100: 0}
+         value: linear
policyscore.yaml:14:16 wrong-type `value` needs `key: value` lines, not the text `linear`.
  > ...
"""),
)
def test_it_is_written_as_points_in_order(story: Story) -> None:
    assert story.told == story.expected
