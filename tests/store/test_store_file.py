"""Store files: opened, refused untouched, shared, copied, cut off by a kill, and checked for damage."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest

from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.store import opening
from imr_desk.store.file import errors, faults, tables
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.making import found, reading
from tests.tables import tables_of

TEXT = "Case CM16-0000001 for a 54 year old man"
READING = reading(TEXT, {"header.case_number": found(TEXT, "CM16-0000001"), "patient.age": found(TEXT, "54", 54)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "letters.imrdesk"
    with Store.create(path) as store:
        store.add(b"%PDF " + bytes(5000), "first.pdf", READING, "ann")
        store.add(b"%PDF 2", "second.pdf", READING, "ann")
    return path


@pytest.fixture
def briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores that do not wait long for others."""
    monkeypatch.setattr(opening, "BUSY_TIMEOUT", 0.05)


def pragma(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {statement}")
    connection.close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("no store at all\n" * 100)


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])


def of_another_program(path: Path) -> None:
    pragma(path, "application_id = 7")


def of_a_later_version(path: Path) -> None:
    pragma(path, "user_version = 99")


def scrambled(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(len(data) - 100))


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (empty, errors.NotAStore, "not a store"),
        (text, errors.NotAStore, "not a store"),
        (cut_in_the_header, errors.NotAStore, "not a store"),
        (of_another_program, errors.NotAStore, "not a store"),
        (of_a_later_version, errors.StoreTooNew, "later version"),
        (cut_short, errors.StoreDamaged, "cut short"),
        (scrambled, errors.StoreDamaged, "damaged"),
        (Path.unlink, errors.NotAStore, "no file"),
        (lambda path: (path.unlink(), path.mkdir()), errors.NotAStore, "folder"),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_a_file_that_is_no_store_of_ours_is_refused_untouched(
    path: Path, spoil: Callable[[Path], object], error: type[errors.StoreError], said: str
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=said) as raised:
        Store.open(path)
    assert str(path) in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [file.name for file in path.parent.iterdir() if file != path] == []


def test_a_later_version_whose_mark_is_still_in_the_log_is_refused_untouched(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(errors.StoreTooNew):
        Store.open(path)
    assert path.read_bytes() == before
    other.close()


def test_making_a_store_where_there_is_a_file_leaves_the_file(tmp_path: Path) -> None:
    there = tmp_path / "letters.imrdesk"
    there.write_bytes(b"")
    with pytest.raises(errors.StoreExists):
        Store.create(there)
    assert there.read_bytes() == b""


def test_making_a_store_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreError, match="letters"):
        Store.create(tmp_path / "nowhere" / "letters.imrdesk")


def test_a_store_that_another_program_holds_is_told(path: Path, briefly: None) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.StoreLocked, match="another program"):
        Store.open(path)
    other.close()


def test_a_write_while_another_program_writes_is_told_and_can_be_tried_again(path: Path, briefly: None) -> None:
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.StoreLocked):
            store.remember("a", "b")
        assert store.letter(1).file == "first.pdf"
        other.close()
        store.remember("a", "b")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise on Windows")
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_store_that_may_not_be_written_to_is_refused_untouched(closed: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "letters.imrdesk")
        Store.create(path).close()
        path.chmod(0o644 if closed == "folder" else 0o444)
        path.parent.chmod(0o755 if closed == "folder" or os.geteuid() == 0 else 0o555)
        before = path.read_bytes()
        assert "StoreReadOnly" in as_an_ordinary_user(f"Store.open(Path({str(path)!r}))")
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]
        path.parent.chmod(0o755)


def as_an_ordinary_user(statement: str) -> str:
    """What Python says to the statement when it is run without a superuser's rights."""
    drop_rights = "os.geteuid() or os.setuid(65534)"
    script = f"import os\nfrom pathlib import Path\nfrom imr_desk.store.store import Store\n{drop_rights}\n{statement}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False).stderr


def test_two_open_stores_write_in_turn_and_see_each_other(path: Path) -> None:
    with Store.open(path) as one, Store.open(path) as other:
        for turn, store in enumerate([one, other] * 5):
            record = store.letter(1).record
            value = Found(turn, None, "", 1.0, Origin.TYPED)
            store.commit(1, edits.correct("type", record, "patient.age", value), "ann")
        assert one.letter(1) == other.letter(1)
        assert one.letter(1).record.at("patient.age").value == 9
        assert len(one.events(1)) == 11


WRITER = """
import sys
from pathlib import Path
from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.store.store import Store
with Store.open(Path(sys.argv[1])) as store:
    number = len(store.events(1))
    while True:
        number += 1
        record = store.letter(1).record
        store.commit(1, edits.correct("type", record, "patient.age", Found(number, None, "", 1.0, Origin.TYPED)), "ann")
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("after", [1, 2, 5, 13, 34])
def test_a_kill_between_commits_loses_none_that_was_acknowledged(path: Path, after: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(after):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    last = int((writer.stdout.read().split() or [str(after + 1)])[-1])
    writer.wait()
    writer.stdout.close()
    with Store.open(path) as store:
        kept = store.letter(1).record.at("patient.age").value
        assert isinstance(kept, int)
        assert kept - last in (0, 1)
        assert len(store.events(1)) == kept
        assert list(store.damages()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letters SET file = 'firsu.pdf' WHERE id = 1",
        "UPDATE letters SET attention = attention + 1 WHERE id = 1",
        "UPDATE field_values SET read = replace(read, '54', '64') WHERE letter_id = 1 AND path = 'patient.age'",
        "UPDATE readings SET about = replace(about, 'D3', 'D1') WHERE letter_id = 1",
    ],
)
def test_what_another_program_changed_is_found_and_its_letter_named(path: Path, statement: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    assert other.execute(statement).rowcount == 1
    other.close()
    with Store.open(path) as store:
        assert [said[:20] for said in store.damages()][:1] == ["Letter 1 (first.pdf)"[:20]] or "firsu" in statement
        with pytest.raises(errors.StoreDamaged, match=r"Letter 1 \("):
            store.letter(1)
        assert store.letter(2).file == "second.pdf"


def test_a_changed_pdf_is_found_and_its_letter_named(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("UPDATE pdfs SET data = x'00' WHERE letter_id = 1")
    other.close()
    with Store.open(path) as store, pytest.raises(errors.StoreDamaged, match=r"The PDF of Letter 1 \(first"):
        store.pdf(1)


NOTER = """
import sys
from pathlib import Path
from imr_desk.store.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in range(40):
        store.remember(f"{sys.argv[2]} {number}", "noted")
"""


def test_several_programs_write_to_one_store_at_once(path: Path) -> None:
    names = ("one", "two", "three")
    commands = ([sys.executable, "-c", NOTER, str(path), name] for name in names)
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for command in commands]
    assert [writer.communicate(timeout=60)[1] for writer in writers] == ["", "", ""]
    with Store.open(path) as store:
        assert all(store.remembered(f"{name} {number}") for name in names for number in range(40))


def everything(store: Store) -> list[object]:
    letters = [[store.letter(number), store.pdf(number), store.events(number)] for number in (1, 2)]
    return [*letters, store.queue(QueueQuery(), 0, 9), store.label_set()]


def test_a_bit_flipped_anywhere_is_found_or_does_no_harm(path: Path) -> None:
    with Store.open(path) as store:
        before = everything(store)
    whole = path.read_bytes()
    chance = Random(7)
    found = 0
    for at in sorted(chance.sample(range(len(whole)), 150)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        try:
            with Store.open(path) as store:
                damaged = bool(list(store.damages()))
                found += damaged
                assert damaged or everything(store) == before, f"byte {at}"
        except errors.StoreError:
            found += 1
    assert found > 10


def test_sealed_nonsense_names_its_letter(path: Path) -> None:
    with tables_of(path) as db:
        tables.put(db, "readings", {"letter_id": 1, "about": "[]", "text": b"\x01nonsense"})
    with Store.open(path) as store, pytest.raises(errors.StoreDamaged, match=r"Letter 1 \(first"):
        store.letter(1)


def test_a_backup_is_a_store_of_its_own_taken_while_others_write(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.imrdesk"
    with Store.open(path) as store, Store.open(path) as other:
        other.add(b"%PDF 3", "third.pdf", Failure("third.pdf", FailureKind.DAMAGED, "Cut."), "ann")
        store.back_up(copy)
        other.remember("later", "yes")
        with Store.open(copy) as backup:
            assert [backup.letter(row.id) for row in backup.queue(QueueQuery(), 0, 9)] == [
                store.letter(number) for number in (1, 2, 3)
            ]
            assert backup.remembered("later") is None
        with pytest.raises(errors.StoreExists):
            store.back_up(copy)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.imrdesk", "letters.imrdesk"]


def test_a_store_moved_to_another_name_opens_there(path: Path, tmp_path: Path) -> None:
    moved = tmp_path / "with spaces, üml%41uts & # marks?.imrdesk"
    shutil.move(path, moved)
    with Store.open(moved) as store:
        assert store.queue_count(QueueQuery()) == 2


@pytest.mark.parametrize(("free", "said"), [(0, "no room left on the disk"), (1 << 30, "could not be used")])
def test_trouble_of_the_disk_is_called_want_of_room_where_there_is_none(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, said: str
) -> None:
    monkeypatch.setattr(faults.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    trouble = sqlite3.OperationalError("disk I/O error")
    trouble.sqlite_errorcode = sqlite3.SQLITE_IOERR
    with pytest.raises(errors.StoreError, match=said), faults.worded(path):
        raise trouble
