"""Contact data told beside a paper."""

from collections.abc import Sequence

from redress.model.case import Supplier
from redress.model.fact import Fact
from redress.words.fold import without_legal_form


def supplier_beside(suppliers: Sequence[Supplier], name: Fact[str] | None) -> Supplier | None:
    """The told supplier of past goods that bears the printed *name*, legal forms set aside; None for none or several."""
    printed = name.value if name else None
    if not printed:
        return None
    same = [s for s in suppliers if s.purpose == "past" and without_legal_form(s.name) == without_legal_form(printed)]
    return same[0] if len(same) == 1 else None
