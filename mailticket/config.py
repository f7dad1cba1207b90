"""TOML to a frozen ``Config``: every problem is reported at once, with its key. Reads files, decides nothing.

Defaults are the desk's published guide; ``config.example.toml`` explains every key and a test holds both together.
"""

from __future__ import annotations

import os
import re
import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from mailticket.errors import ConfigError
from mailticket.vocabulary import CATEGORIES, FIELD_KEYS, REQUIRED, REQUIRED_TECHNICAL, SEVERITIES, TECHNICAL_CATEGORIES

DEFAULT_PATHS = (Path("config.toml"), Path("/etc/mailticket/config.toml"))
LOOPBACK = ("localhost", "ip6-localhost", "::1", "[::1]")
_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
_SIZES = {"": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3}


# ---------------------------------------------------------------- values as people write them


def duration(text: object) -> timedelta:
    """``"4h"``, ``"1h30m"``, ``"90s"``, ``"2d"`` to a timedelta; raises ValueError for anything else."""
    if isinstance(text, timedelta):
        return text
    parts = re.findall(r"(\d+)\s*([dhms])", str(text))
    if not parts or re.sub(r"(\d+)\s*([dhms])|\s", "", str(text)):
        raise ValueError('not a duration; write for example "4h", "1h30m" or "90s"')
    return timedelta(seconds=sum(int(number) * _UNITS[unit] for number, unit in parts))


def _size(text: object) -> int:
    match = re.fullmatch(r"(\d+)\s*(KB|MB|GB)?", str(text).strip(), re.I)
    if not match:
        raise ValueError('not a size; write for example "40MB"')
    return int(match[1]) * _SIZES[(match[2] or "").upper()]


def _hours(text: object) -> tuple[tuple[time, time], ...]:
    """``"06:00-20:00"`` or ``"09:00-12:00, 13:00-17:00"``; "" is a closed day, "24:00" ends a whole one."""
    if isinstance(text, tuple):
        return text
    spans = [part.strip() for part in str(text).split(",") if part.strip()]
    return tuple(_span(part) for part in spans)


def _span(text: str) -> tuple[time, time]:
    match = re.fullmatch(r"(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)", text)
    if not match:
        raise ValueError(f'"{text}" is no span of hours; write for example "06:00-20:00"')
    numbers = [int(part) for part in match.groups()]
    if numbers[2:] == [24, 0]:
        numbers[2:] = [0, 0]
    begin, end = time(numbers[0], numbers[1]), time(numbers[2], numbers[3])
    if end != time(0) and end <= begin:
        raise ValueError(f'"{text}" ends before it begins')
    return begin, end


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f'unknown time zone "{name}"; write an IANA name such as "America/New_York"')
    return name


def _email(text: str) -> str:
    if not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", text):
        raise ValueError(f'"{text}" is not a mail address')
    return text


def _among(allowed: tuple[str, ...]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f'unknown "{value}"; known are {", ".join(allowed)}')
        return value

    return AfterValidator(check)


def _no_path(value: object) -> object:
    return None if value == "" else value


OptionalPath = Annotated[Path | None, BeforeValidator(_no_path)]
Duration = Annotated[timedelta, BeforeValidator(duration)]
Size = Annotated[int, BeforeValidator(_size)]
Hours = Annotated[tuple[tuple[time, time], ...], BeforeValidator(_hours)]
Zone = Annotated[str, AfterValidator(_zone)]
Email = Annotated[str, AfterValidator(_email)]
FieldKey = Annotated[str, _among(FIELD_KEYS)]
CategoryKey = Annotated[str, _among(CATEGORIES)]
Severity = Annotated[str, _among(SEVERITIES)]
Security = Literal["tls", "starttls", "none"]
Port = Annotated[int, Field(ge=1, le=65535)]
Positive = Annotated[int, Field(ge=1)]
Natural = Annotated[int, Field(ge=0)]


class Section(BaseModel):
    """A table of the configuration: unknown keys are errors, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ---------------------------------------------------------------- the tables


class Desk(Section):
    name: str = "TechOps"
    address: Email
    aliases: tuple[Email, ...] = ()
    organisation: str = "eGroup"
    time_zone: Zone = "America/New_York"
    region: str = Field("US", pattern=r"^[A-Z]{2}$")
    phone: str = ""
    phone_note: str = "choose option 1"
    knowledge_base_url: str = ""
    first_ticket_number: Positive = 1001


class State(Section):
    path: Path = Path("state")


class Server(Section):
    """What [imap] and [smtp] share: where, how protected, as whom."""

    host: str
    security: Security
    username: str = ""
    password_file: OptionalPath = None
    ca_file: OptionalPath = None
    timeout: Duration = timedelta(seconds=60)

    @model_validator(mode="after")
    def _plain_only_at_home(self) -> Server:
        if self.security == "none" and not is_loopback(self.host):
            raise ValueError('security "none" is for loopback only; use "tls" or "starttls"')
        return self


class Imap(Server):
    security: Security = "tls"
    port: Port = 993
    folder: str = "INBOX"
    processed_folder: str = ""
    sent_folder: str = ""
    keyword: str = Field("$Mailticket", pattern=r"^[^\s(){%*\"\\\]]+$")
    older_mail: Literal["leave", "import"] = "leave"
    first_start_grace: Duration = timedelta(minutes=15)
    poll: Duration = timedelta(minutes=5)
    batch: Positive = 50


class Smtp(Server):
    security: Security = "starttls"
    port: Port = 587
    per_minute: Natural = 30
    automatic_sender: str = "<>"
    give_up_after: Duration = timedelta(days=5)


class Agent(Section):
    name: str
    email: Email


class Intake(Section):
    max_size: Size = 40 * 1024**2
    read_timeout: Duration = timedelta(seconds=20)
    read_memory: Size = 1024**3


class Replies(Section):
    acknowledge: bool = True
    max_age: Duration = timedelta(hours=24)
    max_requests: Natural = 2
    per_sender_per_hour: Positive = 60
    same_subject_per_hour: Positive = 3
    templates: OptionalPath = None


class Fields(Section):
    required: tuple[FieldKey, ...] = REQUIRED
    required_technical: tuple[FieldKey, ...] = REQUIRED_TECHNICAL
    technical_categories: tuple[CategoryKey, ...] = TECHNICAL_CATEGORIES
    required_by_category: dict[CategoryKey, tuple[FieldKey, ...]] = {}


class Week(Section):
    """Opening hours by weekday in the zone; a missing day is closed."""

    time_zone: Zone | None = None
    monday: Hours = ()
    tuesday: Hours = ()
    wednesday: Hours = ()
    thursday: Hours = ()
    friday: Hours = ()
    saturday: Hours = ()
    sunday: Hours = ()
    holidays: str = Field("", pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$")
    holidays_added: tuple[date, ...] = ()
    holidays_removed: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[tuple[tuple[time, time], ...], ...]:
        """Monday first, as ``date.weekday()`` counts."""
        return (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday)


ALWAYS = "24x7"
_DESK_DAY = ((time(6), time(20)),)
_DESK_WEEK = Week(
    monday=_DESK_DAY, tuesday=_DESK_DAY, wednesday=_DESK_DAY, thursday=_DESK_DAY, friday=_DESK_DAY, holidays="US"
)


class Target(Section):
    """Within what time a person answers a ticket of this severity, counted in which calendar."""

    first_response: Duration
    calendar: str


_TARGETS = {
    "A": Target(first_response=timedelta(hours=1), calendar=ALWAYS),
    "B": Target(first_response=timedelta(hours=2), calendar="desk"),
    "C": Target(first_response=timedelta(hours=4), calendar="desk"),
}


class Objective(Section):
    share: Annotated[float, Field(gt=0, le=1)] = 0.80
    within: Duration = timedelta(hours=4)


class Sla(Section):
    default_severity: Severity = "C"
    warn_at: Annotated[float, Field(gt=0, lt=1)] = 0.75
    sweep: Duration = timedelta(seconds=30)
    objective: Objective = Objective()
    targets: dict[Severity, Target] = _TARGETS


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
    intake: Intake = Intake()
    replies: Replies = Replies()
    fields: Fields = Fields()
    calendars: dict[str, Week] = {"desk": _DESK_WEEK}
    sla: Sla = Sla()
    log: Log = Log()

    @model_validator(mode="before")
    @classmethod
    def _keep_default_targets(cls, data: Any) -> Any:
        """A desk that changes one severity or adds one calendar keeps the other defaults."""
        if not isinstance(data, dict):
            return data
        merged = {**data, "calendars": {"desk": _DESK_WEEK, **data.get("calendars", {})}}
        sla = data.get("sla")
        if isinstance(sla, dict) and isinstance(sla.get("targets"), dict):
            merged["sla"] = {**sla, "targets": {**_TARGETS, **sla["targets"]}}
        return merged

    @model_validator(mode="after")
    def _targets_name_calendars(self) -> Config:
        for severity, target in self.sla.targets.items():
            if target.calendar != ALWAYS and target.calendar not in self.calendars:
                raise ValueError(f'sla.targets.{severity}.calendar: no calendar "{target.calendar}" is defined')
        return self

    @property
    def own_addresses(self) -> frozenset[str]:
        """Every address this desk answers under, for comparison."""
        return frozenset(item.casefold() for item in (self.desk.address, *self.desk.aliases))

    @property
    def agent_addresses(self) -> frozenset[str]:
        return frozenset(agent.email.casefold() for agent in self.agents)


def is_loopback(host: str) -> bool:
    return host.lower() in LOOPBACK or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


# ---------------------------------------------------------------- reading it


def find(given: Path | None) -> Path:
    """The configuration file to use: the given one, else the first default that exists."""
    for path in (given,) if given else DEFAULT_PATHS:
        if path.is_file():
            return path
    looked = given or " nor ".join(map(str, DEFAULT_PATHS))
    raise ConfigError(str(looked), ("no such file; `mailticket init` writes one, --config names another",))


def load(path: Path) -> Config:
    """The configuration in this file; raises ConfigError with every problem in it."""
    try:
        return parse(path.read_text("utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), (f"cannot be read: {error}",)) from error


def parse(text: str, path: Path) -> Config:
    """The configuration in this text; relative paths are taken from the folder of ``path``."""
    try:
        config = Config.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), (f"not TOML: {error}",)) from error
    except ValidationError as error:
        raise ConfigError(str(path), tuple(_problem(item) for item in error.errors())) from error
    return _anchored(config, path.resolve().parent)


def _problem(item: Any) -> str:
    key = ".".join(str(part) for part in item["loc"]) or "configuration"
    reason = {"missing": "is required", "extra_forbidden": "is not a key of mailticket"}.get(item["type"])
    return f"{key}: {reason or item['msg'].removeprefix('Value error, ')}"


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


def password(section: Server, credential: str) -> str:
    """The password from ``password_file``, else from the systemd credential of this name; "" when neither is set.

    Raises ConfigError naming the file that cannot be read (systemd.exec(5), LoadCredential).
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    path = section.password_file or (Path(folder) / credential if folder else None)
    if path is None or (section.password_file is None and not path.exists()):
        return ""
    try:
        return path.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), (f"the password of {section.host} cannot be read: {error}",)) from error
