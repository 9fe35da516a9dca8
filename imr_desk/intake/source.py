"""Where letters come from: files, folders and zip files on disk."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from imr_desk.intake.request import Pdf
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.pdf.header import is_pdf

MOST_BYTES = 200 << 20
"""A larger file is no letter: two hundred pages of colour scans have half as much."""


def load(path: Path) -> bytes | Failure:
    """The file's bytes, or why there are none."""
    try:
        refused = _refused(path)
        return refused if refused else path.read_bytes()
    except OSError as error:
        return _unreadable(path, error)


def found_in(paths: Iterable[Path]) -> Iterator[Pdf | Failure]:
    """The letters in these files, folders (with the folders in them) and zip files, in order, loaded one by one.

    Of folders and zip files the `.pdf` files are taken, of folders the zip files too; a file named itself is taken
    whatever it is called. What cannot be read comes as a `Failure` in its place and the rest goes on.
    """
    for path in paths:
        yield from _in_folder(path) if _is_folder(path) else _in_file(path)


def _is_folder(path: Path) -> bool:
    """False too where a folder above it is closed to us: loading it then says so."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _in_file(path: Path) -> Iterator[Pdf | Failure]:
    loaded = load(path)
    if isinstance(loaded, Failure):
        yield loaded
    elif path.suffix.lower() == ".zip":
        yield from _in_zip(path, loaded)
    else:
        yield _taken(path.name, loaded)


def _in_folder(folder: Path) -> Iterator[Pdf | Failure]:
    closed: list[Failure] = []
    seen = False
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(_closed_folder(error))):
        folders.sort()
        for name in sorted(files):
            if name.lower().endswith((".pdf", ".zip")):
                seen = True
                yield from _in_file(Path(place, name))
    yield from closed
    if not seen and not closed:
        yield _failure(folder, FailureKind.NOT_A_PDF, "There is no PDF in the folder {path}. Choose another folder.")


def _in_zip(path: Path, data: bytes) -> Iterator[Pdf | Failure]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            letters = [entry for entry in archive.infolist() if _is_letter(entry)]
            for entry in letters:
                yield _unpacked(archive, entry, path)
            if not letters:
                yield _failure(path, FailureKind.NOT_A_PDF, "There is no PDF in the zip file {path}. Choose another.")
    except zipfile.BadZipFile:
        yield _failure(path, FailureKind.DAMAGED, "{path} is not a whole zip file. Fetch it again.")


def _is_letter(entry: zipfile.ZipInfo) -> bool:
    """A PDF, and not one of the shadow files that macOS packs beside each file (`__MACOSX/._letter.pdf`)."""
    name = PurePosixPath(entry.filename).name
    return name.lower().endswith(".pdf") and not name.startswith("._") and not entry.is_dir()


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> Pdf | Failure:
    name = PurePosixPath(entry.filename).name
    if entry.file_size > MOST_BYTES:
        return Failure(name, FailureKind.TOO_LARGE, _TOO_LARGE.format(path=f"“{name}” in “{path}”"))
    if entry.flag_bits & 1:
        said = f"“{name}” in “{path}” is locked with a password. Unpack it yourself and add the PDF."
        return Failure(name, FailureKind.NEEDS_PASSWORD, said)
    try:
        return _taken(name, archive.read(entry))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        said = f"“{name}” in “{path}” could not be unpacked ({error}). Fetch the zip file again."
        return Failure(name, FailureKind.DAMAGED, said)


def _taken(name: str, data: bytes) -> Pdf | Failure:
    """The letter, unless its bytes say that it is none."""
    if is_pdf(data):
        return Pdf(name, data)
    kind = FailureKind.NOT_A_PDF if data else FailureKind.EMPTY_FILE
    return Failure(name, kind, _WORDING[kind].format(path=f"“{name}”"))


_TOO_LARGE = f"{{path}} is larger than {MOST_BYTES >> 20} MB and cannot be a letter. It was not added."
_WORDING = {
    FailureKind.VANISHED: "{path} is no longer there. It may have been moved or renamed; choose it again.",
    FailureKind.NOT_A_FILE: "{path} is not a file that can be read. Choose a PDF.",
    FailureKind.EMPTY_FILE: "{path} is empty: there is nothing in it to read. Fetch or scan the letter again.",
    FailureKind.NOT_A_PDF: "{path} is not a PDF, whatever its name says. Save or scan it as a PDF and add that.",
    FailureKind.TOO_LARGE: _TOO_LARGE,
}


def _refused(path: Path) -> Failure | None:
    """Why a file is not even begun to be read; reading a pipe or a device might never end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        kind = FailureKind.NOT_A_FILE
    elif not found.st_size:
        kind = FailureKind.EMPTY_FILE
    elif found.st_size > MOST_BYTES:
        kind = FailureKind.TOO_LARGE
    else:
        return None
    return _failure(path, kind, _WORDING[kind])


def _unreadable(path: Path, error: OSError) -> Failure:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return _failure(path, FailureKind.VANISHED, _WORDING[FailureKind.VANISHED])
        case PermissionError():
            said = "You have no permission to read {path}. Ask whoever owns the file, or choose a copy."
            return _failure(path, FailureKind.NO_PERMISSION, said)
        case _:
            said = f"{{path}} could not be read ({error.strerror}). Check that its disk is connected and try again."
            return _failure(path, FailureKind.NOT_A_FILE, said)


def _closed_folder(error: OSError) -> Failure:
    path = Path(error.filename)
    if isinstance(error, PermissionError):
        said = "You have no permission to look into the folder {path}; its letters were not added."
        return _failure(path, FailureKind.NO_PERMISSION, said)
    return _unreadable(path, error)


def _failure(path: Path, kind: FailureKind, sentence: str) -> Failure:
    return Failure(path.name, kind, sentence.format(path=f"“{path}”"))
