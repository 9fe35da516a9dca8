"""Letters into the tables: a new one, a new reading of one, and what the queue and the search know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from sqlite_utils import Database

from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.reading import Failure, FailureKind, Matched, Reading
from imr_desk.letter.record import Record, blank_record
from imr_desk.letter.review import UNTOUCHED, LetterState
from imr_desk.letter.text import LetterText
from imr_desk.store.figures import facts
from imr_desk.store.file import tables
from imr_desk.store.file.jsontext import write_about
from imr_desk.store.file.packing import pack_text
from imr_desk.store.kept import lookup, values
from imr_desk.store.kept.stored import StoredLetter
from imr_desk.store.queue import search, waiting

Check = Callable[[LetterText, Record], Iterable[Finding]]
"""What finds fault with a record; see the room `checks`."""

OF_READING = UNTOUCHED | {LetterState.UNREADABLE}
"""The states that reading brings a letter into; all others are a person's doing."""


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


def replace_pdf(db: Database, letter_id: int, data: bytes) -> None:
    """Put a letter's bytes as they open without a password in the place of those that came."""
    update(db, letter_id, sha256=sha256(data).hexdigest())
    db.execute("UPDATE pdfs SET data = ? WHERE letter_id = ?", [data, letter_id])


def write_outcome(db: Database, letter_id: int, outcome: Reading | Failure, current: Record) -> None:
    """Put a reading, and the current record that goes with it, in the place of what the store has of the letter."""
    columns = _outcome_columns(outcome)
    if LetterState(lookup.letter_row(db, letter_id)["state"]) not in OF_READING:
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


def as_read(db: Database, letter_id: int, outcome: Reading | Failure) -> StoredLetter:
    """A letter that has just come in: nobody has touched it."""
    row = lookup.letter_row(db, letter_id)
    return StoredLetter(letter_id, row["file"], LetterState(row["state"]), outcome, record_of(outcome))


def summarise(db: Database, letter: StoredLetter, check: Check | None, before: StoredLetter | None = None) -> None:
    """Bring what the queue, the search, the charts and the batch check go by up to what the letter's values now say.

    Values that are the very ones of the letter `before` a change are not summed up again.
    """
    if before is None or not _says_the_same(before, letter):
        findings = tuple(_findings(letter, check))
        update(db, letter.id, **_summary(letter, findings))
        facts.write(db, letter, findings)
    search.index_notes(db, letter.id)
    waiting.bring_up(db, letter.id, letter.state, letter.record)


def update(db: Database, letter_id: int, **columns: str | int) -> None:
    """Put other values into columns of the letter's own row."""
    tables.change(db, "letters", lookup.letter_row(db, letter_id), columns)


_BLANK_SUMMARY = {"case_number": "", "decision_date": "", "items": 0, "attention": 0, "open_errors": 0}


def _summary(letter: StoredLetter, findings: Iterable[Finding]) -> Mapping[str, str | int]:
    return {
        "case_number": str(letter.record.at("header.case_number").value or ""),
        "decision_date": str(letter.record.at("header.decision_date").value or ""),
        "items": letter.record.count("items"),
        "attention": 0 if _is_to_be_read(letter.outcome) else len(letter.record.to_look_at),
        "open_errors": sum(
            finding.severity is Severity.ERROR and finding.key not in letter.acknowledged for finding in findings
        ),
    }


def _is_to_be_read(outcome: Reading | Failure) -> bool:
    """Whether what the record lacks is still to come."""
    return isinstance(outcome, Failure) and outcome.kind is FailureKind.UNREAD


def _says_the_same(before: StoredLetter, letter: StoredLetter) -> bool:
    states = {before.state, letter.state}
    counted_alike = len(states) == 1 or states.isdisjoint(facts.TELLING)
    return letter.record is before.record and letter.acknowledged is before.acknowledged and counted_alike


def _findings(letter: StoredLetter, check: Check | None) -> Iterable[Finding]:
    if isinstance(letter.outcome, Failure):
        return ()
    return check(letter.outcome.text, letter.record) if check else letter.outcome.findings


def _outcome_columns(outcome: Reading | Failure) -> dict[str, str | int]:
    if isinstance(outcome, Failure):
        state = LetterState.NEW if _is_to_be_read(outcome) else LetterState.UNREADABLE
        template, pages = "", 0
        failure, message = outcome.kind.value, outcome.message
    else:
        state, failure, message, pages = LetterState.TO_REVIEW, "", "", outcome.source.pages
        template = outcome.detection.template if isinstance(outcome.detection, Matched) else ""
    return {"state": state, "failure": failure, "failure_message": message, "template": template, "pages": pages}


def _next_id(db: Database) -> int:
    return int(tables.scalar(db, "SELECT coalesce(max(id), 0) + 1 FROM letters"))
