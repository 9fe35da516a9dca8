"""Charts whose bars lie one below the other: names on the left, figures on the right, the bars between."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from imr_desk.quality.intervals import Share
from imr_desk.ui.insight.chart import Bar, Chart, Shape
from imr_desk.ui.insight.drawing import CENTRE, RIGHT, Box, Dot, Drawing, Hand, Line, Measures, Target, Words
from imr_desk.ui.insight.legend import legend
from imr_desk.ui.insight.scale import rounded_steps, steps_below_one

_GAP = 12.0
_LEAST_TRACK = 120.0
_DOT_ROOM = 10.0
_NAMES, _LONG_NAMES = 0.45, 0.7
"""The share of the width that names may take; sentences may take more."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where names end, bars run and figures begin; and what the ends of a bar's track stand for."""

    name: float
    left: float
    right: float
    figure: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Where a value lies on the track."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def rows(chart: Chart, width: float, measures: Measures) -> Drawing:
    """Lay a chart out in a width; its height follows."""
    line = measures.plain.height()
    signs = legend(chart, QRectF(0, 0, width, line), measures)
    row, head = line + 12, line + 10 if signs else 0
    steps = _steps(chart)
    columns = _columns(chart, width, measures, steps)
    bottom = head + row * len(chart.bars)
    drawing = Drawing(QSizeF(width, bottom + measures.small.height() + 6))
    drawing.shapes += signs
    _rule(drawing, chart, columns, steps, (head, bottom), measures)
    for place, bar in enumerate(chart.bars):
        _row(drawing, chart, place, QRectF(0, head + place * row, width, row), columns)
        _labels(drawing, bar, QRectF(0, head + place * row, width, row), columns)
    return drawing


def _steps(chart: Chart) -> tuple[float, ...]:
    match chart.shape:
        case Shape.DOTS:
            return steps_below_one(min((bar.share.interval[0] for bar in chart.bars if bar.share), default=0.0))
        case Shape.AMOUNTS:
            return rounded_steps(max((bar.amount for bar in chart.bars), default=1))
        case _:
            return (0.0, 0.25, 0.5, 0.75, 1.0)


def _columns(chart: Chart, width: float, measures: Measures, steps: tuple[float, ...]) -> _Columns:
    figure = measures.widest([bar.figure for bar in chart.bars], Hand.STRONG)
    counted = measures.widest([bar.counted for bar in chart.bars])
    beside = figure + counted + _GAP * (2 if figure and counted else 1)
    room = width * _NAMES
    if chart.shape is Shape.AMOUNTS:
        room = max(room, min(width * _LONG_NAMES, width - beside - _GAP - _LEAST_TRACK))
    name = min(measures.widest([bar.name for bar in chart.bars]) + 2, room)
    end = max(width - beside, name + _GAP + _LEAST_TRACK)
    right = end - _DOT_ROOM if chart.shape is Shape.DOTS else end
    return _Columns(name, name + _GAP, right, end + _GAP + figure, steps[0], steps[-1])


def _rule(
    drawing: Drawing,
    chart: Chart,
    columns: _Columns,
    steps: tuple[float, ...],
    between: tuple[float, float],
    measures: Measures,
) -> None:
    """Faint lines behind the bars with their numbers below, and the share to compare with."""
    top, bottom = between
    height = measures.small.height()
    said = [f"{step:.0f}" if chart.shape is Shape.AMOUNTS else _percent(step) for step in steps]
    apart = (columns.right - columns.left) / max(1, len(steps) - 1)
    every = 1 if measures.widest(said, Hand.SMALL) + _GAP <= apart else 2
    for place, step in enumerate(steps):
        x = round(columns.x(step)) + 0.5
        drawing.shapes.append(Line(QPointF(x, top), QPointF(x, bottom), "grid"))
        if place % every == 0:
            below = QRectF(x - 40, bottom + 3, 80, height)
            drawing.shapes.append(Words(below, said[place], "muted", Hand.SMALL, CENTRE))
    if chart.reference is not None:
        x = columns.x(chart.reference.value)
        drawing.shapes.append(Line(QPointF(x, top), QPointF(x, bottom), "muted", 1.0, dashed=True))


def _row(drawing: Drawing, chart: Chart, place: int, row: QRectF, columns: _Columns) -> None:
    bar = chart.bars[place]
    thick = round(row.height() * 0.48)
    track = QRectF(columns.left, row.center().y() - thick / 2, columns.right - columns.left, thick)
    if chart.shape is Shape.DOTS:
        _dot(drawing, bar, place, row, columns)
        return
    ends = map(columns.x, bar.ends(of_all=chart.shape is Shape.SHARES))
    for number, (part, (start, end)) in enumerate(zip(bar.parts, pairwise(ends), strict=True)):
        box = QRectF(start, track.top(), max(end - start, 0.0), thick)
        if part.count:
            gap = 1 if number + 1 < len(bar.parts) else 0
            drawing.shapes.append(Box(box.adjusted(0, 0, -gap, 0), part.tone, bar.few))
            drawing.targets.append(Target(place, number, row, box.adjusted(-2, -2, 2, 2)))
    if bar.share is not None and bar.share.of:
        _interval(drawing, bar.share, track, columns)


def _dot(drawing: Drawing, bar: Bar, place: int, row: QRectF, columns: _Columns) -> None:
    if bar.share is None:
        return
    thick = round(row.height() * 0.3)
    track = QRectF(columns.left, row.center().y() - thick / 2, columns.right - columns.left, thick)
    _interval(drawing, bar.share, track, columns)
    at = QPointF(columns.x(bar.share.value), row.center().y())
    drawing.shapes.append(Dot(at, bar.parts[0].tone, bar.few))
    drawing.targets.append(Target(place, 0, row, QRectF(at.x() - 8, at.y() - 8, 16, 16)))


def _interval(drawing: Drawing, share: Share, track: QRectF, columns: _Columns) -> None:
    """The 95 % interval as a line with ends."""
    low, high = (columns.x(end) for end in share.interval)
    y, tick = track.center().y(), track.height() * 0.28
    drawing.shapes.append(Line(QPointF(low, y), QPointF(high, y), "text", 1.5, halo=True))
    for x in (low, high):
        drawing.shapes.append(Line(QPointF(x, y - tick), QPointF(x, y + tick), "text", 1.5, halo=True))


def _labels(drawing: Drawing, bar: Bar, row: QRectF, columns: _Columns) -> None:
    drawing.shapes.append(Words(QRectF(0, row.top(), columns.name, row.height()), bar.name))
    token = "muted" if bar.few else "text"
    figure = QRectF(columns.right, row.top(), columns.figure - columns.right, row.height())
    drawing.shapes.append(Words(figure, bar.figure, token, Hand.STRONG, RIGHT))
    counted = QRectF(columns.figure, row.top(), row.right() - columns.figure, row.height())
    drawing.shapes.append(Words(counted, bar.counted, "muted", Hand.PLAIN, RIGHT))


def _percent(share: float) -> str:
    return f"{100 * share:.4g} %"
