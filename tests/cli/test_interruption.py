"""Ctrl-C in a real process ends it with 130, in words, whatever it is doing."""

import os
import signal
import subprocess
from pathlib import Path

from cli_program import clean_environment, command_line, copy_of_bridge, import_path


def test_an_interrupt_while_a_result_is_written_ends_with_130(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # The program waits at the pipe until somebody reads: a place that it surely reaches and at
    # which it surely is when the signal comes.
    process = subprocess.Popen(
        command_line("rank", "--output", pipe),
        cwd=case,
        env=clean_environment(PYTHONPATH=import_path()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        while "fifo_open" not in waiting_in(process.pid) and process.poll() is None:
            pass
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130
    assert out == b""
    assert err == b"policyscore: Interrupted.\n"


def waiting_in(process: int) -> str:
    return Path(f"/proc/{process}/wchan").read_text()
