"""What is not the sender's own word: quoted history, forwarded mails, a pasted letter. It is kept, never concluded from."""

import re

from redress.model.message import Span

QUOTED, FORWARDED, ORDER = "quoted history", "forwarded message", "an order to a machine that reads this"
_NAMES = "from|von|de|da|van|från|od|差出人|发件人|發件人|kimden|nadawca"
_OTHERS = (
    "to|an|à|para|a|aan|till|do|宛先|收件人|kime|sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|"
    "wysłano|送信日時|日付|发送时间|發送時間|日期|gönderildi|tarih|subject|betreff|objet|asunto|oggetto|onderwerp|ämne|temat|件名|主题|主旨|konu|cc|assunto"
)
_HEAD_LINE = re.compile(rf"[^\S\n]*[*>|]*\s?(?:{_NAMES}|{_OTHERS})\*?\s?[:：]", re.IGNORECASE)
_HEAD_BLOCK = re.compile(
    rf"^[^\S\n]*[*]?(?:{_NAMES})[*]?\s?[:：][^\n]*\n(?:[^\S\n]*[*]?(?:{_OTHERS})[*]?\s?[:：][^\n]*(?:\n|\Z)){{1,6}}",
    re.IGNORECASE | re.MULTILINE,
)
_DIVIDER = re.compile(
    r"^[^\S\n]*[-_=]{2,}\s*(?P<what>original message|original[- ]nachricht|ursprüngliche nachricht|message d'origine|mensaje original|"
    r"messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|wiadomość oryginalna|mensagem original|orijinal mesaj|"
    r"原始邮件|原始郵件|元のメッセージ|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|"
    r"doorgestuurd bericht)[^\n]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_WROTE = re.compile(
    r"^[^\S\n>|]*(?:on|am|le|el|il|op|den|dnia|em)\b[^\n]{5,140}(?:\n[^\n]{0,90})?"
    r"\b(?:wrote|schrieb(?: [^\n:]{2,80})?|a écrit|escribió|ha scritto|schreef(?: [^\n:]{2,80})?|skrev(?: [^\n:]{2,80})?|napisał\w*|escreveu)\s?:[^\S\n]*$"
    r"|^[^\n]{5,120}(?:<[^>\n]+>|＜[^＞\n]+＞)?\s?(?:のメール|さんは書きました|写道|寫道|tarihinde şunu yazdı|yazdı)\s?[:：]?[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTE_LINES = re.compile(
    r"(?:^[^\S\n]*[>|](?!>\s*VERIFY)[^\n]*(?:\n|\Z)(?:[^\S\n]*\n(?=[^\S\n]*[>|]))*){2,}", re.MULTILINE
)
_RULE_THEN_HEAD = re.compile(rf"^[^\S\n]*_{{5,}}[^\S\n]*\n\s*(?=(?:{_NAMES})\s?[:：])", re.IGNORECASE | re.MULTILINE)


def head_end(text: str) -> int:
    """Where the header lines at the very top of *text* ("Subject: ...", "From: ...") end; 0 where it has none."""
    end = 0
    for match in re.finditer(r"[^\n]*(?:\n|\Z)", text):
        line = match[0]
        if not line.strip():
            if end or not line:
                break
            continue
        if not _HEAD_LINE.match(line) or len(line) > 300:
            break
        end = match.end()
    return end


def _starts(text: str, after: int) -> list[tuple[int, str]]:
    """Places after which all is history, with why."""
    found = [
        (m.start(), FORWARDED if m["what"].lower()[:2] in {"fo", "we"} else QUOTED)
        for m in _DIVIDER.finditer(text, after)
    ]
    found += [(m.start(), QUOTED) for m in _WROTE.finditer(text, after)]
    found += [(m.start(), QUOTED) for m in _RULE_THEN_HEAD.finditer(text, after)]
    found += [(m.start(), QUOTED) for m in _HEAD_BLOCK.finditer(text, after)]
    return sorted(found)


def find_cuts(text: str) -> tuple[Span, ...]:
    """The stretches of *text* that are not its sender's own words, in order and apart from each other.

    A mail that holds nothing before its history (a bare forward) is read as a whole: the history is then the message.
    """
    head = head_end(text)
    for start, why in _starts(text, head):
        if text[head:start].strip():
            tail = text[start:].rstrip()
            return (*_lines(text, start), Span(start=start, end=start + len(tail), why=why))
    return _lines(text, len(text))


def _lines(text: str, before: int) -> tuple[Span, ...]:
    """Runs of quoting lines ("> ...") before *before*, unless they are all there is."""
    runs = [Span(start=m.start(), end=m.end(), why=QUOTED) for m in _QUOTE_LINES.finditer(text, 0, before)]
    covered = sum(r.end - r.start for r in runs)
    return () if covered > 0.9 * len(text.strip()) else tuple(runs)
