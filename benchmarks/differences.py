"""What `diff` costs beside ranking both sides: two profiles, and two versions with 200 edits."""

import random
import re
from pathlib import Path

from compare import Figure, compare
from measure import Command
from programs import policyscore
from start_up import CASE
from synthetic import write_case

FLOOR = "rank"
EDITS = 200
_LIKELY = re.compile(r"( +)likely: ")
_LOW = re.compile(r" +low: (\d+)$")


def between_profiles(runs: int) -> list[Figure]:
    """`diff` of two profiles of the case of this repository; the floor is one `rank` of it."""
    own = policyscore()
    commands = [Command(FLOOR, (*own, "rank"), CASE)]
    words = ("diff", "balanced", "deterrence-first")
    commands.append(Command("diff of two profiles", (*own, *words), CASE))
    return compare(commands, runs)


def between_versions(directory: Path, options: int, runs: int) -> list[Figure]:
    """`diff` of two versions of a synthetic case that differ in 200 scores; the floor is `rank`.

    Args:
        directory: Where the two versions go.
        options: How many options they have.
        runs: Turns.
    """
    old, new = directory / f"old-{options}", directory / f"new-{options}"
    for case in (old, new):
        if not case.exists():
            write_case(case, options)
    edit_scores(new, EDITS)
    own = policyscore()
    commands = [
        Command(FLOOR, (*own, "rank"), new),
        Command(f"diff of {EDITS} edits", (*own, "diff", str(old), str(new)), new),
    ]
    return compare(commands, runs)


def edit_scores(case: Path, edits: int) -> None:
    """Change one likely score in each of so many option files, the same ones every time."""
    dice = random.Random(edits)  # noqa: S311 (not for secrets)
    files = sorted((case / "options").iterdir())
    for file in dice.sample(files, min(edits, len(files))):
        lines = file.read_text("utf-8").splitlines()
        place = dice.choice([i for i, line in enumerate(lines) if _LIKELY.match(line)])
        indent = _LIKELY.match(lines[place])
        low = _LOW.match(lines[place - 1])  # with a range, the new score must stay inside it
        score = low[1] if low else "50"
        lines[place] = f"{indent[1] if indent else ''}likely: {score}"
        file.write_text("\n".join(lines) + "\n", "utf-8")
