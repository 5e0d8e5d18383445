"""Lengths of time in running text: "within 17 days", "72 hours", "drei Wochen", "7日以内"."""

import re
from typing import NamedTuple

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fourteen": 14, "fifteen": 15, "seventeen": 17, "twenty": 20, "thirty": 30, "sixty": 60,
    "ninety": 90, "ein": 1, "eine": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "vierzehn": 14, "dreißig": 30, "un": 1, "une": 1, "deux": 2,
    "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "dix": 10, "quinze": 15, "trente": 30, "una": 1, "dos": 2,
    "tres": 3, "cuatro": 4, "cinco": 5, "siete": 7, "diez": 10, "quince": 15, "treinta": 30, "due": 2, "tre": 3,
    "quattro": 4, "cinque": 5, "sette": 7, "dieci": 10, "trenta": 30, "een": 1, "twee": 2, "drie": 3, "vijf": 5,
    "zeven": 7, "tien": 10, "veertien": 14, "dertig": 30, "dwa": 2, "dwóch": 2, "trzy": 3, "trzech": 3, "siedmiu": 7,
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "sete": 7, "dez": 10, "en": 1, "två": 2, "sju": 7, "tio": 10,
    "bir": 1, "iki": 2, "üç": 3, "yedi": 7, "funf": 5, "dreissig": 30, "zwölf": 12, "zwolf": 12, "douze": 12,
    "doce": 12, "dodici": 12, "twaalf": 12, "doze": 12, "tolv": 12, "seis": 6, "sei": 6, "zes": 6, "sex": 6,
    "sześciu": 6, "szesciu": 6, "catorce": 14, "quatorze": 14, "catorze": 14, "quattordici": 14, "czternastu": 14,
    "fjorton": 14, "quindici": 15, "vingt": 20, "veinte": 20, "venti": 20, "sessanta": 60, "sesenta": 60,
    "soixante": 60, "novanta": 90, "noventa": 90, "zestig": 60, "negentig": 90, "sechzig": 60, "neunzig": 90,
}  # fmt: skip
# Unit words by the hours one of them has; months count thirty days, as support staff count them.
_UNITS = {
    1: "hours?|hrs?|stunden?|heures?|horas?|or[ae]|uur|uren|godzin\\w*|timmar|saat|時間|小时|小時",
    24: "(?:calendar |kalender|business |working |werk|arbeits|arbets)?(?:days?|tag(?:e|en)?|dag(?:en|ar)?)|jours?(?: ouvr[ée]s| ouvrables)?|"
    "d[ií]as?|giorn[oi]|dni|dzie[ńn]|dnia|(?:i[sş] )?g[uü]n\\w{0,3}|営業日|[个個]?工作日|日間?|天",
    168: "weeks?|wochen?|semaines?|semanas?|settiman[ae]|wek(?:en)?|week|tygodni\\w*|veckor|hafta|週間|周|星期",
    720: "months?|monat(?:en?|s)?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|miesi\\w+|m[eê]s|månader|ay|か月|ヶ月|カ月|个月|個月",
    8760: "years?|jahre?n?|ann[ée]es?|años?|ann[oi]|jaar|lat|roku|anos?|år|yıl",
}
_HOURS = {hours: re.compile(rf"(?:{words})\Z", re.IGNORECASE) for hours, words in _UNITS.items()}
_LATIN = "|".join(f"(?:{words})(?![^\\W\\d_])" for words in _UNITS.values())
_CJK = "営業日|[个個]?工作日|日間?|天|週間|周|星期|時間|小时|小時|か月|ヶ月|カ月|个月|個月"
_AMOUNT = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_DURATION = re.compile(
    rf"(?<![\w.,/-])(?:(?P<n>\d{{1,4}})(?:\s?(?:-|–|to|bis|à|a|al)\s?(?P<m>\d{{1,4}}))?|(?P<w>{_AMOUNT}))"
    rf"(?:\s?\(\d{{1,3}}\))?[\s-]?(?:full |more |further |derni[eè]res? |derniers |ostatnich |[uú]ltimos )?(?P<u>{_LATIN})"
    rf"|(?P<cn>\d{{1,4}})\s?(?P<cu>{_CJK})",
    re.IGNORECASE,
)


_AFTER = re.compile(r"(?:\s?[^\W\d_]+)?")
_BUSINESS = re.compile(
    r"business|working|werk|arbeits|arbets|ouvr|h[áa]biles|laborables|lavorativ|[úu]teis|robocz|i[sş] g[uü]n|営業|工作日",
    re.IGNORECASE,
)


class Duration(NamedTuple):
    """A length of time at `text[start:end]`: *hours* of its longer bound; *unit* in hours (24: told in days).

    *business*: what is told are business days.
    """

    start: int
    end: int
    hours: int
    unit: int
    business: bool = False

    @property
    def days(self) -> int:
        """The length in days, begun days counted whole."""
        return -(-self.hours // 24)


def _unit(word: str) -> int:
    return next(hours for hours, pattern in _HOURS.items() if pattern.match(word))


def find_durations(text: str) -> tuple[Duration, ...]:
    """All lengths of time that *text* tells, in its order; calendar dates ("8月3日") are left out."""
    found = []
    for match in _DURATION.finditer(text):
        if match["cn"]:
            if text[match.start() - 1 : match.start()] in {"月", "年"} and match["cu"] == "日":
                continue
            amount, unit = int(match["cn"]), _unit(match["cu"])
        else:
            number = match["m"] or match["n"]
            amount, unit = int(number) if number else NUMBER_WORDS[match["w"].lower()], _unit(match["u"])
        of_work = unit == 24 and _BUSINESS.search(match[0] + _AFTER.match(text, match.end())[0])  # type: ignore[index]
        found.append(Duration(match.start(), match.end(), amount * unit, unit, bool(of_work)))
    return tuple(found)
