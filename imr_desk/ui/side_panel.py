"""The right side of the work: the form, or the list of highlights."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from imr_desk.ui.highlights.highlights_view import HighlightsView


class SidePanel(QFrame):
    """Two tabs; the second counts the highlights, and those that are only suggested."""

    def __init__(self, form: QWidget, highlights: HighlightsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.form = form
        self.highlights = highlights
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Fields or highlights"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Fields"))
        self.tabs.addTab(self.tr("Highlights"))
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "below")
        self._stack.addWidget(form)
        self._stack.addWidget(highlights)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        highlights.model.modelReset.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 2, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_form(self) -> None:
        """Bring the form to the front."""
        self.tabs.setCurrentIndex(0)

    def show_highlights(self) -> None:
        """Bring the highlights to the front."""
        self.tabs.setCurrentIndex(1)
        self.highlights.take_focus()

    def _count(self) -> None:
        suggested = self.highlights.model.suggested
        own = len(self.highlights.model.rows) - suggested
        said = [
            self.tr("Highlights {count}").format(count=own) if own else self.tr("Highlights"),
            self.tr("{count} suggested").format(count=suggested) if suggested else "",
        ]
        self.tabs.setTabText(1, " \N{MIDDLE DOT} ".join(words for words in said if words))
