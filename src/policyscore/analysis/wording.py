"""How numbers and names read in the text of an edit."""

from policyscore.analysis.levels import OF_PROFILE
from policyscore.analysis.version import Version
from policyscore.case.naming import plain as in_full


def plain(number: float | None) -> str:
    """A number in full, or a word for none."""
    return "none" if number is None else in_full(number)


def percent(weight: float | None) -> str:
    """A weight as a per cent with one decimal at the most."""
    return "none" if weight is None else f"{100 * weight:.1f}".removesuffix(".0") + "%"


def titled(key: str, *versions: Version) -> str:
    """The title of a criterion, group or member profile in the first version that has it."""
    if key.startswith(OF_PROFILE):
        member = key.removeprefix(OF_PROFILE)
        profiles = (v.case.profiles for v in versions)
        return next((known[member].title for known in profiles if member in known), member)
    for version in versions:
        found = version.criteria.get(key) or version.case.groups.get(key)
        if found is not None:
            return found.title
    return key


def option_title(key: str, *versions: Version) -> str:
    """The title of an option in the first version that has it."""
    return next((v.options[key].title for v in versions if key in v.options), key)


def expert_title(key: str, *versions: Version) -> str:
    """An expert as a reader knows them: by id, which is short and unique."""
    experts = (v.case.header.experts for v in versions)
    if any(key in known for known in experts):
        return key.replace("-", " ")
    return "the case's author"
