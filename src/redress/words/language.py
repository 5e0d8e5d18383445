"""The language of a text, among those we have words for: by script, then by the little words of each language."""

import re
from collections import Counter

_LITTLE = {
    "en": "i me my all any been were they them an at or by did do does their which who when these those would could the and you your of to for is are have has this that we will not with be in on our it if as from was please",
    "de": "es war unser unsere unserem falsch alle ich mein meine sie nach vor bei kein keine durch oder aus über wenn einen einer eines im am zum zur der die das und sie ihr ihre ihren ihrem nicht für von zu mit ist wir bitte haben wurde den dem ein eine auf konto auch werden uns daran",
    "fr": "je mon ma mes notre nos tous toutes par ou où ce ces son sa ses était ont le la les et vous votre vos nous pour des du une est pas que dans sur avez été compte merci au aux ce cette",
    "es": "yo mi mis nuestro nuestra todos todas por o fue han lo al este el los las y usted su sus para por que una es no del con hemos cuenta se en le esta este si ha tu",
    "it": "io mio mia miei nostro nostra tutti tutte dal alla alle degli delle era hanno il gli e lei suo sua per di che una è non del della con abbiamo account le si ha sono questo nel dei tuo se",
    "pt": "o os as e você sua seu para por que uma é não do da com conta em na no foi nós se ao dos das este",
    "nl": "de het en je uw voor van een is niet met we hebben zijn op dat te wij ons aan account bij deze kunnen",
    "pl": "i w na nie się do jest z że o dla państwa konto oraz po od przez konta tym prosimy jak za są ponieważ",
    "sv": "och att ditt dina du för är inte på med vi har det som av till en ett den konto kan från om",
    "tr": "ve bir için bu hesabınız ile satıcı olarak değil lütfen size veya hesap de da sizin olan hesabınızı bilgi",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _LITTLE.items()}
_TOKEN = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_SAMPLE = 6000
LANGUAGES = frozenset((*_LITTLE, "ja", "zh"))


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of *text*; None where nothing tells.

    A library with a model (py3langid) was no better on what we read and costs half a second at every start.
    """
    sample = text[:_SAMPLE]
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    words = _TOKEN.findall(sample.lower())
    if kana + han > 0.15 * (len(words) or 1):
        return "ja" if kana > 0.08 * (kana + han) else "zh"
    counts = Counter(words)
    scores = {lang: sum(counts[w] for w in known) for lang, known in _WORDS.items()}
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] and list(scores.values()).count(scores[best]) == 1 else None
