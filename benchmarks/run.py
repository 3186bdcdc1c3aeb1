"""The benchmark: `python benchmarks/run.py`, with `--smoke` for a quick look.

It measures the policyscore that this interpreter imports. `docs/speed.md` says what and why.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from compare import median
from differences import between_profiles, between_versions
from measure import FailedError, environment
from programs import is_compiled
from results import Results, aims
from sizes import at_size, make_case
from start_up import start_up
from tables import as_markdown

_READER = Path(__file__).with_name("read_alone.py")


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure.

    Attributes:
        start_up: Runs of each command on the case of this repository.
        sizes: Number of option files to the runs of each command on so many.
        differences: Runs of `diff` between two versions, of the second of the sizes.
        reader: Rounds of the reader alone, on the second of the sizes.
    """

    start_up: int
    sizes: dict[int, int]
    differences: int
    reader: int


FULL = Plan(start_up=21, sizes={10: 11, 1_000: 7, 10_000: 3}, differences=7, reader=7)
SMOKE = Plan(start_up=3, sizes={10: 3, 100: 3}, differences=3, reader=3)


def measure(plan: Plan, directory: Path) -> Results:
    """Carry out a plan.

    Args:
        plan: How much to measure.
        directory: Where synthetic cases go.
    """
    print(f"Starting: {plan.start_up} runs ...", file=sys.stderr)
    results = Results(start_up(plan.start_up))
    if not is_compiled():
        results.notes.append(
            "policyscore's compiled files are missing and cannot be written, so every start-up "
            "figure holds the time to compile it, which a user does not pay."
        )
    for size, runs in plan.sizes.items():
        print(f"{size:,} files: {runs} runs ...", file=sys.stderr)
        figures, missing = at_size(make_case(directory, size), runs)
        results.sizes[size] = figures
        results.notes += [f"{name} is not installed, so not measured." for name in missing]
    print("Differences ...", file=sys.stderr)
    results.differences = between_profiles(plan.start_up)
    results.differences += between_versions(directory, list(plan.sizes)[1], plan.differences)
    results.notes = list(dict.fromkeys(results.notes))
    print("The reader alone ...", file=sys.stderr)
    results.reader = reader_alone(make_case(directory, list(plan.sizes)[1]), plan.reader)
    return results


def reader_alone(case: Path, rounds: int) -> tuple[float, float]:
    """Files a second of the reader and of CSafeLoader, each the median of the rounds."""
    argv = (sys.executable, str(_READER), str(case), str(rounds))
    done = subprocess.run(argv, env=environment(), capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return found["files"] / median(found["reader"]), found["files"] / median(found["loader"])


def as_json(results: Results) -> str:
    """The results for a program."""
    data = asdict(results)
    data["aims"] = [{**asdict(aim), "verdict": aim.verdict} for aim in aims(results)]
    return json.dumps({"schema": "policyscore-benchmark/1", **data}, indent=1) + "\n"


def main() -> int:
    """Run as the command line says; 1 if a command that is measured does not work."""
    parser = argparse.ArgumentParser(description="Measure policyscore; report beside its aims.")
    parser.add_argument("--smoke", action="store_true", help="few runs on few files, for CI")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the figures there")
    chosen = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as directory:
            results = measure(SMOKE if chosen.smoke else FULL, Path(directory))
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    print(as_markdown(results), end="")
    if chosen.json:
        chosen.json.write_text(as_json(results), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
