"""Several profiles' weights side by side: who gives what most, and where they differ."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from weights_cases import HEADER, PAIRS, SWING, TOP_DOWN, decision_of, weights, write_case

from policyscore.scoring.weight_spread import most_disputed, weight_spread
from policyscore.scoring.weight_table import WeightTable, weight_table

PROFILES = {"p": SWING, "q": TOP_DOWN, "r": PAIRS}


def tables(profiles: dict[str, str]) -> list[WeightTable]:
    decision = decision_of(profiles)
    known = decision.profiles
    return [weight_table(decision.case, k, known, decision.weights[k]) for k in profiles]


def row_of(text: str, title: str) -> list[str]:
    return next(line.split() for line in text.splitlines() if line.split()[:1] == [title])


def test_each_row_says_who_gives_most_and_least() -> None:
    spreads = {spread.id: spread for spread in weight_spread(tables({"p": SWING, "q": TOP_DOWN}))}
    assert spreads["escalation"].weights == pytest.approx((0.4, 0.5))
    assert (spreads["escalation"].most, spreads["escalation"].least) == ((1,), (0,))
    assert spreads["escalation"].range == pytest.approx(0.1)
    assert (spreads["home"].most, spreads["home"].least) == ((0,), (1,))
    assert spreads["home"].is_group


def test_profiles_that_agree_are_not_told_apart() -> None:
    spreads = weight_spread(tables({"p": SWING, "q": SWING, "r": SWING}))
    assert all(spread.most == spread.least == () for spread in spreads)
    assert most_disputed(spreads) == ()


def test_what_only_rounding_tells_apart_is_the_same(tmp_path: Path) -> None:
    thirds = SWING.replace("80", "0.8").replace("60", "0.6").replace("20", "0.2")
    thirds = thirds.replace("30", "0.3").replace("10}", "0.1}")
    spreads = weight_spread(tables({"p": SWING, "q": thirds}))
    assert [spread.range for spread in spreads] == [0.0] * 8
    out = weights(write_case(tmp_path, {"p": SWING, "q": thirds}), "p", "q").out
    assert row_of(out, "Support") == ["Support", "15.0", "15.0", "0"]
    assert "They differ" not in out


def test_ties_for_most_are_all_marked() -> None:
    spreads = {s.id: s for s in weight_spread(tables({"p": SWING, "q": SWING, "r": TOP_DOWN}))}
    assert (spreads["support"].most, spreads["support"].least) == ((0, 1), (2,))


def test_the_most_disputed_are_criteria_and_the_widest_first() -> None:
    spreads = weight_spread(tables({"p": SWING, "q": TOP_DOWN}))
    # 0.05 and 0.25 on speed, 0.15 and 0 on support; escalation and cost both differ by 0.1
    found = most_disputed(spreads)
    assert [spread.id for spread in found[:2]] == ["speed", "support"]
    assert found[2].range == pytest.approx(0.1)
    assert len(found) == 3


def test_the_largest_of_a_row_is_marked_without_colour(tmp_path: Path) -> None:
    out = weights(write_case(tmp_path, PROFILES), "p", "q").out
    assert row_of(out, "Escalation") == ["Escalation", "40.0", "50.0*", "10.0"]
    assert row_of(out, "Support") == ["Support", "15.0*", "0", "15.0"]
    assert row_of(out, "Speed") == ["Speed", "5.0", "25.0*", "20.0"]
    assert row_of(out, "Security") == ["Security", "70.0", "75.0*", "5.0"]
    assert "*: the largest of its row." in out
    assert "• Speed: from 5.0% (Plain) to 25.0% (Top-down)" in out.splitlines()


def test_who_and_why_and_what_contradicts_itself(tmp_path: Path) -> None:
    out = " ".join(weights(write_case(tmp_path, PROFILES), "--all").out.split())
    assert "A Plain p B Top-down q C Pairs r They differ most on" in out
    assert "Look at these again • Pairs: These judgements contradict each other" in out
    assert "these judgements agree" not in out
    assert "Held by: The desk Because: It was asked so." in out
    assert "A Stated by: swing. B Stated by: points, top-down" in out


@pytest.mark.parametrize("columns", [1, 40, 60, 80, 140, 500])
def test_twenty_profiles_lose_no_weight(tmp_path: Path, columns: int) -> None:
    profiles = {
        f"v{n:02}": SWING.replace("escalation: 80", f"escalation: {80 + n}") for n in range(20)
    }
    profiles["p"] = SWING
    header = HEADER.replace("Escalation", "局势升级的风险和后果").replace("Purse", "公款 purse")
    case = write_case(tmp_path, profiles, header)
    run = weights(case, "--all", columns=columns)
    assert run.code == 0
    lines = run.out.splitlines()
    assert max(map(cell_len, lines)) <= max(columns, 40)
    speeds = [line.split()[1:] for line in lines if line.split()[:1] == ["Speed"]]
    shown = [float(text.rstrip("*")) for part in speeds for text in part][:-1]
    data = weights(case, "--all", "--format", "json").data["profiles"]
    exact = [100 * profile["weights"]["speed"] for profile in data]
    assert shown == pytest.approx(exact, abs=0.1)
    assert len(shown) == 21


def test_broken_titles_stay_under_their_groups(tmp_path: Path) -> None:
    header = HEADER.replace("title: Support", "title: Support in parliament and of the public")
    lines = weights(write_case(tmp_path, PROFILES, header), "--all", columns=40).out.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("  Support"))
    assert re.match(r"  \S", lines[start + 1])
    assert "public" in " ".join(lines[start : start + 5])
