"""TOML to a frozen ``Config``: every problem is reported at once, with its key. Reads files, decides nothing.

Defaults are the desk's published guide; ``config.example.toml`` explains every key and a test holds both together.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError, ValidationInfo, field_validator, model_validator

from mailticket import config_values as written
from mailticket.config_problems import problems, raise_all
from mailticket.config_section import Section
from mailticket.config_sla import ALWAYS, DESK_WEEK, Sla, Week, desk_week, validated_joins
from mailticket.errors import ConfigError
from mailticket.vocabulary import CONFIRMED, REQUIRED, REQUIRED_TECHNICAL, TECHNICAL_CATEGORIES

LEAST_MEMORY = 100 * 1024**2
DEFAULT_PATHS = (Path("config.toml"), Path("/etc/mailticket/config.toml"))
LOOPBACK = ("localhost", "ip6-localhost", "::1", "[::1]")
Security = Literal["tls", "starttls", "none"]


# ---------------------------------------------------------------- the tables


class Desk(Section):
    name: written.Text = "TechOps"
    address: written.Email
    aliases: tuple[written.Email, ...] = ()
    organisation: str = "eGroup"
    time_zone: written.Zone = "America/New_York"
    region: written.Region = "US"
    phone: str = ""
    phone_note: str = "choose option 1"
    knowledge_base_url: str = ""
    first_ticket_number: written.Positive = 1001


class State(Section):
    path: Path = Path("state")


class Server(Section):
    """What [imap] and [smtp] share: where, how protected, as whom."""

    host: written.Text
    security: Security
    username: str = ""
    password_file: written.OptionalPath = None
    ca_file: written.OptionalPath = None
    timeout: written.SomeTime = timedelta(seconds=60)

    @field_validator("security")
    @classmethod
    def _plain_only_at_home(cls, security: Security, info: ValidationInfo) -> Security:
        if security == "none" and not is_loopback(info.data.get("host", "localhost")):
            raise ValueError('"none" is for a server on loopback only; write "tls" or "starttls"')
        return security


class Imap(Server):
    security: Security = "tls"
    port: written.Port = 993
    folder: written.Text = "INBOX"
    processed_folder: str = ""
    sent_folder: str = ""
    keyword: written.Keyword = "$Mailticket"
    older_mail: Literal["leave", "import"] = "leave"
    first_start_grace: written.Duration = timedelta(minutes=15)
    poll: written.SomeTime = timedelta(minutes=5)
    batch: written.Positive = 50

    @field_validator("processed_folder")
    @classmethod
    def _moves_mail_away(cls, processed: str, info: ValidationInfo) -> str:
        if processed == info.data.get("folder"):  # each move would arrive as a new mail
            raise ValueError(f'"{processed}" is the folder mail is read from; name another, or "" to leave mail there')
        return processed

    @field_validator("sent_folder")
    @classmethod
    def _is_no_other_folder(cls, sent: str, info: ValidationInfo) -> str:
        """INBOX is the same folder in any case (RFC 3501 §5.1)."""
        others = {
            info.data.get(key, "").casefold(): key for key in ("folder", "processed_folder") if info.data.get(key)
        }
        if sent.casefold() in others:
            raise ValueError(f'"{sent}" is imap.{others[sent.casefold()]} already; name the folder of sent mail, or ""')
        return sent


class Smtp(Server):
    security: Security = "starttls"
    port: written.Port = 587
    per_minute: written.Natural = 30
    automatic_sender: written.ReversePath = "<>"
    give_up_after: written.SomeTime = timedelta(days=5)


class Agent(Section):
    """A person of the desk; a manager is told when a target is missed."""

    name: written.Text
    email: written.Email
    role: Literal["agent", "manager"] = "agent"
    time_zone: written.OptionalZone = None


class Partner(Section):
    """A company that writes to the desk, known by its name or by domains, and its Customer Success Manager."""

    name: written.Text
    domains: tuple[written.Text, ...] = ()
    csm: written.OptionalEmail = None
    csm_time_zone: written.OptionalZone = None


class Intake(Section):
    max_size: written.Size = 40 * 1024**2
    read_timeout: written.SomeTime = timedelta(seconds=20)
    read_memory: written.Size = 1024**3

    @field_validator("read_memory")
    @classmethod
    def _is_enough_to_start(cls, octets: int) -> int:
        """Below this the reading process could not even load its program."""
        if octets < LEAST_MEMORY:
            raise ValueError(f'{octets} octets are too few to read any mail; write "100MB" or more')
        return octets


class Lexicon(Section):
    """What a desk adds to the wordings the readers know."""

    labels: dict[written.FieldKey, tuple[written.Text, ...]] = {}
    other_labels: tuple[written.Text, ...] = ()

    @property
    def wordings(self) -> tuple[tuple[str, str], ...]:
        """(field key, wording); other labels have the key "other"."""
        own = tuple((key, wording) for key, wordings in self.labels.items() for wording in wordings)
        return (*own, *(("other", wording) for wording in self.other_labels))


class Replies(Section):
    acknowledge: written.Flag = True
    max_age: written.Duration = timedelta(hours=24)
    max_requests: written.Natural = 2
    per_sender_per_hour: written.Positive = 60
    same_subject_per_hour: written.Positive = 3
    queue_position: written.Flag = False
    templates: written.OptionalPath = None


class Fields(Section):
    required: tuple[written.FieldKey, ...] = REQUIRED
    required_technical: tuple[written.FieldKey, ...] = REQUIRED_TECHNICAL
    technical_categories: tuple[written.CategoryKey, ...] = TECHNICAL_CATEGORIES
    required_by_category: dict[written.CategoryKey, tuple[written.FieldKey, ...]] = {}
    confirmed: tuple[written.FieldKey, ...] = CONFIRMED


class Digest(Section):
    """The mail of the morning to the team, on days the desk opens; "" at ``at``: none."""

    at: written.OptionalClock = time(7, 30)


class Reports(Section):
    """Who gets the report of the last month on the first day the desk opens."""

    monthly_to: tuple[written.Email, ...] = ()


class Log(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["json", "text"] = "json"


class Config(Section):
    """The whole configuration. ``source`` is the file it came from; relative paths start at its folder."""

    desk: Desk
    state: State = State()
    imap: Imap
    smtp: Smtp
    agents: tuple[Agent, ...] = ()
    partners: tuple[Partner, ...] = ()
    intake: Intake = Intake()
    lexicon: Lexicon = Lexicon()
    replies: Replies = Replies()
    fields: Fields = Fields()
    calendars: dict[str, Week] = {"desk": DESK_WEEK}
    sla: Sla = Sla()
    digest: Digest = Digest()
    reports: Reports = Reports()
    log: Log = Log()

    @model_validator(mode="before")
    @classmethod
    def _keep_the_desk_calendar(cls, data: Any) -> Any:
        """A desk that adds a calendar, or a holiday or change to its own, keeps the default hours."""
        if isinstance(data, dict) and isinstance(data.get("calendars"), dict):
            given = {"desk": DESK_WEEK, **data["calendars"]}
            return {**data, "calendars": {**given, "desk": desk_week(given["desk"])}}
        return data

    @field_validator("agents")
    @classmethod
    def _agents_are_people(cls, agents: tuple[Agent, ...], info: ValidationInfo) -> tuple[Agent, ...]:
        desk = info.data.get("desk")
        own = _own_addresses(desk) if desk else frozenset()
        mistakes = (
            (
                (number, "email"),
                f'"{agent.email}" is the desk itself, which would answer itself; name a person\'s address',
            )
            for number, agent in enumerate(agents)
            if agent.email.casefold() in own
        )
        raise_all(mistakes)
        return agents

    @field_validator("calendars")
    @classmethod
    def _names_are_free(cls, calendars: dict[str, Week]) -> dict[str, Week]:
        if ALWAYS in calendars:
            raise ValueError(f'"{ALWAYS}" always means every hour of every day; give this calendar another name')
        validated_joins(calendars)
        return calendars

    @field_validator("sla")
    @classmethod
    def _targets_name_calendars(cls, sla: Sla, info: ValidationInfo) -> Sla:
        known = (ALWAYS, *info.data["calendars"]) if "calendars" in info.data else None
        mistakes = (
            (place, f'no calendar "{name}" is defined; known are {", ".join(known)}')
            for place, name in sla.calendars_named()
            if known and name not in known
        )
        raise_all(mistakes)
        return sla

    @property
    def own_addresses(self) -> frozenset[str]:
        """Every address this desk answers under, for comparison."""
        return _own_addresses(self.desk)

    @property
    def agent_addresses(self) -> frozenset[str]:
        return frozenset(agent.email.casefold() for agent in self.agents)


def _own_addresses(desk: Desk) -> frozenset[str]:
    return frozenset(item.casefold() for item in (desk.address, *desk.aliases))


def is_loopback(host: str) -> bool:
    return host.lower() in LOOPBACK or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


# ---------------------------------------------------------------- reading it


def find(given: Path | None) -> Path:
    """The configuration file to use: the given one, else the first default that exists."""
    for path in (given,) if given else DEFAULT_PATHS:
        if _is_there(path):
            return path
    looked = given or " and ".join(map(str, DEFAULT_PATHS))
    raise ConfigError(str(looked), ("no such file; `mailticket init` writes one, --config names another",))


def _is_there(path: Path) -> bool:
    try:
        if path.is_dir():
            raise ConfigError(str(path), ("is a folder; --config names the file in it",))
        return path.is_file()
    except OSError as error:
        raise ConfigError(str(path), (f"cannot be read: {error.strerror or error}",)) from error


def load(path: Path) -> Config:
    """The configuration in this file; raises ConfigError with every problem in it."""
    try:
        return parse(path.read_text("utf-8-sig"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), (f"cannot be read: {_why(error)}",)) from error


def parse(text: str, path: Path) -> Config:
    """The configuration in this text; relative paths are taken from the folder of ``path``."""
    try:
        config = Config.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), (f"not TOML: {error}",)) from error
    except ValidationError as error:
        raise ConfigError(str(path), problems(error, Config)) from error
    return _anchored(config, path.resolve().parent)


def _anchored(config: Config, folder: Path) -> Config:
    def at(path: Path | None) -> Path | None:
        return path and folder / path

    def server(section: Server) -> dict[str, Any]:
        return {"password_file": at(section.password_file), "ca_file": at(section.ca_file)}

    return config.model_copy(
        update={
            "state": config.state.model_copy(update={"path": at(config.state.path)}),
            "imap": config.imap.model_copy(update=server(config.imap)),
            "smtp": config.smtp.model_copy(update=server(config.smtp)),
            "replies": config.replies.model_copy(update={"templates": at(config.replies.templates)}),
        }
    )


def password(section: Server, credential: str, environment: Mapping[str, str] = os.environ) -> str:
    """The password from ``password_file``, else from the systemd credential of this name; "" when neither is set.

    Raises ConfigError naming the file that cannot be read or is empty (systemd.exec(5), LoadCredential).
    """
    folder = environment.get("CREDENTIALS_DIRECTORY")
    path = section.password_file or (Path(folder) / credential if folder else None)
    if path is None or (section.password_file is None and not path.exists()):
        return ""
    try:
        secret = path.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), (f"the password of {section.host} cannot be read: {_why(error)}",)) from error
    if not secret:
        raise ConfigError(str(path), (f"is empty; write the password of {section.host} into it",))
    return secret


def _why(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8 text"


def defaults() -> Config:
    """The published guide's desk, for reading mails without any configuration; it names no real servers."""
    desk = Desk(address="TechOps@eGroup-us.com")
    return Config(desk=desk, imap=Imap(host="localhost"), smtp=Smtp(host="localhost"))
