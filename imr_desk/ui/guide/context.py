"""Which page of the guide tells of what the person is at."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.ui.guide.pages import FIRST
from imr_desk.ui.stage import Stage
from imr_desk.ui.workplace import Workplace


def page_for(stage: Stage, work: Workplace) -> str:
    """The page for the view that has the window, else for the panel that has the keyboard."""
    if stage.view is not None:
        return stage.view.guide
    pages: tuple[tuple[QWidget, str], ...] = (
        (work.form, "the-first-letter.md"),
        (work.page, "highlights.md"),
        (work.highlights, "highlights.md"),
        (work.queue, "letters.md"),
    )
    focused = QApplication.focusWidget()
    return next((page for panel, page in pages if focused is not None and panel.isAncestorOf(focused)), FIRST)
