"""The table a telephone system exports, as contacts: each row is read, or refused by its line with every reason.

Pure: lines come in, contacts and problems go out as they are met, and no row is kept.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO, TypeAlias
from zoneinfo import ZoneInfo

from mailticket.contact_columns import ANSWER_OF, CHANNEL_OF, NO, YES, Layout, fitting, layout, needed, plain
from mailticket.contacts import Channel, Contact, Moment, check_begin, local, moment, waiting_time
from mailticket.errors import UnusableTable
from mailticket.outbound.clean import one_line

NO_TICKET = ("", "0", "-", "none", "n/a", "null")
DELIMITERS = (",", ";", "\t")
LONGEST_LINE = 1_000_000  # characters
REMEMBERED = 50_000  # rows without an id, to tell two equal calls from one
MOST_STRANGERS = 100  # told each by name; a column of something else is full of them
LONGEST_ID = 200
CLOCKS_APART = timedelta(minutes=5)  # a telephone system's clock may be ahead of ours

_UTC = ZoneInfo("UTC")
_DATED = re.compile(r"\d{4}\D|\d[-/.]\d+[-/.]\d", re.A)
_MIDNIGHT = re.compile(r"[T ]+0?0:00(?::00(?:\.0+)?)?$")
_EXPONENT = re.compile(r"\d[.,]\d+E\+\d+", re.I | re.A)  # as spreadsheets write long numbers
_TICKET = re.compile(r"(?:.*#|ticket\s+|case\s+)?\s*(\d{1,15})", re.I | re.A)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a table is read by. ``agents`` are the configured names by every casefolded spelling of them."""

    zone: ZoneInfo
    now: datetime
    knows_ticket: Callable[[int], bool]
    agents: Mapping[str, str] = field(default_factory=dict)
    channel: Channel | None = None  # of a table, or a row, that names none
    time_format: str = ""  # as of strptime, for what is no ISO 8601


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was not taken, and why; ``lines`` is ``7`` or ``7-9``."""

    lines: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """How something was taken that could have been taken otherwise."""

    lines: str
    text: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """An agent who is not among the configured ones, as first written in ``lines``; "" for further ones together."""

    name: str
    lines: str
    rows: int = 1


Read: TypeAlias = Contact | Problem | Note | Stranger


# ---------------------------------------------------------------- the table


def text_lines(stream: BinaryIO) -> Iterator[str]:
    """Lines of UTF-8, with or without BOM; a line that is none is read as cp1252. Raises UnusableTable."""
    text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    number = 0
    while line := text.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise UnusableTable(f"line {number} is longer than {LONGEST_LINE} characters: this is no CSV file")
        yield line if line.isascii() else _as_cp1252(line)
    text.detach()


def _as_cp1252(line: str) -> str:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        octets = line.encode("utf-8", "surrogateescape")
        if octets[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnusableTable("this is UTF-16; save it as CSV in UTF-8") from None
        return octets.decode("cp1252", "replace")
    return line


def read(lines: Iterable[str], terms: Terms) -> Iterator[Read]:
    """Contacts, and a Problem for each row that is none, in the table's order; raises UnusableTable by its header.

    At the end a Stranger for each agent of good rows whom nobody configured, where any are configured at all.
    """
    source = iter(lines)
    number, header = _first_line(source)
    # the sign that makes known columns of the header, else the one that makes most columns
    names, delimiter = max(((_split(header, sign), sign) for sign in DELIMITERS), key=lambda it: _worth(it[0]))
    rows = csv.reader(source, delimiter=delimiter, strict=True, skipinitialspace=True)
    reading = _Rows(layout(names, channel_known=terms.channel is not None), terms)
    yield from (Note(str(number), text) for text in reading.layout.passed_over)
    while True:
        first = number + rows.line_num + 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Problem(_span(first, number + rows.line_num), _csv_reason(error))
            continue
        if cells is None:
            break
        if any(map(str.strip, cells)):
            yield from reading.read(_span(first, number + rows.line_num), cells)
    yield from reading.strangers.values()


def _first_line(lines: Iterator[str]) -> tuple[int, str]:
    """The number of the header's line, and the line; before it stand empty ones and Excel's "sep=;"."""
    for number, line in enumerate(lines, 1):
        if line.strip(" \t\r\n;,") and not re.fullmatch(r'"?sep=."?\s*', line, re.I):
            return number, line
    raise UnusableTable(f"holds no table; {needed()}")


def _split(header: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(next(csv.reader([header], delimiter=delimiter, skipinitialspace=True)))
    except csv.Error as error:
        raise UnusableTable(f"the header cannot be read: {error}") from error


def _worth(names: tuple[str, ...]) -> tuple[int, int]:
    return fitting(names), len(names)


def _span(first: int, last: int) -> str:
    return str(first) if last <= first else f"{first}-{last}"


def _csv_reason(error: csv.Error) -> str:
    if str(error) in ("unexpected end of data", f"field larger than field limit ({csv.field_size_limit()})"):
        return "a quotation mark that opens here is never closed; the lines up to its end could not be read"
    return f"cannot be read as CSV: {error}"


# ---------------------------------------------------------------- a row


@dataclass(slots=True)
class _Rows:
    """Reads the rows of one table; remembers what tells two equal calls without an id apart, and unknown agents."""

    layout: Layout
    terms: Terms
    equal: OrderedDict[bytes, int] = field(default_factory=OrderedDict)
    strangers: dict[str, Stranger] = field(default_factory=dict)

    def read(self, lines: str, cells: Sequence[str]) -> Iterator[Read]:
        expected = len(self.layout.header)
        if len(cells) < expected or any(map(str.strip, cells[expected:])):
            yield Problem(lines, f"has {len(cells)} cells where the header has {expected}")
            return
        row = _Row({key: cells[place].strip() for key, place in self.layout.places.items()}, self.layout, self.terms)
        values, reasons = _values(row)
        if reasons:
            yield Problem(lines, "; ".join(reasons))
            return
        if note := values.pop("note"):
            yield Note(lines, note)
        key = values.pop("key")
        contact = Contact(**values, agent=_agent(row))
        self._meet(contact.agent, lines)
        yield replace(contact, source=self._source(contact, key))

    def _meet(self, agent: str, lines: str) -> None:
        agents, key = self.terms.agents, agent.casefold()
        if not agent or not agents or key in agents:
            return
        if key not in self.strangers and len(self.strangers) >= MOST_STRANGERS:
            agent = key = ""
        met = self.strangers.setdefault(key, Stranger(agent, lines, 0))
        self.strangers[key] = replace(met, rows=met.rows + 1)

    def _source(self, contact: Contact, key: str) -> str:
        """The same for the same call in every export. Its begin belongs to it: systems start to count anew."""
        at = contact.at.isoformat()
        if key:
            return f"{contact.channel} {at} {key}"
        words = f"{contact.channel} {at} {contact.waited} {contact.answered} {contact.agent}"
        digest = hashlib.sha256(words.encode("utf-8", "replace")).digest()[:16]
        count = self.equal[digest] = self.equal.pop(digest, 0) + 1
        if len(self.equal) > REMEMBERED:
            self.equal.popitem(last=False)
        return f"row {digest.hex()} {count}"


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Mapping[str, str]
    layout: Layout
    terms: Terms


def _values(row: _Row) -> tuple[dict[str, Any], list[str]]:
    """What the cells hold, and every reason why they hold no contact."""
    values: dict[str, Any] = {}
    reasons: list[str] = []
    for reader in (_channel, _begin, _waited, _answered, _ticket, _key):
        try:
            values |= reader(row)
        except ValueError as error:
            reasons.append(str(error))
    return values, reasons


def _channel(row: _Row) -> dict[str, Any]:
    written = row.cells.get("channel", "")
    found = CHANNEL_OF.get(plain(written)) if written else row.terms.channel
    if found is None:
        raise ValueError(f'channel "{one_line(written, 40)}" is neither phone nor chat')
    return {"channel": found}


def _begin(row: _Row) -> dict[str, Any]:
    date, at = row.cells.get("date", ""), row.cells.get("at", "")
    text = at if not date or _DATED.search(at) else f"{_MIDNIGHT.sub('', date) if at else date} {at}".strip()
    if not text:
        raise ValueError("no start time")
    zone = _UTC if row.layout.is_utc else row.terms.zone
    taken = _formatted(text, row.terms.time_format, zone) if row.terms.time_format else moment(text, zone)
    return {"at": check_begin(taken, row.terms.now + CLOCKS_APART, text), "note": taken.note}


def _formatted(text: str, form: str, zone: ZoneInfo) -> Moment:
    try:
        at = datetime.strptime(text, form)  # noqa: DTZ007  placed in the next line
        return local(at, zone) if at.tzinfo is None else Moment(at.astimezone(UTC))
    except (ValueError, OverflowError) as error:
        raise ValueError(f'"{one_line(text, 40)}" is not of the form {form}') from error


def _waited(row: _Row) -> dict[str, Any]:
    written = row.cells["waited"]
    if not written:
        raise ValueError("no waiting time")
    return {"waited": waiting_time(written, row.layout.unit)}


def _answered(row: _Row) -> dict[str, Any]:
    """Words speak for themselves; yes and no answer the question that the column's name asks."""
    written, name = row.cells["answered"], plain(row.layout.header[row.layout.places["answered"]])
    if (known := ANSWER_OF.get(plain(written))) is not None:
        return {"answered": known}
    asked = True if name.endswith("answered") else False if name.endswith("abandoned") else None
    if asked is not None and written.casefold() in YES + NO:
        return {"answered": (written.casefold() in YES) is asked}
    raise ValueError(
        f'"{one_line(written, 40)}" in "{row.layout.header[row.layout.places["answered"]]}" tells neither '
        "answered nor abandoned"
    )


def _agent(row: _Row) -> str:
    written = one_line(row.cells.get("agent", ""), 100)
    return row.terms.agents.get(written.casefold(), written)


def _ticket(row: _Row) -> dict[str, Any]:
    written = row.cells.get("ticket", "")
    if written.casefold() in NO_TICKET:
        return {"ticket": None}
    match = _TICKET.fullmatch(written)
    if not match:
        raise ValueError(f'"{one_line(written, 40)}" is not a ticket number')
    if not row.terms.knows_ticket(int(match[1])):
        raise ValueError(f"no ticket {int(match[1])}")
    return {"ticket": int(match[1])}


def _key(row: _Row) -> dict[str, Any]:
    written = one_line(row.cells.get("id", ""), LONGEST_ID + 1)
    if _EXPONENT.fullmatch(written):
        raise ValueError(f'the id "{written}" was rounded by a spreadsheet; export it again')
    if len(written) > LONGEST_ID:
        raise ValueError(f"the id is longer than {LONGEST_ID} characters")
    return {"key": "" if written == "-" else written}
