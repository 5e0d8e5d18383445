"""Templates and said values -> paragraphs that know what they stand on."""

import re
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from redress.letters.errors import LetterError
from redress.letters.said import Said
from redress.model.letter import Paragraph

# A said value is wrapped in these while the template runs, so that it can be told from the template's own words.
_OPEN, _MID, _CLOSE = "\ue000", "\ue001", "\ue002"
_PLACED = "values placed so far"
_MARKED = re.compile(f"{_OPEN}(\\d+){_MID}(.*?){_CLOSE}", re.DOTALL)


class Rendered:
    """What a template made: *subject*, *paragraphs*, the gaps in them, and its own *wording* without any value."""

    def __init__(self, text: str, placed: list[Said]) -> None:
        """Cut *text* at its blank lines; *placed* are the values by their numbers."""
        blocks = [b for b in (_tidy(b) for b in re.split(r"\n\s*\n", text)) if _MARKED.sub(r"\2", b).strip()]
        self.wording = _MARKED.sub(" ", text)
        self.subject = _plain(blocks[0]) if blocks else ""
        self.paragraphs = tuple(_paragraph(b, placed) for b in blocks[1:])
        used = [placed[int(m[1])] for b in blocks for m in _MARKED.finditer(b)]
        self.missing = tuple(dict.fromkeys(s.gap for s in used if s.gap))


def render(template: str, values: Mapping[str, object]) -> Rendered:
    """*template* filled with *values*; the first paragraph is the subject.

    Raises `LetterError` where the template names a value nobody gave, or places one that is not a `Said`.
    """
    placed: list[Said] = []
    try:
        return Rendered(_compiled(template).render({**values, _PLACED: placed}), placed)
    except TemplateError as error:
        raise LetterError(f"the template cannot be filled: {error}") from error


@pass_context
def _mark(context: Context, value: object) -> str:
    if not isinstance(value, Said):
        raise LetterError(f"the template places {value!r}, which stands on nothing")
    placed: list[Said] = context[_PLACED]
    placed.append(value)
    return f"{_OPEN}{len(placed) - 1}{_MID}{value.text}{_CLOSE}"


_ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined, autoescape=False, finalize=_mark, trim_blocks=True, lstrip_blocks=True
)


@lru_cache(maxsize=64)
def _compiled(template: str) -> Template:
    return _ENVIRONMENT.from_string(template)


def _paragraph(block: str, placed: list[Said]) -> Paragraph:
    grounds = tuple(dict.fromkeys(s for m in _MARKED.finditer(block) for s in placed[int(m[1])].stands_on))
    return Paragraph(text=_plain(block), stands_on=grounds)


def _plain(block: str) -> str:
    return _MARKED.sub(r"\2", block).strip()


def _tidy(block: str) -> str:
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in block.strip().splitlines()]
    return "\n".join(line for line in lines if line)
