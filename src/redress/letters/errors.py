"""The one error of this room: a template that says what it may not."""


class LetterError(Exception):
    """A template has a bug: it places something ungrounded, uses a forbidden word, or runs over its length."""
