"""State folders of mailticket for the measurements: fresh, looked into, or filled with tickets of the past."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database


@contextmanager
def fresh(folder: Path, like: Path | None = None) -> Iterator[Path]:
    """A state folder that does not exist yet, or a copy of another; gone afterwards."""
    if like is not None:
        shutil.copytree(like, folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tickets(state: Path) -> int:
    return int(Database(state / "mailticket.db").execute("select count(*) from ticket").fetchone()[0])


def multiply(seed: Path, state: Path, times: int) -> None:
    """Makes ``state``: every ticket of ``seed`` that many times over, each with numbers and addresses of its own.

    Fields, events, texts and indexes are as full as real ones; of raw mails and sent mails only an octet is kept, as
    nothing looks into old ones and the disk would be all this measures.
    """
    shutil.copytree(seed, state)
    db = Database(state / "mailticket.db")
    db.execute("attach ? as seed", [str(seed / "mailticket.db")])
    counted = ("message", "event", "outbox")
    steps = {name: db.execute(f"select max(id) from seed.{name}").fetchone()[0] for name in counted}
    steps["ticket"] = tickets(seed)
    with db.conn:
        for copy in range(1, times):
            values = {"tag": f"{copy}.", **{name: step * copy for name, step in steps.items()}}
            for table, changed in _COPIES.items():
                names = [column.name for column in db[table].columns]
                chosen = ", ".join(changed.get(name, name) for name in names)
                db.execute(f"insert into main.{table} ({', '.join(names)}) select {chosen} from seed.{table}", values)
    db.close()


_TICKET = "ticket_id + :ticket"
_COPIES = {
    "raw": {"sha256": ":tag || sha256", "octets": "x'00'"},
    "ticket": {"id": "id + :ticket", "requester": ":tag || requester"},
    "participant": {"ticket_id": _TICKET, "address": ":tag || address"},
    "message": {
        "id": "id + :message",
        "ticket_id": _TICKET,
        "message_id": ":tag || message_id",
        "content_hash": "case content_hash when '' then '' else :tag || content_hash end",
        "sha256": ":tag || sha256",
        "sender": ":tag || sender",
    },
    "field": {"ticket_id": _TICKET},
    "event": {"id": "id + :event", "ticket_id": _TICKET, "message": "message + :message"},
    "outbox": {
        "id": "id + :outbox",
        "ticket_id": _TICKET,
        "message_id": ":tag || message_id",
        "recipient": ":tag || recipient",
        "octets": "x'00'",
    },
    "ledger": {"uid": "uid + :ticket", "sha256": ":tag || sha256", "ticket_id": _TICKET},
}
