"""Reports a seller can download, invented rows under true headers: the exam of `readers.report`.

Headers: https://developer-docs.amazon.com/sp-api/docs/ (order-tracking-, returns-, fba-inventory-, fba-removals-,
settlement-reports-attributes, fba-customer-concessions-reports-attributes), read 2026-11-24; the date range
(transaction) reports of other languages as sellers' own scripts name their columns.
"""

from typing import NamedTuple


class Made(NamedTuple):
    """A report: its *text*, its *kind*, the (product, units) it tells, and the (what, order, reason, words) of complaints."""

    name: str
    text: str
    kind: str
    units: tuple[tuple[str, int], ...]
    events: tuple[tuple[str, str | None, str | None, str | None], ...] = ()


def tabs(*lines: str) -> str:
    return "\n".join(line.replace("|", "\t") for line in lines) + "\n"


def commas(*lines: str) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in line.split("|")) for line in lines) + "\n"


ORDER, OTHER = "111-0000001-0000001", "111-0000002-0000002"
TRANSACTIONS = {
    "en": ("date/time|settlement id|type|order id|sku|description|quantity|marketplace|product sales|total",
           "Jan 10, 2026 1:02:03 AM PST", "Order", "Refund", "Transfer"),
    "de": ("Datum/Uhrzeit|Abrechnungsnummer|Typ|Bestellnummer|SKU|Beschreibung|Menge|Marketplace|Umsätze|Gesamt",
           "10.01.2026 01:02:03 UTC", "Bestellung", "Erstattung", "Übertrag"),
    "fr": ("date/heure|numéro de versement|type|numéro de la commande|sku|description|quantité|Marketplace|ventes de produits|total",
           "10 janv. 2026 01:02:03 UTC", "Commande", "Remboursement", "Transfert"),
    "es": ("fecha y hora|identificador de pago|tipo|número de pedido|sku|descripción|cantidad|web de Amazon|ventas de productos|total",
           "10 ene 2026 1:02:03 UTC", "Pedido", "Reembolso", "Transferir"),
    "it": ("Data/Ora:|Numero pagamento|Tipo|Numero ordine|SKU|Descrizione|Quantità|Marketplace|Vendite|totale",
           "10 gen 2026 01:02:03 UTC", "Ordine", "Rimborso", "Trasferimento"),
    "ja": ("日付/時間|決済番号|トランザクションの種類|注文番号|SKU|説明|数量|Amazon 出品サービス|商品売上|合計",
           "2026/01/10 1:02:03JST", "注文", "返金", "振込み"),
}  # fmt: skip


def transactions(lang: str) -> Made:
    head, day, sale, refund, transfer = TRANSACTIONS[lang]
    return Made(
        f"transactions {lang}",
        commas(
            "Includes Amazon Marketplace transactions", head,
            f"{day}|1|{sale}|{ORDER}|S-1|Bottle|3|amazon|30|27",
            f"{day}|1|{refund}|{OTHER}|S-1|Bottle|1|amazon|-10|-9",
            f"{day}|1|{transfer}|||To your account|||0|-5",
        ),
        "sales", (("S-1", 3),), (("refunded", OTHER, None, None),),
    )  # fmt: skip


BUSINESS = {
    "en": "(Parent) ASIN|(Child) ASIN|Title|Sessions - Total|Units Ordered|Units Ordered - B2B|Ordered Product Sales",
    "de": "(Übergeordnete) ASIN|(Untergeordnete) ASIN|Titel|Sitzungen – Summe|Bestellte Einheiten|Bestellte Einheiten – B2B|Durch bestellte Produkte erzielter Umsatz",
    "fr": "ASIN (parent)|ASIN (enfant)|Titre|Sessions - Total|Unités commandées|Unités commandées - B2B|Ventes de produits commandés",
    "es": "ASIN (principal)|ASIN (secundario)|Título|Sesiones: Total|Unidades pedidas|Unidades pedidas - B2B|Ventas de productos pedidos",
    "it": "ASIN (principale)|ASIN (secondario)|Titolo|Sessioni - Totale|Unità ordinate|Unità ordinate - B2B|Vendite prodotto ordinato",
    "ja": "（親）ASIN|（子）ASIN|タイトル|セッション数 - 合計|注文された商品点数|注文点数 - B2B|注文商品の売上額",
}
REPORTS: tuple[Made, ...] = (
    *(transactions(lang) for lang in TRANSACTIONS),
    *(
        Made(f"business {lang}", commas(head, "B00PARENT0|B00EXAMPLE|Bottle|99|12|1|120.00", "B00PARENT0|B00EXAMPL2|Bottle|9|0|0|0"),
             "sales", (("B00EXAMPLE", 12), ("B00EXAMPL2", 0)))
        for lang, head in BUSINESS.items()
    ),
    Made(
        "all orders",
        tabs(
            "amazon-order-id|merchant-order-id|purchase-date|last-updated-date|order-status|fulfillment-channel|sales-channel|order-channel|"
            "ship-service-level|product-name|sku|asin|item-status|quantity|currency|item-price",
            f"{ORDER}||2026-01-10T12:00:00+00:00|2026-01-11T12:00:00+00:00|Shipped|Amazon|Amazon.com||Standard|Pipe 12\" wide|S-1|B00EXAMPLE|Shipped|2|USD|20",
            f"{OTHER}||2026-02-10T12:00:00+00:00|2026-02-10T12:00:00+00:00|Cancelled|Amazon|Amazon.com||Standard|Pipe|S-1|B00EXAMPLE|Cancelled|1|USD|",
        ),
        "sales", (("B00EXAMPLE", 2),),
    ),
    Made(
        "fulfilled shipments",
        tabs(
            "amazon-order-id|merchant-order-id|shipment-id|shipment-item-id|amazon-order-item-id|purchase-date|payments-date|shipment-date|sku|product-name|quantity-shipped|currency",
            f"{ORDER}||X|Y|1|2026-01-10T12:00:00+00:00|2026-01-10T12:00:00+00:00|2026-01-11T12:00:00+00:00|S-1|Pipe|2|USD",
        ),
        "sales", (("S-1", 2),),
    ),
    Made(
        "FBA customer returns",
        tabs(
            "return-date|order-id|sku|asin|fnsku|product-name|quantity|fulfillment-center-id|detailed-disposition|reason|status|license-plate-number|customer-comments",
            f"2026-01-20T00:00:00+00:00|{ORDER}|S-1|B00EXAMPLE|X001|Pipe|1|FC1|SELLABLE|NOT_AS_DESCRIBED|Unit returned to inventory|L1|It is not the brand",
            f"2026-01-21T00:00:00+00:00|{OTHER}|S-1|B00EXAMPLE|X001|Pipe|1|FC1|DEFECTIVE|DEFECTIVE||L2|",
        ),
        "returns", (("B00EXAMPLE", 1), ("B00EXAMPLE", 1)),
        (("returned", ORDER, "NOT_AS_DESCRIBED", "It is not the brand"), ("returned", OTHER, "DEFECTIVE", None)),
    ),
    Made(
        "seller fulfilled returns",
        tabs(
            "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Merchant RMA ID|Label type|ASIN|Merchant SKU|Item Name|Return quantity|Return Reason|In policy|Return type|Resolution|Order Amount|Order quantity|Refunded Amount",
            f"{ORDER}|10-Jan-2026|20-Jan-2026|Approved|R1||Prepaid|B00EXAMPLE|S-1|Pipe|1|AMZ-PG-BAD-DESC|Y|C-Returns|StandardRefund|20|2|10",
        ),
        "returns", (("B00EXAMPLE", 1),), (("returned", ORDER, "AMZ-PG-BAD-DESC", None),),
    ),
    Made(
        "replacements",
        tabs(
            "shipment-date|sku|asin|fulfillment-center-id|original-fulfillment-center-id|quantity|replacement-reason-code|replacement-amazon-order-id|original-amazon-order-id",
            f"2026-01-22T00:00:00+00:00|S-1|B00EXAMPLE|FC1|FC2|1|8|{OTHER}|{ORDER}",
        ),
        "returns", (("B00EXAMPLE", 1),), (("replaced", ORDER, "8", None),),
    ),
    Made(
        "ledger summary",
        commas(
            "Date|FNSKU|ASIN|MSKU|Title|Disposition|Starting Warehouse Balance|In Transit Between Warehouses|Receipts|Customer Shipments|Customer Returns|Vendor Returns|Ending Warehouse Balance|Unknown Events|Location",
            "01/31/2026|X|B00EXAMPLE|S-1|Pipe|SELLABLE|10|0|5|-3|1|0|13|0|US",
        ),
        "inventory", (("B00EXAMPLE", 13),),
    ),
    Made(
        "ledger detail",
        commas(
            "Date|FNSKU|ASIN|MSKU|Title|Event Type|Reference ID|Quantity|Fulfillment Center|Disposition|Reason|Country|Reconciled Quantity|Unreconciled Quantity",
            "01/31/2026|X|B00EXAMPLE|S-1|Pipe|Receipts|R1|7|FC1|SELLABLE||US|7|0",
        ),
        "inventory", (("B00EXAMPLE", 7),),
    ),
    Made(
        "received inventory",
        tabs("received-date|fnsku|sku|product-name|quantity|fba-shipment-id|fulfillment-center-id", "2026-01-05T00:00:00+00:00|X|S-1|Pipe|24|FBA1|FC1"),
        "inventory", (("S-1", 24),),
    ),
    Made(
        "FBA inventory",
        tabs("seller-sku|fulfillment-channel-sku|asin|condition-type|Warehouse-Condition-code|Quantity Available", "S-1|X|B00EXAMPLE|NewItem|SELLABLE|9"),
        "inventory", (("B00EXAMPLE", 9),),
    ),
    Made(
        "removal orders",
        tabs(
            "request-date|order-id|order-type|service-speed|order-status|last-updated-date|sku|fnsku|disposition|requested-quantity|cancelled-quantity|disposed-quantity|shipped-quantity|in-process-quantity|removal-fee|currency",
            "2026-02-01T00:00:00+00:00|R1|Return|Standard|Completed|2026-02-09T00:00:00+00:00|S-1|X|Sellable|5|1|0|4|0|2.5|USD",
        ),
        "removals", (("S-1", 4),),
    ),
    Made(
        "removal shipments",
        tabs(
            "request-date|order-id|shipment-date|sku|fnsku|disposition|shipped-quantity|carrier|tracking-number|removal-order-type",
            "2026-02-01T00:00:00+00:00|R1|2026-02-03T00:00:00+00:00|S-1|X|Sellable|4|C|T|Return",
        ),
        "removals", (("S-1", 4),),
    ),
    Made(
        "settlement",
        tabs(
            "settlement-id|settlement-start-date|settlement-end-date|deposit-date|total-amount|currency|transaction-type|order-id|merchant-order-id|adjustment-id|shipment-id|marketplace-name|"
            "amount-type|amount-description|amount|fulfillment-id|posted-date|posted-date-time|order-item-code|merchant-order-item-id|merchant-adjustment-item-id|sku|quantity-purchased|promotion-id",
            "1|01/01/2026|01/15/2026|01/17/2026|8.59|USD||||||||||||||||||",
            f"1|||||USD|Order|{ORDER}||||Amazon.com|ItemPrice|Principal|25.00|AFN|01/02/2026|2026-01-02 10:00:00 UTC|1|||S-1|2|",
            f"1|||||USD|Order|{ORDER}||||Amazon.com|ItemPrice|Tax|2.00|AFN|01/02/2026|2026-01-02 10:00:00 UTC|1|||S-1|2|",
            f"1|||||USD|Order|{ORDER}||||Amazon.com|ItemFees|Commission|-4.05|AFN|01/02/2026|2026-01-02 10:00:00 UTC|1|||S-1|2|",
            f"1|||||USD|Refund|{OTHER}||||Amazon.com|ItemPrice|Principal|-18.00|AFN|01/05/2026|2026-01-05 10:00:00 UTC|2|||S-1||",
            f"1|||||USD|Refund|{OTHER}||||Amazon.com|ItemPrice|Tax|-1.00|AFN|01/05/2026|2026-01-05 10:00:00 UTC|2|||S-1||",
        ),
        "sales", (("S-1", 2),), (("refunded", OTHER, None, None),),
    ),
    Made(
        "seller feedback",
        tabs(
            "Date|Rating|Comments|Your Response|Order ID|Rater Email",
            f"1/20/26|1|Fake, not the real brand||{ORDER}|x@marketplace.example",
            f"1/21/26|5|Great||{OTHER}|y@marketplace.example",
        ),
        "feedback", (),
        (("rated", ORDER, "1", "Fake, not the real brand"), ("rated", OTHER, "5", "Great")),
    ),
    Made(
        "feedback de",
        tabs("Datum|Bewertung|Kommentare|Ihre Antwort|Bestellnummer|E-Mail", f"20.01.2026|2|Nicht original||{ORDER}|x@marketplace.example"),
        "feedback", (), (("rated", ORDER, "2", "Nicht original"),),
    ),
    Made(
        "feedback ja",
        tabs("日付|評価|コメント|回答|注文番号|購入者のEメール", f"2026/1/20|1|偽物でした||{ORDER}|x@marketplace.example"),
        "feedback", (), (("rated", ORDER, "1", "偽物でした"),),
    ),
    Made(
        "buyer messages",
        commas("Order ID|Date|From|Subject|Message", f"{ORDER}|2026-01-19|Buyer|Is it real?|The label looks wrong, please help."),
        "messages", (), (("wrote", ORDER, "Is it real?", "The label looks wrong, please help."),),
    ),
    Made(
        "buyer messages fr",
        commas("Numéro de commande|Date|Expéditeur|Objet|Message", f"{ORDER}|19/01/2026|Acheteur|Produit|Ce n'est pas la marque"),
        "messages", (), (("wrote", ORDER, "Produit", "Ce n'est pas la marque"),),
    ),
    Made("any shop", commas("Order Number|Order date|SKU|Product|Qty|Total", "1001|2026-01-10|S-1|Pipe|2|20.00", "1002|2026-01-11|S-2|Jar|1|9.00"),
         "sales", (("S-1", 2), ("S-2", 1))),
    Made("any shop by line", commas("Name|Email|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku", "#1001|b@shop.example|2026-01-10 10:00:00 +0100|2|Pipe|10|S-1"),
         "sales", (("S-1", 2),)),
    Made("any shop de", "Bestellnummer;Bestelldatum;Artikelnummer;Artikelname;Anzahl;Preis\n1001;10.01.2026;S-1;Rohr;2;10,00\n", "sales", (("S-1", 2),)),
    Made("any shop fr", "Numéro de commande;Date de commande;Référence;Désignation;Quantité;Prix\n1001;10/01/2026;S-1;Tube;2;10,00\n", "sales", (("S-1", 2),)),
    Made("any shop es", "Número de pedido;Fecha del pedido;Referencia;Descripción;Cantidad;Precio\n1001;10/01/2026;S-1;Tubo;2;10,00\n", "sales", (("S-1", 2),)),
    Made("any shop it", "Numero ordine;Data ordine;Codice articolo;Descrizione;Quantità;Prezzo\n1001;10/01/2026;S-1;Tubo;2;10,00\n", "sales", (("S-1", 2),)),
    Made("any shop ja", "注文番号,注文日,商品コード,商品名,個数,単価\n1001,2026/01/10,S-1,パイプ,2,1000\n", "sales", (("S-1", 2),)),
    Made("an ASIN told by content", "id,product,Menge\n1,B00EXAMPLE,3\n2,B00EXAMPL2,1\n", "other", (("B00EXAMPLE", 3), ("B00EXAMPL2", 1))),
)  # fmt: skip
