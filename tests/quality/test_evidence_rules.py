"""PS405 no-stance, PS406 author-alone, PS407 no-reason, PS408 no-locator."""

from typing import Any

import pytest
from quality_cases import broken, files_of, place

from policyscore.case.directory import Files
from policyscore.reading.rules import AUTHOR_ALONE, NO_LOCATOR, NO_REASON, NO_STANCE

EXPERTS = {"ann": {"title": "Ann of the desk"}, "bob": {"title": "Bob"}}
SOURCES = {"cable": {"title": "A cable"}}
WAIT = {"gain": {"likely": 5, "because": "Nothing changes."}}
AT = {"source": "cable", "at": "p2"}


def case_with(talk: dict[str, Any], **header: Any) -> Files:
    """A case with a baseline that breaks no rule and one other option."""
    return files_of({"wait": {"scores": WAIT}, "talk": talk}, **{"experts": EXPERTS, **header})


def scored(*judgements: dict[str, Any]) -> dict[str, Any]:
    return {"gain": list(judgements)}


def test_an_option_without_a_stance_is_reported_at_its_title() -> None:
    (found,) = broken(NO_STANCE, case_with({"scores": WAIT}))
    assert place(found) == ("options/talk.yaml", "title")
    assert found.message == "No expert (2 in the case) takes a stance on Talk."
    assert "`stances`" in found.hint


def test_a_stance_of_the_author_is_nobodys() -> None:
    stances = [{"expert": "case-author", "stance": "recommends"}]
    (found,) = broken(NO_STANCE, case_with({"stances": stances, "scores": WAIT}))
    assert place(found) == ("options/talk.yaml", "stances")


def test_any_stance_of_an_expert_will_do() -> None:
    stances = [{"expert": "ann", "stance": "mentions"}]
    assert broken(NO_STANCE, case_with({"stances": stances, "scores": WAIT})) == []


@pytest.mark.parametrize("rule", [NO_STANCE, AUTHOR_ALONE])
@pytest.mark.parametrize("experts", [{}, {"case-author": {"title": "The author"}}])
def test_a_case_without_other_experts_is_not_asked_for_them(rule: Any, experts: Any) -> None:
    assert broken(rule, case_with({"scores": WAIT}, experts=experts)) == []


def test_an_option_judged_by_its_author_alone_is_reported_at_its_scores() -> None:
    own = scored({"likely": 5}, {"by": "ann", "likely": 6})
    assert broken(AUTHOR_ALONE, case_with({"scores": own})) == []
    alone = {"scores": {"gain": {"by": "case-author", "likely": 5}}}
    (found,) = broken(AUTHOR_ALONE, case_with(alone))
    assert place(found) == ("options/talk.yaml", "scores")
    assert found.message == "Nobody but the case's author judges Talk (1 judgement)."


def test_a_bare_number_is_the_authors_judgement() -> None:
    options = {"wait": {"gain": 1, "lead": 2}, "talk": {"gain": 3, "lead": 4}}
    (found,) = broken(AUTHOR_ALONE, files_of(options, experts=EXPERTS))
    assert found.message == "Nobody but the case's author judges Talk (2 judgements)."


def test_judgements_without_reason_are_counted_and_named_at_the_first() -> None:
    scores = {
        "gain": {"likely": 5, "because": "It pays."},
        "lead": 7,
        "home-front": "unknown",
        "cost": [{"by": "ann", "likely": 1}, {"by": "bob", "likely": 2, "because": "It is dear."}],
    }
    wait = {key: {"likely": 1, "because": "So it is."} for key in scores}
    (found,) = broken(NO_REASON, files_of({"wait": wait, "talk": scores}, experts=EXPERTS))
    assert place(found) == ("options/talk.yaml", "lead")
    assert found.message == ("3 of 5 judgements of Talk give no reason: Lead, Home front and Cost.")
    assert "`because:`" in found.hint


def test_one_of_several_judgements_is_marked_where_it_stands() -> None:
    several = scored({"by": "ann", "likely": 1, "because": "Why not."}, {"by": "bob", "likely": 2})
    (found,) = broken(NO_REASON, case_with({"scores": several}))
    assert place(found) == ("options/talk.yaml", "by")
    assert found.excerpt.strip() == "- by: bob"
    assert "1 of 2 judgements of Talk gives no reason: Gain." in found.message


def test_a_reason_for_every_judgement_is_enough_for_unknown_ones_too() -> None:
    unknown = {"gain": {"likely": "unknown", "because": "Nobody was asked."}}
    assert broken(NO_REASON, case_with({"scores": unknown})) == []


@pytest.mark.parametrize("missing", ["source", "at"])
def test_judgements_and_stances_of_others_need_the_source_and_the_place(missing: str) -> None:
    half = {key: value for key, value in AT.items() if key != missing}
    talk = {
        "stances": [
            {"expert": "bob", "stance": "opposes", **AT},
            {"expert": "ann", "stance": "mentions", **half},
        ],
        "scores": scored({"by": "ann", "likely": 1, **AT}, {"by": "bob", "likely": 2, **half}),
    }
    (found,) = broken(NO_LOCATOR, case_with(talk, sources=SOURCES))
    assert found.path == "options/talk.yaml"
    assert found.excerpt.strip() == "- expert: ann"
    assert found.message == (
        "1 stance and 1 judgement of others on Talk lack the source or the place in it: the stance "
        "of Ann of the desk and Gain."
    )


def test_a_lone_judgement_without_a_place_is_marked_at_its_criterion() -> None:
    talk = {"scores": {"gain": {"by": "ann", "likely": 1}}}
    (found,) = broken(NO_LOCATOR, case_with(talk, sources=SOURCES))
    assert place(found) == ("options/talk.yaml", "gain")
    assert "1 judgement of others on Talk lacks the source" in found.message


def test_the_authors_own_words_need_no_place() -> None:
    talk = {
        "stances": [{"expert": "case-author", "stance": "doubts"}],
        "scores": scored({"likely": 1}, {"by": "ann", "likely": 1, **AT}),
    }
    assert broken(NO_LOCATOR, case_with(talk, sources=SOURCES)) == []


def test_a_case_without_sources_is_not_asked_for_places() -> None:
    assert broken(NO_LOCATOR, case_with({"scores": {"gain": {"by": "ann", "likely": 1}}})) == []


def test_the_baseline_needs_no_stance_but_reasons_and_places() -> None:
    wait = {"scores": {"gain": {"by": "ann", "likely": 1}}}
    files = files_of({"wait": wait}, experts=EXPERTS, sources=SOURCES)
    assert broken(NO_STANCE, files) == []
    assert broken(AUTHOR_ALONE, files_of({"wait": {"gain": 1}}, experts=EXPERTS)) == []
    assert len(broken(NO_REASON, files)) == len(broken(NO_LOCATOR, files)) == 1
