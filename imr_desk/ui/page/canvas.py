"""The pages as they are seen: paper, print, marks and caret, painted where visible and never waited for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.text import Page
from imr_desk.ui.look import theme
from imr_desk.ui.look.tokens import LIGHT
from imr_desk.ui.page.ground import PageGround
from imr_desk.ui.page.layout import Sheet, drawn_at
from imr_desk.ui.page.marks import Marks
from imr_desk.ui.page.paint import (
    PAPER,
    on_pixel,
    paint_caret,
    paint_focus_ring,
    paint_margin,
    paint_marks,
    paint_picture,
    paint_words,
)

_PATIENCE = 800
"""Milliseconds after which a page without a picture says that it is being drawn."""


class PageCanvas(PageGround):
    """Shows pages with their marks; a page without a picture shows the old one, or the reason."""

    marks_changed = Signal(object)
    """The `Marks` that are shown now."""

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._marks: Marks = {}
        self._caret: Place | None = None
        self._notice = ""
        self._before: QPixmap | None = None
        """What was seen of the last letter, until the new one has something to show."""
        self._bare = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._late = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._on_late)
        images.image_ready.connect(self._on_image)
        images.letter_leaving.connect(self._keep_sight)
        images.letter_opened.connect(self._on_image)

    def show_letter(self, pages: Sequence[Page], notice: str) -> None:
        """Show these pages from their top, as soon as there is a picture; without pages the notice on the ground."""
        self._before = self._before if pages else None
        self._late = False
        self._notice = notice
        self._marks, self._caret = {}, None
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if pages else Qt.CursorShape.ArrowCursor)
        self.put_pages(pages)

    def set_marks(self, marks: Marks) -> None:
        """Show these marks."""
        self._marks = marks
        self.marks_changed.emit(marks)
        self._repaint()

    def show_bare(self, bare: bool) -> None:
        """Hide all marks for a while, or show them again."""
        self._bare = bare
        self._repaint()

    def set_caret(self, place: Place | None) -> None:
        """Show the caret there, or nowhere."""
        self._caret = place
        self._repaint()

    @property
    def sharp(self) -> bool:
        """Whether every page in view is drawn as it will stay, or has its reason why not."""
        scales = self._scales([sheet.number for sheet in self._sheets_in_view()])
        return all(self._images.image(*wanted) or self._images.reason(wanted[0]) for wanted in scales.items())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        sheets = self._sheets_in_view()
        self._want(sheets)
        pictured = any(self._images.nearest_image(*one) for one in self._scales([it.number for it in sheets]).items())
        if self._before is not None and not pictured and not self._late:
            painter.drawPixmap(0, 0, self._before)
            if not self._patience.isActive():
                self._patience.start()
            return
        self._before, self._unseen = None, False
        painter.fillRect(event.rect(), theme.colour("page_ground"))
        if not self._pages:
            paint_words(painter, QRectF(self.viewport().rect()), self._notice, theme.colour("muted"))
        for sheet in sheets:
            self._paint_sheet(painter, sheet)
        if self._caret is not None and self.hasFocus():
            paint_caret(painter, self.rect_of(self._caret))
        if self.hasFocus():
            paint_focus_ring(painter, self.viewport().rect(), theme.colour("accent"))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._repaint()

    def _keep_sight(self) -> None:
        self._before = self.viewport().grab() if self._pages and self.isVisible() else None

    def _on_late(self) -> None:
        self._late = True
        self._repaint()

    def _on_image(self) -> None:
        self._late = False
        self._patience.stop()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()

    def _sheets_in_view(self) -> Sequence[Sheet]:
        top = self._corner().y()
        return self._layout.visible(top, top + self.viewport().height())

    def _want(self, sheets: Sequence[Sheet]) -> None:
        """Have the visible pages drawn first, then the ones before and after."""
        seen = [sheet.number for sheet in sheets]
        near = [number for number in (seen[-1] + 1, seen[0] - 1) if 1 <= number <= len(self._pages)] if seen else []
        self._images.want(self._scales(seen), self._scales(near))

    def _scales(self, pages: Sequence[int]) -> dict[int, float]:
        ratio = self.devicePixelRatioF()
        return {page: drawn_at(self._pages[page - 1], self.scale, ratio) for page in pages}

    def _paint_sheet(self, painter: QPainter, sheet: Sheet) -> None:
        page = self._pages[sheet.number - 1]
        target = self.rect_of(Place(sheet.number, Rect(0, 0, page.width, page.height)))
        target.moveTopLeft(on_pixel(target.topLeft(), self.devicePixelRatioF()))
        painter.fillRect(target, PAPER)
        self._paint_picture(painter, sheet.number, target)
        marks = () if self._bare else self._marks.get(sheet.number, ())
        paint_marks(painter, marks, lambda box: self.rect_of(Place(sheet.number, box)))
        paint_margin(painter, marks, lambda box: self.rect_of(Place(sheet.number, box)), target.right())
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_picture(self, painter: QPainter, page: int, target: QRectF) -> None:
        scale = drawn_at(self._pages[page - 1], self.scale, self.devicePixelRatioF())
        sharp = self._images.image(page, scale)
        picture = sharp or self._images.nearest_image(page, scale)
        if picture is not None:
            paint_picture(painter, target, picture)
        elif reason := self._images.reason(page):
            paint_words(painter, target, reason, QColor(LIGHT.muted))
        elif self._late:
            words = self.tr("Page {page} is being drawn.").format(page=page)
            paint_words(painter, target, words, QColor(LIGHT.muted))
        elif not self._patience.isActive():
            self._patience.start()
