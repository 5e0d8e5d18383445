"""Gaps a template left in a plan."""

import re

_HTML = "a|b|br|code|div|em|h[1-6]|hr|i|li|ol|p|pre|s|small|span|strong|sub|sup|table|td|th|tr|u|ul"
_GAP = re.compile(
    r"\[\[[^\[\]\n]{0,200}\]\]|\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{1,80}\}"
    r"|\[(?=[^\[\]\n]{0,200}\b(?i:insert|enter|add|fill|missing|your|name of|specify|describe|list|explain|state|provide|todo|tbd|placeholder|"
    r"einf\u00fcgen|eintragen|ihr|name des|angeben|ins\u00e9rer|indiquer|votre|nom d|insertar|indicar|su nombre|inserire|indicare)\b)[^\[\]\n]{0,200}\]"
    r"|\[(?:[A-Z][A-Z /_-]{2,60}|(?i:date|dates|name|number|company|company name|supplier|product|quantity|order id|asins?|amount|datum|nom|fecha|nome))\](?!\()"
    r"|(?<!\w)(?:X{3,}|x{4,})(?!\w)|_{3,}|(?<=\s)\.{5,}(?=\s|$)"
    rf"|<(?!/?(?:{_HTML})\b)(?:[A-Za-z][A-Za-z0-9 /_-]{{1,50}})>"
    r"|\b(?:TBD|TBC|TODO|FIXME|(?i:lorem ipsum|to be (?:determined|filled in|inserted|completed here)|insert [\w ]{1,30} here))\b"
    r"|[\u3007\u25cb\u25cf\u25b3\u00d7]{2,}|\uff3f{2,}|[\u3010\uff3b][^\u3010\u3011\uff3b\uff3d\n]{0,60}(?:\u8a18\u5165|\u5165\u529b|\u633f\u5165|\u586b\u5199|\u8f93\u5165|\u63d2\u5165)[^\u3010\u3011\uff3b\uff3d\n]{0,60}[\u3011\uff3d]"
)


def has_gap(text: str) -> bool:
    """Whether *text* holds a gap: `[insert ...]`, `[[missing: ...]]`, `<name>`, `XXXX`, `____`, TBD and the like."""
    return _GAP.search(text) is not None
