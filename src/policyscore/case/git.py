"""Asking git, read-only: no command here touches the working tree, the index or a reference."""

import os
import shutil
import subprocess
from pathlib import Path

from policyscore.reading.characters import shorten, visible

_SECONDS = 120


class RevisionError(Exception):
    """A revision cannot be read: no git, no repository, or no such revision."""


def resolve_commit(root: Path, revision: str) -> str:
    """The full name of the commit that a revision names.

    Raises:
        RevisionError: If there is no git, no repository, or no such revision.
    """
    try:
        named = git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"
        )
    except RevisionError as error:
        try:
            git(root, "rev-parse", "--git-dir")
        except RevisionError:
            raise RevisionError(
                f"`{visible(str(root))}` is not in a git repository, so it has no revisions."
            ) from error
        shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = " This clone is shallow; fetch more of its history." if shallow else ""
        shown = shorten(visible(revision))
        raise RevisionError(f"There is no git revision `{shown}`.{hint}") from error
    return named.decode("ascii").strip()


def git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """Run a git command that only reads; its output."""
    program = shutil.which("git")
    if program is None:
        raise RevisionError("Reading a revision needs git, which is not installed.")
    if any("\0" in argument for argument in arguments):
        raise RevisionError("A revision's name cannot hold a NUL character.")
    command = [program, "--no-pager", "--literal-pathspecs", "-C", str(root), *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 (a list of words, no shell)
            command,
            input=given,
            capture_output=True,
            check=False,
            env=environment,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise RevisionError("git did not answer in time.") from error
    if done.returncode:
        words = visible(" ".join(done.stderr.decode("utf-8", "replace").split()))
        raise RevisionError(f"git failed: {shorten(words, 200) or arguments[0]}")
    return done.stdout


def blob_contents(root: Path, blobs: list[str]) -> list[bytes]:
    """The contents of blobs by their full names, in one go.

    Raises:
        RevisionError: If git does not have one of them, as in a partial clone.
    """
    if not blobs:
        return []
    given = "".join(f"{blob}\n" for blob in blobs).encode("ascii")
    answer = git(root, "cat-file", "--batch", given=given)
    contents = []
    at = 0
    for blob in blobs:
        end = answer.index(b"\n", at)
        words = answer[at:end].split()
        if len(words) != 3:  # "<name> missing": a partial clone
            raise RevisionError(f"git does not have the content of the file {blob[:12]}.")
        start, size = end + 1, int(words[2])
        contents.append(answer[start : start + size])
        at = start + size + 1
    return contents
