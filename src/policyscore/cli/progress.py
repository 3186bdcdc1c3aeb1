"""A progress bar on standard error for what takes more than a second."""

import sys
from time import monotonic
from types import TracebackType
from typing import Any

_PATIENCE = 1.0


class ProgressBar:
    """Shows how many files are done; only at a terminal, and only once a second has passed."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.start = monotonic()
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away again."""
        if self.bar is not None:
            self.bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` files are done."""
        if self.bar is None:
            if monotonic() - self.start < _PATIENCE or not sys.stderr.isatty():
                return
            from rich.console import Console  # noqa: PLC0415 (rarely needed)
            from rich.progress import Progress  # noqa: PLC0415

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.task = self.bar.add_task(self.what, total=total)
            self.bar.start()
        self.bar.update(self.task, completed=done, total=total)
