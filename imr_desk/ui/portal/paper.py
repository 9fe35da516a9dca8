"""The paper of a portal: pieces of pages, painted and marked as the pages themselves, and what the mouse does there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.ui.look import theme
from imr_desk.ui.page.marks import Marks
from imr_desk.ui.page.paint import PAPER, paint_marks
from imr_desk.ui.page.selection import TextSelection
from imr_desk.ui.portal.clips import Clip, Pasted

_NOTHING = Pasted((), 1.0)


class PortalPaper(QWidget):
    """Shows pieces of the letter; a click tells the word, with Ctrl a click or drag tells the words to fill from."""

    word_clicked = Signal(int)
    words_taken = Signal(Span)

    def __init__(self, images: PageImages, selection: TextSelection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._selection = selection
        self._pasted = _NOTHING
        self._marks: Marks = {}
        self._pressed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        images.image_ready.connect(self._on_picture)

    def show_clips(self, clips: tuple[Clip, ...], width: float, most: float) -> None:
        """Show these pieces as large as `width` pixels allow, at most at `most` pixels a point."""
        widest = max((clip.rect.width for clip in clips), default=1.0)
        self._pasted = Pasted(clips, min(most, width / widest))
        self.setFixedSize(self.sizeHint())
        self.update()

    def set_marks(self, marks: Marks) -> None:
        """Show these marks, those of the pages."""
        self._marks = marks
        self.update()

    @property
    def sharp(self) -> bool:
        """Whether every piece is drawn as it will stay."""
        return all(self._sharp(clip) is not None for clip in self._pasted.clips)

    def rect_of(self, page: int, box: Rect) -> QRectF | None:
        """Where a box of a page is seen; None where it is not."""
        for place, clip in enumerate(self._pasted.clips):
            if clip.page.number == page and clip.rect.intersects(box):
                return self._to_pixels(place, box)
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._pasted.width, self._pasted.height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, clip in enumerate(self._pasted.clips):
            self._paint_clip(painter, place, clip)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._word_at(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        released = self._word_at(event.position())
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            ends = sorted((pressed, pressed if released is None else released))
            self.words_taken.emit(self._units_around(Span(*ends)))
        elif released is not None:
            self.word_clicked.emit(released)

    def _on_picture(self) -> None:
        self.update()

    def _units_around(self, span: Span) -> Span:
        units = self._selection.whole_units
        ends = [units.around(Span(offset, offset)) for offset in (span.start, span.end)]
        return Span(ends[0].start, ends[-1].end)

    def _word_at(self, position: QPointF) -> int | None:
        point = self._pasted.point_at(position.x(), position.y())
        return self._selection.flow.word_at(point) if point else None

    def _to_pixels(self, place: int, box: Rect) -> QRectF:
        left, top = self._pasted.page_corner(place)
        scaled = box.scaled(self._pasted.scale)
        return QRectF(left + scaled.x0, top + scaled.y0, scaled.width, scaled.height)

    def _device_scale(self) -> float:
        return self._pasted.scale * self.devicePixelRatioF()

    def _sharp(self, clip: Clip) -> QImage | None:
        return self._images.drawn(clip.page.number, self._device_scale())

    def _source(self, clip: Clip, seen: QSize, picture: QImage, sharp: bool) -> QRectF:
        """The piece of a page's picture, pixel for pixel where it was drawn for just this size."""
        source = clip.rect.scaled(picture.width() / clip.page.width)
        ratio = self.devicePixelRatioF()
        size = (seen.width() * ratio, seen.height() * ratio) if sharp else (source.width, source.height)
        return QRectF(round(source.x0), round(source.y0), *size)

    def _paint_clip(self, painter: QPainter, place: int, clip: Clip) -> None:
        target = self._to_pixels(place, clip.rect).toAlignedRect()
        painter.save()
        painter.setClipRect(target)
        painter.fillRect(target, PAPER)
        sharp = self._sharp(clip)
        picture = sharp or self._images.nearest_image(clip.page.number, self._device_scale())
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture is not sharp)
            painter.drawImage(QRectF(target), picture, self._source(clip, target.size(), picture, picture is sharp))
        paint_marks(painter, self._marks.get(clip.page.number, ()), lambda box: self._to_pixels(place, box))
        painter.restore()
        if place:
            painter.setPen(QPen(theme.colour("line")))
            y = target.top() - 5
            painter.drawLine(0, y, self.width(), y)
