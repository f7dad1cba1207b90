"""Single answers to the values their fields hold."""

from __future__ import annotations

import pytest

from mailticket.intake.fields import FieldContext, phones
from mailticket.intake.fields.severities import severity
from mailticket.intake.fields.values import read
from mailticket.intake.fields.zones import zone
from mailticket.model import FieldContent

CONTEXT = FieldContext(own_addresses=frozenset({"desk@desk.example"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EST", "America/New_York"),
        ("Eastern", "America/New_York"),
        ("ET", "America/New_York"),
        ("Pacific Time", "America/Los_Angeles"),
        ("Central Standard Time", "America/Chicago"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("US/Central", "America/Chicago"),
        ("Europe/Prague", "Europe/Prague"),
        ("AEDT (Sydney)", "Australia/Sydney"),
        ("Brisbane time", "Australia/Brisbane"),
        ("MEZ", "Europe/Berlin"),
        ("CET", "Europe/Berlin"),
        ("GMT", "Europe/London"),
        ("GMT+1", "Etc/GMT-1"),
        ("UTC-05:00", "Etc/GMT+5"),
        ("UTC", "Etc/UTC"),
        ("hora del Pacífico", "America/Los_Angeles"),
        ("somewhere", None),
        ("America/Atlantis", None),
        ("../../etc/passwd", None),
    ],
)
def test_a_zone_gets_its_iana_name(text: str, expected: str | None) -> None:
    assert zone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A", "A"), ("Sev B", "B"), ("severity c", "C"), ("1 - Critical", "A"), ("P1", "A"), ("P2", "B"), ("4", "C"),
        ("critical", "A"), ("high", "B"), ("urgent", "B"), ("medium", "B"), ("low", "C"), ("minimal", "C"),
        ("not urgent", "C"), ("B (mittel)", "B"), ("C is enough, but please not longer than this week", "C"),
        ("banana", None), ("", None),
    ],
)  # fmt: skip
def test_a_severity_is_a_b_or_c(text: str, expected: str | None) -> None:
    assert severity(text) == expected


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("(404) 555-0132", "US", "+14045550132"),
        ("+1 312 555 0119 ext. 204", "US", "+13125550119 x204"),
        ("07700 900142", "GB", "+447700900142"),
        ("Main 404-555-0132", "US", "+14045550132"),
        ("2026-11-03", "US", None),
        ("198.51.100.80", "US", None),
        ("none", "US", None),
    ],
)
def test_a_phone_number_is_e164_and_keeps_its_extension(text: str, region: str, expected: str | None) -> None:
    assert phones.number(text, region) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        pytest.param("users_impacted", "all 12", 12, id="all"),
        pytest.param("users_impacted", "just me", 1, id="only the writer"),
        pytest.param("users_impacted", "about 35", 35, id="about"),
        pytest.param("users_impacted", "1,200 users", 1200, id="thousands"),
        pytest.param("users_impacted", "me and 2 others", 3, id="writer and others"),
        pytest.param("users_impacted", "eleven", 11, id="in words"),
        pytest.param("users_impacted", "0 (security team only)", 0, id="nobody"),
        pytest.param("users_impacted", "2 (me and Gretchen)", 2, id="a sum with its parts"),
        pytest.param("users_impacted", "just me and Olaf, so 2", 2, id="a sum behind its parts"),
        pytest.param("users_impacted", "sixty-four", 64, id="tens and ones in words"),
        pytest.param("users_impacted", "none so far, a trial", 0, id="none yet"),
        pytest.param("users_impacted", "Olaf Brandt only", 1, id="one by name"),
        pytest.param("severity", "A  B  C  <- C", "C", id="pointed at"),
        pytest.param("users_impacted", "me and Olaf", 2, id="the writer and one more"),
        pytest.param("users_impacted", "unknown, the public", None, id="not known"),
        pytest.param("tenant_domains", "a.onmicrosoft.com / b.test", ("a.onmicrosoft.com", "b.test"), id="domains"),
        pytest.param("tenant_domains", "Contoso Ltd", None, id="no domain"),
        pytest.param("user_accounts", "a@x.test<mailto:a@x.test>; b@x.test", ("a@x.test", "b@x.test"), id="addresses"),
        pytest.param("user_accounts", "Payroll, Front desk", ("Payroll", "Front desk"), id="accounts by name"),
        pytest.param("user_accounts", "will send later", None, id="accounts put off"),
        pytest.param("user_accounts", "all of Prepress", None, id="accounts not listed"),
        pytest.param("partner_name", "Harbor IT\nJane Roe", "Harbor IT", id="company alone on its line"),
        pytest.param("subscription_id", "s/o", "n/a", id="does not apply, in French"),
        pytest.param("subscription_id", "n/a (not Azure)", "n/a", id="does not apply, with a reason"),
        pytest.param("time_zone", "IST (GMT+5:30)", "Asia/Kolkata", id="half an hour"),
        pytest.param("time_zone", "CST6CDT", "America/Chicago", id="POSIX zone"),
        pytest.param("time_zone", "eastrn", "America/New_York", id="zone mistyped"),
        pytest.param(
            "preferred_contact_time", "[ ] early (7-9) [x] midday (11-2) [ ] late", "midday (11-2)", id="ticked"
        ),
        pytest.param("preferred_contact_time", "noch offen", None, id="put off in German"),
        pytest.param("preferred_contact_time", "to be confirmed by Tom", None, id="to be confirmed"),
        pytest.param("description", "see at the bottom", None, id="stands elsewhere"),
        pytest.param("description", "see-through windows in Teams", "see-through windows in Teams", id="stands here"),
        pytest.param("severity", "A     B    (C)", "C", id="circled"),
        pytest.param("severity", "3 - Moderate", "C", id="number before its name"),
        pytest.param("severity", "Department / Medium -> Sev B", "B", id="letter behind others' grades"),
        pytest.param("severity", "between B and C, say B", "B", id="said at last"),
        pytest.param("severity", "annoying but we can live with it", "C", id="in words"),
        pytest.param("preferred_contact_method", "e-mail, phone only if urgent", "email", id="second way only in need"),
        pytest.param("preferred_contact_method", "Write, no calls please", "email", id="refused way"),
        pytest.param("contact_name", "me (Jane Roe)", "Jane Roe", id="me"),
        pytest.param(
            "contact_name", "Harbor IT Services\nJane Roe, procurement", "Jane Roe", id="company above the name"
        ),
        pytest.param("contact_name", "via Teams or mail", None, id="ways are no person"),
        pytest.param("contact_name", "Jane Roe      Extension:  x318", "Jane Roe", id="another column"),
        pytest.param("cmp_id", "7-something", None, id="no whole identifier"),
        pytest.param("product", "Copilot (annual, monthly billing)", "Copilot", id="without a long remark"),
        pytest.param("email", "desk@desk.example, me@x.example", "me@x.example", id="never our own address"),
        pytest.param("contact_name", "Okafor, Chidi", "Chidi Okafor", id="last name first"),
        pytest.param("contact_name", "Abigail Stroud, Senior Engineer", "Abigail Stroud", id="with a title"),
        pytest.param("contact_name", "Mr. Raj Menon", "Raj Menon", id="with Mr."),
        pytest.param("contact_name", "phone", None, id="a way is no person"),
        pytest.param("cmp_id", "CMP 58816 (see portal)", "CMP 58816", id="identifier alone"),
        pytest.param("cmp_id", "ask the reseller", None, id="no identifier"),
        pytest.param("preferred_contact_method", "Call / WhatsApp", "phone or whatsapp", id="two ways"),
        pytest.param("preferred_contact_method", "e-mail or Teams, 9:00-16:30", "email or teams", id="ways with times"),
        pytest.param("product", '"Power BI Pro"', "Power BI Pro", id="quotes taken off"),
    ],
)
def test_an_answer_becomes_the_value_of_its_field(key: str, text: str, expected: FieldContent | None) -> None:
    assert read(key, text, CONTEXT) == expected
