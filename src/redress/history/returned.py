"""What a message that gives something back leaves down."""

import re

from redress.model.message import Message

CLAUSE_ENDS = re.compile(
    r"(?<=[.!?:;。;])\s+|[;。;]|\n\s*\n|\n(?=\s*[-•*])"
    r"|,?\s+(?:but|while|whereas|however|although|aber|jedoch|während|mais|pero|mentre|ma)\s+|(?:ですが|ますが)[、,]",
    re.IGNORECASE,
)
STAYS = re.compile(
    r"""
    \b(?:remain|stay|still|continue|keep)\w*\b [^.;]{0,40}
      \b(?:inactive|removed|deactivated|suspended|blocked|closed|down|offline|unavailable|ineligible)\b
    | \b(?:not|cannot|can't|unable\ to|won't)\b [^.;]{0,40} \b(?:reinstat|reactivat|restor|relist|activat)
    | \b(?:bleib\w*|weiterhin|noch\ immer)\b [^.;]{0,40} \b(?:inaktiv|deaktiviert|gesperrt|entfernt)
    | \bnicht\b [^.;]{0,40} (?:reaktivier|wiederhergestell|freigeschalt)
    | \brest\w+\b [^.;]{0,40} \b(?:inacti|désactivé|supprimé|suspendu)
    | \b(?:sigue|siguen|permanece\w*|contin[uú]a\w*)\b [^.;]{0,40} \b(?:inactiv|desactivad|eliminad|suspendid)
    | \b(?:rimane|rimangono|resta|restano)\b [^.;]{0,40} \b(?:inattiv|disattivat|rimoss|sospes)
    | (?:引き続き|まだ|依然)[^。]{0,40}(?:停止|無効|削除) | (?:再開|復活)[^。]{0,10}(?:ません|できない)
    | (?:仍|继续)[^。]{0,20}(?:停用|移除|下架)
    """,
    re.IGNORECASE | re.VERBOSE,
)
MONEY_STAYS = re.compile(
    r"""
    \b(?:funds?|money|balance|disbursements?|payouts?|payments?)\b [^.;]{0,60}
      \b(?:remain\w*|stay\w*|still|continue\w*|(?:will|can|may)\ ?not|won't|cannot)\b [^.;]{0,40}
      \b(?:held|hold|withheld|reserve\w*|frozen|blocked|released?|transferred|disbursed|paid)\b
    | \b(?:continue|still)\w*\b [^.;]{0,20} \b(?:hold|withhold)\w*\b [^.;]{0,30} \b(?:funds?|money|balance|disbursements?|payouts?)\b
    | \b(?:Guthaben|Gelder|Auszahlung\w*|Geld)\b [^.;]{0,60} \b(?:weiterhin|bleib\w*|noch|nicht)\b [^.;]{0,40}
      (?:einbehalten|zurückgehalten|gesperrt|ausgezahlt|freigegeben)
    | \b(?:fonds|solde|paiements?|versements?)\b [^.;]{0,60} \b(?:rest\w+|toujours|encore|ne)\b [^.;]{0,40} (?:retenu|bloqué|gelé|versé)
    | \b(?:fondos|saldo|pagos?)\b [^.;]{0,60} \b(?:sigue\w*|permanece\w*|contin[uú]a\w*|no)\b [^.;]{0,40} (?:retenid|bloquead|liberad)
    | \b(?:fondi|saldo|pagament\w+)\b [^.;]{0,60} \b(?:rest\w+|riman\w+|ancora|non)\b [^.;]{0,40} (?:trattenut|bloccat|liberat)
    | (?:売上金|残高|資金|お支払い)[^。]{0,40}(?:引き続き|まだ)?[^。]{0,20}(?:留保|保留|凍結)[^。]{0,10}(?:ます|まま|中) | (?:资金|余额|款项)[^。]{0,30}(?:仍|继续)[^。]{0,20}(?:冻结|扣留|暂扣)
    """,
    re.IGNORECASE | re.VERBOSE,
)
SPEAKS = re.compile(r"[^\W\d_]{2,}")


def stays_down(message: Message) -> tuple[str, ...]:
    """The ASINs that *message* says are still down: "B0... is back, but B0... remains inactive".

    A list of ASINs goes with the clause before it.
    """
    down: set[str] = set()
    staying = False
    for clause in CLAUSE_ENDS.split(message.text):
        named = [a for a in message.asins if a in clause]
        if STAYS.search(clause):
            staying = True
        elif not (named and _is_entry(clause, named)) and SPEAKS.search(clause):
            staying = False
        down.update(named if staying else ())
    return tuple(a for a in message.asins if a in down)


def money_stays(message: Message) -> bool:
    """Whether *message* says that money stays held."""
    return any(MONEY_STAYS.search(clause) for clause in CLAUSE_ENDS.split(own_words(message)))


def own_words(message: Message) -> str:
    """The text of *message* without what it quotes: a reply that quotes the notice does not send it again."""
    kept, at = [], 0
    for span in sorted(message.cut, key=lambda c: c.start):
        kept.append(message.text[at : span.start])
        at = max(at, span.end)
    return " ".join((*kept, message.text[at:]))


def _is_entry(clause: str, named: list[str]) -> bool:
    """Whether *clause* is an entry of a list, beginning with one of *named*, rather than a sentence."""
    start = re.sub(r"^[\s\-•*\d.)]*(?:ASIN\W*)?", "", clause)
    return clause.lstrip().startswith(tuple(named)) or start.startswith(tuple(named))
