"""What can go wrong, as types: one root, one leaf per remedy. Each leaf carries its subject; none does IO."""

from __future__ import annotations

from pathlib import Path


class MailticketError(Exception):
    """Root of every error this program raises on purpose; its text is one line for a person."""


class ConfigError(MailticketError):
    """The configuration cannot be used. ``problems`` holds one line each: key, value, reason, remedy."""

    def __init__(self, source: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{source}: " + "; ".join(problems))
        self.source = source
        self.problems = problems


class FetchError(MailticketError):
    """The IMAP server is away, refuses us, or broke off. ``retry`` is False when only the operator can help."""

    def __init__(self, server: str, reason: str, *, retry: bool = True) -> None:
        super().__init__(f"imap {server}: {reason}")
        self.server = server
        self.reason = reason
        self.retry = retry


class DeliveryError(MailticketError):
    """One mail was not accepted. ``status`` is the RFC 3463 code or the SMTP reply code, "" when unknown."""

    def __init__(self, reason: str, *, permanent: bool, status: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.status = status


class SmtpUnavailable(MailticketError):
    """The SMTP server as a whole cannot be used now: nothing is wrong with any single mail."""

    def __init__(self, server: str, reason: str) -> None:
        super().__init__(f"smtp {server}: {reason}")
        self.server = server
        self.reason = reason


class StoreError(MailticketError):
    """The database or the state folder cannot be written or read now (full, locked, damaged)."""


class StateLocked(StoreError):
    """Another daemon already works on this state folder."""


class UnreadableRecord(MailticketError):
    """A document on record says nothing that clocks could be computed with; its text is why."""


class UnreadableMessage(MailticketError):
    """A mail could not be read within its limits (time, memory, nesting); its octets are safe."""


class ReadingUnavailable(MailticketError):
    """The process that reads mails cannot be started or keeps dying without a mail being at fault."""


class OutcomeNotNoted(MailticketError):
    """A mail was tried, but what came of it could not be written down yet; ``attempt`` is what to write."""

    def __init__(self, attempt: object, reason: str) -> None:
        super().__init__(f"the outcome of a mail could not be noted: {reason}")
        self.attempt = attempt


class LoopEnded(MailticketError):
    """A loop of the daemon has ended on its own; only a new start can help."""


class NoSuchTicket(MailticketError):
    """The ticket number asked for does not exist."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no ticket {number}")
        self.number = number


class BadAssumption(MailticketError):
    """What a report is asked to suppose cannot be followed."""

    def __init__(self, assumption: str, reason: str) -> None:
        super().__init__(f'--what-if "{assumption}": {reason}')
        self.assumption = assumption


class UnusableTable(MailticketError):
    """A file of contacts is no table, or lacks a column that is needed: no row of it can be read."""


class TemplateError(MailticketError):
    """A mail template is missing, broken, or rendered to something that must not be sent."""


class UnusableAddress(MailticketError):
    """A mail cannot be written to this address (RFC 5321 §4.1.2): nothing was composed."""

    def __init__(self, addr: str, reason: str) -> None:
        super().__init__(f"{addr or 'no address'}: {reason}")
        self.addr = addr


class IncompleteInstallation(MailticketError):
    """A file delivered with the program is in none of its places; installing mailticket again helps."""

    def __init__(self, places: tuple[Path, ...]) -> None:
        super().__init__(f"missing from this installation: {' or '.join(map(str, places))}; install mailticket again")
        self.places = places
