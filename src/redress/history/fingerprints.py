"""A message -> one fingerprint a sentence, equal where only names, ids, days and numbers differ.

Near sentences meet in the bands of their word pairs (minhash, https://en.wikipedia.org/wiki/MinHash). Words that turn
a sentence round ("not") and what it asks for go into the pairs: a small edit that changes either is another sentence.
"""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from redress.model.base import Noun
from redress.model.folder import Dated
from redress.model.message import Message, Seen, Span
from redress.words.dates import find_dates
from redress.words.masks import mask
from redress.words.plain import without_markup
from redress.words.sentences import split_sentences

FEWEST_WORDS = 4
SHORTEST_NAME = 4
ALIKE = 0.6
VERSION = 1
_BANDS = 6
_WORD = re.compile(r"<\w+>|[^\W\d_]+|[\u3041-\u9fff]")
_DATA_LINE = re.compile(
    r"(?i)^\W*(?:asin|title|titel|titre|t[ií]tulo|titolo|product(?: name)?|item|brand|complaint|complaint id|sku|fnsku|"
    r"order(?: id)?|case id|seller|rights owner(?: \w+)?|name|e-?mail|trademark(?: number)?|subject|from|to|sent|date|"
    r"betreff|von|an|gesendet|datum|objet|de|asunto|oggetto|da|商品名|件名|差出人)\s*[:：]"
)
_TURNS = frozenset(
    ["not", "no", "never", "cannot", "without", "unable", "nicht", "kein", "keine", "keinen", "nie", "ohne", "ne", "pas",
     "jamais", "sans", "nunca", "sin", "non", "mai", "senza", "niet", "geen", "nao", "sem", "inte", "ingen", "nie", "bez",
     "degil", "不", "没", "未", "無", "无"]
)  # fmt: skip
_TURNS_JOINED = re.compile(r"n't\b|ません|ない|なかった")
_ANY_DAY = dt.date(2000, 1, 1)  # "by 3 May" is a day in any year
_ODD = tuple(int.from_bytes(blake2b(b"%d" % n, digest_size=4).digest(), "big") | 1 for n in range(2 * _BANDS))
_ALL = 0xFFFFFFFF


class Print(NamedTuple):
    """The sentence `text[start:end]`: *whole*, the hash of its masked words, and *pairs*, those of its word pairs."""

    start: int
    end: int
    whole: int
    pairs: frozenset[int]


class Told(NamedTuple):
    """A message of a case with its *key* and its *sentences*."""

    dated: Dated
    key: int
    sentences: tuple[Print, ...]


def told(dated: Dated, names: Sequence[str] = ()) -> Told:
    """The message *dated* with its key and its sentences, masked by the *names* the case knows."""
    return Told(dated, key_of(dated.message), prints(dated.message, names))


def prints(message: Message, names: Sequence[str] = ()) -> tuple[Print, ...]:
    """The sentences of *message* that are long enough to tell, without what it quotes and its lines of data.

    *names* are those the case knows: they are masked like ids and numbers, longest first.
    """
    own = _own(message)
    named = tuple(sorted({n.strip() for n in names if len(n.strip()) >= SHORTEST_NAME}, key=lambda n: (-len(n), n)))
    found = []
    for sentence in split_sentences(own):
        said = own[sentence.start : sentence.end].replace("\x00", "")
        words = _words(said, named)
        if len(words) < FEWEST_WORDS or _DATA_LINE.match(said):
            continue
        seed = _seed(message, sentence.start, sentence.end, said, words)
        found.append(Print(sentence.start, sentence.end, _whole(words), _pairs(words, seed)))
    return tuple(found)


def key_of(message: Message) -> int:
    """A number for *message* itself, the same wherever it was kept, from which nothing can be read back."""
    if message.message_id:
        told = f"{message.message_id.strip()}\0{message.fingerprint}"
    else:
        told = f"{message.sent}\0{' '.join(message.text.split())}"
    return _number(told)


@lru_cache(maxsize=16384)
def bands(pairs: frozenset[int]) -> tuple[int, ...]:
    """Numbers of which two sets of *pairs* share one the more surely the more alike they are; none for an empty set."""
    if not pairs:
        return ()
    least = [min([p * odd & _ALL for p in pairs]) for odd in _ODD]
    return tuple(((n << 58) ^ (least[2 * n] << 26) ^ least[2 * n + 1]) & 0x7FFFFFFFFFFFFFFF for n in range(_BANDS))


def alike(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether two sentences are one with small edits: they share most of their word pairs."""
    both = len(ours & theirs)
    return both > 0 and both / (len(ours) + len(theirs) - both) >= ALIKE


def canned(sentences: Sequence[Print], counts: Sequence[int]) -> tuple[Seen, ...]:
    """The stretches of *sentences* that were met in so many other messages; neighbours of one count are one stretch."""
    found: list[Seen] = []
    last = -2
    for number, (sentence, seen) in enumerate(zip(sentences, counts, strict=True)):
        if seen <= 0:
            continue
        if last == number - 1 and found[-1].seen == seen:
            found[-1] = Seen(start=found[-1].start, end=sentence.end, seen=seen)
        else:
            found.append(Seen(start=sentence.start, end=sentence.end, seen=seen))
        last = number
    return tuple(found)


class Novelty(Noun, frozen=True):
    """How much of a message is not canned: the *new* ones of its *sentences*; the others were met *least* to *most* times."""

    sentences: int
    new: tuple[Span, ...]
    least: int = 0
    most: int = 0


def novelty(sentences: Sequence[Print], stretches: Sequence[Seen]) -> Novelty:
    """What of *sentences* lies in none of the canned *stretches*."""
    counts = [c.seen for c in stretches]
    return Novelty(
        sentences=len(sentences),
        new=tuple(
            Span(start=s.start, end=s.end, why="not met before")
            for s in sentences
            if not any(c.start <= s.start and s.end <= c.end for c in stretches)
        ),
        least=min(counts, default=0),
        most=max(counts, default=0),
    )


def _own(message: Message) -> str:
    own = without_markup(message.text)
    for cut in message.cut:
        own = (
            own[: cut.start] + "".join("\n" if c == "\n" else "\x00" for c in own[cut.start : cut.end]) + own[cut.end :]
        )
    return own


@lru_cache(maxsize=16384)
def _words(said: str, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        said = re.sub(re.escape(name), " 0 ", said, flags=re.IGNORECASE)
    if any(map(str.isdigit, said)):
        for day in reversed(find_dates(said, near=_ANY_DAY)):
            said = f"{said[: day.start]} 0 {said[day.end :]}"
    return tuple(_WORD.findall(mask(said)))


def _seed(message: Message, start: int, end: int, said: str, words: Sequence[str]) -> int:
    """What a small edit must not change: whether the sentence is turned round, what it asks, what it does."""
    turned = sum(w in _TURNS for w in words) + len(_TURNS_JOINED.findall(said.lower().replace("’", "'")))
    asked = {r.what for r in message.requests if r.start < end and start < r.end}
    done = {message.outcome for m in message.marks if m.label == "outcome" and m.start < end and start < m.end}
    return crc32(" ".join((str(turned), *sorted(asked), *sorted(done))).encode())


@lru_cache(maxsize=16384)
def _pairs(words: tuple[str, ...], seed: int) -> frozenset[int]:
    return frozenset(crc32(f"{one} {two}".encode(), seed) for one, two in pairwise(words))


@lru_cache(maxsize=16384)
def _whole(words: tuple[str, ...]) -> int:
    return _number(" ".join(words))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
