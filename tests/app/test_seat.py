"""A seat at the desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.hands import Stuck
from imr_desk.app.demo.seat import seated


def test_a_desk_is_left_also_where_the_work_at_it_goes_wrong(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(Stuck), seated(tmp_path / "letters.imrdesk", Answers(), (1366, 768)) as clerk:
        raise Stuck
    assert not clerk.sits
