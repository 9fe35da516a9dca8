"""Journeys to the charts and from a bar to its letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.review import LetterState
from imr_desk.samples.generate import generate
from tests.journeys.letters import LONG

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_bar_leads_to_its_letters_and_back(clerk: Clerk) -> None:
    insight = clerk.insight
    insight.open()
    assert "none is verified yet" in insight.told
    insight.count_all()
    part = insight.walk_to("All decided items", "all items", "upheld")
    assert insight.pointed_at.startswith(f"all items: upheld {part.count} of ")
    insight.ask("Checks")
    insight.walk_to("Errors", "W00", "open")
    assert insight.see_letters() == 1
    assert insight.chip.startswith("Open check \N{MIDDLE DOT} W00")
    assert insight.see_all_letters() == 3
    assert not insight.chip
    clerk.hands.press("Alt+Up")
    wait_for("the charts again", lambda: insight.pointed_at.startswith("W00"))
    clerk.hands.press("Escape")
    assert clerk.desk.window.stage.view is None


def test_verifying_a_letter_changes_the_charts(clerk: Clerk) -> None:
    clerk.look_up(generate(*LONG).file)
    clerk.form.work_through()
    verified = clerk.verify()
    wait_for("the next letter", lambda: clerk.letter_id != verified)
    clerk.hands.click(clerk.desk.window.top_bar.today)
    insight = clerk.insight
    wait_for("the work of today", lambda: insight.cards == ("Letters verified", "Fields corrected"))
    insight.ask("Letters")
    state = insight.walk_to("Letters by state", "verified", "verified")
    assert state.count == 1
    assert insight.see_letters() == 1
    row = clerk.desk.parts.queue.row_at(0)
    assert row is not None
    assert row.state is LetterState.VERIFIED


def test_charts_are_saved_as_picture_drawing_and_figures(clerk: Clerk, tmp_path: Path) -> None:
    insight = clerk.insight
    insight.open()
    insight.count_all()
    for name in ("all.png", "all.svg", "all.csv"):
        insight.save(tmp_path / name)
    insight.save(tmp_path / "one.csv", "By category of treatment")
    assert (tmp_path / "all.png").read_bytes().startswith(b"\x89PNG")
    assert "By drug class" in (tmp_path / "all.svg").read_text("utf-8")
    lines = (tmp_path / "one.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Chart,Group,Part,Counted,Of")
    assert all(line.startswith("By category of treatment,") for line in lines[1:])
    assert set(lines) < set((tmp_path / "all.csv").read_text("utf-8-sig").splitlines())


def test_a_folder_that_takes_no_file_is_told(clerk: Clerk, tmp_path: Path) -> None:
    insight = clerk.insight
    insight.open()
    insight.count_all()
    insight.save(tmp_path / "nowhere" / "all.csv")
    assert clerk.told.startswith("all.csv was not written: No such file or directory.")
