"""What every picture is taken of: a desk with the sample letters, worked at by the demo's hands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from imr_desk.app import Desk, build
from imr_desk.demo.answers import Answers
from imr_desk.demo.clerk import Clerk
from imr_desk.demo.hands import wait_for
from imr_desk.samples.demo import demo_letters
from imr_desk.ui.dialogs.reason_dialog import ReasonDialog
from imr_desk.ui.message_bar import MessageBar
from imr_desk.ui.theme import ThemeChoice, colour

PLAIN, CONFLICTING, FOUR_ITEMS, MANY_ITEMS = 0, 6, 4, 7
"""Places of sample letters: one with little to do, one that contradicts itself, one of four items, one of twelve."""
Take = Callable[[str], None]


@dataclass
class Shown(Answers):
    """Answers that have their dialog seen before it is closed again."""

    seen: Callable[[], None] = lambda: None
    window: list[QWidget] = field(default_factory=list)

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        """The question as it is asked; the person would rather not."""
        dialog = ReasonDialog(title, question, usual, *self.window)
        dialog.show()
        self.seen()
        dialog.close()
        return None


class Scene:
    """A desk, its clerk, its letters, and a camera."""

    def __init__(self, clerk: Clerk, answers: Shown, letters: tuple[Path, ...]) -> None:
        self.clerk = clerk
        self.answers = answers
        self.letters = letters

    @property
    def desk(self) -> Desk:
        return self.clerk.desk

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.clerk.hands.press(*keys)

    def open(self, place: int) -> None:
        """Open the sample letter at a place, all letters listed again."""
        self.clerk.open_letter(self.letters[place].name)
        self.clerk.show_all_letters()

    def rest(self) -> None:
        """Wait until everything is saved and the pages are sharp and stand still."""
        self.clerk.wait_until_saved()
        if self.clerk.session.letter is not None:
            wait_for("the page to stand still", lambda: self.desk.window.work.page.canvas.resting)
            self.clerk.page.see()
            self.clerk.form.eyes.rest_on_the_form()

    def picture(self) -> QImage:
        """The window, and what stands over it."""
        window = self.desk.window
        picture = window.grab().toImage()
        painter = QPainter(picture)
        for over in QApplication.topLevelWidgets():
            if over is not window and over.isVisible():
                spot = over.pos() if over.pos() != QPoint() else window.rect().center() - over.rect().center()
                painter.drawPixmap(spot, over.grab())
                painter.setPen(colour("edge"))
                painter.drawRect(over.rect().translated(spot).adjusted(-1, -1, 0, 0))
        painter.end()
        return picture

    def put_away_messages(self) -> None:
        """Close what is said above the work."""
        for bar in self.desk.window.findChildren(MessageBar):
            for close in bar.findChildren(QToolButton):
                if close.isVisible():
                    self.clerk.hands.click(close)


@contextmanager
def staged(theme: ThemeChoice, size: tuple[int, int]) -> Iterator[Scene]:
    """A desk of that look and size on a new store, always of the same person."""
    with TemporaryDirectory() as folder:
        os.environ |= {"IMR_DESK_DATA": folder, "LOGNAME": "clerk"}
        answers = Shown(files=_written(Path(folder)))
        clerk = Clerk(build(Path(folder, "letters.imrdesk"), answers), answers)
        answers.window = [clerk.desk.window]
        clerk.desk.parts.theme.choose(theme)
        clerk.desk.window.resize(*size)
        clerk.sit_down()
        yield Scene(clerk, answers, answers.files)
        clerk.stand_up()


def _written(folder: Path) -> tuple[Path, ...]:
    letters = demo_letters()
    for letter in letters:
        Path(folder, letter.file).write_bytes(letter.pdf)
    return tuple(Path(folder, letter.file) for letter in letters)
