"""Shows a page of the guide: its pictures as wide as there is room, its links within the guide followed, no others."""

from __future__ import annotations

from os.path import relpath
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from imr_desk.ui.guide.pages import GuidePage
from imr_desk.ui.look.theme import tokens

_MARGIN = 48
"""Pixels of a page's width that no picture may use."""
_STYLE = """
    a {{ color: {accent}; }}
    code {{ background-color: {hover}; }}
    th {{ background-color: {hover}; text-align: left; }}
    th, td {{ border: 1px solid {line}; padding: 4px 8px; }}
    table {{ border-collapse: collapse; margin-bottom: 8px; }}
    h1, h2 {{ margin-top: 12px; }}
"""


class GuideReader(QTextBrowser):
    """Follows the theme, the size of text, and the width that it has."""

    page_wanted = Signal(str)
    """A link leads to this page."""
    outside_wanted = Signal(str)
    """A link leads out of the guide, to this address."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder.resolve()
        self._page: GuidePage | None = None
        self._words = ""
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("Page of the guide"))
        self.document().setDocumentMargin(16)
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: GuidePage, words: str = "") -> None:
        """Show a page from its top, or from the first of the words looked for."""
        self._page = page
        self._print()
        self.mark(words)
        self.find_next()

    def mark(self, words: str) -> None:
        """Mark these words wherever they stand."""
        self._words = words
        self.setExtraSelections([self._marked(cursor) for word in words.split() for cursor in self._places(word)])

    def find_next(self) -> bool:
        """Go to the next of the words looked for; False after the last."""
        first = next(iter(self._words.split()), "")
        return bool(first) and self.find(first)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Pictures of the guide only, none wider than the page."""
        if type != QTextDocument.ResourceType.ImageResource.value:
            return None
        image = QImage(str(self._path(QUrl(name).path())))
        room = max(self.viewport().width() - _MARGIN, 200)
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(room, smooth) if image.width() > room else image

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._print_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._print_again()

    def _print_again(self) -> None:
        """The same page, at the same place."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._print()
        self.mark(self._words)
        bar.setValue(round(share * bar.maximum()))

    def _print(self) -> None:
        if self._page is None:
            return
        shown = tokens()
        style = _STYLE.format(accent=shown.accent, hover=shown.hover, line=shown.line)
        self.document().setDefaultStyleSheet(style)
        self.setHtml(self._page.html)

    def _follow(self, url: QUrl) -> None:
        path = self._path(url.path())
        if url.scheme() or path.suffix != ".md" or not path.is_file():
            self.outside_wanted.emit(url.toString())
        else:
            self.page_wanted.emit(Path(relpath(path, self._folder)).as_posix())

    def _path(self, name: str) -> Path:
        """Where a link or a picture of the page leads."""
        here = self._folder / (self._page.file if self._page else "")
        return (here.parent / name).resolve()

    def _places(self, word: str) -> list[QTextCursor]:
        places: list[QTextCursor] = []
        cursor = self.document().find(word)
        while not cursor.isNull():
            places.append(cursor)
            cursor = self.document().find(word, cursor)
        return places

    def _marked(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = QTextCharFormat()
        selection.format.setBackground(QColor(tokens().look_tint))
        selection.format.setForeground(QColor(tokens().look))
        return selection
