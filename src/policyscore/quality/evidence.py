"""PS405 to PS408: options that nobody speaks of, and judgements without reason or locator."""

from collections.abc import Iterator

from policyscore.case.case import Case
from policyscore.case.option_checks import judgement_place
from policyscore.case.options import CASE_AUTHOR
from policyscore.quality.material import Material
from policyscore.quality.names import (
    TITLE,
    count,
    criterion_title,
    criterion_titles,
    option_title,
    short,
)
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.titles import enumerate_titles


def other_experts(case: Case) -> int:
    """How many experts a case has beside its author."""
    return len(case.header.experts) - (CASE_AUTHOR in case.header.experts)


def check_stances(material: Material, option: str) -> Iterator[Finding]:
    """Say so if no expert takes a stance on an option."""
    case = material.case
    experts = other_experts(case)
    if option == case.baseline or not experts:
        return
    if all(stance.expert == CASE_AUTHOR for stance in case.options[option].stances):
        yield material.option_document(option).finding(
            rules.NO_STANCE,
            ("stances",) if case.options[option].stances else TITLE,
            f"No expert ({experts} in the case) takes a stance on {option_title(case, option)}.",
            "Ask them, or add under `stances` who proposes, mentions or opposes it, and where.",
            of_key=True,
        )


def check_judges(material: Material, option: str) -> Iterator[Finding]:
    """Say so if nobody but the case's author judges an option."""
    case = material.case
    if option == case.baseline or not other_experts(case):
        return
    judges = [j.by for judgements in case.options[option].scores.values() for j in judgements]
    if all(by == CASE_AUTHOR for by in judges):
        yield material.option_document(option).finding(
            rules.AUTHOR_ALONE,
            ("scores",),
            f"Nobody but the case's author judges {option_title(case, option)} "
            f"({count(len(judges), 'judgement')}).",
            "Have an expert judge it, at the least on what weighs most.",
            of_key=True,
        )


def check_reasons(material: Material, option: str) -> Iterator[Finding]:
    """Count an option's judgements that give no reason."""
    case = material.case
    scores = case.options[option].scores
    bare = [
        (key, index)
        for key, judgements in scores.items()
        for index, judgement in enumerate(judgements)
        if not judgement.because
    ]
    if bare:
        document = material.option_document(option)
        of = sum(map(len, scores.values()))
        yield document.finding(
            rules.NO_REASON,
            judgement_place(document, *bare[0]),
            f"{len(bare)} of {count(of, 'judgement')} of {option_title(case, option)} "
            f"{'gives' if len(bare) == 1 else 'give'} no reason: "
            f"{criterion_titles(case, [key for key, _ in bare])}.",
            "Add `because:` with the reason, also to `likely: unknown`.",
            of_key=True,
        )


def check_locators(material: Material, option: str) -> Iterator[Finding]:
    """Count what others are said to hold of an option without the place where they say it."""
    case = material.case
    if not case.header.sources:
        return
    this = case.options[option]
    stances = [
        (index, stance)
        for index, stance in enumerate(this.stances)
        if stance.expert != CASE_AUTHOR and not (stance.source and stance.at)
    ]
    judgements = [
        (key, index)
        for key, several in this.scores.items()
        for index, judgement in enumerate(several)
        if judgement.by != CASE_AUTHOR and not (judgement.source and judgement.at)
    ]
    if not stances and not judgements:
        return
    document = material.option_document(option)
    place = ("stances", stances[0][0]) if stances else judgement_place(document, *judgements[0])
    what = [count(len(stances), "stance")] if stances else []
    what += [count(len(judgements), "judgement")] if judgements else []
    titles = [f"the stance of {short(case.expert(s.expert).title)}" for _, s in stances]
    titles += [criterion_title(case, key) for key in dict.fromkeys(key for key, _ in judgements)]
    yield document.finding(
        rules.NO_LOCATOR,
        place,
        f"{' and '.join(what)} of others on {option_title(case, option)} "
        f"{'lacks' if len(stances) + len(judgements) == 1 else 'lack'} the source or the place in "
        f"it: {enumerate_titles(titles)}.",
        "Add `source:` and `at:`, or give as the author's own judgement what no source says.",
        of_key=True,
    )
