"""Edits of the record in a person's verbs: type, choose, take from the page, confirm; add, remove and move entries."""

from __future__ import annotations

from collections.abc import Sequence

from imr_desk.desk.sitting import attention, outcomes
from imr_desk.desk.sitting.naming import entry_name, field_name, place_name
from imr_desk.desk.sitting.outcomes import NoValue
from imr_desk.desk.sitting.returning import Returning
from imr_desk.letter import edits
from imr_desk.letter.entry import Absence, Entry, Outcome, Value
from imr_desk.letter.field import spec_of
from imr_desk.letter.path import list_and_place
from imr_desk.letter.span import Span


class Editing(Returning):
    """What a person can do to fields and lists."""

    def type_value(self, path: str, words: str) -> bool:
        """Put in the value that typed words say; False where they say none of the field's kind."""
        outcome = outcomes.typed(spec_of(path), words, self.record.at(path), self.text)
        return self._put(path, outcome)

    def choose_value(self, path: str, value: Value) -> bool:
        """Put in a value chosen from a list."""
        return self._put(path, outcomes.chosen(spec_of(path), value, self.record.at(path), self.text))

    def recapture(self, path: str, span: Span) -> bool:
        """Put in the value that words on the page say, at their place; False where they say none of its kind."""
        return self._put(path, outcomes.marked(spec_of(path), span, self.text))

    def mark_absent(self, path: str, why: Absence) -> bool:
        """Say that there is no value, and why."""
        return self._put(path, outcomes.absent(why))

    def restore_parsers(self, path: str) -> bool:
        """Put back what the parser had said, for a person to look at again."""
        title = self.tr("restore {field}").format(field=field_name(path))
        return self.do(edits.edit(title, self.record, {path: Entry(self.record.at(path).parsers)}))

    def confirm(self, path: str) -> bool:
        """Stand behind a field as it is."""
        title = self.tr("confirm {field}").format(field=field_name(path))
        return self.do(edits.confirm(title, self.record, [path]))

    def confirm_all(self, paths: Sequence[str], title: str) -> bool:
        """Stand behind several fields as they are, as one step."""
        return self.do(edits.confirm(title, self.record, paths))

    def add_entry(self, listing: str, at: int) -> bool:
        """A new blank entry of a list."""
        title = self.tr("add {entry}").format(entry=entry_name(listing))
        return self.do(edits.insert(title, self.record, listing, at))

    def remove_entry(self, entry_path: str) -> bool:
        """Take an entry out of its list."""
        listing, at = list_and_place(entry_path)
        title = self.tr("remove {entry}").format(entry=place_name(entry_path))
        return self.do(edits.remove(title, self.record, listing, at))

    def move_entry(self, entry_path: str, to: int) -> bool:
        """Give a list entry another position."""
        listing, at = list_and_place(entry_path)
        title = self.tr("move {entry}").format(entry=place_name(entry_path))
        return self.do(edits.move(title, self.record, listing, at, to))

    def next_attention(self, path: str | None, backwards: bool = False) -> str | None:
        """The next field to look at after `path` in the form's order, round to the start; None where all is done."""
        return attention.next_field(self.record, self.open_findings, path, backwards)

    def _put(self, path: str, outcome: Outcome | NoValue) -> bool:
        if isinstance(outcome, NoValue):
            self.refused.emit(outcomes.no_value_sentence(path, outcome.words))
            return False
        if outcome == self.record.at(path).outcome:
            return True
        title = self.tr("correct {field}").format(field=field_name(path))
        return self.do(edits.correct(title, self.record, path, outcome))
