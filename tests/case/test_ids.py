"""Ids: lower-case words joined by hyphens, each used once."""

import pytest
from case_texts import HEADER, WAIT, Story, changed, stories, told

IDS = "Ids are lower-case words joined by hyphens, up to 64 characters"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Wait", f"{IDS}, such as `wait`."),
        ("wait_and_see", f"{IDS}, such as `wait-and-see`."),
        ("wait--see", f"{IDS}, such as `wait-see`."),
        ("-wait", f"{IDS}, such as `wait`."),
        ("Überwachen", f"{IDS}, such as `uberwachen`."),
        ("等待", f"{IDS}."),
        ("3rd-way", f"{IDS}; they start with a letter."),
        ("12", f"{IDS}; they start with a letter."),
        ("'!'", f"{IDS}."),
        ("w" * 65, f"{IDS}, such as `{'w' * 64}`."),
        (f"{'w' * 63}-x", f"{IDS}, such as `{'w' * 63}`."),
        ("True", "YAML gives this word a meaning of its own; choose another."),
    ],
)
def test_what_is_not_an_id_is_refused_with_one_that_is_like_it(written: str, hint: str) -> None:
    (said,) = told(changed(HEADER, "baseline: wait", f"baseline: {written}"))
    assert said.startswith("policyscore.yaml:4:11 bad-id `baseline` is not an id: `")
    assert said.endswith(f"`. > {hint}")


@pytest.mark.parametrize("written", ["w", "a1", "a-1", "b-2-c", "w" * 64])
def test_words_joined_by_hyphens_are_ids(written: str) -> None:
    texts = changed(HEADER, "baseline: wait", f"baseline: {written}")
    texts[f"options/{written}.yaml"] = texts.pop(WAIT)
    assert told(texts) == []


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
- requires: []
+ tags: [fast, Cheap, 2020]
options/act.yaml:2:14 bad-id `tags` is not an id: `Cheap`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `cheap`.
options/act.yaml:2:21 bad-id `tags` is not an id: `2020`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.

options/act.yaml
-   trust: 4
+   trust: 4
+   Cost: 4
options/act.yaml:8:3 bad-id The key is not an id: `Cost`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `cost`.

options/act.yaml
-   trust: 4
+   trust: 4
+   "[key]": 4
options/act.yaml:8:3 bad-id The key is not an id: `[key]`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `key`.

options/act.yaml
-   trust: 4
+   trust: {likely: 4, by: 007}
options/act.yaml:7:26 bad-id `by` is not an id: `007`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.

policyscore.yaml
-   memo: {title: Memo}
+   memo: {title: Memo}
+   2020: {title: Report}
policyscore.yaml:33:3 bad-id The key is not an id: `2020`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.

weights/even.yaml
-   risk: 1
+   Risk: 1
weights/even.yaml:3:3 bad-id The key is not an id: `Risk`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `risk`.
"""),
)
def test_ids_are_checked_wherever_they_stand(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize("word", ["true", "false", "null"])
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [("  eve: {", "  '{}': {{", "30:3"), ("  memo:", "  '{}':", "32:3")],
)
def test_a_word_with_a_meaning_in_yaml_is_no_id(word: str, old: str, new: str, place: str) -> None:
    said = told(changed(HEADER, old, new.format(word)))
    hint = "YAML gives this word a meaning of its own; choose another."
    assert f"policyscore.yaml:{place} bad-id The key is not an id: `{word}`. > {hint}" in said


@pytest.mark.parametrize(
    "story",
    stories("""
policyscore.yaml
-   safety:
+   risk:
policyscore.yaml:10:7 duplicate-id The id `risk` is already used on line 7.
  > Criteria and groups share one set of ids.

policyscore.yaml
-   cost:
-     title: Cost
+   trust:
+     title: Cost
options/act.yaml:8:3 unknown-criterion There is no criterion `cost`.
  > There are `risk` and `trust`.
options/wait.yaml:5:3 unknown-criterion There is no criterion `cost`.
  > There are `risk` and `trust`.
policyscore.yaml:19:3 duplicate-id The id `trust` is already used on line 15.
  > Criteria and groups share one set of ids.
weights/even.yaml:5:3 unknown-criterion There is no criterion `cost`.
  > There are `safety` and `trust`.
"""),
)
def test_an_id_stands_for_one_criterion_or_group(story: Story) -> None:
    assert story.told == story.expected


@pytest.mark.parametrize(
    "story",
    stories("""
options/act.yaml
- requires: []
+ tags: [fast, cheap, fast]
options/act.yaml:2:21 duplicate-item `fast` is already in this list. > Keep it once.

options/act.yaml
- requires: []
+ requires: [wait, wait]
options/act.yaml:2:18 duplicate-item `wait` is already in this list. > Keep it once.

options/act.yaml
- requires: []
+ conflicts-with: [wait, wait]
options/act.yaml:2:24 duplicate-item `wait` is already in this list. > Keep it once.
"""),
)
def test_a_list_of_ids_names_each_once(story: Story) -> None:
    assert story.told == story.expected
