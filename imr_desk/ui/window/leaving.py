"""Whether a person may leave the desk: with everything on disk, or with the person's word that it may be lost."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer

from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.keeping.outbox import NotSaved, Saved, Saving
from imr_desk.desk.sitting.session import Session
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.wording import not_all_changed, not_all_in, not_saved
from imr_desk.ui.form.form_view import FormView


class Leave(Enum):
    """What the answer is."""

    NOW = auto()
    LATER = auto()
    """As soon as what is on its way to the disk is there."""
    NOT = auto()


class Leaving(QObject):
    """Takes what is being typed, asks what is to become of work under way, and waits for what is being saved."""

    def __init__(self, session: Session, importer: Importer, form: FormView, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._importer = importer
        self._form = form
        self._asking = asking
        self._then: Callable[[], object] | None = None
        session.saving_changed.connect(self._go_on)
        session.bulk.ended.connect(self._go_on)

    def ask(self, then: Callable[[], object]) -> Leave:
        """May one leave? Where the answer is `LATER`, `then` is done when one may."""
        self._then = None
        if not self._form.commit_pending() or not self._stop_import() or not self._stop_bulk():
            return Leave.NOT
        saving, bulk = self._session.saving, self._session.bulk
        if isinstance(saving, Saving) or bulk.running:
            self._then = then
            return Leave.LATER
        if isinstance(saving, NotSaved) and not self._asking.leave_unsaved(not_saved(saving.reason)):
            self._session.try_saving_again()
            return Leave.NOT
        return Leave.NOW

    def _stop_import(self) -> bool:
        """Whether no letters are coming in, or the person wants no more of them."""
        if not self._importer.running or self._importer.report.cancelled:
            return True
        agreed = self._asking.agree(not_all_in(self._importer.done), self.tr("Stop and close"))
        if agreed:
            self._importer.cancel()
        return agreed

    def _stop_bulk(self) -> bool:
        """Whether no letters are being changed, or the person wants no more of them changed."""
        bulk = self._session.bulk
        if not bulk.running:
            return True
        agreed = self._asking.agree(not_all_changed(bulk.title, bulk.done, bulk.of), self.tr("Stop and close"))
        if agreed:
            bulk.stop()
        return agreed

    def _go_on(self) -> None:
        then = self._then
        if then is not None and not isinstance(self._session.saving, Saving) and not self._session.bulk.running:
            self._then = None
            if isinstance(self._session.saving, Saved):
                QTimer.singleShot(0, self, then)
