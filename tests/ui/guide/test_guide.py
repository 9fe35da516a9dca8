"""The guide in the program: every page with its pictures, links that stay inside, words found, and no page missing."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imr_desk import paths
from imr_desk.ui.guide.guide_window import GuideWindow
from imr_desk.ui.guide.pages import FIRST, read_guide
from tests.ui.window import WholeDesk

CHECKOUT = Path(__file__).resolve().parents[3]
GUIDE = CHECKOUT / "docs" / "guide"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FILES = [page.file for page in read_guide(GUIDE)]


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    window = GuideWindow(paths.guide())
    qtbot.addWidget(window)
    window.show_page(FIRST)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_every_file_is_a_page_and_the_glossary_too() -> None:
    assert {*FILES} == {*(path.name for path in GUIDE.glob("*.md")), "../glossary.md"}
    assert FILES[0] == FIRST


@pytest.mark.parametrize("file", FILES)
def test_a_page_is_shown_with_its_pictures_and_its_links_lead_to_pages(guide: GuideWindow, file: str) -> None:
    guide.show_page(file)
    assert guide.shown == file
    assert guide.reader.toPlainText().strip()
    page = next(page for page in read_guide(GUIDE) if page.file == file)
    for picture in re.findall(r'<img src="([^"]+)"', page.html):
        image = guide.reader.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(picture))
        assert 0 < image.width() <= guide.reader.viewport().width()
    for link in re.findall(r'<a href="([^"#]+\.md)', page.html):
        guide.show_page(file)
        guide.reader.anchorClicked.emit(QUrl(link))
        assert guide.remark.isHidden()
        assert guide.shown != file


@pytest.mark.parametrize(
    "address", ["https://example.org/", "mailto:a@example.org", "file:///etc/passwd", "/etc/passwd"]
)
def test_no_link_leads_out(guide: GuideWindow, address: str) -> None:
    guide.reader.anchorClicked.emit(QUrl(address))
    assert guide.shown == FIRST
    assert address in guide.remark.text()


def test_words_are_found_on_every_page_that_has_them(guide: GuideWindow) -> None:
    QTest.keyClicks(guide.words, "password")
    listed = [guide.contents.item(row).text() for row in range(guide.contents.count())]
    assert "Letters" in listed
    assert guide.reader.textCursor().selectedText().lower() == "password"
    first = guide.reader.textCursor().position()
    QTest.keyClick(guide.words, Qt.Key.Key_Return)
    assert guide.reader.textCursor().position() > first
    QTest.keyClicks(guide.words, "qqq")
    assert guide.remark.text() == "No page of the guide has these words."
    QTest.keyClick(guide.words, Qt.Key.Key_Escape)
    assert guide.contents.count() == len(FILES)
    assert guide.isVisible()
    QTest.keyClick(guide.words, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_one_goes_back_the_way_one_came(guide: GuideWindow) -> None:
    guide.show_page("letters.md")
    guide.show_page("keys.md")
    guide.back.click()
    assert guide.shown == "letters.md"
    guide.back.click()
    assert guide.shown == FIRST
    assert not guide.back.isEnabled()


def test_text_grows_with_the_desks(guide: GuideWindow, whole_desk: WholeDesk) -> None:
    before = guide.reader.document().size().height()
    whole_desk.parts.theme.set_scale(1.5)
    assert guide.reader.document().size().height() > before


def test_without_the_guide_one_sentence_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = GuideWindow(tmp_path / "docs" / "guide")
    qtbot.addWidget(window)
    window.show_page("letters.md")
    window.show()
    assert window.remark.text().startswith("The guide was not installed")


@pytest.mark.parametrize(("action", "file"), [("focus_queue", "letters.md"), ("show_highlights", "highlights.md")])
def test_it_opens_at_the_page_for_where_one_is(whole_desk: WholeDesk, action: str, file: str) -> None:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.window.activateWindow()
    for deed in (action, "guide"):
        whole_desk.trigger(deed)
    (guide,) = whole_desk.window.findChildren(GuideWindow)
    assert guide.shown == file
    guide.close()


def test_what_is_installed_has_the_whole_guide(tmp_path: Path) -> None:
    declared = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    included = declared["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, target in included.items():
        copy = shutil.copytree if (CHECKOUT / source).is_dir() else shutil.copy
        (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
        copy(CHECKOUT / source, tmp_path / target)
    installed = tmp_path / "imr_desk" / "docs" / "guide"
    assert [page.file for page in read_guide(installed)] == FILES
    for page in read_guide(installed):
        for picture in re.findall(r'<img src="([^"]+)"', page.html):
            assert ((installed / page.file).parent / picture).is_file()


def test_the_installed_program_finds_it_beside_its_own_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "site" / "imr_desk" / "paths.py"))
    assert paths.guide() == tmp_path / "site" / "imr_desk" / "docs" / "guide"
