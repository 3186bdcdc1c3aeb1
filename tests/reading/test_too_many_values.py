"""A file may hold 50,000 values and not one more, however they are arranged."""

import pytest
from reading_texts import data, read

from policyscore.reading import yaml_reader


def one_list(values: int) -> str:
    return "a: [" + "1," * (values - 1) + "]\n"


def one_mapping(values: int) -> str:
    return "".join(f"k{n}: 1\n" for n in range(values))


def nested(values: int) -> str:
    """Lists of nine: ten values each with the list itself."""
    return (
        "a:\n"
        + "- [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" * ((values - 1) // 10)
        + "- 1\n" * ((values - 1) % 10)
    )


SHAPES = [one_list, one_mapping, nested]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """Lower the limit, so that a test need not read so much."""
    monkeypatch.setattr(yaml_reader, "MOST_VALUES", 500)
    return 500


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_may_reach_the_limit(shape: object, few: int) -> None:
    assert callable(shape)
    assert count(data(shape(few))) == few


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("more", [1, 9, 2000])
def test_a_file_beyond_the_limit_is_refused(shape: object, more: int, few: int) -> None:
    assert callable(shape)
    document, findings = read(shape(few + more))
    assert document is None
    assert [f.rule.name for f in findings] == ["too-large"]
    assert findings[0].message == "The file holds more than 500 values."
    assert "keep data elsewhere" in findings[0].hint


def test_the_limit_is_fifty_thousand() -> None:
    assert yaml_reader.MOST_VALUES == 50_000
    assert yaml_reader.read_yaml(one_list(50_000), "a")[1] == []
    (finding,) = yaml_reader.read_yaml(one_list(50_001), "a")[1]
    assert finding.message == "The file holds more than 50,000 values."


def count(found: object) -> int:
    if isinstance(found, dict):
        return len(found) + sum(map(count, found.values()))
    return len(found) + sum(map(count, found)) if isinstance(found, list) else 0
