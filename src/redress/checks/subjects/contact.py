"""Whether the supplier's contact data fit together: phone and country, mail and website."""

from redress.checks.known import Known
from redress.checks.subjects.asked import asked_about
from redress.model.fact import Fact
from redress.model.invoice import Invoice, Party
from redress.words.countries import countries_of_language, countries_of_phone, country_of_address
from redress.words.fold import fold
from redress.words.hosts import is_free
from redress.words.names import domain_words

SHORTEST = 3


def contact_facts(invoice: Invoice, source: str) -> dict[str, Known | None]:
    """What of the supplier's contact data does not fit; unknown where one side is not told."""
    supplier = invoice.supplier
    mail, site, phone = _value(supplier.email), _value(supplier.website), _value(supplier.phone)
    host = mail.rpartition("@")[2].casefold() if mail else ""
    host = "" if _is_of(host, invoice.buyer) else host
    return {
        "invoice.free_mail": asked_about("invoice.free_mail", (host,) if is_free(host) else (), source, supplier.email)
        if host
        else None,
        "invoice.phone_elsewhere": _phone(invoice, phone, source) if phone else None,
        "invoice.mail_elsewhere": asked_about(
            "invoice.mail_elsewhere",
            () if is_free(host) or _same_domain(host, site) else (f"mail goes to {host}, the website is {site}",),
            source,
            supplier.email,
            supplier.website,
        )
        if host and site
        else None,
    }


def _value(fact: Fact[str] | None) -> str:
    return (fact.value or "") if fact is not None and fact.rival is None else ""


def _is_of(host: str, party: Party) -> bool:
    """Whether *host* bears the name of *party* or is that of its own mail or site: then it was printed beside the wrong one."""
    word = domain_words(host)
    if len(word) < SHORTEST:
        return False
    name = fold(_value(party.name)).replace(" ", "")
    own = [domain_words(_value(f)) for f in (party.email, party.website)]
    return word in name or word in own


def _phone(invoice: Invoice, phone: str, source: str) -> Known | None:
    named = countries_of_phone(phone)
    address = _value(invoice.supplier.address)
    home = country_of_address(address) if address else None
    homes = frozenset((home,)) if home else countries_of_language(invoice.lang)
    if not named or not homes:
        return None
    country = home or "/".join(sorted(homes)[:3])
    where = f"the address is in {home}" if home else f"papers in this language come from {country}"
    said = () if named & homes else (f"{phone} is a number of {'/'.join(sorted(named)[:2])}, {where}",)
    return asked_about("invoice.phone_elsewhere", said, source, invoice.supplier.phone, invoice.supplier.address)


def _same_domain(host: str, site: str) -> bool:
    one, two = domain_words(host), domain_words(site)
    if host.endswith(f".{site.casefold()}"):
        return True
    if len(one) < SHORTEST or len(two) < SHORTEST:
        return True
    return one == two or one in two or two in one
