"""A session on a store with three letters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.session import Session
from imr_desk.store.kept.stored import Added
from imr_desk.store.store import Store
from tests.making import Inline, found, reading

LETTERS = (1, 2, 3)


@contextmanager
def stocked(folder: Path) -> Iterator[tuple[Store, Session]]:
    """A session on a store with three letters, the first of them on the desk."""
    with Store.create(folder / "letters.imrdesk") as store:
        for number in LETTERS:
            text = f"Case Number: CM16-900000{number}\nA 54-year-old man.\nTramadol: Upheld"
            entries = {
                "header.case_number": found(text, f"CM16-900000{number}"),
                "patient.age": found(text, "54-year-old", 54, confidence=0.6),
                "items[0].request": found(text, "Tramadol"),
                "items[0].decision": found(text, "Upheld", "upheld"),
            }
            assert isinstance(
                store.add(f"%PDF {number}".encode(), f"{number}.pdf", reading(text, entries), "ann"), Added
            )
        session = Session(Keeper(store, Inline()), "ann", Inline())
        session.show(1)
        yield store, session
