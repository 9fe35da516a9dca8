"""The guide beside the work: its contents on the left, a page on the right, and a box that finds words in all of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.ui.guide.pages import FIRST, GuidePage, read_guide
from imr_desk.ui.guide.reader import GuideReader
from imr_desk.ui.look.extent import give_room
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.words_line import WordsLine

_FILE = Qt.ItemDataRole.UserRole


class GuideWindow(QDialog):
    """Stays open while one works; Esc puts it away."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Guide"))
        give_room(self, 980, 660)
        self._pages = {page.file: page for page in read_guide(folder)}
        self._trail: list[str] = []
        self.words = WordsLine()
        self.words.setPlaceholderText(self.tr("Find in the guide"))
        self.words.setAccessibleName(self.tr("Find in the guide"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Pages of the guide"))
        self.contents.setProperty("role", "panel")
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = QPushButton(self.tr("&Back"))
        self.back.setAutoDefault(False)
        self.reader = GuideReader(folder)
        self.remark = plain_label("look", wraps=True)
        self._arrange()
        self._connect()
        self._list_pages("")
        if not self._pages:
            self._say(self.tr("The guide was not installed with this program; nothing else is missing."))

    @property
    def shown(self) -> str:
        """The file of the page that is shown; empty for none."""
        return self._trail[-1] if self._trail else ""

    def show_page(self, file: str) -> None:
        """Show a page; the first one where there is none of that name."""
        page = self._pages.get(file) or self._pages.get(FIRST)
        if page is not None and page.file != self.shown:
            self._trail.append(page.file)
            self._show(page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the box for words empties it first; Enter there goes on to the next place."""
        if event.key() == Qt.Key.Key_Escape and self.words.text():
            self.words.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus():
            self._find_on()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.words, self.contents, self.back):
            column.addWidget(widget)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.reader)
        parts.setChildrenCollapsible(False)
        parts.setSizes([240, 740])
        parts.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.addWidget(parts, 1)
        whole.addWidget(self.remark)
        self.remark.hide()

    def _connect(self) -> None:
        self.words.textChanged.connect(self._search)
        self.contents.currentItemChanged.connect(lambda now, _: self.show_page(now.data(_FILE)) if now else None)
        self.contents.itemActivated.connect(lambda _: self.reader.setFocus())
        self.back.clicked.connect(self._go_back)
        self.reader.page_wanted.connect(self._follow)
        self.reader.outside_wanted.connect(self._refuse)

    def _show(self, page: GuidePage) -> None:
        self.reader.show_page(page, self.words.text())
        self.remark.hide()
        self.back.setEnabled(len(self._trail) > 1)
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item.data(_FILE) == page.file:
                self.contents.setCurrentItem(item)

    def _go_back(self) -> None:
        self._trail.pop()
        self._show(self._pages[self.shown])

    def _search(self, words: str) -> None:
        self._list_pages(words)
        if self.contents.count() == 0 and self._pages:
            self._say(self.tr("No page of the guide has these words."))
            return
        self.remark.hide()
        listed = [self.contents.item(row).data(_FILE) for row in range(self.contents.count())]
        if self.shown in listed:
            self._show(self._pages[self.shown])
        elif listed:
            self.show_page(listed[0])

    def _list_pages(self, words: str) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in self._pages.values():
            if page.holds(words):
                item = QListWidgetItem(page.title, self.contents)
                item.setData(_FILE, page.file)
        self.contents.blockSignals(False)

    def _find_on(self) -> None:
        """The next place of the words, on this page or else on the next that has them."""
        if not self.words.text().strip() or self.reader.find_next():
            return
        row = (self.contents.currentRow() + 1) % max(self.contents.count(), 1)
        if row == self.contents.currentRow():
            self._show(self._pages[self.shown])
        else:
            self.contents.setCurrentRow(row)

    def _follow(self, file: str) -> None:
        if file in self._pages:
            self.show_page(file)
        else:
            self._refuse(file)

    def _refuse(self, address: str) -> None:
        sentence = self.tr("{address} is outside of the guide, and IMR Desk opens nothing outside of this computer.")
        self._say(sentence.format(address=address))

    def _say(self, sentence: str) -> None:
        self.remark.setText(sentence)
        self.remark.show()
