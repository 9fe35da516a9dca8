"""The stores that were opened last, remembered from one sitting to the next."""

from __future__ import annotations

import json
from pathlib import Path

from imr_desk.ui.remembered import Remembered

KEPT = 8
_NAME = "stores"


class RecentStores:
    """Paths, the last one opened first."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered

    @property
    def paths(self) -> tuple[Path, ...]:
        """All that are remembered, whether they are still there or not."""
        try:
            kept = json.loads(self._remembered.get(_NAME, "[]"))
        except ValueError:
            return ()
        return tuple(Path(name) for name in kept if isinstance(name, str)) if isinstance(kept, list) else ()

    def note(self, path: Path) -> None:
        """This store has been opened."""
        here = path.absolute()
        self._keep((here, *(one for one in self.paths if one != here))[:KEPT])

    def forget(self, path: Path) -> None:
        """List this store no more; the file is left alone."""
        self._keep(tuple(one for one in self.paths if one != path))

    def _keep(self, paths: tuple[Path, ...]) -> None:
        self._remembered.keep(_NAME, json.dumps([str(path) for path in paths]))
        self._remembered.save()
