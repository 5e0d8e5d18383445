"""Scans and photographs of made papers: a rendered page, turned, bent, dimmed and printed to a picture file."""

import random

import numpy as np  # type: ignore[import-not-found,unused-ignore]
from PIL import Image, ImageEnhance, ImageFilter

from .pictures import pictures, written

STRENGTHS = {"light": 0.35, "medium": 0.7, "heavy": 1.0}


def turned(image: Image.Image, degrees: float) -> Image.Image:
    """The picture turned by some degrees on a paper-white ground; whole quarter turns lose nothing."""
    if degrees % 90 == 0:
        return image.rotate(degrees, expand=True)
    return image.rotate(degrees, expand=True, fillcolor=(250, 250, 248), resample=Image.Resampling.BICUBIC)


def noisy(image: Image.Image, amount: float, seed: int) -> Image.Image:
    """The picture with grain of *amount* grey levels."""
    grain = np.random.default_rng(seed).normal(0, amount, (image.height, image.width, 1))
    return Image.fromarray(np.clip(np.asarray(image, dtype=np.float64) + grain, 0, 255).astype(np.uint8))


def shadowed(image: Image.Image, depth: float, seed: int) -> Image.Image:
    """The picture under a soft shadow falling from one side."""
    rng = np.random.default_rng(seed)
    across, down = np.linspace(-1, 1, image.width)[None, :], np.linspace(-1, 1, image.height)[:, None]
    angle = rng.uniform(0, 2 * np.pi)
    light = 1 - depth * np.clip((across * np.cos(angle) + down * np.sin(angle) + 1) / 2, 0, 1)
    return Image.fromarray((np.asarray(image, dtype=np.float64) * light[:, :, None]).astype(np.uint8))


def leaning(image: Image.Image, share: float, seed: int) -> Image.Image:
    """The picture as seen from aside: its corners moved inwards by up to *share* of its size."""
    rng = random.Random(seed)
    wide, high = image.size
    corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
    moved = [(abs(x - rng.uniform(0, share) * wide), abs(y - rng.uniform(0, share) * high)) for x, y in corners]
    lines, goal = [], []
    for (x, y), (u, v) in zip(moved, corners, strict=True):
        lines += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        goal += [u, v]
    found = np.linalg.solve(np.array(lines, dtype=np.float64), np.array(goal, dtype=np.float64))
    data = tuple(float(n) for n in found)
    return image.transform(
        image.size, Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC, fillcolor=(90, 84, 78)
    )


def degraded(image: Image.Image, seed: int, strength: str = "medium", quarter: int | None = None) -> Image.Image:
    """The picture as a poor machine or a telephone would have taken it; *quarter* turns by so many right angles."""
    rng, power = random.Random(f"scan/{seed}/{strength}"), STRENGTHS[strength]
    photo = rng.random() < 0.4
    if photo:
        image = leaning(image, 0.05 * power, seed)
        image = shadowed(image, 0.5 * power, seed)
    image = turned(image, rng.uniform(-3.5, 3.5) * power)
    if rng.random() < 0.6:
        image = image.filter(ImageFilter.GaussianBlur(0.9 * power))
    if rng.random() < 0.5:
        image = ImageEnhance.Contrast(image).enhance(1 - 0.5 * power)
    if rng.random() < 0.3:
        image = image.convert("L").convert("RGB")
    image = noisy(image, 14 * power * rng.random(), seed)
    turns = quarter if quarter is not None else rng.choice([0, 0, 0, 0, 1, 2, 3])
    return turned(image, 90.0 * turns) if turns else image


def scan(
    pdf: bytes, seed: int, form: str = "png", strength: str = "medium", *, dpi: int = 150, quarter: int | None = None
) -> bytes:
    """The paper *pdf* as a scan: every page degraded by *seed* and *strength*, written in *form*."""
    pages = [degraded(p, seed * 31 + i, strength, quarter) for i, p in enumerate(pictures(pdf, dpi))]
    rng = random.Random(f"quality/{seed}")
    return written(pages, form, quality=rng.choice([35, 55, 75]))
