"""The one seam through which the desk asks a person something it cannot go on without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from imr_desk.ui.dialogs.wording import Message


class Asking(Protocol):
    """Asks and waits for the answer; None always means that the person would rather not."""

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        """A reason in the person's words; `usual` are reasons to choose from."""
        ...

    def ask_words(self, title: str, question: str, words: str = "") -> str | None:
        """Some words, which may be empty; `words` stand there to begin with."""
        ...

    def choose_one(
        self, title: str, question: str, choices: Sequence[str], now: str = "", *, free: bool = False
    ) -> str | None:
        """One of the choices, or any words where `free`; `now` is chosen to begin with."""
        ...

    def agree(self, message: Message, yes: str) -> bool:
        """Whether the person agrees to what is done when `yes` is pressed."""
        ...

    def ask_password(self, file: str, again: bool) -> str | None:
        """The password of a letter; `again` where the last one did not open it."""
        ...

    def choose_files(self) -> tuple[Path, ...]:
        """Letters and zip files to import; none where the person would rather not."""
        ...

    def choose_folder(self) -> Path | None:
        """A folder of letters to import."""
        ...

    def choose_store(self) -> Path | None:
        """A store to open instead of one that does not open, or a new one."""
        ...

    def choose_other_store(self) -> Path | None:
        """A store that is there, to open instead of the one that is open."""
        ...

    def choose_new_store(self) -> Path | None:
        """Where a new store is to be."""
        ...

    def choose_target(self, name: str) -> Path | None:
        """A file to write; `name` is offered. To put it in another file's place is the person's choice too."""
        ...

    def leave_unsaved(self, message: Message) -> bool:
        """Whether to close although something is not saved."""
        ...

    def tell(self, message: Message) -> None:
        """Something that the person must have seen before the desk goes on."""
        ...
