"""`--tag`, `--only`, `--without` and `--top`: which options are ranked, and which are shown."""

import json
import re

import pytest
from cli_program import policyscore


def ranked(*arguments: str) -> list[str]:
    outcome = policyscore("rank", *arguments, "--format", "json")
    assert outcome.code == 0, outcome.err
    return [row["option"] for row in json.loads(outcome.out)["ranking"]]


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--tag", "quick"], ["close-now", "limit-speed", "limit-weight"]),
        (["--tag", "cheap", "--without", "limit-speed"], ["limit-weight", "open-to-lorries"]),
        (
            ["--tag", "cheap", "--tag", "lasting"],
            ["second-bridge", "rebuild", "limit-speed", "limit-weight", "open-to-lorries"],
        ),
        (["--only", "rebuild", "--only", "keep-open"], ["rebuild", "keep-open"]),
        (["--only", "options/rebuild.yaml"], ["rebuild"]),
        (["--only", "rebuild", "--only", "close-now", "--tag", "quick"], ["close-now"]),
        (["--only", "keep-open"], ["keep-open"]),
        (["--only", "open-to-lorries"], ["open-to-lorries"]),
    ],
    ids=" ".join,
)
def test_options_are_picked(arguments: list[str], options: list[str]) -> None:
    assert ranked(*arguments) == options


def test_leaving_options_out_changes_no_total() -> None:
    outcome = policyscore("rank", "--without", "second-bridge", "--format", "json")
    fewer = {row["option"]: row for row in json.loads(outcome.out)["ranking"]}
    outcome = policyscore("rank", "--format", "json")
    for row in json.loads(outcome.out)["ranking"]:
        if row["option"] != "second-bridge":
            assert fewer[row["option"]]["value"] == row["value"]
            assert fewer[row["option"]]["gap"] == row["gap"]


def test_gaps_are_still_measured_from_a_baseline_that_is_left_out() -> None:
    outcome = policyscore("rank", "--without", "keep-open")
    assert "+21.4" in outcome.out
    assert "Gap: total less that of the baseline, Keep it open." in outcome.out
    assert "Ranked here: 6 of the case's 7 options." in outcome.out


def test_what_is_not_shown_is_counted() -> None:
    outcome = policyscore("rank", "--top", "2").out
    assert "Not shown: 5 more." in outcome
    assert "Close it now  " not in outcome
    assert "A second bridge two hundred" in outcome


def test_a_mark_is_explained_only_where_it_stands() -> None:
    assert "?: a score is unknown." in policyscore("rank").out
    assert "?: a score is unknown." not in policyscore("rank", "--top", "1").out
    assert "-: excluded" in policyscore("rank").out
    assert "-: excluded" not in policyscore("rank", "--top", "6").out


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_top_means_the_same_for_several_profiles_in_every_form(form: str) -> None:
    outcome = policyscore("rank", "--all", "--top", "1", "--format", form).out
    lines = [line for line in outcome.splitlines() if not line.startswith(("- ", "•", "* "))]
    assert any("Close it now" in line for line in lines)
    assert not any("Keep it open" in line for line in lines)


def test_nothing_left_is_an_error() -> None:
    outcome = policyscore("rank", "--only", "rebuild", "--tag", "quick")
    assert outcome.code == 2
    assert outcome.err == (
        "policyscore: Nothing is left to rank after `--tag`, `--only` and `--without`.\n"
    )


def test_one_option_alone_is_shown_without_a_fuss() -> None:
    for arguments in (("--only", "rebuild"), ("--all", "--only", "rebuild")):
        for form in ("table", "json", "csv", "markdown"):
            assert policyscore("rank", *arguments, "--format", form).code == 0


def test_an_option_against_itself_is_said_to_be_that() -> None:
    outcome = policyscore("why", "rebuild", "rebuild")
    assert outcome.code == 0
    assert "is compared with itself." in outcome.out


def test_two_that_tie_are_said_to_be_worth_the_same() -> None:
    outcome = policyscore("why", "limit-speed", "limit-weight").out
    assert outcome.startswith(
        "Limit the speed and Limit the weight are worth the same under Everyone at the"
    )


def test_an_excluded_option_is_never_praised_without_saying_so() -> None:
    said = "Open it to lorries again is excluded all the same, for missing the requirement on"
    for form in ("table", "json", "markdown"):
        outcome = policyscore("why", "open-to-lorries", "rebuild", "-p", "treasurer", "-f", form)
        assert said in " ".join(outcome.out.split())
    shown = policyscore("show", "open-to-lorries").out
    assert "Excluded under every profile: it misses the requirement on Risk of collapse." in shown
    assert "(requirement missed)" in shown


def test_the_order_of_two_options_turns_the_table_and_not_the_sentence() -> None:
    one = policyscore("why", "rebuild", "close-now").out
    other = policyscore("why", "close-now", "rebuild").out
    assert one.split("\n\n")[0] == other.split("\n\n")[0]
    signs = str.maketrans("+−", "−+")
    assert [points.translate(signs) for points in points_in(one)] == points_in(other)


def points_in(text: str) -> list[str]:
    """The points of each criterion and their total, in order."""
    return re.findall(r"[+−][0-9]+\.[0-9]", text.partition("Criterion")[2])
