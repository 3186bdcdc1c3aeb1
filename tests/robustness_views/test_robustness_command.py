"""The command `robustness`, run as a user runs it, on a small case."""

import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest
from robustness_scenes import BRIDGE

from policyscore.analysis.robustness import study
from policyscore.analysis.robustness.processes import dask_cluster
from policyscore.cli import progress
from policyscore.cli.app import run
from policyscore.views.robustness import as_json


@dataclass(frozen=True)
class Ran:
    """What a run of the program gave."""

    code: int
    out: str
    err: str


def robustness(*arguments: str, cwd: Path = BRIDGE) -> Ran:
    """Run the command in this process."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2)]
    with (
        mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"}),
        chdir(cwd),
        mock.patch.object(sys, "stdout", streams[0]),
        mock.patch.object(sys, "stderr", streams[1]),
    ):
        code = run(["robustness", *arguments])
    texts = []
    for stream in streams:
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return Ran(code, *texts)


def data_of(*arguments: str) -> dict[str, object]:
    """The payload of a run that is fine."""
    ran = robustness("--format", "json", "--samples", "4000", *arguments)
    assert (ran.code, ran.err) == (0, "")
    payload: dict[str, object] = json.loads(ran.out)
    return payload


@pytest.mark.parametrize("weights", ["fixed", "admissible", "near", "any", "profiles"])
def test_every_kind_of_weights_gives_a_whole_result(weights: str) -> None:
    data = data_of("--weights", weights)
    assert data["weights"] == weights
    options = data["options"]
    assert isinstance(options, list)
    assert len(options) == 7
    for option in options:
        assert sum(option["acceptability"]) + option["excluded"] == pytest.approx(1)
    assert sum(option["acceptability"][0] for option in options) == pytest.approx(1)


def test_the_seed_decides_and_is_told() -> None:
    first, again, other = (data_of("--weights", "any", "--seed", seed) for seed in "112")
    assert first == again
    assert first["seed"] == 1
    assert other["seed"] == 2
    assert first["options"] != other["options"]


def test_workers_change_nothing() -> None:
    here = data_of("--weights", "any", "--samples", "16000")
    assert data_of("--weights", "any", "--samples", "16000", "--workers", "2") == here


def test_a_precision_is_kept() -> None:
    ran = robustness("--weights", "any", "--precision", "0.02", "-f", "json")
    data = json.loads(ran.out)
    assert data["half_width"] < 0.02
    assert data["samples"] < 1_000_000


def test_experts_together_differ_from_experts_apart() -> None:
    apart, together = data_of(), data_of("--experts", "together")
    assert (apart["experts"], together["experts"]) == ("apart", "together")
    assert apart["options"] != together["options"]


def test_pert_is_narrower_than_triangular() -> None:
    assert data_of("--pert")["pert"] is True
    assert data_of("--pert")["options"] != data_of()["options"]


def test_a_profile_can_be_a_file_from_elsewhere(tmp_path: Path) -> None:
    text = (BRIDGE / "weights" / "treasurer.yaml").read_text("utf-8")
    (tmp_path / "mine.yaml").write_text(text, "utf-8")
    mine = data_of("--profile", str(tmp_path / "mine.yaml"))
    assert mine["options"] == data_of("--profile", "treasurer")["options"]
    assert mine["profile"] == {"id": "mine", "title": "Treasurer first"}


def test_the_table_begins_with_the_answer_and_says_what_it_rests_on() -> None:
    ran = robustness("--samples", "4000")
    assert ran.code == 0
    assert " of all futures considered" in ran.out
    assert "Uncertain: 29 of 35 scores" in ran.out
    assert "Sampled: 4,000 draws from seed 1" in ran.out


@pytest.mark.parametrize("form", ["csv", "markdown", "table"])
def test_each_form_can_go_to_a_file(form: str, tmp_path: Path) -> None:
    ran = robustness("--samples", "800", "-f", form, "-o", str(tmp_path / "out"))
    assert (ran.code, ran.out) == (0, "")
    assert "Close it now" in (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--seed", "-1"),
        ("--seed", "9" * 5000),
        ("--samples", "0"),
        ("--samples", "1e5"),
        ("--samples", "9" * 5000),
        ("--precision", "0"),
        ("--precision", "nan"),
        ("--precision", "1"),
        ("--workers", "0"),
        ("--weights", "all"),
        ("--experts", "none"),
        ("--weights", "near", "--concentration", "0"),
        ("--weights", "near", "--concentration", "inf"),
        ("--concentration", "20"),
        ("--weights", "any", "--profile", "treasurer"),
        ("--profile", "nobody"),
        ("--dask", "tcp://127.0.0.1:8786", "--workers", "2"),
        ("--dask", ""),
        ("--dask", "\x1b[31mnowhere"),
        ("--dask", "http://example.org"),
        ("--dask", "tcp://127.0.0.1:99999"),
        ("--dask", "x" * 100_000),
    ],
)
def test_wrong_usage_is_said_in_words(arguments: tuple[str, ...]) -> None:
    ran = robustness(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("policyscore: ")
    assert ran.err.count("\n") <= 2  # the message, and where there is help
    assert len(ran.err) < 1_000
    assert "\x1b" not in ran.err
    assert "fault of the program" not in ran.err


def test_an_interrupt_shows_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = mock.Mock(side_effect=KeyboardInterrupt)
    monkeypatch.setattr(progress.ProgressBar, "__call__", stop)
    ran = robustness("--weights", "any", "--samples", "1000000", "-f", "json")
    assert ran.code == 130
    data = json.loads(ran.out)
    assert data["interrupted"] is True
    assert 0 < data["samples"] < 1_000_000
    assert 0 < data["half_width"] < 1
    assert ran.err == "policyscore: Interrupted.\n"


def test_profiles_that_are_groups_are_not_drawn_beside_their_members(tmp_path: Path) -> None:
    case = tmp_path / "bridge"
    shutil.copytree(BRIDGE, case)
    alone = data_of("--weights", "profiles")
    group = "title: Both\ngroup:\n  of: {treasurer: 1, fire-brigade: 1}\n"
    (case / "weights" / "both.yaml").write_text(group, "utf-8")
    assert data_of("--weights", "profiles", "-C", str(case)) == alone
    assert alone["profiles"] == 3


def test_a_case_without_profiles_can_be_asked_about_any_weights(tmp_path: Path) -> None:
    case = tmp_path / "bridge"
    shutil.copytree(BRIDGE, case)
    shutil.rmtree(case / "weights")
    header = (case / "policyscore.yaml").read_text("utf-8")
    header = header.replace("default-profile: everyone\n", "")
    (case / "policyscore.yaml").write_text(header, "utf-8")
    bare, whole = data_of("--weights", "any", "-C", str(case)), data_of("--weights", "any")
    assert bare.pop("profile_camps") is None
    assert whole.pop("profile_camps") is not None
    assert bare == whole
    ran = robustness("--weights", "profiles", "-C", str(case))
    assert ran.code == 2
    assert "The case has no profiles to draw from." in ran.err


def test_the_progress_bar_is_moved_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    bar = mock.Mock()
    monkeypatch.setattr(progress.ProgressBar, "__call__", bar)
    assert robustness("--weights", "any", "--samples", "16000").code == 0
    seen = [call.args for call in bar.call_args_list]
    assert len(seen) > 1
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


class Cluster(ThreadPoolExecutor):
    """Stands for a cluster that draws as it should, or is given up."""

    threads = 2

    def __init__(self, trouble: str | None) -> None:
        super().__init__(2)
        self.trouble = trouble


@pytest.mark.parametrize("trouble", [None, "has no workers left"])
def test_a_cluster_gives_the_same_result_and_its_loss_is_told(
    trouble: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    @contextmanager
    def cluster(address: str) -> Iterator[Cluster]:
        asked.append(address)
        with Cluster(trouble) as executor:
            yield executor

    monkeypatch.setattr(dask_cluster, "dask_executor", cluster)
    options = ("--weights", "any", "--samples", "16000", "-f", "json")
    here, there = robustness(*options), robustness(*options, "--dask", "tcp://127.0.0.1:8786")
    assert asked == ["tcp://127.0.0.1:8786"]
    assert (there.code, there.out) == (0, here.out)
    said = "The Dask cluster has no workers left; the rest was drawn here, with the same result.\n"
    assert there.err == (said if trouble else "")


def test_a_cluster_that_cannot_be_used_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    error = dask_cluster.ClusterError("Nothing answers at tcp://127.0.0.1:8786.")
    monkeypatch.setattr(dask_cluster, "dask_executor", mock.Mock(side_effect=error))
    ran = robustness("--dask", "tcp://127.0.0.1:8786")
    assert (ran.code, ran.out) == (2, "")
    assert "Nothing answers at tcp://127.0.0.1:8786." in ran.err


def test_an_interrupt_after_the_draws_shows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study, "losing_futures", mock.Mock(side_effect=KeyboardInterrupt))
    ran = robustness("--samples", "4000")
    assert ran.code == 130
    assert ran.err == "policyscore: Interrupted.\n"
    assert "Sampled: 4,000 draws from seed 1" in ran.out
    assert "What the futures have in common" not in ran.out
    assert "What each profile puts first" in ran.out
    assert "stopped before all was said" in " ".join(ran.out.split())


def test_an_interrupt_before_anything_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study, "robustness", mock.Mock(side_effect=KeyboardInterrupt))
    assert robustness() == Ran(130, "", "policyscore: Interrupted.\n")


def test_an_interrupt_while_it_is_written_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_json, "robustness_data", mock.Mock(side_effect=KeyboardInterrupt))
    out = tmp_path / "out.json"
    ran = robustness("--samples", "800", "-f", "json", "-o", str(out))
    assert ran == Ran(130, "", "policyscore: Interrupted.\n")
    assert list(tmp_path.iterdir()) == []


def test_the_parts_of_the_study_are_in_every_form() -> None:
    shown = robustness("--samples", "4000").out
    for heading in ("What the futures have in common", "What each profile puts first"):
        assert heading in shown
        assert heading in robustness("--samples", "4000", "-f", "markdown").out
    data = data_of()
    assert data["losing_futures"]
    assert data["profile_camps"]
    assert data["expert_camps"]


def test_the_payload_has_every_key_of_the_design() -> None:
    data = data_of()
    promised = {"schema", "exact", "samples", "seed", "half_width", "options", "pairwise"}
    assert promised <= set(data)
    options = data["options"]
    assert isinstance(options, list)
    assert {
        *("option", "acceptability", "central_weights", "confidence", "expected_rank"),
        *("first", "first_error", "central_draws"),
    } <= set(options[0])


def test_only_the_first_options_are_listed_on_request() -> None:
    few = data_of("--top", "2")
    every = data_of()
    assert few["options"] == every["options"][:2]  # type: ignore[index]
    assert few["pairwise"] == every["pairwise"]
    for form in ("table", "markdown"):
        ran = robustness("--top", "2", "--samples", "4000", "--format", form)
        assert (ran.code, ran.err) == (0, "")
        assert "Not shown: 5 more." in ran.out
        assert "Not shown" not in robustness("--samples", "4000", "--format", form).out
    rows = robustness("--top", "2", "--samples", "4000", "--format", "csv").out.splitlines()
    assert len(rows) == 3


def test_a_number_of_options_that_is_none_is_refused() -> None:
    ran = robustness("--top", "0")
    assert ran.code == 2
    assert "--top" in ran.err
