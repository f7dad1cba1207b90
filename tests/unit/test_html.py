"""HTML bodies to text: what must stay on one line, what must stay marked, and what must never cost much."""

from __future__ import annotations

import time

import pytest

from mailticket.intake.html import RULE, html_to_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("a<br>b<div>c</div><div>d</div>", "a\nb\nc\nd", id="breaks and divisions"),
        pytest.param("<p>a</p><p>b</p>", "a\n\nb", id="paragraphs"),
        pytest.param("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", "a\nb", id="Outlook paragraphs"),
        pytest.param("<div>a</div><div><br></div><div>b</div>", "a\n\nb", id="blank division"),
        pytest.param("<ul><li>a</li><li><p>b</p></li></ul>", "* a\n* b", id="bullets"),
        pytest.param("<ol><li>a<li>b</ol>", "1. a\n2. b", id="numbers"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b", id="preformatted"),
        pytest.param("a<hr>b", f"a\n{RULE}\nb", id="ruler"),
        pytest.param("&lt;a&gt;&nbsp;&amp;&eacute;", "<a> &\u00e9", id="references"),
        pytest.param("a<style>x{}</style><script>if (a<b) {}</script>b", "ab", id="no text"),
        pytest.param("a<!-- <p>no</p> -->b<![if !mso]>c<![endif]>", "abc", id="comments"),
        pytest.param('a<div style="display:none">b<div>c</div>d</div>e', "ae", id="hidden"),
        pytest.param("<b>a</b> <i>b</i>  c", "a b c", id="blanks between"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_layout_becomes_lines(source: str, text: str) -> None:
    assert html_to_text(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<tr><td>Phone</td><td>12</td></tr><tr><td>Zone</td><td>ET</td></tr>", "Phone\t12\nZone\tET"),
        ("<tr><td><p>Phone</p></td><td><p>12</p></td></tr>", "Phone\t12"),
        ("<tr><td>Steps</td><td>one<br>two</td></tr>", "Steps\tone\n\ttwo"),
        ("<tr><th>A</th><th>B</th></tr><tr><td></td><td>b</td></tr>", "A\tB\n\tb"),
    ],
    ids=["rows", "paragraphs in cells", "lines in a cell", "empty cell"],
)
def test_a_table_row_is_one_line(source: str, text: str) -> None:
    assert html_to_text(f"<table>{source}</table>") == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e", "a\n> b\n> c\n> > d\ne"),
        ('a<blockquote class="gmail_quote" style="border:none">b</blockquote>', "a\n> b"),
        ('a<blockquote style="margin:0 0 0 40px;border:none">b</blockquote>', "a\nb"),
    ],
    ids=["nested", "citation without border", "indentation"],
)
def test_quotations_stay_marked(source: str, text: str) -> None:
    assert html_to_text(source) == text


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<td>x", "<b>x</b> ", "<!--", "<style>", "<", "<a ", "&#1", "<blockquote>", "<p>x<br>", "<li>"],
)
def test_the_cost_is_linear(unit: str) -> None:
    source = unit * (400_000 // len(unit))
    begin = time.process_time()

    html_to_text(source)

    assert time.process_time() - begin < 2
