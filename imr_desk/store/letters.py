"""Letters in and out of the tables: a letter's own row, its file, its reading, and all that hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from types import MappingProxyType

from sqlite_utils import Database

from imr_desk.letter.attention import fields_needing_attention
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, FailureKind, Matched, Reading
from imr_desk.letter.record import Record, blank_record
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.store import search, tables, values
from imr_desk.store.errors import NoSuchLetter, StoreDamaged
from imr_desk.store.jsontext import read_about, write_about
from imr_desk.store.packing import pack_text, unpack_text
from imr_desk.store.seal import checked
from imr_desk.store.stored import Duplicate, StoredLetter

Check = Callable[[LetterText, Record], Iterable[Finding]]
"""What finds fault with a record; see the room `checks`."""

UNTOUCHED = frozenset({LetterState.NEW, LetterState.READING, LetterState.TO_REVIEW, LetterState.UNREADABLE})
"""The states that reading brings a letter into; all others are a person's doing."""


def letter_row(db: Database, letter_id: int) -> tables.Row:
    """The letter's own row; NoSuchLetter, or StoreDamaged."""
    for row in tables.rows(db, "SELECT * FROM letters WHERE id = ?", letter_id):
        return checked(row, _named(row))
    raise NoSuchLetter(f"The store has no letter {letter_id}.")


def load(db: Database, letter_id: int) -> StoredLetter:
    """The letter with all that is known of it; NoSuchLetter, or StoreDamaged naming the letter."""
    row = letter_row(db, letter_id)
    what = _named(row)
    with _undamaged(what):
        read, current = values.read_records(db, letter_id, what)
        return StoredLetter(
            id=letter_id,
            file=row["file"],
            state=LetterState(row["state"]),
            outcome=_failure(row) if row["failure"] else _reading(db, letter_id, what, read),
            record=current,
            highlights=_highlights(db, letter_id, what),
            acknowledged=_acknowledged(db, letter_id, what),
            **{name: row[name] for name in ("added", "reviewed_by", "reviewed_at", "reason", "priority", "assignee")},
        )


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


def same_content(db: Database, data: bytes) -> Duplicate | None:
    """The letter that these very bytes are in the store as."""
    for row in tables.rows(db, "SELECT id, file FROM letters WHERE sha256 = ?", sha256(data).hexdigest()):
        return Duplicate(row["id"], row["file"])
    return None


def same_case(db: Database, letter_id: int) -> tuple[int, ...]:
    """The other letters that have the letter's case number, the oldest first."""
    number = letter_row(db, letter_id)["case_number"]
    sql = "SELECT id FROM letters WHERE case_number = ? AND case_number <> '' AND id <> ? ORDER BY id"
    return tuple(row["id"] for row in tables.rows(db, sql, number, letter_id))


def ids_in(db: Database, state: LetterState) -> tuple[int, ...]:
    """The letters in a state, the oldest first."""
    return tuple(row["id"] for row in tables.rows(db, "SELECT id FROM letters WHERE state = ? ORDER BY id", state))


def insert(db: Database, data: bytes, file: str, outcome: Reading | Failure, added: str) -> int:
    """Put a new letter in; its number."""
    row = {
        "sha256": sha256(data).hexdigest(),
        "file": file,
        "added": added,
        "reason": "",
        "reviewed_by": "",
        "reviewed_at": "",
        "priority": 0,
        "assignee": "",
        **_outcome_columns(outcome),
    }
    letter_id = tables.add(db, "letters", {"id": _next_id(db), **row, **_BLANK_SUMMARY})
    tables.add_unsealed(db, "pdfs", {"letter_id": letter_id, "data": data})
    write_outcome(db, letter_id, outcome, record_of(outcome))
    return letter_id


def write_outcome(db: Database, letter_id: int, outcome: Reading | Failure, current: Record) -> None:
    """Put a reading, and the current record that goes with it, in the place of what the store has of the letter."""
    columns = _outcome_columns(outcome)
    if LetterState(letter_row(db, letter_id)["state"]) not in UNTOUCHED:
        columns.pop("state")
    update(db, letter_id, **columns)
    text = outcome.text.text if isinstance(outcome, Reading) else None
    search.index_text(db, letter_id, search.text_of(db, letter_id), text)
    if isinstance(outcome, Reading):
        about = {"letter_id": letter_id, "about": write_about(outcome), "text": pack_text(outcome.text)}
        tables.put(db, "readings", about)
    else:
        tables.take_out(db, "readings", letter_id=letter_id)
    values.write_records(db, letter_id, record_of(outcome), current)


def record_of(outcome: Reading | Failure) -> Record:
    """What the parser read; nothing at all of a letter that could not be read."""
    return outcome.record if isinstance(outcome, Reading) else blank_record()


def summarise(db: Database, letter: StoredLetter, check: Check | None) -> None:
    """Bring what the queue shows and the search finds up to what the letter's values now say."""
    update(db, letter.id, **_summary(letter, check))
    search.index_notes(db, letter)


def update(db: Database, letter_id: int, **columns: str | int) -> None:
    """Put other values into columns of the letter's own row."""
    row = {column: cell for column, cell in letter_row(db, letter_id).items() if column != "seal"}
    tables.change(db, "letters", {**row, **columns})


_BLANK_SUMMARY = {"case_number": "", "decision_date": "", "items": 0, "attention": 0, "open_errors": 0}


def _summary(letter: StoredLetter, check: Check | None) -> Mapping[str, str | int]:
    return {
        "case_number": str(letter.record.at("header.case_number").value or ""),
        "decision_date": str(letter.record.at("header.decision_date").value or ""),
        "items": letter.record.count("items"),
        "attention": len(fields_needing_attention(letter.record)),
        "open_errors": sum(
            finding.severity is Severity.ERROR and finding.key not in letter.acknowledged
            for finding in _findings(letter, check)
        ),
    }


def _findings(letter: StoredLetter, check: Check | None) -> Iterable[Finding]:
    if isinstance(letter.outcome, Failure):
        return ()
    return check(letter.outcome.text, letter.record) if check else letter.outcome.findings


def _outcome_columns(outcome: Reading | Failure) -> dict[str, str | int]:
    if isinstance(outcome, Failure):
        state, template, pages = LetterState.UNREADABLE, "", 0
        failure, message = outcome.kind.value, outcome.message
    else:
        state, failure, message, pages = LetterState.TO_REVIEW, "", "", outcome.source.pages
        template = outcome.detection.template if isinstance(outcome.detection, Matched) else ""
    return {"state": state, "failure": failure, "failure_message": message, "template": template, "pages": pages}


def _next_id(db: Database) -> int:
    return int(tables.scalar(db, "SELECT coalesce(max(id), 0) + 1 FROM letters"))


def _reading(db: Database, letter_id: int, what: str, read: Record) -> Reading:
    for row in tables.whole_rows(db, "readings", letter_id, what):
        return read_about(row["about"], unpack_text(row["text"]), read)
    raise ValueError("no reading")


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
