"""What `dominance` computes, beside SciPy's `linprog` called anew: `dominance.py [--smoke]`.

CPU time in this process, imports not counted. `linprog` (HiGHS, too) is called for a sample of the
pairs or options, in turn with ours, and multiplied up to all of them.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from compare import median
from policyscore.analysis.admissible_sets import AdmissibleSet, Band, Leaf, Open, any_weights
from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.can_be_first import best_leads
from policyscore.analysis.dominance.leads import greatest_leads, regrets, relations
from policyscore.analysis.dominance.linear_constraints import Constraints, constraints

SIZES, SMOKE = ((38, 12), (200, 12), (1_000, 20)), ((20, 5),)


@dataclass(frozen=True, slots=True)
class Line:
    """A figure beside that of `linprog`.

    Attributes:
        what: What is computed.
        ours: Seconds of CPU time, the median of the turns.
        linprog: Seconds that `linprog` would take for all of it.
    """

    what: str
    ours: float
    linprog: float


def kinds(criteria: int) -> dict[str, AdmissibleSet]:
    """A set of weights of every kind."""
    keys = tuple(f"c{n}" for n in range(criteria))
    leaves = tuple(map(Leaf, keys))
    places = range(criteria)
    order = tuple(Band((n,), 0.0, 1.0) for n in places)
    ranges = tuple((Band((n,), 0.4 / criteria, 3 / criteria),) for n in places)
    both = tuple(Band((n,), 0.4 / criteria, (3 - n / criteria) / criteria) for n in places)
    return {
        "any weights": any_weights(keys),
        "an order": AdmissibleSet(keys, Open(leaves, (order,))),
        "ranges": AdmissibleSet(keys, Open(leaves, ranges)),
        "ranges along an order": AdmissibleSet(keys, Open(leaves, (both,))),
    }


def values(options: int, criteria: int) -> Floats:
    """Values that are the same at every run."""
    return np.random.default_rng(options).random((options, criteria)) * 100


def all_pairs(admissible: AdmissibleSet, table: Floats) -> None:
    """Preference between all pairs, and the regret of every option."""
    leads = greatest_leads(admissible, table, table)
    relations(leads)
    regrets(leads)


def first_places(admissible: AdmissibleSet, table: Floats) -> None:
    """Whether each option can be first, with the weights that are best for it."""
    list(best_leads(admissible, table, table, np.eye(len(table), dtype=bool)))


class Cold:
    """The same by `linprog`, each time from nothing, on rows made beforehand."""

    def __init__(self, written: Constraints) -> None:
        self.weights = written.weights
        unknowns = written.weights.shape[1]
        rows, sides, equations, totals = [], [], [], []
        for row in written.rows:
            line = np.zeros(unknowns)
            for unknown, coefficient in row.coefficients.items():
                line[unknown] += coefficient
            if row.low == row.high:
                equations.append(line)
                totals.append(row.low)
            elif np.isfinite(row.low):
                rows.append(-line)
                sides.append(-row.low)
            else:
                rows.append(line)
                sides.append(row.high)
        self.rows, self.sides = np.array(rows).reshape(-1, unknowns), np.array(sides)
        self.equations, self.totals = np.array(equations), np.array(totals)

    def pairs(self, table: Floats, pairs: list[list[int]]) -> None:
        """The greatest lead of one option over another, for each pair."""
        for a, b in pairs:
            costs = (table[b] - table[a]) @ self.weights
            self._solve(costs, self.rows, self.sides, self.equations)

    def firsts(self, table: Floats, options: list[int]) -> None:
        """As `first`, for each option."""
        for option in options:
            self.first(table, option)

    def first(self, table: Floats, option: int) -> None:
        """The largest least lead of an option over all others."""
        own = table @ self.weights
        leads = np.delete(own, option, axis=0) - own[option]
        rows = np.vstack(
            [
                np.column_stack([leads, np.ones(len(leads))]),
                np.column_stack([self.rows, np.zeros(len(self.rows))]),
            ]
        )
        sides = np.concatenate([np.zeros(len(leads)), self.sides])
        equations = np.column_stack([self.equations, np.zeros(len(self.equations))])
        self._solve(np.append(np.zeros(own.shape[1]), -1.0), rows, sides, equations)

    def _solve(self, costs: Floats, rows: Floats, sides: Floats, equations: Floats) -> None:
        bounds: list[tuple[int | None, None]] = [(0, None)] * self.weights.shape[1]
        if len(costs) > len(bounds):
            bounds.append((None, None))
        done = linprog(costs, rows, sides, equations, self.totals, bounds, method="highs")
        assert done.status == 0, done.message


def seconds(work: Callable[..., object], *given: object) -> float:
    """CPU time of one call."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def measure(options: int, criteria: int, turns: int, sample: int) -> list[Line]:
    """All kinds of sets at one size, ours and a sample of `linprog` in turn."""
    table, lines = values(options, criteria), []
    dice = random.Random(1)  # noqa: S311 (not for secrets)
    for kind, admissible in kinds(criteria).items():
        cold = Cold(constraints(admissible))
        ours: dict[str, list[float]] = {"pairs": [], "firsts": []}
        theirs: dict[str, list[float]] = {"pairs": [], "firsts": []}
        for _ in range(turns):
            ours["pairs"].append(seconds(all_pairs, admissible, table))
            pairs = [dice.sample(range(options), 2) for _ in range(sample)]
            took = seconds(cold.pairs, table, pairs)
            theirs["pairs"].append(took / sample * options * (options - 1))
            ours["firsts"].append(seconds(first_places, admissible, table))
            some = dice.sample(range(options), min(sample, options))
            took = seconds(cold.firsts, table, some)
            theirs["firsts"].append(took / len(some) * options)
        size = f"{options:,} × {criteria}"
        for what, name in (("pairs", "pairs and regret"), ("firsts", "first places")):
            line = Line(f"{size} | {kind} | {name}", median(ours[what]), median(theirs[what]))
            lines.append(line)
    return lines


def as_markdown(lines: list[Line]) -> str:
    """The figures as a table."""
    table = ["| options × criteria | weights | what | CPU s | linprog, CPU s | ratio |"]
    table.append("|---|---|---|---:|---:|---:|")
    for line in lines:
        ratio = line.linprog / max(line.ours, 1e-9)
        table.append(f"| {line.what} | {line.ours:.3g} | {line.linprog:.3g} | {ratio:,.0f} |")
    return "\n".join(table) + "\n"


def main() -> int:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(description="Measure what `dominance` computes.")
    parser.add_argument("--smoke", action="store_true", help="a quick look, for CI")
    smoke = parser.parse_args().smoke
    lines = []
    for options, criteria in SMOKE if smoke else SIZES:
        print(f"{options:,} options × {criteria} criteria ...", file=sys.stderr)
        lines += measure(options, criteria, *((1, 3) if smoke else (3, 15)))
    print(as_markdown(lines), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
