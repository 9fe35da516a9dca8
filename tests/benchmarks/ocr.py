"""How well scans are read, beside bare Tesseract on the same pictures: `python -m tests.benchmarks.ocr [LETTERS]`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pymupdf
import tesserocr
from rapidfuzz.distance import Levenshtein

from imr_desk.intake.read import read_letter
from imr_desk.letter.field import spec_of
from imr_desk.letter.geometry import Place
from imr_desk.letter.record import Record
from imr_desk.letter.text import LetterText, collapsed
from imr_desk.parser.parse import parse
from imr_desk.pdf.ocr_setup import LANGUAGE, tessdata
from imr_desk.samples.bulk import any_scan, any_variation
from imr_desk.samples.generate import SampleLetter, generate
from imr_desk.samples.plans.variation import Template
from tests.samples.misses import plain

LETTERS = 40
TEMPLATES = (Template.D1, Template.D2, Template.D3)
DPI = 200


@dataclass
class Arm:
    """One way of reading the scans, and how it has fared so far."""

    name: str
    seconds: float = 0.0
    letters: int = 0
    right: int = 0
    characters: int = 0
    wrong_characters: int = 0
    fields: int = 0
    right_fields: int = 0
    missed: Counter[str] = field(default_factory=Counter)

    def take(self, letter: SampleLetter, text: str, found: Record, seconds: float) -> None:
        """Count a letter."""
        true = collapsed(letter.text.text)
        core = [path for path in dict.fromkeys([*letter.truth, *found]) if spec_of(path).core]
        missed = [path for path in core if not same(letter, found, path)]
        self.seconds += seconds
        self.letters += 1
        self.right += not missed
        self.characters += len(true)
        self.wrong_characters += Levenshtein.distance(true, collapsed(text))
        self.fields += len(core)
        self.right_fields += len(core) - len(missed)
        self.missed.update(path for path in missed)

    def __str__(self) -> str:
        return (
            f"{self.name:<16} core letters right {self.right / self.letters:.3f}   "
            f"core fields right {self.right_fields / self.fields:.4f}   "
            f"character error {self.wrong_characters / self.characters:.4f}   "
            f"{self.seconds / self.letters:.2f} s a letter"
        )


def same(letter: SampleLetter, found: Record, path: str) -> bool:
    """Whether the field's value is right, as leniently as the labels are scored."""
    return plain(letter.truth.at(path).value) == plain(found.at(path).value)


def main(letters: int) -> None:
    """Print both arms' figures, and what the program's own missed."""
    program, bare, placed = Arm("IMR Desk"), Arm("bare Tesseract"), Places()
    tesseract = tesserocr.PyTessBaseAPI(path=f"{tessdata()}/", lang=LANGUAGE)
    for letter in scans(letters):
        started = time.perf_counter()
        reading = read_letter(letter.pdf, letter.file)
        program.take(letter, reading.text.text, reading.record, time.perf_counter() - started)
        placed.take(letter, reading.text, reading.record)
        started = time.perf_counter()
        text = bare_text(tesseract, letter.pdf)
        record = parse(LetterText(text, (), ())).record
        bare.take(letter, text, record, time.perf_counter() - started)
        for path in dict.fromkeys([*letter.truth, *reading.record]):
            if spec_of(path).core and not same(letter, reading.record, path):
                print(f"  {letter.seed} {path}: {letter.truth.at(path).value!r} read {reading.record.at(path).value!r}")
    print(program, bare, placed, sep="\n")
    print(f"time, IMR Desk to bare Tesseract: {program.seconds / bare.seconds:.2f}")


def scans(count: int) -> Iterator[SampleLetter]:
    for seed in range(count):
        template = TEMPLATES[seed % len(TEMPLATES)]
        yield generate(seed, any_variation(seed, template)).scanned(any_scan(seed, DPI))


def bare_text(tesseract: tesserocr.PyTessBaseAPI, pdf: bytes) -> str:
    """What Tesseract says of the pictures as they are in the file."""
    pages = []
    with pymupdf.open(stream=pdf) as document:
        for page in document:
            picture = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
            tesseract.SetImageBytes(picture.samples, picture.width, picture.height, 1, picture.stride)
            tesseract.SetSourceResolution(DPI)
            pages.append(tesseract.GetUTF8Text().strip())
    return "\f".join(pages)


@dataclass
class Places:
    """How many of the core fields that are printed were found where they stand."""

    fields: int = 0
    right: int = 0

    def take(self, letter: SampleLetter, text: LetterText, found: Record) -> None:
        """Count a letter."""
        for path in letter.truth:
            true, read = letter.truth.at(path).span, found.at(path).span
            if spec_of(path).core and true and read:
                self.fields += 1
                self.right += meet(letter.text.places(true), text.places(read))

    def __str__(self) -> str:
        return f"{'':<16} places right {self.right / self.fields:.4f}"


def meet(true: tuple[Place, ...], found: tuple[Place, ...]) -> bool:
    """Whether the two stand on the same page and cover each other's first line."""
    return any(one.page == other.page and one.rect.intersects(other.rect) for one in true[:1] for other in found)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS)
