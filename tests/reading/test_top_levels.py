"""What a file may hold as a whole: one mapping, neither nothing nor anything else."""

import pytest
from reading_texts import data, read, refusal

from policyscore.reading.diagnostics import FILE_START


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "   \n\n  ",
        "# only a comment\n",
        "# two\n\n  # comments",
        "---\n",
        "---\n...\n",
        "--- # nothing\n",
        "\r\n\r\n",
        "%YAML 1.2\n---\n",
    ],
)
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    document, findings = read(text)
    assert document is None
    assert [(f.rule.name, f.span) for f in findings] == [("empty-file", FILE_START)]
    assert findings[0].message == "The file is empty."
    assert findings[0].hint == "Write its keys, or delete it."


@pytest.mark.parametrize(
    "text",
    [
        "«»- a\n- b\n",
        "«[»a, b]\n",
        "«just some text»\n",
        "# a comment\n«two lines\n  of text»\n",
        "«42»\n",
        "«null»\n",
        "«~»\n",
        "«''»\n",
        '«"quoted"» # text\n',
        "«|\n  a block»\n",
        "--- «text»\n",
        "«[»" + "[" * 30_000,
        "«»" + "- " * 30_000,
    ],
    ids=lambda text: text[:20],
)
def test_a_top_level_that_is_not_a_mapping_is_refused(text: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "not-a-mapping"
    assert finding.message == "The file must hold `key: value` lines at its top level."
    assert finding.hint == "Start with a line such as `title: ...`."


@pytest.mark.parametrize("text", ["{}", "{}\n", "--- {}\n", "# comment\n{ }"])
def test_an_empty_mapping_is_a_mapping(text: str) -> None:
    assert data(text) == {}


def test_a_mapping_may_stand_in_braces() -> None:
    assert data("{a: 1, b: [2]}") == {"a": 1, "b": [2]}
