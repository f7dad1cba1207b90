"""How both mail servers are trusted: certificates of the system's authorities and of ``ca_file``, host names checked.

Opens no connection.
"""

from __future__ import annotations

import ssl

from mailticket import config

# X509_V_ERR_*: self-signed, self-signed in the chain, issuer unknown, leaf unverifiable
_UNKNOWN_AUTHORITY = (18, 19, 20, 21)


def context(server: config.Server) -> ssl.SSLContext:
    """A verifying client context; raises OSError (ssl.SSLError among them) when ``ca_file`` cannot be used.

    The file adds an authority: naming it to ``create_default_context`` would drop the system's.
    """
    made = ssl.create_default_context()
    if server.ca_file is not None:
        made.load_verify_locations(server.ca_file)
    return made


def ca_problem(server: config.Server, error: OSError) -> str:
    """One line for a ``ca_file`` that cannot be used."""
    return f"ca_file {server.ca_file} cannot be used: {error.strerror or error}"


def distrust(server: config.Server, error: ssl.SSLCertVerificationError) -> str:
    """One line for a certificate that was not accepted, with the remedy where there is one."""
    remedy = "; ca_file can name its authority" if error.verify_code in _UNKNOWN_AUTHORITY else ""
    return f"certificate of {server.host} is not trusted: {error.verify_message}{remedy}"
