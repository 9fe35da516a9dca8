"""The sample letters that the desk is tried with."""

from __future__ import annotations

import re

from imr_desk.letter.entry import Found
from imr_desk.pdf.document import opened
from imr_desk.samples.demo import demo_letters
from tests.pdf.reading import read_text

LETTERS = demo_letters()


def counts() -> set[int]:
    return {letter.truth.count("items") for letter in LETTERS}


def decisions(letter) -> set[object]:
    return {letter.truth.at(f"{item}.decision").value for item in letter.truth.each("items")}


def told(path: str) -> list[bool]:
    """For each letter, whether it has such a field."""
    pattern = re.compile(path)
    return [
        any(pattern.fullmatch(p) and isinstance(e.outcome, Found) for p, e in one.truth.entries.items())
        for one in LETTERS
    ]


def test_there_are_a_dozen_with_names_of_their_own() -> None:
    assert len({letter.file for letter in LETTERS}) == len(LETTERS) == 12


def test_case_numbers_are_of_a_range_that_no_real_letter_has() -> None:
    assert all(re.fullmatch(r"CM1\d-9\d{6}\.pdf", letter.file) for letter in LETTERS)


def test_they_have_one_to_twelve_items() -> None:
    assert {1, 12} <= counts()


def test_all_upheld_all_overturned_and_mixed_letters_are_among_them() -> None:
    assert {frozenset(decisions(letter)) for letter in LETTERS} == {
        frozenset({"upheld"}),
        frozenset({"overturned"}),
        frozenset({"upheld", "overturned"}),
    }


def test_a_modification_a_compound_and_a_letter_without_header_are_among_them() -> None:
    assert any(told(r"items\[\d+\]\.modification\.disputed"))
    assert any(told(r"items\[\d+\]\.medication\.ingredients\[1\]"))
    assert not all(told(r"header\.case_number"))


def test_only_the_last_is_a_scan() -> None:
    def words(pdf: bytes) -> int:
        with opened(pdf) as document:
            return len(read_text(document).words)

    assert [words(letter.pdf) > 0 for letter in LETTERS] == [True] * 11 + [False]
