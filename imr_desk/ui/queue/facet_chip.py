"""Says which figure the letters of the queue stand behind, and shows all letters again when pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from imr_desk.desk.queue_model import QueueModel
from imr_desk.ui.facet_words import facet_words


class FacetChip(QPushButton):
    """There only while the queue shows the letters behind a figure."""

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setProperty("role", "chip")
        self.clicked.connect(lambda: model.show_facet(None))
        model.query_changed.connect(self._show_facet)
        self._show_facet()

    def _show_facet(self) -> None:
        facet = self._model.query.facet
        self.setVisible(facet is not None)
        if facet is not None:
            words = facet_words(facet)
            self.setText(f"{words}   \N{MULTIPLICATION X}")
            self.setAccessibleName(self.tr("Only {letters}. Press to show all letters").format(letters=words))
            self.setToolTip(self.tr("Show all letters again"))
