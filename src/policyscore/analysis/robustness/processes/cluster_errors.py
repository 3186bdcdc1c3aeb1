"""What is said of a cluster that cannot be used, and a bound on what may hang."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NoReturn, TypeVar

from policyscore.reading.characters import visible

_T = TypeVar("_T")

_LONGEST = 60  # of an address or an error that is repeated to the user


class ClusterError(Exception):
    """A cluster that cannot be used; the message is for the user."""


def within(seconds: float, do: Callable[[], _T]) -> _T:
    """Do something that may hang, and leave it behind if it does.

    Raises:
        TimeoutError: If it takes longer.
    """
    answers: SimpleQueue[Callable[[], _T]] = SimpleQueue()

    def run() -> None:
        try:
            done = do()
        except BaseException as raised:  # raised again where it was asked for
            error = raised
            answers.put(lambda: _raise(error))
        else:
            answers.put(lambda: done)

    Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    return answer()


def _raise(error: BaseException) -> NoReturn:
    raise error


def shown(text: str) -> str:
    """A text from elsewhere, short and safe to print."""
    return visible(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def why(error: BaseException) -> str:
    """The first line of an error, in brackets."""
    said = getattr(error, "strerror", None) or next(iter(str(error).splitlines()), "")
    return f" ({shown(said.strip())})" if said.strip() else ""
