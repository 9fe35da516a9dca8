"""What reading a letter yields: its text, its record and what was noticed on the way, or why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.record import Record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText


@dataclass(frozen=True, slots=True)
class Matched:
    """The letter is of a known template: which, the anchors that told so, and those that were missed."""

    template: str
    seen: tuple[str, ...]
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """No known template: the anchors that were seen all the same."""

    seen: tuple[str, ...] = ()


Detection = Matched | Unrecognised


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the letter, for its map: `header`, `reviewer`, `summary`, `items[2]`, `items[2].rationale`, ..."""

    name: str
    span: Span


class TextLayer(StrEnum):
    """Where the text came from."""

    EMBEDDED = "embedded"
    OCR = "ocr"
    NONE = "none"
    """A scan that has not been recognised: pictures only."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file: its name without folders, the SHA-256 of its bytes in hex, its pages, and where its text came from."""

    file: str
    sha256: str
    pages: int
    text_layer: TextLayer


@dataclass(frozen=True)
class Reading:
    """All that the program itself knows of a letter; a person's values are kept beside it, never in it."""

    source: Source
    text: LetterText
    detection: Detection
    parts: tuple[Part, ...]
    record: Record
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Highlight, ...] = ()


class FailureKind(StrEnum):
    """Why a letter could not be read."""

    NOT_A_PDF = "not_a_pdf"
    EMPTY_FILE = "empty_file"
    DAMAGED = "damaged"
    NEEDS_PASSWORD = "needs_password"
    NO_PAGES = "no_pages"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    CRASHED = "crashed"
    VANISHED = "vanished"
    NO_PERMISSION = "no_permission"
    NOT_A_FILE = "not_a_file"
    TOO_LARGE = "too_large"
    UNREAD = "unread"
    """Not yet: the letter is in the store, and its turn comes."""

    @property
    def no_letter(self) -> bool:
        """Whether there is nothing to keep: the file was never a letter."""
        return self in (FailureKind.NOT_A_PDF, FailureKind.EMPTY_FILE)


@dataclass(frozen=True, slots=True)
class Failure:
    """A letter that could not be read: why, and a whole sentence for the person (what happened, what to do)."""

    file: str
    kind: FailureKind
    message: str
