"""Names of the products a desk for Microsoft's cloud hears of, as people write them. Data only."""

from __future__ import annotations

# fmt: off

# the longer name is looked for first; the order within a line does not matter
NAMES: tuple[str, ...] = (
    "Exchange Online", "Exchange Online Archiving", "Exchange Online Protection", "Exchange", "Outlook on the web",
    "Outlook im Web", "Outlook Web App", "OWA", "Outlook", "Microsoft Teams", "Teams Phone", "Teams Rooms", "Teams",
    "SharePoint Online", "SharePoint", "OneDrive for Business", "OneDrive", "Microsoft 365 Business Premium",
    "Microsoft 365 Business Standard", "Microsoft 365 Business Basic", "Microsoft 365 Apps", "M365 Apps",
    "Business Premium", "Business Standard", "Business Basic", "Apps for Business", "Apps for Enterprise",
    "Microsoft 365 E3", "Microsoft 365 E5", "Microsoft 365 F3", "Office 365 E3", "Office 365 E1", "Office 365",
    "Microsoft 365", "M365", "Copilot for Microsoft 365", "Microsoft 365 Copilot", "Copilot Studio", "Copilot",
    "GitHub Copilot", "Entra ID P1", "Entra ID P2", "Entra ID", "Microsoft Entra", "Entra Connect Sync",
    "Entra Connect", "Azure AD Connect", "Azure AD", "Azure Active Directory", "Conditional Access", "Intune",
    "Autopilot", "Windows Autopilot", "Company Portal", "Windows 365", "Cloud PC", "Azure Virtual Desktop", "AVD",
    "Azure Virtual Machines", "Azure VM", "Azure Backup", "Azure SQL Database", "Azure SQL", "Azure Files",
    "Azure Policy", "Azure Storage", "Azure Firewall", "Azure VPN Gateway", "Azure App Service", "Azure Functions",
    "Azure Kubernetes Service", "Azure DevOps", "Azure Site Recovery", "Azure Monitor", "Azure", "Microsoft Sentinel",
    "Sentinel", "Defender for Business servers", "Defender for Business", "Defender for Endpoint",
    "Defender for Office 365", "Defender for Cloud", "Microsoft Defender", "Defender", "Purview", "Microsoft Purview",
    "eDiscovery", "Power BI Premium", "Power BI Pro", "Power BI", "Power Automate", "Power Apps", "Power Pages",
    "Power Platform", "Dynamics 365 Business Central", "Dynamics 365 Sales", "Dynamics 365", "Business Central",
    "Project Plan 1", "Project Plan 3", "Project Plan 5", "Project Online", "Visio Plan 1", "Visio Plan 2", "Visio",
    "Microsoft Forms", "Planner", "Microsoft Lists", "Microsoft Bookings", "Bookings", "Viva Engage", "Yammer", "Viva",
    "Loop", "Stream", "Whiteboard", "Excel", "Word", "PowerPoint", "OneNote", "Access", "Publisher", "CMP portal",
    "Partner Center", "Windows 11", "Windows 10", "Windows Server", "SQL Server", "Visual Studio",
    "Microsoft Authenticator", "Authenticator", "GDAP", "Universal Print", "Surface Laptop", "Surface Pro",
    "Surface Hub", "E3", "E5", "F3", "Office 365 E5", "Office 365 F3", "Microsoft 365 F1", "Biz Prem", "Biz Premium",
    "Biz Standard", "Biz Basic", "Bus Prem", "Defender for Identity", "Microsoft Purview eDiscovery", "Azure OpenAI",
    "Azure Data Factory", "Azure Key Vault", "Azure Logic Apps", "Microsoft Fabric", "Azure Arc",
    "Entra Domain Services", "Global Secure Access", "Exchange Plan 1", "Exchange Online Plan 1",
    "Exchange Online Plan 2", "Microsoft To Do", "Microsoft Whiteboard", "Azure Bastion", "Azure Front Door",
    "Azure Load Balancer", "Azure Cosmos DB", "Azure PostgreSQL", "Azure Virtual Network", "Viva Insights",
    "App Service", "App Services", "AKS", "Azure Container Apps", "Azure Container Registry", "Azure Cache",
    "Azure Cosmos DB reserved capacity", "Azure Synapse", "Azure Databricks", "Azure Automation", "Azure Migrate",
    "Azure API Management", "Azure Event Hubs", "Azure Service Bus", "Azure Static Web Apps", "Azure ExpressRoute",
    "Azure Application Gateway", "Azure Lighthouse", "Azure Information Protection", "Azure Key Vaults",
    "Microsoft 365 Apps for business", "Microsoft 365 Apps for enterprise", "Windows 365 Enterprise",
    "Windows 365 Business", "Windows Hello", "Windows Update for Business", "SharePoint Migration Tool",
    "Self-Service Password Reset", "Self Service Password Reset", "SSPR", "Entra Cloud Sync", "Entra External ID",
    "Entra Private Access", "Teams Premium", "Teams Essentials", "Teams Webinar", "Teams Webinars", "Teams Live Events",
    "Teams Shifts", "Exchange Online Kiosk", "Exchange Kiosk", "Outlook Mobile", "New Outlook", "Outlook for Mac",
    "Outlook for iOS", "Outlook for Android", "Classic Outlook", "Dynamics 365 Customer Service",
    "Dynamics 365 Field Service", "Dynamics 365 Finance", "Dynamics 365 Marketing", "Dataverse", "Power Virtual Agents",
    "Clipchamp", "Sway", "Microsoft Fabric capacity", "Universal Print connector", "Defender XDR",
    "Defender for Cloud Apps", "Sensitivity labels", "BitLocker", "Kaizala", "Microsoft Places", "Windows Autopatch",
)

# of other makers: what the mail is about only when nothing of ours is named
OTHERS: tuple[str, ...] = (
    "Google Workspace", "Gmail", "G Suite", "Adobe Acrobat", "Adobe Premiere Pro", "Adobe Premiere", "Adobe Photoshop",
    "Adobe Illustrator", "Adobe InDesign", "Adobe Creative Cloud", "Creative Cloud", "Premiere Pro", "SonicWall",
    "FortiGate", "QuickBooks", "QuickBooks Desktop", "WordPress", "Shopify", "AutoCAD", "Salesforce", "Photoshop",
    "Sage", "Google Ads", "Sage 50", "Sage 100", "DATEV", "SAP", "SAP Business One", "Clio", "HubSpot", "Zoom", "Webex",
    "Slack", "Dropbox", "Mailchimp", "WooCommerce", "Joomla", "Drupal", "Wix", "Squarespace", "Magento", "Xero",
    "VMware", "ESXi", "vSphere", "Veeam", "Proxmox", "Acronis", "Citrix", "TeamViewer", "AnyDesk", "Jira", "Confluence",
    "Revit", "SketchUp", "SolidWorks", "Lexware", "DocuSign", "1Password", "LastPass", "Okta", "Mimecast", "Barracuda",
)
