"""Countries: of an address, of a telephone number, of a language few share."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import phonenumbers

from redress.words.addresses import post_line
from redress.words.fold import fold

_SHORT = 3


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("countries.toml").read_text(encoding="utf-8"))


@cache
def _by_name() -> dict[str, str]:
    return {name: code for code, names in _table()["names"].items() for name in names}


def country_of_address(address: str) -> str | None:
    """The ISO code of the country that *address* ends in or that its postcode tells; None where neither does."""
    last = [part.strip() for part in re.split(r"[,\n]", address) if part.strip()]
    if not last:
        return None
    found = [post_line(part) for part in (*last, ", ".join(last[-2:]))]
    told = {f.country for f in found if f is not None and f.country}
    by_post = told.pop() if len(told) == 1 else None
    if len(fold(last[-1])) < _SHORT:
        # "N.L." and "DE" are states of other countries too: a code of two letters tells only after a postcode.
        code = _by_name().get(last[-1].casefold()) if last[-1].isupper() and by_post is None else None
        return code if code and any(c.isdigit() for c in "".join(last[-2:-1])) else by_post
    return _by_name().get(fold(last[-1])) or by_post


def countries_of_language(lang: str | None) -> frozenset[str]:
    """The countries whose papers are written in *lang*; none for a language of the whole world."""
    return frozenset(_table()["writes"].get(lang or "", ()))


@lru_cache(maxsize=1024)
def countries_of_phone(number: str) -> frozenset[str]:
    """The countries that share the code *number* begins with (+1, 0049), none where it carries none."""
    bare = re.sub(r"^\s*00(?=[1-9])", "+", re.sub(r"\(0\)", "", number))
    if not bare.lstrip(" (").startswith("+"):
        return frozenset()
    try:
        code = phonenumbers.parse(bare, None).country_code
    except phonenumbers.NumberParseException:
        return frozenset()
    return frozenset(phonenumbers.region_codes_for_country_code(code or 0))
