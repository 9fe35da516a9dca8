"""The hands of the demo: how they wait."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.app.demo import hands
from imr_desk.app.demo.hands import Stuck, wait_for


def test_what_was_seen_once_counts_although_it_is_gone_at_the_next_look(qtbot: QtBot) -> None:
    looks = iter([False, False, True])
    wait_for("a glimpse", lambda: next(looks, False), every=1)


def test_what_does_not_come_is_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_PATIENCE", 20)
    with pytest.raises(Stuck, match="waited in vain for rain"):
        wait_for("rain", lambda: False, every=1)
