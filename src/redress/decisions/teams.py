"""Who made the decision."""

from redress.model.folder import Case
from redress.model.labels import Team
from redress.model.ledger import History

NEVER_PRODUCT_QUALITY = frozenset(
    ("ip_trademark", "ip_copyright", "ip_patent", "ip_unspecified", "identity_verification", "inform_act",
     "tax_or_bank_info", "related_accounts", "multiple_accounts", "restricted_product", "product_compliance")
)  # fmt: skip


def team_of(case: Case, history: History) -> Team:
    """The team the notice's marks name; unknown is "the team that made this decision".

    Intellectual property, identity and compliance never go to Product Quality.
    """
    notice = next((m.message for m in case.messages if m.source == history.notice), None)
    named = set(notice.violations) if notice is not None else set()
    if history.team == "product_quality" and named & NEVER_PRODUCT_QUALITY:
        return "unknown"
    return history.team
