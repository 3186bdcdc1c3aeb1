"""Compares what is worked out exactly with draws from the same decision, field by field."""

import json
import re
from math import sqrt
from typing import Any

import numpy as np

from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.exact.paths import exact_or_drawn
from policyscore.analysis.robustness.results import OptionShares, Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check

SAMPLES = 16_000
_SPREAD = 5.0  # standard errors: thousands of numbers are compared


def exactly(cells: Cells, samples: int = SAMPLES) -> Robustness:
    """What is had exactly, with draws for the rest."""
    return exact_or_drawn(cells, Amount(samples, seed=3))


def agree(cells: Cells, *, per_draw: int = 1, samples: int = SAMPLES) -> Robustness:
    """Check that exact parts are what is drawn, within its error, and give the exact result.

    Args:
        cells: The decision.
        per_draw: How many draws depend on each other.
        samples: How many to draw.
    """
    found = exactly(cells, samples)
    drawn = sample(cells, Amount(samples, seed=7))
    free = max(drawn.samples, samples) // per_draw
    assert [each.option for each in found.options] == [each.option for each in drawn.options]
    for one, other in zip(found.options, drawn.options, strict=True):
        _agree_on_option(one, other, free, found)
    _agree_on_pairs(found, drawn, free)
    if "first" in found.exact_parts:
        assert abs(found.entropy - drawn.entropy) <= 0.1
    if found.exact:
        _is_whole(found)
        cuts = {(cut.option, cut.criterion, cut.by): cut.share for cut in found.cuts}
        seen = {(cut.option, cut.criterion, cut.by): cut.share for cut in drawn.cuts}
        for key in cuts.keys() | seen.keys():
            assert within(cuts.get(key, 0.0), seen.get(key, 0.0), free / 10)
    return found


def within(share: float, drawn: float, free: float) -> bool:
    """Whether a share of draws is what it should be, within its error."""
    return abs(share - drawn) <= _SPREAD * sqrt(share * (1 - share) / free) + _SPREAD / free


def _agree_on_option(one: OptionShares, other: OptionShares, free: int, found: Robustness) -> None:
    if "first" in found.exact_parts:
        assert within(one.first, other.first, free), (one.option, one.first, other.first)
    assert within(one.excluded, other.excluded, free)
    if one.expected_rank is None or other.expected_rank is None:
        assert min(1 - one.excluded, 1 - other.excluded) <= 5 / free
    else:
        count = len(one.acceptability)
        off = _SPREAD * count * sqrt(1 / (free * (1 - one.excluded)))
        assert abs(one.expected_rank - other.expected_rank) <= off
    if not found.exact:
        return
    assert one.first_error == one.expected_rank_error == one.holistic_error == 0
    assert not any(one.errors)
    assert one.first == one.acceptability[0]
    assert one.central_draws == 0
    for share, seen in zip(one.acceptability, other.acceptability, strict=True):
        assert within(share, seen, free)
    assert abs(one.entropy - other.entropy) <= 0.1
    assert abs(one.holistic - other.holistic) <= _SPREAD * 0.5 / sqrt(free)
    if one.first == 0 or other.first == 0:
        assert max(one.first, other.first) <= 10 / free
    if one.first == 0:
        assert one.central_weights is None
        assert one.confidence is None
    if one.central_weights is None or other.central_weights is None:
        return
    assert abs(sum(one.central_weights.values()) - 1) <= 1e-9
    off = _SPREAD * 0.5 / sqrt(free * min(one.first, other.first))
    for key, weight in one.central_weights.items():
        assert abs(weight - other.central_weights[key]) <= off
    assert one.confidence is not None


def _agree_on_pairs(found: Robustness, drawn: Robustness, free: int) -> None:
    assert (found.pairwise is None) == (drawn.pairwise is None)
    if found.pairwise is None or drawn.pairwise is None:
        return
    for option, row in found.pairwise.items():
        assert row.keys() == drawn.pairwise[option].keys()
        for other, share in row.items():
            assert within(share, drawn.pairwise[option][other], free), (option, other)


def _is_whole(found: Robustness) -> None:
    """Check that what must add up does."""
    taken = np.array([each.acceptability for each in found.options])
    out = np.array([each.excluded for each in found.options])
    np.testing.assert_allclose(taken.sum(axis=1) + out, 1.0, atol=1e-9)
    if not out.any():
        np.testing.assert_allclose(taken.sum(axis=0), 1.0, atol=1e-9)
    assert (found.samples, found.replicates, found.half_width) == (0, 0, 0.0)
    assert found.pairwise_half_width == 0
    for each in found.options:
        ranks = np.arange(1, len(taken) + 1)
        if each.expected_rank is not None:
            mean = np.array(each.acceptability) @ ranks / (1 - each.excluded)
            np.testing.assert_allclose(each.expected_rank, mean, atol=1e-6)


def shown(found: Robustness, option: str) -> list[float]:
    """The numbers of an option, but those of single criteria and other options."""
    each = found.of(option)
    missing = [number or 0.0 for number in (each.expected_rank, each.confidence)]
    return [each.first, each.excluded, each.holistic, each.entropy, *missing, *each.acceptability]


def decide(data: dict[str, Any]) -> Decision:
    """The decision of a case that is given as data: `header`, `options` and `weights`."""

    def text(content: object) -> str:
        return re.sub(r'"(\d+)":', r"\1:", json.dumps(content))

    files = Files()
    files.add(HEADER_FILE, text(data["header"]))
    for key, scores in data["options"].items():
        content = {"title": key.title(), "summary": f"What {key} means", "scores": scores}
        files.add(f"options/{key}.yaml", text(content))
    for key, stated in data["weights"].items():
        files.add(f"weights/{key}.yaml", text({"title": key.title(), **stated}))
    decision, findings = check(files)
    assert decision is not None, [f"{f.path}: {f.message}" for f in findings]
    return decision
