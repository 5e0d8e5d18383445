"""XML bytes -> a tree walked by local names, without entities, network or unbounded depth."""

import re
from collections.abc import Iterator
from typing import TypedDict

from lxml import etree

from redress.words.safe import safe

Node = etree._Element

MAX_BYTES = 64 * 2**20
MAX_VALUE = 4000
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


class Guards(TypedDict):
    """The options every XML parser of the room is made with."""

    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    dtd_validation: bool
    remove_comments: bool
    remove_pis: bool
    huge_tree: bool


def guards(*, large: bool) -> Guards:
    """No entities, no network, no DTD; *large* allows a text over 10 MB (a paper carried inside)."""
    return Guards(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=large,
    )


def open_tree(data: bytes) -> Node:
    """The root of *data*; raises `ValueError` where it is too large, declares entities or is not well-formed."""
    if len(data) > MAX_BYTES:
        raise ValueError("The XML is larger than 64 MB; an e-invoice of that size cannot be read.")
    if _ENTITY.search(data.replace(b"\x00", b"")):
        raise ValueError("The XML declares entities, which no e-invoice standard allows.")
    parser = etree.XMLParser(**guards(large=len(data) > 9 * 2**20))
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ValueError("The XML is not well-formed; ask the issuer for the file as it was sent.") from error
    return root


def name_of(node: Node) -> str:
    """The local name of *node*, "" for what is no element."""
    return str(node.tag).rpartition("}")[2] if not callable(node.tag) else ""


def space_of(node: Node) -> str:
    """The namespace of *node*, "" where it has none."""
    tag = str(node.tag)
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def every(node: Node | None, path: str) -> Iterator[Node]:
    """All nodes under *node* at *path*: local names joined by "/", alternatives by "|"."""
    if node is None:
        return
    step, _, rest = path.partition("/")
    names = step.split("|")
    for child in node:
        if name_of(child) in names:
            if rest:
                yield from every(child, rest)
            else:
                yield child


def one(node: Node | None, path: str) -> Node | None:
    """The first node under *node* at *path*, or None."""
    return next(every(node, path), None)


def value_of(node: Node | None) -> str | None:
    """The text of *node*, harmless, on one line and no longer than 4,000 characters; None when there is none."""
    if node is None or not node.text:
        return None
    return " ".join(safe(node.text[: 4 * MAX_VALUE]).split())[:MAX_VALUE] or None


def text(node: Node | None, *paths: str) -> str | None:
    """The first value under *node* at any of *paths*, tried in their order."""
    found = (value_of(n) for path in paths for n in every(node, path))
    return next((value for value in found if value), None)


def texts(node: Node | None, *paths: str) -> tuple[str, ...]:
    """All different values under *node* at *paths*, in their order."""
    return tuple(dict.fromkeys(v for path in paths for n in every(node, path) if (v := value_of(n))))
