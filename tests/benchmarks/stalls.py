"""How long the window does not answer while letters come in, are turned over, typed in, scrolled and zoomed.

usage: python -m tests.benchmarks.stalls [LETTERS]
       python -m tests.benchmarks.stalls --import [LETTERS]

A timer asks for its turn every few milliseconds; what it waits beyond that is a stall, and a long one is named by what
the window's thread was doing. The work is done with the real widgets, store and worker processes, by the demo's hands:
first on generated letters, then, where they are at hand, on the real ones. Each arm has a few letters of 25 items.
With `--import`, 1,000 generated letters come in, and each hundred is told for itself: what grows with their number.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.app.program import build
from imr_desk.app.start import TURN
from imr_desk.samples.bulk import many
from imr_desk.samples.generate import generate
from imr_desk.samples.plans.variation import Variation
from tests.benchmarks.probe import Probe

LETTERS = 60
MANY = 1000
HUNDRED = 100
FLIPS = 30
LONG = 25
"""Items of the long letters."""
REAL = Path(__file__).resolve().parents[3] / "shared" / "letters" / "pdf"


def main(count: int) -> None:
    """Work through each arm and print its stalls."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    probe: list[Probe] = []
    with tempfile.TemporaryDirectory() as name:
        _arm(f"{count} generated letters", _written(Path(name), count), Path(name), probe)
    if REAL.is_dir():
        with tempfile.TemporaryDirectory() as name:
            letters = [*_long(Path(name)), *sorted(REAL.glob("*.pdf"))]
            _arm(f"{len(letters)} real and long letters", letters, Path(name), probe)


def import_many(count: int) -> None:
    """Have so many letters in, the first of them open, and print the stalls of each hundred."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        clerk = _at_work(_written(Path(name), count), Path(name))
        importer, probe = clerk.desk.parts.importer, Probe()
        finished: list[object] = []
        importer.finished.connect(finished.append)
        for upto in (*range(HUNDRED, count, HUNDRED), len(clerk.answers.files)):
            with probe.watching(f"up to letter {upto}"):
                if not importer.running:
                    clerk.hands.press("Ctrl+O")
                _wait_for_more(lambda upto=upto: bool(finished) or importer.done >= upto, clerk)  # type: ignore[misc]
        clerk.wait_until_saved()
        clerk.stand_up()


def _at_work(letters: Iterable[Path], folder: Path) -> Clerk:
    os.environ["IMR_DESK_DATA"] = str(folder)
    sys.setswitchinterval(TURN)
    answers = Answers(files=tuple(letters))
    clerk = Clerk(build(folder / "letters.imrdesk", answers), answers)
    clerk.desk.window.resize(1920, 1080)
    clerk.sit_down()
    return clerk


def _arm(what: str, letters: Iterable[Path], folder: Path, probes: list[Probe]) -> None:
    print(what)
    clerk = _at_work(letters, folder)
    answers = clerk.answers
    probe = probes[0] if probes else Probe()
    probes[:] = [probe]
    with probe.watching("importing, one letter open"):
        _import(clerk, len(answers.files))
    clerk.look_up(f"long-{LONG}-0.pdf")
    flips = min(FLIPS, len(answers.files) // 2)
    with probe.watching(f"turning over {flips} letters"):
        _turn_over(clerk, flips, "Alt+Right")
    with probe.watching("turning back to the long letters"):
        _turn_over(clerk, flips, "Alt+Left")
    _work_at_a_letter(clerk, probe)
    clerk.wait_until_saved()
    clerk.stand_up()


def _work_at_a_letter(clerk: Clerk, probe: Probe) -> None:
    """The long letter is open: everything a person does to it."""
    fields = [f"items[{at}].{field}" for at in (0, 12, 24) for field in ("request", "rationale", "decision")]
    with probe.watching("from field to field, items opened"):
        for path in ("patient.age", *fields, "diagnoses[0]", *reversed(fields)):
            clerk.desk.parts.focus.set(path)
            _rest(clerk)
    with probe.watching("typing into values, texts, lists"):
        for path in ("patient.age", "patient.sex", *fields):
            clerk.desk.parts.focus.set(path)
            _rest(clerk)
            clerk.hands.type("42 or so")
            clerk.hands.press("Escape")
            clerk.hands.press("Alt+1")
            _rest(clerk)
    with probe.watching("confirming with Enter"):
        for _ in range(20):
            clerk.hands.press("Return")
            _rest(clerk)
    with probe.watching("items moved, added, taken out"):
        clerk.desk.parts.focus.set("items[12].request")
        for keys in ("Alt+Shift+Down", "Alt+Shift+Up", "Alt+Ins", "Alt+Del"):
            clerk.hands.press(keys)
            _rest(clerk)
    with probe.watching("undo and redo"):
        for keys in (*["Ctrl+Z"] * 20, *["Ctrl+Shift+Z"] * 10, *["Ctrl+Z"] * 10):
            clerk.hands.press(keys)
            _rest(clerk)
    canvas, form = clerk.desk.window.work.page.canvas, clerk.desk.window.work.form
    with probe.watching("scrolling pages and form"):
        for notches in (*[-3] * 30, *[3] * 30):
            clerk.hands.wheel(canvas.viewport(), notches)
            clerk.hands.wheel(form, notches)
            _rest(clerk)
    with probe.watching("zooming in and out"):
        for keys in (*["Ctrl+="] * 6, *["Ctrl+-"] * 6):
            clerk.hands.press(keys)
            clerk.page.see()


def _import(clerk: Clerk, letters: int) -> None:
    """Have all letters in, however long it takes; how many a second is said."""
    importer, start = clerk.desk.parts.importer, perf_counter()
    finished: list[object] = []
    importer.finished.connect(finished.append)
    clerk.hands.press("Ctrl+O")
    _wait_for_more(lambda: bool(finished), clerk)
    print(f"{letters / (perf_counter() - start):.1f} letters a second")


def _wait_for_more(enough: Callable[[], bool], clerk: Clerk) -> None:
    """Wait as long as letters keep coming in."""
    importer = clerk.desk.parts.importer
    while not enough():
        before = importer.done
        wait_for("one letter more", lambda was=before: enough() or importer.done > was)  # type: ignore[misc]


def _rest(clerk: Clerk) -> None:
    """The form shows all that there is to show, and the window has painted it."""
    form, turns = clerk.desk.window.work.form, list[None]()
    wait_for("the form and a turn or two", lambda: form.settled and (turns.append(None) or len(turns) > 4))


def _turn_over(clerk: Clerk, times: int, keys: str) -> None:
    for _ in range(times):
        before = clerk.letter_id
        clerk.hands.press(keys)
        wait_for("the next letter", lambda was=before: clerk.letter_id != was)  # type: ignore[misc]
        clerk.page.see()


def _written(folder: Path, count: int) -> Iterator[Path]:
    yield from _long(folder)
    for letter in many(count):
        path = folder / letter.file
        path.write_bytes(letter.pdf)
        yield path


def _long(folder: Path) -> Iterator[Path]:
    for seed in range(3):
        path = folder / f"long-{LONG}-{seed}.pdf"
        path.write_bytes(generate(900 + seed, Variation(items=LONG)).pdf)
        yield path


if __name__ == "__main__":
    arguments = ArgumentParser(description="How long the window does not answer.")
    arguments.add_argument("letters", nargs="?", type=int, default=0)
    arguments.add_argument("--import", dest="importing", action="store_true")
    asked = arguments.parse_args()
    if asked.importing:
        import_many(asked.letters or MANY)
    else:
        main(asked.letters or LETTERS)
