"""A file may hold 50,000 values and not one more, however they are arranged."""

import pytest
from reading_texts import data, read

from policyscore.reading.yaml_reader import MOST_VALUES


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


@pytest.mark.parametrize("shape", SHAPES)
def test_fifty_thousand_values_are_read(shape: object) -> None:
    assert callable(shape)
    assert MOST_VALUES == 50_000
    assert count(data(shape(MOST_VALUES))) == MOST_VALUES


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("more", [1, 9])
def test_one_more_is_refused(shape: object, more: int) -> None:
    assert callable(shape)
    document, findings = read(shape(MOST_VALUES + more))
    assert document is None
    assert [f.rule.name for f in findings] == ["too-large"]
    assert findings[0].message == "The file holds more than 50,000 values."
    assert "keep data elsewhere" in findings[0].hint


def count(found: object) -> int:
    if isinstance(found, dict):
        return len(found) + sum(map(count, found.values()))
    return len(found) + sum(map(count, found)) if isinstance(found, list) else 0
