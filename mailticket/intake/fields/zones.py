"""Words for a time zone to its IANA name (RFC 6557). Knows names and cities in a table; looks nothing up online.

An abbreviation names the zone people mean by it ("EST" in July is still New York), never a fixed offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import phonenumbers
from phonenumbers.timezone import UNKNOWN_TIMEZONE, time_zones_for_geographical_number

from mailticket.intake.fields.labels import plain
from mailticket.intake.fields.zone_peoples import NAMESAKES, PEOPLES
from mailticket.intake.fields.zone_places import FAR_PLACES

# IANA name -> abbreviations (matched in upper case), full names, places
_ZONES: dict[str, tuple[str, str, str]] = {
    "America/New_York": (
        "ET EST EDT", "eastern|us eastern|east coast|hora del este|ostkuste|cote est|costa este|heure de l'est|"
        "eastern time",
        "new york|nyc|boston|atlanta|miami|philadelphia|washington dc|florida|ohio|georgia|north carolina|"
        "south carolina|"
        "virginia|pennsylvania|massachusetts|new jersey|connecticut|maine|pittsburgh|cleveland|charlotte|orlando|"
        "tampa|detroit|michigan|columbus ohio|cincinnati|baltimore|maryland|raleigh|durham nc|asheville|savannah|"
        "charleston|"
        "richmond|louisville|lexington|buffalo|rochester|albany|syracuse|hartford|providence|rhode island|vermont|"
        "new hampshire|delaware|west virginia|jacksonville|fort lauderdale|indianapolis|brooklyn|manhattan|newark|"
        "est coast|knoxville|chattanooga|greenville|columbia sc|norfolk|roanoke",
    ),
    "America/Chicago": (
        "CT CST CDT", "central|us central|hora del centro|heure du centre|central time",
        "chicago|dallas|houston|austin|texas|minnesota|minneapolis|wisconsin|illinois|iowa|missouri|kansas|oklahoma|"
        "nebraska|louisiana|new orleans|alabama|mississippi|arkansas|nashville|memphis|san antonio|st louis|"
        "milwaukee|omaha|"
        "lincoln nebraska|tulsa|wichita|des moines|madison wi|st paul|duluth|kansas city|little rock|baton rouge|"
        "fort worth|mobile al|huntsville|jackson ms|lafayette|north dakota|south dakota|fargo|sioux falls|peoria|"
        "tennessee",
    ),
    "America/Denver": (
        "MT MST MDT", "mountain|us mountain|heure des rocheuses|hora de la montana|mountain time",
        "denver|colorado|utah|salt lake city|montana|wyoming|new mexico|albuquerque|boise|idaho|santa fe|billings|"
        "missoula|cheyenne|colorado springs|boulder|fort collins|provo|el paso",
    ),
    "America/Phoenix": ("AZ", "arizona|us arizona", "phoenix|tucson|scottsdale|flagstaff|mesa az|tempe"),
    "America/Los_Angeles": (
        "PT PST PDT", "pacific|us pacific|west coast|heure du pacifique|westkuste|costa oeste|hora del pacifico|"
        "pacific time",
        "los angeles|california|san francisco|san diego|seattle|oregon|nevada|las vegas|sacramento|"
        "portland|spokane|tacoma|oakland|san jose|fresno|reno|long beach|bakersfield|washington state|silicon valley",
    ),
    "America/Anchorage": ("AKST AKDT", "alaska", "anchorage"),
    "Pacific/Honolulu": ("HST", "hawaii", "honolulu"),
    "America/Halifax": ("AST ADT", "atlantic", "halifax|nova scotia"),
    "America/St_Johns": ("NST NDT", "newfoundland", "st johns"),
    "America/Toronto": ("", "", "toronto|ottawa|montreal|quebec|ontario"),
    "America/Winnipeg": ("", "", "winnipeg|manitoba"),
    "America/Edmonton": ("", "", "calgary|edmonton|alberta"),
    "America/Vancouver": ("", "", "vancouver|british columbia"),
    "America/Mexico_City": ("", "", "mexico city|ciudad de mexico|cdmx|guadalajara|monterrey|mexico|puebla"),
    "America/Bogota": ("COT", "", "bogota|colombia"),
    "America/Lima": ("PET", "", "lima|peru"),
    "America/Santiago": ("CLT", "", "santiago de chile|chile"),
    "America/Argentina/Buenos_Aires": ("ART", "", "buenos aires|argentina"),
    "America/Sao_Paulo": ("BRT", "brasilia", "sao paulo|rio de janeiro"),
    "America/Puerto_Rico": ("", "", "puerto rico|san juan"),
    "Europe/London": (
        "GMT BST", "uk|uk time|british|greenwich|greenwich mean|british summer",
        "london|england|scotland|wales|edinburgh|glasgow|manchester|leeds|liverpool|bristol|newcastle|sheffield|"
        "belfast|cardiff|birmingham uk|united kingdom",
    ),
    "Europe/Dublin": ("", "irish", "dublin|ireland"),
    "Europe/Lisbon": ("WET WEST", "western european", "lisbon|lisboa|portugal"),
    "Europe/Berlin": (
        "CET CEST MEZ MESZ HEC", "central european|mitteleuropaische|mitteleuropaischer|"
        "middle european|german|deutsche zeit|deutscher zeit|"
        "deutsche ortszeit",
        "berlin|munich|munchen|hamburg|frankfurt|cologne|koln|stuttgart|germany|deutschland|dusseldorf|leipzig|"
        "dresden|hannover|bremen|nurnberg|essen|dortmund|bonn|mannheim|karlsruhe|freiburg|kiel|rostock|mainz|"
        "augsburg|erfurt",
    ),
    "Europe/Vienna": (
        "", "wiener zeit|wiener ortszeit|osterreichische zeit", "vienna|wien|austria|osterreich|graz|linz",
    ),
    "Europe/Zurich": ("", "swiss|schweizer zeit|zurcher zeit|heure suisse", "zurich|bern|lausanne|luzern|st gallen|"
    "basel|geneva|geneve|switzerland|schweiz"),
    "Europe/Paris": ("", "french|heure de paris|paris time|heure francaise|pariser zeit", "paris|lyon|marseille|"
    "france|toulouse|nantes|"
    "bordeaux|lille|nice|strasbourg|rennes|montpellier|grenoble"),
    "Europe/Brussels": ("", "", "brussels|bruxelles|belgium|belgique|antwerp|gent|liege|namur"),
    "Europe/Amsterdam": ("", "dutch", "amsterdam|rotterdam|netherlands|utrecht|the hague|eindhoven"),
    "Europe/Madrid": ("", "hora peninsular|hora espanola|spanish time", "madrid|barcelona|spain|espana|valencia|"
    "sevilla|malaga|bilbao|zaragoza"),
    "Europe/Rome": ("", "", "rome|roma|milan|milano|italy|turin"),
    "Europe/Prague": ("", "", "prague|praha|brno|czech republic|czechia"),
    "Europe/Warsaw": ("", "", "warsaw|krakow|poland|wroclaw|gdansk"),
    "Europe/Budapest": ("", "", "budapest|hungary"),
    "Europe/Stockholm": ("", "", "stockholm|sweden|gothenburg|malmo"),
    "Europe/Oslo": ("", "", "oslo|norway|bergen"),
    "Europe/Copenhagen": ("", "", "copenhagen|denmark"),
    "Europe/Helsinki": ("EET EEST", "eastern european", "helsinki|finland"),
    "Europe/Athens": ("", "", "athens|greece"),
    "Europe/Bucharest": ("", "", "bucharest|romania"),
    "Europe/Istanbul": ("TRT", "", "istanbul|turkey|ankara"),
    "Europe/Moscow": ("MSK", "", "moscow"),
    "Europe/Kyiv": ("", "", "kyiv|kiev|ukraine"),
    "Africa/Johannesburg": ("SAST", "south africa|central africa", "johannesburg|cape town|south africa|durban|"
        "pretoria"),
    "Africa/Nairobi": ("EAT", "east africa|east african", "nairobi|kenya"),
    "Africa/Lagos": ("WAT", "west africa|west african", "lagos|nigeria"),
    "Africa/Cairo": ("", "", "cairo|egypt"),
    "Asia/Dubai": ("GST", "gulf", "dubai|abu dhabi|uae"),
    "Asia/Jerusalem": ("IDT", "israel", "tel aviv|jerusalem|israel"),
    "Asia/Karachi": ("PKT", "", "karachi|pakistan|lahore"),
    "Asia/Kolkata": ("IST", "india|indian", "india|mumbai|delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata"),
    "Asia/Singapore": ("SGT", "", "singapore"),
    "Asia/Hong_Kong": ("HKT", "", "hong kong"),
    "Asia/Manila": ("PHT", "philippine", "manila|philippines|cebu"),
    "Asia/Shanghai": ("", "china", "shanghai|beijing|china"),
    "Asia/Tokyo": ("JST", "japan", "tokyo|japan|osaka"),
    "Asia/Seoul": ("KST", "", "seoul|korea"),
    "Australia/Perth": ("AWST", "australian western", "perth"),
    "Australia/Adelaide": ("ACST ACDT", "australian central", "adelaide"),
    "Australia/Brisbane": ("", "queensland", "brisbane|queensland|gold coast|cairns"),
    "Australia/Sydney": ("AEST AEDT AET", "australian eastern", "sydney|canberra|new south wales"),
    "Australia/Melbourne": ("", "", "melbourne|victoria australia"),
    "Australia/Hobart": ("", "", "hobart|tasmania"),
    "Australia/Darwin": ("", "", "darwin"),
    "Pacific/Auckland": ("NZST NZDT NZT", "new zealand", "auckland|wellington|new zealand|christchurch"),
    "Etc/UTC": ("UTC", "coordinated universal", ""),
}  # fmt: skip

ABBREVIATIONS = {short: zone for zone, (shorts, _, _) in _ZONES.items() for short in shorts.split()}
NAMES = {plain(name): zone for zone, (_, names, _) in _ZONES.items() for name in names.split("|") if name}
PLACES = {place: zone for zone, places in FAR_PLACES.items() for place in places.split("|")} | {
    plain(place): zone for zone, (_, _, places) in _ZONES.items() for place in places.split("|") if place
}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all the words, the longer first."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b")


_SPOKEN_NAME = _any_of(NAMES)
_SPOKEN_PLACE = _any_of(PLACES)
_FIRST_WORDS = frozenset(name.split()[0] for name in (*PLACES, *NAMES))
_BEGINNINGS = frozenset(name[:4].strip() for name in (*PLACES, *NAMES, *PEOPLES, *NAMESAKES))
_ABBREVIATION = _any_of(ABBREVIATIONS)
_IANA = re.compile(
    r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|"
    r"Etc)/[A-Za-z_+\-0-9/]{2,30}"
)
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s*([+\-−–])\s*(\d{1,2})(?:[:.]?([0-5]\d))?(?![\d:])", re.I)
_POSIX = re.compile(r"\b([ECMP])ST[5-8]\1DT\b")
_WITH_MINUTES = {
    "+330": "Asia/Tehran", "+430": "Asia/Kabul", "+530": "Asia/Kolkata", "+545": "Asia/Kathmandu",
    "+630": "Asia/Yangon", "+930": "Australia/Adelaide", "+1030": "Australia/Adelaide", "-330": "America/St_Johns",
}  # fmt: skip


def zone(text: str) -> str | None:
    """The zone an answer to "time zone" means: IANA name, then city in it, name, abbreviation, UTC offset."""
    text = text[:200]
    bare = plain(text)
    return all_year(_iana(text) or _spoken(bare) or zone_said(bare) or _short(text.upper()) or _offset(text), text)


def zone_near(text: str) -> str | None:
    """The zone named in passing: only abbreviations in capitals and names followed by what makes them zones."""
    text = text[:400]
    if name := _iana(text):
        return name
    if _OFFSET.search(text):
        return _spoken(plain(text)) or _offset(text)
    found = _ABBREVIATION.search(text)
    return all_year(ABBREVIATIONS[found[0]] if found else _spoken(plain(text)), text)


def may_be_said(text: str) -> bool:
    """Cheaply: whether the first of one or two words may begin what is known here; "office" begins nothing."""
    return not text.isascii() or text[:4].casefold().strip() in _BEGINNINGS


def zone_said(text: str) -> str | None:
    """The zone of the one or two words before "time", whose people or town they name: "norwegian", "sofia"."""
    bare = plain(text).removesuffix(" time").removesuffix(" zeit")
    stems = (bare, *(bare.removesuffix(end) for end in ("e", "er", "en") if bare.endswith(end)))
    return NAMESAKES.get(bare) or next((PEOPLES[stem] for stem in stems if stem in PEOPLES), None)


def zone_of_number(number: str) -> str | None:
    """The zone of a number's area, where all of that area has one time the whole year."""
    if not number.startswith("+"):
        return None
    names = time_zones_for_geographical_number(phonenumbers.parse(number.partition(" ")[0]))
    same = len(names) <= _NEIGHBOURS and len({_ahead(name) for name in names}) == 1
    return str(names[0]) if same and names[0] != UNKNOWN_TIMEZONE else None


_NEIGHBOURS = 4


def _ahead(name: str) -> tuple[timedelta | None, ...]:
    """What a zone is ahead of universal time in winter and summer, of whichever year."""
    return tuple(datetime(2026, month, 15, 12, tzinfo=ZoneInfo(name)).utcoffset() for month in (1, 7))


def beside(name: str | None, hours: int) -> str | None:
    """The zone so many hours ahead of this one, of those that turn their clocks on the same days."""
    ladder = next((steps for steps in _LADDERS if name in steps), ())
    at = ladder.index(name) + hours if name and ladder else -1
    return ladder[at] if 0 <= at < len(ladder) else None


_LADDERS = (
    ("America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Halifax"),
    ("Atlantic/Azores", "Europe/London", "Europe/Berlin", "Europe/Athens"),
)


def all_year(name: str | None, text: str) -> str | None:
    """Mountain time without summer time is Arizona's; other zones have their neighbours that never turn the clock."""
    if name not in _WITHOUT_SUMMER:
        return name
    told = _NO_SUMMER_TIME.search(text) or (name == "America/Denver" and _WHOLE_YEAR.search(text))
    return _WITHOUT_SUMMER[name] if told else name


_WITHOUT_SUMMER = {
    "America/Denver": "America/Phoenix", "America/Chicago": "America/Regina", "America/New_York": "America/Panama",
    "Europe/London": "Atlantic/Reykjavik", "Europe/Berlin": "Africa/Algiers", "Europe/Paris": "Africa/Algiers",
    "Europe/Athens": "Africa/Johannesburg", "Australia/Sydney": "Australia/Brisbane",
    "Australia/Adelaide": "Australia/Darwin",
}  # fmt: skip
_WHOLE_YEAR = re.compile(r"\b(?:all year|year.?round|the whole year)\b", re.I)
_NO_SUMMER_TIME = re.compile(
    r"\b(?:no|non|not|without|minus|less|except|never|ignor\w{1,3}|don.t (?:do|use|have|observe|follow|change))[ -]"
    r"(?:(?:the|our|your|any|on|observ\w{1,3}) ){0,2}(?:dst|daylight|summer.?time)\b|"
    r"\b(?:we|clocks?|us) (?:never|don.t|do not|are not|aren.t) (?:change|turn\w{0,2}|"
    r"mov\w{1,3})\b[^.;]{0,12}(?:clocks?)?|"
    r"\bw/o (?:dst|daylight|summer.?time)\b",
    re.I,
)


def _iana(text: str) -> str | None:
    found = _IANA.search(text)
    if not found:
        return None
    try:
        name = ZoneInfo(found[0].rstrip("/-+")).key
    except (KeyError, ValueError, OSError):  # what zoneinfo raises for a name that is none
        return None
    return _US_LINKS.get(name, name)


_US_LINKS = {
    "US/Eastern": "America/New_York", "US/Central": "America/Chicago", "US/Mountain": "America/Denver",
    "US/Pacific": "America/Los_Angeles", "US/Arizona": "America/Phoenix", "US/Hawaii": "Pacific/Honolulu",
    "US/Alaska": "America/Anchorage",
}  # fmt: skip


def _spoken(text: str) -> str | None:
    if _FIRST_WORDS.isdisjoint(text.split()):
        return None
    for pattern, table in ((_SPOKEN_PLACE, PLACES), (_SPOKEN_NAME, NAMES)):
        if found := pattern.search(text):
            return table[found[0]]
    return None


def _short(text: str) -> str | None:
    """An abbreviation, unless an offset follows it: "GMT+1" is not London, "CST6CDT" is Chicago."""
    text = _POSIX.sub(r"\1ST", _OFFSET.sub(" ", text))
    found = _ABBREVIATION.search(text)
    return ABBREVIATIONS[found[0]] if found else None


def _offset(text: str) -> str | None:
    """A bare offset as Etc/GMT zone, whose sign is the POSIX one, turned around; uneven ones as the country's zone."""
    found = _OFFSET.search(text)
    if not found or int(found[2]) > 14:
        return None
    hours = int(found[2])
    if found[3] and found[3] != "00":
        return _WITH_MINUTES.get(f"{'+' if found[1] == '+' else '-'}{hours}{found[3]}")
    sign = "-" if found[1] == "+" else "+"
    return f"Etc/GMT{sign}{hours}" if hours else "Etc/UTC"
