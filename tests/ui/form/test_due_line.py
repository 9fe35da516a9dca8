"""The line of dates that follow from a letter says what is due, when, and why."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.letter.entry import Entry, Found, Value
from imr_desk.letter.record import Record
from imr_desk.ui.form.findings.due_line import DueLine

APPEAL = "Appeal by 03/17/2017  \N{MIDDLE DOT}  30 days after 02/15/2017"


def record(*decisions: str) -> Record:
    values: dict[str, Value] = {"header.decision_date": "2017-02-15", "header.ur_denial_date": "2016-12-01"}
    values |= {f"items[{place}].decision": decision for place, decision in enumerate(decisions)}
    return Record({path: Entry(Found(value, None, "rule", 1.0)) for path, value in values.items()})


@pytest.mark.parametrize(
    ("decisions", "lines"),
    [
        (("upheld",), [APPEAL, "Denial stands until 12/01/2017  \N{MIDDLE DOT}  12 months after 12/01/2016"]),
        (
            ("upheld", "overturned", "upheld"),
            [
                "Implement item 2 by 02/23/2017  \N{MIDDLE DOT}  5 working days after 02/15/2017",
                APPEAL,
                "Denial of items 1, 3 stands until 12/01/2017  \N{MIDDLE DOT}  12 months after 12/01/2016",
            ],
        ),
    ],
    ids=["one item", "several items are told by number"],
)
def test_each_date_is_told_with_its_items_and_its_reason(
    decisions: tuple[str, ...], lines: list[str], qtbot: QtBot
) -> None:
    line = DueLine()
    qtbot.addWidget(line)
    line.show_dates(record(*decisions))
    assert line.text().splitlines() == lines


def test_a_letter_without_dates_has_no_such_line(qtbot: QtBot) -> None:
    line = DueLine()
    qtbot.addWidget(line)
    line.show_dates(Record())
    assert line.isHidden()
