"""Numbers in words, English first: what each is worth, and one pattern that finds them. Data and their composition."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNITS = (
    "two zwei deux dos zweien zweit", "three drei trois tres dreien dritt", "four vier quatre cuatro vieren viert",
    "five fünf funf fuenf cinq cinco fünfen fünft", "six sechs seis sechsen sechst", "seven sieben sept siete siebt",
    "eight acht huit ocho", "nine neun neuf nueve neunt", "ten zehn dix diez dizaine decena",
    "eleven elf onze once", "twelve zwölf zwolf zwoelf douze doce dozen dutzend douzaine docena", "thirteen dreizehn "
    "treize trece",
    "fourteen vierzehn quatorze catorce", "fifteen fünfzehn quinze quince quinzaine",
    "sixteen sechzehn seize dieciséis", "seventeen siebzehn dix-sept diecisiete",
    "eighteen achtzehn dix-huit dieciocho", "nineteen neunzehn dix-neuf diecinueve",
    "twenty zwanzig vingt veinte vingtaine veintena",
)  # fmt: skip
_TENS = {
    20: "twenty zwanzig vingt veinte", 30: "thirty dreißig dreissig trente trentaine treinta",
    40: "forty fourty vierzig quarante cuarenta quarantaine", 50: "fifty fünfzig cinquante cincuenta cinquantaine",
    60: "sixty sechzig soixante sesenta soixantaine", 70: "seventy siebzig septante setenta soixante-dix",
    80: "eighty achtzig quatre-vingts ochenta", 90: "ninety neunzig nonante noventa quatre-vingt-dix",
    100: "hundred hundert centaine centena cien",
}  # fmt: skip
_ENDINGS = (
    "one eins un uno", "two deux dos", "three trois tres", "four quatre cuatro", "five cinq cinco", "six seis",
    "seven sept siete", "eight huit ocho", "nine neuf nueve",
)  # fmt: skip
_GERMAN = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_SPANISH = ("uno", "dós", "trés", "cuatro", "cinco", "séis", "siete", "ocho", "nueve")
_TENS_OF = {word: value for value, said in _TENS.items() for word in said.split()}
_ENDING_OF = {word: value for value, said in enumerate(_ENDINGS, 1) for word in said.split()}

# numbers said in one word, or in a phrase that has no rule
COUNT_WORDS: dict[str, int] = (
    {word: value for value, said in enumerate(_UNITS, 2) for word in said.split()}
    | _TENS_OF
    | {f"{unit}und{ten}": value + at for at, unit in enumerate(_GERMAN, 1)
       for value, ten in ((20, "zwanzig"), (30, "dreißig"), (40, "vierzig"), (50, "fünfzig"))}
    | {f"veinti{unit}": 20 + at for at, unit in enumerate(_SPANISH, 1)}
    | {f"{unit} hundred": at * 100 for at, unit in enumerate(("a", "two", "three", "four", "five", "six"), 1)}
    | {"both": 2, "beide": 2, "beiden": 2, "two dozen": 24, "three dozen": 36, "half a dozen": 6, "a couple": 2,
       "couple": 2,
       "one hundred": 100}
)  # fmt: skip


def _either(words: Iterable[str]) -> str:
    """Longer words first, by their first letters: a pattern asks twenty letters sooner than two hundred words."""
    initial: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        initial.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in initial.items())


_TEN = rf"{_either(word for word, value in COUNT_WORDS.items() if value in range(20, 91, 10))}"
_MORE = rf"(?:-| | y | et )({_either(_ENDING_OF)})"
_WHOLE = re.compile(rf"({_TEN}){_MORE}")
COUNT = rf"(?:{_TEN})(?:(?:-| | y | et )(?:{_either(_ENDING_OF)})(?!\w))?|{_either(COUNT_WORDS)}"


def count_of(text: str) -> int | None:
    """The number these words are, "forty-five" or "treinta y cinco"; None for other words."""
    said = " ".join(text.casefold().split())
    if found := _WHOLE.fullmatch(said):
        return COUNT_WORDS[found[1]] + _ENDING_OF[found[2]]
    return COUNT_WORDS.get(said)
