"""What all nouns have in common."""

import msgspec


class Noun(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A frozen, typed record that turns into JSON by its field names."""
