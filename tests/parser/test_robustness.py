"""Any text at all yields a record: letters damaged in every way, and no letters at all."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.field import is_field
from imr_desk.letter.record import blank_record
from imr_desk.samples.mutation import mutated
from tests.parser.test_letters_of_2013 import NOTICE, REVIEW
from tests.parser.writing import Item, letter, read

LETTERS = (letter("Norco 10/325mg #120: Upheld", "MRI of the neck: Overturned"), NOTICE, REVIEW)
STRANGE = "\u00e9\u200b\ufffd\U0001f600\u0130\u2028\x00\t\u00a0:()[]#%*?+\\"


def strew(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(STRANGE) * rng.randint(1, 40) + text[at:]


def break_a_line(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(("\n", "\n\n", "\f")) + text[at:]


def damaged(seed: int) -> str:
    """One of the letters, damaged as copying and scanning do, then strewn with signs and broken anew."""
    rng = Random(seed)
    return break_a_line(strew(mutated(rng.choice(LETTERS), rng), rng), rng)


def holds(text: str) -> bool:
    """Whether the reading has only fields that letters have, each within the text, and every single one of them."""
    record = read(text).record
    within = all(entry.span.end <= len(text) for entry in record.entries.values() if entry.span)
    return within and all(map(is_field, record)) and set(blank_record()) <= set(record)


@pytest.mark.parametrize("hundred", range(4))
def test_damaged_letters_are_read_and_every_span_lies_in_the_text(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        assert holds(damaged(seed)), seed


@given(st.text(max_size=400))
def test_any_text_yields_a_record(text: str) -> None:
    assert holds(text)


@given(
    st.lists(
        st.sampled_from([*LETTERS[0].split("\n"), "", "\f", "Upheld", "x: Upheld", "(1)", "Page(s): 1-"]), max_size=60
    )
)
def test_any_order_of_a_letters_lines_yields_a_record(lines: list[str]) -> None:
    assert holds("\n".join(lines))


@pytest.mark.parametrize("sign", [" ", "-", "(", "\n", "a", "1", "1 ", "x x ", "not ", ": ", "1.", "#"])
def test_long_runs_of_one_sign_are_read(sign: str) -> None:
    assert holds("IMR ISSUES, DECISIONS AND RATIONALES\n" + sign * (20_000 // len(sign)))


@pytest.mark.parametrize("clause", ["Non-MTUS Citation ODG, Shoulder Chapter, ", "MTUS "])
@pytest.mark.parametrize("entry", ["", "MRI, Knee Chapter", "Foo 2004, and Bar", "Opioids"])
def test_a_guideline_of_thousands_of_entries_is_read(clause: str, entry: str) -> None:
    words = letter(Item("MRI of the neck: Upheld", maximus=f"Decision based on {clause}{', '.join([entry] * 3_000)}."))
    assert any("citations" in path for path in read(words).record)
