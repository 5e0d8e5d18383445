"""Views: pages as pictures, for a person to look at."""

from redress.model.base import Noun


class View(Noun, frozen=True):
    """Page *number* from 0 as a picture of *media* type, *wide* by *high* (0 where it is not known), in base64."""

    number: int
    media: str
    wide: int
    high: int
    picture: str
