"""What can be wrong with a case as a whole: wrong use, told in one sentence."""


class CaseError(Exception):
    """The case cannot be opened; the text is one sentence naming the file and what would be right."""
