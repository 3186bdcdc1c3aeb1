"""The comment that names a file's schema: put where it is missing, and nothing else touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyscore.editors.comment_line import comment_line, with_comment

LINE = "# yaml-language-server: $schema=../.policyscore/option.schema.json"
PATH = "options/wait.yaml"


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("policyscore.yaml", ".policyscore/case.schema.json"),
        ("options/wait.yaml", "../.policyscore/option.schema.json"),
        ("weights/balanced.yaml", "../.policyscore/weights.schema.json"),
    ],
)
def test_each_kind_of_file_names_its_schema_from_where_it_is(path: str, schema: str) -> None:
    assert comment_line(path) == f"# yaml-language-server: $schema={schema}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: X\n", f"{LINE}\ntitle: X\n"),
        ("title: X", f"{LINE}\ntitle: X"),
        ("title: X\r\ntags: []\r\n", f"{LINE}\r\ntitle: X\r\ntags: []\r\n"),
        ("\ufefftitle: X\n", f"\ufeff{LINE}\ntitle: X\n"),
        ("\ufefftitle: X\r\n", f"\ufeff{LINE}\r\ntitle: X\r\n"),
        ("# a comment\ntitle: X\n", f"{LINE}\n# a comment\ntitle: X\n"),
        ("\n\n  \ntitle: X\n", f"{LINE}\n\n\n  \ntitle: X\n"),
        ("---\ntitle: X\n", f"{LINE}\n---\ntitle: X\n"),
        ("%YAML 1.2\n---\ntitle: X\n", f"{LINE}\n%YAML 1.2\n---\ntitle: X\n"),
        (f"title: X\n{LINE}\n", f"{LINE}\ntitle: X\n{LINE}\n"),
        (f"--- {{title: X}}\n{LINE}\n", f"{LINE}\n--- {{title: X}}\n{LINE}\n"),
        (f"title: '{LINE}'\n", f"{LINE}\ntitle: '{LINE}'\n"),
    ],
)
def test_the_comment_is_put_on_top(before: str, after: str) -> None:
    assert with_comment(before, PATH) == after
    assert with_comment(after, PATH) == after


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\ntitle: X\n",
        f"\ufeff{LINE}\r\ntitle: X\r\n",
        f"# Ours.\n\n{LINE}\ntitle: X\n",
        f"---\n{LINE}\ntitle: X\n",
        f"--- # here\n{LINE}\ntitle: X\n",
        "#yaml-language-server:$schema=../.policyscore/option.schema.json\ntitle: X\n",
        "# $schema: ../.policyscore/option.schema.json\ntitle: X\n",
    ],
)
def test_a_comment_that_is_there_stays_where_it_is(text: str) -> None:
    assert with_comment(text, PATH) == text


@pytest.mark.parametrize(
    "named",
    [
        "https://example.org/option.json",
        "./own.schema.json",
        "none",
        "../policyscore/option.schema.json",
    ],
)
def test_a_schema_of_somebody_elses_choice_is_respected(named: str) -> None:
    text = f"# yaml-language-server: $schema={named}\ntitle: X\n"
    assert with_comment(text, PATH) == text


@pytest.mark.parametrize(
    "named",
    [
        ".policyscore/option.schema.json",
        "../.policyscore/weights.schema.json",
        "../../elsewhere/.policyscore/option.schema.json",
    ],
)
def test_a_comment_that_leads_to_another_of_our_schemas_is_mended(named: str) -> None:
    text = f"# Mine.\r\n# yaml-language-server: $schema={named} # see there\r\ntitle: X\r\n"
    mended = f"# Mine.\r\n{LINE} # see there\r\ntitle: X\r\n"
    assert with_comment(text, PATH) == mended


PIECES = ("\n", "\r\n", " ", "#", "---", "%YAML 1.2", "title: X", "# $schema: x", f"{LINE}\n", "x")


@given(st.booleans(), st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=9))
def test_whatever_a_text_holds_only_one_line_is_added_and_once(
    marked: bool, pieces: list[str]
) -> None:
    mark, text = "\ufeff" * marked, "".join(pieces).lstrip("\ufeff")
    after = with_comment(mark + text, PATH)
    added = [f"{mark}{LINE}{newline}{text}" for newline in ("\n", "\r\n")]
    assert after in (mark + text, *added)
    assert with_comment(after, PATH) == after
