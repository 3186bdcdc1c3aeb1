"""PS417 unused-source: sources that no stance and no judgement cites."""

from quality_cases import broken, files_of, place

from policyscore.reading.rules import UNUSED_SOURCE

SOURCES = {key: {"title": f"The {key}"} for key in ("cable", "memo", "poll")}
ANN = {"ann": {"title": "Ann"}}


def test_a_source_that_nothing_cites_is_reported_at_its_key() -> None:
    talk = {
        "stances": [{"expert": "ann", "stance": "doubts", "source": "memo"}],
        "scores": {"gain": [{"likely": 5}, {"by": "ann", "likely": 7, "source": "poll"}]},
    }
    options = {"wait": {"gain": 1}, "talk": talk}
    (found,) = broken(UNUSED_SOURCE, files_of(options, experts=ANN, sources=SOURCES))
    assert place(found) == ("policyscore.yaml", "cable")
    assert found.message == (
        "The cable (`cable`) is cited by no stance and no judgement of 2 options."
    )
    assert "delete it" in found.hint


def test_one_citation_by_a_stance_or_a_judgement_is_enough() -> None:
    wait = {"scores": {"gain": {"likely": 5, "source": "cable"}}}
    talk = {
        "stances": [{"expert": "ann", "stance": "doubts", "source": "memo"}],
        "scores": {"gain": {"likely": 5, "source": "poll"}},
    }
    files = files_of({"wait": wait, "talk": talk}, experts=ANN, sources=SOURCES)
    assert broken(UNUSED_SOURCE, files) == []
