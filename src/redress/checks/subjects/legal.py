"""A lawsuit that is under way, told from one that somebody might yet file."""

import re

# What a counter-notice sets going: "unless the rights owner files a lawsuit within 10 business days"
# (https://sellercentral.amazon.com/gp/help/external/help.html?itemID=202017130, read 2026-11-23).
MIGHT = re.compile(
    r"\b(?:unless|if|should|in case|until|may|might|could|whether|does not|do not|wenn|falls|sofern|es sei denn|könnte|"
    r"sauf si|si|à moins|salvo que|a menos que|se|a meno che|tenzij|indien)\b|場合|ない限り|除非|如果",
    re.IGNORECASE,
)
SUES = re.compile(
    r"\b(?:fil(?:e|es|ed|ing)|bring|brings|brought|seek|seeks|start|starts|commence\w*|take|takes|taking)\b[^.;]{0,40}"
    r"\b(?:lawsuit|legal action|court action|suit|litigation|court order)\b|\bsues?\b"
    r"|\b(?:Klage|Rechtsstreit)\b|\baction en justice\b|\bdemanda judicial\b|\bazione legale\b|訴訟|诉讼",
    re.IGNORECASE,
)
# A court that bears a name is one that somebody went to.
NAMED_COURT = re.compile(
    r"\b(?:District|Superior|Supreme|High|Circuit|County|Regional|Commercial|Federal|Intermediate|People's) Court\b"
    r"|\b(?:Land|Amts|Oberlandes|Bundes)gericht \w+|\b[Tt]ribunal (?:judiciaire|de |di )|\bJuzgado\b|地方裁判所|人民法院",
)


def only_possible(sentence: str) -> bool:
    """Whether *sentence* speaks only of a lawsuit that somebody may file, and of no court by its name."""
    return bool(SUES.search(sentence) and MIGHT.search(sentence)) and not NAMED_COURT.search(sentence)
