"""The open letter's text, which learns where single characters stand as soon as a span cuts a word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.letter.span import Span
from imr_desk.letter.text import NO_TEXT, LetterText


class SharpText(QObject):
    """Knows the text with all character boxes found so far."""

    text_changed = Signal()

    def __init__(self, images: PageImages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self.text = NO_TEXT
        images.char_boxes_ready.connect(self._sharpen)

    def read(self, text: LetterText) -> None:
        """Another letter's text."""
        self.text = text
        self.text_changed.emit()

    def want(self, spans: Iterable[Span]) -> None:
        """Have the characters found of the words that these spans cut."""
        self._want(self.text.cut_words(spans))

    def want_page(self, offset: int) -> None:
        """Have all characters found of the page on which an offset stands."""
        if self.text.words:
            self._want(self.text.words_in(self.text.pages[self.text.page_at(offset) - 1].span))

    def _want(self, indexes: Iterable[int]) -> None:
        missing = {index: self.text.words[index] for index in indexes if index not in self.text.char_boxes}
        if missing:
            self._images.want_char_boxes(missing)

    def _sharpen(self) -> None:
        self.text = self.text.with_char_boxes(self._images.char_boxes)
        self.text_changed.emit()
