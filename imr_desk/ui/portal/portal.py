"""The portal itself: a frame over the pages that takes neither the keyboard nor one's place, and goes at a key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.letter.text import LetterText
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.portal.clips import clips_of
from imr_desk.ui.portal.paper import PortalPaper
from imr_desk.ui.portal.peek import Peek

_AIR = 12
"""Pixels between the portal and the edge of the pages, and within it."""
_GAP = 4
_MOST_OF_HEIGHT = 0.6
_MOST_SCALE = 2.2
"""Pixels a point: larger print is no easier to read."""
_SCROLLS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Portal(QFrame):
    """Lies over the half of the pages in which the person is not reading."""

    went = Signal()
    """The portal has gone."""

    def __init__(self, over: QWidget, paper: PortalPaper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "portal")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._over = over
        self._peek: Peek | None = None
        self._text: LetterText | None = None
        self._read_at: int | None = None
        self._heard: QWidget | None = None
        self.paper = paper
        self._title = plain_label("heading")
        self._keys = plain_label("label")
        self._missing = plain_label("muted", wraps=True)
        self._scroll = QScrollArea()
        self._lay_out()
        over.installEventFilter(self)
        self.hide()

    @property
    def peek(self) -> Peek | None:
        """What is being peeked at."""
        return self._peek

    def open(self, peek: Peek, text: LetterText, read_at: int | None) -> None:
        """Show a place; `read_at` is the height at which the person is reading the pages, if known."""
        self._peek, self._text, self._read_at = peek, text, read_at
        self._title.setText(self._titled(peek, text))
        self._missing.setText(peek.missing)
        self._missing.setVisible(not peek.spans)
        self._scroll.setVisible(bool(peek.spans))
        self._settle()
        self.show()
        self.raise_()
        self._listen(QApplication.focusWidget())
        said = " ".join(text.printed(span) for span in peek.spans) or peek.missing
        self.setAccessibleName(peek.title)
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{peek.title}: {said}"))

    def keep_off(self, read_at: int | None) -> None:
        """The person reads at this height now."""
        if self._peek is not None:
            self._read_at = read_at
            self._settle()

    def close_portal(self) -> None:
        """Take the portal away."""
        if self._peek is not None:
            self._peek = None
            self._listen(None)
            self.hide()
            self.went.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() is QEvent.Type.Resize and self._peek is not None:
                self._settle()
            return False
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        return self._hear(event)

    def follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        """The keyboard has gone elsewhere."""
        if self._peek is not None:
            self._listen(now)

    def _hear(self, key: QKeyEvent) -> bool:
        """Esc takes the portal away, PgUp and PgDn scroll what is too long; all else goes where it always goes."""
        bar = self._scroll.verticalScrollBar()
        scrolls = _SCROLLS.get(Qt.Key(key.key()), 0) if bar.maximum() and self._peek and self._peek.spans else 0
        if key.modifiers() or not (scrolls or key.key() == Qt.Key.Key_Escape):
            return False
        key.accept()
        if key.type() is QEvent.Type.KeyPress:
            if scrolls:
                bar.setValue(bar.value() + scrolls * bar.pageStep())
            else:
                self.close_portal()
        return True

    def _listen(self, widget: QWidget | None) -> None:
        """Hear the keys of whatever has the keyboard while the portal is there."""
        if self._heard is not None:
            self._heard.removeEventFilter(self)
        self._heard = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _titled(self, peek: Peek, text: LetterText) -> str:
        pages = sorted({place.page for span in peek.spans for place in text.places(span)})
        if not pages:
            return peek.title
        numbers = "\N{EN DASH}".join(str(page) for page in dict.fromkeys((pages[0], pages[-1])))
        return self.tr("{title} \N{MIDDLE DOT} p {pages}").format(title=peek.title, pages=numbers)

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setText("\N{MULTIPLICATION X}")
        close.setToolTip(self.tr("Take the portal away (Esc)"))
        close.setAccessibleName(self.tr("Take the portal away"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_portal)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._keys)
        self._head.addWidget(close)
        self._scroll.setWidget(self.paper)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(_AIR, _GAP, _GAP, _AIR)
        column.setSpacing(_GAP)
        column.addLayout(self._head)
        column.addWidget(self._missing)
        column.addWidget(self._scroll, 1)

    def _settle(self) -> None:
        """As large as the place needs and the pages allow, in the half that is not being read."""
        if self._peek is None or self._text is None:
            return
        room = self._over.geometry().adjusted(_AIR, _AIR, -2 * _AIR, -_AIR)
        frame = 2 * _AIR + self._scroll.verticalScrollBar().sizeHint().width()
        self.paper.show_clips(clips_of(self._text, self._peek.spans), room.width() - frame, _MOST_SCALE)
        head = self._head.sizeHint().height() + 3 * _GAP + _AIR
        body = self.paper.height() if self._peek.spans else self._missing.heightForWidth(room.width() - frame)
        height = min(head + body, round(room.height() * _MOST_OF_HEIGHT))
        long = self._peek.spans and head + body > height
        self._keys.setText(self.tr("PgUp, PgDn scroll \N{MIDDLE DOT} Esc") if long else self.tr("Esc"))
        box = QRect(room.topLeft(), room.size())
        box.setHeight(height)
        if self._read_at is None or self._read_at < room.center().y():
            box.moveBottom(room.bottom())
        self.setGeometry(box)
        self._scroll.verticalScrollBar().setValue(0)
