"""What the signs of a chart mean: a small one of each with its words, in a line above the bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from imr_desk.ui.insight.chart import FEW, Chart, Tone
from imr_desk.ui.insight.drawing import Box, Dot, Hand, Line, Measures, Words

_SIGN, _NEAR, _APART = 12.0, 6.0, 18.0

Shapes = Sequence[Box | Line | Dot | Words]
Sign = Callable[[QRectF], Shapes]
"""Makes a sign in a little box."""


def legend(chart: Chart, room: QRectF, measures: Measures) -> list[Box | Line | Dot | Words]:
    """The signs from the left of the room on, as many as fit."""
    shapes: list[Box | Line | Dot | Words] = []
    left = room.left()
    for sign, words in _entries(chart):
        width = measures.small.horizontalAdvance(words)
        if left + _SIGN + _NEAR + width > room.right():
            break
        box = QRectF(left, room.center().y() - _SIGN / 2, _SIGN, _SIGN)
        shapes += sign(box)
        beside = QRectF(box.right() + _NEAR, room.top(), width + 2, room.height())
        shapes.append(Words(beside, words, "muted", Hand.SMALL))
        left = beside.right() + _APART
    return shapes


def _entries(chart: Chart) -> list[tuple[Sign, str]]:
    entries = [(_box_of(tone), words) for words, tone in chart.legend]
    if chart.reference is not None:
        all_of_it = _tr("all: {share:.0f} %").format(share=100 * chart.reference.value)
        entries.append((_dashes if not chart.shape.upright else _flat_dashes, all_of_it))
    if any(bar.share is not None for bar in chart.bars):
        entries.append((_interval, _tr("95 % interval")))
    if any(bar.few for bar in chart.bars):
        entries.append((_hollow, _tr("fewer than {few}").format(few=FEW)))
    return entries


def _box_of(tone: Tone) -> Sign:
    return lambda box: [Box(box, tone)]


def _hollow(box: QRectF) -> Shapes:
    return [Box(box, Tone("machine"), hollow=True)]


def _interval(box: QRectF) -> Shapes:
    y, tick = box.center().y(), 3.0
    ends = [Line(QPointF(x, y - tick), QPointF(x, y + tick), "text", 1.5) for x in (box.left(), box.right())]
    return [Line(QPointF(box.left(), y), QPointF(box.right(), y), "text", 1.5), *ends]


def _dashes(box: QRectF) -> Shapes:
    x = box.center().x()
    return [Line(QPointF(x, box.top() - 1), QPointF(x, box.bottom() + 1), "muted", dashed=True)]


def _flat_dashes(box: QRectF) -> Shapes:
    return [Line(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()), "muted", dashed=True)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("insight", text)
