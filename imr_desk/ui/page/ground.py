"""The ground that the pages lie on: scrolled and zoomed, by wheel, keys and on behalf of the field in focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from imr_desk.letter.geometry import Place
from imr_desk.letter.text import Page
from imr_desk.ui.page.glide import Glide
from imr_desk.ui.page.layout import (
    GAP,
    NO_PAGES,
    Exactly,
    FitPage,
    FitWidth,
    Point,
    Zoom,
    lay_out,
    third_above,
)

_WHEEL_STEP = 120
"""What one notch of a wheel turns, in eighths of a degree."""
_ZOOM_STEP = 1.15
_MARGIN = 24
"""Pixels kept between what is brought into view and the window's edge."""


class PageGround(QAbstractScrollArea):
    """Knows where on which page a pixel of the window lies, and what part of the pages is seen."""

    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._zoom: Zoom = FitWidth()
        self._layout = NO_PAGES
        self.glide = Glide(self.verticalScrollBar())
        self._unseen = True
        """Whether these pages have not been painted yet: nobody is led astray when they are elsewhere at once."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(48)
        self._held: tuple[Point, QPoint] | None = None
        """What was put at the top left, and the pixel that this came to."""

    @property
    def scale(self) -> float:
        """Logical pixels a point, as now shown."""
        return self._layout.scale

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    def put_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages, from the top of the first."""
        self._pages = pages
        self._unseen = True
        self.glide.stop()
        self._held = None
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        """Show the pages at this zoom; what lies under `anchor` (the middle, unless given) stays there.

        A whole page is shown from its top.
        """
        self.glide.finish()
        self._held = None
        spot = anchor or QPointF(self.viewport().rect().center())
        kept = self.point_at(spot)
        self._zoom = zoom
        self._lay_out()
        if kept is not None:
            x, y = self._layout.pixel_of(kept)
            top = self._layout.sheets[kept.page - 1].rect.y0 - GAP if isinstance(zoom, FitPage) else y - spot.y()
            self.horizontalScrollBar().setValue(round(x - spot.x()))
            self.verticalScrollBar().setValue(round(top))
        self.zoom_changed.emit()

    def zoom_by(self, steps: float, anchor: QPointF | None = None) -> None:
        """So many steps larger, or smaller where below 0."""
        self.set_zoom(Exactly(self.scale * _ZOOM_STEP**steps), anchor)

    def point_at(self, position: QPointF) -> Point | None:
        """The page point at a position of the viewport, on the nearest page; None without pages."""
        corner = self._corner()
        return self._layout.point_at(position.x() + corner.x(), position.y() + corner.y())

    def rect_of(self, place: Place) -> QRectF:
        """Where a box of a page stands in the viewport."""
        rect, corner = self._layout.rect_of(place), self._corner()
        return QRectF(rect.x0 - corner.x(), rect.y0 - corner.y(), rect.width, rect.height)

    def shows(self, place: Place) -> bool:
        """Whether a box lies wholly within the window."""
        window, box = QRectF(self.viewport().rect()), self.rect_of(place)
        return window.contains(box.topLeft()) and window.contains(box.bottomRight())

    @property
    def corner(self) -> Point | None:
        """The page point that the window's top left shows once the pages stand still; None without pages.

        One that was put there counts as reached until somebody moves on.
        """
        if self._held is not None and self._held[1] == self._corner():
            return self._held[0]
        return self._layout.point_at(self.horizontalScrollBar().value(), self.glide.goal)

    def put_corner(self, point: Point) -> None:
        """Have this page point at the window's top left, or as near to it as the pages reach.

        It comes nearer as the window takes shape, unless somebody has moved on.
        """
        self.glide.stop()
        if 1 <= point.page <= len(self._layout.sheets):
            x, y = self._layout.pixel_of(point)
            self.horizontalScrollBar().setValue(round(x))
            self.verticalScrollBar().setValue(round(y))
            self._held = (point, self._corner())

    def bring_to_third(self, place: Place) -> None:
        """Scroll so that a box's line lies about a third down the window."""
        self._scroll_sideways(place)
        target = round(third_above(self._layout, place, self.viewport().height()))
        if self._unseen:
            self.verticalScrollBar().setValue(target)
        else:
            self.glide.move_to(target)

    def keep_visible(self, place: Place) -> None:
        """Scroll no further than needed to see a box."""
        self._scroll_sideways(place)
        bar, rect = self.verticalScrollBar(), self.rect_of(place)
        below, above = rect.bottom() + _MARGIN - self.viewport().height(), rect.top() - _MARGIN
        if above < 0 or below > 0:
            bar.setValue(round(bar.value() + (above if above < 0 else below)))

    def scroll_pages(self, by: int) -> None:
        """So many windows further down."""
        bar = self.verticalScrollBar()
        self.glide.move_to(bar.value() + by * (bar.pageStep() - 2 * _MARGIN))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        held, corner = self._held, self._corner()
        self.set_zoom(self._zoom, QPointF(self.viewport().width() / 2, 0))
        if held is not None and held[1] == corner:
            self.put_corner(held[0])

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.glide.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / _WHEEL_STEP, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def _corner(self) -> QPoint:
        """The pixel of the ground at the viewport's top left."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        window = self.viewport().size()
        self._layout = lay_out(self._pages, self._zoom, window.width(), window.height())
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.width, window.width()),
            (self.verticalScrollBar(), self._layout.height, window.height()),
        ):
            bar.setRange(0, max(0, round(whole) - seen))
            bar.setPageStep(seen)
        self.viewport().update()

    def _scroll_sideways(self, place: Place) -> None:
        bar, rect = self.horizontalScrollBar(), self.rect_of(place)
        if rect.right() > self.viewport().width() or rect.left() < 0:
            bar.setValue(round(bar.value() + rect.left() - _MARGIN))
