"""Ctrl-C held back while sums are added up."""

import signal
import threading

import pytest
from uncertain_cells import mixed_cells

from policyscore.analysis.robustness.draws.interrupts import uninterrupted
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.draws.tally import Tally


def test_an_interrupt_waits_for_the_end_of_the_block() -> None:
    done = []

    def run() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append("the rest of the block")

    with pytest.raises(KeyboardInterrupt):
        run()
    assert done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_an_interrupt_nothing_happens() -> None:
    with uninterrupted():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_other_threads_are_left_alone() -> None:
    seen = []

    def run() -> None:
        with uninterrupted():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


def test_counts_are_whole_if_the_interrupt_comes_while_they_are_added(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add, calls = Tally.add, []

    def interrupted(self: Tally, other: Tally) -> None:
        calls.append(other.draws)
        if len(calls) == 2:
            signal.raise_signal(signal.SIGINT)
        add(self, other)

    monkeypatch.setattr(Tally, "add", interrupted)
    found = sample(mixed_cells(), Amount(30_000))
    assert found.interrupted
    assert found.samples == sum(calls) == 12_800
    for rank in range(len(found.options)):
        taken = sum(each.acceptability[rank] for each in found.options)
        assert 0 <= taken <= 1 + 1e-12
    for each in found.options:
        assert sum(each.acceptability) + each.excluded == pytest.approx(1)
