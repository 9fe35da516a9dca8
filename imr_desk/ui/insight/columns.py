"""Charts in time: columns beside each other, their days or months below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from imr_desk.quality.intervals import Share
from imr_desk.ui.insight.chart import Bar, Chart, Shape
from imr_desk.ui.insight.drawing import CENTRE, LEFT, RIGHT, Box, Drawing, Hand, Line, Measures, Target, Words
from imr_desk.ui.insight.legend import legend
from imr_desk.ui.insight.scale import rounded_steps

_TRACK = 170.0
_WIDEST = 84.0
_GAP = 8.0
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where columns stand, and what the ends of their track stand for."""

    left: float
    slot: float
    top: float
    bottom: float
    high: float

    def y(self, value: float) -> float:
        """Where a value lies on the track."""
        return self.bottom - min(max(value / self.high, 0.0), 1.0) * (self.bottom - self.top)

    def middle(self, place: int) -> float:
        """The middle of a column."""
        return self.left + (place + 0.5) * self.slot


def columns(chart: Chart, width: float, measures: Measures) -> Drawing:
    """Lay a chart out in a width; its height is always the same."""
    small = measures.small.height()
    steps = _steps(chart)
    left = measures.widest([_said(chart, step) for step in steps], Hand.SMALL) + _GAP
    signs = legend(chart, QRectF(0, 0, width, small + 4), measures)
    top = (2 * small + 14) if signs else small + 6
    slot = min((width - left) / max(len(chart.bars), 1), _WIDEST)
    grid = _Grid(left, slot, top, top + _TRACK, steps[-1])
    lines = 3 if any(bar.counted for bar in chart.bars) else 2
    drawing = Drawing(QSizeF(width, grid.bottom + lines * small + 10))
    drawing.shapes += signs
    _rule(drawing, chart, grid, steps, width, small)
    for place, bar in enumerate(chart.bars):
        _column(drawing, chart, place, grid)
        _labels(drawing, bar, place, grid, measures)
    _eras(drawing, chart, grid, measures)
    return drawing


def _steps(chart: Chart) -> tuple[float, ...]:
    if chart.shape is Shape.SHARES_IN_TIME:
        return (0.0, 0.25, 0.5, 0.75, 1.0)
    return rounded_steps(max((bar.amount for bar in chart.bars), default=1))


def _said(chart: Chart, step: float) -> str:
    return f"{100 * step:.0f} %" if chart.shape is Shape.SHARES_IN_TIME else f"{step:.0f}"


def _rule(drawing: Drawing, chart: Chart, grid: _Grid, steps: tuple[float, ...], width: float, small: float) -> None:
    """Faint lines behind the columns with their numbers on the left, and the share to compare with."""
    right = min(width, grid.left + grid.slot * len(chart.bars) + _GAP)
    for step in steps:
        y = round(grid.y(step)) + 0.5
        drawing.shapes.append(Line(QPointF(grid.left, y), QPointF(right, y), "grid"))
        beside = QRectF(0, y - small / 2, grid.left - _GAP, small)
        drawing.shapes.append(Words(beside, _said(chart, step), "muted", Hand.SMALL, RIGHT))
    if chart.reference is not None:
        y = grid.y(chart.reference.value)
        drawing.shapes.append(Line(QPointF(grid.left, y), QPointF(right, y), "muted", dashed=True))


def _column(drawing: Drawing, chart: Chart, place: int, grid: _Grid) -> None:
    bar = chart.bars[place]
    thick = max(3.0, round(grid.slot * 0.6))
    left = round(grid.middle(place) - thick / 2)
    whole = QRectF(grid.middle(place) - grid.slot / 2, grid.top, grid.slot, grid.bottom - grid.top)
    ends = map(grid.y, bar.ends(of_all=chart.shape is Shape.SHARES_IN_TIME))
    for number, (part, (start, end)) in enumerate(zip(bar.parts, pairwise(ends), strict=True)):
        box = QRectF(left, end, thick, max(start - end, 0.0))
        if part.count:
            gap = 1 if number + 1 < len(bar.parts) else 0
            drawing.shapes.append(Box(box.adjusted(0, gap, 0, 0), part.tone, bar.few))
            drawing.targets.append(Target(place, number, whole, box.adjusted(-2, -2, 2, 2)))
    if bar.share is not None and bar.share.of:
        _interval(drawing, bar.share, grid.middle(place), thick, grid)


def _interval(drawing: Drawing, share: Share, x: float, thick: float, grid: _Grid) -> None:
    low, high = (grid.y(end) for end in share.interval)
    tick = min(4.0, thick * 0.28)
    width = 1.5 if thick > 6 else 1.0
    drawing.shapes.append(Line(QPointF(x, low), QPointF(x, high), "text", width, halo=thick > 6))
    for y in (low, high):
        drawing.shapes.append(Line(QPointF(x - tick, y), QPointF(x + tick, y), "text", width, halo=thick > 6))


def _labels(drawing: Drawing, bar: Bar, place: int, grid: _Grid, measures: Measures) -> None:
    """The figure above, how many below, and the day or month; what has no room is left to the words below the chart."""
    small = measures.small.height()
    left = grid.middle(place) - grid.slot / 2
    lines = ((grid.top - small - 3, bar.figure, "text"), (grid.bottom + 3, bar.tick, "muted"))
    for top, text, token in (*lines, (grid.bottom + 3 + 2 * small, bar.counted, "muted")):
        if text and measures.small.horizontalAdvance(text) <= grid.slot - 1:
            drawing.shapes.append(Words(QRectF(left, top, grid.slot, small), text, token, Hand.SMALL, CENTRE))


def _eras(drawing: Drawing, chart: Chart, grid: _Grid, measures: Measures) -> None:
    """The year or month below the column where it begins, where there is room for it before the next one."""
    small = measures.small.height()
    top = grid.bottom + 3 + small
    starts = [(grid.middle(place) - grid.slot / 2, bar.era) for place, bar in enumerate(chart.bars) if bar.era]
    for (left, era), (end, _) in pairwise([*starts, (drawing.size.width(), "")]):
        drawing.shapes.append(Line(QPointF(left, grid.bottom), QPointF(left, top + small), "line"))
        if measures.small.horizontalAdvance(era) + _NEAR <= end - left:
            room = QRectF(left + _NEAR, top, end - left - _NEAR, small)
            drawing.shapes.append(Words(room, era, "text", Hand.SMALL, LEFT))
