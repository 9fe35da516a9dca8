"""Objects as lines of JSON, one a letter, and files that appear whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

_READABLE_BY_ALL = 0o644


def line(data: Mapping[str, object]) -> str:
    """The object on one line."""
    return json.dumps(data, ensure_ascii=False)


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write the lines to a file that takes its place at `path`, and what stood there before, only when it is whole.

    Raises OSError, and whatever making the lines raises; then what stood there before still stands.
    """
    with _whole(path) as draft:
        draft.writelines(f"{each}\n".encode() for each in lines)


def write_bytes_whole(path: Path, data: bytes) -> None:
    """Write a file in the same way; raises OSError."""
    with _whole(path) as draft:
        draft.write(data)


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes its place at `path` when the block ends well."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
        try:
            yield draft
            draft.flush()
            os.fsync(draft.fileno())
        except BaseException:
            with suppress(OSError):  # a full disk does not take what is still buffered either
                draft.close()
            Path(draft.name).unlink()
            raise
    Path(draft.name).chmod(path.stat().st_mode if path.exists() else _READABLE_BY_ALL)
    Path(draft.name).replace(path)
