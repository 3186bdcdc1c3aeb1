"""Published figures of stochastic multicriteria acceptability analysis, drawn again.

The thrombolytics example: van Valkenhoef, Tervonen, Zhao, de Brock, Hillege & Postmus (2012),
"Multicriteria benefit-risk assessment using network meta-analysis", *Journal of Clinical
Epidemiology* 65(4):394-403; its figures, from 10,000 draws, are those of the R package `smaa`.
Published shares are off by 0.005 (one standard error) themselves.
"""

import pytest
from uncertain_cells import cells_of_shapes, fixed_cells

from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import Beta, Shape
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights, Law, OrderedWeights

PUBLISHED = 0.03
CRITERIA = ("proximal", "distal", "bleeding")
BEST_TO_WORST = ((0.0, 0.25), (0.15, 0.4), (0.0, 0.1))  # fewer is better; not cut at the ends
HEPARIN, ENOXAPARIN = ((20, 116), (40, 96), (1, 135)), ((8, 121), (32, 97), (5, 124))


def thrombolytics(law: Law) -> Cells:
    scales = tuple(
        Scale(
            key,
            0.0,
            1.0,
            ((0.0, 100 * worst / (worst - best)), (1.0, 100 * (worst - 1) / (worst - best))),
        )
        for key, (best, worst) in zip(CRITERIA, BEST_TO_WORST, strict=True)
    )
    rows: list[list[Shape]] = [
        [Beta(a, b) for a, b in treatment] for treatment in (HEPARIN, ENOXAPARIN)
    ]
    return cells_of_shapes(rows, law, scales)


@pytest.fixture(scope="module")
def no_preference() -> Robustness:
    return sample(thrombolytics(AnyWeights(3)), Amount(100_000))


@pytest.fixture(scope="module")
def ordinal() -> Robustness:
    return sample(thrombolytics(OrderedWeights(((0,), (2,), (1,)))), Amount(100_000))


def test_thrombolytics_without_preferences(no_preference: Robustness) -> None:
    heparin, enoxaparin = no_preference.options
    assert list(heparin.acceptability) == pytest.approx([0.3504, 0.6496], abs=PUBLISHED)
    assert list(enoxaparin.acceptability) == pytest.approx([0.6496, 0.3504], abs=PUBLISHED)
    assert heparin.central_weights is not None
    assert enoxaparin.central_weights is not None
    assert list(heparin.central_weights.values()) == pytest.approx(
        [0.1865, 0.2772, 0.5363], abs=PUBLISHED
    )
    assert list(enoxaparin.central_weights.values()) == pytest.approx(
        [0.4073, 0.3641, 0.2285], abs=PUBLISHED
    )
    assert [heparin.confidence, enoxaparin.confidence] == pytest.approx(
        [0.6682, 0.8956], abs=PUBLISHED
    )
    assert no_preference.pairwise is not None
    assert no_preference.pairwise["o0"]["o1"] == pytest.approx(0.3504, abs=PUBLISHED)
    assert no_preference.entropy == pytest.approx(0.9344, abs=PUBLISHED)


def test_thrombolytics_closer_than_ten_thousand_draws_can_be(no_preference: Robustness) -> None:
    # 400,000 plain draws with NumPy gave these; their standard error is 0.00075.
    first = [option.acceptability[0] for option in no_preference.options]
    assert first == pytest.approx([0.342725, 0.657275], abs=no_preference.half_width + 0.003)
    assert no_preference.half_width < 0.01


def test_thrombolytics_with_an_order(ordinal: Robustness) -> None:
    heparin, enoxaparin = ordinal.options
    assert list(heparin.acceptability) == pytest.approx([0.1369, 0.8631], abs=PUBLISHED)
    assert heparin.central_weights is not None
    assert enoxaparin.central_weights is not None
    assert list(heparin.central_weights.values()) == pytest.approx(
        [0.524, 0.1213, 0.3547], abs=PUBLISHED
    )
    assert list(enoxaparin.central_weights.values()) == pytest.approx(
        [0.6229, 0.1103, 0.2668], abs=PUBLISHED
    )
    assert [heparin.confidence, enoxaparin.confidence] == pytest.approx(
        [0.1914, 0.9174], abs=PUBLISHED
    )


def test_the_simplex_of_three_weights_whose_shares_are_known() -> None:
    # D is best where all weights are below 0.4: 1 - 3 * 0.6**2 + 3 * 0.2**2 of the triangle.
    # Normalised uniform numbers, a common mistake, would give it 0.125 instead of 0.04.
    scores: list[list[float]] = [
        [100.0, 0, 0],
        [0, 100, 0],
        [0, 0, 100],
        [40, 40, 40],
        [30, 30, 30],
    ]
    found = sample(fixed_cells(scores), Amount(100_000))
    first = [option.acceptability[0] for option in found.options]
    assert first == pytest.approx([0.32, 0.32, 0.32, 0.04, 0.0], abs=0.004)
    assert found.options[4].central_weights is None
    assert found.options[4].confidence is None
    central = found.options[3].central_weights
    assert central is not None
    assert list(central.values()) == pytest.approx([1 / 3] * 3, abs=0.01)
    assert [option.confidence for option in found.options[:4]] == [1.0] * 4
