"""The work itself: letters and map on the left, pages in the middle, fields and highlights on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QSplitter,
    QWidget,
)

from imr_desk.ui.by_turns import ByTurns
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.form.form_view import FormView
from imr_desk.ui.highlights.highlights_view import HighlightsView
from imr_desk.ui.history.history_panel import HistoryPanel
from imr_desk.ui.map.letter_map import LetterMap
from imr_desk.ui.map.letter_parts import MapRow
from imr_desk.ui.page.dimming import Dimming
from imr_desk.ui.page.page_view import PageView
from imr_desk.ui.panel_widths import PanelWidths
from imr_desk.ui.parts import Parts
from imr_desk.ui.portal.portals import Portals
from imr_desk.ui.queue.queue_view import QueueView
from imr_desk.ui.side_panel import SidePanel
from imr_desk.ui.standpoint import Standpoint


class Workplace(QSplitter):
    """The four panels side by side; with no letter open the list has all the room."""

    def __init__(self, parts: Parts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._parts = parts
        self.queue = QueueView(parts, asking)
        self.map = LetterMap(parts.session, parts.focus, parts.keys)
        self.page = PageView(parts.session, parts.focus, parts.images)
        self.portals = Portals(parts.session, parts.focus, parts.images, self.page)
        self.dimming = Dimming(parts.repetition, parts.session, parts.focus, self.page)
        self.form = FormView(parts.session, parts.focus, parts.images, parts.vocabulary)
        self.highlights = HighlightsView(parts.session, asking)
        for inner in (self.form, self.highlights):
            inner.setProperty("role", "")
        self.side = SidePanel(self.form, self.highlights)
        self.outside: tuple[QWidget, ...] = ()
        """What F6 goes to beyond the panels."""
        self.history = HistoryPanel(parts.session)
        self.history.hide()
        self.right = _stacked(self.side, self.history)
        self.left = _stacked(self.queue, self.map)
        for panel in (self.left, self.page, self.right):
            self.addWidget(panel)
        self.setChildrenCollapsible(False)
        self.standpoint = Standpoint(parts.bookmark, self.page.canvas, self.form.fields, self)
        self.widths = PanelWidths(self)
        self._beside = False
        self._room = ByTurns(self)
        self._connect()
        self.show_letter(False)

    @property
    def shaped(self) -> dict[str, QSplitter | QHeaderView]:
        """The pieces whose shape is worth remembering, by name."""
        header = self.queue.table.horizontalHeader()
        return {"left": self.left, "right": self.right, f"columns {header.count()}": header}

    def make_room(self) -> None:
        """Lay the panels out for a letter that is on its way, and have nobody see it before that is shown.

        It takes as long as filling them, and so has turns of its own.
        """
        self.setUpdatesEnabled(False)
        panels = (self.page, self.map, self.side, self.right)
        self._room.add(self.form.make_room, self.widths.share_out, *(panel.show for panel in panels))

    def show_letter(self, shown: bool) -> None:
        """Make room for a letter, or give it all to the list; what nobody was to see until then is painted."""
        self._room.finish()
        for panel in (self.map, self.page, self.side):
            panel.setVisible(shown)
        self.right.setVisible(shown or not self.history.isHidden())
        if not shown:
            self.queue.show()
        elif not self._beside:
            self.widths.share_out()
        self._beside = shown
        self.setUpdatesEnabled(True)

    def find_letter(self) -> None:
        """Bring the list to the person's hands."""
        self.queue.show()
        self.queue.focus_filter()

    def list_letters(self) -> None:
        """Bring the letters listed now to the person's hands."""
        self.queue.show()
        self.queue.focus_table()

    def choose_filter(self) -> None:
        """Open the list's filters."""
        self.queue.show()
        self.queue.filter.filters.showMenu()

    def toggle_queue(self) -> None:
        """Show the list beside the page, or leave its room to the map."""
        self.queue.setVisible(self.queue.isHidden())

    def toggle_history(self) -> None:
        """Show the history and give it the keyboard, or put it away when it has that."""
        if self.history.has_keyboard:
            self.history.put_away()
        else:
            self.right.show()
            self.history.open()

    def step_panel(self, by: int) -> None:
        """Move the keyboard to the next panel, round to the first."""
        panels = [self.form, self.page, self.highlights.list, self.history, self.map.list, self.queue.table]
        shown = [panel for panel in (*panels, *self.outside) if panel.isVisible()]
        focused = QApplication.focusWidget()
        here = next((at for at, panel in enumerate(shown) if _within(panel, focused)), -by if by < 0 else -1)
        if shown:
            shown[(here + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_history(self) -> None:
        self.right.setVisible(self._beside)
        (self.form if self._beside else self.queue.table).setFocus()

    def _open(self, letter_id: int) -> None:
        if self.form.commit_pending():
            self._parts.session.show(letter_id)

    def _go_to_step(self, place: int) -> None:
        if self.form.commit_pending():
            self._parts.session.go_to_step(place)

    def _connect(self) -> None:
        self.queue.open_requested.connect(self._open)
        self._parts.ahead.sight = self.page.first_sight
        self.page.canvas.zoom_changed.connect(self._parts.ahead.look_again)
        self.map.part_chosen.connect(self._go_to_part)
        self.map.part_peeked.connect(self.portals.peek_part)
        self.highlights.place_requested.connect(self.page.show_span)
        self._parts.arrival.words_wanted.connect(self.page.show_span)
        self.history.step_chosen.connect(self._go_to_step)
        self.history.closed.connect(self._leave_history)
        self.page.field_wanted.connect(self.form.setFocus)
        self.page.memo_requested.connect(self.highlights.edit_memo)
        self._name_keys()

    def _name_keys(self) -> None:
        keys, found = self._parts.keys, self.page.find_bar
        keys.hint(
            self.queue.filter.words, self.tr("Case number, file name, words in the letter or in notes"), "focus_queue"
        )
        keys.hint(found.next, self.tr("Next"), "find_next")
        keys.hint(found.previous, self.tr("Previous"), "find_previous")

    def _go_to_part(self, row: MapRow) -> None:
        if row.fields:
            self.side.show_form()
            self._parts.focus.set(row.fields[0])
        if row.span is not None:
            self.page.show_span(row.span)


def _stacked(upper: QWidget, lower: QWidget) -> QSplitter:
    column = QSplitter(Qt.Orientation.Vertical)
    for panel in (upper, lower):
        column.addWidget(panel)
        column.setStretchFactor(column.count() - 1, 1)
    column.setChildrenCollapsible(False)
    return column


def _within(panel: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (panel is focused or panel.isAncestorOf(focused))
