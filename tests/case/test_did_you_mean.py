"""Suggestions for misspelt words: near, the same in every run, and cheap."""

import pytest
from case_texts import GOOD, WAIT, told

from policyscore.case.suggestions import closest, did_you_mean, renew_budget

WORDS = ["escalation-risk", "alliance-cohesion", "cost", "baseline"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("escalation-rsik", "escalation-risk"),
        ("escalation_risk", "escalation-risk"),
        ("Escalation-Risk", "escalation-risk"),
        ("alliance", "alliance-cohesion"),
        ("csot", "cost"),
        ("zebra", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_the_word_that_was_meant_is_found(word: str, expected: str | None) -> None:
    renew_budget()
    assert closest(word, WORDS) == expected
    assert did_you_mean(word, WORDS) == (f"Did you mean `{expected}`?" if expected else "")


def test_no_word_is_suggested_where_there_is_none() -> None:
    renew_budget()
    assert closest("cost", []) is None


def test_what_begins_several_words_suggests_none_of_them() -> None:
    renew_budget()
    assert closest("alli", ["alliance-cohesion-at-home", "alliance-cohesion-abroad"]) is None


def test_a_run_that_misspells_hundreds_of_words_stops_getting_suggestions() -> None:
    renew_budget()
    found = [closest(f"cost{n}", WORDS) for n in range(400)]
    assert found == ["cost"] * 300 + [None] * 100
    renew_budget()
    assert closest("cost399", WORDS) == "cost"


def test_the_same_files_get_the_same_suggestions_every_time() -> None:
    names = [f"wait-{n}" for n in range(90)]
    texts = {**GOOD, WAIT: GOOD[WAIT] + "".join(f"  {name}: 1\n" for name in names)}
    texts |= {f"options/o{n}.yaml": texts[WAIT].replace("wait-", f"trust{n}-") for n in range(6)}
    assert told(texts) == told(texts)
