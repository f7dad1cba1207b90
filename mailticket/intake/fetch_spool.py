"""A mail that arrives in pieces, written to a file of its own as it comes; never whole in memory. Speaks no IMAP."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mailticket.errors import StoreError


@dataclass(frozen=True, slots=True)
class SpoolFile:
    path: Path
    size: int
    sha256: str


def spooled(pieces: Iterator[bytes | None], folder: Path, prefix: str) -> SpoolFile | None:
    """The pieces in a new file of ``folder``, synced to disk; None, and no file, when one of them is None.

    Raises StoreError when the file cannot be written, and whatever ``pieces`` raises; then there is no file either.
    """
    try:
        handle, name = tempfile.mkstemp(".eml", prefix, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            size, digest = _write(pieces, file)
    except _GoneOnTheWay:
        path.unlink()
        return None
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(folder, error) from error
        raise
    return SpoolFile(path, size, digest)


class _GoneOnTheWay(Exception):
    """The mail was expunged before all of it was fetched."""


def _write(pieces: Iterator[bytes | None], file: BinaryIO) -> tuple[int, str]:
    digest = hashlib.sha256()
    size = 0
    for piece in pieces:
        if piece is None:
            raise _GoneOnTheWay
        file.write(piece)
        digest.update(piece)
        size += len(piece)
    file.flush()
    os.fsync(file.fileno())
    return size, digest.hexdigest()


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(f"a large mail cannot be kept in {folder}: {error.strerror or error}")
