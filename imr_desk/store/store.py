"""The store: one file that keeps letters, what was read in them, and what people made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from imr_desk.letter.change import Addressed, LetterChange
from imr_desk.letter.review import LetterState
from imr_desk.letter.text import LetterText
from imr_desk.store import backlog, changes, letters, settings
from imr_desk.store.figures import judging, learning
from imr_desk.store.file import moment
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept import history, lookup
from imr_desk.store.kept.history import Act
from imr_desk.store.kept.stored import Changed, Event, Note, Stamp, Standing, StoredLetter, Wish
from imr_desk.store.reading_in import ReadingIn


class Store(ReadingIn):
    """Letters in and out. Every method is one transaction and raises StoreError; a failed one has changed nothing."""

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
        at = moment.now()
        with self._writing() as db:
            for letter_id, group in groupby(addressed, itemgetter(0)):
                self._put(db, letter_id, [change for _, change in group], Act(at, who, letter_id, ""))

    def change_each(self, letter_ids: Sequence[int], wish: Wish, who: str, note: Note) -> Changed:
        """Change each of these letters as is wished for one that stands like it, and keep the note with that.

        All in one transaction. A letter that is damaged is left out, with a sentence.
        """
        at, made, left_out = moment.now(), [], []
        with self._writing() as db:
            for letter_id in letter_ids:
                try:
                    change = wish(lookup.standing(db, letter_id))
                    if change is not None:
                        self._put(db, letter_id, [change], Act(at, who, letter_id, ""))
                        made.append((letter_id, change))
                except StoreDamaged as error:
                    left_out.append(str(error))
            settings.remember(db, *note)
        return Changed(tuple(made), tuple(left_out))

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

    def _put(self, db: Database, letter_id: int, own: Sequence[LetterChange], act: Act) -> None:
        """Put a letter's changes in, with all that follows from them."""
        if changes.are_moves(own):
            changes.move(db, lookup.standing(db, letter_id), own, act)
            return
        backlog.settle(db, letter_id)
        teaches = any(map(changes.teaches, own))
        before = changed = lookup.load(db, letter_id, with_text=teaches)
        for change in own:
            changed = changes.put(db, changed, change, replace(act, title=change.title))
        letters.summarise(db, changed, self.check, before)
        if teaches:
            learning.learn(db, before, changed)
            judging.judge(db, before, changed)
