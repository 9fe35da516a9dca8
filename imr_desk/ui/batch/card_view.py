"""A card as it is seen: the printed words, the value as it was read, its mark, its letter."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from imr_desk.desk.batch.cards import Card, Fate
from imr_desk.desk.batch.pictures import NotShown, Shown
from imr_desk.letter.entry import Found, Origin, Outcome
from imr_desk.letter.field import spec_of
from imr_desk.parser.words.convert import shown
from imr_desk.ui.batch.card_print import CardPrint
from imr_desk.ui.batch.card_shape import WRAPPED, CardParts, foot_font, line_height, parts_of, print_scale
from imr_desk.ui.form.field.mark import mark_of
from imr_desk.ui.form.field.mark_shapes import paint_mark
from imr_desk.ui.look.lettering import shortened, shortened_within, small
from imr_desk.ui.look.states import state_look
from imr_desk.ui.look.theme import colour

_CORNER = 8
_LETTER_SHARE = 0.45
"""Of the foot, for the name of the letter."""
_GROUNDS = {
    Fate.ASIDE: "ground",
    Fate.CLOSED: "ground",
    Fate.CONFIRMED: "confirmed_tint",
    Fate.CORRECTED: "confirmed_tint",
}


class CardView(QWidget):
    """Paints one card; knows whether its words have really been seen."""

    opened = Signal()
    """A double click."""
    focused = Signal()
    """It has the keyboard now."""
    painted = Signal()
    """The printed words are on the screen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._picture: Shown | NotShown | None = None
        self._same = ""
        self.seen = False
        """Whether the printed words of this very card have been painted."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    @property
    def card(self) -> Card | None:
        return self._card

    @property
    def parts(self) -> CardParts | None:
        """Where things stand on it: the value right below the print, once that is there; cards of one line alike."""
        parts, printed = self._usual_parts(), self._print()
        if parts is None or printed is None or not printed.fits:
            return parts
        return parts.raised(max(printed.height, line_height(self.font())))

    def show_card(self, card: Card, picture: Shown | NotShown | None, same: str) -> None:
        """Show a card with its picture, if that is there yet; `same` says how many cards have its value."""
        if self._card is None or card.key != self._card.key or picture is not self._picture:
            self.seen = False
        self._card, self._picture, self._same = card, picture, same
        self.setAccessibleName(self._spoken(card))
        self.setToolTip(_why_unseen(card, self._picture))
        self.update()

    def fits(self) -> bool:
        """Whether the printed words have room on the card, at a size that can be read."""
        printed = self._print()
        return printed is None or printed.fits

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        card, parts = self._card, self.parts
        if card is None or parts is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, card)
        self._paint_crop(painter, parts.crop, card)
        self._paint_value(painter, parts, card)
        self._paint_foot(painter, parts.foot, card)
        painter.end()
        if isinstance(self._picture, Shown) and not self.seen:
            self.seen = True
            self.painted.emit()

    def _paint_ground(self, painter: QPainter, card: Card) -> None:
        width = 2.0 if self.hasFocus() else 1.0
        pen = QPen(colour("accent" if self.hasFocus() else "line"), width)
        if card.fate is Fate.ASIDE:
            pen = QPen(colour("accent" if self.hasFocus() else "muted"), width, Qt.PenStyle.DashLine)
        path = QPainterPath()
        path.addRoundedRect(
            QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), _CORNER, _CORNER
        )
        painter.fillPath(path, colour(_GROUNDS.get(card.fate, "panel")))
        painter.setPen(pen)
        painter.drawPath(path)

    def _paint_crop(self, painter: QPainter, box: QRect, card: Card) -> None:
        printed = self._print()
        if printed is not None and printed.fits:
            printed.paint(painter)
            return
        painter.setFont(small(self.font()))
        painter.setPen(colour("muted"))
        said = _why_unseen(card, self._picture) or "\N{HORIZONTAL ELLIPSIS}"
        painter.drawText(box, WRAPPED, shortened_within(said, QSizeF(box.size()), QFontMetricsF(painter.font())))

    def _paint_value(self, painter: QPainter, parts: CardParts, card: Card) -> None:
        painter.setFont(parts.value_font)
        painter.setPen(colour("muted" if card.value.entry.value is None else "text"))
        painter.drawText(parts.value, WRAPPED, self._words(card))

    def _paint_foot(self, painter: QPainter, box: QRect, card: Card) -> None:
        font = foot_font(self.font())
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        letter = metrics.elidedText(self._letter(card), Qt.TextElideMode.ElideMiddle, box.width() * _LETTER_SHARE)
        width = metrics.horizontalAdvance(letter)
        painter.setPen(colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, letter)
        mark = mark_of(card.value.path, card.value.entry)
        words = box.adjusted(0, 0, -round(width) - 8, 0)
        if card.fate is not Fate.ASIDE:
            side = metrics.capHeight() * 1.35
            ground = colour(_GROUNDS.get(card.fate, "panel"))
            spot = QRectF(box.left(), box.center().y() - side / 2 + 0.5, side, side)
            paint_mark(painter, mark.shape, spot, colour(mark.token), ground)
            words.adjust(round(side) + 4, 0, 0, 0)
        painter.setPen(colour(mark.token))
        said = shortened(" \N{MIDDLE DOT} ".join(self._said(card)), words.width(), metrics)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)

    def _words(self, card: Card) -> str:
        """The value as it is written; for none, why there is none."""
        words = shown(spec_of(card.value.path), card.value.entry.value)
        return words or mark_of(card.value.path, card.value.entry).words

    def _said(self, card: Card) -> list[str]:
        """The words of the foot: what was done with the card, its mark, where it came from, how many say the same."""
        if card.fate is Fate.ASIDE:
            return [self.tr("set aside")]
        closed = self.tr("letter closed") if card.fate is Fate.CLOSED else ""
        origin = self._origin(card.value.entry.outcome)
        mark = mark_of(card.value.path, card.value.entry).words
        return [words for words in (closed, mark, origin, self._same) if words]

    def _origin(self, outcome: Outcome) -> str:
        """Where a value comes from that is not what is printed."""
        computed = isinstance(outcome, Found) and outcome.origin in (Origin.COMPUTED, Origin.LOOKED_UP)
        return self.tr("computed") if computed else ""

    def _letter(self, card: Card) -> str:
        return f"{card.value.case_number or card.value.file}  {state_look(card.value.state).mark}"

    def _spoken(self, card: Card) -> str:
        """All of the card for who does not see it."""
        printed = self._picture.text.printed(self._picture.span) if isinstance(self._picture, Shown) else ""
        state = state_look(card.value.state).words
        return "; ".join(
            words for words in (self._words(card), printed, *self._said(card), card.value.case_number, state) if words
        )

    def _usual_parts(self) -> CardParts | None:
        if self._card is None:
            return None
        return parts_of(self.size(), self.font(), spec_of(self._card.value.path), self._words(self._card))

    def _print(self) -> CardPrint | None:
        """The printed words in the room that they have; None where there is no picture of them."""
        parts = self._usual_parts()
        if parts is None or not isinstance(self._picture, Shown):
            return None
        return CardPrint(self._picture, print_scale(self.font()), parts.crop)


def _why_unseen(card: Card, picture: Shown | NotShown | None) -> str:
    """Why the printed words are not seen; empty where they are, or will be."""
    return card.aside or (picture.why if isinstance(picture, NotShown) else "")
