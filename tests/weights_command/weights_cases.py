"""A small case in which profiles are tried, and the command run on it as a user runs it."""

import io
import json
import os
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from policyscore.case.directory import Files
from policyscore.cli.app import run
from policyscore.decision import Decision, check
from policyscore.scoring.weight_table import WeightTable, weight_table

HEADER = """\
policyscore: 1
title: An incident
baseline: wait
default-profile: p
criteria:
  security:
    title: Security
    criteria:
      escalation:
        title: Escalation
        better: lower
        scale: {0: none, 50: expulsions, 100: a clash}
        value: {0: 100, 50: 40, 100: 0}
      deterrence: {title: Deterrence, better: higher, scale: {0: excused, 50: a price, 100: feared}}
  home:
    title: At home
    criteria:
      purse:
        title: Purse
        criteria:
          cost: {title: Cost, better: lower, unit: euros, scale: {0: free, 1000: ruin}}
      support: {title: Support, better: higher, scale: {0: nobody, 100: everybody}}
  speed: {title: Speed, better: higher, scale: {-10: years late, 10: days early}}
"""
LEAVES = ("escalation", "deterrence", "cost", "support", "speed")
OPTION = "title: Wait\nscores: {escalation: 50, deterrence: 50, cost: 500, support: 50, speed: 0}\n"
SWING = "title: Plain\nswing: {escalation: 80, deterrence: 60, cost: 20, support: 30, speed: 10}\n"
TOP_DOWN = """\
title: Top-down
points: {security: 3, home: 0, speed: 1}
within:
  security: {swing: {escalation: 100, deterrence: 50}}
  home: {points: {purse: 1, support: 3}}
"""
PAIRS = """\
title: Pairs
by: The desk
because: It was asked so.
pairwise: {security over home: 3, home over speed: 3, speed over security: 2}
within:
  security: {pairwise: {escalation over deterrence: 2}}
  home: {order: [support, purse], formula: rank-sum}
"""


def case_texts(
    profiles: Mapping[str, str], header: str = HEADER, option: str = OPTION
) -> dict[str, str]:
    """The files of a case, by path."""
    texts = {"policyscore.yaml": header, "options/wait.yaml": option}
    return texts | {f"weights/{key}.yaml": text for key, text in profiles.items()}


def decision_of(
    profiles: Mapping[str, str], header: str = HEADER, option: str = OPTION
) -> Decision:
    """A case of these profiles, loaded."""
    texts = case_texts(profiles, header, option)
    decision, findings = check(Files(texts=texts, present=set(texts)))
    assert decision is not None, [(f.path, f.message) for f in findings]
    return decision


def table_of(profile: str, header: str = HEADER, option: str = OPTION) -> WeightTable:
    """What is to be known of one profile's weights."""
    decision = decision_of({"p": profile}, header, option)
    return weight_table(decision.case, "p", decision.profiles, decision.weights["p"])


def write_case(
    directory: Path, profiles: Mapping[str, str], header: str = HEADER, option: str = OPTION
) -> Path:
    """The files of a case in a directory."""
    for path, text in case_texts(profiles, header, option).items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text, "utf-8")
    return directory


class Run(NamedTuple):
    """What a run of the program gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def profile(self) -> Any:
        """The first profile in it."""
        return self.data["profiles"][0]


def weights(
    directory: Path,
    *arguments: str | Path,
    columns: int = 80,
    encoding: str = "utf-8",
    colour: bool = False,
) -> Run:
    """Run `policyscore weights` in a directory."""
    out, err = io.BytesIO(), io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding=encoding, newline="\n")
    stderr = io.TextIOWrapper(err, encoding="utf-8", newline="\n")
    environment = {"COLUMNS": str(columns), "TERM": "xterm-256color"}
    environment |= {"FORCE_COLOR": "1"} if colour else {}
    with (
        mock.patch.dict(os.environ, environment, clear=True),
        mock.patch.object(sys, "stdout", stdout),
        mock.patch.object(sys, "stderr", stderr),
        chdir(directory),
    ):
        code = run(["weights", *map(str, arguments)])
    stdout.detach()
    stderr.detach()
    return Run(code, out.getvalue().decode(encoding), err.getvalue().decode("utf-8"))
