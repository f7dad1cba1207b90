"""The service manager's protocol: readiness and the watchdog (sd_notify(3)). Silent where there is no systemd."""

from __future__ import annotations

import logging
import os
import socket

log = logging.getLogger(__name__)


def notify(*lines: str) -> None:
    """Sends these assignments, for example ``READY=1``; does nothing outside a systemd unit."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    name = "\0" + address[1:] if address.startswith("@") else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.sendto("\n".join(lines).encode(), name)
    except OSError as error:  # the service manager acts on silence; work goes on meanwhile
        log.warning("systemd cannot be told %s: %s", lines[0], error)


def watchdog_seconds() -> float | None:
    """How often to say WATCHDOG=1: half of what systemd grants (sd_watchdog_enabled(3)); None when it does not ask."""
    granted = os.environ.get("WATCHDOG_USEC")
    meant_for = os.environ.get("WATCHDOG_PID")
    if not granted or (meant_for and meant_for != str(os.getpid())):
        return None
    return int(granted) / 2_000_000
