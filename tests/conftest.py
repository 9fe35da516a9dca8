"""What all tests share: a desk that leaves no trace, and the real letters where they are at hand."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from imr_desk.desk.tidying import collect_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHECKOUT = Path(__file__).resolve().parent.parent
REAL_LETTERS = CHECKOUT.parent / "shared" / "letters"

MANY = 50_000
"""Objects that a few tests leave."""

settings.register_profile("imr-desk", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("imr-desk")


@pytest.fixture(autouse=True)
def user_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder for the user's data, so that no test sees another's or the developer's own."""
    folder = tmp_path_factory.mktemp("user-data")
    monkeypatch.setenv("IMR_DESK_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def settled() -> list[int]:
    """How many objects were left for good, each time all were gone through."""
    return [gc.get_freeze_count()]


@pytest.fixture(autouse=True)
def tidy(settled: list[int]) -> Iterator[None]:
    """Garbage is collected between tests, on their own thread: widgets may be in it (see `desk.tidying`).

    What was settled while a desk of some test stood, with that desk, is gone through again before it adds up.
    """
    gc.disable()
    yield
    collect_due()
    if gc.get_freeze_count() > settled[-1] + MANY:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        settled.append(gc.get_freeze_count())


@pytest.fixture(scope="session")
def real_letters() -> Path:
    """The folder of real letters: `pdf/*.pdf`, `gold/*.json`; they are not part of the project."""
    if not REAL_LETTERS.is_dir():
        pytest.skip("the real letters (../shared/letters) are not beside this checkout")
    return REAL_LETTERS
