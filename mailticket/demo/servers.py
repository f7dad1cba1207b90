"""The mail servers of the demonstration and the tests, in one place: in this process, on loopback and free ports.

Honest about the protocols, but no servers for real mail.
"""

from __future__ import annotations

from mailticket.demo.imap_server import ImapServer, Stored
from mailticket.demo.smtp_server import DROP, DROP_AFTER_ACCEPT, Mail, SmtpServer

__all__ = ["DROP", "DROP_AFTER_ACCEPT", "ImapServer", "Mail", "SmtpServer", "Stored"]
