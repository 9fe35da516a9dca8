"""Files that appear whole or not at all."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.exchange.lines import write_whole


def broken() -> Iterator[str]:
    yield "one"
    raise OSError("the disk is gone")


def test_a_file_is_written_line_by_line_and_can_be_read_by_others(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write_whole(out, ["eins", "zwei ü"])
    assert out.read_bytes() == "eins\nzwei ü\n".encode()
    assert stat.S_IMODE(out.stat().st_mode) & 0o444 == 0o444


def test_a_file_that_could_not_be_written_whole_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before")

    with pytest.raises(OSError, match="gone"):
        write_whole(out, broken())
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]
