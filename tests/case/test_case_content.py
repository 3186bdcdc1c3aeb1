"""A loaded case holds what its files say, in their order, and cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest
from case_texts import ACT, GOOD, HEADER, case_of, changed

from policyscore.case.header import Criterion, Expert, Group, Source
from policyscore.case.options import Stance

CASE = case_of(GOOD)


def test_the_header_holds_the_question_and_the_defaults() -> None:
    assert (CASE.title, CASE.header.question) == ("Border", "What now?")
    assert (CASE.baseline, CASE.header.default_profile) == ("wait", "even")
    bare = case_of(changed(HEADER, "default-profile: even\n", ""))
    assert bare.header.default_profile == ""


def test_the_tree_keeps_the_order_of_the_file() -> None:
    assert list(CASE.criteria) == ["risk", "trust", "cost"]
    assert list(CASE.groups) == ["safety"]
    assert CASE.top_level == {"safety": ("risk", "trust"), "cost": ("cost",)}
    group = CASE.header.criteria["safety"]
    assert isinstance(group, Group)
    assert group.title == CASE.member_title("safety") == "Safety"
    assert CASE.member_title("trust") == "Trust"


def test_groups_within_groups_are_found_outer_ones_first() -> None:
    old = "      trust:\n        title: Trust\n        better: higher\n        scale: {0: none,"
    new = (
        "      inner:\n        title: Inner\n        criteria:\n          trust:\n"
        "            title: Trust\n            better: higher\n            scale: {0: none,"
    )
    case = case_of(changed(HEADER, old, new))
    assert list(case.groups) == ["safety", "inner"]
    assert list(case.criteria) == ["risk", "trust", "cost"]
    assert case.top_level["safety"] == ("risk", "trust")


def test_a_criterion_holds_its_scale_value_function_and_limits() -> None:
    assert CASE.criteria["cost"] == Criterion(
        title="Cost",
        asks="",
        better="lower",
        scale={0.0: "free", 2_500_000.0: "ruin"},
        value=None,
        unit="dollars",
        at_most=2_000_000.0,
        at_least=None,
    )
    assert CASE.criteria["cost"].ends == (0.0, 2_500_000.0)
    assert CASE.criteria["risk"].value == {0.0: 100.0, 50.0: 30.0, 100.0: 0.0}
    without = case_of(changed(HEADER, "    at-most: 2000000\n", ""))
    assert without.criteria["cost"].at_most is None


def test_the_ends_of_a_scale_do_not_depend_on_the_order_of_its_anchors() -> None:
    case = case_of(changed(HEADER, "{0: none, 10: full}", "{10: full, 0: none}"))
    assert case.criteria["trust"].ends == (0.0, 10.0)


def test_experts_and_sources_are_found_by_id() -> None:
    assert CASE.expert("bob") == Expert("Bob", 2.0)
    texts = changed(HEADER, "  ann: {title: Ann, weight: 1}", "  ann: {title: Ann}")
    assert case_of(texts).expert("ann").weight == 1.0
    text = "  memo: {title: Memo, published: 2020, by: Me, url: example.org}"
    case = case_of(changed(HEADER, "  memo: {title: Memo}", text))
    assert case.source("memo") == Source("Memo", "2020", "Me", "example.org")


def test_the_cases_author_is_an_expert_even_if_not_listed() -> None:
    assert CASE.expert("case-author").weight == 1.0
    listed = "experts:\n  case-author: {title: The desk, weight: 3}\n"
    case = case_of(changed(HEADER, "experts:\n", listed))
    assert case.expert("case-author") == Expert("The desk", 3.0)


def test_an_option_holds_its_tags_stances_and_ties_to_others() -> None:
    keys = (
        "summary: Do it.\ntags: [b, a]\nconflicts-with: [wait]\nstances:\n"
        "- {expert: ann, stance: opposes, source: memo, at: p2, because: No.}\n"
    )
    option = case_of(changed(ACT, "requires: []\n", keys)).options["act"]
    assert (option.title, option.summary, option.tags) == ("Act", "Do it.", ("b", "a"))
    assert (option.requires, option.conflicts_with) == ((), ("wait",))
    assert option.stances == (Stance("ann", "opposes", "memo", "p2", "No."),)


def test_options_and_profiles_are_sorted_by_id_whatever_the_order_of_reading() -> None:
    texts = {**GOOD, "weights/a.yaml": GOOD["weights/even.yaml"]}
    for case in (case_of(texts), case_of(dict(reversed(texts.items())))):
        assert list(case.options) == ["act", "wait"]
        assert list(case.profiles) == ["a", "even"]


def test_nothing_in_a_case_can_be_set() -> None:
    with pytest.raises(FrozenInstanceError):
        CASE.criteria["cost"].title = "Price"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        CASE.header.baseline = "act"  # type: ignore[misc]
    with pytest.raises(TypeError):
        CASE.options["new"] = CASE.options["act"]  # type: ignore[index]
