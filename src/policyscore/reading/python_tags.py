"""Tags and directives in PyYAML's own scanner, accepted and refused as by libyaml's.

No file of a case may hold a tag, but it is the same mistake, with the same name, on any machine.
"""

from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml.scanner import ScannerError

_WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")
_IN_TAG = _WORD | frozenset(";/?:@&=+$.!~*'()%")
_END = frozenset("\0\r\n \t")
_VERSIONS = frozenset({"1.1", "1.2"})


class TagsLikeLibyaml(yaml.reader.Reader, yaml.scanner.Scanner):
    """PyYAML's reader of characters and its scanner of tokens."""

    # Known to PyYAML's stubs without their types.
    get_mark: Callable[[], Any]
    scan_line_break: Callable[[], str]

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)

    def scan_tag(self) -> yaml.TagToken:
        """Read a tag."""
        start = self.get_mark()
        handle: str | None = "!"
        if self.peek(1) == "<":
            handle = None
            self.forward(2)
            suffix = self.scan_tag_uri("tag", start)
            if self.peek() != ">":
                self.fail("a tag", start, "did not find the expected '>'")
            self.forward()
        else:
            length = 1
            while self.peek(length) in _WORD:
                length += 1
            named = self.peek(length) == "!"
            if named:
                handle = self.prefix(length + 1)
            self.forward(length + 1 if named else 1)
            suffix = self._local_uri(start)
            if not suffix:
                if named:
                    self.fail("a tag", start, "did not find expected tag URI")
                handle, suffix = None, "!"
        ch = self.peek()
        if ch not in _END and not (self.flow_level and ch == ","):
            self.fail("a tag", start, "did not find expected whitespace or line break")
        return yaml.TagToken((handle, suffix), start, self.get_mark())

    def _local_uri(self, start: Any) -> str:
        """The rest of a tag, in which brackets and commas end it."""
        suffix = ""
        while (ch := self.peek()) in _IN_TAG:
            if ch == "%":
                suffix += self.scan_uri_escapes("tag", start)
            else:
                suffix += ch
                self.forward()
        return suffix

    def scan_directive(self) -> yaml.DirectiveToken:
        """Read a directive: `%YAML`, of the versions that there are, or `%TAG`."""
        scanner: Any = super()
        start = self.get_mark()
        try:
            token: yaml.DirectiveToken = scanner.scan_directive()
        except ValueError:  # a number of more digits than Python converts
            self.fail("a directive", start, "found extremely long version number", start)
        if token.name not in {"YAML", "TAG"}:
            self.fail("a directive", start, "found unknown directive name", start)
        if token.name == "YAML" and ".".join(map(str, token.value)) not in _VERSIONS:
            self.fail("a directive", start, "found incompatible YAML document", start)
        return token

    def fail(self, what: str, start: Any, problem: str, at: Any = None) -> NoReturn:
        """Give up, at the current character unless another is named."""
        raise ScannerError(f"while scanning {what}", start, problem, at or self.get_mark())
