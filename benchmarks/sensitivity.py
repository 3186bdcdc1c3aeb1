"""What `sensitivity` costs, inner loops and the whole: `python benchmarks/sensitivity.py`.

Times are of one thread, the least of some rounds, without loading the case. The linear program is
measured beside SciPy's `linprog`, called anew for each rival, which gives the same distances.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from policyscore.analysis.sensitivity.nearest_weights import least_total_changes
from policyscore.analysis.sensitivity.rival_weights import field_of, rival_weights
from policyscore.analysis.sensitivity.table import Standing, Table, stand
from policyscore.analysis.sensitivity.weight_ends import weight_ends
from policyscore.analysis.sensitivity.weight_lines import stability_intervals
from policyscore.analysis.sensitivity.weight_ranges import weight_ranges
from policyscore.analysis.sensitivity.whole import analyse
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check


@dataclass(frozen=True, slots=True)
class Timing:
    """One line of the table: what was timed, the size, milliseconds and a remark."""

    name: str
    size: str
    milliseconds: float
    remark: str = ""


def made_case(options: int, criteria: int, experts: int = 8) -> Decision:
    """A case in memory in which a third of the scores are pooled of two judgements.

    Args:
        options: How many options.
        criteria: How many criteria, in groups of four.
        experts: How many experts there are.
    """
    dice = random.Random(options * 100 + criteria)  # noqa: S311 (not for secrets)
    keys = [f"criterion-{k}" for k in range(criteria)]
    lines = ["policyscore: 1", "title: Made", "baseline: option-0", "criteria:"]
    for start in range(0, criteria, 4):
        lines += [f"  group-{start}:", f"    title: Group {start}", "    criteria:"]
        for key in keys[start : start + 4]:
            scale = "{0: none, 50: some, 100: all}"
            curve = ", value: {0: 0, 50: 60, 100: 100}" if int(key[10:]) % 3 == 0 else ""
            lines.append(f"      {key}: {{title: {key}, better: higher, scale: {scale}{curve}}}")
    lines += ["experts:", *(f"  expert-{e}: {{title: Expert {e}}}" for e in range(experts))]
    files = Files()
    files.add(HEADER_FILE, "\n".join(lines) + "\n")
    points = ", ".join(f"{key}: {dice.randint(20, 100)}" for key in keys)
    files.add("weights/made.yaml", f"title: Made\npoints: {{{points}}}\n")
    for number in range(options):
        lines = [f"title: Option {number}", "scores:"]
        for key in keys:
            one, other = dice.sample(range(experts), 2)
            said = f"{{by: expert-{one}, likely: {dice.randint(5, 95)}}}"
            if dice.random() < 1 / 3:
                said = f"[{said}, {{by: expert-{other}, likely: {dice.randint(5, 95)}}}]"
            lines.append(f"  {key}: {said}")
        files.add(f"options/option-{number}.yaml", "\n".join(lines) + "\n")
    decision, findings = check(files)
    if decision is None:
        raise ValueError(findings[0].message)
    return decision


def made_standing(options: int, criteria: int) -> Standing:
    """Values at random and weights to match, without any files."""
    dice = np.random.default_rng(options + criteria)
    names = tuple(f"c{k}" for k in range(criteria))
    table = Table(
        tuple(f"o{k:05}" for k in range(options)),
        names,
        dice.uniform(0, 100, (options, criteria)),
        np.ones(options, dtype=bool),
    )
    weights = dice.dirichlet(np.ones(criteria))
    return stand(table, dict(zip(names, weights.tolist(), strict=True)))


def least(call: Callable[[], Any], rounds: int) -> float:
    """Milliseconds of the quickest of some rounds."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return min(found) * 1000


def intervals(options: int, criteria: int, rounds: int) -> list[Timing]:
    """Stability intervals alone, and with everybody who is first from weight 0 to 1."""
    standing = made_standing(options, criteria)
    weights = standing.weights
    size = f"{options} × {criteria}"
    to_one = np.eye(criteria)
    to_zero = np.where(to_one > 0, 0.0, weights) / (1 - weights)[:, None]

    def alone() -> None:
        values = standing.table.values
        stability_intervals(values @ to_zero.T, values @ to_one.T, weights, standing.leaders)

    decision = made_case(2, criteria)
    own = dict(zip(decision.case.criteria, weights.tolist(), strict=True))
    ends = weight_ends(decision.case.header.criteria, own)
    return [
        Timing("stability intervals of every weight", size, least(alone, rounds), "aim 1 ms"),
        Timing(
            "the same, groups too, with all break points and orders",
            size,
            least(lambda: weight_ranges(standing, ends), max(rounds // 10, 1)),
        ),
        Timing(
            "nearest weights to come level, every rival",
            size,
            least(lambda: least_total_changes(field_of(standing).ahead, weights), rounds),
        ),
    ]


def programs(options: int, criteria: int) -> list[Timing]:
    """The nearest weights under which each rival wins: one warm model beside `linprog` anew."""
    from scipy.optimize import linprog  # noqa: PLC0415 (not part of policyscore)

    standing = made_standing(options, criteria)
    field = field_of(standing)
    size = f"{options} × {criteria}"
    own = least(lambda: rival_weights(field), 1)
    n = criteria
    gaps = -(field.ahead @ standing.weights)
    rows = np.hstack([field.ahead, -field.ahead])
    sums = np.concatenate([np.ones(n), -np.ones(n)])[None, :]
    bounds = [(0.0, 1.0)] * n + [(0.0, float(w)) for w in standing.weights]
    few = range(0, len(field.ahead), max(len(field.ahead) // 20, 1))

    def anew() -> None:
        for k in few:
            others = np.vstack([rows - rows[k], -rows[k]])
            limits = np.concatenate([gaps - gaps[k], [-gaps[k]]])
            linprog(np.ones(2 * n), others, limits, sums, [0.0], bounds=bounds)

    peer = least(anew, 1) / len(few) * len(field.ahead)
    return [
        Timing("nearest winning weights of every rival", size, own, "one model kept warm"),
        Timing("the same by `linprog`, each anew", size, peer, f"{peer / own:.0f} times as long"),
    ]


def whole(options: int, criteria: int, aim: str) -> Timing:
    """The whole analysis of a case."""
    decision = made_case(options, criteria)
    valued = decision.valued
    took = least(lambda: analyse(decision.case, valued, decision.weights, "made"), 2)
    return Timing("the whole of `sensitivity`", f"{options} × {criteria}", took, aim)


def main() -> int:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(description="Measure what sensitivity costs.")
    parser.add_argument("--smoke", action="store_true", help="small sizes, for CI")
    smoke = parser.parse_args().smoke
    timings = intervals(1_000, 20, 20 if smoke else 200)
    timings += programs(*((30, 6) if smoke else (200, 12)))
    timings.append(whole(200, 12, "aim 1 s") if not smoke else whole(20, 6, ""))
    if not smoke:
        timings += [whole(1_000, 20, ""), whole(2_000, 60, "the largest that need answer")]
    print("| what | size | ms | |\n|---|---|---:|---|")
    for timing in timings:
        print(f"| {timing.name} | {timing.size} | {timing.milliseconds:,.2f} | {timing.remark} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
