"""What the commands print: sentences for the person, lines for other programs, files that appear whole."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile


def say(sentence: str) -> None:
    """Tell the person, beside the output."""
    print(sentence, file=sys.stderr, flush=True)


def line(data: Mapping[str, object]) -> str:
    """The object on one line of JSON."""
    return json.dumps(data, ensure_ascii=False)


def print_lines(lines: Iterable[str]) -> None:
    """Print each line as soon as it is there."""
    for each in lines:
        print(each, flush=True)


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write the lines to a file that takes its place at `path`, and what stood there before, only when it is whole."""
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
    Path(draft.name).replace(path)
