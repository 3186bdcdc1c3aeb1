"""Did you mean ...? for misspelt words."""

from collections.abc import Iterable
from functools import lru_cache

_MOST_CANDIDATES = 400
_MOST_SEARCHES = 300
_LONGEST = 64
_searched = {"times": 0}


def renew_budget() -> None:
    """Allow the full number of searches again; done at the start of loading a case."""
    _searched["times"] = 0
    _closest.cache_clear()


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate that was probably meant.

    Args:
        word: What was written.
        candidates: What could have been.

    Returns:
        The closest candidate, or None if none is close. A run that misspells hundreds of words
        stops getting suggestions, so that hostile files cannot make it slow.
    """
    if len(word) > _LONGEST or _searched["times"] >= _MOST_SEARCHES:
        return None
    return _closest(word, tuple(candidates))


@lru_cache(maxsize=1024)
def _closest(word: str, candidates: tuple[str, ...]) -> str | None:
    import difflib  # noqa: PLC0415 (only misspelt words need it)

    _searched["times"] += 1
    near = sorted(candidates, key=lambda c: abs(len(c) - len(word)))[:_MOST_CANDIDATES]
    lowered = {c.lower().replace("_", "-"): c for c in near}
    found = difflib.get_close_matches(word.lower().replace("_", "-"), lowered, 1, 0.6)
    if found:
        return lowered[found[0]]
    starting = [c for c in near if len(word) > 3 and c.startswith(word.lower())]
    return starting[0] if len(starting) == 1 else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint that names the closest candidate, or an empty string."""
    found = closest(word, candidates)
    return f"Did you mean `{found}`?" if found else ""
