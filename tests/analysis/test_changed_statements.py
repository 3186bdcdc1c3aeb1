"""What a change of weights is called in each way of weighing, and that its shares add up."""

import pytest

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference
from policyscore.analysis.matching import Side
from policyscore.case.directory import Files
from policyscore.decision import check

LEAVES = ("risk", "deterrence", "support", "cost", "rights")
HEADER = """\
policyscore: 1
title: Tried
baseline: wait
criteria:
  risk: {title: Risk, better: lower, scale: {0: none, 100: war}}
  deterrence: {title: Deterrence, better: higher, scale: {0: none, 100: full}}
  support: {title: Support, better: higher, scale: {0: none, 100: all}}
  cost: {title: Cost, better: lower, scale: {0: free, 100: ruin}}
  rights: {title: Rights, better: higher, scale: {0: broken, 100: kept}}
"""
BENT = HEADER.replace("100: war}", "100: war}, value: {0: 100, 50: 20, 100: 0}")
SCORES = {"wait": (10, 20, 30, 10, 90), "act": (70, 90, 60, 40, 30), "talk": (30, 50, 80, 30, 60)}
MEMBERS = {
    "alpha": "title: Alpha\npoints: {risk: 3, deterrence: 1, support: 1, cost: 1, rights: 1}\n",
    "beta": "title: Beta\npoints: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 4}\n",
}


def side(stated: str, header: str = HEADER, members: dict[str, str] = MEMBERS) -> Side:
    """A case under a profile that states weights so."""
    texts = {"policyscore.yaml": header, "weights/tried.yaml": f"title: Tried\n{stated}\n"}
    for key, scores in SCORES.items():
        judged = ", ".join(f"{leaf}: {x}" for leaf, x in zip(LEAVES, scores, strict=True))
        texts[f"options/{key}.yaml"] = f"title: {key.capitalize()}\nscores: {{{judged}}}\n"
    texts |= {f"weights/{key}.yaml": text for key, text in members.items()}
    decision, findings = check(Files(texts=texts, present=set(texts)))
    assert decision is not None, findings
    return Side(decision.case, decision.profiles["tried"], decision.rank("tried"))


def texts_of(old: Side, new: Side) -> list[str]:
    """The edits in words; each option's shares are known to add up to how far it moved."""
    found = compare_sides(old, new)
    adds_up(found)
    return [edit.text for edit in found.edits]


def adds_up(found: Difference) -> None:
    for moved in found.options:
        assert moved.old is not None
        assert moved.new is not None
        shift = moved.new.total.value - moved.old.total.value
        assert sum(moved.by.values()) == pytest.approx(shift, abs=1e-9)


ORDER = "order: [risk, deterrence, support, cost, rights]"
PAIRS = """\
pairwise:
  risk over deterrence: 3
  deterrence over support: 2
  support over cost: 2
  cost over rights: {last}
  risk over rights: {long}"""
STEPS = """\
trade-offs:
  - risk from 100 to 50 is worth deterrence from 0 to 100
  - deterrence from 0 to 30 is worth support from 0 to 90
  - support from 0 to 90 is worth cost from 100 to {end}
  - cost from 100 to 0 is worth rights from 0 to 100"""
CARDS = "cards: [risk, {blanks}, [deterrence, support], cost, rights]\nratio: {ratio}"
BEST_WORST = """\
best-worst:
  best: risk
  worst: rights
  best-to-others: {{deterrence: 2, support: 3, cost: 4, rights: 8}}
  others-to-worst: {{risk: 8, deterrence: 4, support: 3, cost: {cost}}}"""
RANGES = "ranges: {{risk: {{low: 0.2, high: {high}}}, deterrence: any, support: any, "
RANGES += "cost: any, rights: {{high: 0.3}}}}"
GROUP = "group: {{of: {{alpha: {alpha}, beta: 1}}}}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ORDER,
            "order: [risk, support, deterrence, cost, rights]",
            ["Support moved up one place (Support 15.7% → 25.7%, Deterrence 25.7% → 15.7%)"],
        ),
        (
            ORDER,
            "order: [risk, [deterrence, support], cost, rights]",
            [
                ("Support moved up one place, to tie with Deterrence "
                "(Deterrence 25.7% → 20.7%, Support 15.7% → 20.7%)")
            ],
        ),
        (
            ORDER,
            "order: [deterrence, support, cost, rights, risk]",
            [
                ("Risk moved down four places "
                "(Risk 45.7% → 4%, Deterrence 25.7% → 45.7%, Support 15.7% → 25.7%)")
            ],
        ),
        (
            ORDER,
            ORDER + "\nformula: equal",
            ["formula centroid → equal (Risk 45.7% → 20%, Rights 4% → 20%, Cost 9% → 20%)"],
        ),
        (
            PAIRS.format(last=1, long=9),
            PAIRS.format(last=2, long=5),
            ["Cost over Rights: 1 → 2", "Risk over Rights: 9 → 5"],
        ),
        (
            PAIRS.format(last=1, long=12),
            PAIRS.format(last=1, long="1/2"),
            ["Risk over Rights: 12 → 1/2"],
        ),
        (
            PAIRS.format(last=2, long=12),
            PAIRS.format(last=2, long=12).replace("cost over rights: 2", "rights over cost: 1/3"),
            ["Rights over Cost: 1/2 → 1/3"],
        ),
        (
            PAIRS.format(last=1, long=9),
            PAIRS.format(last=1, long=9).replace("  risk over rights: 9", ""),
            ["Risk over Rights: no longer compared (9)"],
        ),
        (
            STEPS.format(end=40),
            STEPS.format(end=20),
            [
                ("Support from 0 to 90 is worth Cost from 100 to 40 → "
                "Support from 0 to 90 is worth Cost from 100 to 20")
            ],
        ),
        (
            CARDS.format(blanks=2, ratio=6),
            CARDS.format(blanks=1, ratio=7),
            ["one blank card fewer between Risk and Deterrence; ratio 6 → 7"],
        ),
        (
            BEST_WORST.format(cost=2),
            BEST_WORST.format(cost=1),
            ["Cost over Rights: 2 → 1"],
        ),
        (
            RANGES.format(high=0.4),
            RANGES.format(high=0.5),
            ["range of Risk: 0.2 to 0.4 → 0.2 to 0.5"],
        ),
        (
            GROUP.format(alpha=2),
            GROUP.format(alpha=1),
            ["Alpha counts 66.7% → 50% in the group (2 → 1)"],
        ),
        (
            GROUP.format(alpha=2),
            "group: {of: {alpha: 2}}",
            ["Beta left the group, of whose weight it had 33.3%"],
        ),
        (
            ORDER,
            "points: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1}",
            [
                ("the weights are stated anew "
                "(Risk 45.7% → 20%, Rights 4% → 20%, Cost 9% → 20%)")
            ],
        ),
    ],
)  # fmt: skip
def test_a_change_is_named_in_the_way_it_is_stated(old: str, new: str, expected: list[str]) -> None:
    said = texts_of(side(old), side(new))
    assert len(said) == len(expected)
    assert [text[: len(start)] for text, start in zip(said, expected, strict=True)] == expected


def test_a_change_of_a_member_is_an_edit_of_the_group_in_the_members_name() -> None:
    changed = {**MEMBERS, "beta": MEMBERS["beta"].replace("rights: 4", "rights: 9")}
    stated = GROUP.format(alpha=2)
    (text,) = texts_of(side(stated), side(stated, members=changed))
    assert text.startswith("in Beta: weight of Rights ")
    assert text.endswith("(points 4 → 9; the others shrank to make room)")


def test_a_member_of_a_member_is_changed_once() -> None:
    nested = {**MEMBERS, "both": "title: Both\ngroup: {of: {alpha: 1, beta: 1}}\n"}
    changed = {**nested, "beta": MEMBERS["beta"].replace("rights: 4", "rights: 9")}
    stated = "group: {of: {both: 1, beta: 1}}"
    texts = texts_of(side(stated, members=nested), side(stated, members=changed))
    assert len(texts) == 1


def test_a_bent_value_function_moves_the_weights_that_trade_offs_imply() -> None:
    stated = STEPS.format(end=40)
    (text,) = texts_of(side(stated), side(stated, header=BENT))
    assert text.startswith("the trade-offs imply other weights on the new scales (Risk ")
    assert "together with: value function of Risk bent" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PAIRS.format(last=2, long=9), PAIRS.format(last="4/2", long=9)),
        (PAIRS.format(last=2, long=9).replace("9", "3"), PAIRS.format(last=2, long="6/2")),
        (ORDER, "order: [[risk], deterrence, support, cost, rights]"),
        (GROUP.format(alpha=2), "group: {of: {alpha: 4, beta: 2}}"),
    ],
)
def test_what_means_the_same_is_no_edit(old: str, new: str) -> None:
    assert texts_of(side(old), side(new)) == []
