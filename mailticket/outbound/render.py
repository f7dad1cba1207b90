"""Mail templates to text and HTML: Jinja2 environment, template lookup, line length. Decides neither words nor headers.

A mail is ``mail/<name>/{subject.txt,body.txt,body.html}.j2``, in the operator's folder if it has one, else as shipped;
a page is ``web/<name>.html.j2``.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailticket.errors import TemplateError
from mailticket.outbound.compose import Rendered
from mailticket.shipped import templates_folder

__all__ = ["Rendered", "Renderer"]

PARTS = ("subject.txt.j2", "body.txt.j2", "body.html.j2")
LINE = 76  # characters, RFC 2045 §6.7 and RFC 3676 §4.2
LARGEST = 64 * 1024  # characters of an automatic mail's text
_PIECES = 1000  # joined at a time: a page of many rows is millions of them, each far longer in memory than its text
UNLIMITED = frozenset({"agent_reply"})  # carries a person's whole text
_INDENT = re.compile(r"(?:> ?)+|- | +|[^|]{25}\| ")  # quoted, listed, indented, a row of fields


class Renderer:
    """The mails of one installation. Each template is compiled once; a changed file needs a restart.

    ``override`` is the operator's folder (``replies.templates``): a file ``mail/…`` in it goes before the shipped one
    of the same name. Raises TemplateError when that folder is not there or names a mail that does not exist.
    """

    def __init__(self, override: Path | None = None) -> None:
        shipped = templates_folder()
        self._names = _mails(shipped)
        if override is not None:
            _require_known(override, self._names)
        self._environment = _environment([folder for folder in (override, shipped) if folder])

    def names(self) -> tuple[str, ...]:
        """Every mail there is, for ``mailticket check``."""
        return self._names

    def render(self, name: str, variables: Mapping[str, object]) -> Rendered:
        """The mail ``name`` with these variables (``content.variables``); text lines of at most 76 characters.

        Raises TemplateError with file and line when a template is missing, broken, prints a variable that does not
        exist, gives an empty subject or text, or, in an automatic mail, more than 64 KB of text.
        """
        subject, text, html = (self._print(f"mail/{name}/{part}", variables) for part in PARTS)
        rendered = Rendered(" ".join(subject.split()), _folded(text), html)
        if problem := _problem(rendered, limited=name not in UNLIMITED):
            raise TemplateError(f"mail/{name}: {problem}")
        return rendered

    def page(self, name: str, variables: Mapping[str, object]) -> str:
        """The page ``name`` as HTML, every variable escaped; raises TemplateError as ``render`` does."""
        return self._print(f"web/{name}.html.j2", variables)

    def _print(self, path: str, variables: Mapping[str, object]) -> str:
        try:
            pieces = self._environment.get_template(path).stream(variables)
            pieces.enable_buffering(_PIECES)
            return "".join(pieces)
        except Exception as error:  # a template can raise whatever Python can
            raise TemplateError(f"{_place(error, path)}: {type(error).__name__}: {error}") from error


class _Sandbox(ImmutableSandboxedEnvironment):
    """Remembers its verdicts: whether an attribute may be read depends on the type alone, and is asked thousands of
    times for each mail.
    """

    _verdicts: ClassVar[dict[tuple[type, str], bool]] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        asked = (type(obj), attr)
        if asked not in self._verdicts:
            self._verdicts[asked] = super().is_safe_attribute(obj, attr, value)
        return self._verdicts[asked]


def _environment(folders: Iterable[Path]) -> ImmutableSandboxedEnvironment:
    """Sandboxed, because an operator's folder may be writable by others than the program's owner."""
    return _Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


def _mails(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder.glob(f"mail/*/{PARTS[0]}")))


def _require_known(override: Path, known: tuple[str, ...]) -> None:
    """A misspelt folder would silently never be used."""
    if not (override / "mail").is_dir():
        raise TemplateError(f'{override}: has no folder "mail"; put {override}/mail/<name>/body.txt.j2 there')
    for path in sorted((override / "mail").iterdir()):
        if path.is_dir() and path.name not in known:
            raise TemplateError(f"{path}: there is no such mail; known are {', '.join(known)}")


def _place(error: Exception, path: str) -> str:
    """File and line of the template: from the syntax error, else from the last template in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name or path}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(".j2")]
    return f"{inside[-1].filename}:{inside[-1].lineno}" if inside else path


def _problem(rendered: Rendered, *, limited: bool) -> str:
    if not rendered.subject or not rendered.text.strip():
        return "the subject or the text is empty"
    if limited and len(rendered.text) > LARGEST:
        return f"{len(rendered.text)} characters of text; an automatic mail has at most {LARGEST}"
    return ""


def _folded(text: str) -> str:
    """Lines of at most 76 characters; a no-break space keeps words together and then becomes a blank."""
    lines = (line if len(line) <= LINE else _fold(line) for line in text.rstrip().split("\n"))
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _fold(line: str) -> str:
    """Breaks at blanks only, so that links stay whole; quoted and listed lines keep their indentation."""
    match = _INDENT.match(line)
    first = match[0] if match else ""
    rest = re.sub("[^>| ]", " ", first)
    lines, current = [], first
    for word in line[len(first) :].split(" "):
        if len(current) + len(word) > LINE and current not in (first, rest):
            lines.append(current.rstrip())
            current = rest
        current += word + " "
    return "\n".join([*lines, current.rstrip()])
