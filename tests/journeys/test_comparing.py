"""A journey to the other letter of the case and back to the field that differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.app.demo.hands import wait_for
from imr_desk.checks.check import check
from imr_desk.intake.read import attempt
from imr_desk.samples.generate import generate, reissued
from imr_desk.store.store import Store
from tests.journeys.conftest import Sit
from tests.journeys.letters import SHORT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_decision_that_differs_is_found_and_gone_to(sit: Sit, tmp_path: Path) -> None:
    path = tmp_path / "case.imrdesk"
    with Store.create(path, check) as store:
        for name, letter in (("first.pdf", generate(*SHORT)), ("again.pdf", reissued(*SHORT))):
            store.add(letter.pdf, name, attempt(letter.pdf, name), "clerk")
    clerk = sit(path)
    clerk.look_up("first.pdf")
    clerk.hands.press("Ctrl+Shift+R")
    view = clerk.desk.window.comparing.body
    wait_for("both letters", lambda: view.isVisible() and view.here.canvas.sharp and view.there.canvas.sharp)
    rows = view.table.differences.rows
    place = next(at for at, one in enumerate(rows) if getattr(one, "path", "") == "items[0].decision")
    clerk.hands.press(*["N"] * place, "Return")
    wait_for("the form", lambda: clerk.desk.window.stage.view is None)
    assert clerk.form.focused == "items[0].decision"
