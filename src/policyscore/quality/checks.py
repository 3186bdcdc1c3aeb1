"""All checks of decision quality, in the order of their codes."""

from collections.abc import Iterator

from policyscore.quality.material import CaseCheck, Material, OptionCheck
from policyscore.reading.diagnostics import Finding

CASE_CHECKS: tuple[CaseCheck, ...] = ()
OPTION_CHECKS: tuple[OptionCheck, ...] = ()


def review(material: Material) -> Iterator[Finding]:
    """Look at a valid case as a decision analyst would."""
    for check in CASE_CHECKS:
        yield from check(material)
    for option in material.case.options:  # all checks of one file together: it is read once
        for check_option in OPTION_CHECKS:
            yield from check_option(material, option)
