"""Cases written to disk and the program run on them under a cap of memory and time."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hostile_cases import Texts

CAP = 512 << 20
WORKER = Path(__file__).with_name("hostile_worker.py")
FORMATS = ("table", "json", "csv", "markdown")
FINDINGS_FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")
# Anything that moves a cursor, changes a colour, turns text around or is not seen at all.
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True)
class Run:
    """What one run of the program gave."""

    arguments: tuple[str, ...]
    code: int
    crash: str
    out: str
    err: str
    seconds: float
    peak: int


def write_case(root: Path, texts: Texts) -> Path:
    """Write the files of a case; a path may be bytes, for names that are no text."""
    for folder in ("options", "weights"):
        (root / folder).mkdir(parents=True)
    for path, text in texts.items():
        name = path if isinstance(path, bytes) else os.fsencode(path)
        content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        with open(os.fsencode(root) + b"/" + name, "wb") as stream:  # noqa: PTH123 (bytes)
            stream.write(content)
    return root


def attack(
    folder: Path,
    cases: Mapping[str, Texts],
    commands: Sequence[Sequence[str]],
    environment: Mapping[str, str] | None = None,
) -> dict[str, list[Run]]:
    """Run commands on cases, all in one process.

    Args:
        folder: Where the cases are written.
        cases: Name to files.
        commands: The command lines to run on each, without `-C`.
        environment: Variables to set on top of a bare environment.

    Returns:
        Name to the runs, in the order of the commands.
    """
    jobs: list[list[str]] = []
    for number, texts in enumerate(cases.values()):
        root = write_case(folder / f"case-{number}", texts)
        jobs += [[command[0], "-C", str(root), *command[1:]] for command in commands]
    runs = iter(run_all(jobs, environment))
    shutil.rmtree(folder)  # some are large
    return {name: [next(runs) for _ in commands] for name in cases}


def run_all(jobs: Sequence[Sequence[str]], environment: Mapping[str, str] | None) -> list[Run]:
    """Run command lines in one capped process."""
    keep = ("PATH", "SYSTEMROOT", "TMPDIR", "HOME", "LD_LIBRARY_PATH")
    bare = {key: os.environ[key] for key in keep if key in os.environ}
    paths = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(WORKER), str(CAP)],
        input=json.dumps(jobs),
        env={**bare, "PYTHONPATH": paths, "COLUMNS": "100", **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = done.stdout.splitlines()
    assert len(lines) == len(jobs)
    return [Run(tuple(job), **json.loads(line)) for job, line in zip(jobs, lines, strict=True)]


def assert_unharmed(runs: Iterable[Run], codes: Iterable[int] = (0, 1, 2)) -> None:
    """The program answers in words that are safe to print, and with a code that it promises."""
    for run in runs:
        what = " ".join(run.arguments)
        assert not run.crash, f"{what}: {run.crash[-1500:]}"
        assert run.code in codes, f"{what}: {run.code}: {run.err[-1500:]}"
        said = run.out + run.err
        assert "Traceback (most recent call last)" not in said, what
        assert "fault of the program" not in said, what
        found = UNSAFE.search(said)
        assert not found, f"{what}: {said[max(found.start() - 60, 0) : found.end() + 60]!a}"
