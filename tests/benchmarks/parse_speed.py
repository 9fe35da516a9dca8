"""Processor time of parsing beside the bare reading of the same letters, the two in turn; the goal is half of it.

usage: python tests/benchmarks/parse_speed.py [ROUNDS] [FOLDER_OF_PDFS]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time

from imr_desk.letter.text import LetterText
from imr_desk.parser.parse import parse
from imr_desk.pdf.document import opened
from imr_desk.samples.bulk import many
from tests.pdf.reading import read_text

GOAL = 0.5


def extract(letters: Sequence[bytes]) -> list[LetterText]:
    """The texts of the letters."""
    texts = []
    for data in letters:
        with opened(data) as document:
            texts.append(read_text(document))
    return texts


def main(rounds: int = 7, folder: Path | None = None) -> None:
    """Measure and print."""
    letters = [file.read_bytes() for file in sorted(folder.glob("*.pdf"))] if folder else [one.pdf for one in many(42)]
    texts = extract(letters)
    for text in texts:
        parse(text)
    pages = sum(len(text.pages) for text in texts)
    reading, parsing = [], []
    for _ in range(rounds):
        start = process_time()
        extract(letters)
        middle = process_time()
        for text in texts:
            parse(text)
        reading.append(middle - start)
        parsing.append(process_time() - middle)
    ratio = median(parse_time / read_time for parse_time, read_time in zip(parsing, reading, strict=True))
    print(f"{len(letters)} letters, {pages} pages, {rounds} rounds")
    print(f"reading the text {1000 * median(reading) / pages:6.2f} ms a page")
    print(f"parsing          {1000 * median(parsing) / pages:6.2f} ms a page")
    print(f"ratio            {ratio:6.2f}   goal {GOAL}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
