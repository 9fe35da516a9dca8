"""Answers to what the desk asks, made ready beforehand: no dialog opens where nobody sits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from imr_desk.ui.dialogs.wording import Message


@dataclass
class Answers:
    """Answers every question of the desk from what was made ready, and keeps what it was told."""

    files: tuple[Path, ...] = ()
    folder: Path | None = None
    store: Path | None = None
    target: Path | None = None
    reason: str | None = None
    words: str | None = None
    choice: str | None = None
    agrees: bool = True
    passwords: list[str] = field(default_factory=list)
    leave: bool = False
    told: list[str] = field(default_factory=list)

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        """The reason made ready."""
        return self.reason

    def ask_words(self, title: str, question: str, words: str = "") -> str | None:
        """The words made ready."""
        return self.words

    def choose_one(
        self, title: str, question: str, choices: Sequence[str], now: str = "", *, free: bool = False
    ) -> str | None:
        """The choice made ready."""
        self.told.append(title)
        return self.choice

    def agree(self, message: Message, yes: str) -> bool:
        """Whether it was made ready to agree."""
        self.told.append(message.text)
        return self.agrees

    def ask_password(self, file: str, again: bool) -> str | None:
        """The next of the passwords made ready; none when all are given."""
        return self.passwords.pop(0) if self.passwords else None

    def choose_files(self) -> tuple[Path, ...]:
        """The files made ready."""
        return self.files

    def choose_folder(self) -> Path | None:
        """The folder made ready."""
        return self.folder

    def choose_store(self) -> Path | None:
        """The store made ready."""
        return self.store

    def choose_other_store(self) -> Path | None:
        """The store made ready."""
        return self.store

    def choose_new_store(self) -> Path | None:
        """The store made ready."""
        return self.store

    def choose_target(self, name: str) -> Path | None:
        """The file made ready to be written."""
        return self.target

    def leave_unsaved(self, message: Message) -> bool:
        """Whether it was made ready to leave."""
        self.told.append(message.text)
        return self.leave

    def tell(self, message: Message) -> None:
        """Keep what was told."""
        self.told.append(message.text)
