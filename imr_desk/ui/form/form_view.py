"""The form: the letter's record in sections, every field beside the words it was read from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget
from typing_extensions import override

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.learning import Learning
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.field import is_field
from imr_desk.parser.words.vocabulary import Vocabulary
from imr_desk.ui.by_turns import ByTurns
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.editors.own_keys import may_lead_away
from imr_desk.ui.form.editors.text import TextEditor
from imr_desk.ui.form.empty_state import EmptyState
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.row_index import RowIndex
from imr_desk.ui.form.field_hand import FieldHand
from imr_desk.ui.form.field_scroll import FieldScroll
from imr_desk.ui.form.sections import Sections
from imr_desk.ui.form.verbs import VERBS, Verb


class FormView(QWidget):
    """Shows the open letter's fields; the keyboard focus and the focus of the desk follow each other."""

    compare_requested = Signal()
    verify_requested = Signal()
    scroll_requested = Signal(int)
    filled = Signal()
    """It shows all of the letter that has come onto the desk, or that there is none."""

    def __init__(
        self, session: Session, focus: Focus, images: PageImages, vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        learning, turns = Learning(session, self), ByTurns(self)
        lists = ChoiceLists(vocabulary, self)
        self.bench = Bench(session, focus, images, lists, learning, turns, RowIndex(turns))
        self.bench.wishes.compare_requested.connect(self.compare_requested)
        self.bench.wishes.verify_requested.connect(self.verify_requested)
        self.bench.wishes.scroll_requested.connect(self.scroll_requested)
        self.sections = Sections(self.bench)
        self._hand = FieldHand(self.bench, self.sections)
        self.fields = FieldScroll(lambda: self.bench.rows.at(focus.path or ""))
        self._stack = QStackedLayout(self)
        self._lay_out()
        self.addActions([self._action(verb) for verb in VERBS])
        session.letter_shown.connect(self._on_letter_shown)
        session.fields_changed.connect(self.sections.show_fields)
        self.sections.items.head_opened.connect(self.fields.follow_head)
        learning.learned.connect(self._on_learned)
        session.list_changed.connect(self.sections.show_list)
        self.sections.bound.connect(self._hold_still)
        self.bench.turns.rested.connect(self._hold_still)
        self.bench.turns.rested.connect(self.filled)
        focus.focus_changed.connect(self._on_focus_changed)
        self._on_letter_shown()

    @property
    def verbs(self) -> list[QAction]:
        """What can be done by name to the field in focus; nothing without one."""
        path = self.bench.focus.path
        listed = zip(VERBS, self.actions(), strict=True)
        return [action for verb, action in listed if path and verb.listed and verb.within in path]

    @property
    def settled(self) -> bool:
        """Whether it shows all of the letter as it is now."""
        return self.bench.turns.at_rest and not self.fields.held

    def make_room(self) -> None:
        """Have the fields in front, for a letter that is on its way."""
        self._stack.setCurrentIndex(1)

    def commit_pending(self) -> bool:
        """Hand over words that are still being typed; False where some were refused, and then they stay."""
        return self.sections.offer()

    @override
    def minimumSizeHint(self) -> QSize:
        """Wide enough for every field, however large the text is: nobody scrolls a form sideways."""
        bar = self.fields.verticalScrollBar().sizeHint().width()
        return QSize(self.sections.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        """Words that are being typed are handed over before a key leads away; refused, they keep the person here."""
        if may_lead_away(event) and not self.commit_pending():
            event.accept()
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the field in focus, or else to the first that can take it."""
        row = self.bench.rows.at(self.bench.focus.path or "")
        shown = row.editor if row is not None and row.editor.isVisible() else None
        target = shown or next(iter(self.sections.stops()), None)
        if target is not None:
            target.setFocus(event.reason())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through all stops of the form; from a field that is hidden Qt leads on by itself."""
        here = self.focusWidget()
        if here is None or not here.isVisible():
            return super().focusNextPrevChild(next)
        self.bench.turns.finish()
        stops = self.sections.stops()
        if here not in stops:
            return super().focusNextPrevChild(next)
        there = stops[(stops.index(here) + (1 if next else -1)) % len(stops)]
        there.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        self.fields.show_row(there)
        return True

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.bench.focus.path is not None:
            menu = self._menu()
            menu.exec(event.globalPos())
            menu.deleteLater()

    def _lay_out(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Form"))
        self.fields.setWidget(self.sections)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(EmptyState())
        self._stack.addWidget(self.fields)

    def _action(self, verb: Verb) -> QAction:
        action = QAction(QCoreApplication.translate("Verb", verb.text), self)
        action.setObjectName(verb.id)
        action.setShortcuts([QKeySequence(keys) for keys in verb.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(not verb.once)
        action.triggered.connect(partial(verb.act, self._hand))
        return action

    def _menu(self) -> QMenu:
        """The verbs of the field in focus, and below them what its editor does to words."""
        menu, path = QMenu(self), self.bench.focus.path or ""
        for verb, action in zip(VERBS, self.actions(), strict=True):
            action.setEnabled(verb.within in path)
            if verb.rule:
                menu.addSeparator()
            if verb.listed:
                menu.addAction(action)
        menu.aboutToHide.connect(self._enable_all)
        row = self.bench.rows.at(path)
        if row is not None and isinstance(row.editor, LineEditor | TextEditor):
            words = menu.addMenu(self.tr("Words"))
            words.addActions(row.editor.createStandardContextMenu().actions())
        return menu

    def _enable_all(self) -> None:
        """What the menu showed as senseless is merely without effect by its keys."""
        for action in self.actions():
            action.setEnabled(True)

    def _on_letter_shown(self) -> None:
        letter = self.bench.session.letter
        self._stack.setCurrentIndex(0 if letter is None else 1)
        self.sections.show_letter()
        self.fields.verticalScrollBar().setValue(0)
        if self.bench.turns.at_rest:
            self.filled.emit()

    def _hold_still(self) -> None:
        """The form is painted when it shows all that it is to show, and not half of one letter and half of another."""
        self.fields.hold_still(not self.bench.turns.at_rest)

    def _on_learned(self) -> None:
        self.bench.lists.teach(self.bench.learning.aliases)
        for row in self.bench.rows:
            row.head.explain_mark(self.bench.explanation(row.entry))

    def _on_focus_changed(self, path: str) -> None:
        self.bench.session.end_visit()
        row = self.sections.row_of(path) if path and is_field(path) else None
        if row is not None and not row.editor.hasFocus():
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.follow()
