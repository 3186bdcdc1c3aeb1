"""PS413 vague-likelihood and PS414 mixed-confidence, in the reasons of an option."""

import pytest
from quality_cases import broken, files_of, place

from policyscore.case.directory import Files
from policyscore.quality.likelihood import mixed_words, vague_words
from policyscore.reading.rules import MIXED_CONFIDENCE, VAGUE_LIKELIHOOD

VAGUE = [
    "Perhaps they answer in kind.",
    "Maybe it is too late.",
    "They could possibly expel a diplomat.",
    "Conceivably the talks go on.",
    "They might answer in kind.",
    "It might not hold.",
    "Moscow may well answer.",
    "This could well fail.",
    "It is possible that nobody notices.",
    "It is quite conceivable that nobody notices.",
    "There is a fair chance of talks.",
    "They may have known all along.",
    "The pledge may be broken.",
    "It may still be true.",
    "It may already have\nhappened.",
    "They might\nanswer in kind.",
    "In 2021 they might answer in kind.",
    "As in the COVID-19 crisis, they might wait.",
]
CLEAR = [
    "They are likely to answer in kind.",
    "An answer is very unlikely, almost certainly a note.",
    "There is a roughly even chance of talks.",
    "There is almost no chance of a war.",
    "They might answer, at 30 per cent.",
    "Perhaps 4 in 10 such notes are answered.",
    "They might, in about one case in five, expel somebody.",
    "Talks resumed in May.",
    "Only the president may order it.",
    "Banks may not deal with the unit.",
    "It shows the might of the alliance.",
    "The army's might and reach are plain.",
    "Military might is no answer.",
    "They pushed with all their might.",
    "The case author could not tell.",
    "It cannot possibly help.",
    "They have done all they can to make talks possible.",
    "Allies could act together.",
    "Mighty words have been used.",
    "It leaves them the chance to climb down.",
]


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_word_is_found(text: str) -> None:
    assert vague_words(text) != []


@pytest.mark.parametrize("text", CLEAR)
def test_a_clear_text_is_left_alone(text: str) -> None:
    assert vague_words(text) == []


def test_a_number_counts_for_its_own_sentence_only() -> None:
    assert vague_words("The risk is 20 per cent. They might still answer.") == ["might"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("With high confidence, war is unlikely.", ["unlikely ... high confidence"]),
        ("We are confident that they will probably answer.", ["probably ... confident"]),
        ("Low to moderate confidence that it is almost certain.", 1),
        ("War is unlikely. Confidence in that is high.", []),
        ("War is unlikely; high confidence.", []),
        ("It is likely to cost public confidence.", []),
        ("Confidence-building measures are likely.", []),
        ("A self-confident Kremlin is likely to answer.", []),
        ("High confidence in the source.", []),
    ],
)
def test_likelihood_and_confidence_in_one_sentence_are_found(
    text: str, found: list[str] | int
) -> None:
    assert (
        mixed_words(text) == found if isinstance(found, list) else len(mixed_words(text)) == found
    )


def test_a_very_long_text_takes_no_time_to_speak_of() -> None:
    assert len(vague_words("it might be so. " * 60_000)) < 2_000
    assert mixed_words("confident " + "might may could " * 60_000) == []


def case_of(stance: str, *reasons: str) -> Files:
    judges = ["ann", "bob", "case-author"]
    judgements = [
        {"by": by, "likely": 10, "because": reason}
        for by, reason in zip(judges, reasons, strict=False)
    ]
    stances = [{"expert": "ann", "stance": "doubts", "because": stance}]
    talk = {"stances": stances, "scores": {"home-front": judgements}}
    experts = {"ann": {"title": "Ann of the desk"}, "bob": {"title": "Bob"}}
    return files_of({"talk": talk}, experts=experts)


def test_all_reasons_of_an_option_are_one_finding_at_the_first() -> None:
    files = case_of("It helps.", "It pays.", "They might answer.", "Perhaps, and it might last.")
    (found,) = broken(VAGUE_LIKELIHOOD, files)
    assert place(found) == ("options/talk.yaml", "because")
    assert found.excerpt.strip() == "because: They might answer."
    assert found.message == (
        "2 reasons for Talk speak of likelihood in words that each reader takes differently: "
        "“might” (Home front), “Perhaps” (Home front) and “might” (Home front)."
    )
    assert "ICD 203" in found.hint


def test_the_reason_of_a_stance_is_read_too() -> None:
    (found,) = broken(VAGUE_LIKELIHOOD, case_of("It might backfire.", "It pays."))
    assert found.excerpt.strip() == "because: It might backfire."
    assert "1 reason for Talk speaks of" in found.message
    assert "“might” (stance of Ann of the desk)" in found.message


def test_mixed_confidence_is_reported_with_both_words() -> None:
    text = "With low confidence, they are likely to answer."
    (found,) = broken(MIXED_CONFIDENCE, case_of("It helps.", "It pays.", text))
    assert found.excerpt.strip() == f"because: {text}"
    assert found.message == (
        "1 reason for Talk speaks of likelihood and of confidence in one sentence: "
        "“likely ... low confidence” (Home front)."
    )
    assert "`confidence:`" in found.hint


def test_reasons_in_clear_words_break_neither_rule() -> None:
    files = case_of("It helps.", "They are unlikely to answer.", "High confidence in the cable.")
    assert broken(VAGUE_LIKELIHOOD, files) == broken(MIXED_CONFIDENCE, files) == []
