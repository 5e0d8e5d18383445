"""The way from end to end: a folder -> readings -> findings -> decision -> letters.

The only room that knows all others: it starts the bounded child, keeps the cache of readings, and hands phrases to
readers, signatures to the pack loader and ladder entries to letters.
"""

from redress.casework.assess import assess
from redress.casework.assessed import Assessed, findings_in_the_way
from redress.casework.deciding import decide
from redress.casework.drafts import draft
from redress.casework.errors import CaseError

__all__ = ["Assessed", "CaseError", "assess", "decide", "draft", "findings_in_the_way"]
