"""The one application that all windows belong to."""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from imr_desk import paths


def make_application() -> QApplication:
    """The one application, with its name and icon."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("imr-desk")
    application.setApplicationDisplayName("IMR Desk")
    application.setDesktopFileName("imr-desk")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "imr-desk.svg")))
    return application
