"""A whole window for tests, on a real store: letters are read and drawn in this process, a person's answers given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from imr_desk.app.composition import Desk, Means, put_together
from imr_desk.app.demo.answers import Answers
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.intake.read import attempt
from imr_desk.intake.request import Pdf
from imr_desk.letter.reading import Failure, Reading
from imr_desk.samples.generate import generate
from imr_desk.store.kept.stored import Added
from imr_desk.store.store import Store
from imr_desk.ui.look.theme import Theme, ThemeChoice
from imr_desk.ui.parts import Parts
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.window.main_window import MainWindow
from tests.desk.workers import ReadHere
from tests.making import Inline
from tests.ui.page.desk import DrawnHere


@dataclass
class Person(Answers):
    """Has something to say to everything, and notes which reasons were asked for."""

    reason: str | None = "Pages missing"
    words: str | None = "a memo"
    asked: list[tuple[str, str]] = field(default_factory=list)

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        self.asked.append((title, question))
        return super().ask_reason(title, question, usual)


@dataclass
class WholeDesk:
    """The window with what it stands on."""

    store: Store
    person: Person
    desk: Desk

    @property
    def parts(self) -> Parts:
        return self.desk.parts

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    def add(self, *seeds: int) -> list[int]:
        """Sample letters straight into the store."""
        return [self._add(seed) for seed in seeds]

    def open(self, letter_id: int) -> None:
        self.parts.session.show(letter_id)

    def trigger(self, action: str) -> None:
        self.window.actions_.of(action).trigger()

    def close(self) -> None:
        """Nothing is to happen any more, and the window is gone: the store is about to be closed.

        Text has its usual size again once nothing is left to be laid out anew.
        """
        self.window.hide()
        self.desk.rest()
        window, *parts = self.desk.lasting
        delete(window)
        self.parts.theme.set_scale(1.0)
        for gone in parts:
            delete(gone)

    def _add(self, seed: int) -> int:
        added = self.store.add(*_read(seed), "clerk")
        assert isinstance(added, Added)
        return added.letter_id


@cache
def _read(seed: int) -> tuple[bytes, str, Reading | Failure]:
    letter = generate(seed)
    return letter.pdf, letter.file, attempt(letter.pdf, letter.file)


def make_window(store: Store, folder: Path, application: QApplication) -> WholeDesk:
    """A window on this store that remembers in this folder."""
    person, keeper = Person(), Keeper(store, Inline())
    means = Means(
        who="clerk",
        reader=keeper,
        read=ReadHere,  # type: ignore[arg-type]
        draw=DrawnHere,
        draw_other=DrawnHere,
        draw_cards=DrawnHere,
        remembered=Remembered(folder / "window.json"),
        theme=Theme(application, ThemeChoice.LIGHT),
        samples=lambda: iter(Pdf(f"{seed}.pdf", generate(seed).pdf) for seed in (1, 2)),
        counter=Inline(),
    )
    return WholeDesk(store, person, put_together(keeper, means, person))
