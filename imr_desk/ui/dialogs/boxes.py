"""Asks a person by dialogs of the desktop: how `Asking` is done where there is a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from imr_desk.ui.dialogs.choice_dialog import ChoiceDialog
from imr_desk.ui.dialogs.reason_dialog import ReasonDialog
from imr_desk.ui.dialogs.wording import Message


class Boxes(QObject):
    """Dialogs over a window."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        """A reason in the person's words, or one of the usual ones."""
        dialog = ReasonDialog(title, question, usual, self._window)
        return dialog.reason if dialog.exec() else None

    def ask_words(self, title: str, question: str, words: str = "") -> str | None:
        """Some words, which may be empty."""
        given, kept = QInputDialog.getMultiLineText(self._window, title, question, words)
        return given if kept else None

    def choose_one(
        self, title: str, question: str, choices: Sequence[str], now: str = "", *, free: bool = False
    ) -> str | None:
        """One of the choices, or any words where `free`."""
        dialog = ChoiceDialog(title, question, choices, now, free, self._window)
        return dialog.choice if dialog.exec() else None

    def agree(self, message: Message, yes: str) -> bool:
        """Whether the person agrees."""
        box = self._box(QMessageBox.Icon.Question, message)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(agreed)
        box.exec()
        return box.clickedButton() is agreed

    def ask_password(self, file: str, again: bool) -> str | None:
        """The password of a letter."""
        wrong = self.tr("That password does not open {file}. Try another:")
        needed = self.tr("{file} needs a password:")
        question = (wrong if again else needed).format(file=file)
        title = self.tr("Password")
        given, kept = QInputDialog.getText(self._window, title, question, QLineEdit.EchoMode.Password)
        return given if kept else None

    def choose_files(self) -> tuple[Path, ...]:
        """Letters and zip files to import."""
        kinds = self.tr("Letters and zip files (*.pdf *.PDF *.zip *.ZIP);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import letters"), "", kinds)
        return tuple(Path(name) for name in names)

    def choose_folder(self) -> Path | None:
        """A folder of letters to import."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
        return Path(name) if name else None

    def choose_store(self) -> Path | None:
        """A store to open, or a new one."""
        options = QFileDialog.Option.DontConfirmOverwrite
        kinds = self.tr("Stores (*.imrdesk);;All files (*)")
        title = self.tr("Open or make a store")
        name, _ = QFileDialog.getSaveFileName(self._window, title, "letters.imrdesk", kinds, options=options)
        return Path(name) if name else None

    def choose_other_store(self) -> Path | None:
        """A store that is there."""
        kinds = self.tr("Stores (*.imrdesk);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open another store"), "", kinds)
        return Path(name) if name else None

    def choose_new_store(self) -> Path | None:
        """Where a new store is to be; one that is there is never written over."""
        options = QFileDialog.Option.DontConfirmOverwrite
        kinds = self.tr("Stores (*.imrdesk)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New store"), "", kinds, options=options)
        return Path(name) if name else None

    def choose_target(self, name: str) -> Path | None:
        """A file to write."""
        kinds = f"{self._kind(Path(name).suffix)};;{self.tr('All files (*)')}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), name, kinds)
        return Path(chosen) if chosen else None

    def leave_unsaved(self, message: Message) -> bool:
        """Whether to close although something is not saved."""
        box = self._box(QMessageBox.Icon.Warning, message)
        stay = box.addButton(self.tr("Stay and try again"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def tell(self, message: Message) -> None:
        """Something that the person must have seen."""
        self._box(QMessageBox.Icon.Information, message).exec()

    def _kind(self, ending: str) -> str:
        """What files of this ending are, as a filter."""
        kinds = {
            ".jsonl": self.tr("Labels, a letter a line"),
            ".pdf": self.tr("Letters"),
            ".png": self.tr("Pictures"),
            ".svg": self.tr("Drawings"),
            ".csv": self.tr("Tables"),
        }
        return f"{kinds.get(ending, self.tr('Files'))} (*{ending})"

    def _box(self, icon: QMessageBox.Icon, message: Message) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(message.title)
        box.setText(message.title)
        box.setInformativeText(message.text)
        return box
