"""``parse --explain`` in the terminal: the blocks of a mail, every candidate, and why one won. Prints nothing.

Works on the JSON shape, so that what is shown is what other programs get; words out of mails are plain ``Text``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from mailticket.outbound.clean import one_line, paragraphs
from mailticket.vocabulary import BY_KEY

MAX_LINES = 200  # of one block
_BLOCK_STYLE = {
    "text": "",
    "form": "cyan",
    "quote": "dim",
    "forwarded": "magenta",
    "signature": "blue",
    "table": "cyan",
    "log": "dim",
}
_SURE, _FAIR = 0.8, 0.5


def sheet(shape: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Everything below the ordinary summary; nothing for a mail without an explanation."""
    explanation = shape.get("explanation")
    if explanation is None:
        return
    for block in explanation["blocks"]:
        yield Text(f"\n{block['kind']}", "bold")
        yield Padding(_marked(block, explanation["considered"]), (0, 0, 0, 2))
    yield Text("\ncandidates", "bold")
    yield from _candidates(explanation["considered"])
    if explanation["unknown_labels"]:
        labels = ", ".join(json.dumps(one_line(label), ensure_ascii=False) for label in explanation["unknown_labels"])
        yield Text(f"\nlabels the lexicon does not know: {labels}", "yellow")


def _marked(block: Mapping[str, Any], considered: Iterable[Mapping[str, Any]]) -> Text:
    """The block with the words of chosen values set off."""
    lines = block["text"].split("\n")
    more = [f"… {len(lines) - MAX_LINES} more lines"] if len(lines) > MAX_LINES else []
    text = Text(paragraphs("\n".join((*lines[:MAX_LINES], *more))), _BLOCK_STYLE[block["kind"]])
    for item in considered:
        written = item["written"].strip()
        if item["chosen"] and written:
            text.highlight_words([written], "bold green")
    return text


def _candidates(considered: Iterable[Mapping[str, Any]]) -> Iterator[RenderableType]:
    for key, items in groupby(considered, lambda item: str(item["key"])):
        yield Text(BY_KEY[key].label)
        for item in items:
            yield Padding(_candidate(item), (0, 0, 0, 2))


def _candidate(item: Mapping[str, Any]) -> Text:
    """The value with how sure it is, and under it the evidence."""
    value = item["value"] if isinstance(item["value"], str) else json.dumps(item["value"], ensure_ascii=False)
    confidence, chosen = item["confidence"], item["chosen"]
    line = Text("✓ " if chosen else "· ", "bold green" if chosen else "dim")
    line.append(f"{confidence:.2f} ", "green" if confidence >= _SURE else "yellow" if confidence >= _FAIR else "red")
    line.append(one_line(value, 200), "" if chosen else "dim")
    evidence = item["evidence"]
    line.append(f"\n       {item['why']}: {evidence['rule']}, {item['source']}{_place(evidence)}", "dim")
    return line


def _place(evidence: Mapping[str, Any]) -> str:
    return f" ({evidence['part']} {evidence['begin']}-{evidence['end']})" if evidence["end"] else ""
