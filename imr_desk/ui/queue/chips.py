"""The filter's conditions as chips, each with a cross that takes it away."""

from __future__ import annotations

from functools import partial
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.store.kept.stored import Sample
from imr_desk.store.queue.query import QueueQuery
from imr_desk.ui.flow_layout import FlowLayout
from imr_desk.ui.queue.filter_words import conditions

_CROSS = "  \N{MULTIPLICATION X}"
_AROUND = 28
"""Pixels of a chip beside its text."""


class Chip(QPushButton):
    """One condition; where it does not fit it is cut, and its tool tip has it whole."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words + _CROSS, parent)
        self.words = words
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Take away the condition: {words}").format(words=words))
        self.setToolTip(self.tr("{words} (press to take this condition away)").format(words=words))

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.words)
        return QSize(ceil(words + self._beside), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics, room = QFontMetricsF(self.font()), self.width() - self._beside
        self.setText(metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room) + _CROSS)

    @property
    def _beside(self) -> float:
        """Pixels that are not for the words."""
        return QFontMetricsF(self.font()).horizontalAdvance(_CROSS) + _AROUND


class Chips(QWidget):
    """There only while the filter has conditions."""

    left = Signal()
    """The last chip that had the keyboard is gone."""
    changed = Signal()

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._sample: Sample | None = None
        self.chips: list[Chip] = []
        self.setAccessibleName(self.tr("Conditions of the filter"))
        self._flow = FlowLayout(self)
        model.query_changed.connect(self._show)
        self._show()

    @property
    def words(self) -> list[str]:
        """What the chips say."""
        return [chip.words for chip in self.chips]

    def show_sample(self, sample: Sample | None) -> None:
        """How far the sample is that the letters are of."""
        self._sample = sample
        self._show()

    def take_away(self, words: str) -> None:
        """Press the chip that says this."""
        next(chip for chip in self.chips if chip.words == words).click()

    def _show(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for condition in conditions(self._model.query, self._sample):
            chip = Chip(condition.words, self)
            chip.clicked.connect(partial(self._take_away, condition.without))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        self.setVisible(bool(self.chips))
        self.updateGeometry()
        self.changed.emit()

    def _take_away(self, without: QueueQuery) -> None:
        self._model.show_letters(without)
        if self.chips:
            self.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()
