"""What a chart looks like, laid out: boxes, lines, dots and words, the same for the screen, a picture and a print."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from imr_desk.ui.insight.chart import Tone

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Hand(Enum):
    """How words are written."""

    PLAIN = "plain"
    SMALL = "small"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes of the hands, by which everything is laid out."""

    plain: QFontMetricsF
    small: QFontMetricsF
    strong: QFontMetricsF

    def of(self, hand: Hand) -> QFontMetricsF:
        """The metrics of a hand."""
        return {Hand.PLAIN: self.plain, Hand.SMALL: self.small, Hand.STRONG: self.strong}[hand]

    def widest(self, texts: list[str], hand: Hand = Hand.PLAIN) -> float:
        """The width of the widest of these texts."""
        return max((self.of(hand).horizontalAdvance(text) for text in texts), default=0.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled part of a bar; a hollow one has only its outline."""

    rect: QRectF
    tone: Tone
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line in a token's colour; dashed where it compares, with a halo where it crosses a bar."""

    start: QPointF
    end: QPointF
    token: str
    width: float = 1.0
    dashed: bool = False
    halo: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A point; a hollow one tells of few."""

    at: QPointF
    tone: Tone
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words in a box, cut short where they do not fit."""

    rect: QRectF
    text: str
    token: str = "text"
    hand: Hand = Hand.PLAIN
    align: Qt.AlignmentFlag = LEFT


@dataclass(frozen=True, slots=True)
class Target:
    """Where a part of a bar can be pointed at: by the number of the bar and of its part, and what a ring goes round."""

    bar: int
    part: int
    rect: QRectF
    ring: QRectF


@dataclass
class Drawing:
    """A chart laid out in a size."""

    size: QSizeF
    shapes: list[Box | Line | Dot | Words] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def at(self, spot: QPointF) -> Target | None:
        """What is pointed at there: the smallest part where one lies in another's row."""
        hit = [target for target in self.targets if target.rect.contains(spot)]
        near = [target for target in hit if target.ring.contains(spot)]
        return next(iter(near or hit), None)

    def of(self, bar: int, part: int) -> Target | None:
        """The target of a part."""
        return next((target for target in self.targets if (target.bar, target.part) == (bar, part)), None)
