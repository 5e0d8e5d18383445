"""The closed vocabularies of the trade, spelled as the contract spells them."""

from typing import Literal, get_args

Kind = Literal["notice", "reply", "info", "not_a_notice"]
Consequence = Literal[
    "warning", "listing_removed", "account_at_risk", "account_deactivated", "funds_held", "more_info_needed",
    "denied", "final_denial", "reinstated", "acknowledged", "none",
]  # fmt: skip
Tone = Literal["generic", "guided"]
Scope = Literal["account", "listing", "mixed"]
Team = Literal[
    "seller_performance", "product_quality", "intellectual_property", "verification", "compliance",
    "account_health", "funds", "unknown",
]  # fmt: skip
Violation = Literal[
    "inauthentic", "counterfeit", "used_sold_as_new", "not_as_described", "defective_or_safety", "expired",
    "ip_trademark", "ip_copyright", "ip_patent", "ip_unspecified", "order_defect_rate", "late_shipment",
    "cancellation_rate", "valid_tracking", "restricted_product", "product_compliance", "listing_policy",
    "variation_abuse", "review_manipulation", "code_of_conduct", "forged_documents", "identity_verification",
    "related_accounts", "multiple_accounts", "drop_shipping", "pricing", "inform_act", "tax_or_bank_info",
    "sales_velocity", "customer_messaging", "other", "unspecified",
]  # fmt: skip
Wanted = Literal[
    "invoice", "receipt_or_order_confirmation", "supplier_name", "supplier_phone", "supplier_address",
    "supplier_email", "supplier_website", "buyer_name", "buyer_phone", "buyer_address", "buyer_email",
    "buyer_website", "invoice_date", "item_description", "item_quantity", "letter_of_authorization",
    "rights_owner_retraction", "plan_root_cause", "plan_corrective", "plan_preventive", "plan_generic",
    "identity_document", "business_license", "utility_bill", "bank_statement", "tax_document",
    "trademark_registration", "compliance_certificate", "test_report", "product_photos",
    "packaging_or_label_photos", "order_ids", "tracking_proof", "delivery_proof", "related_account_details",
    "explanation_why_in_error", "refund_or_removal_action", "video_interview", "other",
]  # fmt: skip
InvoiceType = Literal[
    "invoice", "credit_note", "receipt", "order", "order_response", "packing_slip", "proforma", "quote", "other",
]  # fmt: skip
DocumentType = Literal[
    "authorization", "utility_bill", "identity", "register_extract", "business_license", "trademark_registration",
    "certificate", "test_report", "contract", "delivery_order", "supplier_letter", "retraction", "removal_order",
    "other",
]  # fmt: skip
How = Literal["text", "ocr", "xml", "told", "header", "derived"]

VIOLATIONS: tuple[str, ...] = get_args(Violation)
WANTED: tuple[str, ...] = get_args(Wanted)
PLAN_PARTS: tuple[Wanted, ...] = ("plan_root_cause", "plan_corrective", "plan_preventive")
_GRAVITY = {"account_deactivated": 5, "funds_held": 4, "account_at_risk": 3, "listing_removed": 3, "warning": 1}


def gravity(outcome: str) -> int:
    """How heavy the consequence *outcome* is, 1 (a warning) to 5 (the account is closed)."""
    return _GRAVITY.get(outcome, 2)
