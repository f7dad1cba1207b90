"""The database file: opening, migrating, one transaction for one unit of work, one daemon for one state folder.

Traps held here (sqlite-utils 4.2, SQLite): ``db.atomic()`` begins deferred and then fails at once on a read that turns
into a write, so units begin IMMEDIATE; one connection belongs to one thread; WAL before SQLite 3.51.3 can corrupt
the file, so an older library is refused.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from mailticket.errors import StateLocked, StoreError
from mailticket.store.schema import migrations

SAFE_SQLITE = (3, 51, 3)
BUSY_SECONDS = 15
_NOT_TRIED_ON = ("label", "measurement")  # tables of figures, on which no decision rests
# whose turn it is to write, for each state folder: SQLite itself lets a waiting thread sleep up to 100 ms at a time
_TURNS: defaultdict[Path, threading.RLock] = defaultdict(threading.RLock)


@dataclass(frozen=True, slots=True)
class Unit:
    """An open transaction. Every row it writes carries the same time ``now``."""

    db: Database
    now: datetime
    files: Path

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        cursor = self.db.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, *values: object) -> dict[str, Any] | None:
        found = self.rows(sql, *values)
        return found[0] if found else None

    def value(self, sql: str, *values: object) -> Any:
        found = self.db.execute(sql, values).fetchone()
        return found[0] if found else None

    def write(self, sql: str, *values: object) -> int:
        """Runs one statement; returns how many rows it changed."""
        return int(self.db.execute(sql, values).rowcount)

    def write_each(self, sql: str, rows: Iterable[Sequence[object]]) -> int:
        """Runs one statement for each row as it comes, holding none; returns how many rows were changed."""
        return int(self.db.conn.executemany(sql, rows).rowcount)

    def stream(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Rows as plain tuples, fetched as they are asked for; only while the unit is open."""
        return iter(self.db.execute(sql, values))


class Store:
    """One connection to the state folder, for one thread."""

    def __init__(self, folder: Path) -> None:
        if not exists(folder):
            raise StoreError(f"{folder}: holds no mailticket database; `mailticket init` or `mailticket run` makes one")
        self.folder = folder
        self._turn = _TURNS[folder.resolve()]
        with translated(folder):
            self._db = _connect(folder / "mailticket.db")
            outdated = bool(migrations.pending(self._db))
        if outdated:  # the first command after an upgrade need not be the daemon
            create(folder)

    @contextmanager
    def unit(self, now: datetime, *, durable: bool = True) -> Iterator[Unit]:
        """One transaction, committed at the end or undone whole; raises StoreError when it cannot be written.

        One that is not ``durable`` survives the death of the process but, until the next durable one or ``flush``,
        not a power cut: only for what may be repeated.
        """
        with self._turn:
            with translated(self.folder):
                self._db.conn.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
                self._db.conn.execute("BEGIN IMMEDIATE")
            try:
                with translated(self.folder):
                    yield Unit(self._db, now, self.folder)
                    self._db.conn.commit()
            except BaseException:
                self._db.conn.rollback()
                raise

    @contextmanager
    def reading(self, now: datetime) -> Iterator[Unit]:
        """A consistent view that changes nothing, whatever is done in it."""
        with translated(self.folder):
            self._db.conn.execute("BEGIN")
            try:
                yield Unit(self._db, now, self.folder)
            finally:
                self._db.conn.rollback()

    def flush(self) -> None:
        """Makes every earlier unit, of any thread, safe from a power cut: a checkpoint syncs the log first."""
        with self._turn, translated(self.folder):
            self._db.conn.execute("PRAGMA synchronous=FULL")
            self._db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def quick_check(self) -> str:
        """SQLite's own verdict on the file, "ok" when it is sound."""
        with translated(self.folder):
            return str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])

    def close(self) -> None:
        self._db.conn.close()


def create(folder: Path) -> None:
    """Makes the state folder and brings its database to the newest schema; safe to repeat and to run at once.

    ``Migrations.apply`` has no lock of its own: two at once would both create the tables.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # customers' mail is nobody else's business
        for part in ("raw", "spool"):
            (folder / part).mkdir(exist_ok=True)
        with (folder / "migration.lock").open("w") as guard, translated(folder):
            fcntl.flock(guard, fcntl.LOCK_EX)
            db = _connect(folder / "mailticket.db")
            migrations.apply(db)
            db.conn.close()
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}") from error


def copy_to_try_on(folder: Path, scratch: Path) -> None:
    """Makes ``scratch`` a state folder with all of ``folder`` that decisions rest on: no octets, no measurements.

    Neither waits for who writes to the real one nor lets them wait.
    """
    create(scratch)
    db = _connect(scratch / "mailticket.db")
    try:
        with translated(folder):
            db.conn.execute("PRAGMA foreign_keys=OFF")  # tables come in any order
            db.conn.execute("ATTACH DATABASE ? AS original", (str(folder / "mailticket.db"),))
            tables = _tables_to_copy(db)
        with translated(scratch):  # what there may be no room for
            db.conn.execute("BEGIN")
            for table in tables:
                _copy(db, table)
            db.conn.commit()
    finally:
        db.conn.close()


def _tables_to_copy(db: Database) -> list[str]:
    """The program's own; those of libraries begin with an underscore."""
    names = (row[0] for row in db.execute("select name from original.sqlite_master where type = 'table'").fetchall())
    return [name for name in names if not name.startswith(("_", "sqlite_")) and name not in _NOT_TRIED_ON]


def _copy(db: Database, table: str) -> None:
    columns = [row[1] for row in db.execute(f"pragma original.table_info({table})").fetchall()]
    values = ["iif(octets is null, null, x'')" if column == "octets" else column for column in columns]
    into, taken = ", ".join(columns), ", ".join(values)
    db.execute(f"insert into main.{table} ({into}) select {taken} from original.{table}")  # noqa: S608  names of ours


def exists(folder: Path) -> bool:
    """Whether this state folder has been made; raises StoreError where we may not look."""
    try:
        return (folder / "mailticket.db").is_file()
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}") from error


@contextmanager
def sole_daemon(folder: Path) -> Iterator[None]:
    """Holds the state folder's lock; raises StateLocked when another has it. The kernel frees it on any death."""
    with _lock_file(folder) as guard:
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StateLocked(_holder(folder, guard)) from error
        guard.seek(0)
        guard.truncate()
        guard.write(str(os.getpid()))
        guard.flush()
        yield


def _lock_file(folder: Path) -> IO[str]:
    try:
        return (folder / "daemon.lock").open("a+")
    except OSError as error:
        raise StoreError(f"{folder}/daemon.lock: {error.strerror or error}") from error


def _holder(folder: Path, guard: IO[str]) -> str:
    guard.seek(0)
    return f"{folder}: another mailticket already works on this state (process {guard.read().strip() or 'unknown'})"


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """A database that cannot be used now, or is damaged, as StoreError with the folder's name.

    What is wrong with a statement or its values (the other kinds of DatabaseError) stays as it is: it does not pass.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if type(error) in (sqlite3.OperationalError, sqlite3.DatabaseError):
            raise StoreError(f"{folder}/mailticket.db: {error}") from error
        raise


def _connect(path: Path) -> Database:
    version = tuple(int(part) for part in sqlite3.sqlite_version.split("."))
    if version < SAFE_SQLITE:
        raise StoreError(f"SQLite {sqlite3.sqlite_version} can corrupt a database in WAL mode; install pysqlite3")
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    db = Database(connection)
    db.enable_wal()
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")
    return db
