"""What several tests of the desk stand on: a session on three letters, the first of them on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.desk.sitting.session import Session
from imr_desk.store.store import Store
from tests.desk.stocked import stocked


@pytest.fixture
def both(tmp_path: Path, qapp: object) -> Iterator[tuple[Store, Session]]:
    with stocked(tmp_path) as both:
        yield both


@pytest.fixture
def store(both: tuple[Store, Session]) -> Store:
    return both[0]


@pytest.fixture
def session(both: tuple[Store, Session]) -> Session:
    return both[1]
