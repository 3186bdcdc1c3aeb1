"""A small client of the language server protocol, for one server at the other end of a pipe."""

import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

PATIENCE = 60.0  # a guard against hanging; answers take a fraction of a second

SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False, "url": ""},
        "kubernetesCRDStore": {"enable": False},
        "schemas": {},
    },
    "http": {"proxy": "", "proxyStrictSSL": False},
    "editor": {"tabSize": 2, "detectIndentation": True},
    "files": {"associations": {}},
}


class LanguageClient:
    """Starts a server, talks to it and ends it."""

    def __init__(self, command: list[str], root: Path) -> None:
        self.root = root
        self._server = subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, "NO_PROXY": "", "HTTPS_PROXY": "http://127.0.0.1:9"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._to, self._from = self._server.stdin, self._server.stdout
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._listen, args=(self._from,), daemon=True)
        self._reader.start()
        self._number = 0
        self.requested: list[str] = []
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self.root.as_uri(),
                "workspaceFolders": [{"uri": self.root.as_uri(), "name": "case"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {
                                "snippetSupport": True,
                                "documentationFormat": ["markdown", "plaintext"],
                            }
                        },
                        "hover": {"contentFormat": ["markdown"]},
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.ask("shutdown", None)
                self.tell("exit", None)
                self._server.wait(PATIENCE)
        finally:
            self._server.kill()
            self._server.wait()
            self._reader.join(PATIENCE)
            self._to.close()
            self._from.close()

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with a text of its own, and wait for what is wrong with it."""
        self.tell(
            "textDocument/didOpen",
            {
                "textDocument": {
                    "uri": path.as_uri(),
                    "languageId": "yaml",
                    "version": 1,
                    "text": text,
                }
            },
        )
        while path.as_uri() not in self.diagnostics:
            self._take()
        return self.diagnostics.pop(path.as_uri())

    def complete(self, path: Path, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place, counted from 0: label to item."""
        found = self.ask("textDocument/completion", _at(path, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """The text shown for what stands at a place, counted from 0."""
        found = self.ask("textDocument/hover", _at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._number += 1
        number = self._number
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps(message).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._to.flush()

    def _take(self) -> dict[str, Any]:
        """Take the next message, keeping diagnostics and answering the server's own requests."""
        try:
            message = self._messages.get(timeout=PATIENCE)
        except queue.Empty:
            raise AssertionError(f"the server said nothing for {PATIENCE:g} seconds") from None
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            found = message["params"]
            self.diagnostics[found["uri"]] = found["diagnostics"]
        elif method is not None and "id" in message:
            self.requested.append(method)
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": _answer(message)})
        return message

    def _listen(self, stream: BinaryIO) -> None:
        """Read messages until the server ends."""
        while head := stream.readline():
            length = 0
            while head.strip():
                name, _, value = head.decode("ascii").partition(":")
                if name.lower() == "content-length":
                    length = int(value)
                head = stream.readline()
            self._messages.put(json.loads(stream.read(length)))


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": column},
    }


def _answer(message: dict[str, Any]) -> Any:
    """The answer to a request of the server's: the settings it asks for, or nothing."""
    if message["method"] != "workspace/configuration":
        return None
    found = []
    for item in message["params"]["items"]:
        value: Any = SETTINGS
        for part in (item.get("section") or "").split("."):
            value = value.get(part, {}) if isinstance(value, dict) else {}
        found.append(value)
    return found
