"""Judgements given as distributions: what they are read as, and what a sampler is told of each."""

import pytest
from case_texts import ACT, case_of, changed

from policyscore.case.distributions import Distribution, distribution_of, form_of, share_beyond
from policyscore.case.judgement_words import as_in_file, distribution_words
from policyscore.case.options import Judgement

SCALE = (0.0, 10.0)


def judgement(written: str) -> Judgement:
    """What a score of trust in the option `act` is read as."""
    texts = changed(ACT, "trust: 4", f"trust: {written}")
    (found,) = case_of(texts).options["act"].scores["trust"]
    return found


def test_each_form_is_read_as_numbers() -> None:
    assert judgement("{normal: [4, 1]}") == Judgement(normal=(4.0, 1.0))
    assert judgement("{by: ann, beta: [2, 5], low: 0, high: 8}") == Judgement(
        "ann", low=0.0, high=8.0, beta=(2.0, 5.0)
    )
    assert judgement("{samples: [4, 1e0, 2.5]}") == Judgement(samples=(4.0, 1.0, 2.5))


@pytest.mark.parametrize(
    ("written", "kind", "parameters"),
    [
        ("4", "fixed", (4,)),
        ("{likely: 4, low: 4, high: 4}", "fixed", (4,)),
        ("{low: 3, high: 3}", "fixed", (3,)),
        ("unknown", "uniform", (0, 10)),
        ("{low: 3, high: 5}", "uniform", (3, 5)),
        ("{likely: 4, low: 3, high: 9}", "triangular", (3, 4, 9)),
        ("{likely: 3, low: 3, high: 9}", "triangular", (3, 3, 9)),
        ("{normal: [4, 2]}", "normal", (4, 2)),
        ("{beta: [2, 5], low: 1, high: 9}", "beta", (2, 5, 1, 9)),
        ("{samples: [11, 4, 4]}", "empirical", (11, 4, 4)),
    ],
)
def test_a_sampler_is_told_the_kind_and_its_parameters(
    written: str, kind: str, parameters: tuple[float, ...]
) -> None:
    found = distribution_of(judgement(written), SCALE)
    assert (found.kind, found.parameters, found.ends) == (kind, parameters, SCALE)


def test_beta_runs_from_0_to_1_unless_it_says_otherwise() -> None:
    found = distribution_of(Judgement(beta=(2.0, 5.0)), (0.0, 1.0))
    assert found == Distribution("beta", (2.0, 5.0, 0.0, 1.0), (0.0, 1.0))


def test_what_says_nothing_of_the_score_is_refused() -> None:
    with pytest.raises(ValueError, match="a judgement needs"):
        distribution_of(Judgement(low=1.0), SCALE)


def test_only_what_has_tails_can_lie_beyond_the_scale() -> None:
    shares = {
        written: share_beyond(distribution_of(judgement(written), SCALE))
        for written in ("4", "unknown", "{beta: [2, 5], low: 0, high: 10}", "{samples: [4, 11]}")
    }
    assert list(shares.values()) == [0, 0, 0, 0.5]
    normal = share_beyond(Distribution("normal", (5.0, 5.0), SCALE))
    assert normal == pytest.approx(0.31731050786291415, rel=1e-14)


@pytest.mark.parametrize(
    ("written", "words", "short"),
    [
        ("{normal: [4.5, 1]}", "normal 4.5 ± 1", "4.5 ± 1"),
        ("{beta: [2, 5], low: 0, high: 9}", "beta 2, 5 from 0 to 9", "2, 5 from 0 to 9"),
        ("{samples: [4, 1, 2]}", *["3 samples from 1 to 4, mean 2.33333"] * 2),
    ],
)
def test_a_distribution_reads_in_a_few_words(written: str, words: str, short: str) -> None:
    assert distribution_words(judgement(written)) == words
    assert distribution_words(judgement(written), named=False) == short
    assert written.startswith(f"{{{as_in_file(judgement(written))}")


def test_what_is_not_a_distribution_has_no_form() -> None:
    assert [form_of(judgement(w)) for w in ("4", "unknown", "{low: 3, high: 5}")] == [""] * 3
    assert as_in_file(judgement("{low: 3, high: 5}")) == ""
    assert distribution_words(Judgement(beta=(2.0, 5.0))) == "beta 2, 5"
