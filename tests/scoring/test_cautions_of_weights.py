"""Cautions about weights that contradict themselves, or that a profile leaves open."""

import pytest

from policyscore.case.directory import Files
from policyscore.decision import check

HEADER = """\
policyscore: 1
title: Tried
baseline: wait
criteria:
  c: {title: Cost, better: lower, scale: {0: free, 100: ruin}}
  s: {title: Support, better: higher, scale: {0: none, 100: all}}
  r: {title: Rights, better: higher, scale: {0: broken, 100: kept}}
"""


def cautions(stated: str, **others: str) -> dict[str, str]:
    """Each caution's kind to its text, under a profile that states weights so."""
    texts = {
        "policyscore.yaml": HEADER,
        "options/wait.yaml": "title: Wait\nscores: {c: 10, s: 50, r: 50}\n",
        "weights/p.yaml": f"title: P\n{stated}\n",
    }
    texts |= {f"weights/{key}.yaml": f"title: {key}\n{said}\n" for key, said in others.items()}
    decision, findings = check(Files(texts=texts, present=set(texts)))
    assert decision is not None, findings
    return {caution.kind: caution.text for caution in decision.rank("p").cautions}


def test_judgements_that_contradict_each_other_are_named_by_title() -> None:
    said = cautions("pairwise: {c over s: 3, s over r: 3, r over c: 3}")["inconsistent-weights"]
    assert said.startswith(
        "The judgements that these weights come from contradict each other: the consistency ratio "
        "(Alonso & Lamata 2006) is "
    )
    assert ", over 0.10. Cost over Support: 3 contributes most; 1/9 would bring it to 0.00." in said


@pytest.mark.parametrize(
    "stated",
    ["pairwise: {c over s: 3, s over r: 3, c over r: 9}", "points: {c: 1, s: 2, r: 3}"],
)
def test_sound_judgements_that_fix_the_weights_give_no_caution(stated: str) -> None:
    assert cautions(stated).keys().isdisjoint({"inconsistent-weights", "open-weights"})


@pytest.mark.parametrize("stated", ["order: [c, s, r]", "ranges: {c: {low: 0.5}, s: any, r: any}"])
def test_weights_that_were_not_stated_but_chosen_are_said_to_be(stated: str) -> None:
    assert cautions(stated)["open-weights"].startswith("The profile leaves its weights open; ")


def test_ranges_that_leave_nothing_open_are_not_said_to() -> None:
    stated = "ranges: {c: {low: 0.5, high: 0.5}, s: {low: 0.3}, r: {low: 0.2}}"
    assert "open-weights" not in cautions(stated)


@pytest.mark.parametrize(("share", "is_open"), [(1, True), (0, False)])
def test_what_a_member_of_a_group_leaves_open_is_said_if_it_counts(
    share: int, is_open: bool
) -> None:
    said = cautions(
        f"group: {{of: {{m: {share}, n: 1}}}}", m="order: [c, s, r]", n="points: {c: 1, s: 1, r: 1}"
    )
    assert said.get("open-weights", "").startswith("Members of the group leave") == is_open
