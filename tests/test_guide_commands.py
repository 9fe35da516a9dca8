"""Every command that the guide shows is run, page by page, in the order in which a person would."""

from __future__ import annotations

import json
import shlex
import zipfile
from pathlib import Path

import pytest

from imr_desk.cli.arguments import COMMANDS, OPEN
from imr_desk.cli.program import main
from imr_desk.exchange.annotation import to_json
from imr_desk.intake.read import attempt
from imr_desk.letter.reading import Reading
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.samples.generate import generate
from imr_desk.samples.plans.variation import Variation
from imr_desk.store.store import Store
from tests.test_documents import commands

LETTERS = {name: generate(seed, Variation(items=1)) for seed, name in enumerate(("letter", "other"), start=340)}
STORES = ("letters.imrdesk", "cases.imrdesk")
BEFORE_A_WINDOW = {OPEN, "demo"}
"""Commands that open the desk: journeys and the demo's own test do that."""
NO_NAME_TAUGHT = 1
"""What `aliases --remove` ends with, as nothing was taught to these stores."""


def run_on(page: str) -> list[str]:
    """The page's commands in order, those that open the desk left out."""
    told = [words for name, words in commands() if name == page and words.split()]
    return [words for words in told if words.split()[0] in COMMANDS and words.split()[0] not in BEFORE_A_WINDOW]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that the guide's commands speak of, to be in."""
    for part in ("letters", "labels"):
        (tmp_path / part).mkdir()
    lines = []
    for name, letter in LETTERS.items():
        for place in (tmp_path, tmp_path / "letters"):
            (place / f"{name}.pdf").write_bytes(letter.pdf)
        reading = attempt(letter.pdf, f"{name}.pdf")
        assert isinstance(reading, Reading)
        lines.append(json.dumps(to_json(reading)))
        (tmp_path / "labels" / f"{name}.json").write_text(lines[-1], "utf-8")
    (tmp_path / "older.jsonl").write_text("\n".join(lines), "utf-8")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as packed:
        packed.write(tmp_path / "letter.pdf", "letter.pdf")
    for name in STORES:
        with Store.create(tmp_path / name) as store:
            letter = LETTERS["letter"]
            store.add(letter.pdf, "letter.pdf", attempt(letter.pdf, "letter.pdf"), "ann")
            store.commit(1, ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED)), "ann")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", sorted({name for name, _ in commands() if name != "README.md"}))
def test_the_commands_of_a_page_do_what_it_says(page: str, folder: Path) -> None:
    ended = {words: main(shlex.split(words, comments=True)) for words in run_on(page)}
    assert {words: status for words, status in ended.items() if status and "--remove" not in words} == {}
    assert {status for words, status in ended.items() if "--remove" in words} <= {NO_NAME_TAUGHT}
