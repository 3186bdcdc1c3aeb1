"""The program's entry: `policyscore` and `python -m policyscore`."""

import sys
from contextlib import suppress


def main() -> int:
    """Run the program on the command line's arguments and give its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # answered before anything slow is imported
        from policyscore import __version__  # noqa: PLC0415

        with suppress(OSError):  # a stream that cannot be written to is dealt with below
            print(f"policyscore {__version__}", flush=True)
            return 0
    import gc  # noqa: PLC0415

    gc.disable()  # a run is short and makes no cycles worth collecting
    try:
        from policyscore.cli.app import run  # noqa: PLC0415
    except KeyboardInterrupt:
        return 130
    code = run(arguments)
    gc.freeze()  # nor is there anything to collect at the end, which would take a tenth of it all
    return code


if __name__ == "__main__":
    sys.exit(main())
