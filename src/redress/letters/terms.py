"""The words of the trade in the languages letters are written in."""

from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "de", "ja")

_EN = {
    "invoice": "the invoices",
    "receipt_or_order_confirmation": "the receipts or order confirmations",
    "supplier_name": "the supplier's name",
    "supplier_phone": "the supplier's phone number",
    "supplier_address": "the supplier's address",
    "supplier_email": "the supplier's e-mail address",
    "supplier_website": "the supplier's website",
    "buyer_name": "the buyer's name",
    "buyer_phone": "the buyer's phone number",
    "buyer_address": "the buyer's address",
    "buyer_email": "the buyer's e-mail address",
    "buyer_website": "the buyer's website",
    "invoice_date": "the invoice date",
    "item_description": "the item descriptions",
    "item_quantity": "the item quantities",
    "letter_of_authorization": "the letter of authorization",
    "rights_owner_retraction": "the rights owner's retraction",
    "plan_root_cause": "the root cause",
    "plan_corrective": "the actions taken",
    "plan_preventive": "the steps that prevent it from happening again",
    "plan_generic": "the plan of action",
    "identity_document": "the identity document",
    "business_license": "the business license",
    "utility_bill": "the utility bill",
    "bank_statement": "the bank statement",
    "tax_document": "the tax document",
    "trademark_registration": "the trademark registration",
    "compliance_certificate": "the compliance certificate",
    "test_report": "the test report",
    "product_photos": "the product photos",
    "packaging_or_label_photos": "the photos of packaging or labels",
    "order_ids": "the order ids",
    "tracking_proof": "the tracking proof",
    "delivery_proof": "the proof of delivery",
    "related_account_details": "the details of the related account",
    "explanation_why_in_error": "the explanation why the decision was an error",
    "refund_or_removal_action": "the refund or removal action",
    "video_interview": "the video interview",
    "other": "what else was asked for",
}
_DE = {
    "invoice": "die Rechnungen",
    "receipt_or_order_confirmation": "die Quittungen oder Auftragsbestätigungen",
    "supplier_name": "der Name des Lieferanten",
    "supplier_phone": "die Telefonnummer des Lieferanten",
    "supplier_address": "die Anschrift des Lieferanten",
    "supplier_email": "die E-Mail-Adresse des Lieferanten",
    "supplier_website": "die Website des Lieferanten",
    "buyer_name": "der Name des Käufers",
    "buyer_phone": "die Telefonnummer des Käufers",
    "buyer_address": "die Anschrift des Käufers",
    "buyer_email": "die E-Mail-Adresse des Käufers",
    "buyer_website": "die Website des Käufers",
    "invoice_date": "das Rechnungsdatum",
    "item_description": "die Artikelbeschreibungen",
    "item_quantity": "die Artikelmengen",
    "letter_of_authorization": "das Autorisierungsschreiben",
    "rights_owner_retraction": "die Rücknahme durch den Rechteinhaber",
    "plan_root_cause": "die Ursache",
    "plan_corrective": "die ergriffenen Maßnahmen",
    "plan_preventive": "die vorbeugenden Maßnahmen",
    "plan_generic": "der Maßnahmenplan",
    "identity_document": "der Identitätsnachweis",
    "business_license": "die Gewerbeanmeldung",
    "utility_bill": "die Versorgerrechnung",
    "bank_statement": "der Kontoauszug",
    "tax_document": "das Steuerdokument",
    "trademark_registration": "die Markeneintragung",
    "compliance_certificate": "das Konformitätszertifikat",
    "test_report": "der Prüfbericht",
    "product_photos": "die Produktfotos",
    "packaging_or_label_photos": "die Fotos von Verpackung oder Etikett",
    "order_ids": "die Bestellnummern",
    "tracking_proof": "der Versandnachweis",
    "delivery_proof": "der Zustellnachweis",
    "related_account_details": "die Angaben zum verbundenen Konto",
    "explanation_why_in_error": "die Erklärung, warum die Entscheidung ein Irrtum war",
    "refund_or_removal_action": "die Erstattung oder Entfernung",
    "video_interview": "das Videogespräch",
    "other": "die weiteren angeforderten Angaben",
}
_JA = {
    "invoice": "請求書",
    "receipt_or_order_confirmation": "領収書または注文確認書",
    "supplier_name": "仕入先の名称",
    "supplier_phone": "仕入先の電話番号",
    "supplier_address": "仕入先の住所",
    "supplier_email": "仕入先のメールアドレス",
    "supplier_website": "仕入先のウェブサイト",
    "buyer_name": "購入者の名称",
    "buyer_phone": "購入者の電話番号",
    "buyer_address": "購入者の住所",
    "buyer_email": "購入者のメールアドレス",
    "buyer_website": "購入者のウェブサイト",
    "invoice_date": "請求書の日付",
    "item_description": "商品の明細",
    "item_quantity": "商品の数量",
    "letter_of_authorization": "承認書",
    "rights_owner_retraction": "権利者による申し立ての取り下げ",
    "plan_root_cause": "根本原因",
    "plan_corrective": "実施した対応",
    "plan_preventive": "再発防止策",
    "plan_generic": "改善計画",
    "identity_document": "本人確認書類",
    "business_license": "事業許可証",
    "utility_bill": "公共料金の請求書",
    "bank_statement": "銀行取引明細書",
    "tax_document": "税務書類",
    "trademark_registration": "商標登録",
    "compliance_certificate": "適合証明書",
    "test_report": "試験報告書",
    "product_photos": "商品の写真",
    "packaging_or_label_photos": "包装またはラベルの写真",
    "order_ids": "注文番号",
    "tracking_proof": "追跡記録",
    "delivery_proof": "配達証明",
    "related_account_details": "関連アカウントの詳細",
    "explanation_why_in_error": "決定が誤りである理由の説明",
    "refund_or_removal_action": "返金または在庫の返送・所有権の放棄",
    "video_interview": "ビデオ面談",
    "other": "その他の求められた事項",
}
_TEAMS = {
    "seller_performance": "Seller Performance",
    "product_quality": "Product Quality",
    "intellectual_property": "Intellectual Property",
    "verification": "Verification",
    "compliance": "Compliance",
    "account_health": "Account Health",
    "funds": "Funds",
}
_WANTED: Mapping[str, Mapping[str, str]] = {"en": _EN, "de": _DE, "ja": _JA}
_AND = {"en": (", ", " and "), "de": (", ", " und "), "ja": ("、", "、")}
_EXHIBIT = {"en": "Exhibit {}", "de": "Anlage {}", "ja": "添付{}"}
_EXHIBITS = {"en": "Exhibits 1 to {}", "de": "Anlagen 1 bis {}", "ja": "添付1〜{}"}


def wanted(what: str, lang: str) -> str:
    """What the marketplace asked for, in words."""
    return _WANTED[lang].get(what, what.replace("_", " "))


def shortened(labels: Sequence[str], lang: str) -> list[str]:
    """*labels* in their order, without an owner ("the supplier's") that the label before has named already."""
    owners = ("the supplier's ", "the buyer's ") if lang == "en" else ()
    short = []
    for before, label in zip(["", *labels], labels, strict=False):
        owner = next((o for o in owners if label.startswith(o) and before.startswith(o)), "")
        short.append(label.removeprefix(owner))
    return short


def team_name(team: str) -> str | None:
    """The team's proper name, None for one nobody named."""
    return _TEAMS.get(team)


def between(lang: str) -> tuple[str, str]:
    """What stands between the items of a list, and before the last."""
    return _AND[lang]


def exhibit(number: int, lang: str) -> str:
    """The *number*-th exhibit, in words."""
    return _EXHIBIT[lang].format(number)


def exhibits(count: int, lang: str) -> str:
    """All *count* exhibits (one or more), in words."""
    if count <= 2:
        return between(lang)[1].join(exhibit(n, lang) for n in range(1, count + 1))
    return _EXHIBITS[lang].format(count)
