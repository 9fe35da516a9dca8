"""Objects as lines of JSON, one a letter, and files that appear whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

_READABLE_BY_ALL = 0o644


def line(data: Mapping[str, object]) -> str:
    """The object on one line."""
    return json.dumps(data, ensure_ascii=False)


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write the lines to a file that takes its place at `path`, and what stood there before, only when it is whole.

    Raises OSError, and whatever making the lines raises; then what stood there before still stands.
    """
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as draft:
        try:
            draft.writelines(f"{each}\n" for each in lines)
            draft.flush()
            os.fsync(draft.fileno())
        except BaseException:
            draft.close()
            Path(draft.name).unlink()
            raise
    Path(draft.name).chmod(path.stat().st_mode if path.exists() else _READABLE_BY_ALL)
    Path(draft.name).replace(path)
