"""What a mailbox costs at the very least: fetch, parse with the standard library, one row, one small mail, \\Seen.

    python bare_loop.py HOST IMAPS-PORT CA-FILE USER PASSWORD SMTP-PORT DATABASE

No ticket, no fields, no rules, no templates. As durable as mailticket: SQLite in WAL mode with synchronous = FULL, the
raw mail in the row, one commit a mail.
"""

from __future__ import annotations

import smtplib
import ssl
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from imapclient import IMAPClient
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # the one mailticket uses

_BATCH = 50
_DESK = "desk@desk.test"


def main() -> None:
    host, port, authority, user, password, smtp_port, database = sys.argv[1:]
    rows = _opened(database)
    with IMAPClient(host, int(port), ssl_context=ssl.create_default_context(cafile=authority)) as client:
        client.login(user, password)
        client.select_folder("INBOX")
        uids = client.search(["UNSEEN"])
        with smtplib.SMTP("127.0.0.1", int(smtp_port), "localhost") as submission:
            for begin in range(0, len(uids), _BATCH):
                batch = uids[begin : begin + _BATCH]
                for uid, answer in client.fetch(batch, ["BODY.PEEK[]"]).items():
                    _take(rows, submission, uid, answer[b"BODY[]"])
                client.add_flags(batch, [b"\\Seen"])
    rows.close()


def _opened(path: str) -> Any:
    rows = sqlite3.connect(path, isolation_level=None)
    rows.execute("pragma journal_mode = wal")
    rows.execute("pragma synchronous = full")
    rows.execute("create table mail (id integer primary key, uid integer, sender text, subject text, body text, raw)")
    return rows


def _take(rows: Any, submission: smtplib.SMTP, uid: int, raw: bytes) -> None:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    sender, subject = parseaddr(message["From"])[1], str(message["Subject"])
    values = (uid, sender, subject, part.get_content() if part else "", raw)
    number = rows.execute("insert into mail (uid, sender, subject, body, raw) values (?, ?, ?, ?, ?)", values).lastrowid
    answer = f"From: {_DESK}\r\nTo: {sender}\r\nSubject: Your request #{number}\r\n\r\nWe have received your mail.\r\n"
    submission.sendmail(_DESK, [sender], answer)


if __name__ == "__main__":
    main()
