"""What the columns and words of telephone systems' tables are called, and which column of a table is which. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from mailticket.contacts import Channel
from mailticket.errors import UnusableTable
from mailticket.outbound.clean import one_line

# What columns are called, without case, blanks and signs; of two that fit, the name that stands first here wins.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "channel": (
        *("channel", "contact channel", "contact type", "media", "media type", "interaction type", "queue type"),
        *("call type", "medium", "type"),
    ),
    "date": ("date", "call date", "start date", "day", "date started"),
    "at": (
        *("start", "start time", "started", "started at", "begin", "begin time", "began", "call start"),
        *("call start time", "date time", "date and time", "date/time", "timestamp", "time stamp", "at", "call time"),
        *("time started", "arrived", "arrival time", "time"),
    ),
    "waited": (
        *("waited", "wait", "wait time", "waiting time", "waiting", "time waited", "queue time", "time in queue"),
        *("queue wait time", "queue duration", "queued", "time to answer", "answer time", "speed of answer"),
        *("hold time", "ring time", "ring duration", "ringing", "time to abandon"),
    ),
    "answered": (
        *("answered", "was answered", "is answered", "abandoned", "was abandoned", "is abandoned"),
        *("disposition", "status", "call status", "result", "call result", "outcome"),
    ),
    "agent": (
        *("agent", "agent name", "answered by", "handled by", "operator", "representative", "user", "user name"),
        *("extension", "agent extension", "extension user", "ext", "agent id", "member"),
    ),
    "ticket": (
        *("ticket", "ticket id", "ticket number", "ticket no", "case", "case id", "case number", "case no"),
        "incident",
    ),
    "id": (
        *("id", "call id", "unique id", "contact id", "interaction id", "conversation id", "chat id", "session id"),
        *("call uuid", "uuid", "guid", "call reference", "reference", "linked id"),
    ),
}
CHANNELS: Mapping[Channel, tuple[str, ...]] = {
    Channel.PHONE: ("phone", "call", "calls", "voice", "telephone", "telephony", "tel", "audio", "inbound call"),
    Channel.CHAT: ("chat", "chats", "web chat", "live chat", "messaging", "instant messaging", "im"),
}
ANSWERED = (
    *("answered", "answer", "handled", "connected", "completed", "complete", "accepted", "served", "transferred"),
    "success",
)
ABANDONED = (
    *("abandoned", "abandon", "no answer", "not answered", "unanswered", "missed", "lost", "hung up", "hangup"),
    *("cancelled", "canceled", "timeout", "timed out", "voicemail", "busy", "failed", "no agent", "caller hung up"),
)
YES, NO = ("yes", "y", "true", "t", "1"), ("no", "n", "false", "f", "0")
UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), timedelta(seconds=1)),
    **dict.fromkeys(("ms", "msec", "millisecond", "milliseconds"), timedelta(milliseconds=1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), timedelta(minutes=1)),
}

_UNIT = re.compile(r"[\s_(\[]+(" + "|".join(UNITS) + r")[)\]]*\s*$", re.I)
_UTC = re.compile(r"[\s_(\[]+(?:utc|gmt)[)\]]*\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column stands, what its header says, and what a bare number of the waiting time counts."""

    header: tuple[str, ...]
    places: Mapping[str, int]
    unit: timedelta
    is_utc: bool = False  # the header of the start says so
    passed_over: tuple[str, ...] = ()  # columns that fit too, with what was read instead


@lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """A header or a word in a cell without its unit, case, blanks and signs."""
    return re.sub(r"[\W_]+", "", _UTC.sub("", _UNIT.sub("", name))).casefold()


_MEANINGS = {plain(name): (key, rank) for key, names in COLUMNS.items() for rank, name in enumerate(names)}
CHANNEL_OF = {plain(word): channel for channel, words in CHANNELS.items() for word in words}
ANSWER_OF = {plain(word): good for good, words in ((True, ANSWERED), (False, ABANDONED)) for word in words}


def layout(header: Sequence[str], *, channel_known: bool) -> Layout:
    """Which column is which; raises UnusableTable naming what was found and what is needed."""
    fits: dict[str, list[tuple[int, int]]] = {}
    for place, name in enumerate(header):
        if meaning := _MEANINGS.get(plain(name)):
            fits.setdefault(meaning[0], []).append((meaning[1], place))
    places = {key: min(found)[1] for key, found in fits.items()}
    if lacks := _lacking(places, channel_known):
        found = ", ".join(f'"{one_line(name, 40)}"' for name in header[:40])
        raise UnusableTable(f"no column for {' and '.join(lacks)}; found are {found}; {needed()}")
    over = [
        f'"{one_line(header[place], 40)}" is not read: "{one_line(header[places[key]], 40)}" is'
        for key, found_places in fits.items()
        for _, place in sorted(found_places)[1:]
    ]
    unit = _UNIT.search(header[places["waited"]])
    is_utc = any(_UTC.search(header[places[key]]) for key in ("date", "at") if key in places)
    return Layout(tuple(header), places, UNITS[unit[1].lower()] if unit else UNITS["s"], is_utc, tuple(over))


def _lacking(places: Mapping[str, int], channel_known: bool) -> list[str]:
    lacks = [] if "channel" in places or channel_known else ["channel (or --channel phone)"]
    lacks += [] if places.keys() & {"at", "date"} else ["start"]
    return lacks + [name for name in ("waited", "answered") if name not in places]


def fitting(names: Sequence[str]) -> int:
    """How many of the names are a column's that is read."""
    return sum(plain(name) in _MEANINGS for name in names)


def needed() -> str:
    return (
        "needed are: channel (phone or chat), start (date and time, in one column or two), waited, answered (or "
        "abandoned, status); read if there are: agent, ticket, id"
    )
