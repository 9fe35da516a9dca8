"""Letters out of the tables: one with all that is known of it, its file, and which there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from types import MappingProxyType

from sqlite_utils import Database

from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState, Review
from imr_desk.letter.span import Span
from imr_desk.letter.text import NO_TEXT, LetterText
from imr_desk.letter.work import Work
from imr_desk.store.file import tables
from imr_desk.store.file.errors import NoSuchLetter, StoreDamaged
from imr_desk.store.file.jsontext import read_about
from imr_desk.store.file.packing import unpack_string, unpack_text
from imr_desk.store.file.seal import checked
from imr_desk.store.kept import values
from imr_desk.store.kept.stored import Duplicate, Stamp, Standing, StoredLetter, Unread


def letter_row(db: Database, letter_id: int) -> tables.Row:
    """The letter's own row; NoSuchLetter, or StoreDamaged."""
    for row in tables.rows(db, "SELECT * FROM letters WHERE id = ?", letter_id):
        return checked(row, _named(row))
    raise NoSuchLetter(f"The store has no letter {letter_id}.")


def load(db: Database, letter_id: int, *, with_text: bool = True) -> StoredLetter:
    """The letter with all that is known of it; NoSuchLetter, or StoreDamaged naming the letter.

    `with_text` False leaves the text empty, which takes by far the longest to unpack.
    """
    row = letter_row(db, letter_id)
    what = _named(row)
    with _undamaged(what):
        read, current = values.read_records(db, letter_id, what)
        return StoredLetter(
            id=letter_id,
            file=row["file"],
            state=LetterState(row["state"]),
            outcome=_failure(row) if row["failure"] else _reading(db, letter_id, what, read, with_text),
            record=current,
            highlights=_highlights(db, letter_id, what),
            acknowledged=_acknowledged(db, letter_id, what),
            work=_work(row),
            **{name: row[name] for name in ("added", "reviewed_by", "reviewed_at", "reason")},
        )


def standing(db: Database, letter_id: int) -> Standing:
    """Where the letter stands in the work; NoSuchLetter, or StoreDamaged."""
    row = letter_row(db, letter_id)
    review = Review(LetterState(row["state"]), row["reason"])
    return Standing(letter_id, row["file"], row["case_number"], review, _work(row))


def load_pdf(db: Database, letter_id: int) -> bytes:
    """The bytes of the letter's file, as they came; NoSuchLetter, or StoreDamaged naming the letter."""
    row = letter_row(db, letter_id)
    data = bytes(tables.scalar(db, "SELECT data FROM pdfs WHERE letter_id = ?", letter_id) or b"")
    if sha256(data).hexdigest() != row["sha256"]:
        raise StoreDamaged(
            f"The PDF of {_named(row)} is not as it came in: the disk or another program changed it. "
            "Its values are not affected; take the file from a backup or from where it was imported."
        )
    return data


def load_text(db: Database, letter_id: int) -> LetterText:
    """The letter's text with its places; NoSuchLetter, or StoreDamaged naming the letter."""
    what = _named(letter_row(db, letter_id))
    with _undamaged(what):
        for row in tables.whole_rows(db, "readings", letter_id, what):
            return unpack_text(row["text"])
        raise ValueError("no reading")


def same_content(db: Database, data: bytes) -> Duplicate | None:
    """The letter that these very bytes are in the store as."""
    for row in tables.rows(db, "SELECT id, file FROM letters WHERE sha256 = ?", sha256(data).hexdigest()):
        return Duplicate(row["id"], row["file"])
    return None


def unread(db: Database) -> Iterator[Unread]:
    """The letters that wait to be read, in the order they came in."""
    begun = (LetterState.IN_REVIEW, LetterState.POSTPONED)  # all of these are few, and the index by state finds them
    sql = "SELECT id, file FROM letters WHERE state IN (?, ?, ?, ?) AND failure = ? ORDER BY id"
    found = tables.rows(db, sql, LetterState.NEW, LetterState.READING, *begun, FailureKind.UNREAD)
    return (Unread(row["id"], row["file"]) for row in found)


def same_case(db: Database, letter_id: int) -> tuple[int, ...]:
    """The other letters that have the letter's case number, the oldest first."""
    number = letter_row(db, letter_id)["case_number"]
    sql = "SELECT id FROM letters WHERE case_number = ? AND case_number <> '' AND id <> ? ORDER BY id"
    return tuple(row["id"] for row in tables.rows(db, sql, number, letter_id))


def stamp(db: Database, letter_id: int) -> Stamp:
    """The last event of the letter and of each other letter of its case."""
    ids = (letter_id, *same_case(db, letter_id))
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT letter_id, max(id) AS last FROM events WHERE letter_id IN ({marks}) GROUP BY letter_id"
    return frozenset((row["letter_id"], row["last"]) for row in tables.rows(db, sql, *ids))


def count_read(db: Database, template: str) -> int:
    """How many letters of a template could be read."""
    return int(tables.scalar(db, f"SELECT count(*) {_READ}", template))


def ids_read(db: Database, template: str, most: int) -> tuple[int, ...]:
    """The letters of a template that could be read, the last to come in first."""
    return tuple(row["id"] for row in tables.rows(db, f"SELECT id {_READ} ORDER BY id DESC LIMIT ?", template, most))


def load_string(db: Database, letter_id: int) -> str:
    """The letter's text alone; StoreDamaged naming the letter."""
    what = _named(letter_row(db, letter_id))
    with _undamaged(what):
        for row in tables.whole_rows(db, "readings", letter_id, what):
            return unpack_string(row["text"])
        raise ValueError("no reading")


_READ = "FROM letters WHERE template = ? AND failure = ''"


def ids_in(db: Database, state: LetterState) -> tuple[int, ...]:
    """The letters in a state, the oldest first."""
    return tuple(row["id"] for row in tables.rows(db, "SELECT id FROM letters WHERE state = ? ORDER BY id", state))


def _reading(db: Database, letter_id: int, what: str, read: Record, with_text: bool) -> Reading:
    for row in tables.whole_rows(db, "readings", letter_id, what):
        return read_about(row["about"], unpack_text(row["text"]) if with_text else NO_TEXT, read)
    raise ValueError("no reading")


def _work(row: tables.Row) -> Work:
    return Work(row["priority"], row["assignee"])


def _failure(row: tables.Row) -> Failure:
    return Failure(row["file"], FailureKind(row["failure"]), row["failure_message"])


def _highlights(db: Database, letter_id: int, what: str) -> tuple[Highlight, ...]:
    found = (
        Highlight(row["id"], row["label"], Span(row["start"], row["end"]), row["memo"], row["suggested_by"])
        for row in tables.whole_rows(db, "highlights", letter_id, what)
    )
    return tuple(sorted(found, key=lambda one: (one.span, one.id)))


def _acknowledged(db: Database, letter_id: int, what: str) -> Mapping[str, str]:
    found = tables.whole_rows(db, "acknowledgements", letter_id, what)
    return MappingProxyType({row["finding"]: row["reason"] for row in found})


def _named(row: tables.Row) -> str:
    return f"Letter {row['id']} ({row['file']})"


@contextmanager
def _undamaged(what: str) -> Iterator[None]:
    """Turn what cannot be made sense of into StoreDamaged: a store may have come by mail with sealed nonsense."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreDamaged(
            f"{what} cannot be made sense of ({error}). The other letters are not affected; import its file again."
        ) from error
