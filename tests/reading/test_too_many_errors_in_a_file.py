"""A file with hundreds of mistakes gets a hundred findings and one that says so."""

import pytest
from reading_texts import read

from policyscore.reading.complaints import MOST_FINDINGS


def test_a_hundred_findings_are_all_there_and_the_file_is_still_read() -> None:
    document, findings = read("a: 1\n" * (MOST_FINDINGS + 1))
    assert [f.rule.name for f in findings] == ["duplicate-key"] * MOST_FINDINGS
    assert document is not None


@pytest.mark.parametrize("more", [1, 2, 5000])
def test_the_hundred_and_first_is_replaced_by_a_note_and_reading_stops(more: int) -> None:
    document, findings = read("a: 1\n" * (MOST_FINDINGS + 1 + more))
    assert document is None
    assert [f.rule.name for f in findings] == [
        *["duplicate-key"] * MOST_FINDINGS,
        "too-many-findings",
    ]
    assert "more than 100 errors" in findings[-1].message
    assert findings[-1].span.line == MOST_FINDINGS + 2


@pytest.mark.parametrize(
    ("piece", "rule"),
    [
        ("a\x01: 1\n", "control-character"),
        ("- &a 1\n", "alias"),
        ("- *a\n", "alias"),
        ("- !t 1\n", "tag"),
        ("- {~: 1}\n", "bad-key"),
        ("- {<<: 1}\n", "alias"),
        ('- "\\x01"\n', "control-character"),
    ],
)
def test_every_kind_of_mistake_is_counted(piece: str, rule: str) -> None:
    document, findings = read("x:\n" + piece * 300)
    assert document is None
    assert {f.rule.name for f in findings[:-1]} == {rule}
    assert len(findings) == MOST_FINDINGS + 1
    assert findings[-1].rule.name == "too-many-findings"


def test_findings_about_one_long_line_share_its_text() -> None:
    _, findings = read("{" + "a: 1," * 2000 + "}")
    assert len(findings) > MOST_FINDINGS
    assert {id(f.excerpt) for f in findings} == {id(findings[0].excerpt)}
