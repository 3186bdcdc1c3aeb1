"""Which options and profiles a command is about."""

from collections.abc import Sequence

from policyscore.case.suggestions import did_you_mean
from policyscore.decision import Decision, UnknownError
from policyscore.reading.characters import visible


def choose_options(
    decision: Decision, tags: Sequence[str], only: Sequence[str], without: Sequence[str]
) -> list[str] | None:
    """The options picked by `--tag`, `--only` and `--without`; None if all.

    Raises:
        UnknownError: If an option or a tag does not exist, or nothing is left.
    """
    if not (tags or only or without):
        return None
    options = decision.case.options
    known = sorted({tag for option in options.values() for tag in option.tags})
    for tag in tags:
        if tag not in known:
            hint = did_you_mean(tag, known) or (
                f"There is {', '.join(f'`{t}`' for t in known)}." if known else ""
            )
            raise UnknownError(f"No option has the tag `{visible(tag)}`. {hint}".rstrip())
    keep = {decision.option(name) for name in only} or set(options)
    drop = {decision.option(name) for name in without}
    chosen = [
        key
        for key, option in options.items()
        if key in keep and key not in drop and (not tags or set(tags) & set(option.tags))
    ]
    if not chosen:
        raise UnknownError("Nothing is left to rank after `--tag`, `--only` and `--without`.")
    return chosen


def choose_profiles(decision: Decision, names: Sequence[str], *, every: bool) -> list[str]:
    """Ids of the profiles named, each once; of all, or of the default one if none is.

    Raises:
        UnknownError: If a profile does not exist, or none is named and the case has no default.
        CaseError: If one is a file with errors.
    """
    wanted = list(decision.case.profiles) if every else names
    chosen = list(dict.fromkeys(decision.profile(name) for name in wanted))
    return chosen or [decision.default_profile()]
