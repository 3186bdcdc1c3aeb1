"""PS417: sources that nothing cites."""

from collections.abc import Iterator

from policyscore.quality.material import Material
from policyscore.quality.names import count, short
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding


def check_sources(material: Material) -> Iterator[Finding]:
    """Find the sources that no stance and no judgement of any option cites."""
    case = material.case
    cited: set[str] = set()
    for option in case.options.values():
        cited.update(stance.source for stance in option.stances)
        for judgements in option.scores.values():
            cited.update(judgement.source for judgement in judgements)
    for key, source in case.header.sources.items():
        if key not in cited:
            yield material.header.finding(
                rules.UNUSED_SOURCE,
                ("sources", key),
                f"{short(source.title)} (`{key}`) is cited by no stance and no judgement of "
                f"{count(len(case.options), 'option')}.",
                "Cite it where it bears on an option, or delete it.",
                of_key=True,
            )
