"""Where one left off: noted as it changes, and not once the desk is left."""

from __future__ import annotations

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.arrival import Arrival
from imr_desk.desk.sitting.bookmark import Bookmark, Outlook
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.store.store import Store
from tests.making import Inline


def test_nothing_is_looked_at_once_the_desk_is_left(store: Store, session: Session) -> None:
    looked: list[bool] = []

    def look() -> Outlook:
        looked.append(True)
        return Outlook()

    focus = Focus()
    bookmark = Bookmark(Keeper(store, Inline()), session, focus, Arrival(session, focus))
    bookmark.watch(look)
    bookmark.moved()
    bookmark.settle()
    assert looked == [True]
    bookmark.moved()
    bookmark.settle()
    assert looked == [True]
