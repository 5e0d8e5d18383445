"""Whether the extra `redress[ocr]` is there; asked without loading it."""

from functools import lru_cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as of_package

PACKAGES = ("rapidocr", "onnxruntime", "numpy", "pillow", "opencv-python-headless", "pi-heif")
INSTALL = 'pip install "redress[ocr]"'


@lru_cache(maxsize=1)
def version() -> str:
    """What reads pictures, with the versions a reading depends on; empty where the extra is not installed."""
    try:
        return " ".join(f"{name} {of_package(name)}" for name in PACKAGES)
    except PackageNotFoundError:
        return ""


def installed() -> bool:
    """Whether pictures can be read here."""
    return bool(version())
