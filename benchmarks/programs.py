"""The programs that are measured: beside the interpreter that runs the benchmark, if anywhere."""

import subprocess
import sys
import sysconfig
from pathlib import Path

from measure import environment

_ASK = """
from importlib.util import cache_from_source
from pathlib import Path
import policyscore.decision, policyscore.views.ranking.terminal
modules = policyscore.decision, policyscore.views.ranking.terminal
print(all(Path(cache_from_source(m.__file__)).exists() for m in modules))
"""


def program(name: str) -> tuple[str, ...] | None:
    """The start of a command line that runs an installed program, or None if it is not there."""
    script = Path(sysconfig.get_path("scripts")) / name
    return (str(script),) if script.exists() else None


def policyscore() -> tuple[str, ...]:
    """The start of a command line that runs policyscore: its script, or its module."""
    return program("policyscore") or (sys.executable, "-m", "policyscore")


def is_compiled() -> bool:
    """Whether Python keeps policyscore compiled, as it does for whoever has run it before."""
    asked = (sys.executable, "-c", _ASK)
    answer = subprocess.run(asked, env=environment(), capture_output=True, text=True, check=True)
    return answer.stdout.strip() == "True"
