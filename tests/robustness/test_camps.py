"""Camps of experts and profiles that agree, and whose judgements change who is first."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.analysis.robustness import camp_voices
from policyscore.analysis.robustness import camps as camps_module
from policyscore.analysis.robustness.camp_voices import ExpertCamps, expert_camps
from policyscore.analysis.robustness.camps import camps
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check
from policyscore.scoring.agreement import tau_b
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.scoring.totals import Total, Valued
from policyscore.weighing.weights import Weights

NOTHING = Valued({}, {}, {}, {}, (), ())
OPTIONS = "abcde"
TITLES = {option: f"Option {option.upper()}" for option in OPTIONS}


def ranking(profile: str, ranks: dict[str, int | None]) -> Ranking:
    ranked = tuple(
        Ranked(option, rank, Total(0, 0, 0, {}), False, 0, NOTHING)
        for option, rank in sorted(ranks.items(), key=lambda i: (i[1] is None, i[1] or 0, i[0]))
    )
    weights = Weights((), {}, {})
    return Ranking(profile, profile.title(), "", "", weights, ranked, "a", (), len(ranked))


def in_order(profile: str, order: str) -> Ranking:
    return ranking(profile, {option: place for place, option in enumerate(order, 1)})


def test_camps_with_the_same_option_first() -> None:
    found = camps(
        [
            in_order("north", "abcde"),
            in_order("south", "bacde"),
            in_order("east", "aedcb"),
            ranking("west", {"a": 1, "b": 1, "c": 3, "d": 4, "e": 5}),
        ],
        TITLES,
    )
    assert [(camp.name, camp.members, camp.first) for camp in found.firsts] == [
        ("for Option A", ("east", "north"), ("a",)),
        ("for Option B", ("south",), ("b",)),
        ("for Option A and Option B", ("west",), ("a", "b")),
    ]
    # Only those who put A alone first and those who put B alone first have nothing in common.
    assert (found.differing, found.pairs, found.differ) == (2, 6, 2 / 6)
    tau = tau_b([1, 2, 3, 4, 5], [1, 5, 4, 3, 2])
    assert found.firsts[0].least_alike == tau


def test_camps_of_rankings_that_are_alike() -> None:
    found = camps(
        [
            in_order("one", "abcde"),
            in_order("two", "abced"),
            in_order("three", "bacde"),
            in_order("four", "edcba"),
            in_order("five", "edcab"),
        ],
        TITLES,
        0.6,
    )
    assert found.alike is not None
    assert [(camp.name, camp.members, camp.first) for camp in found.alike] == [
        ("around One", ("one", "three", "two"), ()),
        ("around Five", ("five", "four"), ("e",)),
    ]
    assert [camp.least_alike for camp in found.alike] == pytest.approx([0.6, 0.8])


@given(st.lists(st.permutations(OPTIONS), min_size=1, max_size=7), st.sampled_from([0.2, 0.6, 1.0]))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_camps_part_the_rankings_and_no_two_could_join(
    orders: list[list[str]], least: float
) -> None:
    rankings = [in_order(f"p{i}", "".join(order)) for i, order in enumerate(orders)]
    found = camps(rankings, TITLES, least)
    assert found.alike is not None
    for parts in (found.firsts, found.alike):
        members = [key for camp in parts for key in camp.members]
        assert sorted(members) == [f"p{i}" for i in range(len(orders))]
    places = {r.profile: [r.place(o).rank or 0 for o in OPTIONS] for r in rankings}

    def alike(keys: tuple[str, ...]) -> float:
        return min(tau_b(places[a], places[b]) or 0.0 for a, b in combinations(keys, 2))

    for camp in found.alike:
        if len(camp.members) > 1:
            assert camp.least_alike == alike(camp.members) >= least
    for one, other in combinations(found.alike, 2):
        assert alike((*one.members, *other.members)) < least
    apart = sum(a[0] != b[0] for a, b in combinations(orders, 2))
    assert found.differing == apart
    assert camps(rankings[::-1], TITLES, least) == found


def test_profiles_that_exclude_every_option_have_no_first() -> None:
    none = dict.fromkeys(OPTIONS)
    found = camps([ranking("x", none), ranking("y", none), in_order("z", "abcde")], TITLES)
    assert [camp.name for camp in found.firsts] == ["for no option", "for Option A"]
    assert (found.differing, found.pairs) == (3, 3)
    assert found.alike is not None
    assert len(found.alike) == 3


def test_nothing_to_compare() -> None:
    found = camps([], {})
    assert (found.firsts, found.alike, found.differ) == ((), (), None)


@pytest.mark.parametrize(("bound", "most"), [("_MOST_COMPARED", 14), ("_MOST_RANKINGS", 2)])
def test_too_many_to_compare_is_said(
    bound: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camps_module, bound, most)
    found = camps([in_order(f"p{i}", "abcde") for i in range(3)], TITLES)
    assert found.alike is None
    assert found.concordance is None
    assert found.firsts[0].members == ("p0", "p1", "p2")
    assert "3 rankings of 5 options" in found.left_out[0]


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="correlation"):
        camps([], {}, -1)
    with pytest.raises(ValueError, match="same profile"):
        camps([in_order("x", "ab"), in_order("x", "ba")], TITLES)


# Experts.

HEADER = """\
policyscore: 1
title: A case
baseline: wait
criteria:
  cost: {title: Cost, better: lower, scale: {0: none, 100: a lot}}
  trust: {title: Trust, better: higher, scale: {0: none, 100: full}, at-least: 20}
experts:
  ada: {title: Ada, weight: 1}
  ben: {title: Ben, weight: 1}
  eve: {title: Eve, weight: 0}
  sam: {title: Sam, weight: 1}
  tom: {title: Tom, weight: 1}
"""
SCORES = {
    "act": """
  cost: {by: sam, likely: 40}
  trust:
    - {by: ada, likely: 80}
    - {by: ben, low: 20, high: 40}
""",
    "wait": """
  cost: 50
  trust:
    - {by: ada, likely: 50}
    - {by: ben, likely: 70}
    - {by: eve, likely: 10}
""",
}


def decide(said: dict[str, str]) -> Decision:
    files = Files()
    files.add(HEADER_FILE, HEADER)
    for key, scores in said.items():
        text = f"title: {key.title()}\nsummary: To {key}\nscores:{scores}"
        files.add(f"options/{key}.yaml", text)
    files.add("weights/even.yaml", "title: Even\npoints: {cost: 1, trust: 1}\n")
    found, findings = check(files)
    assert found is not None, findings
    return found


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decide(SCORES)


def of(decision: Decision) -> ExpertCamps:
    weights = decision.weights["even"]
    return expert_camps(decision.case, decision.valued, decision.rank("even"), weights)


def test_each_expert_alone_where_others_judged_the_rest(decision: Decision) -> None:
    found = of(decision)
    totals = {
        voice.expert: {r.option: (r.rank, r.total.value) for r in voice.ranking.ranked}
        for voice in found.voices
    }
    # Pooled: act (60 + 55) / 2, wait (50 + 60) / 2. Costs of 40 and 50 are worth 60 and 50.
    assert [r.option for r in decision.rank("even").first] == ["act"]
    assert totals == {
        "ada": {"act": (1, 70.0), "wait": (2, 50.0)},
        "ben": {"wait": (1, 60.0), "act": (2, 45.0)},
        "eve": {"act": (1, 57.5), "wait": (None, 30.0)},  # alone she finds that a limit is missed
    }
    assert found.differing == ("ben",)
    assert found.silent == ("sam", "case-author")
    assert [(voice.judged, voice.shared) for voice in found.voices] == [(2, 2), (2, 2), (1, 1)]


def test_an_expert_alone_may_find_that_a_limit_is_kept() -> None:
    low = "\n  cost: 0\n  trust: [{by: ada, likely: 25}, {by: ben, likely: 5}]\n"
    case = decide({"act": SCORES["act"], "wait": low})
    assert case.rank("even").place("wait").excluded
    ranks = {v.expert: v.ranking.place("wait").rank for v in of(case).voices}
    assert ranks == {"ada": 2, "ben": None}


def test_experts_fall_into_camps(decision: Decision) -> None:
    found = of(decision).camps
    assert [(camp.name, camp.members) for camp in found.firsts] == [
        ("for Act", ("ada", "eve")),
        ("for Wait", ("ben",)),
    ]
    assert (found.differing, found.pairs) == (2, 3)


def test_the_pooled_values_stay_as_they_were(decision: Decision) -> None:
    before = {key: (dict(v.values), v.misses) for key, v in decision.valued.items()}
    of(decision)
    assert {key: (v.values, v.misses) for key, v in decision.valued.items()} == before


def test_too_many_experts_are_cut_to_those_who_judged_most(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camp_voices, "_MOST_EFFORT", 8)
    found = of(decision)
    assert [voice.expert for voice in found.voices] == ["ada", "ben"]
    assert "Of 3 experts, only the 2" in found.left_out[0]
