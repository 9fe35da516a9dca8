"""The one application that all windows belong to."""

from __future__ import annotations

import atexit
import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from imr_desk import paths


def make_application() -> QApplication:
    """The one application, with its name and icon."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = _on_a_screen()
        atexit.register(_take_windows_down)
    application.setApplicationName("imr-desk")
    application.setApplicationDisplayName("IMR Desk")
    application.setDesktopFileName("imr-desk")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "imr-desk.svg")))
    return application


def _on_a_screen() -> QApplication:
    """A new application; where Qt finds no screen for it, the program ends with a sentence, and not as Qt would end it:
    as if it had crashed."""
    remarks: list[str] = []

    def note(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        remarks.append(words)
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(
                f"The desk has no screen to open on ({remarks[0].splitlines()[0]}). Nothing was changed; "
                "`imr-desk demo` does its main job without one.\n"
            )
            sys.stderr.flush()
            os._exit(1)

    earlier = qInstallMessageHandler(note)
    application = QApplication(sys.argv[:1])
    qInstallMessageHandler(earlier)
    for words in remarks:
        qWarning(words)
    return application


def _take_windows_down() -> None:
    """Before PySide does, which at the end of the program destroys what still stands, and in no order: a window that is
    seen to go when those who watch it are gone takes the program with it, exit status and all."""
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.parent() is None:
            window.hide()
            delete(window)
