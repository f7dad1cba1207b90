"""JSON as ``json.dumps(…, indent=2)`` writes it, piece by piece: an iterator in it is a list made while it is written.

So that a document of very many rows needs the memory of one. Knows no shape.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

_PLAIN = (str, int, float, type(None))  # bool is an int
_leaf = json.JSONEncoder(ensure_ascii=False).encode


def pieces(value: object, margin: str = "\n") -> Iterator[str]:
    """The document, without a line end after it; ``margin`` begins each of its lines but the first."""
    inner = margin + "  "
    if isinstance(value, Mapping) and all(isinstance(item, _PLAIN) for item in value.values()):
        yield _flat(value, margin)
    elif isinstance(value, Mapping):
        before = "{" + inner
        for key, item in value.items():
            yield f"{before}{_leaf(str(key))}: "
            yield from pieces(item, inner)
            before = "," + inner
        yield margin + "}"
    elif isinstance(value, list | Iterator):
        before = "[" + inner
        for item in value:
            yield before
            yield from pieces(item, inner)
            before = "," + inner
        yield "[]" if before[0] == "[" else margin + "]"
    else:
        yield _leaf(value)


def _flat(row: Mapping[object, object], margin: str) -> str:
    """A row without parts of its own, all at once: the encoder itself puts each value on its line."""
    return f"{{{margin}  {_of_lines(margin).encode(row)[1:-1]}{margin}}}" if row else "{}"


@cache
def _of_lines(margin: str) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(f",{margin}  ", ": "))
