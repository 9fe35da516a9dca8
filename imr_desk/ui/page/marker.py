"""What a person does with selected words: copy them, fill a field from them, highlight them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import Highlight, Label, LabelSet
from imr_desk.letter.span import Span
from imr_desk.store.labels import EVIDENCE
from imr_desk.ui.page.marks import fields_at, highlights_at
from imr_desk.ui.page.selection import TextSelection
from imr_desk.ui.page.units import nudged


class Marker(QObject):
    """Turns words of the page into values, highlights and the clipboard's text."""

    memo_requested = Signal(Highlight)
    field_picked = Signal(str)
    """The person went to a field by its words on the page."""
    field_wanted = Signal()
    """The words are taken: the keyboard belongs to the field in focus again."""
    labels_changed = Signal()
    not_done = Signal(str)
    """Why nothing happened, as a sentence."""

    def __init__(self, session: Session, focus: Focus, selection: TextSelection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._selection = selection
        self._last_label: str | None = None
        self._labels = EVIDENCE

    @property
    def labels(self) -> LabelSet:
        return self._labels

    @labels.setter
    def labels(self, labels: LabelSet) -> None:
        self._labels = labels
        self.labels_changed.emit()

    @property
    def last_label(self) -> Label | None:
        """The label that was used last and still exists."""
        return self._labels.find(self._last_label) if self._last_label else None

    @property
    def highlight_at_caret(self) -> Highlight | None:
        """The shortest highlight at the caret or around the selection."""
        caret = self._selection.caret
        span = self._selection.span
        at = span.start if span else caret
        here = highlights_at(self._session.highlights, at) if at is not None else ()
        return here[0] if here else None

    def copy(self) -> None:
        """The selected words into the clipboard, line breaks as blanks."""
        span = self._selection.span
        if span is not None:
            QGuiApplication.clipboard().setText(self._session.text.printed(span))

    def fill(self, span: Span | None = None) -> bool:
        """The field in focus gets its value, and its place, from these words or the selected ones."""
        words = span or self._selection.span
        if words is None:
            return False
        if self._focus.path is None:
            self.not_done.emit(self.tr("No field is in focus: go to a field first, then mark its words."))
            return False
        if not self._session.recapture(self._focus.path, words):
            return False
        self._selection.put_caret(words.end)
        self.field_wanted.emit()
        return True

    def enter(self) -> None:
        """Fill the field in focus from the selected words; where none are, go back to it."""
        if self._selection.span is not None:
            self.fill()
        else:
            self.field_wanted.emit()

    def highlight(self, label_id: str) -> bool:
        """Highlight the selected words with a label."""
        span = self._selection.span
        if span is None:
            self.not_done.emit(self.tr("Nothing is selected: select the words to highlight first."))
            return False
        if not self._session.add_highlight(label_id, span):
            return False
        self._last_label = label_id
        self._selection.put_caret(span.end)
        return True

    def highlight_by_key(self, key: str) -> bool:
        """Highlight the selected words with the label on a key 1..9."""
        label = self._labels.by_key(key) if key else None
        return label is not None and self.highlight(label.id)

    def highlight_again(self) -> bool:
        """Highlight the selected words with the label used last."""
        label = self.last_label
        if label is None:
            self.not_done.emit(self.tr("No label was used yet: H and its key highlight with one."))
            return False
        return self.highlight(label.id)

    def nudge(self, forward: bool, start: bool) -> None:
        """Move the end (or the start) of the selection, or else of the highlight at the caret, by one unit."""
        units = self._selection.units(self._selection.snap)
        span, here = self._selection.span, self.highlight_at_caret
        if span is not None:
            self._selection.take(nudged(span, units, forward, start))
        elif here is None:
            self.not_done.emit(self.tr("Nothing is selected, and no highlight is at the caret."))
        else:
            moved = nudged(here.span, units, forward, start)
            if moved != here.span and self._session.change_highlight(here, replace(here, span=moved)):
                self._selection.put_caret(moved.start if start else moved.end)

    def remove_highlight(self) -> bool:
        """Take away the highlight at the caret."""
        here = self._needed_highlight()
        return here is not None and self._session.remove_highlight(here)

    def ask_memo(self) -> None:
        """Wish for a memo on the highlight at the caret."""
        here = self._needed_highlight()
        if here is not None:
            self.memo_requested.emit(here)

    @property
    def fields_at_caret(self) -> tuple[str, ...]:
        """The fields that used the word at the caret or at the start of the selection, the shortest first."""
        span = self._selection.span
        at = span.start if span else self._selection.caret
        return fields_at(self._session.record, at) if at is not None else ()

    def pick_field(self, offset: int) -> bool:
        """Go to the field whose words hold a character: the one of the fewest words, then, when there, the next."""
        paths = fields_at(self._session.record, offset)
        if not paths:
            return False
        at = paths.index(self._focus.path) + 1 if self._focus.path in paths else 0
        path = paths[at % len(paths)]
        self.field_picked.emit(path)
        self._focus.set(path)
        return True

    def _needed_highlight(self) -> Highlight | None:
        """The highlight at the caret; where none is, that is said."""
        here = self.highlight_at_caret
        if here is None:
            self.not_done.emit(self.tr("No highlight is at the caret: go to one first."))
        return here
