"""The store: one file that keeps letters, what was read in them, and what persons made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Self

from sqlite_utils import Database

from imr_desk.letter.batch import BatchField
from imr_desk.letter.change import Addressed, LetterChange
from imr_desk.letter.highlight import LabelSet
from imr_desk.letter.reading import Failure, Reading
from imr_desk.letter.review import LetterState
from imr_desk.letter.text import LetterText
from imr_desk.store import (
    changes,
    history,
    integrity,
    judging,
    learning,
    letters,
    lookup,
    opening,
    queue,
    samples,
    search,
    settings,
    tables,
    tallies,
    values,
    waiting,
    work,
    writing,
)
from imr_desk.store.errors import StoreDamaged
from imr_desk.store.facts import Dimension
from imr_desk.store.faults import worded
from imr_desk.store.history import Act
from imr_desk.store.letters import Check
from imr_desk.store.query import QueueQuery
from imr_desk.store.stored import (
    Added,
    Alias,
    Duplicate,
    Event,
    FieldValue,
    Hits,
    QueueRow,
    Sample,
    Stamp,
    Standing,
    StoredLetter,
    TrackRecord,
    Verdict,
)
from imr_desk.store.tallies import Groups, Tally
from imr_desk.store.work import Work


class StoreFile:
    """An open store file: one connection, used by the thread that made it.

    Several on one file are fine, in one program or in many: readers never wait, writers take turns.
    """

    def __init__(self, path: Path, db: Database, check: Check | None) -> None:
        self.path = path
        self._db = db
        self._check = check

    @classmethod
    def create(cls, path: Path, check: Check | None = None) -> Self:
        """Make a new store and open it; raises StoreError, StoreExists where there is a file.

        `check` finds the errors that the queue counts; without it those found at reading stand.
        """
        return cls(path, opening.made(path), check)

    @classmethod
    def open(cls, path: Path, check: Check | None = None) -> Self:
        """Open a store; raises StoreError (NotAStore, StoreLocked, ...) and then has written nothing."""
        return cls(path, opening.opened(path), check)

    def close(self) -> None:
        """Let the file go; all that was committed is on disk already."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def back_up(self, path: Path) -> None:
        """Copy the store to a new file, as of this moment; it appears there whole or not at all."""
        opening.copied(self._db, path)

    def damages(self, step: integrity.Step = lambda _done, _all: None) -> Iterator[str]:
        """A sentence for each thing that is not as it was written; `step` is told after each letter."""
        with self._reading() as db:
            yield from integrity.damages(db, step)

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with worded(self.path), writing.reading(self._db):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with worded(self.path), writing.writing(self._db):
            yield self._db


class Noting(StoreFile):
    """What a store remembers beside its letters: its labels, and notes of the desk."""

    def label_set(self) -> LabelSet:
        """The labels that this store is annotated with."""
        with self._reading() as db:
            return settings.label_set(db)

    def put_label_set(self, label_set: LabelSet, who: str) -> None:
        """Put another label set in the old one's place; highlights keep their label ids."""
        with self._writing() as db:
            settings.put_label_set(db, label_set, Act(_now(), who, None, "Change the labels"))

    def remembered(self, key: str) -> str | None:
        """What the desk noted under this key, or None."""
        with self._reading() as db:
            return settings.remembered(db, key)

    def remember(self, key: str, value: str) -> None:
        """Note something for the desk; no part of the letters' history."""
        with self._writing() as db:
            settings.remember(db, key, value)


class Learned(Noting):
    """What the store's verified letters teach; brought up with every change of them."""

    def track_records(self) -> Mapping[str, TrackRecord]:
        """Each parser rule's record over the verified letters."""
        with self._reading() as db:
            return learning.track_records(db)

    def aliases(self) -> tuple[Alias, ...]:
        """The names of drugs, specialties and chapters that persons taught by correcting, by list and name."""
        with self._reading() as db:
            return tuple(learning.aliases(db))

    def remove_alias(self, listing: str, value: str) -> bool:
        """Offer a taught name no more; False where it was not offered."""
        with self._writing() as db:
            return learning.remove_alias(db, listing, value)


class Counted(Learned):
    """What charts are drawn from: letters counted by their facts, fields by how they fared, work by day."""

    def tallies(self, dimension: Dimension, verified: bool, groups: Groups | None = None) -> tuple[Tally, ...]:
        """How many letters have which outcome, by value, or by the group that `groups` puts a value in."""
        with self._reading() as db:
            return tuple(tallies.tallies(db, dimension, verified, groups))

    def field_records(self) -> Mapping[str, TrackRecord]:
        """How often the parser's value of each field, by its pattern, was kept over the verified letters."""
        with self._reading() as db:
            return judging.field_records(db)

    def work(self) -> tuple[Work, ...]:
        """Who did how much on which day."""
        with self._reading() as db:
            return tuple(work.done(db))


class Listing(Counted):
    """The letters as a queue: by window, sorted and filtered in SQL, searched, counted."""

    def queue(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """A window of the queue: at most `limit` rows from `offset` on."""
        with self._reading() as db:
            return tuple(queue.window(db, query, offset, limit))

    def queue_count(self, query: QueueQuery) -> int:
        """How many letters the query means."""
        with self._reading() as db:
            return queue.count(db, query)

    def queue_place(self, query: QueueQuery, letter_id: int) -> int | None:
        """The letter's offset in the queue, or None where the query does not mean it."""
        with self._reading() as db:
            return queue.place(db, query, letter_id)

    def queue_ids(self, query: QueueQuery, *ranges: range) -> tuple[int, ...]:
        """The numbers of the letters at these places of the queue, in its order."""
        with self._reading() as db:
            return tuple(queue.ids(db, query, ranges))

    def waiting(
        self, query: QueueQuery, field: BatchField, after: FieldValue | None, limit: int
    ) -> tuple[FieldValue, ...]:
        """The field's values that nobody stands behind yet, in the query's open letters, the least sure first."""
        with self._reading() as db:
            return tuple(waiting.waiting(db, query, field, after, limit))

    def waiting_count(self, query: QueueQuery, field: BatchField, most: int) -> int:
        """How many of the field's values wait in the query's open letters; counted as far as `most`."""
        with self._reading() as db:
            return waiting.count(db, query, field, most)

    def values_at(self, places: Sequence[tuple[int, str]]) -> tuple[FieldValue, ...]:
        """What these letters have at these batch fields now; those that have nothing there are left out."""
        with self._reading() as db:
            return tuple(waiting.values_at(db, places))

    def next_to_review(self, query: QueueQuery, after: int | None, who: str) -> int | None:
        """The letter that `who` is to look at after this one; None where none is left."""
        with self._reading() as db:
            return queue.next_to_review(db, query, after, who)

    def search(self, words: str, limit: int) -> Hits:
        """The letters that hold all these words (see `letter.sought`) in their text or in what persons wrote."""
        with self._reading() as db:
            return search.hits(db, words, limit)

    def people(self) -> tuple[str, ...]:
        """Everybody whom a letter is assigned to or who decided on one, by name."""
        with self._reading() as db:
            return tuple(sorted(queue.people(db), key=str.casefold))

    def counts(self) -> Mapping[LetterState, int]:
        """How many letters there are in each state; every state is named."""
        with self._reading() as db:
            found = {row["state"]: row["n"] for row in tables.rows(db, _COUNTS)}
        return MappingProxyType({state: found.get(state.value, 0) for state in LetterState})

    def verified_today(self) -> int:
        """How many letters were verified since midnight, local time."""
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        with self._reading() as db:
            return int(tables.scalar(db, _VERIFIED_SINCE, LetterState.VERIFIED, _written(midnight)))


class Sampling(Listing):
    """Random samples of the letters, to be looked at again by a second pair of eyes."""

    def draw_sample(self, query: QueueQuery, size: int, seed: int, told: str, who: str) -> Sample:
        """Draw so many of the query's letters and keep them as a sample; `told` says of which letters."""
        with self._writing() as db:
            among = tuple(queue.ids(db, query, [range(queue.count(db, query))]))
            number = samples.put(db, among, size, seed, Act(_now(), who, None, told))
            return next(one for one in samples.all_of(db) if one.id == number)

    def samples(self) -> tuple[Sample, ...]:
        """Every sample, the latest first."""
        with self._reading() as db:
            return tuple(samples.all_of(db))

    def judge(self, sample_id: int, letter_id: int, verdict: Verdict, who: str) -> None:
        """Note what a second look at a letter of a sample found."""
        with self._writing() as db:
            samples.judge(db, sample_id, letter_id, verdict, Act(_now(), who, letter_id, ""))


class Store(Sampling):
    """Letters in and out. Every method is one transaction and raises StoreError; a failed one has changed nothing."""

    def add(self, data: bytes, file: str, outcome: Reading | Failure, who: str) -> Added | Duplicate:
        """Put a letter in: its bytes, its file name without folders, and what reading it yielded."""
        with self._writing() as db:
            known = lookup.same_content(db, data)
            if known is not None:
                return known
            at = _now()
            letter_id = letters.insert(db, data, file, outcome, at)
            letters.summarise(db, letters.as_read(db, letter_id, outcome), self._check)
            history.append(db, Act(at, who, letter_id, f"Import {file}"), "added", "", None, None)
            return Added(letter_id, lookup.same_case(db, letter_id))

    def read_again(self, letter_id: int, outcome: Reading | Failure, who: str) -> None:
        """Put a new reading in the old one's place; a person's values stay."""
        with self._writing() as db:
            letter = lookup.load(db, letter_id)
            new = letters.record_of(outcome)
            current = values.read_anew(letters.record_of(letter.outcome), letter.record, new)
            letters.write_outcome(db, letter_id, outcome, current)
            changed = lookup.load(db, letter_id)
            letters.summarise(db, changed, self._check)
            learning.learn(db, letter, changed)
            judging.judge(db, letter, changed)
            history.append(db, Act(_now(), who, letter_id, "Read again"), "read", "", None, None)

    def known(self) -> frozenset[str]:
        """The SHA-256 in hex of the content of every letter in the store."""
        with self._reading() as db:
            return frozenset(row["sha256"] for row in tables.rows(db, "SELECT sha256 FROM letters"))

    def letter(self, letter_id: int) -> StoredLetter:
        """All that is known of a letter; StoreDamaged names it where it is not as it was written."""
        with self._reading() as db:
            return lookup.load(db, letter_id)

    def same_case(self, letter_id: int) -> tuple[StoredLetter, ...]:
        """The other letters that have this one's case number, the oldest first; a damaged one tells when opened."""
        found: list[StoredLetter] = []
        with self._reading() as db:
            for other in lookup.same_case(db, letter_id):
                with suppress(StoreDamaged):
                    found.append(lookup.load(db, other))
        return tuple(found)

    def stamp(self, letter_id: int) -> Stamp:
        """Another one as soon as anybody, in whatever program, has changed the letter or one of its case."""
        with self._reading() as db:
            return lookup.stamp(db, letter_id)

    def pdf(self, letter_id: int) -> bytes:
        """The bytes of the letter's file, checked against their hash."""
        with self._reading() as db:
            return lookup.load_pdf(db, letter_id)

    def printed(self, letter_id: int) -> tuple[LetterText, bytes]:
        """The letter's text with its places, and the bytes of its file."""
        with self._reading() as db:
            return lookup.load_text(db, letter_id), lookup.load_pdf(db, letter_id)

    def standings(self, letter_ids: Sequence[int]) -> tuple[Standing, ...]:
        """Where these letters stand in the work."""
        with self._reading() as db:
            return tuple(lookup.standing(db, letter_id) for letter_id in letter_ids)

    def commit(self, letter_id: int, change: LetterChange, who: str) -> None:
        """Put a person's change in, with its events; StoreConflict where the store holds other old values."""
        self.commit_all([(letter_id, change)], who)

    def commit_all(self, addressed: Sequence[Addressed], who: str) -> None:
        """Put in all of these changes or none of them, in this order; StoreConflict as for one."""
        at = _now()
        with self._writing() as db:
            for letter_id, group in groupby(addressed, itemgetter(0)):
                own = [change for _, change in group]
                teaches = any(map(changes.teaches, own))
                before = changed = lookup.load(db, letter_id, with_text=teaches)
                for change in own:
                    changed = changes.put(db, changed, change, Act(at, who, letter_id, change.title))
                letters.summarise(db, changed, self._check, before)
                if teaches:
                    learning.learn(db, before, changed)
                    judging.judge(db, before, changed)

    def letters_of(self, template: str) -> int:
        """How many letters of a template could be read; with an empty one, of no known template."""
        with self._reading() as db:
            return lookup.count_read(db, template)

    def texts(self, template: str, most: int) -> Iterator[str]:
        """The texts of a template's letters that came in last, at most so many, each read when it is asked for."""
        with self._reading() as db:
            ids = lookup.ids_read(db, template, most)
        for letter_id in ids:
            with self._reading() as db, suppress(StoreDamaged):
                yield lookup.load_string(db, letter_id)

    def events(self, letter_id: int) -> tuple[Event, ...]:
        """What happened to the letter, the oldest first."""
        with self._reading() as db:
            return tuple(history.of_letter(db, letter_id))

    def verified(self) -> Iterator[StoredLetter]:
        """The verified letters in the order they came in, each read when it is asked for."""
        with self._reading() as db:
            ids = lookup.ids_in(db, LetterState.VERIFIED)
        for letter_id in ids:
            yield self.letter(letter_id)


_COUNTS = "SELECT state, count(*) AS n FROM letters GROUP BY state"
_VERIFIED_SINCE = "SELECT count(*) FROM letters WHERE state = ? AND reviewed_at >= ?"


def _now() -> str:
    return _written(datetime.now(UTC))


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
