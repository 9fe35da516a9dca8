"""The start of the desk: a window at once; the desk is loaded and its store opened meanwhile, then takes its place."""

from __future__ import annotations

import builtins
import gc
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from imr_desk import paths
from imr_desk.app.application import make_application
from imr_desk.store.file.errors import StoreError
from imr_desk.ui.look.theme import Theme
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.window.front import Front
from imr_desk.ui.window.window_memory import remembered_theme

if TYPE_CHECKING:
    from imr_desk.app.program import Program

TURN = 0.001
"""Seconds after which a thread lets the window's go on: a fifth of Python's own, which adds up in a repaint."""


def run(store: Path, letters: Sequence[Path], *, samples: bool = False) -> int:
    """Open the desk on a store, made on first use, and stay until its window is closed; the exit status."""
    gc.disable()  # what is loaded now is never given back; the desk tidies up in its own time
    sys.setswitchinterval(TURN)
    application = make_application()
    _leave_sources_unread()
    _heed_signals()
    start = Start(letters, samples=samples)
    start.open(store)
    status = application.exec()
    start.close()
    return status


class Start(QObject):
    """Puts the desk in the front's place; where its store cannot be opened, the person may choose another."""

    furnished = Signal()
    """The desk stands, and is about to be shown."""
    _answered = Signal(object)

    def __init__(self, letters: Sequence[Path] = (), *, samples: bool = False) -> None:
        super().__init__()
        self.program: Program | None = None
        self._letters, self._samples = letters, samples
        remembered = Remembered(paths.user_data() / "window.json")
        self._theme = Theme(make_application(), *remembered_theme(remembered))
        self.front = Front(remembered)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="start")
        self._answered.connect(self._on_answer)
        sys.excepthook = self._on_mishap  # until the program hears of its own mishaps

    def open(self, store: Path) -> None:
        """Show the front; then load what the desk is made of, and open the store."""
        self.front.show_opening(store.name)
        QTimer.singleShot(0, lambda: self._thread.submit(_desk_on, store).add_done_callback(self._answered.emit))

    def close(self) -> None:
        """Close the desk, all that was asked of it done."""
        self._thread.shutdown(cancel_futures=True)
        if self.program is not None:
            self.program.desk.close()

    def _on_answer(self, answer: Future[Callable[[], Program]]) -> None:
        try:
            program = answer.result()()
        except StoreError as error:
            self._ask_for_another(error)
        else:
            self._show(program)

    def _on_mishap(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Nothing has caught this, and there is no desk: say so and end."""
        sys.__excepthook__(kind, error, trace)
        self.front.tell_failure(error)
        QCoreApplication.exit(1)

    def _show(self, program: Program) -> None:
        self.program = program
        self.front.make_way(program.desk.window)
        self.furnished.emit()
        program.desk.begin(self._letters, samples=self._samples)
        self._theme.deleteLater()
        gc.freeze()

    def _ask_for_another(self, error: StoreError) -> None:
        from imr_desk.app.program import other_store  # noqa: PLC0415  (loaded by now)

        store = other_store(error, self.front)
        if store is None:
            QCoreApplication.exit(1)
        else:
            self.open(store)


def _desk_on(store: Path) -> Callable[[], Program]:
    """Load the desk and open its store, on any thread; what is returned puts the desk together, on the window's."""
    from imr_desk.intake.process import WorkerProcess  # noqa: PLC0415  (the front is to stand before all this)
    from imr_desk.intake.request import FOR_WINDOW  # noqa: PLC0415

    drawer = WorkerProcess(FOR_WINDOW, reads=False)  # it takes as long to be ready as all that follows
    try:
        from imr_desk.app.program import in_use  # noqa: PLC0415
        from imr_desk.desk.keeping.keeper import opened  # noqa: PLC0415
        from imr_desk.parser.words.vocabulary import load_vocabulary  # noqa: PLC0415

        load_vocabulary()
        return partial(in_use, *opened(store), drawer)
    except BaseException:
        drawer.bury()
        raise


def _heed_signals() -> None:
    """Ctrl-C in a terminal and a polite request to end are taken as if the window were closed: what is being typed is
    kept. Python hears of them when the desk next tidies up, a tenth of a second later at most."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: QTimer.singleShot(0, QCoreApplication.quit))


def _leave_sources_unread() -> None:
    """Import as Python itself does.

    PySide's own import reads the source of every module, to see whether it may want PySide's Pythonic names; none does.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
