"""Words that make up the times people give: days, parts of the day, what stands around hours. Data only."""

from __future__ import annotations

import unicodedata


def words(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


def spelled(text: str) -> frozenset[str]:
    """The words of a list, and each as people write it who leave the accents out."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return words(text) | words(bare)


# fmt: off

DAYS: frozenset[str] = spelled(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday mondays "
    "tuesdays wednesdays thursdays fridays saturdays sundays weekday weekdays workday workdays weekend weekends "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs donnerstags freitags "
    "samstags sonntags werktags werktag wochentags arbeitstags lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lundis mardis mercredis jeudis vendredis ouvrables ouvrés semaine lunes martes miércoles miercoles jueves "
    "viernes sábado sabado domingo laborables fridays wkdays weekdys wed. ouvrable jours-ci feierabend"
)

# days by their letters, which are words or nothing by themselves: only with a dash or an hour beside them
SHORT_DAYS: frozenset[str] = words(
    "mo di mi do fr sa so m t tu w we th f su l ma me je ve lu mar mer jeu ven sam dim lun mié jue vie sáb dom v x j "
    "s d"
)

PARTS_OF_DAY: frozenset[str] = spelled(
    "morning mornings afternoon afternoons evening evenings noon midday lunch lunchtime night nights midnight "
    "vormittag vormittags nachmittag nachmittags abend abends mittag mittags morgens früh matin matins matinée midi "
    "après-midi aprèm soir soirée journée mediodía mañana mañanas tarde tardes noche noches tomorrow nachts tmrw "
    "tonight "
    "morgen übermorgen demain hoy dark dusk dawn sunset sunrise nightfall breakfast dinner dinnertime dinnerime morn "
    "aft "
    "ganztags ganztägig tagsüber jederzeit vorm nachm früh spätabends"
) | {"l'après-midi", "l’après-midi", "am.", "forenoon"}

ALWAYS: frozenset[str] = words(
    "anytime whenever whenevr wheneva 24/7 24x7 7/24 24h/24 flexible n'importe"
)

UNITS: frozenset[str] = words(
    "am pm a.m p.m a p uhr h hs hr hrs sharp ish o'clock o’clock hours heures horas hours noon a.m. p.m. oclock"
)

BEFORE_HOUR: frozenset[str] = spelled(
    "post until till til b4 before after past by up from between around about ab nach vor bis gegen um von zwischen "
    "avant "
    "après dès vers jusqu'à entre desde hasta antes después partir as early than"
)

NUMBERS: frozenset[str] = spelled(
    "one two three four five six seven eight nine ten eleven twelve noon midday eins zwei drei vier fünf sechs sieben "
    "acht neun zehn elf zwölf una dos tres cuatro cinco seis siete ocho nueve diez once doce"
)

# zones between two times: "till 6 Eastern and again from 8"; words that mean something else are left out
ZONE_WORDS: frozenset[str] = words(
    "eastern central mountain pacific atlantic est edt cst cdt pst pdt cet mez gmt bst utc"
)

# what may stand between and around the words above
LINKS: frozenset[str] = BEFORE_HOUR | UNITS | spelled(
    "whole entire rest remainder onwards onward onwards. later earlier usually mostly generally long either most half "
    "quarter again sofort local outside during within starting au jusqu'au hr sometime somewhere weekly open right "
    "away moment "
    "whole any day days time times every each daily all most only not no except best early late later mid the in at "
    "on "
    "of to and or but through thru during business office working work opening school hour half quarter full today "
    "clock "
    "round around first thing second end thing bar other "
    "täglich tagsüber nur nicht außer und oder am im zu den dem heute jeden tag ganztags ganztägig "
    "bürozeiten geschäftszeiten bürozeit ab arbeitszeit halb spät gleich "
    "de du le la les à a et ou en fin début dans pas sauf tous toute toutes jours jour heures bureau ouverture plutôt "
    "aux des "
    "por las los el y o en días horas laboral laborales oficina horario cualquier hora todo día todos menos salvo de "
    "a "
    "el del momento heure "
    "usual d'ouverture l'après week"
)
