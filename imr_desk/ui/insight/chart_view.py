"""A chart that is walked by the arrow keys or pointed at, each part of a bar leading to its letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from imr_desk.ui.insight.chart import Chart, Part
from imr_desk.ui.insight.drawing import Target
from imr_desk.ui.insight.drawn_chart import DrawnChart
from imr_desk.ui.insight.walk import Spot, start, stepped
from imr_desk.ui.insight.wording import sentence


class ChartView(DrawnChart):
    """Asks for the letters of the part that is clicked or entered."""

    focused = Signal()
    """The keys have come here."""
    letters_requested = Signal(object)
    """The `Facet` of a part."""
    pointed_at = Signal(str)
    """What the part under the keys or the mouse says; empty where there is none."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(chart, parent)
        self._spot = start(chart)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(chart.title)
        self.lay_out()

    @property
    def part(self) -> Part | None:
        """The part that the keys are at."""
        return self.chart.bars[self._spot.bar].parts[self._spot.part] if self._spot else None

    @property
    @override
    def chosen(self) -> Target | None:
        return self.drawing.of(self._spot.bar, self._spot.part) if self._spot and self.hasFocus() else None

    def show_chart(self, chart: Chart) -> None:
        """Draw other figures of the same question; the keys stay at the bar of that name, where there is one."""
        name = self.chart.bars[self._spot.bar].name if self._spot else None
        self.chart = chart
        same = next((at for at, bar in enumerate(chart.bars) if bar.name == name and bar.parts), None)
        self._spot = start(chart) if same is None else Spot(same, 0)
        self.hovered = None
        self.lay_out()
        if self.hasFocus():
            self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        spot = stepped(self.chart, self._spot, Qt.Key(event.key()))
        if spot is not None:
            self._spot = spot
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._request(self.part)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.drawing.at(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target = self.drawing.at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and target is not None:
            self._spot = Spot(target.bar, target.part)
            self._request(self.part)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.focused.emit()
        self.update()

    def _tell(self) -> None:
        """Say what the keys are at, on the page and to a screen reader."""
        part = self.part
        said = sentence(self.chart, self.chart.bars[self._spot.bar], part) if self._spot and part else ""
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pointed_at.emit(said)

    def _hover(self, target: Target | None) -> None:
        if target == self.hovered:
            return
        self.hovered = target
        self.setCursor(Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor)
        if target is not None:
            bar = self.chart.bars[target.bar]
            self.pointed_at.emit(sentence(self.chart, bar, bar.parts[target.part]))
        self.update()

    def _request(self, part: Part | None) -> None:
        if part is not None and part.letters:
            self.letters_requested.emit(part.facet)
