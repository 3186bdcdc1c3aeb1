"""PS413 and PS414: vague words of likelihood, and likelihood mixed with confidence."""

from collections.abc import Callable, Iterator

from policyscore.case.case import Case
from policyscore.case.kinds import Where
from policyscore.case.option_checks import judgement_place
from policyscore.case.options import Option
from policyscore.quality.likelihood import mixed_words, vague_words
from policyscore.quality.material import Material
from policyscore.quality.names import count, criterion_title, option_title, short
from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import Finding
from policyscore.reading.rules import Rule
from policyscore.scoring.titles import enumerate_titles


def check_likelihood(material: Material, option: str) -> Iterator[Finding]:
    """Find words of likelihood that are in no table and have no number beside them."""
    yield from _report(
        material,
        option,
        vague_words,
        rules.VAGUE_LIKELIHOOD,
        "of likelihood in words that each reader takes differently",
        "Use a term of ICD 203's table (such as `unlikely`, `roughly even chance`, `likely`, "
        "`very likely`) or give the likelihood in per cent.",
    )


def check_confidence(material: Material, option: str) -> Iterator[Finding]:
    """Find sentences that say both how likely something is and how sure the judge is."""
    yield from _report(
        material,
        option,
        mixed_words,
        rules.MIXED_CONFIDENCE,
        "of likelihood and of confidence in one sentence",
        "Say how likely it is in the reason, and how sure the judge is under `confidence:`.",
    )


def _report(
    material: Material,
    option: str,
    words_in: Callable[[str], list[str]],
    rule: Rule,
    what: str,
    hint: str,
) -> Iterator[Finding]:
    """One finding for all reasons of an option that break a rule, at the first of them."""
    case = material.case
    found = [
        (where, words)
        for where, text in reasons(case.options[option])
        if text and (words := words_in(text))
    ]
    if not found:
        return
    document = material.option_document(option)
    first = found[0][0]
    place = judgement_place(document, str(first[1]), int(first[2])) if len(first) > 2 else first
    quoted = [
        f"“{shorten(visible(word), 40)}” ({_about(case, option, where)})"
        for where, words in found
        for word in dict.fromkeys(words)
    ]
    yield document.finding(
        rule,
        (*place, "because"),
        f"{count(len(found), 'reason')} for {option_title(case, option)} "
        f"{'speaks' if len(found) == 1 else 'speak'} {what}: {enumerate_titles(quoted)}.",
        hint,
        of_key=True,
    )


def reasons(option: Option) -> Iterator[tuple[Where, str]]:
    """The reasons of stances and judgements, each with its place in the model."""
    for index, stance in enumerate(option.stances):
        yield ("stances", index), stance.because
    for key, judgements in option.scores.items():
        for index, judgement in enumerate(judgements):
            yield ("scores", key, index), judgement.because


def _about(case: Case, option: str, where: Where) -> str:
    """What a reason is given for, in words."""
    if where[0] == "scores":
        return criterion_title(case, str(where[1]))
    stance = case.options[option].stances[int(where[1])]
    return f"stance of {short(case.expert(stance.expert).title)}"
