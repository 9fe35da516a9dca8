"""The session: everything a person can do to the letter on the desk, each as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from imr_desk.desk import attention, outcomes
from imr_desk.desk.naming import entry_name, field_name, place_name
from imr_desk.desk.outcomes import NoValue
from imr_desk.desk.showing import Showing
from imr_desk.letter import edits
from imr_desk.letter.entry import Absence, Entry, Outcome, Value
from imr_desk.letter.field import spec_of
from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.review import Acknowledgement, LetterState, Review, ReviewChange
from imr_desk.letter.span import Span, trimmed


class Session(Showing):
    """The person's verbs; what they changed is told by the signals of `Showing`."""

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
        listing, at = attention.split_entry(entry_path)
        title = self.tr("remove {entry}").format(entry=place_name(entry_path))
        return self.do(edits.remove(title, self.record, listing, at))

    def move_entry(self, entry_path: str, to: int) -> bool:
        """Give a list entry another position."""
        listing, at = attention.split_entry(entry_path)
        title = self.tr("move {entry}").format(entry=place_name(entry_path))
        return self.do(edits.move(title, self.record, listing, at, to))

    def add_highlight(self, label_id: str, span: Span, memo: str = "", suggested_by: str = "") -> Highlight | None:
        """Label a span of the text; None where it is empty or the letter is closed to changes."""
        place = trimmed(self.text.text, span)
        if not len(place):
            return None
        new = Highlight(uuid4().hex, label_id, place, memo, suggested_by)
        return new if self.do(HighlightChange(self.tr("highlight"), None, new)) else None

    def change_highlight(self, old: Highlight, new: Highlight) -> bool:
        """Give a highlight another label, span or memo."""
        return self.do(HighlightChange(self.tr("change highlight"), old, new))

    def remove_highlight(self, highlight: Highlight) -> bool:
        """Take a highlight away."""
        return self.do(HighlightChange(self.tr("remove highlight"), highlight, None))

    def acknowledge(self, finding: Finding, reason: str) -> bool:
        """Let a finding stand, for a reason."""
        old = self.letter.acknowledged.get(finding.key) if self.letter else None
        title = self.tr("acknowledge {rule}").format(rule=finding.rule)
        return self.do(Acknowledgement(title, finding.key, old, reason))

    def verify(self) -> bool:
        """Declare the letter verified; refused, with the reason, while something stands in the way."""
        obstacle = attention.obstacle(self.record, self.open_findings)
        if obstacle is not None:
            self.refused.emit(attention.sentence(obstacle))
            return False
        return self._review(self.tr("verify the letter"), LetterState.VERIFIED)

    def postpone(self, reason: str) -> bool:
        """Leave the letter for later, for a reason."""
        return self._review(self.tr("postpone the letter"), LetterState.POSTPONED, reason)

    def reject(self, reason: str) -> bool:
        """Declare that the letter does not belong here, for a reason."""
        return self._review(self.tr("reject the letter"), LetterState.REJECTED, reason)

    def reopen(self) -> bool:
        """Open a verified, postponed or rejected letter to changes again."""
        return self._review(self.tr("reopen the letter"), LetterState.IN_REVIEW)

    def next_attention(self, path: str | None, backwards: bool = False) -> str | None:
        """The next field to look at after `path` in the form's order, round to the start; None where all is done."""
        return attention.next_field(self.record, self.open_findings, path, backwards)

    def _put(self, path: str, outcome: Outcome | NoValue) -> bool:
        if isinstance(outcome, NoValue):
            self.refused.emit(attention.no_value_sentence(path, outcome.words))
            return False
        if outcome == self.record.at(path).outcome:
            return True
        title = self.tr("correct {field}").format(field=field_name(path))
        return self.do(edits.correct(title, self.record, path, outcome))

    def _review(self, title: str, state: LetterState, reason: str = "") -> bool:
        if self.letter is None or self.letter.review.state is state:
            return False
        return self.do(ReviewChange(title, self.letter.review, Review(state, reason)))
