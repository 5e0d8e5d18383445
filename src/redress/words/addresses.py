"""Postal addresses: the line with the postcode by the rules of each country, and streets."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_CITY = r"(?P<city>[^\W\d_][^\d,|·•;:]{1,40}?)"
_STATES_US = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|"
    "TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|"
    "Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|Nevada|New (?:York|Jersey|Mexico|Hampshire)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|"
    "Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
_PROVINCES_CN = (
    "Anhui|Beijing|Chongqing|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan|Jiangsu|Jiangxi|"
    "Jilin|Liaoning|Shaanxi|Shandong|Shanghai|Shanxi|Sichuan|Tianjin|Xinjiang|Yunnan|Zhejiang"
)
_RULES: tuple[tuple[str, str, float], ...] = (
    ("GB", r"(?P<code>\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)", 0.9),
    ("CA", r"(?P<code>\b[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d\b)", 0.9),
    ("IE", r"(?P<code>\b[AC-FHKNPRTV-Y]\d[\dW]\s?[0-9AC-FHKNPRTV-Y]{4}\b)|\bDublin (?P<code2>\d{1,2}W?)\b", 0.8),
    ("US", rf"{_CITY},?\s+(?:{_STATES_US})\.?,?\s+(?P<code>\d{{5}}(?:-\d{{4}})?)\b", 0.95),
    ("AU", rf"{_CITY},?\s+(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),?\s+(?P<code>\d{{4}})\b", 0.9),
    ("NL", r"(?:^|[\s,])(?:NL[- ])?(?P<code>[1-9]\d{3}\s?[A-Z]{2})\s+(?P<city>[^\W\d_].{1,40})", 0.9),
    ("PL", r"(?:^|[\s,])(?:PL[- ])?(?P<code>\d{2}-\d{3})\s+(?P<city>[^\W\d_].{1,40})", 0.9),
    ("PT", r"(?:^|[\s,])(?:P[- ]|PT[- ])?(?P<code>\d{4}-\d{3})\s+(?P<city>[^\W\d_].{1,40})", 0.9),
    ("BR", r"\bCEP:?\s*(?P<code>\d{5}-?\d{3}\b)", 0.95),
    ("BR", r"(?P<code>\b\d{5}-\d{3}\b)", 0.8),
    ("MX", r"\bC\.?\s?P\.?:?\s*(?P<code>\d{5}\b)", 0.95),
    ("CN", rf"\b(?:{_PROVINCES_CN})\b(?: Province)?,?\s+(?P<code>\d{{6}})\b", 0.9),
    ("CN", r"[\u4e00-\u9fff]{1,7}[省市县区州][，,、\s]*(?P<code>\d{6})(?!\d)", 0.9),
    ("CN", r"^(?P<code>\d{6})[，,\s]*[\u4e00-\u9fff]{1,7}[省市县区州]", 0.9),
    ("JP", r"〒?\s?(?P<code>\b\d{3}-\d{4}\b)(?!-?\d)", 0.8),
    ("SE", r"(?:^|[\s,])(?:SE?[- ]|CZ[- ]|SK[- ]|GR[- ])?(?P<code>\d{3}\s\d{2})\s+(?P<city>[^\W\d_][^\d]{1,40})", 0.75),
    ("", r"(?:^|[\s,])(?P<land>[A-Z]{1,3}[-\s])(?P<code>\d{4,6})[\s,]+(?P<city>[^\W\d_].{1,40})", 0.9),
    ("", r"^(?P<code>\d{4,6})\s*(?P<city>[^\W\d_a-zà-ÿ][^\d:;=]{1,40})(?:\s+\d{1,2}|\s+cedex.*)?$", 0.8),
    ("", r"^(?P<code>\d{5})\s+(?P<city>[^\W\d_][\w'’ .()/-]{1,40})(?:,.*)?$", 0.55),
    ("IN", rf"{_CITY}\s*[-–]\s*(?P<code>[1-9]\d{{2}}\s?\d{{3}})\b(?!\s?\d)", 0.9),
    ("IN", rf"{_CITY}\s*[-–,]?\s*(?P<code>[1-9]\d{{2}}\s?\d{{3}})\b", 0.7),
    ("", r"^(?P<city>[^\W\d_][^\d,:;=]{1,30}),?\s+(?P<code>\d{5,6}|(?!19|20)\d{4})$", 0.6),
    ("", r",\s*(?P<code>\d{4,6})\s+(?P<city>[^\W\d_][^\d:;=]{1,40})(?:,|$)", 0.7),
)  # fmt: skip
_POST = tuple((country, re.compile(pattern), weight) for country, pattern, weight in _RULES)
_STREET_WORD = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|gasse|allee|platz|weg|ufer|ring|damm|chaussee|straat|laan|plein|kade|gatan|vägen|veien|vej|gade|gata)\b"
    r"|\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|pl|square|sq|highway|hwy|parkway|pkwy|"
    r"suite|ste|unit|floor|level|block|building|bldg|house|crescent|close|terrace|park|industrial estate|po box|p\.?o\.? box|postfach|"
    r"rue|avenue|av|boulevard|bd|chemin|impasse|quai|allée|cours|route|calle|avda|avenida|plaza|paseo|carrer|c/|via|viale|piazza|corso|"
    r"strada|largo|rua|travessa|praça|ul|ulica|al|aleja|os|pl|cad|cadde|caddesi|sok|sokak|sk|mah|mahallesi|bulvarı|bul|str|"
    r"jalan|jln|jl|lorong|taman|lot|nagar|marg|cross|main|sector|phase|plot|no|ulice|ul\.|bulevar|trg|postboks|box|km|zone|z\.i\.)\b\.?",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(r"\b(no|nr|num|núm|n[º°]|kat|daire|d|k)\.?\s?:(?=\s?\d)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+\s?[a-zA-Z]?(?:[-/–]\s?\d+\s?[a-zA-Z]?)?")
COUNTRIES = frozenset(
    ["germany", "deutschland", "allemagne", "alemania", "germania", "duitsland", "france", "frankreich", "francia", "frankrijk",
     "italy", "italia", "italien", "spain", "españa", "espagne", "netherlands", "nederland", "niederlande", "belgium", "belgique",
     "belgië", "belgien", "austria", "österreich", "switzerland", "schweiz", "suisse", "svizzera", "poland", "polska", "polen",
     "portugal", "denmark", "danmark", "sweden", "sverige", "norway", "norge", "finland", "suomi", "ireland", "uk", "gb", "usa",
     "us", "india", "australia", "canada", "singapore", "malaysia", "china", "japan", "turkey", "türkiye", "romania", "românia",
     "serbia", "srbija", "czechia", "mexico", "méxico", "brasil", "brazil", "luxembourg", "greece", "hungary", "england",
     "scotland", "wales", "de", "fr", "it", "es", "nl", "at", "ch", "be", "pl", "日本", "日本国", "中国", "united kingdom",
     "united states", "united states of america", "new zealand", "hong kong", "united arab emirates", "great britain",
     "south africa", "czech republic", "the netherlands", "royaume-uni", "états-unis", "vereinigtes königreich", "reino unido",
     "saudi arabia"]
)  # fmt: skip
# A Japanese address runs from the prefecture down to the building, on one line or several.
_PREFECTURE = re.compile(r"(?:東京都|北海道|(?:京都|大阪)府|[\u4e00-\u9fff]{2,3}県)")
_DOWN_TO_NUMBER = re.compile(
    r"^[\u3040-\u30ff\u4e00-\u9fff々]{2,12}\s?\d{1,3}(?:-\d{1,4}){1,2}$|[都道府県市区郡町村].*\d|\d+\s?(?:丁目|番地?|号)"
)
_BUILDING = re.compile(r"(?:ビル|マンション|タワー|ハイツ|コーポ|会館|プラザ|センター).{0,12}$|\d\s?(?:階|号室)$")
_NO_ADDRESS = re.compile(r"[。:@]|電話|TEL|FAX|会社|\d\s?[年月]|(?:様|御中|殿)$")
_WIDE = "\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f"
_GAP = re.compile(rf"(?<=[{_WIDE}])\s(?=\d)|(?<=\d)\s(?=[階号丁番])")


class PostLine(NamedTuple):
    """A postcode *code* at `text[start:end]` of a line, its *country* where the shape tells it, and how *sure* (0..1)."""

    code: str
    start: int
    end: int
    country: str
    sure: float


@lru_cache(maxsize=4096)
def post_line(text: str) -> PostLine | None:
    """The postcode in *text* by the first rule that fits, or None."""
    if len(text) > 160 or not any(c.isdigit() for c in text):
        return None
    for country, pattern, weight in _POST:
        match = pattern.search(text)
        if match is None:
            continue
        group = "code" if match["code"] else "code2"
        return PostLine(match[group], match.start(), match.end(), country, weight)
    return None


@lru_cache(maxsize=4096)
def street_likeness(text: str) -> float:
    """How much *text* looks like a street and house number, 0..1."""
    if not text.isascii() and re.search(f"[{_WIDE}]", text):
        return 0.95 if is_eastern(text) else 0.0
    text = _NUMBER_SIGN.sub(r"\1 ", text)
    if not 3 <= len(text) <= 90 or "@" in text or ":" in text:
        return 0.0
    number = bool(_NUMBER.search(text))
    letters = sum(c.isalpha() for c in text)
    if letters < 2:
        return 0.0
    word = bool(_STREET_WORD.search(text))
    if number and word:
        return 0.95
    if word:
        return 0.6 if not re.search(r"\b(?:no|st|al|os|main|lot)\b", text, re.IGNORECASE) else 0.4
    if number and re.search(
        r"^\D{3,50}\s\d+\s?[a-zA-Z]?(?:\s?[-/–]\s?\d+\s?[a-zA-Z]?)?$|^#?\d+[a-zA-Z]?(?:[-/]\d+)?,?\s\D{3,50}$", text
    ):
        return 0.8
    return 0.3 if number else 0.0


def is_country(text: str) -> bool:
    """Whether *text* names a country and nothing else ("GERMANY", "United States - NY")."""
    bare = re.sub(r"[.,()]", "", text).strip().casefold()
    return bare in COUNTRIES or re.split(r"\s[-–]\s", bare)[0] in COUNTRIES


def is_eastern(text: str) -> bool:
    """Whether *text* is a line of a Japanese address: from the prefecture or city down to a number, or a building."""
    bare = unicodedata.normalize("NFKC", text).strip()
    if not 3 <= len(bare) <= 80 or _NO_ADDRESS.search(bare):
        return False
    return any(p.search(bare) for p in (_PREFECTURE, _DOWN_TO_NUMBER, _BUILDING))


def closed_up(text: str) -> str:
    """*text* without the blanks a typesetter leaves between Japanese letters and the digits that belong to them."""
    return _GAP.sub("", text)


def before_address(text: str) -> str:
    """What stands in *text* before an address that follows a comma: "Example Co., 5 Mill Lane, Dover" -> "Example Co."."""
    for comma in re.finditer(r",\s+", text):
        rest = text[comma.end() :]
        part = re.split(r",\s", rest, maxsplit=1)[0]
        found = post_line(part)
        if street_likeness(part) >= 0.75 or (found is not None and found.sure >= 0.75):
            before = text[: comma.start()]
            return text if street_likeness(before) >= 0.75 else before
    return text
