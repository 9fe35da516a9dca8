"""One field of the form: its name and mark, the printed words, the editor, and what is to be said of its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.naming import field_name, place_name
from imr_desk.letter.entry import Entry, Value
from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.ui.form.bench import Bench
from imr_desk.ui.form.crop import Crop
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.editors.editor import Editor, editor_for
from imr_desk.ui.form.editors.flag import FlagEditor
from imr_desk.ui.form.editors.fold import Fold
from imr_desk.ui.form.editors.text import TextEditor
from imr_desk.ui.form.mark import mark_of, origin_words
from imr_desk.ui.form.mark_button import MarkButton
from imr_desk.ui.form.remark import Remark

_FROM_SENTENCES = {"polarities"}
"""Lists whose values are read from whole sentences, which need the room."""


class FieldRow(QWidget):
    """A window on one field of the record: it shows the entry and hands what the person does to the session."""

    acknowledge_requested = Signal()
    """The person wants to let the check on this field stand."""

    def __init__(self, bench: Bench, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.spec = spec
        self.path = spec.pattern
        self._seen = False
        self._head = QHBoxLayout()
        self._label = QLabel()
        self._mark = MarkButton()
        self._crop = Crop(bench.images)
        self._origin = QLabel()
        self._origin.setProperty("role", "label")
        self.editor: Editor = editor_for(spec, bench.lists)
        self._remark = Remark()
        self._lay_out()
        self._connect()

    @property
    def wide(self) -> bool:
        """Whether it needs the whole width of the form."""
        return self.spec.kind is Kind.LONG_TEXT or self.spec.repeated or self.spec.choices in _FROM_SENTENCES

    @property
    def seen(self) -> bool:
        """Whether its editor has stood on the screen since the row shows this field of this letter."""
        return self._seen

    @property
    def entry(self) -> Entry:
        return self._bench.session.record.at(self.path)

    def bind(self, path: str) -> None:
        """Show the field at this path from now on."""
        self.path = path
        self._bench.rows.put(self)
        self._seen = False
        name = place_name(path) if self.spec.repeated else QCoreApplication.translate("fields", self.spec.label)
        self._label.setText(name)
        self.refresh()
        self.update()

    def forget(self) -> None:
        """Show nothing any more."""
        self._bench.rows.forget(self)

    def refresh(self) -> None:
        """Show what the record says now."""
        entry, text = self.entry, self._bench.session.text
        page = text.page_at(entry.span.start) if entry.span and text.pages else None
        self.editor.show_entry(entry)
        self._mark.show_mark(mark_of(self.path, entry))
        self._crop.show_span(text, entry.span)
        self._origin.setText(origin_words(entry))
        self._origin.setVisible(bool(self._origin.text()))
        self._remark.clear()
        self._suggest()
        self._say_aloud(page)

    def stand_as_title(self) -> None:
        """The field's name is also that of the group it opens."""
        self._label.setProperty("role", "heading")

    def add_tools(self, tools: QWidget) -> None:
        """Put buttons beside the field's name."""
        self._head.insertWidget(1, tools)

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
        near = self._nearest()
        if place == 0 and near is not None:
            self._on_words_typed(near)
        else:
            self.editor.choose(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._bench.focus.set(self.path)
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if event.region().contains(self.editor.geometry().center()):
            self._seen = True

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The field comes into focus; the form has its menu."""
        self._bench.focus.set(self.path)
        event.ignore()

    def _lay_out(self) -> None:
        self._label.setProperty("role", "label")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        self._head.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._head)
        column.addWidget(self._crop)
        column.addWidget(self._origin)
        column.addStretch(1)
        column.addWidget(self.editor)
        if isinstance(self.editor, TextEditor):
            column.addWidget(Fold(self.editor), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._remark)

    def _connect(self) -> None:
        self.editor.installEventFilter(self)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._mark.clicked.connect(self._on_mark_clicked)
        if isinstance(self.editor, ChoiceEditor | FlagEditor):
            self.editor.value_chosen.connect(self._on_value_chosen)
        else:
            self.editor.words_typed.connect(self._on_words_typed)

    def _on_mark_clicked(self) -> None:
        if self.offer():
            self._try(lambda: self._bench.session.confirm(self.path))

    def _on_words_typed(self, words: str) -> None:
        if self._try(lambda: self._bench.session.type_value(self.path, words)):
            self.refresh()

    def _on_value_chosen(self, value: Value) -> None:
        if not self._try(lambda: self._bench.session.choose_value(self.path, value)):
            self.editor.show_entry(self.entry)

    def _try(self, act: Callable[[], bool]) -> bool:
        """Do what the session may refuse, and say below why it did."""
        self._bench.session.refused.connect(self._remark.refuse)
        done = act()
        self._bench.session.refused.disconnect(self._remark.refuse)
        return done

    def _nearest(self) -> str | None:
        return self._bench.lists.nearest(self.spec.choices, str(self.entry.value or ""))

    def _suggest(self) -> None:
        near = self._nearest()
        if near is not None and self.spec.kind is Kind.TEXT:
            self._remark.suggest(self.tr("Not a known name. Nearest: {name} (Alt+1 takes it)").format(name=near))

    def _say_aloud(self, page: int | None) -> None:
        words = [field_name(self.path), self._mark.mark.words]
        if page is not None:
            words.append(self.tr("page {page}").format(page=page))
        name = ", ".join(words)
        self.editor.setAccessibleName(name)
        self._mark.setAccessibleName(self.tr("Confirm {field}").format(field=name))
