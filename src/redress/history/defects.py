"""Where a guided reply says what was wrong with a thing sent, rather than naming a thing to send."""

import re

from redress.model.labels import Wanted
from redress.model.message import Marks, Message
from redress.words.sentences import split_sentences

DEFECT = re.compile(
    r"""
    not\ (?:shown|visible|legible|readable|clear|complete|stated|valid|acceptable|accepted|authentic|there|on\ it)\b
    | illegible | unreadable | blurr | cut\ off | incomplete | \bmissing\b | expired | out\ of\ date | too\ old | older\ than
    | (?:cannot|can't|could\ not|couldn't|unable\ to|not\ able\ to|failed\ to)\ (?:be\ )?
      (?:verif|read|reach|contact|confirm|find|match|authenticat|validat|accept|open)
    | (?:do|does|did)(?:\ not|n't)\ (?:match|show|state|contain|include|list|cover|correspond|name|carry|reflect|answer|reach)
    | unverifiable | altered | mismatch | discrepan
    | nicht\ (?:lesbar|sichtbar|erkennbar|vollständig|gültig|verifizier|überprüf|bestätig|überein|zu\ lesen|aufgeführt)
    | unleserlich | unvollständig | \bfehl(?:t|en)\b | abgeschnitten | abgelaufen | zu\ alt | älter\ als
    | illisible | expiré | \bmanqu(?:e|ent|ant) | ne\ (?:correspond|figure|comporte|mentionne|contien) | n['’]avons\ pas\ pu
    | ilegible | vencid | caducad | \bfalta\b | no\ (?:aparece|figura|coincide|muestra|contiene|se\ puede|hemos\ podido)
    | illeggibile | scadut | \bmanca(?:no)?\b | non\ (?:corrispond|compar|riport|contien|è\ leggibile|abbiamo\ potuto)
    | 確認(?:が)?でき(?:ません|ない) | 不鮮明 | 読み取れ(?:ません|ない) | 一致し(?:ません|ない|てい) | 記載(?:が|されて)(?:あり|い)ません | 期限切れ
    | 无法(?:核实|验证|读取|确认) | 不清晰 | 不一致 | 缺少 | 过期
    """,
    re.IGNORECASE | re.VERBOSE,
)
ITEM_ENDS = re.compile(r"\n\s*\n|\n\s*(?:[-–—•*·]|--|\d{1,2}[.)])\s")


def faulted(message: Message) -> frozenset[Wanted]:
    """The asks of *message* in whose own item a defect is named ("the website is not shown on the invoice")."""
    spans = _spans(message)
    return frozenset(r.what for r in message.requests if any(s < r.end and r.start < e for s, e in spans))


FIELDS: dict[str, re.Pattern[str]] = {
    "phone": re.compile(r"phone|telefon|téléphone|teléfono|電話|电话", re.IGNORECASE),
    "website": re.compile(r"web\s?site|webseite|site web|sitio web|sito web|ウェブサイト|网站", re.IGNORECASE),
    "address": re.compile(r"(?<!mail )\baddress|anschrift|\badresse|dirección|indirizzo|住所|地址", re.IGNORECASE),
    "name": re.compile(r"\bname\b|\bnom\b|nombre|\bnome\b|名前|名称", re.IGNORECASE),
}
OF_BUYER = re.compile(
    r"\byour\b(?!\s+(?:supplier|vendor|invoice|document|paper|appeal|submission))|buyer|käufer|acheteur|comprador|acquirente|購入者|買主|买方",
    re.IGNORECASE,
)


# What a paper should be like is no finding about one that was sent.
IN_GENERAL = re.compile(
    r"\b(?:if|ensure|make sure|must|should|has to|have to|wenn|falls|sofern|muss|müssen|sollte\w*|si|assurez|asegúrese|se)\b|場合|必要があります|如果",
    re.IGNORECASE,
)
OF_SUPPLIER = re.compile(
    r"supplier|vendor|seller's|lieferant|fournisseur|proveedor|fornitore|仕入先|供应商", re.IGNORECASE
)


def _faulting(message: Message) -> tuple[Marks, ...]:
    """The guiding sentences of a guided *message*, and those that find fault with contact data though they ask for nothing."""
    guided = tuple(m for m in message.marks if m.label == "guided")
    if message.tone != "guided":
        return guided
    more = (
        Marks(label="guided", start=s.start, end=s.end)
        for s in split_sentences(message.text)
        if _finds_fault(message.text[s.start : s.end])
        and not any(c.start < s.end and s.start < c.end for c in message.cut)
        and not any(m.start < s.end and s.start < m.end for m in guided)
    )
    return (*guided, *more)


def _finds_fault(words: str) -> bool:
    named = OF_SUPPLIER.search(words) and any(pattern.search(words) for pattern in FIELDS.values())
    return bool(named and DEFECT.search(words) and not IN_GENERAL.search(words))


# "We were unable to verify your supplier" names a defect, whatever stands around it.
NOT_VERIFIED = re.compile(
    r"""
    (?:cannot|can't|could\ not|couldn't|unable\ to|not\ able\ to|failed\ to)\ (?:be\ )?(?:verif|reach|contact|confirm|authenticat)
    | unverifiable | nicht\ (?:verifizier|überprüf|bestätig|erreich) | n['’]avons\ pas\ pu\ (?:vérifier|joindre|contacter|confirmer)
    | no\ (?:se\ puede|hemos\ podido)\ (?:verificar|contactar|confirmar) | non\ abbiamo\ potuto\ (?:verificare|contattare|confermare)
    | 確認(?:が)?でき(?:ません|ない) | 无法(?:核实|验证|确认|联系)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def unverified(message: Message) -> bool:
    """Whether a sentence of *message* says that the supplier could not be verified."""
    return bool(NOT_VERIFIED.search(message.text)) and any(
        NOT_VERIFIED.search(words) and OF_SUPPLIER.search(words) and not IN_GENERAL.search(words)
        for s in split_sentences(message.text)
        if not any(c.start < s.end and s.start < c.end for c in message.cut)
        for words in (message.text[s.start : s.end],)
    )


def faulted_fields(message: Message) -> tuple[tuple[Wanted, int, int], ...]:
    """The contact data a guiding sentence finds fault with though the message asks for nothing there, with its place."""
    found: list[tuple[Wanted, int, int]] = []
    for mark in _faulting(message):
        words = message.text[mark.start : mark.end]
        if not DEFECT.search(words):
            continue
        if any(mark.start < r.end and r.start < mark.end for r in message.requests):
            continue
        who = "buyer" if OF_BUYER.search(words) else "supplier"
        found += [(f"{who}_{f}", mark.start, mark.end) for f, named in FIELDS.items() if named.search(words)]  # type: ignore[misc]
    return tuple(found)


def names_defect(message: Message) -> bool:
    """Whether *message* names a defect: a guiding sentence that speaks of one, or that stands apart from what is asked."""
    guiding = _faulting(message)
    if not guiding:
        return not message.requests or bool(_spans(message))
    apart = any(not any(m.start < r.end and r.start < m.end for r in message.requests) for m in guiding)
    return apart or bool(_spans(message))


def _spans(message: Message) -> tuple[tuple[int, int], ...]:
    """The stretches in which a defect is named, each from its sentence to the end of its item."""
    stretches = [(m.start, m.end) for m in message.marks if m.label == "guided"]
    stretches += [(r.start, r.end) for r in message.requests]
    return tuple(
        (start, _item_end(message.text, end)) for start, end in stretches if DEFECT.search(message.text, start, end)
    )


def _item_end(text: str, start: int) -> int:
    found = ITEM_ENDS.search(text, start)
    return found.start() if found else len(text)
