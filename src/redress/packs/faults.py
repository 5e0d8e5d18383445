"""What is wrong with a pack, all of it at once."""

from collections.abc import Iterable


class PackError(Exception):
    """A pack does not hold together; the text names each file, the key in it, and what would be right."""

    def __init__(self, pack: str, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"pack {pack!r} does not hold together ({len(self.faults)} to mend):\n{lines}")


class Faults:
    """Faults found in one *file*, to be told together; *at* is put before each key."""

    def __init__(self, file: str, found: list[str] | None = None, at: str = "") -> None:
        self.file = file
        self.found: list[str] = [] if found is None else found
        self.at = at

    def add(self, key: str, says: str) -> None:
        """Note that *key* is wrong; *says* tells what would be right."""
        self.found.append(f"{self.file}: {self.at}{key}: {says}")

    def under(self, key: str) -> "Faults":
        """The same list, for the keys under *key*."""
        return Faults(self.file, self.found, f"{self.at}{key}.")
