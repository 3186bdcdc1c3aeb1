"""What is said of a study of dominance, whatever the format."""

from collections.abc import Mapping, Sequence

from policyscore.analysis.dominance.results import Dominance, Standing
from policyscore.case.case import Case
from policyscore.scoring.titles import enumerate_titles
from policyscore.views.figures import shares

_WEIGHTS_NAMED = 4
ALWAYS = "Weights do not matter here"


def titles(case: Case, options: Sequence[str]) -> str:
    """Options' titles as in a sentence."""
    return enumerate_titles([case.options[option].title for option in options])


def scope(found: Dominance) -> str:
    """Which weights and judgements are looked at."""
    title = found.profile_title
    if found.weights == "members":
        text = f"Weights: any mean of what the members of {title} admit."
    elif found.is_ranking:
        text = f"Weights: the only ones that {title} admits."
    elif found.weights == "admissible":
        text = f"Weights: all that {title} admits."
    elif found.profile_is_point:
        text = f"Weights: any at all, whatever one values ({title} fixes its own)."
    else:
        text = "Weights: any at all, whatever one values."
    if found.judgements == "ranges":
        text += " Judgements: anything within their ranges."
    return text


def sentences(case: Case, found: Dominance) -> list[str]:
    """What matters, the most important first."""
    if not found.standings:
        return ["Every option misses a requirement, so none can be first."]
    if found.winners:
        return _always(case, found)
    return [_can_be_first(case, found), _least_regret(case, found)]


def _always(case: Case, found: Dominance) -> list[str]:
    whatever = "whatever the weights"
    if found.judgements == "ranges":
        whatever += " and wherever in their ranges the scores lie"
    if len(found.standings) == 1:
        return [f"{ALWAYS}: {titles(case, found.winners)} is the only option."]
    if found.is_ranking:
        first = f"{titles(case, found.winners)} {'is' if len(found.winners) == 1 else 'are'} first"
        return [f"{found.profile_title} leaves no weights open, so this is its ranking: {first}."]
    if len(found.winners) == 1:
        return [f"{ALWAYS}: {titles(case, found.winners)} is first {whatever}."]
    return [f"{ALWAYS}: {titles(case, found.winners)} tie for the first place {whatever}."]


def _can_be_first(case: Case, found: Dominance) -> str:
    never = [s.option for s in found.standings if s.first.place == "never"]
    count, able = len(found.standings), len(found.standings) - len(never)
    under = "some of these weights" if found.weights != "any" else "some weights"
    if found.judgements == "ranges":
        under += " and some scores within their ranges"
    if not never:
        return f"Each of the {count} options can be first under {under}."
    text = f"{able} of {count} options can be first under {under}"
    verb = "cannot" if found.weights != "any" else "never can"
    return f"{text}; {len(never)} {verb}: {titles(case, never)}."


def _least_regret(case: Case, found: Dominance) -> str:
    least = [s.option for s in found.least_regret]
    verb = "has" if len(least) == 1 else "have"
    points = f"{found.standings[0].regret:.1f}"
    return (
        f"{titles(case, least)} {verb} the least largest regret: at worst {points} points behind "
        f"the best option."
    )


def excluded_lines(case: Case, found: Dominance) -> list[str]:
    """Which options take no part, and why."""
    return [
        f"{case.options[option].title} takes no part: it misses the requirement on "
        f"{enumerate_titles([case.criteria[key].title for key in missed])}."
        for option, missed in found.excluded.items()
    ]


def dominated_lines(case: Case, found: Dominance) -> list[str]:
    """Which options are dominated criterion by criterion, and how surely."""
    lines = []
    for standing in found.standings:
        by, title = standing.dominators, case.options[standing.option].title
        if by.likely:
            sure = [option for option in by.likely if option in by.necessarily]
            how = "if the scores are right"
            if sure:
                how = "wherever in their ranges the scores lie"
                if len(sure) < len(by.likely):
                    how += f" by {titles(case, sure)}"
            lines.append(f"{title} is dominated by {titles(case, by.likely)}, {how}.")
        elif by.practically:
            lines.append(f"{title} is practically dominated by {titles(case, by.practically)}.")
    return [*lines, *_possibly_lines(found, bool(lines))]


def _possibly_lines(found: Dominance, some_are: bool) -> list[str]:
    """How many options are dominated only if scores turn out otherwise than is likely."""
    by = [standing.dominators for standing in found.standings]
    count = sum(bool(b.possibly) and not b.likely and not b.practically for b in by)
    if not count:
        return []
    options = f"{count}{' more' if some_are else ''} option{'s' if count > 1 else ''}"
    return [f"{options} may turn out to be dominated, within the judgements' ranges."]


def dominance_note(found: Dominance) -> str:
    """What dominance means here."""
    return (
        "Dominated: another option is at least as good on every criterion, and better on one. "
        f"Practically: nowhere more than {found.tolerance:g} value points worse, and more than "
        "that better somewhere."
    )


def first_text(standing: Standing) -> str:
    """Whether an option can be first, in a word."""
    return {"alone": "yes", "tied": "tied", "never": "no"}[standing.first.place]


def weights_text(case: Case, weights: Mapping[str, float]) -> str:
    """The largest of some weights in words."""
    shown = shares(weights)
    largest = sorted((key for key in weights if weights[key] > 0), key=lambda key: -weights[key])
    visible = [key for key in largest if weights[key] >= 0.005] or largest
    parts = [f"{case.criteria[key].title} {shown[key]}" for key in visible[:_WEIGHTS_NAMED]]
    if len(visible) > _WEIGHTS_NAMED:
        parts.append(f"{len(visible) - _WEIGHTS_NAMED} more")
    return ", ".join(parts)
