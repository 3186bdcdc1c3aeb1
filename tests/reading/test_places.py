"""The place of every key and value: lines and columns from 1, in code points."""

import pytest
from reading_texts import marked, read

from policyscore.reading.diagnostics import FILE_START, Span
from policyscore.reading.document import Document, Key


def document(text: str) -> Document:
    found, findings = read(text)
    assert findings == []
    assert found is not None
    return found


VALUES: list[tuple[str, tuple[Key, ...]]] = [
    ("a: «1»\n", ("a",)),
    ("a:     «two words»   # comment\n", ("a",)),
    ('a: «"quoted"»\n', ("a",)),
    ("a: «'it''s'»\n", ("a",)),
    ("x: 1\ny: 2\nz: «3»", ("z",)),
    ("a:\n  b:\n    c: «deep»\n", ("a", "b", "c")),
    ("a: [1, «2», 3]\n", ("a", 1)),
    ("a:\n  - 1\n  - «2»\n", ("a", 1)),
    ("a:\n- x: 1\n  y: «2»\n", ("a", 0, "y")),
    ("{a: {b: «c»}}\n", ("a", "b")),
    ("a: {b: [1, {c: «d»}]}\n", ("a", "b", 1, "c")),
    ("a: «one\n  two\n  three»\nb: 1\n", ("a",)),
    ("a:\n  «one\n\n  two»   \n\nb: 1\n", ("a",)),
    ("a: «'one\n  two'»\n", ("a",)),
    ('a: «"one\\\n  two"» # x\n', ("a",)),
    ("a: «|\n  one\n  two»\nb: 1\n", ("a",)),
    ("a: «>-\n  one\n\n  two»\nb: 1\n", ("a",)),
    ("a: «|\n  one»", ("a",)),
    ("a: «|\n  one»\n", ("a",)),
    ("a: «|+\n  one\n»\nb: 1\n", ("a",)),
    ("a: «|\n  one\n»\n# comment\nb: 1\n", ("a",)),
    ("1: «x»\n", (1,)),
    ("0.5: «x»\n", (0.5,)),
    ("é: «x»\n", ("é",)),
    ("漢字: «値»\n", ("漢字",)),
    ("a: 漢, b\nb: «c»\n", ("b",)),
    ("a: {😀: 1, b: «2»}\n", ("a", "b")),
    ("a: [«😀😀», x]\n", ("a", 0)),
    ("a: [e\u0301, «x»]\n", ("a", 1)),
    ("a:\t«x»\n", ("a",)),
    ("a:«»\nb: 1\n", ("a",)),
    ("---\n# comment\na: «x»\n...\n", ("a",)),
    ("x: 1\r\na: «x»\r\n", ("a",)),
]


@pytest.mark.parametrize(("text", "where"), VALUES)
def test_a_value_is_found(text: str, where: tuple[Key, ...]) -> None:
    plain, span = marked(text)
    assert document(plain).span(where) == span


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("«a»: 1\n", ("a",)),
        ('«"a b"»: 1\n', ("a b",)),
        ("x:\n  «key»: 1\n", ("x", "key")),
        ("x: {a: 1, «b»: 2}\n", ("x", "b")),
        ("x:\n  - a: 1\n    «b»: 2\n", ("x", 0, "b")),
        ("? «a»\n: 1\n", ("a",)),
        ("? «|\n  a»\n: 1\n", ("a\n",)),
        ("漢: {«字»: 1}\n", ("漢", "字")),
        ("«1.50»: x\n", (1.5,)),
        ("«a»: {b: 1}\n", ("a",)),
        ("«a»:\n  - 1\n", ("a",)),
    ],
)
def test_a_key_is_found(text: str, where: tuple[Key, ...]) -> None:
    plain, span = marked(text)
    assert document(plain).span(where, of_key=True) == span


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("«a»: {b: 1}\n", ("a",)),
        ("«a»:\n  - 1\n", ("a",)),
        ("«a»: []\n", ("a",)),
        ("a:\n  - «b»: 1\n    c: 2\n", ("a", 0)),
        ("a:\n  - - «1»\n    - 2\n", ("a", 0)),
        ("a: [[«x», y], z]\n", ("a", 0)),
        ("a: [«[»], z]\n", ("a", 0)),
        ("a: [«{»}, z]\n", ("a", 0)),
    ],
)
def test_a_collection_is_marked_by_its_key_or_its_first_line(
    text: str, where: tuple[Key, ...]
) -> None:
    plain, span = marked(text)
    assert document(plain).span(where) == span


@pytest.mark.parametrize(
    ("where", "span"),
    [
        ((), FILE_START),
        (("z",), FILE_START),
        (("a", "z"), Span(1, 1, 1, 2)),
        (("a", "b", "z"), Span(2, 6, 2, 7)),
        (("a", "b", 0), Span(2, 6, 2, 7)),
        (("l", 7), Span(3, 1, 3, 2)),
        (("l", "x"), Span(3, 1, 3, 2)),
        (("l", 1, "x", "y"), Span(3, 8, 3, 9)),
    ],
)
def test_what_is_not_there_is_marked_at_the_nearest_place_above(
    where: tuple[Key, ...], span: Span
) -> None:
    assert document("a:\n  b: 1\nl: [2, 3]\n").span(where) == span


def test_a_finding_carries_the_place_and_the_line_as_it_stands() -> None:
    from policyscore.reading import rules

    found = document("a:\r\n  b:  'ä' # why\r\n")
    finding = found.finding(rules.BAD_TEXT, ("a", "b"), "Wrong.", "Right.")
    assert (finding.path, finding.span) == ("options/a.yaml", Span(2, 7, 2, 10))
    assert finding.excerpt == "  b:  'ä' # why"
    assert (finding.message, finding.hint, finding.severity) == ("Wrong.", "Right.", "error")


def test_a_document_that_was_forgotten_reads_itself_again() -> None:
    text = "a: {b: [1, 2]}\nc: ü\n"
    first, again = document(text), document(text)
    again.forget()
    assert again.data == first.data
    again.forget()
    assert again.places == first.places
    again.forget()
    assert again == first


def test_two_forgotten_documents_do_not_mix_their_data() -> None:
    one, two = document("a: 1\n"), document("a: 2\nb: 3\n")
    for _ in range(2):
        one.forget()
        two.forget()
        assert one.data == {"a": 1}
        assert two.span(("b",)) == Span(2, 4, 2, 5)
        assert one.span(("a",)) == Span(1, 4, 1, 5)
        assert two.data == {"a": 2, "b": 3}
