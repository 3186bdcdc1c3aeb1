"""PS409 bare-anchors: scales whose anchors are labels and nothing else."""

import pytest
from quality_cases import broken, criterion, files_of, place

from policyscore.quality.anchors import is_bare
from policyscore.reading.rules import BARE_ANCHORS

OPTIONS = {"wait": {"risk": 10}, "talk": {"risk": 60}}


def test_bare_labels_are_counted_and_quoted_at_the_first_once_for_a_criterion() -> None:
    scale = {0: "Low", 50: "troops move up to the border", 100: "very high"}
    tree = {"risk": criterion("Risk", scale=scale)}
    (found,) = broken(BARE_ANCHORS, files_of(OPTIONS, criteria=tree))
    assert place(found) == ("policyscore.yaml", "0")
    assert found.message == "2 of 3 anchors of Risk are no more than labels: “Low” and “very high”."
    assert "what one would see" in found.hint


def test_one_label_among_words_is_reported_too() -> None:
    tree = {"risk": criterion("Risk", scale={0: "no shot is fired", 100: "High."})}
    (found,) = broken(BARE_ANCHORS, files_of(OPTIONS, criteria=tree))
    assert place(found) == ("policyscore.yaml", "100")
    assert found.message == "1 of 2 anchors of Risk is no more than a label: “High.”."


def test_anchors_that_say_what_one_would_see_are_fine() -> None:
    tree = {"risk": criterion("Risk", scale={0: "no shot is fired", 100: "open war"})}
    assert broken(BARE_ANCHORS, files_of(OPTIONS, criteria=tree)) == []


def test_numbers_that_count_something_need_no_words() -> None:
    scale = {0: "none", 100: "all"}
    counted = {"risk": criterion("Risk", scale=scale, unit="per cent of voters")}
    assert broken(BARE_ANCHORS, files_of(OPTIONS, criteria=counted)) == []
    assert (
        len(
            broken(
                BARE_ANCHORS, files_of(OPTIONS, criteria={"risk": criterion("Risk", scale=scale)})
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    "words",
    ["low", "Medium", "HIGH", "very low", "none", "Some.", "fair", "worst", "maximum", "yes", "no",
     "7", "50 %", "100%", "-3.5", "'good'", "rather poor", "fairly high", "...", "very much"],
)  # fmt: skip
def test_labels(words: str) -> None:
    assert is_bare(words)


@pytest.mark.parametrize(
    "words",
    ["open war", "as today", "no change", "low tide", "high treason", "no shot fired", "encouraged",
     "all parties", "very low indeed for now", "5 dead", "none at all", "good offices",
     "no-fly zone", "Großbritannien"],
)  # fmt: skip
def test_words_that_are_not_labels(words: str) -> None:
    assert not is_bare(words)
