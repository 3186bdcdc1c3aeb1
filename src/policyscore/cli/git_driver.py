"""The local git configuration that `git-setup` keeps: what git runs on weights files."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from policyscore.cli.channels import OutputError
from policyscore.cli.git_attributes import DRIVER
from policyscore.decision import UnknownError
from policyscore.reading.characters import shorten, visible

SECTION = f"diff.{DRIVER}"
_CASE, _TEXTCONV, _COMMAND = f"{SECTION}.case", f"{SECTION}.textconv", f"{SECTION}.command"
_MARK = "git-setup --"
_SECONDS = 120


def _program() -> str:
    """This program for a shell, from wherever it is run; never a package of the repository."""
    return shlex.join([sys.executable, "-P", "-m", "policyscore"])


def _commands() -> dict[str, str]:
    """What git is to run; it shows the files as they are if this program is there no more."""
    text = f'{_program()} git-setup --textconv "$1" || cat "$1"'
    effect = f'{_program()} git-setup --ext-diff -- "$@"'
    plain = 'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5" || :'
    asked = 'eval "$GIT_EXTERNAL_DIFF" \'"$@"\''  # `git difftool`, for one, sets it
    either = f'if [ -n "$GIT_EXTERNAL_DIFF" ]; then {asked}; else {effect} || {plain}; fi'
    return {_TEXTCONV: f"f() {{ {text}; }}; f", _COMMAND: f"f() {{ {either}; }}; f"}


def top_level(root: Path) -> Path:
    """The directory of the working tree that a case is in.

    Raises:
        UnknownError: If it is in none, or there is no git.
    """
    code, out, _ = _git(root, "rev-parse", "--show-toplevel")
    if code or not out:
        raise UnknownError(
            f"`{visible(str(root))}` is not in the working tree of a git repository; "
            "`git init` makes one."
        )
    return Path(out).resolve()


def known_cases(place: Path) -> list[str]:
    """The cases that are set up, relative to the top of the working tree."""
    return _values(place, _CASE)


def configure(root: Path) -> bool:
    """Make git run this program on the weights files of a case; whether anything changed.

    Raises:
        OutputError: If somebody else's driver has the name, or git cannot write.
    """
    check_ours(root)
    case, changed = _relative(root), False
    for key, wanted in _commands().items():
        if _values(root, key) != [wanted]:
            _change(root, "--replace-all", key, wanted)
            changed = True
    if case not in known_cases(root):
        _change(root, "--add", _CASE, case)
        changed = True
    return changed


def forget(root: Path) -> bool:
    """Take a case out of the configuration, and all of it with the last; whether it was there.

    Raises:
        OutputError: If somebody else's driver has the name, or git cannot write.
    """
    check_ours(root)
    case = _relative(root)
    cases = known_cases(root)
    if case not in cases:
        return False
    _change(root, "--fixed-value", "--unset-all", _CASE, case)
    if cases == [case]:
        for key in (_COMMAND, _TEXTCONV):
            if _values(root, key):
                _change(root, "--unset-all", key)
    return True


def check_ours(root: Path) -> None:
    """Make sure that the driver's name is not taken.

    Raises:
        OutputError: If it is somebody else's.
    """
    for key in (_TEXTCONV, _COMMAND):
        if any(_MARK not in value for value in _values(root, key)):
            raise OutputError(f"`{key}` is set already, and not by this program; unset it first.")


def _relative(root: Path) -> str:
    return root.relative_to(top_level(root)).as_posix()


def _values(place: Path, key: str) -> list[str]:
    _, out, _ = _git(place, "config", "--local", "--null", "--get-all", key)
    return out.split("\0")[:-1]


def _change(place: Path, *words: str) -> None:
    code, _, err = _git(place, "config", "--local", *words)
    if code:
        said = shorten(visible(" ".join(err.split())), 200)
        raise OutputError(f"The git configuration cannot be written: {said}.")


def _git(place: Path, *words: str) -> tuple[int, str, str]:
    program = shutil.which("git")
    if program is None:
        raise UnknownError("This needs git, which is not installed.")
    try:
        done = subprocess.run(  # noqa: S603 (a list of words, no shell)
            [program, "-C", str(place), *words],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise UnknownError("git did not answer in time.") from error
    out, err = (s.decode("utf-8", "surrogateescape") for s in (done.stdout, done.stderr))
    return done.returncode, out if "\0" in out else out.rstrip("\n"), err
