"""A letter's text and geometry as a few compressed arrays: no code is run by reading them, whoever sent the store."""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import Any, TypeAlias, TypeVar

from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word

VERSION = 1
"""Of the layout below: one byte, then deflated: a length, a JSON heading of that length, the arrays it lists."""
MAX_BYTES = 512 * 2**20
"""An unpacked letter larger than this is taken for damage, not for a letter."""

T = TypeVar("T")
Column: TypeAlias = "array[int] | array[float]"


def pack_text(text: LetterText) -> bytes:
    """The text with its pages, words and known character boxes."""
    words = text.words
    boxed = sorted(text.char_boxes)
    columns: dict[str, Column] = {
        "gap": _integers(_steps([word.span.start for word in words])),
        "length": _integers(len(word.span) for word in words),
        "page": _integers(_steps([word.page for word in words])),
        "line": _integers(_steps([word.line for word in words])),
        "rect": _reals(_corners(word.rect for word in words)),
        "boxed": _integers(boxed),
        "boxes": _integers(len(text.char_boxes[index]) for index in boxed),
        "box": _reals(_corners(chain.from_iterable(text.char_boxes[index] for index in boxed))),
    }
    heading = {
        "text": text.text,
        "pages": [[page.number, page.width, page.height, page.span.start, page.span.end] for page in text.pages],
        "columns": [[name, column.typecode, len(column)] for name, column in columns.items()],
    }
    head = json.dumps(heading, separators=(",", ":")).encode("ascii")
    body = b"".join(_little_endian(column).tobytes() for column in columns.values())
    return bytes([VERSION]) + zlib.compress(struct.pack("<Q", len(head)) + head + body)


@lru_cache(maxsize=8)
def unpack_text(packed: bytes) -> LetterText:
    """The inverse of `pack_text`; ValueError where the bytes are no packed text.

    A letter is read again with every change to it, its text the same: the last few are kept.
    """
    return _guarded(lambda: _unpacked(*_opened(packed)))


def unpack_string(packed: bytes) -> str:
    """The text alone, without its geometry, at a fraction of the cost; ValueError as with `unpack_text`."""
    return _guarded(lambda: str(_opened(packed)[0]["text"]))


def _opened(packed: bytes) -> tuple[dict[str, Any], bytes]:
    """The heading, and the bytes of the arrays."""
    if packed[:1] != bytes([VERSION]):
        raise ValueError(f"the layout {packed[:1].hex()} is unknown")
    data = _inflated(packed[1:])
    (head_length,) = struct.unpack_from("<Q", data)
    return json.loads(data[8 : 8 + head_length]), data[8 + head_length :]


def _unpacked(heading: dict[str, Any], arrays: bytes) -> LetterText:
    columns = _columns(heading["columns"], arrays)
    starts = accumulate(columns["gap"])
    rects = _rects(columns["rect"])
    rows = zip(starts, columns["length"], accumulate(columns["page"]), accumulate(columns["line"]), rects, strict=True)
    words = tuple(
        Word(Span(int(start), int(start + length)), int(page), int(line), rect)
        for start, length, page, line, rect in rows
    )
    boxes = _rects(columns["box"])
    char_boxes = {
        int(index): tuple(next(boxes) for _ in range(int(count)))
        for index, count in zip(columns["boxed"], columns["boxes"], strict=True)
    }
    pages = tuple(
        Page(number, width, height, Span(start, end)) for number, width, height, start, end in heading["pages"]
    )
    return LetterText(heading["text"], pages, words).with_char_boxes(char_boxes)


def _guarded(unpack: Callable[[], T]) -> T:
    try:
        return unpack()
    except (
        zlib.error,
        struct.error,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        StopIteration,
        RuntimeError,
    ) as error:
        raise ValueError(f"no packed text: {error}") from error


def _inflated(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    whole = inflater.decompress(data, MAX_BYTES)
    if not inflater.eof:
        raise ValueError("packed text cut short, or too large")
    return whole


def _columns(listed: Iterable[Sequence[object]], data: bytes) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    at = 0
    for name, typecode, length in listed:
        column: Column = array(str(typecode))
        size = int(str(length)) * column.itemsize
        column.frombytes(data[at : at + size])
        columns[str(name)] = _little_endian(column)
        at += size
    if at != len(data):
        raise ValueError("packed text with other arrays than its heading lists")
    return columns


def _steps(values: Sequence[int]) -> Iterator[int]:
    """The first value, then the difference of each to the one before: small numbers, which deflate well."""
    return chain(values[:1], (after - before for before, after in pairwise(values)))


def _integers(values: Iterable[int]) -> array[int]:
    return array("i", values)


def _reals(values: Iterable[float]) -> array[float]:
    """Single precision where that loses nothing, as with the coordinates PyMuPDF gives; else double."""
    exact = array("d", values)
    single = array("f", exact)
    return single if array("d", single) == exact else exact


def _corners(rects: Iterable[Rect]) -> Iterator[float]:
    return chain.from_iterable((rect.x0, rect.y0, rect.x1, rect.y1) for rect in rects)


def _rects(corners: Sequence[float]) -> Iterator[Rect]:
    each = iter(corners)
    return (Rect(*four) for four in zip(each, each, each, each, strict=True))


def _little_endian(column: Column) -> Column:
    """The array in the file's byte order, and back: its own inverse."""
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column
