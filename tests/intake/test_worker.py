"""Worker processes: what they answer, in which order, and what they survive."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pymupdf
import pytest
from typing_extensions import override

from imr_desk.intake.picture import Picture
from imr_desk.intake.process import WorkerProcess
from imr_desk.intake.read import read_letter
from imr_desk.intake.request import (
    USUAL_LIMITS,
    CharBoxes,
    FoundBoxes,
    Limits,
    Pdf,
    Read,
    Render,
    Reply,
    Unlock,
    Unlocked,
)
from imr_desk.intake.worker import Workers
from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.span import Span
from imr_desk.letter.text import Word
from imr_desk.pdf.document import opened
from imr_desk.pdf.page_image import render
from tests.intake.workers import Asked, at_work
from tests.pdf.paper import nested, plain

LETTER = Pdf("letter.pdf", plain("A 54-year-old and two", "more lines of print.", pages=2))
OTHERS = [Pdf(f"letter {number}.pdf", plain(f"Letter number {number}")) for number in range(6)]
ENDLESS = Pdf("endless.pdf", nested("0 0 100 100 re f"))
GREEDY = Pdf("greedy.pdf", nested("BT /F 9 Tf 20 20 Td (many words that all are kept) Tj ET"))
NO_PDF = Pdf("notes.pdf", b"these are only notes")
SHORT = Limits(read=2, render=2, char_boxes=2)
posix = pytest.mark.skipif(sys.platform == "win32", reason="only POSIX systems stop a process or know how nice it is")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")


@pytest.fixture(scope="module")
def one() -> Iterator[Asked]:
    with at_work() as asked:
        yield asked


def test_a_reading_is_the_same_as_without_a_worker(one: Asked) -> None:
    assert one.outcome(LETTER, Read()) == read_letter(LETTER.data, LETTER.file)


@pytest.mark.parametrize("clip", [None, Rect(10, 20, 110, 60)])
def test_a_picture_is_the_same_as_without_a_worker(one: Asked, clip: Rect | None) -> None:
    picture = one.outcome(LETTER, Render(2, 1.5, clip))
    assert isinstance(picture, Picture)
    with opened(LETTER.data) as document:
        image = render(document, 2, 1.5, clip)
        assert (picture.width, picture.height, picture.stride) == (image.width, image.height, image.stride)
        assert bytes(picture.pixels) == bytes(image.pixels)
    picture.release()
    picture.release()


def test_pictures_live_side_by_side_until_they_are_released(one: Asked) -> None:
    pictures = [one.outcome(pdf, Render(1, 1.0)) for pdf in OTHERS]
    looks = {bytes(picture.pixels) for picture in pictures if isinstance(picture, Picture)}
    assert len(looks) == len(OTHERS)
    assert not shared_memory(), "its name is gone as soon as it has been taken up"
    for picture in pictures:
        assert isinstance(picture, Picture)
        picture.release()


def test_character_boxes_are_found_for_the_words_asked_for(one: Asked) -> None:
    text = read_letter(LETTER.data, LETTER.file).text
    cut = text.cut_words([Span(2, 4)])
    found = one.outcome(LETTER, CharBoxes({index: text.words[index] for index in cut}))
    assert isinstance(found, FoundBoxes)
    assert {index: len(boxes) for index, boxes in found.by_word.items()} == {1: len("54-year-old")}


def test_a_letter_that_does_not_open_is_a_failure_that_names_it(one: Asked) -> None:
    for task in (Read(), Render(1, 1.0)):
        failure = one.outcome(NO_PDF, task)
        assert isinstance(failure, Failure)
        assert (failure.file, failure.kind) == ("notes.pdf", FailureKind.NOT_A_PDF)


def test_a_letter_opened_with_its_password_can_be_kept_without(one: Asked) -> None:
    with pymupdf.open(stream=LETTER.data) as document:
        aes = pymupdf.PDF_ENCRYPT_AES_256
        locked = Pdf("locked.pdf", document.tobytes(encryption=aes, user_pw="open me"))
    refused = one.outcome(locked, Read())
    assert isinstance(refused, Failure)
    assert refused.kind is FailureKind.NEEDS_PASSWORD
    copy = one.outcome(replace(locked, password="open me"), Unlock())
    assert isinstance(copy, Unlocked)
    assert isinstance(one.outcome(Pdf("kept.pdf", copy.data), Read()), Reading)


def test_more_letters_than_are_kept_open_take_turns(one: Asked) -> None:
    for _ in range(2):
        for pdf in OTHERS:
            reading = one.outcome(pdf, Read())
            assert isinstance(reading, Reading)
            assert reading.source.file == pdf.file


def test_urgent_tasks_come_first_and_the_newest_of_them_before_all() -> None:
    with at_work() as asked:
        gate = asked.submit(ENDLESS, CharBoxes({}))
        early, late = (asked.submit(pdf, Read()) for pdf in OTHERS[:2])
        older, newer = (asked.submit(pdf, Read(), urgent=True) for pdf in OTHERS[2:4])
        order = [asked.reply().ticket for _ in range(5)]
    assert [ticket for ticket in order if ticket != gate] == [newer, older, early, late]


def test_a_task_taken_back_gets_no_reply() -> None:
    with at_work(limits=SHORT) as asked:
        running = asked.submit(ENDLESS, Read())
        waiting = asked.submit(OTHERS[0], Read())
        last = asked.submit(OTHERS[1], Read())
        asked.workers.cancel(running)
        asked.workers.cancel(waiting)
        assert asked.reply().ticket == last
        assert asked.silent


def test_a_task_taken_back_while_it_hangs_does_not_keep_the_next_one_waiting() -> None:
    with at_work() as asked:
        asked.outcome(LETTER, Read())
        hung = asked.submit(ENDLESS, Read())
        begin = threading.Timer(0.3, asked.workers.cancel, [hung])
        begin.start()
        start = time.monotonic()
        assert isinstance(asked.outcome(LETTER, Read()), Reading)
        assert time.monotonic() - start < USUAL_LIMITS.read / 2
        assert asked.silent


def test_a_letter_that_hangs_costs_only_itself() -> None:
    with at_work(limits=SHORT) as asked:
        for task in (Read(), Render(1, 1.0)):
            asked.submit(ENDLESS, task)
        asked.submit(LETTER, Read())
        slow, undrawn, good = (asked.reply().outcome for _ in range(3))
    assert isinstance(slow, Failure)
    assert slow.kind is FailureKind.TOO_SLOW
    assert slow.message.startswith("“endless.pdf” could not be read within 2 seconds.")
    assert isinstance(undrawn, Failure)
    assert undrawn.message.startswith("Page 1 of “endless.pdf” could not be drawn within 2 seconds.")
    assert isinstance(good, Reading)


@posix
def test_a_letter_is_given_its_time_however_little_of_it_other_programs_leave() -> None:
    with watched(Limits(read=3)) as (asked, pid):
        os.kill(pid, signal.SIGSTOP)
        threading.Timer(4, os.kill, [pid, signal.SIGCONT]).start()
        assert isinstance(asked.outcome(OTHERS[0], Read()), Reading)


@posix
def test_a_letter_that_hangs_without_work_is_not_waited_for_for_ever() -> None:
    with watched(Limits(read=0.5)) as (asked, pid):
        os.kill(pid, signal.SIGSTOP)
        hung = asked.outcome(OTHERS[0], Read())
    assert isinstance(hung, Failure)
    assert hung.kind is FailureKind.TOO_SLOW


@linux
def test_a_letter_that_eats_memory_costs_only_itself() -> None:
    with at_work(limits=Limits(memory=300)) as asked:
        greedy, good = asked.outcome(GREEDY, Read()), asked.outcome(LETTER, Read())
    assert isinstance(greedy, Failure)
    assert greedy.kind is FailureKind.TOO_MUCH_MEMORY
    assert greedy.message.startswith("“greedy.pdf” could not be read in the memory")
    assert isinstance(good, Reading)


def test_a_letter_that_breaks_its_process_costs_only_itself() -> None:
    before = set(multiprocessing.active_children())
    with at_work() as asked:
        asked.outcome(LETTER, Read())
        asked.submit(ENDLESS, Read())
        (process,) = set(multiprocessing.active_children()) - before
        threading.Timer(0.3, process.kill).start()
        crashed, good = asked.reply().outcome, asked.outcome(LETTER, Read())
    assert isinstance(crashed, Failure)
    assert (crashed.file, crashed.kind) == ("endless.pdf", FailureKind.CRASHED)
    assert isinstance(good, Reading)


def test_an_error_that_nobody_foresaw_costs_only_its_task(one: Asked) -> None:
    outcome = one.outcome(LETTER, CharBoxes({0: cast(Word, None)}))
    assert isinstance(outcome, Failure)
    assert outcome.kind is FailureKind.CRASHED
    assert outcome.message.startswith(f"The characters of “{LETTER.file}” could not be found: AttributeError")
    drawn = one.outcome(LETTER, Render(1, 1.0))
    assert isinstance(drawn, Picture)
    drawn.release()


def test_several_workers_share_the_work_and_one_hang_does_not_hold_up_the_rest() -> None:
    with at_work(2, Limits(read=4)) as asked:
        hung = asked.submit(ENDLESS, Read())
        tickets = {asked.submit(pdf, Read()) for pdf in OTHERS}
        order = [asked.reply().ticket for _ in range(len(OTHERS) + 1)]
    assert order[-1] == hung
    assert set(order[:-1]) == tickets


class SlowToStart(WorkerProcess):
    """A process that takes no orders until it is told to."""

    def __init__(self) -> None:
        self.may_start = threading.Event()
        super().__init__(USUAL_LIMITS, reads=True)

    @override
    def start_up(self) -> None:
        self.may_start.wait()


def test_no_letter_waits_for_a_process_that_is_still_starting() -> None:
    slow = SlowToStart()
    with at_work(2, started=[slow]) as asked:
        tickets = [asked.submit(pdf, Read()) for pdf in OTHERS]
        assert [asked.reply().ticket for _ in tickets] == tickets
        slow.may_start.set()


@posix
@pytest.mark.parametrize("nice", [0, 3])
def test_a_nice_process_stands_behind_the_one_that_started_it(nice: int) -> None:
    before = set(multiprocessing.active_children())
    process = WorkerProcess(Limits(nice=nice), reads=False)
    process.start_up()
    (child,) = set(multiprocessing.active_children()) - before
    own, its = (os.getpriority(os.PRIO_PROCESS, pid) for pid in (0, child.pid or 0))
    process.bury()
    assert its == own + nice


def test_closing_ends_a_hanging_letter_at_once_and_leaves_nothing_behind() -> None:
    replies: list[Reply] = []
    before = set(multiprocessing.active_children())
    workers = Workers(2, replies.append)
    for _ in range(3):
        workers.submit(ENDLESS, Render(1, 1.0))
    workers.close()
    workers.close()
    assert not set(multiprocessing.active_children()) - before
    assert not replies
    assert not shared_memory()
    with pytest.raises(RuntimeError, match="closed"):
        workers.submit(LETTER, Read())


PROGRAM = """
import os, sys
from queue import Queue
from imr_desk.intake.request import Pdf, Read, Render
from imr_desk.intake.worker import Workers
from tests.pdf.paper import plain, nested

if __name__ == "__main__":
    replies = Queue()
    workers = Workers(2, replies.put)
    workers.submit(Pdf("a.pdf", plain("a letter")), Render(1, 2.0))
    picture = replies.get().outcome
    print(picture.width, *(name for name in sys.modules if name == "pymupdf"))
    if "forget" not in sys.argv:
        picture.release()
        workers.close()
    else:
        workers.submit(Pdf("b.pdf", nested("0 0 9 9 re f")), Read())
"""


@pytest.mark.parametrize("how", ["closed", "forget"])
def test_the_program_ends_quietly_whether_workers_were_closed_or_forgotten(tmp_path: Path, how: str) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONWARNINGS": "error"}
    run = [sys.executable, str(tmp_path / "program.py"), how]
    ended = subprocess.run(run, capture_output=True, text=True, env=environment, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split() == ["1224"], "the window's own process never loads PyMuPDF"
    assert not shared_memory()


KILLED = """
import os, signal
from multiprocessing import get_context
from imr_desk.intake.order import Order
from imr_desk.intake.picture import Canvas
from imr_desk.intake.request import USUAL_LIMITS, Pdf, Render
from imr_desk.intake.service import serve
from tests.pdf.paper import plain

if __name__ == "__main__":
    here, there = get_context("spawn").Pipe()
    get_context("spawn").Process(target=serve, args=(there, USUAL_LIMITS), kwargs={"reads": False}, daemon=True).start()
    there.close()
    here.recv()
    pdf = Pdf("a.pdf", plain("a letter"))
    here.send(Order(pdf.file, pdf.sha256, Render(1, 2.0), 60.0, Canvas(f"imr{os.getpid()}-0"), pdf))
    assert here.poll(60)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@linux
def test_a_process_whose_program_was_killed_ends_silently_and_takes_its_unseen_picture_with_it(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(KILLED)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    run = [sys.executable, str(tmp_path / "program.py")]
    with subprocess.Popen(run, stderr=subprocess.PIPE, text=True, env=environment) as program:
        said = program.communicate(timeout=60)[1]
    assert program.returncode == -signal.SIGKILL
    assert not said, "whoever else still held the pipe has ended by now"
    assert not shared_memory(program.pid)


@contextmanager
def watched(limits: Limits) -> Iterator[tuple[Asked, int]]:
    """A single worker that is ready, and the number of its process."""
    before = set(multiprocessing.active_children())
    with at_work(limits=limits) as asked:
        assert isinstance(asked.outcome(LETTER, Read()), Reading)
        (process,) = set(multiprocessing.active_children()) - before
        yield asked, process.pid or 0


def shared_memory(of: int | None = None) -> list[str]:
    """The names of pictures that somebody has laid down and nobody taken up."""
    folder = Path("/dev/shm")
    return [path.name for path in folder.glob(f"imr{of or os.getpid()}-*")] if folder.is_dir() else []
