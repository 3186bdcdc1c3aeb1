"""Scales: anchors in words and in order, and limits on them."""

import pytest
from case_texts import HEADER, Story, changed, stories, told


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 10: full, 5: half}
policyscore.yaml:18:9 scale The anchors of the scale are not in order.
  > Write them from the lowest to the highest: 0, 5, 10.

policyscore.yaml
-       2500000: ruin
+       2500000: ruin
+       0.5: little
policyscore.yaml:22:5 scale The anchors of the scale are not in order.
  > Write them from the lowest to the highest: 0, 0.5, 2500000.

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none}
policyscore.yaml:18:9 wrong-type `scale` needs 2 lines or more.
  > ...

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {}
policyscore.yaml:18:9 wrong-type `scale` is empty.
  > ...

policyscore.yaml
-         scale: {0: none, 10: full}
+         scale: {0: none, 0.0: nothing, 10: full}
policyscore.yaml:18:26 duplicate-key The key `0.0` is already set on line 18.
  > Keep one of the two.
"""),
)
def test_a_scale_needs_two_anchors_or_more_in_order(story: Story) -> None:
    assert story.told == story.expected


def test_of_a_scale_with_many_anchors_the_first_are_named() -> None:
    anchors = ", ".join(f"{n}: words" for n in [20, *range(13), 15, 14])
    (said,) = told(changed(HEADER, "scale: {0: none, 10: full}", f"scale: {{{anchors}}}"))
    assert said.endswith(
        "the lowest to the highest: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 4 more."
    )


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-     at-most: 2000000
+     at-most: 2500000.5
policyscore.yaml:26:14 score-off-scale The limit 2500000.5 lies outside the scale,
  which runs from 0 to 2500000.

policyscore.yaml
-     at-most: 2000000
+     at-least: -1
policyscore.yaml:26:15 score-off-scale The limit -1 lies outside the scale,
  which runs from 0 to 2500000.

policyscore.yaml
-     at-most: 2000000
+     at-most: 3
+     at-least: 4
policyscore.yaml:27:15 out-of-range No score is at least 4 and at most 3.
  > Swap the two limits, or drop one.
"""),
)
def test_limits_lie_on_the_scale_and_leave_room(story: Story) -> None:
    assert story.told == story.expected
