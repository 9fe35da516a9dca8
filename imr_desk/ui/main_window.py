"""The window of the desk: everything in its place, and every action bound to who does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.exporter import Exported, NotExported
from imr_desk.desk.import_report import ImportReport
from imr_desk.desk.outbox import NotSaved, Saved, Saving
from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import LabelSet
from imr_desk.letter.review import LetterState
from imr_desk.ui.action_set import ActionSet, Standing
from imr_desk.ui.actions import Group
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.boxes import Boxes
from imr_desk.ui.dialogs.import_report import summary
from imr_desk.ui.dialogs.wording import Message, export_message, not_saved
from imr_desk.ui.import_strip import ImportStrip
from imr_desk.ui.importing import Importing, dropped_paths
from imr_desk.ui.letter_name import letter_name
from imr_desk.ui.message_bar import MessageBar, Tone
from imr_desk.ui.parts import Parts
from imr_desk.ui.review_flow import ReviewFlow
from imr_desk.ui.status_line import StatusLine
from imr_desk.ui.theme_menu import ThemeMenu
from imr_desk.ui.top_bar import TopBar
from imr_desk.ui.welcome import Welcome
from imr_desk.ui.window_deeds import deeds
from imr_desk.ui.window_memory import WindowMemory
from imr_desk.ui.workplace import Workplace

MIN_SIZE = (960, 600)


class MainWindow(QMainWindow):
    """One store, one letter at a time."""

    closed = Signal()

    def __init__(self, parts: Parts, asking: Asking | None = None) -> None:
        super().__init__()
        self.parts = parts
        self.asking: Asking = asking or Boxes(self)
        self._leaving = False
        self.actions_ = ActionSet(self)
        self.top_bar = TopBar(parts.session)
        self.messages = MessageBar()
        self.work = Workplace(parts, self.asking)
        self.welcome = Welcome()
        self.status_line = StatusLine(parts.session, parts.focus)
        self.importing = Importing(parts.importer, parts.session, self.asking, parts.samples, self)
        self.import_strip = ImportStrip(parts.importer)
        self.flow = ReviewFlow(parts.keeper, parts.session, parts.focus, parts.queue, self.asking, self)
        self._arrange()
        self._connect_letter()
        self._connect_work()
        self._memory = WindowMemory(parts.remembered, self, self.work.shaped)
        self._memory.recall()
        self.work.recall_shares(parts.remembered.get("panels"))
        self._look_up()
        self._show_letter()

    def say_error(self, message: Message) -> None:
        """Something went wrong that the person should know of."""
        self.messages.say(Tone.ERROR, message.text)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only with everything on disk, waiting for it, or with the person's word that it may be lost."""
        if not self.work.form.commit_pending():
            event.ignore()
            return
        saving = self.parts.session.saving
        if isinstance(saving, NotSaved) and not self.asking.leave_unsaved(not_saved(saving.reason)):
            self.parts.session.try_saving_again()
            event.ignore()
            return
        if isinstance(saving, Saving):
            self._leaving = True
            event.ignore()
            return
        self.parts.remembered.keep("panels", self.work.shares)
        self._memory.keep(self.parts.theme)
        event.accept()
        self.closed.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.importing.take(dropped_paths(event.mimeData()))

    def _arrange(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(*MIN_SIZE)
        self.resize(self.screen().availableSize())
        menus = self.actions_.fill(self.menuBar())
        theme_menu = ThemeMenu(self.parts.theme, menus[Group.VIEW])
        self.actions_.bind(deeds(self, theme_menu))
        self._body = QStackedWidget()
        self._body.addWidget(self.work)
        self._body.addWidget(self.welcome)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        framed = QVBoxLayout()
        framed.setContentsMargins(8, 0, 8, 8)
        framed.setSpacing(8)
        framed.addWidget(self.messages)
        framed.addWidget(self._body, 1)
        column.addWidget(self.top_bar)
        column.addWidget(self.import_strip)
        column.addLayout(framed, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status_line)

    def _connect_letter(self) -> None:
        session = self.parts.session
        session.letter_shown.connect(self._show_letter)
        session.review_changed.connect(self._show_standing)
        session.saving_changed.connect(self._show_saving)
        session.refused.connect(self._say_refused)
        session.undo_group.canUndoChanged.connect(self._show_standing)
        session.undo_group.canRedoChanged.connect(self._show_standing)
        session.undo_group.undoTextChanged.connect(self._name_undo)
        session.undo_group.indexChanged.connect(lambda _: self.messages.outlive())
        self.parts.focus.focus_changed.connect(lambda _: self.work.side.show_form())
        self.flow.held_back.connect(lambda sentence: self.messages.say(Tone.WARNING, sentence))
        self.flow.nothing_left.connect(self._say_all_done)
        self.flow.left_verified.connect(self.status_line.show_verified)
        self.flow.no_check_open.connect(lambda: self.messages.say(Tone.NOTICE, self.tr("No check is open.")))
        self.flow.check_reached.connect(self._say_check)

    def _connect_work(self) -> None:
        parts = self.parts
        self.work.queue.open_requested.connect(self._open)
        self.top_bar.verify_requested.connect(self.actions_.of("verify").trigger)
        self.top_bar.postpone_requested.connect(self.actions_.of("postpone").trigger)
        self.top_bar.reopen_requested.connect(self.actions_.of("reopen").trigger)
        parts.importer.letters_changed.connect(parts.queue.refresh_soon)
        parts.queue.counted.connect(self._look_up)
        self.importing.done.connect(self._say_imported)
        parts.exporter.finished.connect(self._say_exported)
        self.import_strip.report_requested.connect(self.importing.show_report)
        self.welcome.files_requested.connect(self.importing.files)
        self.welcome.folder_requested.connect(self.importing.folder)
        self.welcome.samples_requested.connect(self.importing.samples)
        self.work.page.selection.snap_changed.connect(lambda snap: self.status_line.show_snap(self.tr(snap.value)))
        self.status_line.show_snap(self.tr(self.work.page.snap.value))
        parts.keeper.ask(lambda store: store.label_set(), self._show_labels)

    def _show_letter(self) -> None:
        letter = self.parts.session.letter
        self.messages.hide()
        if letter is not None:
            self._body.setCurrentWidget(self.work)
        self.work.show_letter(letter is not None)
        self.work.queue.mark_open(letter.id if letter else None)
        self._show_standing()
        self._show_saving()
        self._show_place()
        (self.work.form if letter else self.work.queue.table).setFocus()

    def _show_standing(self) -> None:
        session = self.parts.session
        group = session.undo_group
        state = session.state if session.letter else None
        self.actions_.refresh(Standing(state, group.canUndo(), group.canRedo()))

    def _show_saving(self) -> None:
        session, saving = self.parts.session, self.parts.session.saving
        why = self.tr("not saved: {reason}").format(reason=saving.reason) if isinstance(saving, NotSaved) else ""
        names = [letter_name(session) if session.letter else "", self.parts.keeper.path.name, why]
        self.setWindowTitle(" \N{EN DASH} ".join(name for name in names if name) + "[*]")
        self.setWindowModified(not isinstance(saving, Saved))
        if isinstance(saving, NotSaved):
            again: Callable[[], None] = session.try_saving_again
            text = not_saved(saving.reason).text
            self.messages.say(Tone.ERROR, text, self.tr("Try again"), again)
        elif isinstance(saving, Saved):
            self.parts.queue.refresh_soon()
            if self._leaving:
                self.close()

    def _look_up(self) -> None:
        """How many letters there are and have been verified today."""
        self.parts.keeper.ask(lambda store: store.counts(), self._show_counts)
        self.parts.keeper.ask(lambda store: store.verified_today(), self.top_bar.show_today)
        self._show_place()

    def _show_counts(self, counts: Mapping[LetterState, int]) -> None:
        self.top_bar.show_counts(counts)
        empty = not any(counts.values()) and self.parts.session.letter is None
        self._body.setCurrentWidget(self.welcome if empty else self.work)

    def _show_place(self) -> None:
        letter, queue = self.parts.session.letter, self.parts.queue
        if letter is not None:
            queue.find_place(letter.id, lambda place: self.top_bar.show_place(place, queue.rowCount()))

    def _show_labels(self, labels: LabelSet) -> None:
        self.work.page.set_labels(labels)
        self.work.highlights.show_labels(labels)

    def _name_undo(self, step: str) -> None:
        self.actions_.of("undo").setText(self.tr("&Undo {step}").format(step=step).strip())

    def _open(self, letter_id: int) -> None:
        if self.work.form.commit_pending():
            self.parts.session.show(letter_id)

    def _say_refused(self, sentence: str) -> None:
        """What the form refuses it says itself, right at the field."""
        focused = QApplication.focusWidget()
        if focused is None or not self.work.form.isAncestorOf(focused):
            self.messages.say(Tone.WARNING, sentence)

    def _say_all_done(self) -> None:
        self.messages.say(Tone.NOTICE, self.tr("No other letter waits for a review."))

    def _say_check(self, finding: Finding) -> None:
        said = f"{finding.rule}  {finding.message}"
        self.messages.say(Tone.WARNING, said, self.tr("Acknowledge..."), lambda: self.flow.acknowledge(finding))

    def _say_exported(self, outcome: Exported | NotExported) -> None:
        tone = Tone.NOTICE if isinstance(outcome, Exported) and not outcome.left_out else Tone.ERROR
        self.messages.say(tone, export_message(outcome).text)

    def _say_imported(self, report: ImportReport) -> None:
        all_in = len(report.letters) == len(report.lines)
        tone = Tone.NOTICE if all_in else Tone.WARNING
        self.messages.say(tone, summary(report), self.tr("What went in"), self.importing.show_report)
