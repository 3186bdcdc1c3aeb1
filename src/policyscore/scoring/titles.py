"""Titles listed as in a sentence."""

from collections.abc import Sequence

from policyscore.case.case import Case

_MOST_NAMED = 6


def enumerate_titles(titles: Sequence[str]) -> str:
    """Join titles as in a sentence, cutting a long list short."""
    if len(titles) > _MOST_NAMED:
        return f"{', '.join(titles[: _MOST_NAMED - 1])} and {len(titles) - _MOST_NAMED + 1} more"
    return " and ".join(filter(None, [", ".join(titles[:-1]), titles[-1]])) if titles else ""


def titles_of(case: Case, options: Sequence[str]) -> str:
    """The titles of options, listed as in a sentence."""
    return enumerate_titles([case.options[option].title for option in options])
