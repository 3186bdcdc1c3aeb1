"""The program as a whole: its commands, its exit codes, and no traceback for what a user does."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from policyscore import __version__
from policyscore.cli import channels
from policyscore.cli.parameters import DIRECTORY_HELP, Command
from policyscore.reading.characters import visible

COMMANDS = (
    *("rank", "show", "why", "weights", "diff", "sensitivity", "dominance"),
    *("robustness", "validate", "rule", "schema", "weigh", "init", "git-setup"),
)

FINE, FINDINGS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


def _version(wanted: bool) -> None:
    if wanted:
        channels.write_text(f"policyscore {__version__}\n")
        raise typer.Exit


def _root(
    context: typer.Context,
    directory: Annotated[
        Path | None, typer.Option("-C", metavar="DIR", help=DIRECTORY_HELP)
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """A decision matrix kept as code: rank response options, and see what every number rests on."""
    del version
    context.obj = directory


def build(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """Make the command-line program of the commands named."""
    app = typer.Typer(
        name="policyscore",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in names:
        module = import_module(f"policyscore.cli.{name.replace('-', '_')}")
        app.command(name, cls=Command)(module.command)
    return app


def _wanted(arguments: Sequence[str]) -> Sequence[str]:
    """The commands that a command line needs: only the one it names, if it names one."""
    if any(name.endswith("_COMPLETE") for name in os.environ):
        return COMMANDS
    rest = list(arguments)
    while rest and rest[0].startswith("-"):
        del rest[: 2 if rest[0] == "-C" else 1]
    return [rest[0]] if rest and rest[0] in COMMANDS else COMMANDS


def _spelt_out(arguments: Sequence[str], names: Sequence[str]) -> list[str]:
    """A command line with a bare `--exit-code` of `diff` as the `--exit-code=order` it stands for.

    The library has no options whose value may be left out.
    """
    spelt = list(arguments)
    if list(names) != ["diff"]:
        return spelt
    end = spelt.index("--") if "--" in spelt else len(spelt)
    for i in range(end):
        if spelt[i] == "--exit-code" and spelt[i + 1 : i + 2] not in (["order"], ["first"]):
            spelt[i] = "--exit-code=order"
    return spelt


def run(arguments: Sequence[str]) -> int:
    """Run the program.

    Args:
        arguments: The command line after the program's name.

    Returns:
        The exit code: 0 fine, 1 findings, 2 wrong usage or no case, 3 a fault of the program
        itself, 130 interrupted.
    """
    channels.prepare()
    try:
        names = _wanted(arguments)
        app = build(names)
        spelt = _spelt_out(arguments, names)
        code = app(args=spelt, prog_name="policyscore", standalone_mode=False)
        code = code if isinstance(code, int) else FINE
    except typer.Exit as stop:
        code = stop.exit_code
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except SystemExit:  # the library's answer to a closed pipe, which is no error here
        channels.let_go(sys.__stdout__ or sys.stdout)
        code = FINE if arguments else USAGE
    except typer.TyperException as error:
        code = _wrong_usage(error)
    except Exception as error:  # whatever it is, the user gets words, not a traceback
        code = _explain(error)
    if code == INTERRUPTED:
        channels.complain("Interrupted.")
    return channels.finish(code)


def _wrong_usage(error: typer.TyperException) -> int:
    """Say what is wrong with the command line."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "policyscore"
    near = sorted(getattr(error, "possibilities", None) or ())
    if near:
        meant = " or ".join(filter(None, [", ".join(f"`{n}`" for n in near[:-1]), f"`{near[-1]}`"]))
        words = f"{getattr(error, 'message', '')}. Did you mean {meant}?"
    else:
        words = getattr(error, "format_message", lambda: str(error))()
    if not words.strip():  # no arguments at all: the help has been printed
        return USAGE
    channels.complain(visible(" ".join(words.split())))
    channels.complain(f"`{path} --help` lists what there is.", plain=True)
    return USAGE


def _explain(error: Exception) -> int:
    """Say what went wrong: of the files, of the command line, or of the program."""
    from policyscore.case.directory import NoCaseError  # noqa: PLC0415 (only when it is needed)
    from policyscore.case.git import RevisionError  # noqa: PLC0415
    from policyscore.decision import CaseError, UnknownError  # noqa: PLC0415

    if isinstance(error, CaseError):
        from policyscore.cli import streams  # noqa: PLC0415

        streams.show_findings(error.findings, sys.stderr, getattr(error, "name", str))
        channels.complain(f"These files cannot be used: {streams.count_line(error.findings)}.")
        return FINDINGS
    if isinstance(error, OSError) and channels.is_full(error):
        channels.let_go(sys.stdout)
        error = channels.unwritable(error)
    if isinstance(error, NoCaseError | UnknownError | RevisionError | channels.OutputError):
        channels.complain(str(error))
        return USAGE
    if os.environ.get("POLICYSCORE_DEBUG"):
        import traceback  # noqa: PLC0415

        channels.complain("".join(traceback.format_exception(error)).rstrip(), plain=True)
    kind = type(error).__name__
    channels.complain(
        f"This is a fault of the program, not of your files: {kind}: {visible(str(error))[:300]}. "
        "Please report it; POLICYSCORE_DEBUG=1 shows where it happened."
    )
    return FAULT
