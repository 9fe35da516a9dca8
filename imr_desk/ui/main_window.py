"""The window of the desk: everything in its place, and every action bound to who does it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.outbox import NotSaved, Saved
from imr_desk.desk.rereader import RereadReport
from imr_desk.letter.highlight import LabelSet
from imr_desk.store.facet import Facet
from imr_desk.ui.action_set import ActionSet, Standing
from imr_desk.ui.actions import FOR_CHOSEN, Group
from imr_desk.ui.batch.batch_check import BatchCheck
from imr_desk.ui.compare.comparing import Comparing
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.boxes import Boxes
from imr_desk.ui.figures import Figures
from imr_desk.ui.import_strip import ImportStrip
from imr_desk.ui.importing import Importing, dropped_paths
from imr_desk.ui.insight.insights import Insights
from imr_desk.ui.leaving import Leave, Leaving
from imr_desk.ui.letter_name import letter_name
from imr_desk.ui.message_bar import MessageBar
from imr_desk.ui.news import News
from imr_desk.ui.parts import Parts
from imr_desk.ui.queue.many import ManyLetters
from imr_desk.ui.queue.sampling import Sampling
from imr_desk.ui.recent_stores import RecentStores
from imr_desk.ui.review_flow import ReviewFlow
from imr_desk.ui.search.search_flow import SearchFlow
from imr_desk.ui.stage import Stage
from imr_desk.ui.status_line import StatusLine
from imr_desk.ui.stores import Stores
from imr_desk.ui.theme_menu import ThemeMenu
from imr_desk.ui.tool_row import ToolRow
from imr_desk.ui.top_bar import TopBar
from imr_desk.ui.welcome import Welcome
from imr_desk.ui.window_deeds import deeds
from imr_desk.ui.window_memory import WindowMemory
from imr_desk.ui.workplace import Workplace

MIN_SIZE = (960, 600)
DIMMED, TOOLS = "dim_repeated", "tools"
"""Under this name it is remembered whether repeated text is dimmed."""
FRAME = QMargins(4, 32, 4, 8)
"""Room for what the desktop puts around a window; without it the status line would stand below the screen."""


class MainWindow(QMainWindow):
    """One store, one letter at a time."""

    closed = Signal()

    def __init__(self, parts: Parts, asking: Asking | None = None) -> None:
        super().__init__()
        self.parts = parts
        self.asking: Asking = asking or Boxes(self)
        self.actions_ = ActionSet(self, parts.keys)
        self.top_bar = TopBar(parts.session, parts.keys, parts.keeper.path)
        self.tools = ToolRow(self.actions_, parts.keys)
        self.messages = MessageBar()
        self.work = Workplace(parts, self.asking)
        self.welcome = Welcome(parts.keys)
        self.work.outside = (self.top_bar,)
        self.stage = Stage(self.work, self.welcome)
        self.batch = BatchCheck(parts, self.stage)
        self.status_line = StatusLine(parts.session, parts.focus, parts.keys)
        self.importing = Importing(parts.importer, parts.session, self.asking, parts.samples, self)
        self.leaving = Leaving(parts.session, self.work.form, self.asking, self)
        recent = RecentStores(parts.remembered)
        self.stores = Stores(parts.keeper.path, recent, parts.importer, self.asking, self)
        self.import_strip = ImportStrip(parts.importer)
        self.flow = ReviewFlow(parts.keeper, parts.session, parts.focus, parts.queue, self.asking, self)
        self.news = News(self.messages, parts.session, self.flow, self.importing, self.work.form)
        self.comparing = Comparing(parts, self.stage, self.work)
        self.insights = Insights(parts.insight, parts.insight_page, parts.queue, self.stage, self.asking)
        self.figures = Figures(parts.keeper, parts.session, parts.queue, self.top_bar)
        self.many = ManyLetters(parts, self.work.queue.chosen, self.asking)
        self.sampling = Sampling(parts, self.work.queue, self.asking)
        self.searches = SearchFlow(parts, self.work, self.stage)
        self._arrange()
        self._connect_letter()
        self._connect_work()
        self._memory = WindowMemory(parts.remembered, self, self.work.shaped)
        self._memory.recall()
        self.actions_.of("show_tools").setChecked(parts.remembered.get(TOOLS) == "yes")
        self.tools.setVisible(self.actions_.of("show_tools").isChecked())
        self.actions_.of("dim_repeated").setChecked(parts.remembered.get(DIMMED) == "yes")
        self.work.dimming.set_on(self.actions_.of("dim_repeated").isChecked())
        self.work.recall_shares(parts.remembered.get("panels"))
        self.figures.look_up()
        self._show_letter()
        self.news.remark(parts.keys.complaint)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only with everything on disk, waiting for it, or with the person's word that it may be lost."""
        if self.leaving.ask(self.close) is not Leave.NOW:
            event.ignore()
            return
        self.keep_shape()
        event.accept()
        self.closed.emit()

    def keep_shape(self) -> None:
        """Write down how everything stands, for the next window."""
        self.parts.remembered.keep("panels", self.work.shares)
        self.parts.remembered.keep(TOOLS, "no" if self.tools.isHidden() else "yes")
        self.parts.remembered.keep(DIMMED, "yes" if self.work.dimming.on else "no")
        self._memory.keep(self.parts.theme)

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
        self.resize(self.screen().availableGeometry().marginsRemoved(FRAME).size())
        menus = self.actions_.fill(self.menuBar())
        theme_menu = ThemeMenu(self.parts.theme, menus[Group.VIEW])
        self.actions_.bind(deeds(self, theme_menu))
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        framed = QVBoxLayout()
        framed.setContentsMargins(8, 0, 8, 8)
        framed.setSpacing(8)
        framed.addWidget(self.messages)
        framed.addWidget(self.stage, 1)
        column.addWidget(self.tools)
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
        session.history_changed.connect(self._show_standing)
        self.parts.focus.focus_changed.connect(lambda _: self.work.side.show_form())
        self.flow.no_check_open.connect(self.status_line.say_no_check)
        self.work.form.compare_requested.connect(self.comparing.compare)
        self.comparing.nothing_to_compare.connect(self.news.remark)
        self.flow.left_verified.connect(self.status_line.show_verified)

    def _connect_work(self) -> None:
        parts = self.parts
        self.work.queue.open_requested.connect(self._open)
        self.work.queue.chosen.changed.connect(self._show_standing)
        self.work.queue.table.attended.connect(self._show_standing)
        self.work.queue.table.menu_requested.connect(self._show_letters_menu)
        self.many.done.connect(self.news.undoable)
        self.many.not_done.connect(self.news.remark)
        self.sampling.not_done.connect(self.news.remark)
        self.sampling.judged.connect(self.flow.next_to_review)
        self.stage.changed.connect(self._show_stage)
        self.top_bar.back_requested.connect(self.actions_.of("back").trigger)
        self.top_bar.verify_requested.connect(self.actions_.of("verify").trigger)
        self.top_bar.postpone_requested.connect(self.actions_.of("postpone").trigger)
        self.top_bar.reopen_requested.connect(self.actions_.of("reopen").trigger)
        parts.importer.letters_changed.connect(parts.queue.refresh_soon)
        parts.rereader.finished.connect(self._on_read_again)
        parts.rereader.progressed.connect(self.status_line.show_reading_again)
        self.figures.counted.connect(self._show_or_welcome)
        parts.exporter.finished.connect(self.news.exported)
        parts.insight.written.connect(self.news.figures_written)
        self.insights.letters_requested.connect(self._list_letters)
        self.top_bar.today_requested.connect(self.insights.open_work)
        self.import_strip.report_requested.connect(self.importing.show_report)
        self.welcome.files_requested.connect(self.importing.files)
        self.welcome.folder_requested.connect(self.importing.folder)
        self.welcome.samples_requested.connect(self.importing.samples)
        self.work.dimming.told.connect(self.status_line.show_repeated)
        self.welcome.guide_requested.connect(self.actions_.of("guide").trigger)
        self.welcome.store_requested.connect(self.stores.open)
        self.welcome.show_stores([path for path in self.stores.recent.paths if path != parts.keeper.path.absolute()])
        self.stores.refused.connect(self.news.remark)
        self.work.page.selection.snap_changed.connect(lambda snap: self.status_line.show_snap(self.tr(snap.value)))
        self.status_line.show_snap(self.tr(self.work.page.snap.value))
        parts.keeper.ask(lambda store: store.label_set(), self._show_labels)

    def _show_letter(self) -> None:
        letter = self.parts.session.letter
        if letter is not None:
            self.stage.show_work()
        self.work.show_letter(letter is not None)
        self.work.queue.mark_open(letter.id if letter else None)
        self._show_standing()
        self._show_saving()
        (self.work.form if letter else self.work.queue.table).setFocus()

    def _show_standing(self) -> None:
        session = self.parts.session
        history = session.history
        at_letter = session.letter is not None and self.stage.view is None
        state = session.state if at_letter else None
        away = self.stage.view is not None or self.stage.waiting is not None
        chosen = self.stage.view is None and self.work.queue.aimed_at
        self.actions_.refresh(Standing(state, bool(history.last), bool(history.next), away, chosen))
        self._name_undo()

    def _show_stage(self) -> None:
        view, waiting = self.stage.view, self.stage.waiting
        self.top_bar.show_view(view.title if view else None, waiting.title if waiting else None)
        self.status_line.show_view(view.hint if view else None)
        self._show_standing()

    def _show_saving(self) -> None:
        session, saving = self.parts.session, self.parts.session.saving
        why = self.tr("not saved: {reason}").format(reason=saving.reason) if isinstance(saving, NotSaved) else ""
        names = [letter_name(session) if session.letter else "", self.parts.keeper.path.name, why]
        self.setWindowTitle(" \N{EN DASH} ".join(name for name in names if name) + "[*]")
        self.setWindowModified(not isinstance(saving, Saved))
        if isinstance(saving, Saved):
            self.parts.queue.refresh_soon()

    def _on_read_again(self, report: RereadReport) -> None:
        self.parts.queue.refresh_soon()
        self.news.read_again(report)

    def _show_or_welcome(self, letters: int) -> None:
        empty = not letters and self.parts.session.letter is None
        self.stage.welcome(empty)

    def _show_letters_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.actions_.of(id) for id in FOR_CHOSEN])
        menu.popup(at)

    def _show_labels(self, labels: LabelSet) -> None:
        self.work.page.set_labels(labels)
        self.work.highlights.show_labels(labels)
        self.work.history.show_labels(labels)

    def _name_undo(self) -> None:
        history = self.parts.session.history
        for id, words, step in (
            ("undo", self.tr("&Undo {step}"), history.last),
            ("redo", self.tr("&Redo {step}"), history.next),
        ):
            self.actions_.of(id).setText(words.format(step=step.title if step else "").strip())

    def _list_letters(self, facet: Facet) -> None:
        queue = self.parts.queue
        queue.show_letters(replace(queue.query.all_letters, facet=facet))
        self.stage.show_work()
        self.work.list_letters()

    def _open(self, letter_id: int) -> None:
        if self.work.form.commit_pending():
            self.parts.session.show(letter_id)
