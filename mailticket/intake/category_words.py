"""Words and their weight for each category of request. Data only; English first, other languages beside it."""

from __future__ import annotations

# fmt: off

# category -> weight -> words; case and hyphens do not matter, a longer wording wins over one inside it
WORDS: dict[str, dict[float, tuple[str, ...]]] = {
    "licensing_subscription": {
        3: (
            "renewal", "renew", "license count", "licence count", "upgrade licenses", "license downgrade",
            "subscription will expire", "expire soon", "expired license", "expired licenses",
            "renewal date", "cancel the subscription", "cancel subscription", "device limit", "too many devices",
            "reduce seats", "reduce licenses", "add seats", "add licenses", "lizenzverlängerung",
            "auto renew", "autorenew", "trial expired", "seat count", "unassign", "reassign licenses", "change term",
            "co-term", "coterm",
        ),
        2: (
            "license", "licenses", "licence", "licences", "licensing", "subscription", "subscriptions", "seats",
            "expire", "expires", "expired", "expiring", "downgrade", "upgrade", "licencias", "licencia", "lizenz",
            "lizenzen", "licenze", "abonnement", "suscripción", "seat", "add-on", "activate", "unlicensed",
            "activation",
        ),
        1: (
            "renews", "sku", "plan change", "assign", "assigned", "E3", "E5", "F3", "NCE",
        ),
    },
    "ordering_provisioning": {
        4: (
            "order stuck", "wrong tenant", "order not delivered", "place an order",
            "order status", "order number", "stuck order", "order is stuck",
        ),
        3: (
            "order", "ordered", "orders", "purchase order", "bestellung", "bestellt", "commande", "pedido",
            "not delivered", "not provisioned", "still processing", "placed an order",
            "purchase failed", "checkout",
        ),
        2: (
            "purchased", "purchase", "provisioned", "delivered", "bought", "processing", "cmp portal",
        ),
    },
    "licensing_planning": {
        4: (
            "licensing advice", "which plan", "which license", "which licence", "what would it cost",
            "recommend a plan", "license advice", "what does it cost", "compare plans",
            "cheaper", "cost savings", "save money", "licensing options", "right plan", "best plan", "which edition",
            "lizenzberatung",
        ),
        3: (
            "planning", "advice", "nonprofit pricing", "pricing", "quote for", "how much", "difference between",
            "recommend", "recommendation", "optimize licenses", "do we need",
        ),
        1: (
            "plan to", "considering", "options", "cost", "costs",
        ),
    },
    "billing_invoicing": {
        4: (
            "invoice", "invoices", "billed twice", "credit note", "overcharged", "charged twice",
            "billing address", "rechnung", "facture", "factura", "refund",
            "charged for",
        ),
        3: (
            "billing", "billed", "charge", "charges", "charged", "credit", "payment", "abrechnung", "facturación",
            "bill", "statement of account", "purchase order number", "vat", "tax exempt", "credit card",
        ),
        1: (
            "amount", "account number", "price",
        ),
    },
    "access_account": {
        4: (
            "can't sign in", "cannot sign in", "can not sign in", "unable to sign in", "locked out",
            "sign in failure", "password reset", "reset password", "mfa", "multi-factor",
            "conditional access", "guest access", "gdap", "global admin", "break glass",
            "can't log in", "cannot log in", "can't login", "cannot login", "unable to log in",
            "admin access", "full access", "anmelden", "kennwort zurücksetzen", "mot de passe",
            "permission denied", "access denied to",
        ),
        3: (
            "sign in", "sign-in", "signin", "login", "log in", "password", "authenticator", "permission",
            "permissions", "guests", "guest", "credentials", "locked", "sso login", "passwort", "kennwort",
            "contraseña", "shared mailbox", "delegate access", "access to", "account is disabled", "account disabled",
            "passkey", "admin rights", "new hire", "no access", "username",
        ),
        1: (
            "account", "admin", "access", "authentication", "user",
        ),
    },
    "provisioning_deployment": {
        4: (
            "quota", "autopilot", "deployment fails", "deployment failed", "arm template", "skunotavailable",
            "allocationfailed", "new tenant setup", "office installation", "enroll devices", "enrollment",
            "disallowed by policy", "resource group", "vm size", "set up new mailbox",
            "create a mailbox", "install office", "device enrollment", "virtual machine",
        ),
        3: (
            "intune", "deploy", "deployment", "provisioning", "provision", "azure vm", "install", "installation",
            "new laptop", "new laptops", "enroll", "enrolled", "company portal", "set up", "setup", "windows 365",
            "azure virtual machines", "resource", "storage quota", "image", "compliance policy",
            "configuration profile", "cloud pc",
        ),
        1: (
            "azure", "devices", "policy", "laptop", "vm", "template",
        ),
    },
    "service_availability": {
        4: (
            "outage", "completely down", "service is down", "is down", "very slow", "service health", "cannot sync",
            "keeps failing", "stopped working", "not loading", "disappeared", "won't load", "crashes", "crashing",
            "teams meetings", "call quality", "read-only", "packet loss", "not updating",
            "backup job", "keeps crashing", "fails to load",
        ),
        3: (
            "down", "slow", "not working", "unavailable", "freezes", "frozen", "hangs", "missing", "gone", "sync",
            "teams", "sharepoint", "onedrive", "power bi", "power automate", "power apps", "refresh",
            "störung", "lent", "lento", "no funciona", "funktioniert nicht", "backup", "defender", "forms", "copilot",
            "planner", "archive", "calendar",
        ),
        1: (
            "error", "fails", "failing", "failed", "broken", "meeting", "app", "since", "intermittent", "outlook",
            "loading",
        ),
    },
    "mail_flow": {
        4: (
            "mail flow", "quarantine", "quarantined", "non-delivery", "ndr", "bounce", "bounced", "bouncing",
            "bounces", "spf", "dkim", "dmarc", "connector", "mail not arriving", "mail down", "not receiving",
            "cannot send", "can't send", "relay access denied", "delivery problem", "undeliverable", "mailbox full",
            "mailbox is full", "message trace", "external mail", "inbound mail", "outgoing mail", "incoming mail",
            "mail queue", "spam filter", "transport rule", "mail rejected", "mailflow",
            "delayed mail", "emails delayed", "phishing", "blocked sender",
            "junk",
        ),
        3: (
            "received", "deliver", "delivered mail",
            "recipient", "recipients", "sender", "exchange online", "smtp", "mx", "spam", "queued", "relay",
            "distribution list", "auto-forward", "forwarding", "e-mail zustellung", "zustellung",
        ),
        2: (
            "mailbox", "inbox", "e-mails", "emails", "mails", "postfach", "buzón", "exchange", "mail",
        ),
        1: (
            "e-mail", "email", "message", "messages",
        ),
    },
    "integration_deployment": {
        4: (
            "entra connect", "azure ad connect", "directory sync", "migration", "migrate", "single sign-on", "sso",
            "saml", "api", "pst import", "data connector", "idfix", "scim", "cutover", "tenant to tenant",
            "federation", "graph api", "hybrid", "password hash sync", "delta sync", "webhook",
            "oauth app", "app registration",
        ),
        3: (
            "integration", "sentinel", "import", "synchronisation", "synchronization",
            "adfs", "azcopy", "third-party app", "enterprise app", "provisioning connector",
        ),
        1: (
            "connect", "link",
        ),
    },
    "out_of_scope": {
        5: (
            "printer", "toner", "on-premises server", "on-prem server", "file server", "hyper-v",
            "vmware", "cracked", "quickbooks", "custom development",
            "hourly rate", "website redesign", "wordpress", "photoshop", "adobe",
            "autocad", "sage", "salesforce", "nas", "synology", "cabling", "raid",
            "paper jam", "drucker", "imprimante", "impresora", "hard drive", "sonicwall", "firewall rule", "cctv",
            "scanner", "phone line", "zoom", "slack", "google ads", "sap", "docking station",
            "keyboard", "battery", "motherboard",
        ),
        3: (
            "on-premises", "on-prem", "warranty", "repair", "hardware", "vpn", "router", "wifi",
            "wi-fi", "development", "build an app", "developer", "ups", "firmware",
            "exchange 2016", "exchange 2019", "windows server", "sql server", "domain controller",
        ),
    },
}
