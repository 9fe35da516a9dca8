"""What the window remembers from one sitting to the next, in a small file beside the store."""

from __future__ import annotations

import json
import logging
from pathlib import Path

log = logging.getLogger(__name__)


class Remembered:
    """Words by name, kept in a JSON file; a file that cannot be read or written costs only the memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._words = _read(path)
        self._told = False

    def get(self, name: str, otherwise: str = "") -> str:
        """What is remembered under a name."""
        return self._words.get(name, otherwise)

    def keep(self, name: str, words: str) -> None:
        """Remember words under a name until `save` writes them down."""
        self._words[name] = words

    def save(self) -> bool:
        """Write everything down, whole or not at all; False where the folder takes no file."""
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(self._words, indent=1, sort_keys=True), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            self._tell(error)
            return False
        return True

    def _tell(self, error: OSError) -> None:
        """Say it once; what is kept now would have been kept again when the window closes."""
        if not self._told:
            self._told = True
            file, why = self._path, error.strerror
            log.warning(
                "The window's layout is not remembered: %s cannot be written (%s). Letters are safe.", file, why
            )


def _read(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        log.info("Nothing is remembered of an earlier sitting: %s", error)
        return {}
    return {name: str(words) for name, words in kept.items()} if isinstance(kept, dict) else {}
