"""Checks across the files of a case: every id exists, every score is there and on its scale."""

from collections.abc import Collection, Iterator

from policyscore.case.case import expert_ids, groups_in, leaves
from policyscore.case.distribution_checks import check_on_scale
from policyscore.case.distributions import form_of
from policyscore.case.header import Header, Tree
from policyscore.case.kinds import Where
from policyscore.case.naming import plain, some, there_are
from policyscore.case.option_checks import judgement_place
from policyscore.case.options import Option
from policyscore.case.suggestions import closest, did_you_mean
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.reading.rules import Rule


def check_named(
    document: Document,
    header: Header,
    options: Collection[str],
    profiles: Collection[str],
) -> Iterator[Finding]:
    """Check that the baseline and the default profile exist.

    Args:
        document: `policyscore.yaml`.
        header: What it says.
        options: Ids of all options, readable or not.
        profiles: Ids of all profiles, readable or not.
    """
    if options:  # that there is none has its own finding
        yield from _check_id(
            document, rules.UNKNOWN_OPTION, ("baseline",), header.baseline, options, "option"
        )
    if header.default_profile:
        yield from _check_id(
            document,
            rules.UNKNOWN_PROFILE,
            ("default-profile",),
            header.default_profile,
            profiles,
            "profile",
        )


def _check_id(
    document: Document, rule: Rule, where: Where, used: str, known: Collection[str], what: str
) -> Iterator[Finding]:
    if used not in known:
        hint = did_you_mean(used, known) or there_are(sorted(known))
        hint = hint if known else f"There are no {what}s yet."
        yield document.finding(rule, where, f"There is no {what} `{used}`.", hint)


def check_references(
    document: Document, option: Option, own: str, header: Header, options: Collection[str]
) -> Iterator[Finding]:
    """Check one option's file against the case.

    Args:
        document: The option's file.
        option: What it says.
        own: The option's id.
        header: What `policyscore.yaml` says.
        options: Ids of all options, readable or not.
    """
    yield from _check_scores(document, option, header.criteria)
    experts = expert_ids(header)
    for index, stance in enumerate(option.stances):
        here = ("stances", index)
        yield from _check_id(
            document, rules.UNKNOWN_EXPERT, (*here, "expert"), stance.expert, experts, "expert"
        )
        if stance.source:
            yield from _check_source(document, (*here, "source"), stance.source, header)
    for criterion, judgements in option.scores.items():
        for index, judgement in enumerate(judgements):
            place = judgement_place(document, criterion, index)
            yield from _check_id(
                document, rules.UNKNOWN_EXPERT, (*place, "by"), judgement.by, experts, "expert"
            )
            if judgement.source:
                yield from _check_source(document, (*place, "source"), judgement.source, header)
        if all(j.by in header.experts and header.experts[j.by].weight == 0 for j in judgements):
            yield document.finding(
                rules.NO_EXPERT_WEIGHT,
                ("scores", criterion),
                f"Every judge of `{criterion}` has weight 0, so there is nothing to pool.",
                "Give one of them a weight in `policyscore.yaml`.",
                of_key=True,
            )
    for key, others in (("requires", option.requires), ("conflicts-with", option.conflicts_with)):
        for index, other in enumerate(others):
            if other == own:
                yield document.finding(
                    rules.SELF_REFERENCE,
                    (key, index),
                    f"The option names itself in `{key}`.",
                    "Delete it.",
                )
            else:
                yield from _check_id(
                    document, rules.UNKNOWN_OPTION, (key, index), other, options, "option"
                )


def _check_source(
    document: Document, where: Where, source: str, header: Header
) -> Iterator[Finding]:
    yield from _check_id(document, rules.UNKNOWN_SOURCE, where, source, header.sources, "source")


def _check_scores(document: Document, option: Option, tree: Tree) -> Iterator[Finding]:
    criteria = leaves(tree)
    meant: set[str | None] = set()
    for key in option.scores:
        if key in criteria:
            continue
        message = f"There is no criterion `{key}`."
        hint = did_you_mean(key, criteria) or there_are(list(criteria))
        if group := dict(groups_in(tree)).get(key):
            message = f"`{key}` is a group of criteria, which has no score of its own."
            hint = f"Score its criteria: {some(list(leaves(group.criteria)))}."
        else:
            meant.add(closest(key, criteria))
        yield document.finding(rules.UNKNOWN_CRITERION, ("scores", key), message, hint, of_key=True)
    missing = [key for key in criteria if key not in option.scores and key not in meant]
    if missing:
        yield document.finding(
            rules.MISSING_SCORE,
            ("scores",),
            f"The option has no score for {some(missing)}.",
            f"Add `{missing[0]}: ...`, or `{missing[0]}: unknown` if nobody can say.",
            of_key=True,
        )
    for key, judgements in option.scores.items():
        if key not in criteria:
            continue
        low, high = criteria[key].ends
        for index, judgement in enumerate(judgements):
            if form_of(judgement):
                place = judgement_place(document, key, index)
                yield from check_on_scale(document, judgement, place, key, (low, high))
            for name in ("low", "likely", "high"):
                score = getattr(judgement, name)
                if not isinstance(score, float) or low <= score <= high:
                    continue
                yield document.finding(
                    rules.OFF_SCALE,
                    (*judgement_place(document, key, index), name),
                    f"The score {plain(score)} lies outside the scale of `{key}`, "
                    f"which runs from {plain(low)} to {plain(high)}.",
                )
