"""Charts as files: a picture, a drawing, or their figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from imr_desk.exchange.sheet import as_csv
from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.drawing import Drawing
from imr_desk.ui.insight.layout import titled
from imr_desk.ui.insight.look import Look, paint
from imr_desk.ui.insight.sheet import heads, sheet

WIDTH = 960.0
SHARPNESS = 2.0
"""Pixels of a picture for each of the screen's."""


def made(charts: Sequence[Chart], ending: str, look: Look) -> Callable[[], bytes]:
    """What makes the file of that ending; painted now, put into bytes when it is called, on any thread."""
    if ending == "csv":
        return lambda: as_csv(heads(), sheet(charts))
    drawing = titled(charts, WIDTH, look.measures)
    if ending == "svg":
        svg = _svg(drawing, look)
        return lambda: svg
    picture = _picture(drawing, look)
    return lambda: _png(picture)


def _picture(drawing: Drawing, look: Look) -> QImage:
    picture = QImage((drawing.size * SHARPNESS).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(SHARPNESS)
    picture.fill(look.colour("panel"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter, drawing, look)
    painter.end()
    return picture


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def _svg(drawing: Drawing, look: Look) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size: QSize = drawing.size.toSize()
    generator.setSize(size)
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), look.colour("panel"))
    paint(painter, drawing, look)
    painter.end()
    return bytes(buffer.data().data())
