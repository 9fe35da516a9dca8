"""Files that appear whole or not at all."""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.exchange.lines import write_bytes_whole, write_whole
from imr_desk.exchange.sheet import as_csv


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


def test_bytes_are_written_whole_in_the_place_of_what_stood_there(tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    out.write_bytes(b"before")
    write_bytes_whole(out, b"\x89PNG")
    assert out.read_bytes() == b"\x89PNG"
    assert list(tmp_path.iterdir()) == [out]


def test_a_table_is_read_back_as_it_was(tmp_path: Path) -> None:
    rows = [("a, b", 'say "so"', 1, 0.25, None), ("ü\nnext", "", 2, 1.0, "")]
    data = as_csv(("one", "two", "three", "four", "five"), rows)
    back = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert back == [
        ["one", "two", "three", "four", "five"],
        ["a, b", 'say "so"', "1", "0.25", ""],
        ["ü\nnext", "", "2", "1.0", ""],
    ]
