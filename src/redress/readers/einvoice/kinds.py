"""Root element and type code -> the word for the kind of paper."""

from redress.model.labels import InvoiceType

BY_ROOT: dict[str, InvoiceType] = {
    "Invoice": "invoice",
    "SelfBilledInvoice": "invoice",
    "FreightInvoice": "invoice",
    "DebitNote": "invoice",
    "CreditNote": "credit_note",
    "SelfBilledCreditNote": "credit_note",
    "Order": "order",
    "OrderChange": "order",
    "OrderResponse": "order_response",
    "OrderResponseSimple": "order_response",
    "DespatchAdvice": "packing_slip",
    "Quotation": "quote",
    "CrossIndustryInvoice": "invoice",
    "CrossIndustryDocument": "invoice",
    "CrossIndustryOrder": "order",
    "CrossIndustryOrderChange": "order",
    "CrossIndustryOrderResponse": "order_response",
    "CrossIndustryDespatchAdvice": "packing_slip",
    "CrossIndustryQuotation": "quote",
    "CrossIndustryQuotationProposal": "quote",
    "SCRDMCCBDACIOMessageStructure": "order",
}

# UN/EDIFACT code list 1001, https://service.unece.org/trade/untdid/d16b/tred/tred1001.htm; TD04 and TD08 are the Italian
# credit notes that are mapped onto UBL.
CREDIT_CODES = frozenset(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532", "TD04", "TD08"])
BY_CODE: dict[str, InvoiceType] = {
    **dict.fromkeys(CREDIT_CODES, "credit_note"),
    "325": "proforma",
    "220": "order",
    "221": "order",
    "224": "order",
    "226": "order",
    "227": "order",
    "228": "order",
    "230": "order",
    "231": "order_response",
    "320": "order_response",
    "310": "quote",
    "351": "packing_slip",
    "270": "packing_slip",
}
# A type code speaks only inside roots that share the list: a national code in another root means something else.
CODED = frozenset(["Invoice", "CrossIndustryInvoice", "CrossIndustryDocument", "SCRDMCCBDACIOMessageStructure"])


def kind_of(root: str, code: str | None) -> InvoiceType:
    """The kind of a paper whose root element is *root* with type *code*."""
    by_root = BY_ROOT.get(root, "other")
    return BY_CODE.get(code, by_root) if code and root in CODED else by_root
