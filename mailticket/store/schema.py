"""The tables, as numbered migrations. An applied migration never changes; a new need is a new number.

Plain SQL that SQLite and PostgreSQL share; times are UTC text of fixed width, so they compare as text.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("mailticket")


@migrations()
def m001_base(db: Database) -> None:
    db.executescript(_BASE)


@migrations()
def m002_evidence(db: Database) -> None:
    """Which rule read a field's value, and where in its message."""
    db.executescript("alter table field add column evidence text not null default ''")


@migrations()
def m003_policies(db: Database) -> None:
    """What was promised since when, and events that become true when a mail has been sent."""
    db.executescript(_POLICIES)


@migrations()
def m004_contact(db: Database) -> None:
    """Calls and chats. ``source`` is the import's own key of a contact, '' for one logged by hand."""
    db.executescript(_CONTACT)


@migrations()
def m005_measurement(db: Database) -> None:
    """One line for each clock, for figures over very many tickets: an index over the log, made again at any time."""
    db.executescript(_MEASUREMENT)


@migrations()
def m006_queue(db: Database) -> None:
    """Where each ticket stands in the queue: an index over its events, as ``check_at`` is."""
    db.executescript(_QUEUE)


_QUEUE = """
alter table ticket add column queue_rank integer;
alter table ticket add column queue_due text;
create index ticket_by_place on ticket (queue_rank, queue_due, id) where queue_due is not null;
"""
_MEASUREMENT = """
create table label (
    id integer primary key,
    name text not null unique
);
create table measurement (
    ticket_id integer not null references ticket (id),
    measure text not null,
    number integer not null,
    unpaused integer not null,
    started integer not null,
    line blob not null,
    primary key (ticket_id, measure, number, unpaused)
);
create index measurement_by_start on measurement (measure, started, line);
"""
_POLICIES = """
create table policy (
    id integer primary key,
    valid_from text not null,
    recorded_at text not null,
    document text not null,
    why text not null,
    superseded_by integer references policy (id)
);
alter table outbox add column on_sent text not null default '';
"""
_BASE = """
create table meta (
    key text primary key,
    value text not null
);
create table raw (
    sha256 text primary key,
    size integer not null,
    octets blob,
    path text,
    check ((octets is null) <> (path is null))
);
create table ticket (
    id integer primary key,
    subject text not null,
    status text not null,
    severity text,
    category text,
    requester text not null,
    requester_name text not null,
    assignee text not null default '',
    opened_at text not null,
    check_at text
);
create index ticket_by_status on ticket (status, opened_at);
create index ticket_by_check on ticket (check_at) where check_at is not null;
create index ticket_by_opened on ticket (opened_at);
create table participant (
    ticket_id integer not null references ticket (id),
    address text not null,
    primary key (ticket_id, address)
);
create table message (
    id integer primary key,
    ticket_id integer not null references ticket (id),
    direction text not null,
    kind text not null,
    message_id text not null,
    content_hash text not null,
    sha256 text references raw (sha256),
    sender text not null,
    sender_name text not null,
    recipients text not null,
    subject text not null,
    body text not null,
    new_text text not null,
    attachments text not null,
    at text not null
);
create index message_by_ticket on message (ticket_id, id);
create index message_by_message_id on message (message_id);
create index message_by_content on message (content_hash);
create table field (
    ticket_id integer not null references ticket (id),
    key text not null,
    value text not null,
    written text not null,
    source text not null,
    confidence real not null,
    set_by text not null,
    primary key (ticket_id, key)
);
create table event (
    id integer primary key,
    ticket_id integer not null references ticket (id),
    type text not null,
    at text not null,
    recorded_at text not null,
    data text not null,
    message integer references message (id)
);
create index event_by_ticket on event (ticket_id, id);
create table outbox (
    id integer primary key,
    ticket_id integer references ticket (id),
    template text not null,
    automation text not null,
    message_id text not null unique,
    mail_from text not null,
    rcpt_to text not null,
    recipient text not null,
    topic text not null,
    subject text not null,
    octets blob not null,
    urgent integer not null,
    state text not null,
    attempts integer not null default 0,
    next_attempt_at text,
    last_error text not null default '',
    created_at text not null,
    sent_at text
);
create index outbox_due on outbox (state, urgent, next_attempt_at);
create index outbox_by_ticket on outbox (ticket_id);
create index outbox_by_recipient on outbox (recipient, created_at);
create index outbox_by_sent on outbox (sent_at) where sent_at is not null;
create table ledger (
    mailbox text not null,
    uidvalidity integer not null,
    uid integer not null,
    sha256 text,
    outcome text not null,
    rule text not null,
    ticket_id integer references ticket (id),
    received_at text not null,
    recorded_at text not null,
    primary key (mailbox, uidvalidity, uid)
);
create index ledger_by_sha256 on ledger (sha256);
create table quarantine (
    id integer primary key,
    sha256 text not null unique references raw (sha256),
    mailbox text not null,
    uidvalidity integer not null,
    uid integer not null,
    reason text not null,
    received_at text not null,
    created_at text not null,
    settled_at text
);
"""
_CONTACT = """
create table contact (
    id integer primary key,
    channel text not null check (channel in ('phone', 'chat')),
    at text not null,
    waited_ms integer not null check (waited_ms >= 0),
    answered integer not null check (answered in (0, 1)),
    agent text not null,
    ticket_id integer references ticket (id),
    source text not null,
    recorded_at text not null
);
create index contact_by_at on contact (at);
create index contact_by_ticket on contact (ticket_id) where ticket_id is not null;
create unique index contact_by_source on contact (source) where source <> '';
"""
