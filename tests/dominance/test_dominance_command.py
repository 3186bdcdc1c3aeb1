"""The command: what it says first, its parameters, its formats."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from dominance_cases import texts_of, write
from dominance_program import dominance
from rich.cells import cell_len

PROFILES: dict[str, Any] = {
    "fixed": {"points": {"a": 1, "b": 1}},
    "open": {"order": ["a", "b"]},
    "settled": {"ranges": {"a": {"low": 0.9}, "b": "any"}},
    "both": {"group": {"of": {"fixed": 1, "open": 1}}},
}
OPTIONS = {"left": [100, 0], "middle": [40, 40], "right": [0, 100], "worse": [39, 30]}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    titles = {key: f"Go {key}" for key in OPTIONS}
    return write(tmp_path_factory.mktemp("case"), texts_of("ab", OPTIONS, PROFILES, titles))


def data(case: Path, *arguments: str) -> Any:
    """The study as JSON."""
    outcome = dominance(*arguments, "--format", "json", cwd=case)
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def test_it_says_first_how_many_can_be_first_and_which_has_the_least_regret(case: Path) -> None:
    text = dominance(cwd=case, columns=140).out.splitlines()
    assert text[2] == (
        "2 of 4 options can be first under some weights; 2 never can: Go middle and Go worse."
    )
    assert text[3] == (
        "Go middle has the least largest regret: at worst 60.0 points behind the best option."
    )
    assert text[5] == "Weights: any at all, whatever one values (Fixed fixes its own)."


@pytest.mark.parametrize(
    ("arguments", "scope"),
    [
        (["-p", "open"], "Weights: all that Open admits."),
        (["-p", "open", "-w", "any"], "Weights: any at all, whatever one values."),
        (["-w", "admissible"], "Weights: the only ones that Fixed admits."),
        (["-p", "both"], "Weights: all that Both admits."),
        (["-p", "both", "-w", "members"], "Weights: any mean of what the members of Both admit."),
        (
            ["-p", "open", "--judgements", "ranges"],
            "Weights: all that Open admits. Judgements: anything within their ranges.",
        ),
    ],
    ids=" ".join,
)
def test_it_says_which_weights_it_looks_at(case: Path, arguments: list[str], scope: str) -> None:
    assert data(case, *arguments)["scope"] == scope
    assert scope in dominance(*arguments, cwd=case, columns=140).out


def test_it_says_that_weights_do_not_matter_and_asks_no_further(case: Path) -> None:
    text = dominance("-p", "settled", cwd=case).out
    assert "Weights do not matter here: Go left is first whatever the weights." in text
    assert "Weights that put each first" not in text
    found = data(case, "-p", "settled")
    assert found["weights_do_not_matter"]
    assert found["always_first"] == ["left"]
    assert not data(case)["weights_do_not_matter"]


def test_a_profile_that_fixes_its_weights_is_not_said_to_leave_them_without_matter(
    case: Path,
) -> None:
    text = dominance("-w", "admissible", cwd=case, columns=140).out
    assert text.splitlines()[2] == (
        "Fixed leaves no weights open, so this is its ranking: Go left and Go right are first."
    )


def test_json_tells_of_each_option_and_each_pair(case: Path) -> None:
    found = data(case, "-p", "open")
    assert found["schema"] == "policyscore/dominance/1"
    options = {row["option"]: row for row in found["options"]}
    assert options["left"]["first"] == "alone"
    assert options["left"]["lead"] == 60.0
    assert options["left"]["weights"] == {"a": 1.0, "b": 0.0}
    assert (options["middle"]["regret"], options["middle"]["behind"]) == (60.0, "left")
    assert options["worse"]["dominated_by"] == ["middle"]
    assert options["worse"]["necessarily_dominated_by"] == ["middle"]
    assert options["right"]["first"] == "tied"
    assert options["right"]["tied_with"] == ["left"]
    assert found["necessary"]["left"] == ["middle", "right", "worse"]
    assert found["possible"]["right"] == ["left", "middle", "worse"]
    assert found["graph"][0] == {
        "options": ["left"],
        "layer": 0,
        "below": [["middle"], ["right"]],
    }


def test_csv_has_a_line_for_each_option_with_exact_numbers(case: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(dominance("-f", "csv", cwd=case).out)))
    found = data(case)
    assert [row["option"] for row in rows] == [row["option"] for row in found["options"]]
    for row, option in zip(rows, found["options"], strict=True):
        assert float(row["lead"]) == option["lead"]
        assert float(row["regret"]) == option["regret"]
        assert {k: float(row[f"weight:{k}"]) for k in "ab"} == option["weights"]
        assert row["dominated_by"] == " ".join(option["dominated_by"])
        assert row["excluded"] == "false"


def test_options_that_are_excluded_are_listed_as_such_in_every_format() -> None:
    missed = "Open it to lorries again takes no part: it misses the requirement on Risk of collapse"
    assert missed in " ".join(dominance().out.split())
    assert missed in dominance("-f", "markdown").out
    found = json.loads(dominance("-f", "json").out)
    assert [row["option"] for row in found["excluded"]] == ["open-to-lorries"]
    assert "open-to-lorries" not in found["necessary"]
    rows = list(csv.DictReader(io.StringIO(dominance("-f", "csv").out)))
    assert [row["option"] for row in rows if row["excluded"] == "true"] == ["open-to-lorries"]
    for form in ("dot", "mermaid"):
        assert "lorries" not in dominance("-f", form).out


def test_options_can_be_chosen_as_for_a_ranking(case: Path) -> None:
    chosen = data(case, "--only", "left", "--only", "worse")
    assert [row["option"] for row in chosen["options"]] == ["left", "worse"]
    assert len(data(case, "--without", "left")["options"]) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-w", "members"], "`--weights members` is for the profile of a group, and `fixed` is"),
        (["--tolerance", "-1"], "it needs a number of value points, 0 to 100, not '-1'"),
        (["--tolerance", "nan"], "it needs a number of value points, 0 to 100, not 'nan'"),
        (["--tolerance", "much"], "it needs a number of value points, 0 to 100, not 'much'"),
        (["-p", "opne"], "There is no profile `opne`. Did you mean `open`?"),
        (["-w", "some"], "'some' is not one of"),
        (["--only", "nothing"], "There is no option `nothing`."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_explained(case: Path, arguments: list[str], said: str) -> None:
    outcome = dominance(*arguments, cwd=case)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())


def test_the_tolerance_reaches_practical_dominance(case: Path) -> None:
    assert not any(
        row["practically_dominated_by"] for row in data(case, "--without", "middle")["options"]
    )
    wide = data(case, "--without", "middle", "--tolerance", "40")["options"]
    assert {row["option"]: row["practically_dominated_by"] for row in wide}["worse"] == [
        "left",
        "right",
    ]


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
@pytest.mark.parametrize("weights", ["any", "admissible"])
def test_no_line_is_wider_than_the_terminal(columns: int, encoding: str, weights: str) -> None:
    outcome = dominance("-w", weights, columns=columns, encoding=encoding)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(cell_len, outcome.out.splitlines())) <= columns


def test_an_output_file_holds_what_is_printed(case: Path, tmp_path: Path) -> None:
    for form in ("json", "csv", "markdown", "dot", "mermaid"):
        target = tmp_path / form
        assert dominance("-f", form, "-o", str(target), cwd=case) == (0, "", "")
        assert target.read_text("utf-8") == dominance("-f", form, cwd=case).out


def test_help_needs_neither_numpy_nor_highs() -> None:
    probe = (
        "import sys; from policyscore.cli.app import run; run(['dominance', '--help']); "
        "print(sorted({'numpy', 'highspy', 'scipy'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr.strip() == "[]"


def test_the_command_needs_no_scipy() -> None:
    probe = (
        "import sys; from policyscore.cli.app import run; "
        f"code = run(['dominance', '-C', {str(dominance_case())!r}, '-f', 'json']); "
        "print(code, 'scipy' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr.strip() == "0 False"


def dominance_case() -> Path:
    """The case of the snapshots."""
    return Path(__file__).resolve().parents[1] / "snapshots" / "case"
