"""PS415 and PS416: criteria judged unequally, and scores that nobody can give."""

from collections.abc import Iterator

from policyscore.quality.material import Material
from policyscore.quality.names import (
    count,
    criterion_places,
    criterion_title,
    criterion_titles,
    option_title,
)
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.scoring.titles import enumerate_titles

MANY_JUDGES = 3
SHARE_OF_MANY = 0.1
SHARE_OF_ONE = 0.25
SHARE_UNKNOWN = 0.2
FEWEST_UNKNOWN = 3


def check_equal_judging(material: Material) -> Iterator[Finding]:
    """Find the criteria on which some options have three judges or more and others one.

    Some: a tenth of the options at least. Others: a quarter of them at least.
    """
    case = material.case
    places = dict(criterion_places(case.header.criteria))
    for key in case.criteria:
        judges = {name: len(option.scores[key]) for name, option in case.options.items()}
        most = max(judges, key=judges.__getitem__)
        several = sum(n >= MANY_JUDGES for n in judges.values())
        single = sum(n == 1 for n in judges.values())
        if (
            several == 0
            or several < SHARE_OF_MANY * len(judges)
            or single < SHARE_OF_ONE * len(judges)
        ):
            continue
        yield material.header.finding(
            rules.UNEQUAL_JUDGING,
            places[key],
            f"On {criterion_title(case, key)} {count(several, 'option')} of {len(judges)} "
            f"{'has' if several == 1 else 'have'} three judges or more "
            f"({option_title(case, most)} has {judges[most]}), and {single} only one.",
            "Have the same judges score every option on a criterion, or read the ranges of the "
            "options with one judge as too narrow.",
            of_key=True,
        )


def check_unknown_options(material: Material) -> Iterator[Finding]:
    """Find the criteria on which more than a fifth of the options are unknown."""
    case, valued = material.case, material.valued
    places = dict(criterion_places(case.header.criteria))
    for key in case.criteria:
        unknown = [option for option, v in valued.items() if v.scores[key].unknown]
        if too_many(len(unknown), len(valued)):
            yield material.header.finding(
                rules.MANY_UNKNOWNS,
                places[key],
                f"{criterion_title(case, key)} is unknown for {len(unknown)} of {len(valued)} "
                f"options: {enumerate_titles([option_title(case, o) for o in unknown])}.",
                "Ask somebody for a range, however wide, or replace the criterion by one that "
                "can be judged.",
                of_key=True,
            )


def check_unknown_criteria(material: Material, option: str) -> Iterator[Finding]:
    """Say so if more than a fifth of an option's criteria are unknown."""
    scores = material.valued[option].scores
    unknown = [key for key, score in scores.items() if score.unknown]
    if too_many(len(unknown), len(scores)):
        yield material.option_document(option).finding(
            rules.MANY_UNKNOWNS,
            ("scores", unknown[0]),
            f"{option_title(material.case, option)} is unknown on {len(unknown)} of "
            f"{len(scores)} criteria: {criterion_titles(material.case, unknown)}.",
            "Ask somebody for a range, however wide, or describe the option more closely.",
            of_key=True,
        )


def too_many(unknown: int, of: int) -> bool:
    """Whether so many scores are unknown: more than a fifth of them, and three at least."""
    return unknown >= FEWEST_UNKNOWN and unknown > SHARE_UNKNOWN * of
