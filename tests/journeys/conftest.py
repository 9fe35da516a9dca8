"""A clerk for each journey, at the whole program: real store, real worker processes, real widgets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.program import build
from imr_desk.checks.check import check
from imr_desk.intake.read import attempt
from imr_desk.samples.generate import generate
from imr_desk.store.store import Store
from tests.journeys.letters import CONTRADICTORY, LONG, SHORT

Sit = Callable[[Path], Clerk]
WINDOW = (1600, 1000)


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with three letters, to be copied."""
    path = tmp_path_factory.mktemp("stock") / "letters.imrdesk"
    with Store.create(path, check) as store:
        for seed, variation in (LONG, CONTRADICTORY, SHORT):
            letter = generate(seed, variation)
            store.add(letter.pdf, letter.file, attempt(letter.pdf, letter.file), "clerk")
    return path


@pytest.fixture
def store_path(stock: Path, tmp_path: Path) -> Path:
    """A copy of the stocked store."""
    return Path(shutil.copy(stock, tmp_path))


@pytest.fixture
def sit(qtbot: QtBot) -> Iterator[Sit]:
    """Sits a clerk down at the desk on a store; who has not stood up at the end does so then."""
    clerks: list[Clerk] = []

    def sit_down(store: Path) -> Clerk:
        answers = Answers(reason="As printed")
        clerk = Clerk(build(store, answers), answers)
        clerk.desk.window.resize(*WINDOW)
        clerk.sit_down()
        clerks.append(clerk)
        return clerk

    yield sit_down
    for clerk in clerks:
        if clerk.sits:
            clerk.stand_up()


@pytest.fixture
def clerk(sit: Sit, store_path: Path) -> Clerk:
    """A clerk at a desk with three letters, none of them open."""
    return sit(store_path)


@pytest.fixture
def reader(clerk: Clerk) -> Clerk:
    """A clerk with the long letter open."""
    clerk.open_letter(generate(*LONG).file)
    clerk.show_all_letters()
    clerk.desk.window.work.form.setFocus()
    return clerk
