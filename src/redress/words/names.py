"""Names of firms: their legal forms, and how sure a line of text is one."""

import re

_FORMS = (
    r"g?GmbH(?:\s*&\s*Co\.?\s*(?:KG|OHG|KGaA)(?:aA)?)?|UG(?:\s*\(haftungsbeschränkt\))?|AG|KG|OHG|e\.?\s?K\.?|e\.?\s?V\.?|GbR|KGaA|mbH|a\.\s?G\.?|SE"
    r"|Inc\.?|L\.?L\.?C\.?|Ltd\.?|Limited|Corp\.?|Corporation|Incorporated|P\.?L\.?C\.?|LLP|L\.P\.|Co\.?,?\s*Ltd\.?|Company"
    r"|(?:Pvt\.?|Private|Pte\.?|Pty\.?|P)\s*\.?\s*(?:Ltd\.?|Limited)|Sdn\.?\s*Bhd\.?|Bhd\.?"
    r"|S\.?A\.?S\.?(?:U\.?)?|S\.?A\.?R\.?L\.?|S\.A\.|SA|EURL|SNC|S\.?R\.?L\.?S?|S\.?[Pp]\.?A\.?|S\.r\.I\.|S\.?n\.?c\.?|S\.?a\.?s\.?|S\.L\.U?\.?|SLU?"
    r"|S[àÀ](?:rl|RL)|S\.? de R\.?L\.?(?: de C\.?V\.?)?|Aktiebolag|Handelsbolag|Kommanditbolag"
    r"|B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|ApS|A/S|S/A|AS|ASA|A\.S\.A?\.?|I/S|AB|HB|Oyj?|Ab"
    r"|[Ss]p\.?\s*z\.?\s*o\.?\s*o\.?|[Ss]p\.?\s*[jk]\.?|s\.?r\.?o\.?|a\.s\.|d\.?\s?o\.?\s?o\.?|d\.d\.|Kft\.?|Zrt\.?|L(?:da|DA)\.?|LTDA\.?|Ltda|EIRELI|ME|S\.?A\.? de C\.?V\.?"
    r"|A\.?Ş\.?|Ltd\.?\s*Şti\.?|LTD\.?\s*ŞTİ\.?|Ticaret|Anonim Şirketi|AD|EOOD|OOD|K\.K\.|KK|G\.K\.|GK|Co\."
)
LEGAL = re.compile(rf"(?<![\w.])(?:{_FORMS})(?![\w])", re.UNICODE)
_LEGAL_ANY_CASE = re.compile(
    r"\b(?:gmbh|ltd|limited|llc|inc|incorporated|corp|corporation|plc|sdn\.? bhd|bhd|pvt|pte|pty|sarl|s\.a\.r\.l|srl|s\.r\.l|b\.v|aps)\b",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"(?<=\S)\s*(?:御中|様|殿|귀중|귀하)$")
_EASTERN = re.compile(
    r"株式会社|有限会社|合同会社|\(株\)|\(有\)|有限公司|有限責任公司|有限责任公司|股份公司|شركة|مؤسسة"
)
_TRADE = re.compile(
    r"\b(?:trading|enterprises?|stores?|shop|market|supermarket|hardware|solutions?|services?|group|industries|supplies|"
    r"wholesale|distribution|distributors?|restaurant|cafe|bakery|traders?|versicherung\w*|verein|handel\w*|vertrieb\w*|"
    r"technik|systeme?|associates|partners|foundation|imports?|exports?|international|logistics|electronics|mart|"
    r"stationery|pharmacy|books?|holdings?|et fils|frères|consulting|media|software|company)\b",
    re.IGNORECASE,
)
_SHORT = frozenset(("AG", "KG", "SE", "SA", "AS", "AB", "Ab", "HB", "ME", "AD", "KK", "GK", "SL", "Oy", "Co."))


def has_legal_form(text: str) -> bool:
    """Whether *text* carries a legal form, as a firm's whole name does; one of two letters must end it or a part of it."""
    if _LEGAL_ANY_CASE.search(text) or _EASTERN.search(text):
        return True
    for match in LEGAL.finditer(text):
        rest = text[match.end() :].lstrip(" .")
        if match[0] not in _SHORT or (match.start() > 1 and (not rest or rest[0] in ",&(-–·|/")):
            return True
    return False


def firm_likeness(text: str) -> float:
    """How much *text* looks like the name of a firm, 0..1."""
    if not 2 <= len(text) <= 90 or not any(c.isalpha() for c in text):
        return 0.0
    digits = sum(c.isdigit() for c in text)
    if digits > 0.3 * len(text) or "@" in text:
        return 0.0
    score = 0.3
    if has_legal_form(text):
        score += 0.5
    elif _TRADE.search(text):
        score += 0.25
    start = LEGAL.match(text)
    if start is not None and digits + text[start.end() :].strip()[:1].islower() > 0:
        score -= 0.5
    if text[:1].islower():
        score -= 0.15
    if sum(w.islower() for w in text.split()) > 3:
        score -= 0.3
    if len(text.split()) > 8 or (text.endswith((".", "?", "!")) and not has_legal_form(text)):
        score -= 0.25
    return max(0.0, min(1.0, score - 0.1 * (digits > 3)))


def domain_words(host: str) -> str:
    """The name inside an address of the web or of mail: "www.azure-mill.co.uk" -> "azuremill"."""
    bare = re.sub(r"^https?://", "", host.strip().casefold()).split("@")[-1].split("/")[0]
    parts = [p for p in bare.split(".") if p not in ("www", "com", "co", "org", "net", "info", "shop", "store", "web")]
    return re.sub(r"[^\w]", "", max(parts[:-1] or parts, key=len, default=""))


def without_honorific(name: str) -> str:
    """*name* without the form of address that closes it ("株式会社 ... 御中")."""
    return _HONORIFIC.sub("", name.rstrip())
