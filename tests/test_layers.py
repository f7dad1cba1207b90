"""The house rules that a reader relies on, held by walking the source: who may import what, and how long things get.

Modules are found by themselves. A new one under a station is pure until it is named below as an edge; a new one at
the top joins edges (as ``pipeline`` and ``daemon`` do) until it is named below as a noun.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "mailticket"

# Names are relative to the package: "intake.fetch", "store.tickets", "cli.main", "" for the package itself.
EDGES = {
    "fetch": ("intake.fetch*", "intake.idle"),
    "worker": ("intake.worker",),
    "send": ("outbound.send*",),
    "store": ("store", "store.*"),
}
FILE_READERS = ("config", "shipped", "tls", "outbound.render")  # neither pure nor an edge
STATIONS = ("intake", "desk", "sla", "outbound")
NOUNS = (
    "",
    "model",
    "decisions",
    "durations",
    "inline_image",
    "errors",
    "vocabulary",
    "config_values",
    "config_problems",
    "config_section",
    "config_sla",
    "contacts",
    "contact_columns",
    "contact_csv",
)
COMMAND_LINE = ("cli", "cli.*", "demo", "demo.*")

IO_LIBRARIES = (
    "sqlite3",
    "sqlite_utils",
    "pysqlite3",
    "imapclient",
    "imaplib",
    "smtplib",
    "socket",
    "ssl",
    "subprocess",
    "threading",
    "multiprocessing",
    "asyncio",
    "pebble",
    "apscheduler",
)
CLOCKS = (
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.monotonic",
    "time.perf_counter",
    "time.localtime",
    "email.utils.localtime",
    "email.utils.make_msgid",
)
HOMES = {
    "imapclient": EDGES["fetch"],
    "imaplib": EDGES["fetch"],
    "mailparser": ("intake.parse*",),
    "tnefparse": ("intake.tnef",),
    "compressed_rtf": ("intake.rtf",),
    "striprtf": ("intake.rtf",),
    "smtplib": EDGES["send"],
    "sqlite3": EDGES["store"],
    "sqlite_utils": EDGES["store"],
    "pysqlite3": EDGES["store"],
    "apscheduler": ("daemon*",),
    "jinja2": ("outbound.render",),
    "matplotlib": ("outbound.charts*",),
    "pebble": EDGES["worker"],
    "pydantic": ("config*",),
    "click": ("cli", "cli.*"),
    "pymap": ("demo", "demo.*"),
    "aiosmtpd": ("demo", "demo.*"),
}
SQL = re.compile(
    r"\s*(select\s[^;]*\sfrom|insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from|with\s+\w+\s+as\s*\(|"
    r"(create|drop|alter)\s+(unique\s+)?(table|index|view|trigger)|pragma|begin\s+immediate)\b",
    re.IGNORECASE,
)
LONGEST_FUNCTION = 40  # lines
LONGEST_MODULE = 300  # lines of code: neither blank nor comment nor docstring


@dataclass(frozen=True)
class Module:
    """One source file: its dotted name within the package, and its text."""

    name: str
    text: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def kind(self) -> str:
        return kind(self.name)


def kind(name: str) -> str:
    """What a module, or something in one, is: pure, a reader, a joint, or the edge of this name."""
    edge = next((edge for edge, patterns in EDGES.items() if is_inside(name, patterns)), None)
    if edge:
        return edge
    if is_inside(name, FILE_READERS):
        return "reader"
    return "pure" if name.partition(".")[0] in NOUNS + STATIONS else "joint"


def is_inside(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a dotted name is a module of the patterns or something in one."""
    parts = name.split(".")
    return any(fnmatch(".".join(parts[:end]), pattern) for end in range(1, len(parts) + 1) for pattern in patterns)


Rule: TypeAlias = Callable[[Module], Iterator[str]]


def read_modules() -> list[Module]:
    return [module_at(path) for path in sorted(PACKAGE.rglob("*.py"))]


def module_at(path: Path) -> Module:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    return Module(".".join(parts[:-1] if is_package else parts), path.read_text("utf-8"), is_package)


# ---------------------------------------------------------------- what a module imports


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and absolute name of everything imported, wherever the import stands."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{origin(module, node)}.{alias.name}") for alias in node.names)


def bindings(module: Module) -> dict[str, str]:
    """What each name that an import binds truly is: ``import datetime as d`` makes d datetime."""
    found: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            top = ((alias.name.partition(".")[0], alias) for alias in node.names)
            found |= {alias.asname or first: alias.name if alias.asname else first for first, alias in top}
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: f"{origin(module, node)}.{alias.name}" for alias in node.names}
    return found


def origin(module: Module, node: ast.ImportFrom) -> str:
    """The absolute name of what is imported from; one dot is the module's own package."""
    if not node.level:
        return node.module or ""
    package = ["mailticket", *filter(None, module.name.split("."))]
    kept = package[: len(package) - node.level + module.is_package]
    return ".".join([*kept, *filter(None, [node.module])])


def own_imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and name within the package: "store.tickets", "store.tickets.load"."""
    for line, source in imports(module):
        package, _, name = source.partition(".")
        if package == "mailticket" and name:
            yield line, name


def referenced(module: Module) -> Iterator[tuple[int, str]]:
    """Line and true dotted name of every reference to something imported, whatever it is called here."""
    bound = bindings(module)
    for node in ast.walk(module.tree):
        parts = dotted(node)
        if parts and parts[0] in bound:
            yield getattr(node, "lineno", 0), ".".join([bound[parts[0]], *parts[1:]])


def dotted(node: ast.AST) -> list[str]:
    """``a.b.c`` as its parts; [] for anything else."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return [*before, node.attr] if before else []
    return []


# ---------------------------------------------------------------- the rules


def pure_modules_import_no_edge(module: Module) -> Iterator[str]:
    if module.kind != "pure":
        return
    for line, name in own_imports(module):
        if kind(name) != "pure" and not is_inside(name, ("config", "config_sla", "config_section")):
            yield f"line {line}: imports {name} ({kind(name)}), but {module.name} is pure"
    for line, source in imports(module):
        if source.partition(".")[0] in IO_LIBRARIES:
            yield f"line {line}: imports {source}, but {module.name} is pure"


def pure_modules_never_ask_for_the_time(module: Module) -> Iterator[str]:
    if module.kind == "pure":
        for line, name in referenced(module):
            if name in CLOCKS:
                yield f"line {line}: uses {name}; now is a parameter of pure functions"


def edges_do_not_import_each_other(module: Module) -> Iterator[str]:
    if module.kind in EDGES:
        for line, name in own_imports(module):
            if kind(name) not in ("pure", "reader", module.kind):
                yield f"line {line}: imports {name} ({kind(name)}); only pipeline, daemon and cli join edges"


def the_demo_is_used_by_the_command_line_alone(module: Module) -> Iterator[str]:
    if not is_inside(module.name, COMMAND_LINE):
        for line, name in own_imports(module):
            if is_inside(name, ("demo",)):
                yield f"line {line}: imports {name}"


def each_library_stays_in_its_home(module: Module) -> Iterator[str]:
    for line, source in imports(module):
        home = HOMES.get(source.partition(".")[0])
        if home and not is_inside(module.name, home):
            yield f"line {line}: imports {source}, which belongs to {' and '.join(home)}"


def sql_stays_in_the_store(module: Module) -> Iterator[str]:
    if module.kind == "store":
        return
    prose = docstrings(module.tree)
    for node in ast.walk(module.tree):
        text = node.value if isinstance(node, ast.Constant) and node not in prose else None
        if isinstance(text, str) and SQL.match(text):
            yield f"line {node.lineno}: SQL outside store/: {text.strip()[:50]!r}"


def every_module_opens_with_a_docstring(module: Module) -> Iterator[str]:
    if not ast.get_docstring(module.tree):
        yield "line 1: no docstring says what this module does, and what it does not"


def functions_stay_short(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"line {node.lineno}: {node.name} has {length} lines, {LONGEST_FUNCTION} are the most"


def modules_stay_short(module: Module) -> Iterator[str]:
    length = len(code_lines(module))
    if length > LONGEST_MODULE:
        yield f"line 1: {length} lines of code, {LONGEST_MODULE} are the most"


def docstrings(tree: ast.Module) -> set[ast.Constant]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, holders) and ast.get_docstring(node, clean=False) is not None
        if isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant)
    }


def code_lines(module: Module) -> list[str]:
    prose = {
        line for node in docstrings(module.tree) for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    return [
        line
        for number, line in enumerate(module.text.splitlines(), 1)
        if number not in prose and line.strip() and not line.strip().startswith("#")
    ]


RULES: tuple[Rule, ...] = (
    pure_modules_import_no_edge,
    pure_modules_never_ask_for_the_time,
    edges_do_not_import_each_other,
    the_demo_is_used_by_the_command_line_alone,
    each_library_stays_in_its_home,
    sql_stays_in_the_store,
    every_module_opens_with_a_docstring,
    functions_stay_short,
    modules_stay_short,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule):
    broken = [
        f"mailticket/{module.name.replace('.', '/')}: {found}" for module in read_modules() for found in rule(module)
    ]

    assert not broken, "\n" + "\n".join(broken)


def test_the_walk_finds_the_modules():
    names = {module.name for module in read_modules()}

    assert {"", "model", "intake", "store.schema"} <= names


# ---------------------------------------------------------------- the rules can fail

BROKEN = {
    "a pure module imports the store": (
        pure_modules_import_no_edge,
        Module("desk.decide", "from mailticket.store import tickets"),
        "imports store.tickets",
    ),
    "a pure module imports an edge by a relative name": (
        pure_modules_import_no_edge,
        Module("intake.classify", "from . import fetch"),
        "imports intake.fetch",
    ),
    "a package imports an edge by a relative name": (
        pure_modules_import_no_edge,
        Module("intake", "from .fetch import open_session", is_package=True),
        "imports intake.fetch.open_session",
    ),
    "a pure module imports a joint from two levels up": (
        pure_modules_import_no_edge,
        Module("intake.fields.weigh", "from ... import pipeline"),
        "imports pipeline",
    ),
    "an edge hides in a function": (
        pure_modules_import_no_edge,
        Module("outbound.compose", "def f():\n    import mailticket.outbound.send"),
        "imports outbound.send",
    ),
    "a pure module opens sockets": (
        pure_modules_import_no_edge,
        Module("sla.clock", "from socket import create_connection"),
        "imports socket.create_connection",
    ),
    "a pure module imports what a later joint offers": (
        pure_modules_import_no_edge,
        Module("desk.commands", "from mailticket.loops import run"),
        "imports loops.run (joint)",
    ),
    "a pure module looks for files": (
        pure_modules_import_no_edge,
        Module("outbound.compose", "from mailticket import shipped"),
        "imports shipped (reader)",
    ),
    "a rule asks for the time": (
        pure_modules_never_ask_for_the_time,
        Module("sla.clock", "from datetime import datetime\nx = datetime.now()"),
        "line 2: uses datetime.datetime.now",
    ),
    "a rule asks for the time under another name": (
        pure_modules_never_ask_for_the_time,
        Module("desk.match", "import datetime as d\nx = d.date.today()"),
        "uses datetime.date.today",
    ),
    "a rule passes the clock on": (
        pure_modules_never_ask_for_the_time,
        Module("model", "import time\nx = field(default_factory=time.time)"),
        "uses time.time",
    ),
    "a rule imports the clock itself": (
        pure_modules_never_ask_for_the_time,
        Module("model", "from time import time\nx = time()"),
        "uses time.time",
    ),
    "one edge imports another": (
        edges_do_not_import_each_other,
        Module("intake.fetch", "import mailticket.store.ledger"),
        "imports store.ledger",
    ),
    "an edge imports what joins it": (
        edges_do_not_import_each_other,
        Module("store.outbox", "from mailticket.pipeline import deliver"),
        "imports pipeline.deliver",
    ),
    "the daemon needs the demo": (
        the_demo_is_used_by_the_command_line_alone,
        Module("daemon", "from mailticket.demo.servers import ImapServer"),
        "imports demo.servers.ImapServer",
    ),
    "a library strays": (
        each_library_stays_in_its_home,
        Module("daemon", "import imapclient.exceptions"),
        "imports imapclient.exceptions, which belongs to intake.fetch",
    ),
    "SQL strays": (
        sql_stays_in_the_store,
        Module("cli.main", "rows = db.execute(f'SELECT id FROM {table}')\nx = 'select id from ticket'"),
        "line 2: SQL outside store/: 'select id from ticket'",
    ),
    "SQL strays in pieces": (
        sql_stays_in_the_store,
        Module("pipeline", "x = f'update ticket set {name} = 1'"),
        "SQL outside store/: 'update ticket set",
    ),
    "a module without a word": (every_module_opens_with_a_docstring, Module("desk.match", "x = 1"), "no docstring"),
    "a long function": (
        functions_stay_short,
        Module("desk.match", "class A:\n    def f(self):\n" + "        x = 1\n" * 40),
        "f has 41 lines",
    ),
    "a long module": (modules_stay_short, Module("desk.match", "x = 1\n" * 301), "301 lines of code"),
}


@pytest.mark.parametrize(("rule", "module", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_breaking_a_rule_is_found(rule, module, expected):
    found = list(rule(module))

    assert any(expected in line for line in found), found


KEPT = {
    "a joint imports edges": Module("pipeline", '"""x"""\nfrom mailticket.store import tickets\nimport threading'),
    "an edge imports itself": Module("store.tickets", '"""x"""\nfrom mailticket.store.schema import x\nimport sqlite3'),
    "a pure module imports its station": Module("intake.parse", '"""x"""\nimport mailparser\nfrom . import html'),
    "a time of day is no clock": Module("sla.calendar", '"""x"""\nfrom datetime import datetime, time\nx = time(6)'),
    "prose about selecting": Module("cli.main", '"""Select rows from a table."""\nx = "select one of these"'),
    "a long docstring": Module("desk.match", '"""x\n' + "y\n" * 400 + '"""'),
}


@pytest.mark.parametrize("module", KEPT.values(), ids=KEPT.keys())
def test_what_is_allowed_is_let_be(module):
    assert [found for rule in RULES for found in rule(module)] == []
