"""Any bytes at all, in any file of a case, end in a decision or in findings."""

import pytest
from fuzz_judging import GOOD, HEADER, OPTION, WEIGHTS, judge
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

places = st.sampled_from([HEADER, OPTION, WEIGHTS])
# Bytes alone are hardly ever UTF-8, and text alone hardly ever YAML: some of each, and pieces.
PIECES = [
    *("title", "scores", "risk", "a", "5", "no", "unknown", "~", ": ", ":\n  ", "- ", "? ", "\n"),
    *("{", "}", "[", "]", ", ", '"', "'", "|\n  ", ">", "&a ", "*a", "!t ", "---\n", "# ", "\t"),
    *("\\x1b", "\\u202e", "\x1b", "\u2028", "é", "😀", "\r\n", "\r", "<<: ", "1e3", ".nan", "%"),
]
contents = st.one_of(
    st.binary(max_size=60),
    st.text(st.characters(codec="utf-8"), max_size=60).map(str.encode),
    st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "".join(pieces).encode()),
)
quick = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_the_case_that_is_changed_is_good_to_begin_with() -> None:
    decision, findings = judge({})
    assert decision is not None
    assert not [finding for finding in findings if finding.severity == "error"]


@quick
@given(places, contents)
@example(OPTION, b"")
@example(OPTION, b"\xff")
@example(OPTION, b"\xef\xbb\xbf")
@example(OPTION, b"\x00")
@example(OPTION, b"title: !%ED%A0%80 x")
@example(OPTION, b'title: "\\UFFFFFFFF"')
@example(OPTION, b"? [")
@example(OPTION, b"{[a]: b, ~: c, true: d}")
@example(HEADER, b"criteria: {criteria: {criteria: {}}}")
@example(HEADER, b"{0: 1, 0.5: 2, '': 3, -1: 4}")
@example(WEIGHTS, b"{points: {points: {}}, within: {within: {}}}")
@example(WEIGHTS, b"{0: 1, swing: 2, within: 3}")
@example(WEIGHTS, b"title: E\npoints: {risk: *a, deterrence: *b, support: *c}\n")
@example(WEIGHTS, b"title: E\npoints: {risk: *a, deterrence: 1, support: 1}\n")
@example(WEIGHTS, b"title: E\npoints: *a\n")
@example(
    WEIGHTS,
    b"title: E\npoints: {security: 1, support: 1}\n"
    b"within: {security: {swing: {risk: *a, deterrence: 100}}}\n",
)
@example(OPTION, b"title: *a\nscores: {risk: *b, deterrence: *c, support: *d}\n")
@example(OPTION, b"title: A\nscores: {risk: [*b], deterrence: {likely: *c}, support: 1}\n")
def test_bytes_end_in_a_decision_or_in_findings(path: str, content: bytes) -> None:
    judge({path: content})


@quick
@given(st.sampled_from(list(GOOD)), contents, st.integers(0, 2000))
def test_bytes_put_into_a_good_file_do_too(path: str, content: bytes, at: int) -> None:
    good = GOOD[path].encode()
    judge({path: good[:at] + content + good[at:]})


@quick
@given(st.sampled_from(list(GOOD)), st.integers(0, 2000), st.integers(0, 60))
def test_a_file_that_is_cut_or_has_a_hole_does_too(path: str, at: int, size: int) -> None:
    good = GOOD[path].encode()
    judge({path: good[:at] + good[at + size :]})
    judge({path: good[:at]})


@pytest.mark.parametrize("path", list(GOOD))
def test_every_single_byte_changed_to_a_nasty_one_does_too(path: str) -> None:
    good = GOOD[path].encode()
    nasty = b":{}[]\"'\n\t-#&*!|>%@`\\~,?\x00\xff"
    for at in range(len(good)):
        judge({path: good[:at] + nasty[at % len(nasty) :][:1] + good[at + 1 :]})
