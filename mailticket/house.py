"""What every story needs beside its subject: configuration, policy, templates, the clock. Made once at the start."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from mailticket.config import Config
from mailticket.outbound.compose import Sender, sender_of
from mailticket.outbound.render import Renderer
from mailticket.sla.configured import from_config

log = logging.getLogger(__name__)


def _unique() -> str:
    return secrets.token_hex(12)


def utc_now() -> datetime:
    """The one place that asks for the time."""
    return datetime.now(UTC)


def _passed(point: str) -> None:
    log.debug("passed %s", point)


@dataclass(frozen=True, slots=True)
class House:
    """``passed`` is told each labelled point of the stories as it is reached; tests stop the process there."""

    config: Config
    renderer: Renderer
    sender: Sender
    now: Callable[[], datetime] = utc_now
    unique: Callable[[], str] = _unique
    passed: Callable[[str], None] = _passed


def build(config: Config) -> House:
    """The house as configured; raises ConfigError or TemplateError."""
    from_config(config)
    return House(config, Renderer(config.replies.templates), sender_of(config))
