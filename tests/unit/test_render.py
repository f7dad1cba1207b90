"""Template lookup, folding and errors of the renderer, and what holds for every shipped mail."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from mailticket import config as configuration
from mailticket.errors import TemplateError
from mailticket.outbound.content import samples
from mailticket.outbound.render import LARGEST, LINE, Renderer
from mailticket.vocabulary import FIELDS

CONFIG = configuration.parse(
    '[desk]\naddress = "techops@desk.example"\nphone = "+1 843 555 0100"\n'
    'knowledge_base_url = "https://kb.desk.example/"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n',
    Path("config.toml"),
)
BARE = configuration.parse(
    '[desk]\naddress = "techops@desk.example"\n[imap]\nhost = "imap"\n[smtp]\nhost = "smtp"\n', Path("config.toml")
)
NAMES = Renderer().names()
SAMPLES = [*samples(CONFIG), *samples(BARE)]


def override(folder: Path, path: str, text: str) -> Renderer:
    place = folder / "mail" / path
    place.parent.mkdir(parents=True)
    place.write_text(text, "utf-8")
    return Renderer(folder)


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
@pytest.mark.parametrize("name", NAMES)
def test_every_mail_renders_with_every_sample(name: str, sample: dict[str, object]) -> None:
    mail = Renderer().render(name, sample)

    too_long = [line for line in mail.text.split("\n") if len(line) > LINE]
    assert mail.subject
    assert too_long == []
    assert "\n\n\n" not in mail.text


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
@pytest.mark.parametrize("name", NAMES)
def test_text_and_html_say_the_same(name: str, sample: dict[str, object]) -> None:
    mail = Renderer().render(name, sample)

    body = mail.html.partition("<body")[2].partition(">")[2]
    seen = unescape(re.sub(r"<[^<>]*>|<!--[^<>]*(?:<[^<>]*>[^<>]*)*-->", " ", body))
    assert _words(seen) == _words(mail.text)


def _words(text: str) -> list[str]:
    """Letters and digits only: signs that stand for layout differ between text and HTML."""
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("name", NAMES)
def test_html_loads_nothing_and_sets_no_colour_that_dark_mode_would_fight(name: str) -> None:
    html = Renderer().render(name, SAMPLES[1]).html

    assert not re.search(r"<(?:img|script|link|iframe|style|form)\b|url\(|@import|src=", html, re.I)
    assert not re.search(r"(?<![-\w])(?:color|background(?:-color)?):", html)


@pytest.mark.parametrize("name", ["acknowledgement", "request"])
def test_nothing_but_the_request_looks_like_a_line_of_it(name: str) -> None:
    """Requesters quote our mails: a sentence of ours must never be read back as their answer."""
    labels = "|".join(re.escape(item.label.split()[0]) for item in FIELDS)
    line_of_form = re.compile(rf"[\W_]*(?:{labels})\b[^:=\t]{{0,60}}[:=\t]", re.I)

    text = Renderer().render(name, SAMPLES[0]).text

    assert [line for line in text.split("\n") if line_of_form.match(line)] == []


def test_the_request_is_one_question_a_line_between_its_two_marks() -> None:
    text = Renderer().render("acknowledgement", SAMPLES[1]).text

    block = text.partition("--- Please fill in and send back ---\n")[2].partition("--- End of form ---\n")[0]
    assert len(block.split("\n")) == len(FIELDS) + 1
    assert "\nTime zone (for example Eastern): \nCase severity (A critical, B urgent, C minimum): \n" in block


def test_markup_in_a_requesters_words_is_shown_not_obeyed() -> None:
    sample = {**SAMPLES[0], "text": "<script>alert(1)</script> {{ 7 * 7 }}", "requester": '"><img src=x>'}

    html = Renderer().render("notification", sample).html

    assert "<script>" not in html
    assert "<img" not in html
    assert "{{ 7 * 7 }}" in html


def test_a_file_of_the_operator_goes_before_the_shipped_one(tmp_path: Path) -> None:
    renderer = override(tmp_path, "acknowledgement/subject.txt.j2", "Got it: {{ number }}")

    mail = renderer.render("acknowledgement", SAMPLES[0])

    assert mail.subject == "Got it: TechOps #1042"
    assert "We have received your request" in mail.text


def test_a_shared_part_of_the_operator_is_used_by_the_shipped_mails(tmp_path: Path) -> None:
    renderer = override(tmp_path, "_request.txt.j2", "nothing to fill in")

    assert "nothing to fill in" in renderer.render("request", SAMPLES[1]).text


def test_a_folder_for_a_mail_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"acknowledgment: there is no such mail; known are acknowledgement,"):
        override(tmp_path, "acknowledgment/subject.txt.j2", "misspelt")


def test_an_override_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match='has no folder "mail"'):
        Renderer(tmp_path / "absent")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param("one\n{% if %}", r"body\.txt\.j2:2: TemplateSyntaxError", id="syntax"),
        pytest.param("one\n\n{{ nobody }}", r"body\.txt\.j2:3: UndefinedError: 'nobody' is undefined", id="undefined"),
        pytest.param("one\n{{ 1 / 0 }}", r"body\.txt\.j2:2: ZeroDivisionError", id="arithmetic"),
        pytest.param("{{ ''.__class__.__mro__ }}", r"body\.txt\.j2:1: SecurityError", id="sandbox"),
        pytest.param("{{ desk.name.append(1) }}", r"body\.txt\.j2:1: UndefinedError", id="no such method"),
        pytest.param("{% include 'mail/x.j2' %}", r"body\.txt\.j2:1: TemplateNotFound: 'mail/x\.j2'", id="include"),
        pytest.param(" \n", "the subject or the text is empty", id="empty"),
        pytest.param("{{ 'a' * 70000 }}", f"an automatic mail has at most {LARGEST}", id="too large"),
    ],
)
def test_a_broken_template_is_named_with_file_and_line(tmp_path: Path, source: str, message: str) -> None:
    renderer = override(tmp_path, "warning/body.txt.j2", source)

    with pytest.raises(TemplateError, match=message):
        renderer.render("warning", SAMPLES[0])


def test_a_template_that_is_not_utf8_is_an_error_that_names_it(tmp_path: Path) -> None:
    renderer = override(tmp_path, "warning/body.txt.j2", "x")
    (tmp_path / "mail/warning/body.txt.j2").write_bytes(b"Gr\xf6\xdfe")

    with pytest.raises(TemplateError, match=r"mail/warning/body\.txt\.j2: UnicodeDecodeError"):
        renderer.render("warning", SAMPLES[0])


def test_a_mail_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TemplateError, match=r"mail/absent/subject\.txt\.j2"):
        Renderer().render("absent", SAMPLES[0])


def test_a_persons_text_may_be_long() -> None:
    text = "word " * 30000

    assert len(Renderer().render("agent_reply", {**SAMPLES[0], "text": text}).text) > LARGEST


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        pytest.param("word " * 20, ["word " * 14 + "word", "word word word word word"], id="sentence"),
        pytest.param("> " + "word " * 16, ["> " + "word " * 14 + "word", "> word"], id="quoted"),
        pytest.param("- " + "word " * 16, ["- " + "word " * 14 + "word", "  word"], id="listed"),
        pytest.param(
            "Affected product".ljust(25) + "| " + "word " * 11,
            ["Affected product".ljust(25) + "| " + "word " * 9 + "word", " " * 25 + "| word"],
            id="row of fields",
        ),
        pytest.param("see https://x.example/" + "a" * 90, ["see", "https://x.example/" + "a" * 90], id="link"),
        pytest.param("x" * 74 + " +1\u00a0843", ["x" * 74, "+1 843"], id="no-break space"),
    ],
)
def test_long_lines_are_broken_at_blanks(tmp_path: Path, line: str, folded: list[str]) -> None:
    renderer = override(tmp_path, "warning/body.txt.j2", "{{ text }}")

    assert renderer.render("warning", {**SAMPLES[0], "text": line}).text.rstrip("\n").split("\n") == folded
