"""Sentences about a statement, in which ids stand until somebody knows the titles."""

from collections.abc import Callable

Words = tuple["str | Name", ...]


class Name(str):
    """The id of a criterion or group, in the midst of words."""

    __slots__ = ()


def spoken(words: Words, named: Callable[[str], str]) -> str:
    """Words with each id put as `named` puts it."""
    return "".join(named(part) if isinstance(part, Name) else part for part in words)
