"""Letters on their way in: kept as they come, read when their turn is, and read again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.review import DONE, LetterState
from imr_desk.store import backlog, letters
from imr_desk.store.figures import judging, learning
from imr_desk.store.file import moment, tables
from imr_desk.store.kept import history, lookup, values
from imr_desk.store.kept.history import Act
from imr_desk.store.kept.stored import Added, Duplicate, StoredLetter, Unread
from imr_desk.store.sampling import Sampling


class ReadingIn(Sampling):
    """Takes letters, and what reading them yields."""

    def add(self, data: bytes, file: str, outcome: Reading | Failure, who: str) -> Added | Duplicate:
        """Put a letter in: its bytes, its file name without folders, and what reading it yielded.

        One that is not read yet, `FailureKind.UNREAD`, is new; one that is there and lacks its password is new again.
        """
        with self._writing() as db:
            known = lookup.same_content(db, data)
            if known is not None and _is_unread(outcome) and _lacks_password(lookup.letter_row(db, known.letter_id)):
                _take(db, lookup.load(db, known.letter_id), outcome)
                return Added(known.letter_id, ())
            if known is not None:
                return known
            at = moment.now()
            letter_id = letters.insert(db, data, file, outcome, at)
            letters.summarise(db, letters.as_read(db, letter_id, outcome), check=None)
            history.append(db, Act(at, who, letter_id, f"Import {file}"), "added", "", None, None)
            return Added(letter_id, lookup.same_case(db, letter_id))

    def unread(self) -> tuple[Unread, ...]:
        """The letters that nothing has been read in yet, in the order they came in."""
        with self._reading() as db:
            return tuple(lookup.unread(db))

    def begin_reading(self, letter_id: int) -> bytes | None:
        """The bytes of a letter whose turn it is; None where it has been read, or closed, meanwhile."""
        with self._writing() as db:
            if not _waits_for_reading(lookup.letter_row(db, letter_id)):
                return None
            _move(db, letter_id, LetterState.NEW, LetterState.READING)
            return lookup.load_pdf(db, letter_id)

    def put_back(self, letter_ids: Iterable[int]) -> None:
        """These are not being read any more: those that nobody has read are new again."""
        with self._writing() as db:
            for letter_id in letter_ids:
                _move(db, letter_id, LetterState.READING, LetterState.NEW)

    def read_in(
        self, letter_id: int, outcome: Reading | Failure, who: str, unlocked: bytes | None = None
    ) -> Added | Duplicate:
        """Put in what the first reading of a letter yielded; what a person has done to it meanwhile stays.

        `unlocked` are its bytes as they open without the password; `Duplicate` where these are in the store already.
        """
        with self._writing() as db:
            if _waits_for_reading(lookup.letter_row(db, letter_id)):
                known = lookup.same_content(db, unlocked) if unlocked else None
                if known is not None:
                    outcome = _the_same(lookup.letter_row(db, letter_id)["file"], known)
                elif unlocked:
                    letters.replace_pdf(db, letter_id, unlocked)
                letters.summarise(db, _take(db, lookup.load(db, letter_id), outcome), check=None)
                history.append(db, Act(moment.now(), who, letter_id, "Read"), "read", "", None, None)
                if known is not None:
                    return known
            return Added(letter_id, lookup.same_case(db, letter_id))

    def read_again(self, letter_id: int, outcome: Reading | Failure, who: str) -> None:
        """Put a new reading in the old one's place; a person's values stay."""
        with self._writing() as db:
            backlog.settle(db, letter_id)
            before = lookup.load(db, letter_id)
            changed = _take(db, before, outcome)
            letters.summarise(db, changed, self.check)
            learning.learn(db, before, changed)
            judging.judge(db, before, changed)
            history.append(db, Act(moment.now(), who, letter_id, "Read again"), "read", "", None, None)

    def known(self) -> frozenset[str]:
        """The SHA-256 in hex of the content of every letter in the store."""
        with self._reading() as db:
            return frozenset(row["sha256"] for row in tables.rows(db, "SELECT sha256 FROM letters"))


def _take(db: Database, before: StoredLetter, outcome: Reading | Failure) -> StoredLetter:
    """The letter with another outcome in its place."""
    read, new = letters.record_of(before.outcome), letters.record_of(outcome)
    letters.write_outcome(db, before.id, outcome, values.read_anew(read, before.record, new))
    return lookup.load(db, before.id)


def _waits_for_reading(row: tables.Row) -> bool:
    return row["failure"] == FailureKind.UNREAD and LetterState(row["state"]) not in DONE


def _lacks_password(row: tables.Row) -> bool:
    return row["failure"] == FailureKind.NEEDS_PASSWORD and LetterState(row["state"]) not in DONE


def _is_unread(outcome: Reading | Failure) -> bool:
    return isinstance(outcome, Failure) and outcome.kind is FailureKind.UNREAD


def _move(db: Database, letter_id: int, old: LetterState, new: LetterState) -> None:
    if lookup.letter_row(db, letter_id)["state"] == old:
        letters.update(db, letter_id, state=new)


def _the_same(file: str, known: Duplicate) -> Failure:
    said = f"“{file}” is locked; the letter in it is in the store already, as “{known.file}”."
    return Failure(file, FailureKind.NEEDS_PASSWORD, said)
