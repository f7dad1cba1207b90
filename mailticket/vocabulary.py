"""The desk's words: intake fields, categories, severities. Data only; what a desk changes is configuration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntakeField:
    """One thing a ticket should include: ``label`` as the desk prints it, ``kind`` as a value holds it."""

    key: str
    label: str
    kind: str = "text"  # text | list | count | presence
    hint: str = ""  # what the requester may write there


FIELDS: tuple[IntakeField, ...] = (
    IntakeField("partner_name", "Partner name", hint="your company"),
    IntakeField("contact_name", "Contact name", hint="first and last name"),
    IntakeField("email", "Email"),
    IntakeField("phone", "Phone number", hint="with country code"),
    IntakeField("preferred_contact_method", "Preferred contact method", hint="email, phone, Teams"),
    IntakeField("preferred_contact_time", "Preferred time to contact", hint="for example mornings, 9-12"),
    IntakeField("time_zone", "Time zone", hint="for example Eastern"),
    IntakeField("severity", "Case severity", hint="A critical, B urgent, C minimum"),
    IntakeField("product", "Affected product"),
    IntakeField("description", "Issue description"),
    IntakeField("error_messages", "Error messages"),
    IntakeField("tenant_domains", "Impacted tenant domains", "list", hint="for example contoso.onmicrosoft.com"),
    IntakeField("cmp_id", "Customer CMP ID"),
    IntakeField("subscription_id", "Subscription ID", hint="or not applicable"),
    IntakeField("users_impacted", "Number of users impacted", "count"),
    IntakeField("user_accounts", "User accounts impacted", "list"),
    IntakeField("steps_to_reproduce", "Steps to reproduce"),
    IntakeField("steps_taken", "Steps taken so far"),
    IntakeField("tools_used", "Tools used"),
    IntakeField("screenshots", "Screenshots", "presence", hint="please attach"),
    IntakeField("logs", "Logs or traces", "presence", hint="please attach"),
)
BY_KEY = {item.key: item for item in FIELDS}
FIELD_KEYS = tuple(BY_KEY)

REQUIRED = (
    "partner_name",
    "contact_name",
    "email",
    "phone",
    "preferred_contact_method",
    "preferred_contact_time",
    "time_zone",
    "severity",
    "product",
    "description",
    "tenant_domains",
    "cmp_id",
    "users_impacted",
)
REQUIRED_TECHNICAL = ("error_messages", "steps_to_reproduce", "steps_taken")
# told back to the requester when they were read from running text. An automatic answer repeats no stranger's words
# (RFC 3834 §3.2), so these are numbers and names out of closed lists, never a sentence, a link or a company.
CONFIRMED = ("phone", "preferred_contact_method", "time_zone", "severity", "product", "cmp_id", "users_impacted")

OUT_OF_SCOPE = "out_of_scope"
CATEGORIES = (
    "licensing_subscription",
    "ordering_provisioning",
    "licensing_planning",
    "billing_invoicing",
    "access_account",
    "provisioning_deployment",
    "service_availability",
    "mail_flow",
    "integration_deployment",
    OUT_OF_SCOPE,
)
TECHNICAL_CATEGORIES = (
    "access_account",
    "provisioning_deployment",
    "service_availability",
    "mail_flow",
    "integration_deployment",
)

# what stands above and below the lines a requester is asked to fill in, in lower case
FORM_BEGINS = "please fill in and send back"
FORM_ENDS = "end of form"

SEVERITIES = ("A", "B", "C")
SEVERITY_NAMES = {"A": "A (critical)", "B": "B (urgent)", "C": "C (minimum impact)"}
