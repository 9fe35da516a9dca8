"""The importer: every file is accounted for, whatever it is, and the letters that can be read go in."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.coming_in.import_report import AlreadyThere, ImportReport, KeptUnread, LeftOut, NotStored, WentIn
from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.coming_in.pace import AHEAD
from imr_desk.desk.coming_in.reading_in import Locked, ScannedPage
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.intake.read import attempt
from imr_desk.intake.request import Pdf, Reply, Task, Ticket
from imr_desk.letter.reading import FailureKind
from imr_desk.letter.review import LetterState
from imr_desk.pdf.document import opened
from imr_desk.samples.generate import generate
from imr_desk.store.file.errors import StoreFull
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.desk.workers import ReadHere
from tests.making import Inline, Lane, reading


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as one:
        yield one


@pytest.fixture
def importer(store: Store, qapp: object) -> Iterator[Importer]:
    importer = Importer(Keeper(store, Inline()), "clerk", ReadHere)  # type: ignore[arg-type]
    yield importer
    importer.close()


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with two sample letters."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for seed in (1, 2):
        letter = generate(seed)
        (folder / f"{seed}.pdf").write_bytes(letter.pdf)
    return folder


def imported(qtbot: QtBot, importer: Importer, *paths: Path) -> ImportReport:
    with qtbot.waitSignal(importer.finished) as finished:
        importer.start(paths)
    report: ImportReport = finished.args[0]
    return report


def locked(path: Path, password: str) -> Path:
    """A letter that opens with this password only."""
    with pymupdf.open(stream=generate(3).pdf) as document:
        document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw="owner")
    return path


def test_a_folder_goes_in(qtbot: QtBot, importer: Importer, store: Store, letters: Path) -> None:
    report = imported(qtbot, importer, letters)
    assert [type(line) for line in report.lines] == [WentIn, WentIn]
    assert [store.letter(one).file for one in report.letters] == ["1.pdf", "2.pdf"]
    assert report.first == report.letters[0]
    assert not importer.running


class ReadLater(ReadHere):
    """Reads when it is told to."""

    def __init__(self, on_reply: Callable[[Reply], None], **_: object) -> None:
        super().__init__(on_reply)
        self.asked: list[tuple[Pdf, Task]] = []

    def submit(self, pdf: Pdf, task: Task, **_: bool) -> Ticket:
        self.asked.append((pdf, task))
        return Ticket(len(self.asked))

    def read(self, place: int) -> None:
        """Read what was asked for at this place, from 0."""
        pdf, task = self.asked[place]
        self._on_reply(Reply(Ticket(place + 1), pdf, task, attempt(pdf.data, pdf.file, pdf.password)))


@pytest.fixture
def later(store: Store, qapp: object) -> Iterator[tuple[Importer, list[ReadLater]]]:
    """An importer, and the workers that it has asked."""
    made: list[ReadLater] = []

    def make(on_reply: Callable[[Reply], None], **_: object) -> ReadLater:
        made.append(ReadLater(on_reply))
        return made[-1]

    importer = Importer(Keeper(store, Inline()), "clerk", make)  # type: ignore[arg-type]
    yield importer, made
    importer.close()


def test_the_first_letter_is_read_alone(qtbot: QtBot, later: tuple[Importer, list[ReadLater]], tmp_path: Path) -> None:
    importer, made = later
    importer.start(_many(tmp_path, 6))
    qtbot.waitUntil(lambda: importer.reading.left == 6)
    assert [pdf.file for pdf, _ in made[0].asked] == ["0.pdf"]
    made[0].read(0)
    qtbot.waitUntil(lambda: len(made[0].asked) == 1 + AHEAD)


def test_a_first_letter_that_takes_long_keeps_the_others_waiting_for_a_while_only(
    qtbot: QtBot, later: tuple[Importer, list[ReadLater]], tmp_path: Path
) -> None:
    importer, made = later
    importer.start(_many(tmp_path, 6))
    qtbot.waitUntil(lambda: bool(made) and len(made[0].asked) == AHEAD)


def test_an_import_stands_back_while_it_is_told_to(
    qtbot: QtBot, later: tuple[Importer, list[ReadLater]], tmp_path: Path
) -> None:
    importer, made = later
    importer.start(_many(tmp_path, 6))
    qtbot.waitUntil(lambda: importer.reading.left == 6)
    importer.pace.stand_back(True)
    made[0].read(0)
    importer.start([_letter_at(tmp_path / "late.pdf", 50)])
    turns: list[None] = []
    qtbot.waitUntil(lambda: turns.append(None) or len(turns) > 3)
    assert (importer.done, importer.reading.left, len(made[0].asked)) == (0, 6, 1)
    importer.pace.stand_back(False)
    qtbot.waitUntil(lambda: importer.done == 1 and importer.reading.left == 6 and len(made[0].asked) == 1 + AHEAD)


def _many(folder: Path, count: int) -> list[Path]:
    return [_letter_at(folder / f"{number}.pdf", 40 + number) for number in range(count)]


def _letter_at(path: Path, seed: int) -> Path:
    """A sample letter as a file."""
    path.write_bytes(generate(seed).pdf)
    return path


def test_the_page_of_a_scan_that_is_being_recognised_is_told(qtbot: QtBot, importer: Importer, letters: Path) -> None:
    told: list[ScannedPage] = []
    importer.progress_changed.connect(
        lambda: told.append(importer.reading.scanned_page) if importer.reading.scanned_page else None
    )
    imported(qtbot, importer, letters / "1.pdf")
    assert told[:1] == [ScannedPage("1.pdf", 1, 2)]
    assert importer.reading.scanned_page is None


def test_a_zip_file_goes_in(qtbot: QtBot, importer: Importer, letters: Path, tmp_path: Path) -> None:
    packed = tmp_path / "letters.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(letters / "1.pdf", "1.pdf")
    assert imported(qtbot, importer, packed).count(WentIn) == 1


def test_what_is_no_letter_is_left_out_and_named(qtbot: QtBot, importer: Importer, letters: Path) -> None:
    (letters / "notes.pdf").write_text("no pdf at all")
    (letters / "empty.pdf").write_bytes(b"")
    report = imported(qtbot, importer, letters, letters / "gone.pdf")
    left = {line.failure.file: line.failure.kind for line in report.lines if isinstance(line, LeftOut)}
    assert left == {
        "notes.pdf": FailureKind.NOT_A_PDF,
        "empty.pdf": FailureKind.EMPTY_FILE,
        "gone.pdf": FailureKind.VANISHED,
    }
    assert report.count(WentIn) == 2


def test_the_same_letter_twice_points_to_the_first(qtbot: QtBot, importer: Importer, letters: Path) -> None:
    first = imported(qtbot, importer, letters / "1.pdf").letters[0]
    (letters / "copy.pdf").write_bytes((letters / "1.pdf").read_bytes())
    again = imported(qtbot, importer, letters / "copy.pdf")
    assert again.lines == (AlreadyThere("copy.pdf", first, "1.pdf"),)
    assert again.first == first


def test_a_password_is_asked_for_until_it_opens(qtbot: QtBot, importer: Importer, store: Store, tmp_path: Path) -> None:
    path = locked(tmp_path / "locked.pdf", "sesame")
    asked: list[tuple[str, bool]] = []
    answers = iter(("wrong", "sesame"))

    def answer() -> None:
        assert importer.reading.locked is not None
        asked.append((importer.reading.locked.file, importer.reading.locked.again))
        importer.reading.give_password(next(answers))

    importer.reading.password_wanted.connect(answer)
    report = imported(qtbot, importer, path)
    assert asked == [("locked.pdf", False), ("locked.pdf", True)]
    assert report.count(WentIn) == 1
    with opened(store.pdf(report.letters[0])) as document:
        assert document.page_count


def test_a_password_that_opened_one_letter_is_tried_on_the_next(
    qtbot: QtBot, importer: Importer, tmp_path: Path
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    locked(folder / "1.pdf", "sesame")
    locked(folder / "2.pdf", "sesame")
    asked: list[bool] = []
    importer.reading.password_wanted.connect(lambda: (asked.append(True), importer.reading.give_password("sesame")))
    assert imported(qtbot, importer, folder).count(WentIn) == 2
    assert len(asked) == 1


def test_a_password_is_tried_on_all_that_wait_for_one_while_the_others_go_in(
    qtbot: QtBot, importer: Importer, letters: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    locked(folder / "1.pdf", "sesame")
    locked(folder / "2.pdf", "sesame")
    (folder / "3.pdf").write_bytes((letters / "1.pdf").read_bytes())
    importer.start([folder])
    qtbot.waitUntil(lambda: importer.done == 1)
    assert importer.running
    assert importer.reading.locked == Locked("1.pdf", again=False)
    with qtbot.waitSignal(importer.finished) as finished:
        importer.reading.give_password("sesame")
    assert finished.args[0].count(WentIn) == 3


def test_without_the_password_the_letter_is_kept_unread(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    path = locked(tmp_path / "locked.pdf", "sesame")
    importer.reading.password_wanted.connect(lambda: importer.reading.give_password(None))
    (line,) = imported(qtbot, importer, path).lines
    assert isinstance(line, KeptUnread)
    assert "password" in line.failure.message


def test_a_letter_kept_without_its_password_is_read_when_it_is_imported_again_with_it(
    qtbot: QtBot, importer: Importer, store: Store, tmp_path: Path
) -> None:
    path, answers = locked(tmp_path / "locked.pdf", "sesame"), iter((None, "sesame"))
    importer.reading.password_wanted.connect(lambda: importer.reading.give_password(next(answers)))
    (kept,) = imported(qtbot, importer, path).letters
    assert imported(qtbot, importer, path).lines == (WentIn("locked.pdf", kept),)
    assert store.letter(kept).state is LetterState.TO_REVIEW


def test_a_store_that_takes_nothing_is_named(
    qtbot: QtBot, importer: Importer, store: Store, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(store, "add", full)
    report = imported(qtbot, importer, letters / "1.pdf")
    assert report.lines == (NotStored("1.pdf", "The disk is full."),)
    assert report.first is None


def test_a_stopped_import_keeps_what_went_in(qtbot: QtBot, importer: Importer, store: Store, letters: Path) -> None:
    importer.settled.connect(importer.cancel)
    report = imported(qtbot, importer, letters)
    assert report.cancelled
    assert 1 <= report.count(WentIn) <= 2
    importer.settled.disconnect(importer.cancel)
    assert not imported(qtbot, importer, letters).cancelled


def test_a_paused_import_goes_on_where_it_was(qtbot: QtBot, importer: Importer, letters: Path) -> None:
    importer.pace.pause(True)
    importer.start([letters])
    assert importer.running
    assert importer.done == 0
    with qtbot.waitSignal(importer.finished) as finished:
        importer.pace.pause(False)
    assert finished.args[0].count(WentIn) == 2


def test_a_second_import_joins_the_first(qtbot: QtBot, importer: Importer, letters: Path) -> None:
    with qtbot.waitSignal(importer.finished) as finished:
        importer.start([letters / "1.pdf"])
        importer.start([letters / "2.pdf"])
    assert finished.args[0].count(WentIn) == 2


class LastFirst:
    """Workers of which the one that began last is done first."""

    def __init__(self, on_reply: Callable[[Reply], None], **_: object) -> None:
        self._on_reply = on_reply
        self._begun: list[Reply] = []

    def submit(self, pdf: Pdf, task: Task, **_: bool) -> Ticket:
        self._begun.append(Reply(Ticket(len(self._begun)), pdf, task, attempt(pdf.data, pdf.file)))
        if len(self._begun) % 3 == 1:
            for reply in reversed(self._begun[-3:]):
                self._on_reply(reply)
        return self._begun[-1].ticket

    def cancel(self, ticket: Ticket) -> None: ...

    def close(self) -> None: ...


def test_letters_are_kept_in_the_order_in_which_they_were_given(
    qtbot: QtBot, store: Store, letters: Path, tmp_path: Path
) -> None:
    for seed in (3, 4):
        _letter_at(letters / f"{seed}.pdf", seed)
    importer = Importer(Keeper(store, Inline()), "clerk", LastFirst)  # type: ignore[arg-type]
    report = imported(qtbot, importer, letters)
    assert [store.letter(one).file for one in sorted(report.letters)] == ["1.pdf", "2.pdf", "3.pdf", "4.pdf"]
    importer.close()


class AtOnce(ReadHere):
    """Workers that have read a letter as soon as they are given it."""

    def submit(self, pdf: Pdf, task: Task, **_: bool) -> Ticket:
        self._on_reply(Reply(Ticket(int(pdf.file)), pdf, task, reading("One letter.", {})))
        return Ticket(int(pdf.file))


def test_a_store_that_does_not_keep_up_is_waited_for(qtbot: QtBot, store: Store) -> None:
    loaded: list[Pdf] = []
    finished: list[ImportReport] = []

    def letters() -> Iterator[Pdf]:
        for number in range(12):
            loaded.append(Pdf(str(number), b"letter %d" % number))
            yield loaded[-1]

    lane = Lane()
    importer = Importer(Keeper(store, lane), "clerk", AtOnce)  # type: ignore[arg-type]
    importer.finished.connect(finished.append)
    importer.take(letters())
    while not finished:
        qtbot.waitUntil(lambda: bool(finished) or lane.waiting >= 1)
        assert lane.waiting <= 2, "what a person asks of the store waits for no more"
        kept = store.queue_count(QueueQuery())
        assert len(loaded) <= kept + 2, "what is loaded goes into the store before more is loaded"
        if lane.waiting:
            lane.run_one()
    assert finished[0].count(WentIn) == 12
    importer.close()


class Busy(ReadHere):
    """Workers that never come to an end."""

    def submit(self, pdf: Pdf, *_: object, **__: bool) -> Ticket:
        return Ticket(int(pdf.file))


def numbered(count: int) -> Iterator[Pdf]:
    return (Pdf(str(number), b"%%PDF-1.7 letter %d" % number) for number in range(count))


def states(store: Store) -> Counter[LetterState]:
    return Counter(store.letter(one).state for one in range(1, 1 + store.queue_count(QueueQuery())))


def test_letters_are_in_the_store_as_new_ones_before_they_are_read(qtbot: QtBot, store: Store) -> None:
    importer = Importer(Keeper(store, Inline()), "clerk", Busy)  # type: ignore[arg-type]
    importer.take(numbered(10))
    qtbot.waitUntil(lambda: states(store) == {LetterState.READING: 1, LetterState.NEW: 9})
    importer.close()
    assert states(store) == {LetterState.NEW: 10}, "nothing is being read any more"


def test_letters_that_were_not_read_are_read_when_the_store_is_next_opened(qtbot: QtBot, store: Store) -> None:
    stopped = Importer(Keeper(store, Inline()), "clerk", Busy)  # type: ignore[arg-type]
    stopped.take(numbered(10))
    qtbot.waitUntil(lambda: states(store)[LetterState.NEW] == 9)
    importer = Importer(Keeper(store, Inline()), "clerk", AtOnce)  # type: ignore[arg-type]
    with qtbot.waitSignal(importer.finished) as finished:
        importer.resume()
    assert finished.args[0].count(WentIn) == 10
    assert states(store) == {LetterState.TO_REVIEW: 10}
    for one in (stopped, importer):
        one.close()


def test_a_stopped_import_says_which_letters_were_not_read(qtbot: QtBot, store: Store) -> None:
    importer = Importer(Keeper(store, Inline()), "clerk", Busy)  # type: ignore[arg-type]
    importer.take(numbered(6))
    qtbot.waitUntil(lambda: sum(states(store).values()) == 6)
    with qtbot.waitSignal(importer.finished) as finished:
        importer.cancel()
    unread = [line for line in finished.args[0].lines if isinstance(line, KeptUnread)]
    assert {line.failure.kind for line in unread} == {FailureKind.UNREAD}
    assert sorted(line.letter_id for line in unread) == [1, 2, 3, 4, 5, 6]
    importer.close()


def test_a_locked_letter_that_is_there_already_points_to_the_first(
    qtbot: QtBot, importer: Importer, store: Store, tmp_path: Path
) -> None:
    importer.reading.password_wanted.connect(lambda: importer.reading.give_password("sesame"))
    path = locked(tmp_path / "locked.pdf", "sesame")
    (first,) = imported(qtbot, importer, path).letters
    (line,) = imported(qtbot, importer, path.rename(tmp_path / "again.pdf")).lines
    assert line == AlreadyThere("again.pdf", first, "locked.pdf")
    assert store.letter(first + 1).state is LetterState.UNREADABLE
