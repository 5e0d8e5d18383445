"""A mailbox -> its mails."""

import re
from collections.abc import Iterator

START = re.compile(rb"(?:\A|\n\r?\n)(From [^\r\n]*\r?\n)(?=[!-9;-~]{1,80}:|>From )")
QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def mails(data: bytes, most: int) -> Iterator[bytes]:
    """The mails of the mailbox *data*, at most *most* of them."""
    starts = [found.span(1) for found in START.finditer(data)]
    ends = [begins for begins, _ in starts[1:]] + [len(data)]
    for (_, begins), ends_at in list(zip(starts, ends, strict=False))[:most]:
        yield QUOTED_FROM.sub(rb"\1", data[begins:ends_at])
