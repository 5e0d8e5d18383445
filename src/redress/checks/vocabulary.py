"""Every fact a rule may name: its kind, where it is known, and what it means."""

from redress.model.rule import RuleScope
from redress.model.signature import FactName, ValueKind

SUPPLIER_CONTACT = ("phone", "address", "website", "email")
BUYER = ("name", "address", "phone", "website")


def _fact(name: str, kind: ValueKind, scope: RuleScope, means: str) -> FactName:
    return FactName(name=name, kind=kind, scope=scope, means=means)


FACTS: tuple[FactName, ...] = (
    _fact("today", "date", "case", "the day the case is looked at"),
    _fact("case.asins", "words", "case", "the ASINs in question"),
    _fact("case.asins_known", "yes_no", "case", "whether any ASIN is told or cited"),
    _fact("case.asked", "words", "case", "what the ledger of asks holds, but what was withdrawn"),
    _fact("case.invoices_wanted", "yes_no", "case", "whether invoices are asked, or lie in the folder unasked"),
    _fact("case.seller_told", "yes_no", "case", "whether name and address of the account are told"),
    _fact("case.stances", "words", "case", "dispute, acknowledge: as told, else as the texts say"),
    _fact("case.stance_known", "yes_no", "case", "whether there is a stance"),
    _fact("case.sent_stances", "words", "case", "the stances of what was sent before"),
    _fact("case.submitted", "yes_no", "case", "whether anything was submitted"),
    _fact("case.plan_needed", "yes_no", "case", "whether a message asks for a plan or the seller acknowledges"),
    _fact("case.plan_parts", "words", "case", "the parts of a plan that are wanted"),
    _fact("case.plan_there", "yes_no", "case", "whether a plan is drafted or on record as sent"),
    _fact("case.paper_kinds", "words", "case", "the kinds of papers in the evidence folder"),
    _fact("case.supplier_ready", "yes_no", "case", "whether a past supplier was spoken to and confirms the sale"),
    _fact("case.legal", "yes_no", "case", "whether a message speaks of a court, a lawsuit or the police"),
    _fact("notice.violations", "words", "case", "what the notice in force names as violated"),
    _fact("notice.received", "date", "case", "the day the notice that asks for papers, else the one in force, reached the seller"),
    _fact("notice.latest_request", "date", "case", "the day of the latest message that asks for something"),
    _fact("notice.window_days", "whole", "case", "the period for invoices that the messages themselves name"),
    _fact("notice.accepted_file_types", "words", "case", "the file types the messages name as accepted; may be none"),
    _fact("notice.match_inventory", "yes_no", "case", "whether a message wants quantities to match the inventory"),
    _fact("notice.two_branches", "yes_no", "case", "whether other papers are asked of brand owners than of resellers"),
    _fact("notice.papers_asked", "yes_no", "case", "whether a message asks for papers"),
    _fact("notice.signals", "words", "case", "what in the notice makes an investigator ask whether it is genuine"),
    _fact("invoice.type", "text", "invoice", "invoice, receipt, order, proforma, ..."),
    _fact("invoice.date", "date", "invoice", "the day of issue printed"),
    _fact("invoice.has_date", "yes_no", "invoice", "whether a day of issue stands on it"),
    _fact("invoice.has_supplier_name", "yes_no", "invoice", "whether the supplier's name stands on it"),
    *(
        _fact(f"invoice.supplier_{field}_stated", "yes_no", "invoice", f"whether the supplier's {field} stands on it or beside it")
        for field in SUPPLIER_CONTACT
    ),
    *(
        _fact(f"invoice.buyer_{field}_likeness", "text", "invoice", f"how the buyer's {field} compares with the account's, or absent")
        for field in BUYER
    ),
    *(_fact(f"invoice.buyer_{field}", "text", "invoice", f"the buyer's {field} printed") for field in BUYER),
    _fact("invoice.rows", "whole", "invoice", "how many rows it has"),
    _fact("invoice.rows_without_description", "whole", "invoice", "rows that do not say what was bought"),
    _fact("invoice.rows_without_quantity", "whole", "invoice", "rows that do not say how many"),
    _fact("invoice.lines_sum", "number", "invoice", "the sum of the rows' totals"),
    _fact("invoice.subtotal", "number", "invoice", "the subtotal printed"),
    _fact("invoice.tax", "number", "invoice", "the tax printed"),
    _fact("invoice.total", "number", "invoice", "the total printed"),
    _fact("invoice.whole", "yes_no", "invoice", "whether all its pages could be read"),
    _fact("invoice.ending", "text", "invoice", "its file type, by content"),
    _fact("invoice.self_issued", "yes_no", "invoice", "whether supplier and seller bear one name"),
    _fact("invoice.signals", "words", "invoice", "what an investigator may ask about"),
    _fact("document.type", "text", "document", "authorization, utility_bill, ..., or unreadable"),
    _fact("document.issued", "date", "document", "the day of issue printed"),
    _fact("document.holds", "words", "document", "the terms of an authorization that stand in it"),
    _fact("document.doubtful", "words", "document", "the terms that could not be told"),
    _fact("document.whole", "yes_no", "document", "whether all its pages could be read"),
    _fact("document.letterhead", "yes_no", "document", "whether it bears a letterhead"),
    _fact("document.ending", "text", "document", "its file type, by content"),
    _fact("asin.covered", "yes_no", "asin", "whether a row of an invoice is this ASIN"),
    _fact("asin.sold", "whole", "asin", "units sold in the window"),
    _fact("asin.sold_otherwise", "whole", "asin", "a second figure for units sold that differs"),
    _fact("asin.invoiced", "number", "asin", "units on invoices in the window"),
    _fact("asin.invoiced_before", "number", "asin", "units on invoices older than the window"),
    _fact("asin.on_hand", "whole", "asin", "units on hand"),
    _fact("asin.sales_record", "yes_no", "asin", "whether a sales report speaks of it"),
    _fact("asin.role_told", "yes_no", "asin", "whether the seller's role is told: brand owner, authorised or reseller"),
    _fact("plan.parts", "words", "plan", "the parts in which the text says anything"),
    _fact("plan.root_cause", "yes_no", "plan", "whether it says why"),
    _fact("plan.corrective", "yes_no", "plan", "whether it says what was done"),
    _fact("plan.preventive", "yes_no", "plan", "whether it says what keeps it from happening again"),
    _fact("plan.gaps", "whole", "plan", "gaps left by a template"),
    _fact("plan.asins", "words", "plan", "the ASINs it names"),
    _fact("plan.stances", "words", "plan", "the stances it takes"),
    _fact("plan.admissions", "whole", "plan", "sentences that would admit another violation"),
    _fact("plan.draft", "yes_no", "plan", "whether it is yet to be sent: it is not word for word what was sent before"),
    _fact("submission.on_record", "yes_no", "submission", "whether what was sent is on record"),
    _fact("submission.on", "date", "submission", "the day it was sent"),
    _fact("ask.state", "text", "ask", "where the ask stands in the ledger"),
    _fact("ask.what", "text", "ask", "what is asked"),
    _fact("ask.untold", "yes_no", "ask", "whether a paper leaves it unknown and none lacks it for certain"),
    _fact("reply.meaningful", "yes_no", "reply", "whether it names a defect or a new thing to send"),
    _fact("reply.on", "date", "reply", "the day it came"),
    _fact("deadline.state", "text", "deadline", "stated or ambiguous"),
    _fact("deadline.quote", "text", "deadline", "the words of the message"),
    _fact("gate.complete", "yes_no", "gate", "whether a complete submission is on record"),
    _fact("gate.reply_since", "yes_no", "gate", "whether a reply came since the last submission"),
    _fact("gate.no_meaningful_reply", "yes_no", "gate", "whether the replies since then told nothing new"),
    _fact("gate.last_submission", "date", "gate", "the day of the last submission"),
    _fact("gate.shows_as_filed", "yes_no", "gate", "whether somebody saw that the submission shows as filed"),
    _fact("gate.notifications_read", "yes_no", "gate", "whether somebody read the account's notifications since then"),
    _fact("gate.likeness", "whole", "gate", "how like the drafted text is to what was sent before, of 100"),
    _fact("gate.new_papers", "yes_no", "gate", "whether a paper is in the folder that was not sent before"),
)  # fmt: skip
