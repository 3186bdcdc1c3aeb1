"""PyYAML's own parser with a scanner that reads as libyaml does, for where libyaml is missing."""

from typing import Any

import yaml

from policyscore.reading.python_scanner import LikeLibyaml


class PythonParser(LikeLibyaml, yaml.parser.Parser):
    """A parser of YAML text into events."""

    def __init__(self, stream: str) -> None:
        LikeLibyaml.__init__(self, stream)
        yaml.parser.Parser.__init__(self)

    def process_empty_scalar(self, mark: Any) -> yaml.ScalarEvent:
        """Stand in for a value that was left out; between brackets it is where the next token is.

        Args:
            mark: Where the token before it ends.
        """
        if self.state in {
            self.parse_flow_mapping_key,
            self.parse_flow_mapping_value,
            self.parse_flow_sequence_entry_mapping_end,
        }:
            scanner: Any = self
            mark = scanner.peek_token().start_mark
        return yaml.ScalarEvent(None, None, (True, False), "", mark, mark)
