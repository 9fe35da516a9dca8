"""The command line, as a person or a script uses it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from imr_desk import __version__
from imr_desk.cli.program import main
from imr_desk.exchange.record import record_json
from imr_desk.intake.read import read_letter
from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.pdf.document import opened
from imr_desk.pdf.text_layer import char_boxes
from imr_desk.samples.generate import generate
from imr_desk.samples.paper.scan import Scan
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store

LETTERS = tuple(generate(seed) for seed in range(3))
ALL = QueueQuery()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three letters, and a file that is none."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, letter in enumerate(LETTERS):
        (folder / f"{number}.pdf").write_bytes(letter.pdf)
    (folder / "3.pdf").write_text("no PDF at all")
    return folder


@pytest.fixture(scope="module")
def filled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "letters.imrdesk"
    with Store.create(path) as store:
        for number, letter in enumerate(LETTERS):
            store.add(letter.pdf, f"{number}.pdf", read_letter(letter.pdf, f"{number}.pdf"), "ann")
        store.commit(1, HighlightChange("mark", None, Highlight("h", "criteria", Span(0, 9), "a memo")), "ann")
        store.commit(1, ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED)), "ann")
    return path


@pytest.fixture
def store_path(filled_store: Path, tmp_path: Path) -> Path:
    """A store with the three letters, the first one verified and highlighted."""
    return shutil.copy(filled_store, tmp_path / "letters.imrdesk")


def lines(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "imr_desk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_parse_prints_a_line_a_letter_in_order_and_errors_in_their_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = [folder / "2.pdf", folder / "gone.pdf", folder / "3.pdf", folder / "0.pdf"]
    assert main(["parse", *map(str, named), "--format", "jsonl"]) == 1
    printed = lines(capsys.readouterr().out)
    assert [line["source"]["file"] for line in printed] == ["2.pdf", "gone.pdf", "3.pdf", "0.pdf"]
    assert [line.get("error", {}).get("kind") for line in printed] == [None, "vanished", "not_a_pdf", None]
    assert printed[0]["items"]
    assert "gone.pdf" in printed[1]["error"]["message"]


def test_parse_says_by_its_exit_status_that_all_could_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder / "0.pdf")]) == 0
    assert "0.pdf" in capsys.readouterr().out


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_letters_are_read_by_one_process_at_least(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["parse", "--workers", number, "letter.pdf"])
    assert f"{number} is not a whole number of at least 1" in capsys.readouterr().err


def test_scans_that_nothing_here_recognises_are_told_with_the_one_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(LETTERS[0].scanned(Scan(72)).pdf)
    assert main(["parse", "--format", "jsonl", str(scan)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["source"]["text_layer"] == "none"
    assert said.err.startswith("Scans that were not recognised: 1. To have scans read, run this once: ")
    assert main(["ingest", str(tmp_path / "new.imrdesk"), str(scan)]) == 0
    assert "Scans that were not recognised: 1." in capsys.readouterr().err


def test_ingest_tells_what_went_in_and_what_did_not_and_why(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letters.imrdesk"
    assert main(["ingest", str(path), str(folder), str(tmp_path / "gone.pdf")]) == 1
    printed = capsys.readouterr().out
    assert all(said in printed for said in ("went in", "left out", "3.pdf", "is not a PDF", "no longer"))
    with Store.open(path) as store:
        assert [row.file for row in store.queue(ALL, 0, 9)] == ["0.pdf", "1.pdf", "2.pdf"]
        assert store.pdf(1) == LETTERS[0].pdf


def test_ingest_goes_on_where_it_was_stopped(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letters.imrdesk"
    assert main(["ingest", str(path), str(folder / "0.pdf")]) == 0
    packed = tmp_path / "letters.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(3):
            archive.write(folder / f"{number}.pdf")
    capsys.readouterr()
    assert main(["ingest", str(path), str(packed)]) == 0
    assert "were in the store already" in capsys.readouterr().out
    with Store.open(path) as store:
        assert store.queue_count(ALL) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C goes another way on Windows")
def test_stopping_ingest_leaves_the_store_whole(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "letters.imrdesk"
    for seed in range(10, 40):
        (folder / f"{seed}.pdf").write_bytes(generate(seed).pdf)
    command = [sys.executable, "-m", "imr_desk", "ingest", str(path), str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as on:
        while on.poll() is None and not (path.exists() and count(path)):
            continue
        os.killpg(on.pid, signal.SIGINT)
        said, beside = on.communicate(timeout=60)
    assert on.returncode == 130
    assert "the same command goes on from here" in beside
    assert "Traceback" not in said + beside
    assert 0 < count(path) < 33
    assert run("check", path).returncode == 0


def count(path: Path) -> int:
    with Store.open(path) as store:
        return store.queue_count(ALL)


def test_export_prints_the_verified_letters_with_their_highlights(
    store_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["export", str(store_path), "--format", "jsonl"]) == 0
    (letter,) = lines(capsys.readouterr().out)
    assert letter["source"]["file"] == "0.pdf"
    (mark,) = letter["highlights"]
    assert (mark["label"], mark["memo"], mark["page"], len(mark["rects"])) == ("criteria", "a memo", 1, 1)
    assert letter["review"]["by"] == "ann"


def test_export_places_a_part_of_a_word_by_its_characters(store_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read = read_letter(LETTERS[0].pdf, "0.pdf")
    index = max(range(len(read.text.words)), key=lambda place: len(read.text.words[place].span))
    word = read.text.words[index]
    half = Span(word.span.start + 3, word.span.end - 2)
    with opened(LETTERS[0].pdf) as document:
        (place,) = read.text.with_char_boxes(char_boxes(document, {index: word})).places(half)
    with Store.open(store_path) as store:
        store.commit(1, HighlightChange("mark", None, Highlight("half", "criteria", half)), "ann")
    capsys.readouterr()
    assert main(["export", str(store_path)]) == 0
    (mark,) = (one for one in lines(capsys.readouterr().out)[0]["highlights"] if one["id"] == "half")
    assert mark["rects"][0] == pytest.approx([place.rect.x0, place.rect.y0, place.rect.x1, place.rect.y1], abs=0.011)


def test_export_of_all_goes_into_a_file_that_appears_whole(store_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    out.write_text("what was there before")
    assert main(["export", str(store_path), "--all", "--out", str(out)]) == 0
    assert len(lines(out.read_text("utf-8"))) == 3
    assert not list(tmp_path.glob(".all*"))


def test_check_says_that_a_store_is_whole_or_what_is_damaged(
    store_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(store_path)]) == 0
    data = store_path.read_bytes()
    store_path.write_bytes(data.replace(LETTERS[1].pdf[40:60], bytes(20)))
    assert main(["check", str(store_path)]) == 1
    assert "Letter 2 (1.pdf)" in capsys.readouterr().out


def test_export_leaves_out_a_damaged_letter_and_says_so(store_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = store_path.read_bytes()
    store_path.write_bytes(data.replace(b'"text_layer":"embedded"', b'"text_layer":"embeddeb"', 1))
    capsys.readouterr()
    assert main(["export", str(store_path), "--all"]) == 1
    printed = capsys.readouterr()
    assert len(lines(printed.out)) == 2
    assert "is not as it was written" in printed.err


def test_backup_copies_a_store_and_will_not_write_over_a_file(store_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.imrdesk"
    assert main(["backup", str(store_path), str(copy)]) == 0
    assert main(["backup", str(store_path), str(copy)]) == 1
    assert count(copy) == 3


@pytest.mark.parametrize("command", ["export", "check"])
def test_what_is_no_store_is_told_in_a_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.imrdesk"
    path.touch()
    assert main([command, str(path)]) == 1
    assert capsys.readouterr().err.strip() == f"{path} is not a store of IMR Desk. It was left as it is."


def test_evaluate_holds_what_was_read_against_what_people_made_of_it(
    store_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(store_path) as store:
        record = store.letter(1).record
        store.commit(1, edits.correct("type", record, "patient.age", Found(199, None, "", 1.0, Origin.TYPED)), "ann")
    capsys.readouterr()
    assert main(["evaluate", str(store_path), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(miss["path"], miss["truth"]) for miss in told["misses"]] == [("patient.age", 199)]
    assert told["summary"]["letters whole"]["of"] == 1


@pytest.mark.parametrize(("form", "said"), [("table", "letters whole"), ("html", "<!doctype html>")])
def test_evaluate_reads_labelled_letters_and_tells_what_changed(
    form: str, said: str, folder: Path, tmp_path: Path
) -> None:
    labels = tmp_path / "gold"
    labels.mkdir()
    for number, letter in enumerate(LETTERS[:1]):
        (labels / f"{number}.json").write_text(json.dumps(record_json(letter.truth, letter.text)), "utf-8")
    older = tmp_path / "older.jsonl"
    older.write_text(json.dumps({"source": {"file": "0.pdf"}, "patient": {"age": {"value": 199}}}), "utf-8")
    out = tmp_path / "evaluation"
    asked = ["evaluate", labels, "--pdf", folder, "--against", older, "--format", form, "--out", out]
    assert main([str(word) for word in asked]) == 0
    assert said in out.read_text("utf-8")
    assert "199" in out.read_text("utf-8")


def test_labels_of_another_shape_are_told_in_a_sentence(
    folder: Path, store_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = tmp_path / "older.jsonl"
    older.write_text("{not json", "utf-8")
    assert main(["evaluate", str(store_path), "--against", str(older)]) == 1
    assert capsys.readouterr().err.startswith(f"{older} cannot be read")


def test_version_is_told() -> None:
    assert run("--version").stdout.strip() == f"imr-desk {__version__}"


def test_an_unforeseen_error_is_a_sentence_and_its_particulars_a_file(user_data: Path) -> None:
    script = (
        "from imr_desk.cli.program import main\n"
        "try:\n    main(['--version'])\n"
        "except SystemExit:\n    raise RuntimeError('odd') from None"
    )
    failed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert failed.stderr.startswith("Something unforeseen happened (RuntimeError: odd).")
    assert "Traceback" not in failed.stderr
    assert "Traceback" in (user_data / "last-error.txt").read_text("utf-8")


def test_other_commands_than_the_desk_load_no_qt(folder: Path) -> None:
    script = (
        "import sys; from imr_desk.cli.program import main\n"
        f"if __name__ == '__main__':\n    main(['parse', {str(folder / '0.pdf')!r}])\n"
        "    print(*(name for name in sys.modules if name.startswith('PySide6')), file=sys.stderr)"
    )
    looked = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (looked.returncode, looked.stderr.strip()) == (0, "")


def test_without_a_display_the_desk_says_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "no display" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({"DISPLAY": ":9999"}, "could not connect to display :9999"),
        ({"QT_QPA_PLATFORM": "nonsense"}, 'Could not find the Qt platform plugin "nonsense"'),
    ],
)
def test_a_display_that_cannot_be_reached_is_said_in_one_sentence(
    named: dict[str, str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    ended = run(tmp_path / "letters.imrdesk")
    (sentence,) = ended.stderr.splitlines()
    assert ended.returncode == 1
    assert sentence.startswith("The desk has no screen to open on (")
    assert why in sentence
    assert not list(tmp_path.iterdir())


def test_letters_of_which_nothing_was_known_are_read_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, letter = tmp_path / "letters.imrdesk", LETTERS[0]
    with Store.create(path) as store:
        store.add(letter.pdf, "0.pdf", Failure("0.pdf", FailureKind.TOO_SLOW, "It took too long."), "ann")
    assert main(["read-again", str(path)]) == 0
    assert capsys.readouterr().err.lstrip().startswith("Letters read again: 1. Fields that read differently: ")
    with Store.open(path) as store:
        assert store.letter(1).record.at("header.case_number").value == letter.plan.case_number
    assert main(["read-again", str(path)]) == 0
    assert capsys.readouterr().err.lstrip().startswith("Letters read again: 0.")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("pars", "pars is neither a command nor a file; did you mean `imr-desk parse`?\n"),
        ("back-up", "back-up is neither a command nor a file; did you mean `imr-desk backup`?\n"),
        ("frob", "frob is neither a command nor a file; `imr-desk --help` lists the commands.\n"),
    ],
)
def test_a_mistyped_command_is_no_letter(word: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 2
    assert capsys.readouterr().err == said
