"""Random profiles of every way of weighing, and random edits of them, compared and shown."""

import copy
import io
import json
import os
import re
from math import isfinite
from typing import Any

import pytest
from edits_of_profiles import pairs, renamed, restated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from profiles_of_every_way import MEMBERS, TREE, TRIED, Data, Texts, cases, decide, leaves, texts
from rich.console import Console, RenderableType

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference
from policyscore.analysis.matching import Side
from policyscore.case.directory import Files
from policyscore.decision import Decision, check
from policyscore.scoring.weight_table import weight_table
from policyscore.views.diff.as_json import diffs_data
from policyscore.views.diff.markdown import diff_markdown
from policyscore.views.diff.terminal import diff_terminal
from policyscore.views.weights.as_csv import weights_csv
from policyscore.views.weights.as_json import weights_data
from policyscore.views.weights.markdown import weights_markdown, weights_matrix_markdown
from policyscore.views.weights.matrix_terminal import weights_matrix_terminal
from policyscore.views.weights.terminal import weights_terminal

ID = re.compile(r"(?<![\w-])k-[a-z]+")
EXAMPLES = int(os.environ.get("POLICYSCORE_EXAMPLES", "0"))


def side(case: Data) -> Side:
    decision = decide(case)
    return Side(decision.case, decision.profiles[TRIED], decision.rank(TRIED))


def laid_out(content: RenderableType, width: int) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, color_system=None).print(content)
    return stream.getvalue()


def console(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, color_system=None)


def sound_weights(decision: Decision) -> None:
    """Weights are shares of the whole, inside what the statements leave to them."""
    for key, weights in decision.weights.items():
        assert sum(weights.criteria.values()) == pytest.approx(1, abs=1e-9)
        assert all(isfinite(x) and x >= 0 for x in weights.criteria.values()), (key, weights)
        for name, (low, high) in weights.extents.items():
            found = {**weights.criteria, **weights.groups}[name]
            assert 0 <= low <= high <= 1
            assert low - 1e-9 <= found <= high + 1e-9, (key, name, low, found, high)
        assert decision.rank(key).ranked


def sound_tables(decision: Decision) -> None:
    """All forms of `weights` can be made; what is read has no ids but the profiles' own."""
    case, known = decision.case, decision.profiles
    tables = [weight_table(case, key, known, decision.weights[key]) for key in known]
    for chosen in ([tables[0]], tables):
        json.dumps(weights_data(case, chosen), allow_nan=False)
        assert "nan" not in str(weights_csv(case, chosen)).lower()
    words = [weights_matrix_markdown(case, tables)]
    words.append(laid_out(weights_matrix_terminal(console(80), case, tables), 80))
    for table in tables:
        words.append(weights_markdown(case, table))
        words.append(laid_out(weights_terminal(console(80), case, table), 80))
    for text in words:
        named = set(ID.findall(text))
        assert named <= set(known), (named - set(known), text)


def sound_difference(found: Difference) -> None:
    """Shares add up; every form can be made, and names things by their titles."""
    ids = {edit.id for edit in found.edits}
    for moved in found.options:
        assert set(moved.by) <= ids
        assert all(isfinite(share) for share in moved.by.values())
        assert sum(moved.by.values()) == pytest.approx(moved.change, abs=1e-7)
    if found.lead is not None:
        change = found.lead.new - found.lead.old
        assert sum(found.lead.by.values()) == pytest.approx(change, abs=1e-7)
    named = {"kind": "profile", "name": "A"}
    json.dumps(diffs_data(named, named, [found], []), allow_nan=False)
    shown = [diff_markdown(("A", "B"), [found], [], comment=comment) for comment in (False, True)]
    shown.append(laid_out(diff_terminal(console(80), ("A", "B"), [found], []), 80))
    shown += [edit.text for edit in found.edits]
    for text in shown:
        assert not re.search(r"(?<![\w-])k-(?!wait|act|talk)[a-z]+", _without_renames(text)), text
    known = {*leaves(TREE), "k-safety", "k-depth", "k-home", "k-extra", "k-other", *MEMBERS}
    for edit in found.edits:
        assert edit.text, edit
        assert set(edit.subjects) <= known | {f"{leaf}-next" for leaf in known}, edit


def _without_renames(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "renamed" not in line)


LONG = settings(
    max_examples=EXAMPLES or 40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@LONG
@given(cases())
def test_weights_of_every_way_are_shares_within_what_is_left_open(case: Data) -> None:
    decision = decide(case)
    sound_weights(decision)
    sound_tables(decision)


@LONG
@given(pairs())
def test_shares_of_edits_of_every_way_add_up(pair: tuple[Data, Data]) -> None:
    old, new = (side(case) for case in pair)
    there, back = compare_sides(old, new), compare_sides(new, old)
    sound_difference(there)
    sound_difference(back)


@LONG
@given(pairs())
def test_swapping_the_sides_turns_the_signs(pair: tuple[Data, Data]) -> None:
    old, new = (side(case) for case in pair)
    there, back = compare_sides(old, new), compare_sides(new, old)
    assert len(there.edits) == len(back.edits)
    if there.method.name == "sampling" or back.method.name == "sampling":
        return
    turned = {moved.option: sorted(-share for share in moved.by.values()) for moved in back.options}
    for moved in there.options:
        shares = sorted(moved.by.values())
        assert shares == pytest.approx(turned[moved.option], abs=1e-7), (there.edits, back.edits)


@LONG
@given(restated())
def test_the_same_judgements_in_other_words_are_no_edit(pair: tuple[Data, Data]) -> None:
    found = compare_sides(*(side(case) for case in pair))
    assert [edit.text for edit in found.edits] == []
    assert not found.order_changed
    sound_difference(found)


@LONG
@given(cases(), st.sampled_from(["k-cost", "k-risk", "k-arms", "k-safety", "k-depth"]))
def test_a_renamed_criterion_or_group_is_no_edit_in_any_way(case: Data, key: str) -> None:
    other = renamed(case, key, f"{key}-next")
    found = compare_sides(side(case), side(other))
    assert [edit.text for edit in found.edits] == []
    sound_difference(found)


def _flat(texts: Texts, stated: Data) -> Side:
    """A case with flat criteria under a profile that weighs them."""
    files = texts | {f"weights/{TRIED}.yaml": json.dumps({"title": "Tried", **stated})}
    decision, findings = check(Files(texts=files, present=set(files)))
    assert decision is not None, [finding.message for finding in findings]
    return Side(decision.case, decision.profiles[TRIED], decision.rank(TRIED))


def _wide(count: int) -> tuple[Texts, list[str]]:
    """The files of a case with many criteria, and their ids."""
    tree = {f"k-{chr(97 + at)}": None for at in range(count)}
    return texts({"tree": tree, "bent": "", "weights": {}}), list(tree)


def _compared(names: list[str], shift: int) -> Data:
    pairs = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]
    return {"pairwise": {f"{a} over {b}": 1 + (n * shift) % 9 for n, (a, b) in enumerate(pairs)}}


def _beside(names: list[str], shift: int) -> Data:
    best, *middle, worst = names
    numbers = {name: 1 + (n * shift) % 9 for n, name in enumerate(middle)}
    turned = {name: 1 + (n * shift + 4) % 9 for n, name in enumerate(middle)}
    stated = {"best": best, "worst": worst}
    lists = {"best-to-others": {**numbers, worst: 9}, "others-to-worst": {best: 9, **turned}}
    return {"best-worst": {**stated, **lists}}


@pytest.mark.parametrize(("state", "count"), [(_compared, 15), (_beside, 26)])
def test_many_changed_judgements_are_one_edit_that_takes_no_time(state: Any, count: int) -> None:
    files, names = _wide(count)
    found = compare_sides(_flat(files, state(names, 2)), _flat(files, state(names, 5)))
    assert [edit.kind for edit in found.edits] == ["weighing"]
    assert re.search(r"; and \d+ more \(", found.edits[0].text)
    assert found.method.name == "closed-form"
    for moved in found.options:
        assert sum(moved.by.values()) == pytest.approx(moved.change, abs=1e-9)


def test_as_many_judgements_as_a_reader_can_follow_are_edits_of_their_own() -> None:
    files, names = _wide(8)
    old, new = (_compared(names, 2) for _ in "ab")
    for key in list(new["pairwise"])[:6]:
        new["pairwise"][key] += 0.5
    found = compare_sides(_flat(files, old), _flat(files, new))
    assert [edit.kind for edit in found.edits] == ["weight"] * 6
    assert {edit.subjects for edit in found.edits} == {(names[0], name) for name in names[1:7]}
    assert found.method.name == "enumeration"
    for moved in found.options:
        assert sum(moved.by.values()) == pytest.approx(moved.change, abs=1e-9)


def test_a_change_in_a_member_of_a_group_is_said_in_whose_profile() -> None:
    stated: Data = {
        "points": {"k-safety": 2, "k-home": 1, "k-rights": 1},
        "within": {
            "k-safety": {"points": {"k-risk": 1, "k-troops": 2, "k-reach": 1, "k-arms": 1}},
            "k-home": {"points": {"k-party": 1, "k-cost": 2}},
        },
    }
    old: Data = {"tree": TREE, "bent": "", "weights": {}}
    old["weights"] = {key: copy.deepcopy(stated) for key in MEMBERS}
    old["weights"][TRIED] = {"group": {"of": dict.fromkeys(MEMBERS, 1)}}
    new = copy.deepcopy(old)
    new["weights"][MEMBERS[0]]["within"]["k-home"] = {"order": ["k-party", "k-cost"]}
    new["weights"][MEMBERS[1]]["points"]["k-rights"] = 5
    found = compare_sides(side(old), side(new))
    said = {edit.text.split(" (")[0]: edit.subjects for edit in found.edits}
    assert said == {
        "in Envoy: the weights of Home are stated anew": ("k-envoy", "k-home"),
        "in General: weight of Rights 25% → 43.8%": ("k-rights",),
    }
