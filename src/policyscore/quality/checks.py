"""All checks of decision quality, in the order of their codes."""

from collections.abc import Callable, Iterator

from policyscore.quality.anchors import check_anchors
from policyscore.quality.dominance import prepare_dominance
from policyscore.quality.evidence import (
    check_judges,
    check_locators,
    check_reasons,
    check_stances,
)
from policyscore.quality.judging import (
    check_equal_judging,
    check_unknown_criteria,
    check_unknown_options,
)
from policyscore.quality.material import CaseCheck, Material, OptionCheck
from policyscore.quality.profiles import check_same, check_scales, check_zero_weights
from policyscore.quality.sources import check_sources
from policyscore.quality.splitting import check_splitting
from policyscore.quality.spread import check_spread
from policyscore.quality.twins import check_twins
from policyscore.quality.veto import check_veto
from policyscore.quality.wording import check_confidence, check_likelihood
from policyscore.reading.diagnostics import Finding

CASE_CHECKS: tuple[CaseCheck, ...] = (
    check_spread,
    check_twins,
    check_veto,
    check_anchors,
    check_zero_weights,
    check_splitting,
    check_scales,
    check_equal_judging,
    check_unknown_options,
    check_sources,
    check_same,
)
# Checks of one option that have to see all options first.
PREPARED_CHECKS: tuple[Callable[[Material], OptionCheck], ...] = (prepare_dominance,)
OPTION_CHECKS: tuple[OptionCheck, ...] = (
    check_stances,
    check_judges,
    check_reasons,
    check_locators,
    check_likelihood,
    check_confidence,
    check_unknown_criteria,
)


def review(material: Material) -> Iterator[Finding]:
    """Look at a valid case as a decision analyst would."""
    for check in CASE_CHECKS:
        yield from check(material)
    option_checks = (*(prepare(material) for prepare in PREPARED_CHECKS), *OPTION_CHECKS)
    for option in material.case.options:  # all checks of one file together: it is read once
        for check_option in option_checks:
            yield from check_option(material, option)
