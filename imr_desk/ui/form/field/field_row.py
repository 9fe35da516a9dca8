"""One field of the form: its name and mark, the printed words, the editor, and what is to be said of its words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.sitting.naming import field_name, place_name
from imr_desk.letter.entry import Absence, Entry, Value
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.letter.text import LetterText
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.editors.editor import Editor, editor_for
from imr_desk.ui.form.editors.flag import FlagEditor
from imr_desk.ui.form.editors.fold import Fold
from imr_desk.ui.form.editors.text import TextEditor
from imr_desk.ui.form.field.crop import Crop
from imr_desk.ui.form.field.field_bench import FieldBench
from imr_desk.ui.form.field.field_head import FieldHead
from imr_desk.ui.form.field.field_pen import FieldPen
from imr_desk.ui.form.field.mark import mark_of, origin_words
from imr_desk.ui.form.field.remark import Remark

_FROM_SENTENCES = {"polarities"}
"""Lists whose values are read from whole sentences, which need the room."""


class FieldRow(QWidget):
    """A window on one field of the record: it shows the entry and hands what the person does to the session."""

    bound = Signal()
    """It shows another field than before."""
    leaving = Signal()
    """It is about to show another field, or none."""
    acknowledge_requested = Signal()
    """The person wants to let the check on this field stand."""

    def __init__(self, bench: FieldBench, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.spec = spec
        self.path = spec.pattern
        self.wide = spec.kind is Kind.LONG_TEXT or spec.repeated or spec.choices in _FROM_SENTENCES
        """Whether it needs the whole width of the form."""
        self.seen = False
        """Whether its editor has stood on the screen since the row shows this field of this letter."""
        self.stale = False
        """Whether it shows something older than the record."""
        self.head = FieldHead(_label(spec))
        self.editor: Editor = editor_for(spec, bench.lists)
        self._crop = Crop(bench.images)
        self._origin = QLabel()
        self.remark = Remark()
        self._pen = FieldPen(bench.session, self.remark)
        self._lay_out()
        self._connect()

    @property
    def entry(self) -> Entry:
        return self._bench.session.record.at(self.path)

    def bind(self, path: str) -> None:
        """Show the field at this path from now on."""
        self.leaving.emit()
        self.path = path
        self.seen = False
        self.bound.emit()
        self.update()

    def forget(self) -> None:
        """Show nothing any more."""
        self.leaving.emit()

    def refresh(self) -> None:
        """Show what the record says now."""
        self.stale = False
        entry, text = self.entry, self._bench.session.text
        name = place_name(self.path) if self.spec.repeated else _label(self.spec)
        self.editor.show_entry(entry)
        self.editor.setAccessibleName(_spoken(self.path, entry, text))
        self.head.show_field(name, mark_of(self.path, entry))
        self.head.explain_mark(self._bench.explanation(entry))
        self._crop.show_span(text, entry.span)
        self._origin.setText(origin_words(entry))
        self._origin.setVisible(bool(self._origin.text()))
        self.remark.clear()
        if near := self._nearest(entry):
            said = self.tr("Not a known name. Nearest: {name} (Alt+1 or a click takes it)").format(name=near)
            self.remark.suggest(said, lambda: self._on_words_typed(near))

    def offer(self) -> bool:
        """Hand over words that are still being typed; False where they were refused."""
        self.editor.offer()
        return not self.editor.pending

    def restore(self) -> None:
        """Forget words that were being typed."""
        self.editor.restore()
        self.refresh()

    def choose(self, place: int) -> None:
        """Take the value at a place, from 0, of the list: first the known name that is spelled nearly like this."""
        near = self._nearest(self.entry)
        if place == 0 and near is not None:
            self._on_words_typed(near)
        else:
            self.editor.choose(place)

    def mark_absent(self, why: Absence) -> None:
        """Say that there is no value, and why; words that were being typed are forgotten."""
        self.editor.restore()
        self._pen.mark_absent(self.path, why)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._bench.focus.set(self.path)
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = event.region().contains(self.editor.geometry().center())
        self.seen = self.seen or (shown and not self.stale)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All of the field is a way into it: its name and its printed words too."""
        self._bench.focus.set(self.path)
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The field comes into focus; the form has its menu."""
        self._bench.focus.set(self.path)
        event.ignore()

    def _lay_out(self) -> None:
        self._origin.setProperty("role", "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.head)
        column.addWidget(self._crop)
        column.addWidget(self._origin)
        column.addStretch(1)
        column.addWidget(self.editor)
        if isinstance(self.editor, TextEditor):
            column.addWidget(Fold(self.editor), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remark)

    def _connect(self) -> None:
        self.editor.installEventFilter(self)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.head.confirm_requested.connect(self._on_confirm_requested)
        if isinstance(self.editor, ChoiceEditor | FlagEditor):
            self.editor.value_chosen.connect(self._on_value_chosen)
        else:
            self.editor.words_typed.connect(self._on_words_typed)

    def _on_confirm_requested(self) -> None:
        if self.offer():
            self._pen.confirm(self.path)

    def _on_words_typed(self, words: str) -> None:
        if self._pen.type(self.path, words):
            self.refresh()

    def _on_value_chosen(self, value: Value) -> None:
        if not self._pen.choose(self.path, value):
            self.editor.show_entry(self.entry)

    def _nearest(self, entry: Entry) -> str | None:
        """The known name that is spelled nearly like the value, where the value is none itself."""
        if self.spec.kind is not Kind.TEXT or entry.value is None:
            return None
        return self._bench.lists.nearest(self.spec.choices, str(entry.value))


def _spoken(path: str, entry: Entry, text: LetterText) -> str:
    """The field for ears: its name, who stands behind it, its page."""
    words = [field_name(path), mark_of(path, entry).words]
    if entry.span is not None and text.pages:
        page = QCoreApplication.translate("FieldRow", "page {page}")
        words.append(page.format(page=text.page_at(entry.span.start)))
    return ", ".join(words)


def _label(spec: FieldSpec) -> str:
    return QCoreApplication.translate("fields", spec.label)
