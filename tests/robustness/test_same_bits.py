"""The same bits for any number of workers, any executor and any chunk, and if a worker is lost."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from uncertain_cells import fixed_cells, mixed_cells, triangular_cells

from policyscore.analysis.robustness.draws.problem import PART
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.profile_weights import law_of_set
from policyscore.weighing.sets.admissible import Range, admissible

SAMPLES = 20_000
CASES: dict[str, Callable[[], Cells]] = {
    "every kind": mixed_cells,
    "many options": lambda: triangular_cells(40, 3),
    "ties": lambda: fixed_cells([[70.0, 20, 40], [70.0, 20, 40], [70.0, 20, 40], [20.0, 90, 35]]),
}


def fingerprint(found: Robustness) -> str:
    """A digest of every bit of the result."""
    content = json.dumps(asdict(found), default=lambda numbers: [x.hex() for x in numbers])
    return hashlib.sha256(content.encode()).hexdigest()


@cache
def alone(case: str) -> Robustness:
    return sample(CASES[case](), Amount(SAMPLES))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("chunk", [1, 3, 8])
def test_chunks_of_any_size(case: str, chunk: int) -> None:
    found = sample(CASES[case](), Amount(SAMPLES, chunk=chunk))
    assert found == alone(case)
    assert fingerprint(found) == fingerprint(alone(case))


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers(workers: int) -> None:
    found = sample(mixed_cells(), Amount(SAMPLES, workers=workers))
    assert fingerprint(found) == fingerprint(alone("every kind"))


def test_precision_stops_at_the_same_draw_with_an_executor() -> None:
    here = sample(mixed_cells(), Amount(precision=0.02))
    with ThreadPoolExecutor(3) as threads:
        there = sample(mixed_cells(), Amount(precision=0.02, executor=threads))
    assert fingerprint(here) == fingerprint(there)
    assert here.half_width < 0.02


def test_another_seed_gives_other_draws() -> None:
    other = sample(mixed_cells(), Amount(SAMPLES, seed=2))
    one = alone("every kind")
    assert other.seed == 2
    for a, b in zip(one.options, other.options, strict=True):
        assert list(a.acceptability) != list(b.acceptability)
        assert list(a.acceptability) == pytest.approx(
            list(b.acceptability), abs=2 * (one.half_width + other.half_width)
        )


class Losing(Executor):
    """Runs at once, and loses every second part."""

    def __init__(self) -> None:
        self.lost = 0
        self.asked = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.asked += 1
        future: Future[Any] = Future()
        if self.asked % 2:
            self.lost += 1
            future.set_exception(BrokenProcessPool("killed"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_lost_parts_are_drawn_again() -> None:
    losing = Losing()
    found = sample(mixed_cells(), Amount(SAMPLES, executor=losing))
    assert losing.lost > 1
    assert fingerprint(found) == fingerprint(alone("every kind"))


def test_an_executor_that_takes_nothing() -> None:
    closed = ThreadPoolExecutor(1)
    closed.shutdown()
    found = sample(mixed_cells(), Amount(SAMPLES, executor=closed))
    assert fingerprint(found) == fingerprint(alone("every kind"))


def test_a_worker_that_is_killed_half_way_loses_nothing() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        ticks: list[int] = []

        def tick(draws: int, _most: int, _width: float) -> None:
            if not ticks:
                pool.submit(os._exit, 1)
            ticks.append(draws)

        found = sample(mixed_cells(), Amount(SAMPLES, executor=pool, tick=tick))
    assert fingerprint(found) == fingerprint(alone("every kind"))
    assert ticks[-1] == SAMPLES
    assert ticks[0] == PART * 800


def test_bits_are_those_of_every_other_machine() -> None:
    # Every step is an exactly rounded operation, so these hold on any processor.
    found = sample(mixed_cells(), Amount(4_000))
    shares = [x.hex() for each in found.options for x in each.acceptability]
    weights = [
        x.hex()
        for each in found.options
        if each.central_weights is not None
        for x in each.central_weights.values()
    ]
    assert hashlib.sha256(" ".join(shares).encode()).hexdigest()[:16] == "935a2e597a3fffe1"
    assert hashlib.sha256(" ".join(weights).encode()).hexdigest()[:16] == "28ee2c07ae26bef2"


@pytest.mark.parametrize(
    ("order", "bits"),
    [((), "3ab60ff926d82153"), ((("a",), ("b", "c"), ("d",)), "20a1a7ef87bee321")],
)
def test_bits_of_walks_are_those_of_every_other_machine(
    order: tuple[tuple[str, ...], ...], bits: str
) -> None:
    names = "abcde"
    ranges: dict[str, Range] = {"a": (0.1, 0.4), "d": (0.03, None), "e": (None, 0.3)}
    law = law_of_set(
        admissible(list(names), ranges, order), {key: place for place, key in enumerate(names)}
    )
    dice = np.random.Generator(np.random.SFC64(1))
    drawn = law.draw(lambda count: dice.random((count, 3, 200)))
    assert hashlib.sha256(drawn.astype("<f8").tobytes()).hexdigest()[:16] == bits


KERNELS = ({"OPENBLAS_CORETYPE": "Nehalem"}, {"OPENBLAS_CORETYPE": "Haswell"})
PRINT = """
from test_same_bits import PRODUCTS, fingerprint, sample, Amount
print(*(fingerprint(sample(cells(), Amount(3_000))) for cells in PRODUCTS))
"""
PRODUCTS: tuple[Callable[[], Cells], ...] = (
    lambda: triangular_cells(5, 4),
    lambda: triangular_cells(40, 9),
)


def test_matrix_products_give_the_same_bits_with_the_kernels_of_other_processors() -> None:
    here = " ".join(fingerprint(sample(cells(), Amount(3_000))) for cells in PRODUCTS)
    for kernel in KERNELS:
        done = subprocess.run(
            (sys.executable, "-c", PRINT),
            env={**os.environ, **kernel, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == here.split()
