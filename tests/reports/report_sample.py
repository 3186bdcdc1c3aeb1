"""A report that has everything in it, hostile text included."""

from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding, Span
from policyscore.views.reports.report import Report, report

NASTY = (
    "a%0A::error file=x::b\n::set-output name=x::y\r##[add-mask]z"
    ",:]]>&<\"'\x1b[31m\u202e\u200bé漢😀"
)
FINDINGS = (
    Finding(
        rules.DUPLICATE_KEY,
        "options/a.yaml",
        Span(4, 12, 4, 17),
        "The key `x` is already set on line 3.",
        "Keep one of the two.",
        "    title: 漢字",
    ),
    Finding(rules.EMPTY_FILE, f"options/{NASTY}.yaml", Span(1, 1, 1, 1), NASTY, NASTY, NASTY),
    Finding(rules.ZERO_WEIGHT, "weights/b.yaml", Span(2, 3, 5, 1), "Zero.", "", "  cost: 0"),
    Finding(rules.ZERO_WEIGHT, "weights/b.yaml", Span(9, 3, 9, 7), "Zero.", "", "  cost: 0"),
    Finding(rules.UNUSED_SOURCE, "policyscore.yaml", Span(7, 1, 7, 4), "Unused.", "", "x", "info"),
)
FILES = ("policyscore.yaml", "options/a.yaml", "options/good.yaml", "weights/b.yaml")


def sample(prefix: str = "") -> Report:
    return report(FINDINGS, FILES, lambda path: f"{prefix}{path}", "https://example.org/rules/")
