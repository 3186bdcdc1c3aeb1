"""What turns YAML into events: libyaml's parser, or PyYAML's own where that is missing."""

from typing import Any

import yaml

from policyscore.reading.python_scanner import LikeLibyaml


class PythonParser(LikeLibyaml, yaml.parser.Parser):
    """PyYAML's own parser, for where libyaml is missing."""

    def __init__(self, stream: str) -> None:
        LikeLibyaml.__init__(self, stream)
        yaml.parser.Parser.__init__(self)


# libyaml's parser, or None where PyYAML was built without it.
FastParser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else None  # type: ignore[attr-defined]
