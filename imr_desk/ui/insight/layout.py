"""A chart laid out by its shape, alone or with its title for a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.columns import columns
from imr_desk.ui.insight.drawing import Box, Dot, Drawing, Hand, Line, Measures, Words
from imr_desk.ui.insight.rows import rows

_MARGIN = 24.0


def lay_out(chart: Chart, width: float, measures: Measures) -> Drawing:
    """The chart in a width."""
    return columns(chart, width, measures) if chart.shape.upright else rows(chart, width, measures)


def titled(charts: Sequence[Chart], width: float, measures: Measures) -> Drawing:
    """Charts below each other, each with its title and sentence, with a margin round them."""
    whole = Drawing(QSizeF(width, 0))
    top, inner, line = _MARGIN, width - 2 * _MARGIN, measures.plain.height()
    for chart in charts:
        head = QRectF(_MARGIN, top, inner, line)
        whole.shapes.append(Words(head, chart.title, hand=Hand.STRONG))
        whole.shapes.append(Words(head.translated(0, line + 2), chart.told, "muted", Hand.SMALL))
        drawn = lay_out(chart, inner, measures)
        top += 2 * line + 14
        whole.shapes += (_moved(shape, QPointF(_MARGIN, top)) for shape in drawn.shapes)
        top += drawn.size.height() + _MARGIN
    whole.size = QSizeF(width, top)
    return whole


def _moved(shape: Box | Line | Dot | Words, by: QPointF) -> Box | Line | Dot | Words:
    match shape:
        case Box(rect, tone, hollow):
            return Box(rect.translated(by), tone, hollow)
        case Line(start, end, token, width, dashed, halo):
            return Line(start + by, end + by, token, width, dashed, halo)
        case Dot(at, tone, hollow):
            return Dot(at + by, tone, hollow)
        case Words(rect, text, token, hand, align):
            return Words(rect.translated(by), text, token, hand, align)
