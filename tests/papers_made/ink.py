"""Small pieces of Typst source: strings, styled text, stacks, grids."""

from collections.abc import Iterable


def quoted(text: str) -> str:
    """The text as a Typst string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def say(text: str, **style: str | float | int) -> str:
    """The text as a Typst expression, in the given style (size in points, weight, fill)."""
    if not style:
        return f"text({quoted(text)})"
    return f"text({_style(style)}, {quoted(text)})"


def _style(style: dict[str, str | float | int]) -> str:
    parts = []
    for key, value in style.items():
        if key in ("size", "tracking"):
            parts.append(f"{key}: {value}pt")
        elif key == "weight":
            parts.append(f'weight: "{value}"' if isinstance(value, str) else f"weight: {value}")
        elif key == "style":
            parts.append(f'style: "{value}"')
        else:
            parts.append(f"{key}: {value}")
    return ", ".join(parts)


def stack(lines: Iterable[str], gap: float = 4, align: str = "") -> str:
    """Expressions one under another."""
    body = ", ".join(lines) or "[]"
    made = f"stack(spacing: {gap}pt, {body})"
    return f"align({align}, {made})" if align else made


def grid(cells: Iterable[str], columns: str, gutter: str = "12pt", extra: str = "") -> str:
    """A grid of expressions."""
    more = f", {extra}" if extra else ""
    return f"grid(columns: {columns}, gutter: {gutter}{more}, {', '.join(cells)})"


def block(body: str, options: str = "") -> str:
    """A block around an expression."""
    return f"block({options + ', ' if options else ''}{body})"


def box(body: str, colour: str = "black", fill: str = "none", inset: float = 6) -> str:
    """A framed block as wide as its place."""
    return block(body, f"width: 100%, inset: {inset}pt, stroke: 0.6pt + {colour}, fill: {fill}")


def space(points: float) -> str:
    """Room between two pieces."""
    return f"v({points}pt)"


def rule(colour: str = "black", weight: float = 0.6) -> str:
    """A line across."""
    return f"line(length: 100%, stroke: {weight}pt + {colour})"


def logo(shape: int, colour: str, size: float = 26) -> str:
    """A mark drawn of shapes, without letters."""
    shapes = (
        f"circle(radius: {size / 2}pt, fill: {colour})",
        (
            f"stack(dir: ltr, rect(width: {size / 2}pt, height: {size}pt, fill: {colour}),"
            f" circle(radius: {size / 2}pt, stroke: 2pt + {colour}))"
        ),
        f"polygon(fill: {colour}, (0pt, {size}pt), ({size / 2}pt, 0pt), ({size}pt, {size}pt))",
        (
            f"stack(dir: ltr, spacing: 2pt, polygon(fill: {colour}, (0pt, {size}pt), ({size}pt, {size}pt), ({size}pt, 0pt)),"
            f" polygon(fill: {colour}.lighten(50%), (0pt, 0pt), ({size}pt, {size}pt), (0pt, {size}pt)))"
        ),
        f"rotate(45deg, square(size: {size * 0.7}pt, fill: {colour}))",
        f"ellipse(width: {size * 1.8}pt, height: {size}pt, stroke: 3pt + {colour})",
    )
    return shapes[shape % len(shapes)]
