"""How arrow keys walk a chart: along its bars, and across the parts of one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from imr_desk.ui.insight.chart import Chart


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a bar, by number."""

    bar: int
    part: int


_KEYS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_UPRIGHT = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


def start(chart: Chart) -> Spot | None:
    """The first part of the first bar that has any; of a chart in time, of the last."""
    return _end(chart, last=chart.shape.upright)


def stepped(chart: Chart, spot: Spot | None, key: Qt.Key) -> Spot | None:
    """Where a key leads; None where it is no key of a chart. At an end one stays where one is."""
    if spot is None:
        return None
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return _end(chart, last=key is Qt.Key.Key_End)
    along, across = (_UPRIGHT if chart.shape.upright else _KEYS).get(key, (0, 0))
    if along:
        return _along(chart, spot, along)
    return _across(chart, spot, across) if across else None


def _end(chart: Chart, *, last: bool) -> Spot | None:
    filled = [place for place, _ in enumerate(chart.bars) if _parts(chart, place)]
    if not filled:
        return None
    bar = filled[-1 if last else 0]
    return Spot(bar, _parts(chart, bar)[0])


def _along(chart: Chart, spot: Spot, by: int) -> Spot:
    """The next bar that has parts, at the same part where it has that one."""
    bar = spot.bar + by
    while 0 <= bar < len(chart.bars) and not _parts(chart, bar):
        bar += by
    if not 0 <= bar < len(chart.bars):
        return spot
    parts = _parts(chart, bar)
    return Spot(bar, spot.part if spot.part in parts else parts[0])


def _across(chart: Chart, spot: Spot, by: int) -> Spot:
    parts = [part for part in _parts(chart, spot.bar) if (part - spot.part) * by > 0]
    return Spot(spot.bar, parts[0 if by > 0 else -1]) if parts else spot


def _parts(chart: Chart, bar: int) -> list[int]:
    """The parts of a bar that are drawn: those that count something, and a dot always."""
    parts = chart.bars[bar].parts
    return [place for place, part in enumerate(parts) if part.count] or [0] * bool(parts)
