"""`robustness` on hostile cases, with absurd options, and with its streams taken away."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hostile_cases import FIRST, HEADER, HEADER_FILE, PROFILE, SECOND, A, B, P, case
from hostile_runs import CAP, FORMATS, UNSAFE, assert_unharmed, attack, write_case
from rich.cells import cell_len

LAWS = ("fixed", "admissible", "near", "any", "profiles")
FEW = ("--samples", "800")
RANGE = "{likely: 40, low: 20, high: 60, by: ann, source: memo, at: p1, because: So.}"
OPEN = "title: Open\nranges: {risk: {low: 0.2}, gain: any}\n"
SECONDS = 8  # of processor time on a slow core


def judged(said: str) -> dict[str, str]:
    """The case with a judgement in place of the range of each option."""
    return {A: FIRST.replace(RANGE, said), B: SECOND.replace(RANGE, said)}


def listed(form: str, count: int) -> str:
    return "[" + ", ".join(form.format(n, n % 97) for n in range(count)) + "]"


JUDGEMENTS = {
    "ten thousand samples": f"{{samples: {listed('{1}', 10_000)}}}",
    "samples all equal": f"{{samples: {listed('40', 99)}}}",
    "the ends of the scale as samples": "{samples: [0, 100]}",
    "a deviation near none": "{normal: [40, 1e-300]}",
    "the least deviation": "{normal: [40, 5e-324]}",
    "a deviation far beyond the scale": "{normal: [40, 1e15]}",
    "a mean at the end": "{normal: [100, 1e15]}",
    "the least shapes": "{beta: [0.01, 0.01], low: 0, high: 100}",
    "shapes far apart": "{beta: [0.01, 10000], low: 0, high: 100}",
    "the largest shapes": "{beta: [10000, 10000], low: 0, high: 100}",
    "a range of no width": "{low: 40, high: 40}",
    "a range of hardly any width": "{low: 40, high: 40.000000000000007}",
    "a range with all at one end": "{low: 0, likely: 0, high: 100}",
    "unknown": "unknown",
}
REFUSED = {
    "a hundred thousand samples": f"{{samples: {listed('{1}', 100_000)}}}",
    "one sample": "{samples: [40]}",
    "no deviation": "{normal: [40, 0]}",
    "a deviation beyond floats": "{normal: [40, 1e999]}",
    "a shape below the least": "{beta: [0.009, 1], low: 0, high: 100}",
    "a shape above the most": "{beta: [1, 10001], low: 0, high: 100}",
    "a beta of no width": "{beta: [2, 5], low: 40, high: 40}",
}
LIMITED = HEADER.replace("title: Risk", "title: Risk, at-most: 50")
SCALES = {
    "a narrow scale": ("0", "1e-12"),
    "a wide scale": ("-1e15", "1e15"),
    "a scale near nothing": ("0", "1e-300"),
}
CASES: dict[str, dict[str, str]] = {
    **{name: judged(said) for name, said in JUDGEMENTS.items()},
    **{
        name: {
            **judged(f"{{low: {low}, high: {high}}}"),
            HEADER_FILE: HEADER.replace("{0: none, 100: war}", f"{{{low}: none, {high}: war}}"),
        }
        for name, (low, high) in SCALES.items()
    },
    "a value function that is flat": {
        HEADER_FILE: HEADER.replace("{0: 0, 50: 80, 100: 100}", "{0: 0, 10: 50, 90: 50, 100: 100}")
    },
    "a requirement that all miss": {**judged("90"), HEADER_FILE: LIMITED},
    "a requirement that all miss at times": {**judged("unknown"), HEADER_FILE: LIMITED},
    "a requirement that the baseline misses": {
        A: FIRST.replace(RANGE, "90"),
        HEADER_FILE: LIMITED,
    },
    "a sliver of weights": {
        P: "title: P\nranges: {risk: {low: 0.5, high: 0.500000001}, gain: any}\n"
    },
    "open weights": {P: OPEN},
    "groups of a group": {
        P: "title: P\ngroup: {of: {r: 1}}\n",
        "weights/r.yaml": "title: R\ngroup: {of: {s: 1, q: 3}}\n",
        "weights/s.yaml": OPEN,
    },
    "hundreds of judges, half of them without weight": {
        HEADER_FILE: HEADER.replace(
            "experts:\n",
            "experts:\n" + "".join(f"  e{n}: {{title: E, weight: {n % 2}}}\n" for n in range(200)),
        ),
        A: f"title: A\nscores: {{gain: 3, risk: {listed('{{by: e{0}, likely: {1}}}', 200)}}}\n",
    },
}
NASTY = {
    "markup": "[red]x[/red] [bold]y[/] [/]",
    "wide characters": "漢字" * 60,
    "combining marks": "Z" + "\u0335\u0321" * 60,
    "zero-width characters": "a\u200bb\u2060e",
    "Markdown and HTML": "**b** | <script>x</script> [e](f) # i",
    "a formula": "=HYPERLINK('https://example.org')",
    "right-to-left letters": "שלום",
    "format fields": "{0} %s $HOME `id`",
}


def titled(text: str) -> dict[str, str]:
    """The case with a text as every title that `robustness` shows."""
    nasty = "'" + text.replace("'", "''") + "'"
    two = "[{low: 10, high: 60, by: ann}, {by: bob, normal: [10, 40]}]"
    header = HEADER.replace("{title: Ann,", f"{{title: {nasty},").replace(
        "experts:\n", f"experts:\n  bob: {{title: {nasty}}}\n"
    )
    for plain in ("title: A case", "title: Gain", "title: Risk"):
        header = header.replace(plain, f"title: {nasty}")
    return {
        HEADER_FILE: header,
        A: FIRST.replace("Option A", nasty).replace(RANGE, two),
        B: SECOND.replace("Option B", nasty).replace(RANGE, two),
        P: OPEN.replace("Open", nasty),
        "weights/q.yaml": PROFILE.replace("Profile", nasty),
    }


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    cases = {name: case(texts) for name, texts in CASES.items()}
    commands = [["robustness", *FEW, "-f", "json", "-w", law] for law in LAWS]
    return attack(tmp_path_factory.mktemp("hostile"), cases, commands)


@pytest.mark.parametrize("name", CASES)
def test_all_shares_add_up_under_all_weights(runs: Any, name: str) -> None:
    assert_unharmed(runs[name], [0])
    for run in runs[name]:
        assert run.seconds < SECONDS, run.arguments
        data = json.loads(run.out, parse_constant=lambda word: pytest.fail(f"{word} in {name}"))
        for option in data["options"]:
            assert sum(option["acceptability"]) + option["excluded"] == pytest.approx(1, abs=1e-9)
        firsts = sum(option["first"] for option in data["options"])
        assert firsts + data["undecided"] == pytest.approx(1, abs=1e-9)


def test_what_cannot_be_drawn_from_is_found_out(tmp_path: Path) -> None:
    cases = {name: case(judged(said)) for name, said in REFUSED.items()}
    for name, found in attack(tmp_path / "refused", cases, [["robustness", *FEW]]).items():
        assert_unharmed(found, [1])
        assert "error[" in found[0].err, name
        assert len(found[0].err) < 20_000, name


@pytest.mark.parametrize("columns", ["40", "140"])
def test_titles_do_nothing_and_lines_fit(tmp_path: Path, columns: str) -> None:
    cases = {name: case(titled(text)) for name, text in NASTY.items()}
    shown = FORMATS if columns == "40" else FORMATS[:2]
    commands = [["robustness", *FEW, "-f", form] for form in shown]
    for name, found in attack(tmp_path / "n", cases, commands, {"COLUMNS": columns}).items():
        assert_unharmed(found, [0])
        table, data = found[0].out, json.loads(found[1].out)
        assert max(map(cell_len, table.splitlines())) <= int(columns), name
        assert {option["title"] for option in data["options"]} == {NASTY[name]}


ABSURD = [
    *(["--samples", said] for said in ("0", "-1", "1e5", "9" * 19, "9" * 5000, "٣")),
    *(["--precision", said] for said in ("0", "1", "nan", "inf", "-1", "0,5", "")),
    *(["--seed", said] for said in ("-1", "1.5", "9" * 19, "x")),
    *(["--workers", said] for said in ("0", "-3", "two")),
    *(["--top", said] for said in ("0", "-1", "all")),
    *(["-w", "near", "--concentration", said] for said in ("0.5", "nan", "1e7", "-1")),
    *(["--dask", said] for said in ("", "x", "tcp://[::1", "tcp://127.0.0.1:99999")),
    ["--concentration", "50"],
    ["-w", "any", "--profile", "p"],
    ["--dask", "tcp://127.0.0.1:1", "--workers", "2"],
    ["--profile", "nobody"],
    ["--profile", "../nothing.yaml"],
    ["--profile", ""],
    ["--output", "/nonexistent/folder/file"],
]
EXTREME = [
    ["--samples", "1"],
    ["--precision", "0.999999"],
    ["--precision", "1e-300", "--samples", "1600"],
    ["--seed", "9" * 18],
    ["--top", "9" * 18],
    ["-w", "near", "--concentration", "1"],
    ["-w", "near", "--concentration", "1e6"],
    ["--experts", "TOGETHER", "--pert", *FEW],
]


def test_absurd_options_are_wrong_usage_and_extreme_ones_are_fine(tmp_path: Path) -> None:
    commands = [["robustness", *more] for more in [*ABSURD, *EXTREME]]
    found = attack(tmp_path / "absurd", {"open": case({P: OPEN})}, commands)["open"]
    assert_unharmed(found[: len(ABSURD)], [2])
    assert_unharmed(found[len(ABSURD) :], [0])
    for run in found[: len(ABSURD)]:
        assert run.err.startswith("policyscore: "), run.arguments
        assert not run.out


def sixty(options: int) -> dict[str, str]:
    """A case of sixty criteria with ranges everywhere."""
    names = [f"c{n}" for n in range(60)]
    head = "policyscore: 1\ntitle: T\nbaseline: o0\ndefault-profile: p\ncriteria:\n"
    leaf = "{title: C, better: higher, scale: {0: x, 100: y}}"
    points = ", ".join(f"{name}: {n + 1}" for n, name in enumerate(names))
    return {
        HEADER_FILE: head + "".join(f"  {name}: {leaf}\n" for name in names),
        P: f"title: P\npoints: {{{points}}}\n",
        **{
            f"options/o{n}.yaml": f"title: Option {n}\nscores:\n"
            + "".join(
                f"  {name}: {{low: {n * m % 83}, high: {n * m % 83 + 17}}}\n"
                for m, name in enumerate(names)
            )
            for n in range(options)
        },
    }


def test_hundreds_of_options_by_sixty_criteria_stay_small(tmp_path: Path) -> None:
    commands = [["robustness", *FEW, "-f", form] for form in ("table", "csv")]
    found = attack(tmp_path / "large", {"large": sixty(150)}, commands)["large"]
    assert_unharmed(found, [0])
    assert all(run.peak < CAP for run in found)
    assert found[1].out.count("\n") == 151


def test_thousands_of_options_are_answered_in_json_too(tmp_path: Path) -> None:
    """The share of each rank would be four million numbers; without it the cap holds."""
    commands = [["robustness", *FEW, "-f", "json"]]
    (run,) = attack(tmp_path / "huge", {"huge": thin(2_000)}, commands)["huge"]
    assert_unharmed([run], [0])
    assert run.peak < CAP
    data = json.loads(run.out)
    assert len(run.out) < 4_000_000
    assert [option["acceptability"] for option in data["options"]] == [None] * 2_000
    assert sum(option["first"] for option in data["options"]) == pytest.approx(1, abs=1e-9)
    assert any("share of each rank is left out" in line for line in data["left_out"])


def thin(options: int) -> dict[str, str]:
    """A case of two criteria with ranges everywhere."""
    return {
        **{str(path): str(text) for path, text in case().items()},
        **{
            f"options/o{n}.yaml": f"title: Option {n}\nscores:\n  risk: {{low: {n % 83}, high: "
            f"{n % 83 + 17}}}\n  gain: {{low: {n % 71}, high: {n % 71 + 29}}}\n"
            for n in range(options - 2)
        },
    }


def started(root: Path, *arguments: str, **streams: Any) -> "subprocess.Popen[str]":
    """Start the program as a process of its own."""
    keep = ("PATH", "SYSTEMROOT", "TMPDIR", "HOME", "LD_LIBRARY_PATH")
    bare = {key: os.environ[key] for key in keep if key in os.environ}
    paths = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    return subprocess.Popen(
        [sys.executable, "-m", "policyscore", "robustness", "-C", str(root), *arguments],
        env={**bare, "PYTHONPATH": paths, "COLUMNS": "80", "PYTHONUTF8": "1"},
        text=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_case(tmp_path / "case", case({P: OPEN}))


def test_a_reader_that_leaves_is_no_fault(root: Path) -> None:
    for form in FORMATS:
        read, write = os.pipe()
        os.close(read)
        process = started(root, *FEW, "-f", form, stdout=write)
        os.close(write)
        _, err = process.communicate(timeout=60)
        assert process.returncode in {0, 141}, form
        assert "Traceback" not in err
        assert "fault of the program" not in err


def test_no_input_and_several_at_once_change_nothing(root: Path) -> None:
    kinds: list[Any] = [None, subprocess.DEVNULL, subprocess.PIPE]
    processes = [started(root, *FEW, "-f", "json", stdin=kind) for kind in kinds]
    ended = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len({out for out, _ in ended}) == 1
    assert json.loads(ended[0][0])["samples"] >= 800


def test_what_cannot_be_written_is_said_and_leaves_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    full = [Path("/dev/full")] if Path("/dev/full").exists() else []  # Linux alone has it
    for target in [root / "options", root / "none" / "file", *full]:
        process = started(root, *FEW, "--output", str(target))
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (2, ""), target
        assert err.startswith(f"policyscore: `{target}` "), target
        assert err.count("\n") == 1
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("more", [[], ["--workers", "2"]])
@pytest.mark.parametrize("after", [0.4, 1.5])
def test_ctrl_c_at_any_time_ends_it_in_order(root: Path, more: list[str], after: float) -> None:
    process = started(root, "--samples", "9" * 18, "-f", "json", *more)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    if after < 1 and process.returncode == -signal.SIGINT:  # before the program is there
        assert not out
        return
    assert "Traceback" not in err or after < 1  # Python's own, likewise
    assert process.returncode == 130
    if out:
        data = json.loads(out)
        assert data["interrupted"]
        assert sum(option["first"] for option in data["options"]) == pytest.approx(1, abs=1e-9)
    assert not UNSAFE.search(err)
