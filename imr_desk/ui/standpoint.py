"""What a person sees of the letter: told to the bookmark as it changes, and put back when the next sitting begins."""

from __future__ import annotations

from PySide6.QtCore import QObject

from imr_desk.desk.sitting.bookmark import Bookmark, Outlook
from imr_desk.ui.form.field_scroll import FieldScroll
from imr_desk.ui.page.ground import PageGround
from imr_desk.ui.page.layout import Exactly, FitPage, FitWidth, Point, Zoom


class Standpoint(QObject):
    """Knows which part of the pages is seen, how large, and where the field in focus stands in the form."""

    def __init__(self, bookmark: Bookmark, pages: PageGround, fields: FieldScroll, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._fields = fields
        bookmark.watch(self.look)
        bookmark.resumed.connect(self._put_back)
        bars = (pages.verticalScrollBar(), pages.horizontalScrollBar())
        for moved in (*(bar.valueChanged for bar in bars), pages.zoom_changed, fields.scrolled):
            moved.connect(bookmark.moved)

    def look(self) -> Outlook:
        """What is seen now, or will be as soon as nothing moves."""
        corner = self._pages.corner or Point(1, 0.0, 0.0)
        zoom = zoom_words(self._pages.zoom)
        return Outlook(corner.page, corner.x, corner.y, zoom, self._fields.height_of_focus)

    def _put_back(self, outlook: Outlook) -> None:
        self._pages.set_zoom(zoom_of(outlook.zoom))
        self._pages.put_corner(Point(outlook.page, outlook.x, outlook.y))
        self._fields.follow(outlook.height)


def zoom_words(zoom: Zoom) -> str:
    """A zoom as it is noted."""
    match zoom:
        case FitWidth():
            return "width"
        case FitPage():
            return "page"
        case Exactly(scale):
            return str(scale)


def zoom_of(words: str) -> Zoom:
    """The inverse of `zoom_words`; as wide as the window for what is none."""
    try:
        return FitPage() if words == "page" else Exactly(float(words))
    except ValueError:
        return FitWidth()
