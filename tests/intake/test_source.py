"""Files, folders and zip files, and what is said of those that cannot be loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from imr_desk.intake import source
from imr_desk.intake.request import Pdf
from imr_desk.intake.source import found_in, load
from imr_desk.letter.reading import Failure, FailureKind

NOBODY = 65534


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(f"%PDF-1.7 the bytes of {Path(name).name}".encode())


def names(*paths: Path) -> list[str]:
    return [one.file for one in found_in(paths)]


def the_failure(path: Path) -> Failure:
    (found,) = found_in([path])
    assert isinstance(found, Failure)
    assert str(path) in found.message or path.name in found.message
    assert found.message.endswith(".")
    return found


def zipped(path: Path, *entries: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in entries:
            archive.writestr(entry, f"%PDF-1.7 the bytes of {entry}")
    return path


def test_a_file_is_loaded_whatever_it_is_called(tmp_path: Path) -> None:
    put(tmp_path, "letter.scan")
    (found,) = found_in([tmp_path / "letter.scan"])
    assert isinstance(found, Pdf)
    assert (found.file, found.data) == ("letter.scan", b"%PDF-1.7 the bytes of letter.scan")


@pytest.mark.parametrize(
    ("data", "kind"), [(b"", FailureKind.EMPTY_FILE), (b"<html>a letter</html>", FailureKind.NOT_A_PDF)]
)
def test_a_file_in_a_zip_that_is_no_pdf_is_named_whatever_it_is_called(
    tmp_path: Path, data: bytes, kind: FailureKind
) -> None:
    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as archive:
        archive.writestr("letter.pdf", data)
    (found,) = found_in([tmp_path / "letters.zip"])
    assert isinstance(found, Failure)
    assert (found.kind, found.file) == (kind, "letter.pdf")


def test_a_folder_gives_its_letters_in_order_with_those_of_the_folders_in_it(tmp_path: Path) -> None:
    put(tmp_path, "b.pdf", "a.PDF", "notes.txt", "2017/d.pdf", "2016/c.pdf", "2016/more/e.pdf")
    assert names(tmp_path) == ["a.PDF", "b.pdf", "c.pdf", "e.pdf", "d.pdf"]


def test_a_zip_file_gives_its_letters_without_the_shadow_files_of_macs(tmp_path: Path) -> None:
    path = zipped(tmp_path / "letters.ZIP", "2016/one.pdf", "two.pdf", "readme.txt", "__MACOSX/2016/._one.pdf")
    found = list(found_in([path]))
    assert [one.file for one in found] == ["one.pdf", "two.pdf"]
    assert isinstance(found[0], Pdf)
    assert found[0].data == b"%PDF-1.7 the bytes of 2016/one.pdf"


def test_zip_files_in_a_folder_are_opened_too(tmp_path: Path) -> None:
    zipped(tmp_path / "more.zip", "inside.pdf")
    put(tmp_path, "z.pdf")
    assert names(tmp_path) == ["inside.pdf", "z.pdf"]


def test_several_paths_keep_their_order_and_the_rest_goes_on(tmp_path: Path) -> None:
    put(tmp_path, "1.pdf", "2/2.pdf")
    assert names(tmp_path / "2", tmp_path / "gone.pdf", tmp_path / "1.pdf") == ["2.pdf", "gone.pdf", "1.pdf"]


def test_a_vanished_path_is_named(tmp_path: Path) -> None:
    failure = the_failure(tmp_path / "gone.pdf")
    assert failure.kind is FailureKind.VANISHED
    assert "no longer there" in failure.message


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    assert the_failure(tmp_path / "empty.pdf").kind is FailureKind.EMPTY_FILE


def test_a_file_too_large_for_a_letter_is_named(tmp_path: Path) -> None:
    with (tmp_path / "film.pdf").open("wb") as film:
        film.truncate(source.MOST_BYTES + 1)
    assert the_failure(tmp_path / "film.pdf").kind is FailureKind.TOO_LARGE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert the_failure(tmp_path / "pipe.pdf").kind is FailureKind.NOT_A_FILE


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert isinstance(loaded, Failure)
    assert loaded.kind is FailureKind.NOT_A_FILE


def test_a_folder_without_letters_says_so(tmp_path: Path) -> None:
    put(tmp_path, "notes.txt")
    assert "There is no PDF in the folder" in the_failure(tmp_path).message


def test_a_zip_file_without_letters_says_so(tmp_path: Path) -> None:
    assert "There is no PDF in the zip file" in the_failure(zipped(tmp_path / "notes.zip", "notes.txt")).message


def test_a_zip_file_that_is_none_is_named(tmp_path: Path) -> None:
    put(tmp_path, "letters.zip")
    assert the_failure(tmp_path / "letters.zip").kind is FailureKind.DAMAGED


def test_a_letter_damaged_in_its_zip_file_costs_only_itself(tmp_path: Path) -> None:
    path = zipped(tmp_path / "letters.zip", "bad.pdf", "good.pdf")
    data = bytearray(path.read_bytes())
    start = data.index(b"bad.pdf") + len("bad.pdf")
    data[start : start + 8] = bytes(8)
    path.write_bytes(data)
    bad, good = found_in([path])
    assert isinstance(bad, Failure)
    assert bad.kind is FailureKind.DAMAGED
    assert "“bad.pdf” in “" in bad.message
    assert isinstance(good, Pdf)


def test_a_locked_letter_in_a_zip_file_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "letters.zip", "locked.pdf")
    data = bytearray(path.read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    path.write_bytes(data)
    (found,) = found_in([path])
    assert isinstance(found, Failure)
    assert found.kind is FailureKind.NEEDS_PASSWORD


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.pdf", bytes(100_000))
    assert path.stat().st_size < 1000
    (found,) = found_in([path])
    assert isinstance(found, Failure)
    assert found.kind is FailureKind.TOO_LARGE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions another way")
@pytest.mark.parametrize(
    ("closed", "said"),
    [
        ("", "no permission to look into"),
        ("inner", "no permission to look into"),
        ("letter.pdf", "no permission to read"),
    ],
    ids=["folder", "folder in a folder", "file"],
)
def test_what_may_not_be_read_is_named(tmp_path: Path, closed: str, said: str) -> None:
    folder = tmp_path / "letters"
    put(folder, "letter.pdf", "inner/other.pdf")
    (folder / closed).chmod(0)
    try:
        found = as_somebody_else(folder)
    finally:
        (folder / closed).chmod(0o755)
    kinds = {file: kind for file, kind, _ in found}
    assert kinds.pop(Path(closed).name or "letters") == FailureKind.NO_PERMISSION
    assert any(said in message for *_, message in found)
    assert set(kinds) <= {"letter.pdf", "other.pdf"}, "the rest goes on"


def as_somebody_else(folder: Path) -> list[tuple[str, str, str]]:
    """What somebody without the rights of root finds in a folder: file, kind and message."""
    script = (
        "import json, os, sys; from pathlib import Path; from imr_desk.intake.source import found_in\n"
        f"if os.geteuid() == 0: os.seteuid({NOBODY})\n"
        "found = found_in([Path(sys.argv[1])])\n"
        "print(json.dumps([(f.file, getattr(f, 'kind', ''), getattr(f, 'message', '')) for f in found]))"
    )
    for above in (folder, *folder.parents):
        if above.name.startswith(("pytest", "popen")) or above == folder.parent:
            above.chmod(above.stat().st_mode | 0o055)
    run = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
    found: list[tuple[str, str, str]] = json.loads(run.stdout)
    return found
