"""Names of the products a desk for Microsoft's cloud hears of, as people write them. Data and one matcher."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailticket.intake.fields.passages import Passage

# the longer name is looked for first; the order within a line does not matter
NAMES: tuple[str, ...] = (
    "Exchange Online", "Exchange Online Archiving", "Exchange Online Protection", "Exchange", "Outlook on the web",
    "Outlook im Web", "Outlook Web App", "OWA", "Outlook", "Microsoft Teams", "Teams Phone",
    "Teams Rooms", "Teams", "SharePoint Online", "SharePoint", "OneDrive for Business", "OneDrive",
    "Microsoft 365 Business Premium", "Microsoft 365 Business Standard", "Microsoft 365 Business Basic",
    "Microsoft 365 Apps", "M365 Apps", "Business Premium", "Business Standard", "Business Basic", "Apps for Business",
    "Apps for Enterprise", "Microsoft 365 E3", "Microsoft 365 E5", "Microsoft 365 F3", "Office 365 E3",
    "Office 365 E1", "Office 365", "Microsoft 365", "M365", "Copilot for Microsoft 365", "Microsoft 365 Copilot",
    "Copilot Studio", "Copilot", "GitHub Copilot", "Entra ID P1", "Entra ID P2", "Entra ID", "Microsoft Entra",
    "Entra Connect Sync", "Entra Connect", "Azure AD Connect", "Azure AD", "Azure Active Directory",
    "Conditional Access", "Intune", "Autopilot", "Windows Autopilot", "Company Portal", "Windows 365", "Cloud PC",
    "Azure Virtual Desktop", "AVD", "Azure Virtual Machines", "Azure VM", "Azure Backup", "Azure SQL Database",
    "Azure SQL", "Azure Files", "Azure Policy", "Azure Storage", "Azure Firewall", "Azure VPN Gateway",
    "Azure App Service", "Azure Functions", "Azure Kubernetes Service", "Azure DevOps", "Azure Site Recovery",
    "Azure Monitor", "Azure", "Microsoft Sentinel", "Sentinel", "Defender for Business servers",
    "Defender for Business", "Defender for Endpoint", "Defender for Office 365", "Defender for Cloud",
    "Microsoft Defender", "Defender", "Purview", "Microsoft Purview", "eDiscovery", "Power BI Premium",
    "Power BI Pro", "Power BI", "Power Automate", "Power Apps", "Power Pages", "Power Platform",
    "Dynamics 365 Business Central", "Dynamics 365 Sales", "Dynamics 365", "Business Central", "Project Plan 1",
    "Project Plan 3", "Project Plan 5", "Project Online", "Visio Plan 1", "Visio Plan 2", "Visio", "Microsoft Forms",
    "Planner", "Microsoft Lists", "Microsoft Bookings", "Bookings", "Viva Engage", "Yammer", "Viva", "Loop", "Stream",
    "Whiteboard", "Excel", "Word", "PowerPoint", "OneNote", "Access", "Publisher", "CMP portal", "Partner Center",
    "Windows 11", "Windows 10", "Windows Server", "SQL Server", "Visual Studio", "Microsoft Authenticator",
    "Authenticator", "GDAP", "Universal Print", "QuickBooks", "Surface Laptop",
    "Surface Pro", "Surface Hub", "Google Workspace", "Adobe Acrobat", "SonicWall", "FortiGate",
    "E3", "E5", "F3", "Office 365 E5", "Office 365 F3", "Microsoft 365 F1", "Biz Prem", "Biz Premium",
    "Biz Standard", "Biz Basic",
    "Bus Prem", "WordPress", "Shopify", "AutoCAD", "Salesforce", "Photoshop", "Sage", "QuickBooks Desktop",
    "Google Ads",
    "Defender for Identity", "Microsoft Purview eDiscovery", "Azure OpenAI", "Azure Data Factory", "Azure Key Vault",
    "Azure Logic Apps", "Microsoft Fabric", "Azure Arc", "Entra Domain Services", "Global Secure Access",
    "Exchange Plan 1",
    "Exchange Online Plan 1", "Exchange Online Plan 2", "Microsoft To Do", "Microsoft Whiteboard", "Azure Bastion",
    "Azure Front Door", "Azure Load Balancer", "Azure Cosmos DB", "Azure PostgreSQL", "Azure Virtual Network",
    "Viva Insights",
)  # fmt: skip

# words that are products only with a capital or next to what makes them one
_COMMON_WORDS = frozenset(
    {"access", "loop", "stream", "word", "exchange", "planner", "publisher", "bookings", "whiteboard", "viva", "teams"}
)
_CANONICAL = {name.casefold(): name for name in NAMES}
_FIRST_WORDS = {
    word: max(len(name.split()) for name in _CANONICAL if name.split()[0] == word)
    for word in (name.split()[0] for name in _CANONICAL)
}
_WORD = re.compile(r"(?<![\w@.-])[\w]+(?:[-.][\w]+)*(?![\w@])")


def named(text: str, limit: int = 20) -> tuple[str, ...]:
    """Products in the order they are named, each once, written as the text has them; the longest name at a place."""
    found: dict[str, str] = {}
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    after = 0
    for at, (word, start, _) in enumerate(words):
        longest = _FIRST_WORDS.get(word.casefold(), 0)
        if not longest or at < after:
            continue
        size = _named_at(words, at, longest)
        if size:
            name = text[start : words[at + size - 1][2]]
            found.setdefault(name.casefold(), name)
            after = at + size
        if len(found) >= limit:
            break
    return tuple(found.values())


def named_in(told: Iterable[Passage]) -> tuple[str, ...]:
    """The same for sentences."""
    return named(" ".join(passage.text for passage in told if not passage.words.isdisjoint(_FIRST_WORDS)))


def _named_at(words: list[tuple[str, int, int]], at: int, longest: int) -> int:
    """How many words from here, at most ``longest``, are a product's name; 0 for none."""
    for size in range(min(longest, len(words) - at), 0, -1):
        name = " ".join(word for word, _, _ in words[at : at + size]).casefold()
        if name in _CANONICAL and (name not in _COMMON_WORDS or _stands_alone(words, at)):
            return size
    return 0


def _stands_alone(words: list[tuple[str, int, int]], at: int) -> bool:
    """A common word is a product only with a capital, and not as the end of some other name."""
    before = words[at - 1] if at else ("", -9, -9)
    part_of_name = before[2] + 1 == words[at][1] and before[0][:1].isupper() and before[0].casefold() not in _MAKERS
    return words[at][0][0].isupper() and not (part_of_name and words[at][0].casefold() != "teams")


_MAKERS = frozenset(
    {
        "microsoft",
        "office",
        "from",
        "since",
        "using",
        "with",
        "when",
        "today",
        "hello",
        "team",
        "case",
        "issue",
        "problem",
    }
)
