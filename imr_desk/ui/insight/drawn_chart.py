"""A chart drawn on the screen in the theme's colours, with rings round what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.drawing import Drawing, Target
from imr_desk.ui.insight.layout import lay_out
from imr_desk.ui.insight.look import Look, paint
from imr_desk.ui.look.theme import colour, tokens


class DrawnChart(QWidget):
    """Lays its chart out anew whenever its width, its font or the theme changes."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.drawing = Drawing(self.size().toSizeF())
        self.hovered: Target | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> Target | None:
        """What the keys are at."""
        return None

    def lay_out(self) -> None:
        """Draw the chart as it is now."""
        self.drawing = lay_out(self.chart, self.width(), self._look.measures)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, round(self.drawing.size.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, round(self.drawing.size.height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.lay_out()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hovered is not None:
            painter.fillRect(self.hovered.rect, colour("hover"))
        paint(painter, self.drawing, self._look)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("text"), 2))
        for target in (self.chosen, self.hovered):
            if target is not None:
                painter.drawRoundedRect(_ring(target), 3, 3)

    @property
    def _look(self) -> Look:
        return Look(tokens(), self.font())


def _ring(target: Target) -> QRectF:
    """The ring round a part, with a width that can be seen round the thinnest."""
    thin = max(0.0, (6.0 - target.ring.width()) / 2)
    return target.ring.adjusted(-thin, 0, thin, 0)
