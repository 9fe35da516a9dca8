"""What is packed comes back the same, and nonsense is refused."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText
from imr_desk.store.file.jsontext import read_about, read_entry, write_about, write_entry
from imr_desk.store.file.packing import pack_text, unpack_text
from tests.making import letter_text
from tests.store.drawing import boxed_texts, readings


@given(boxed_texts())
def test_a_packed_text_comes_back_the_same(text: LetterText) -> None:
    assert unpack_text(pack_text(text)) == text


@given(readings())
def test_a_written_reading_comes_back_the_same(reading) -> None:
    assert read_about(write_about(reading), reading.text, reading.record) == reading
    assert Record({p: read_entry(write_entry(e)) for p, e in reading.record.entries.items()}) == reading.record


@given(boxed_texts(), st.integers(0), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_harmless(text: LetterText, at: int, flip: int) -> None:
    packed = bytearray(pack_text(text))
    packed[at % len(packed)] ^= flip
    with suppress(ValueError):
        assert unpack_text(bytes(packed)) == text


@pytest.mark.parametrize("packed", [b"", b"\x01", b"\x02" + zlib.compress(b"{}"), b"\x01" + zlib.compress(b"x" * 9)])
def test_what_is_no_packed_text_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"layout|packed"):
        unpack_text(packed)


def test_an_ordinary_page_packs_to_a_few_bytes_a_word() -> None:
    text = letter_text("\n".join(["The quick brown fox jumps over the lazy dog"] * 40))
    assert len(pack_text(text)) < 12 * len(text.words)
