"""The forms of a score: bare, `unknown`, one judgement, several; and what each is read as."""

import pytest
from case_texts import ACT, case_of, changed

from policyscore.case.options import CASE_AUTHOR, Judgement


def judgements(written: str) -> tuple[Judgement, ...]:
    """What a score of trust in the option `act` is read as."""
    return case_of(changed(ACT, "trust: 4", f"trust: {written}")).options["act"].scores["trust"]


@pytest.mark.parametrize(("written", "score"), [("4", 4.0), ("2.5", 2.5), ("1e1", 10.0), ("0", 0)])
def test_a_bare_number_is_the_authors_likely_score(written: str, score: float) -> None:
    (judgement,) = judgements(written)
    assert judgement == Judgement(by=CASE_AUTHOR, likely=score, low=None, high=None)
    assert isinstance(judgement.likely, float)


def test_unknown_is_a_judgement_of_the_author() -> None:
    assert judgements("unknown") == (Judgement(by=CASE_AUTHOR, likely="unknown"),)
    assert judgements('"unknown"') == judgements("{likely: unknown}") == judgements("unknown")


def test_a_mapping_is_one_judgement_with_all_it_says() -> None:
    written = (
        "{by: ann, likely: 4, low: 3, high: 5, because: So., source: memo, at: p. 3, "
        "confidence: moderate, basis: inferred}"
    )
    expected = Judgement("ann", 4.0, 3.0, 5.0, "So.", "memo", "p. 3", "moderate", "inferred")
    assert judgements(written) == (expected,)


def test_what_a_judgement_leaves_out_is_empty() -> None:
    assert judgements("{low: 3, high: 5}") == (
        Judgement(CASE_AUTHOR, None, 3.0, 5.0, "", "", "", "", ""),
    )


def test_a_list_keeps_the_judgements_in_the_order_of_the_file() -> None:
    found = judgements("[{by: bob, likely: 4}, {low: 1, high: 2}, {by: ann, likely: unknown}]")
    assert [judgement.by for judgement in found] == ["bob", CASE_AUTHOR, "ann"]
    assert [judgement.likely for judgement in found] == [4.0, None, "unknown"]


def test_a_list_of_one_is_the_same_as_the_one() -> None:
    assert judgements("[{by: ann, likely: 4}]") == judgements("{by: ann, likely: 4}")
