"""Scrolling that the eye can follow, as long as the style animates at all."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollBar, QStyle


class Glide(QPropertyAnimation):
    """Moves a scroll bar smoothly; whatever the person does to the bar ends it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, b"value", bar)
        self._bar = bar
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        bar.actionTriggered.connect(self.stop)

    @property
    def resting(self) -> bool:
        """Whether nothing moves."""
        return self.state() is not QPropertyAnimation.State.Running

    @property
    def goal(self) -> int:
        """Where the bar stands once nothing moves."""
        return self._bar.value() if self.resting else int(self.endValue())

    def move_to(self, value: int) -> None:
        """Go there, or as near as the bar reaches."""
        self.stop()
        self.setDuration(self._bar.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._bar))
        self.setStartValue(self._bar.value())
        self.setEndValue(min(max(value, self._bar.minimum()), self._bar.maximum()))
        self.start()

    def finish(self) -> None:
        """Be at once where the bar is moving to."""
        if not self.resting:
            self.stop()
            self._bar.setValue(self.endValue())
