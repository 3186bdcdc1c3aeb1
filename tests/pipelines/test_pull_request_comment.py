"""The comment on a pull request, its script run against a server that stands in for GitHub."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from pipeline_case import ROOT, bash, clean_environment, make_case

MARKER = "<!-- policyscore-diff -->"
BOT = {"type": "Bot", "login": "github-actions[bot]"}
TOKEN = "ghs_secret123"  # noqa: S105 (of a server that is this test's own)
SCRIPT = f"bash '{ROOT / 'ci' / 'comment.sh'}'"


class GitHub:
    """The comments of one pull request, and the requests for them."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.refuse = ""
        self.url = ""

    def say(self, body: str, user: dict[str, str] | None = None) -> int:
        number = 1000 + len(self.comments)
        self.comments.append({"id": number, "body": body, "user": user or BOT})
        return number

    def answer(self, method: str, path: str, token: str, body: bytes) -> tuple[int, Any]:
        self.requests.append(f"{method} {path}")
        assert token == f"Bearer {TOKEN}"
        if method == self.refuse:
            return 403, {"message": "Resource not accessible by integration"}
        place, _, query = path.partition("?")
        if method == "GET":
            assert place == "/repos/desk/case/issues/7/comments"
            page = int(query.rpartition("page=")[2])
            return 200, self.comments[(page - 1) * 100 : page * 100]
        text = json.loads(body)["body"]
        if method == "POST":
            assert place == "/repos/desk/case/issues/7/comments"
            return 201, {"id": self.say(text)}
        assert method == "PATCH"
        comment = next(c for c in self.comments if place.endswith(f"/issues/comments/{c['id']}"))
        comment["body"] = text
        return 200, comment


@pytest.fixture
def github() -> Iterator[GitHub]:
    state = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def handle_one(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            token = self.headers.get("Authorization", "")
            code, data = state.answer(self.command, self.path, token, body)
            content = json.dumps(data).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = handle_one  # noqa: N815 (names that the server calls)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (its name there)
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a case in a directory of it, as a pull request finds it."""
    root = tmp_path / "repository"
    make_case(root / "my case")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "the base")
    return root


def git(root: Path, *words: str) -> str:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=0"]
    command = ["git", *who, *words]
    done = subprocess.run(
        command, cwd=root, env=clean_environment(), check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def edit(root: Path, *, reorder: bool) -> None:
    """Let deterrence alone count in the default profile, or change its layout only."""
    profile = root / "my case" / "weights" / "balanced.yaml"
    data = yaml.safe_load(git(root, "show", "HEAD:my case/weights/balanced.yaml"))
    if reorder:
        data["swing"] = {"escalation-risk": 0, "deterrence": 100, "support": 0}
    profile.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")


def comment(repository: Path, github: GitHub, **environment: str) -> str:
    given = {
        "CASE_DIRECTORY": "my case",
        "COMMENT_BASE": git(repository, "rev-parse", "HEAD"),
        "COMMENT_NUMBER": "7",
        "GITHUB_API_URL": github.url,
        "GITHUB_REPOSITORY": "desk/case",
        "GITHUB_TOKEN": TOKEN,
        "PYTHON": sys.executable,
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }
    done = bash(SCRIPT, repository, **{**given, **environment})
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert TOKEN not in done.stdout + done.stderr
    return done.stdout


def methods(github: GitHub) -> list[str]:
    return [request.split()[0] for request in github.requests]


def test_a_change_of_order_is_commented_on(repository: Path, github: GitHub) -> None:
    edit(repository, reorder=True)
    assert comment(repository, github) == ""
    assert methods(github) == ["GET", "POST"]
    assert github.comments[0]["body"].startswith(MARKER)
    assert "A border incident" in github.comments[0]["body"]


def test_the_comment_is_updated_in_place(repository: Path, github: GitHub) -> None:
    github.say("Looks good to me.", {"type": "User", "login": "ada"})
    old = github.say(f"{MARKER}\nwhat the push before did")
    edit(repository, reorder=True)
    comment(repository, github)
    comment(repository, github)
    assert methods(github) == ["GET", "PATCH"] * 2
    assert f"PATCH /repos/desk/case/issues/comments/{old}" in github.requests
    assert len(github.comments) == 2
    assert "A border incident" in github.comments[1]["body"]
    assert github.comments[0]["body"] == "Looks good to me."


def test_it_is_found_after_a_hundred_others(repository: Path, github: GitHub) -> None:
    for number in range(130):
        github.say(f"comment {number}")
    github.say(f"{MARKER}\nold")
    edit(repository, reorder=True)
    comment(repository, github)
    assert methods(github) == ["GET", "GET", "PATCH"]


def test_a_person_who_quotes_the_marker_keeps_their_comment(
    repository: Path, github: GitHub
) -> None:
    github.say(f"{MARKER}\nmine", {"type": "User", "login": "ada"})
    github.say(f"as it says: {MARKER}")
    edit(repository, reorder=True)
    comment(repository, github)
    assert methods(github) == ["GET", "POST"]
    assert github.comments[0]["body"] == f"{MARKER}\nmine"


def test_nothing_is_said_while_no_order_changes(repository: Path, github: GitHub) -> None:
    edit(repository, reorder=False)
    assert comment(repository, github) == ""
    assert methods(github) == ["GET"]
    assert github.comments == []


def test_a_comment_that_is_true_no_more_is_corrected(repository: Path, github: GitHub) -> None:
    github.say(f"{MARKER}\nFirst place changes.")
    edit(repository, reorder=False)
    comment(repository, github)
    assert methods(github) == ["GET", "PATCH"]
    assert github.comments[0]["body"].startswith(MARKER)
    assert "First place changes." not in github.comments[0]["body"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_token_that_may_not_write_is_a_warning(
    method: str, repository: Path, github: GitHub
) -> None:
    github.refuse = method
    edit(repository, reorder=True)
    out = comment(repository, github)
    assert out.startswith("::warning ")
    assert "403" in out
    assert github.comments == []


def test_a_base_without_a_case_is_a_warning(repository: Path, github: GitHub) -> None:
    git(repository, "checkout", "-q", "--orphan", "new")
    git(repository, "commit", "-qm", "no case yet", "--allow-empty", "--only")
    out = comment(repository, github)
    assert "::warning " in out
    assert "cannot be compared" in out
    assert github.requests == []


@pytest.mark.parametrize(
    "name", ["COMMENT_BASE", "COMMENT_NUMBER", "GITHUB_REPOSITORY", "GITHUB_TOKEN"]
)
@pytest.mark.parametrize("value", ["", "$(touch pwned)", "--output=pwned", 'x"\nurl = "y'])
def test_what_is_not_of_the_right_form_goes_nowhere(
    name: str, value: str, repository: Path, github: GitHub
) -> None:
    edit(repository, reorder=True)
    out = comment(repository, github, **{name: value})
    assert out.startswith("::warning ")
    assert github.requests == []
    assert not (repository / "pwned").exists()


def test_the_action_hands_over_what_the_script_reads() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = next(s for s in action["runs"]["steps"] if "comment.sh" in s.get("run", ""))
    assert "'true' == inputs.comment" in step["if"]
    assert "github.event_name == 'pull_request'" in step["if"]
    assert action["inputs"]["comment"]["default"] == "false"
    text = (ROOT / "ci" / "comment.sh").read_text("utf-8")
    for name in step["env"].keys() - {"ACTION_PATH"}:
        assert f"${{{name}:-" in text


def test_only_the_job_that_comments_may_write() -> None:
    path = ROOT / ".github" / "workflows" / "ci.yml"
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    allowed = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    wanted = {"contents": "read", "pull-requests": "write"}
    assert allowed == {**dict.fromkeys(allowed), "case": wanted}
    checkout = workflow["jobs"]["case"]["steps"][0]["with"]
    assert checkout["fetch-depth"] == 0
