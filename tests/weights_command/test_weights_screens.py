"""`weights` of one profile on terminals of any width: nothing lost, nothing taken for markup."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from weights_cases import HEADER, OPTION, PAIRS, SWING, TOP_DOWN, weights, write_case

CHINESE = HEADER.replace("Escalation", "局势升级的风险和后果").replace("a clash", "直接武装冲突")
MANY = 60
ENDS = "{0: a, 9: b}"
MANY_HEADER = "policyscore: 1\ntitle: Many\nbaseline: wait\ncriteria:\n" + "".join(
    f"  g{g}:\n    title: Group {g}\n    criteria:\n"
    + "".join(
        f"      c{c}: {{title: The criterion of number {c}, better: higher, scale: {ENDS}}}\n"
        for c in range(g * 10, g * 10 + 10)
    )
    for g in range(MANY // 10)
)
MANY_OPTION = f"title: W\nscores: {{{', '.join(f'c{c}: 3' for c in range(MANY))}}}\n"
MANY_PROFILE = f"title: P\npoints: {{{', '.join(f'c{c}: {c % 7}' for c in range(MANY))}}}\n"
ONE = """\
policyscore: 1
title: One
baseline: wait
criteria:
  only: {title: Only, better: higher, scale: {0: none, 9: all}}
"""
PROFILES = {
    "p": SWING,
    "top": TOP_DOWN,
    "pairs": PAIRS,
    "order": "title: Order\norder: [escalation, [deterrence, support], cost, speed]\n",
    "cards": "title: C\ncards: [escalation, 1, deterrence, support, cost, speed]\nratio: 8\n",
    "us": "title: Us\ngroup: {of: {p: 3, top: 1}}\n",
}


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def figures(text: str) -> list[str]:
    """The weights of a screen from top to bottom, without the local ones."""
    table = text.split("Criterion ", 1)[1].split("\n\n", 1)[0]
    return [line[0] for line in map(re.compile(r"<?[\d.]+%").findall, table.splitlines()) if line]


@pytest.mark.parametrize("columns", [1, 40, 48, 80, 140, 500])
@pytest.mark.parametrize("profile", PROFILES)
def test_lines_fit_and_no_weight_is_lost(tmp_path: Path, profile: str, columns: int) -> None:
    case = write_case(tmp_path, PROFILES, CHINESE)
    run = weights(case, profile, columns=columns)
    assert (run.code, max(map(cell_len, run.out.splitlines())) <= max(columns, 40)) == (0, True)
    assert figures(run.out) == figures(weights(case, profile, columns=140).out)
    assert len(figures(run.out)) >= 8


def test_a_screen_as_reckoned_by_hand(tmp_path: Path) -> None:
    run = weights(write_case(tmp_path, {"p": SWING}))
    lines = lines_of(run.out)
    for line in (
        "Profile: Plain p",
        "Security 70.0%",
        "Deterrence 30.0% 42.9% " + "█" * 30,
        "Purse 10.0% 40.0%",
        "from ruin (1000 euros) to free (0 euros)",
        "Speed 5.0% " + "█" * 5,
        "Stated by: swing.",
        "Nothing is stated twice over, so nothing contradicts itself.",
        "A step in Escalation from 60 to 40 is worth",
        "• a step in Support from 0 (nobody) to about 53.3",
    ):
        assert line in lines


def test_weights_of_nothing_and_shares_of_nothing(tmp_path: Path) -> None:
    lines = lines_of(weights(write_case(tmp_path, {"p": TOP_DOWN})).out)
    assert "At home 0%" in lines
    assert "Purse 0% -" in lines
    assert "Support 0% -" in lines
    assert "Stated by: points, top-down, but within Security by swing." in lines


def test_words_too_long_for_two_lines_are_cut_and_say_so(tmp_path: Path) -> None:
    words = " ".join(["word"] * 55)
    header = HEADER.replace("100: a clash", f"100: {words}")
    case = write_case(tmp_path, {"p": SWING}, header)
    out = weights(case).out
    assert "…" in out
    assert words not in " ".join(out.split())
    ascii_out = weights(case, encoding="ascii").out
    assert "..." in ascii_out
    assert "?" not in ascii_out
    assert words in " ".join(weights(case, columns=160).out.split())


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("order", "order (rank-order centroid)"),
        ("cards", "cards (the first counts 8 times the last)"),
        ("us", "group (weighted mean of other profiles)"),
        (
            "pairs",
            (
                "pairwise (principal eigenvector), top-down, but within At home by order "
                "(rank-sum weights)"
            ),
        ),
    ],
)
def test_how_it_was_stated(tmp_path: Path, profile: str, expected: str) -> None:
    case = write_case(tmp_path, PROFILES)
    assert f"Stated by: {expected}." in weights(case, profile, columns=140).out.splitlines()


def test_contradictions_are_told_with_the_limit_and_what_contributes_most(tmp_path: Path) -> None:
    case = write_case(tmp_path, PROFILES)
    text = " ".join(weights(case, "pairs").out.split())
    assert "Held by: The desk Because: It was asked so." in text
    assert (
        "These judgements contradict each other: the consistency ratio (Alonso & Lamata 2006) is "
        "0.96, over 0.10." in text
    )
    assert "contributes most" in text
    assert "Within Security" not in text.split("contributes most")[1].split("What these")[0]


def test_what_a_statement_leaves_open_and_what_members_give(tmp_path: Path) -> None:
    case = write_case(tmp_path, PROFILES)
    order = weights(case, "order")
    assert "Escalation 45.7% 68.8% 20.0–100.0" in re.sub(r" █+", "", " ".join(order.out.split()))
    assert "the weights that the statement leaves room for" in " ".join(order.out.split())
    us = " ".join(weights(case, "us").out.split())
    assert "40.0–50.0" in us
    assert "Low and high: what the members give it." in us
    assert "• Plain p 75.0% • Top-down top 25.0%" in us


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_sixty_criteria_all_have_their_lines(tmp_path: Path, columns: int) -> None:
    case = write_case(tmp_path, {"p": MANY_PROFILE}, MANY_HEADER, MANY_OPTION)
    run = weights(case, columns=columns)
    assert run.code == 0
    assert max(map(cell_len, run.out.splitlines())) <= columns
    text = " ".join(run.out.split())
    assert text.count("from a to b") == MANY
    # the points are 0 to 6 eight times over, then 0, 1, 2, 3: 8 * 21 + 6 = 174
    assert run.out.count(f"{100 * 6 / 174:.1f}%") >= 8


def test_a_single_criterion_has_all_the_weight_and_nothing_to_be_traded(tmp_path: Path) -> None:
    option = "title: W\nscores: {only: 3}\n"
    case = write_case(tmp_path, {"p": "title: P\nswing: {only: 1}\n"}, ONE, option)
    run = weights(case)
    assert lines_of(run.out)[3:6] == [
        "Criterion Weight",
        f"Only 100.0% {'█' * 40}",
        "from none to all",
    ]
    assert "Local" not in run.out
    assert "imply" not in run.out


@pytest.mark.parametrize("profiles", [("p",), ("--all",)], ids=["one", "all"])
def test_markup_and_escapes_in_texts_stay_what_they_are(
    tmp_path: Path, profiles: tuple[str, ...]
) -> None:
    nasty = "[red]x[/red] [/] :smile: \u200bhidden"
    header = HEADER.replace("title: Escalation", f'title: "{nasty}"')
    header = header.replace("100: a clash", f'100: "{nasty}"')
    profile = PAIRS.replace("Pairs", f'"{nasty}"').replace("The desk", f'"{nasty}"')
    case = write_case(tmp_path, {"p": profile, "q": profile}, header, OPTION)
    run = weights(case, *profiles, columns=140, colour=True)
    assert run.code == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", run.out)
    assert "[red]x[/red] [/] :smile: \\u200bhidden" in plain
    assert "\u200b" not in plain
    assert "\x1b" not in plain
