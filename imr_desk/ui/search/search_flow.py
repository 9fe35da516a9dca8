"""From words to a hit, from the hit into its letter, and back again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from imr_desk.store.kept.stored import Hit, Where
from imr_desk.ui.parts import Parts
from imr_desk.ui.search.search_view import SearchView
from imr_desk.ui.stage import Stage, View
from imr_desk.ui.workplace import Workplace


class SearchFlow(QObject):
    """Has the search on the stage, and opens a letter where the words stand."""

    def __init__(self, parts: Parts, work: Workplace, stage: Stage) -> None:
        super().__init__(work)
        self._session = parts.session
        self._focus = parts.focus
        self._work = work
        self._stage = stage
        self._wanted: tuple[Hit, str] | None = None
        self.search = SearchView(parts.searching)
        hint = self.tr("Up, Down: choose a letter \N{MIDDLE DOT} Enter: open it where the words stand")
        self.view = View(self.tr("Search all letters"), self.search, hint)
        self.search.open_requested.connect(self._open)
        self._session.letter_shown.connect(self._go_to_hit, Qt.ConnectionType.QueuedConnection)
        work.page.find_bar.back_wanted.connect(stage.return_to_view)

    def begin(self) -> None:
        """Bring the search to the front; words selected on the page are offered."""
        span = self._work.page.selection.span if self._stage.view is None else None
        self._stage.enter(self.view)
        self.search.start(self._session.text.printed(span) if span else "")

    def _open(self, hit: Hit, words: str) -> None:
        self._wanted = (hit, words)
        self._session.show(hit.letter_id)

    def _go_to_hit(self) -> None:
        """Once the form has taken its shape, and the keyboard."""
        wanted, self._wanted = self._wanted, None
        letter = self._session.letter
        if wanted is None or letter is None or letter.id != wanted[0].letter_id:
            return
        hit, words = wanted
        if hit.where is Where.VALUE and hit.about in self._session.record:
            self._focus.set(hit.about)
        elif hit.where is Where.MEMO:
            self._work.side.show_highlights()
        self._work.page.show_found(words, hit.span)
