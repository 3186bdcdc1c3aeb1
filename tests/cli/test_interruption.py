"""Ctrl-C in a real process ends it with 130 and in words."""

import signal
import subprocess
from pathlib import Path

from cli_program import clean_environment, command_line, copy_of_bridge, import_path


def test_an_interrupt_while_a_result_is_written_ends_with_130(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    text = (case / "weights" / "treasurer.yaml").read_text("utf-8")
    for number in range(40):  # more than a pipe holds, so that the program waits for its reader
        (case / "weights" / f"view-{number}.yaml").write_text(text, "utf-8")
    process = subprocess.Popen(
        command_line("rank", "--all", "--format", "json"),
        cwd=case,
        env=clean_environment(PYTHONPATH=import_path()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"{"  # it is writing now, and cannot end by itself
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130
    assert err == b"policyscore: Interrupted.\n"
