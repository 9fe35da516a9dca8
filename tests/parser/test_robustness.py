"""Any text at all yields a record: letters damaged in every way, and no letters at all."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.path import pattern
from tests.parser.test_letters_of_2013 import NOTICE, REVIEW
from tests.parser.writing import letter, read

LETTERS = (letter("Norco 10/325mg #120: Upheld", "MRI of the neck: Overturned"), NOTICE, REVIEW)
STRANGE = "\u00e9\u200b\ufffd\U0001f600\u0130\u2028\x00\t\u00a0:()[]#%*?+\\"
Damage = Callable[[str, Random], str]


def lose_a_line(text: str, rng: Random) -> str:
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def swap_lines(text: str, rng: Random) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def double_a_line(text: str, rng: Random) -> str:
    lines = text.split("\n")
    lines.insert(rng.randrange(len(lines)), rng.choice(lines))
    return "\n".join(lines)


def cut(text: str, rng: Random) -> str:
    return text[: rng.randrange(len(text) + 1)] if rng.random() < 0.5 else text[rng.randrange(len(text) + 1) :]


def misspell(text: str, rng: Random) -> str:
    at = rng.randrange(max(1, len(text)))
    return text[:at] + rng.choice("abcxyz") + text[at + rng.randint(0, 2) :]


def strew(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(STRANGE) * rng.randint(1, 40) + text[at:]


def break_a_line(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(("\n", "\n\n", "\f")) + text[at:]


DAMAGES: tuple[Damage, ...] = (lose_a_line, swap_lines, double_a_line, cut, misspell, strew, break_a_line)


def damaged(seed: int) -> str:
    """One of the letters with one to eight damages."""
    rng = Random(seed)
    text = rng.choice(LETTERS)
    for _ in range(rng.randint(1, 8)):
        text = rng.choice(DAMAGES)(text, rng) or "."
    return text


@pytest.mark.parametrize("hundred", range(4))
def test_damaged_letters_are_read_and_every_span_lies_in_the_text(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        text = damaged(seed)
        record = read(text).record
        spans = [entry.span for entry in record.entries.values() if entry.span]
        assert all(span.end <= len(text) for span in spans), seed
        assert all(pattern(path) for path in record), seed


@given(st.text(max_size=400))
def test_any_text_yields_a_record(text: str) -> None:
    parsed = read(text)
    assert len(parsed.record) > 0


@given(
    st.lists(
        st.sampled_from([*LETTERS[0].split("\n"), "", "\f", "Upheld", "x: Upheld", "(1)", "Page(s): 1-"]), max_size=60
    )
)
def test_any_order_of_a_letters_lines_yields_a_record(lines: list[str]) -> None:
    assert read("\n".join(lines)).record is not None


@pytest.mark.parametrize("count", [20_000])
def test_long_runs_of_one_sign_cost_no_more_than_their_length(count: int) -> None:
    for sign in (" ", "-", "(", "\n", "a", "1", "1 ", "x x ", "not ", ": ", "1.", "#"):
        read("IMR ISSUES, DECISIONS AND RATIONALES\n" + sign * (count // len(sign)))
