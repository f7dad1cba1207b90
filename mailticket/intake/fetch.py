"""The IMAP edge: one connection with one selected folder, and the mails in it as RawMessage.

Reads nothing out of a mail and knows no ticket; the server changes only by ``mark_done``. One thread per session.
"""

from __future__ import annotations

import hashlib
import imaplib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from mailticket import config
from mailticket.intake import fetch_connection as connection
from mailticket.intake.fetch_idle import Wake, idle
from mailticket.intake.fetch_spool import spooled
from mailticket.model import MessageKey, RawMessage

__all__ = ["SPOOL_ABOVE", "Listed", "MailboxSession", "Wake", "batches", "open_session"]

log = logging.getLogger(__name__)

SPOOL_ABOVE = 1024**2
_BATCH_OCTETS = 8 * 1024**2
_CHUNK = 1024**2
_SEARCHES = 3  # at most: a server may say EXISTS with every answer
_UIDS_A_COMMAND = 500  # 500 UIDs of ten digits stay under the 8 KB of a command that every server takes


@dataclass(frozen=True, slots=True)
class Listed:
    """A mail as the server lists it: ``size`` in octets (an estimate on some servers), INTERNALDATE in UTC."""

    uid: int
    size: int
    received_at: datetime


class MailboxSession:
    """A selected folder. Every failure is a FetchError, after which the session is to be closed."""

    def __init__(self, client: Any, server: config.Imap, folder: str, selected: dict[bytes, Any]) -> None:
        self._client = client
        self._server = server
        self._permanent = {flag.lower() for flag in selected.get(b"PERMANENTFLAGS", ())}
        self._targets: set[str] = set()
        self._refused: set[int] = set()
        self.folder = folder
        self.uidvalidity = int(selected[b"UIDVALIDITY"])

    def __enter__(self) -> MailboxSession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(polite=kind is None)

    def close(self, *, polite: bool = True) -> None:
        """End the connection, with LOGOUT unless it is known to be broken. Raises nothing: the work is done."""
        if polite:
            connection.log_out(self._client)
        else:
            connection.hang_up(self._client)

    def folders(self) -> tuple[str, ...]:
        with connection.reported(self._server):
            return connection.folders(self._client)

    def sent_folder(self) -> str | None:
        """The folder the server marks as \\Sent (RFC 6154), if it marks one; names are not guessed."""
        with connection.reported(self._server):
            return next((name for flags, _, name in self._client.list_folders() if b"\\Sent" in flags), None)

    def uids(self, above: int = 0) -> list[int]:
        """The UIDs in the folder greater than ``above``, ascending, with what came up to now.

        A SEARCH alone looks at the folder as the session last heard of it, hence the NOOP. A mail that comes between
        the two is announced with the SEARCH but not found by it, and IDLE would not announce it again, hence the
        repetition.
        """
        with connection.reported(self._server):
            found: list[int] = []
            for _ in range(_SEARCHES):
                self._client.noop()
                # what servers say unasked piles up here for as long as the connection lasts
                self._client._imap.untagged_responses.clear()
                # n:* always matches the last mail (RFC 3501 §6.4.8), hence the filter below
                found = self._client.search(["UID", f"{above + 1}:*"])
                if "EXISTS" not in self._client._imap.untagged_responses:
                    break
        return sorted(uid for uid in found if uid > above)

    def unmarked(self, keyword: str) -> list[int]:
        """The UIDs that ``mark_done`` has not marked: without the keyword, or unseen where the folder keeps none."""
        with connection.reported(self._server):
            found = self._client.search(["UNKEYWORD", keyword] if self._takes(keyword) else ["UNSEEN"])
        return sorted(found)

    def listing(self, uids: Sequence[int]) -> list[Listed]:
        """Size and time of each of these mails, in the given order; those expunged meanwhile are left out."""
        answers: dict[int, Any] = {}
        with connection.reported(self._server):
            for some in _slices(uids):
                answers |= self._client.fetch(some, ["RFC822.SIZE", "INTERNALDATE"])
        return [
            Listed(uid, answers[uid][b"RFC822.SIZE"], self._received_at(uid, answers[uid].get(b"INTERNALDATE")))
            for uid in uids
            if b"RFC822.SIZE" in answers.get(uid, ())
        ]

    def messages(self, listed: Sequence[Listed], spool: Path, spool_above: int = SPOOL_ABOVE) -> Iterator[RawMessage]:
        """These mails in their order, none of them changed; those expunged meanwhile are left out.

        So are those the server refuses to hand over, each logged once in a session.

        Fetched a batch at a time of bounded size; a mail of more than ``spool_above`` octets goes in pieces into a
        file of its own in ``spool``, which then belongs to the caller. Raises StoreError when that cannot be written.
        """
        for batch in batches(listed, self._server.batch, spool_above):
            if batch[0].size > spool_above:
                yield from self._spooled(batch[0], spool)
            else:
                yield from self._in_memory(batch)

    def mark_done(self, uids: Sequence[int], processed_folder: str = "", keyword: str = "") -> None:
        """Set \\Seen and the keyword (where the folder takes it); then move to ``processed_folder``, if any.

        A few commands for all of them. Doing it again, or for mails that are gone, is harmless.
        """
        flags = ["\\Seen", *([keyword] if self._takes(keyword) else [])]
        with connection.reported(self._server):
            for some in _slices(uids):
                self._client.add_flags(some, flags, silent=True)
                if processed_folder:
                    self._move(some, processed_folder)

    def wait(self, seconds: float, wake: Wake | None = None) -> None:
        """Return when the server speaks, ``wake`` is set, or the time is over; raises FetchError on a dead peer.

        RFC 2177 wants IDLE renewed at least every 29 minutes; routers forget quiet connections sooner, so ask for
        9 minutes at most and call again. Without IDLE, mail is only noticed when the time is over.
        """
        with connection.reported(self._server):
            if self._client._imap.untagged_responses.get("EXISTS"):
                return  # came with an answer to a command after the last search: IDLE would not say it again
            if self._client.has_capability("IDLE"):
                idle(self._client, seconds, wake)
                return
            (wake or Wake()).wait(seconds)
            self._client.noop()

    def _in_memory(self, batch: Sequence[Listed]) -> Iterator[RawMessage]:
        answers = self._fetched([item.uid for item in batch], "BODY.PEEK[]")
        for item in batch:
            octets = answers.get(item.uid, {}).get(b"BODY[]")
            if octets is not None:
                digest = hashlib.sha256(octets).hexdigest()
                yield RawMessage(self._key(item), item.received_at, len(octets), digest, octets=octets)

    def _fetched(self, uids: Sequence[int], part: str) -> dict[int, Any]:
        """The part of each mail; after a refusal each is asked for by itself, so that one does not hold up the rest."""
        with connection.reported(self._server):
            try:
                return dict(self._client.fetch(uids, [part]))
            except imaplib.IMAP4.abort:  # the connection is lost
                raise
            except imaplib.IMAP4.error as error:
                if len(uids) == 1:
                    self._tell_refusal(uids[0], error)
                    return {}
        return {uid: answer for single in uids for uid, answer in self._fetched([single], part).items()}

    def _tell_refusal(self, uid: int, error: Exception) -> None:
        if uid not in self._refused:
            self._refused.add(uid)
            log.error(
                "%s: the server does not hand over the mail with UID %d: %s",
                self.folder,
                uid,
                connection.one_line(error),
                extra={"mailbox": self.folder},
            )

    def _spooled(self, item: Listed, spool: Path) -> Iterator[RawMessage]:
        file = spooled(self._pieces(item), spool, f"{self.uidvalidity}-{item.uid}-")
        if file is not None:
            yield RawMessage(self._key(item), item.received_at, file.size, file.sha256, path=file.path)

    def _pieces(self, item: Listed) -> Iterator[bytes | None]:
        """The mail in pieces, None when it is expunged or refused on the way.

        RFC822.SIZE is only an estimate on some servers, so the mail ends where the server has no more of it.
        """
        offset = 0
        while True:
            answer = self._fetched([item.uid], f"BODY.PEEK[]<{offset}.{_CHUNK}>").get(item.uid, {})
            if (key := b"BODY[]<%d>" % offset) not in answer:
                yield None
                return
            piece = answer[key] or b""
            offset += len(piece)
            yield piece
            if not piece or (len(piece) < _CHUNK and offset >= item.size):
                return

    def _move(self, uids: Sequence[int], folder: str) -> None:
        """RFC 6851, else COPY and delete; without UIDPLUS an EXPUNGE would take others' deletions along."""
        self._provide(folder)
        if self._client.has_capability("MOVE"):
            self._client.move(uids, folder)
            return
        self._client.copy(uids, folder)
        self._client.add_flags(uids, ["\\Deleted"], silent=True)
        if self._client.has_capability("UIDPLUS"):
            self._client.uid_expunge(uids)

    def _provide(self, folder: str) -> None:
        if folder in self._targets:
            return
        if folder not in connection.folders(self._client):
            self._client.create_folder(folder)
            self._client.subscribe_folder(folder)
        self._targets.add(folder)

    def _takes(self, keyword: str) -> bool:
        """Whether the folder keeps it: PERMANENTFLAGS names it or allows new ones (RFC 3501 §7.1)."""
        return bool(keyword) and bool({b"\\*", keyword.lower().encode()} & self._permanent)

    def _key(self, item: Listed) -> MessageKey:
        return MessageKey(self.folder, self.uidvalidity, item.uid)

    def _received_at(self, uid: int, date: datetime | None) -> datetime:
        if date is not None:
            return date.astimezone(UTC)
        log.warning("imap %s: UID %d has no readable INTERNALDATE; taken as received now", self._server.host, uid)
        return datetime.now(UTC)


def open_session(server: config.Imap, password: str, folder: str, readonly: bool = False) -> MailboxSession:
    """Connect, log in and select ``folder``; a context manager. Raises FetchError with the reason in one line."""
    client = connection.connect(server)
    try:
        connection.log_in(client, server, password)
        selected = connection.select(client, server, folder, readonly)
        client._imap.untagged_responses.clear()  # what SELECT said is no news
        return MailboxSession(client, server, folder, selected)
    except BaseException:
        connection.hang_up(client)
        raise


def batches(listed: Sequence[Listed], count: int, alone_above: int) -> Iterator[list[Listed]]:
    """Runs of at most ``count`` mails and 8 MB; a mail of more than ``alone_above`` octets is one by itself."""
    batch: list[Listed] = []
    octets = 0
    for item in listed:
        alone = item.size > alone_above
        if batch and (alone or len(batch) == count or octets + item.size > _BATCH_OCTETS):
            yield batch
            batch, octets = [], 0
        batch.append(item)
        octets += item.size
        if alone:
            yield batch
            batch, octets = [], 0
    if batch:
        yield batch


def _slices(uids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (uids[start : start + _UIDS_A_COMMAND] for start in range(0, len(uids), _UIDS_A_COMMAND))
