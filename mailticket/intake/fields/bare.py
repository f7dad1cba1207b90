"""Labels without any separator: "PHONE 07700 900142". Counts only where several such lines follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mailticket.intake.fields.labels import OTHER, exactly, may_begin, meaning, words_of
from mailticket.intake.fields.lines import Line
from mailticket.intake.fields.parts import Answer, split_label

_SHORT = 60  # characters of a line that holds one short answer
_WINDOW = 7  # lines of which most are that short
_BARE_RUN = 5  # labels in a row before they count without separators
_WRAPPED = 58  # characters such lines have on average when they are flowing text


def read_bare(lines: Sequence[Line]) -> tuple[Answer, ...]:
    """ "PHONE 07700 900142": lines that begin with a label and no separator, when at least five in a row do."""
    filled = [(at, line.text) for at, line in enumerate(lines) if line.text.strip()]
    best: list[Answer] = []
    if not _may_run(filled):
        return ()
    for likely, likely_run in groupby(filled, lambda item: may_begin(item[1].split(None, 1)[0])):
        run = list(likely_run) if likely else []
        if len(run) >= _BARE_RUN and sum(len(text) for _, text in run) < _WRAPPED * len(run):
            best = max(best, *_runs(run), key=len)
    return tuple(best) if len({answer.keys for answer in best}) >= _BARE_RUN else ()


def _may_run(filled: Sequence[tuple[int, str]]) -> bool:
    """Mostly short lines somewhere, which running text has none of; cheaper than to ask for labels."""
    short = [len(text) < _SHORT for _, text in filled]
    return sum(short) >= _BARE_RUN and any(sum(short[at : at + _WINDOW]) >= _BARE_RUN for at in range(0, len(short), 2))


def _runs(lines: Sequence[tuple[int, str]]) -> list[list[Answer]]:
    """The stretches of lines that each begin with a label."""
    runs: list[list[Answer]] = [[]]
    for at, text in lines:
        answer = leading(text)
        if answer is None:
            runs.append([])
        else:
            answer.first = answer.last = at
            runs[-1].append(answer)
    return runs


def leading(text: str) -> Answer | None:
    words = text.split(None, 4)
    for size in (3, 2, 1):
        keys = exactly(words[:size]) if len(words) > size else ()
        if keys and keys != (OTHER,):
            if split_label(text) or (meaning(text) and len(words_of(text)) == len(text.split())):
                return None
            return Answer(keys, " ".join(words[:size]), style="bare", lines=[" ".join(text.split()[size:])])
    return None
