"""What the documents show is true: keys, links, pictures, commands and lists are those of the program."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from imr_desk.app.program import build
from imr_desk.cli.arguments import COMMANDS, OPEN, parser
from imr_desk.letter.review import LetterState
from imr_desk.store.labels import EVIDENCE
from imr_desk.ui.actions import KEY_MAP
from imr_desk.ui.form.verbs import VERBS
from imr_desk.ui.look.states import state_look
from imr_desk.ui.page.keys import PageKeys

CHECKOUT = Path(__file__).resolve().parent.parent
DOCS = CHECKOUT / "docs"
GUIDE = DOCS / "guide"
DOCUMENTS = (CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
TOLD_OF_COMMANDS = (CHECKOUT / "README.md", *sorted(GUIDE.glob("*.md")))
LARGEST_PICTURE = 250_000

LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
KEY = re.compile(r"`` (.) ``|`([^`]+)`")
COMMAND = re.compile(r"^(?:\.venv/bin/)?imr-desk\b(.*)$", re.MULTILINE)
FENCE = re.compile(r"```sh\n(.*?)```", re.DOTALL)

SAID_OTHERWISE = {
    **{f"{held}{arrow}": f"{held}Arrows" for held in ("", "Shift+") for arrow in ("Left", "Right", "Up", "Down")},
    **{f"{held}Return": f"{held}Enter" for held in ("", "Shift+", "Ctrl+")},
    **{f"{held}{number}": f"{held}1..9" for held in ("Ctrl+", "Alt+") for number in range(1, 10)},
}
"""Keys of the program that the documents tell of together, or by their other name."""
PRESSED = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d{1,2}")
OF_TEXT_BOXES = {"Ctrl+V"}
HELD = "`"
"""Heard by the page for as long as it is held, and so in no table."""


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def keys_told() -> set[str]:
    """All that stands in the first columns of the tables of the guide's key map."""
    rows = [line for line in read(GUIDE / "keys.md").splitlines() if line.startswith("| `")]
    return {one or other for row in rows for one, other in KEY.findall(row.removeprefix("|").split(" | ")[0])}


def keys_heard(qtbot: QtBot, tmp_path: Path) -> set[str]:
    """All keys in the tables of the program's actions, of the form's verbs and of the page."""
    desk = build(tmp_path / "letters.imrdesk")
    qtbot.addWidget(desk.window)
    (page,) = desk.window.findChildren(PageKeys)
    pressed = {QKeySequence(combination).toString() for combination in page.deeds}
    desk.close()
    in_tables = {key for spec in KEY_MAP for key in spec.keys} | {key for verb in VERBS for key in verb.keys}
    return {SAID_OTHERWISE.get(key, key) for key in (*in_tables, *pressed, HELD)}


def test_the_guides_key_map_is_the_programs(qtbot: QtBot, tmp_path: Path) -> None:
    told, heard = keys_told(), keys_heard(qtbot, tmp_path)
    assert told - heard == set(), "docs/guide/keys.md tells of keys that nothing hears"
    assert heard - told == set(), "docs/guide/keys.md leaves out keys that are heard"


def test_f1_shows_every_key_that_the_guide_tells_of() -> None:
    shown = {SAID_OTHERWISE.get(key, key) for spec in KEY_MAP for key in spec.keys}
    assert keys_told() - shown - {HELD} == set()


def keys_named() -> Iterator[tuple[str, str]]:
    """Every key with Ctrl, Alt or Shift, and every function key, that any page of the guide names, and the page."""
    for page in TOLD_OF_COMMANDS:
        for one, other in KEY.findall(read(page)):
            if PRESSED.fullmatch(one or other):
                yield page.name, SAID_OTHERWISE.get(one or other, one or other)


def test_every_key_that_the_guide_names_is_in_its_key_map() -> None:
    unknown = {(page, key) for page, key in keys_named() if key not in keys_told() | OF_TEXT_BOXES}
    assert unknown == set()


def links() -> Iterator[tuple[str, str]]:
    for document in DOCUMENTS:
        for target in LINK.findall(read(document)):
            if not target.startswith(("http://", "https://", "mailto:")):
                yield document.relative_to(CHECKOUT).as_posix(), target


@pytest.mark.parametrize(("document", "target"), [*links()])
def test_links_and_pictures_lead_somewhere(document: str, target: str) -> None:
    assert (CHECKOUT / document).parent.joinpath(target).exists(), f"{document} points at {target}"


def test_pictures_are_small_and_shown() -> None:
    shown = {(CHECKOUT / document).parent.joinpath(target).resolve() for document, target in links()}
    pictures = sorted(DOCS.rglob("*.png"))
    assert [path.name for path in pictures if path.stat().st_size >= LARGEST_PICTURE] == []
    assert [path.name for path in pictures if path.resolve() not in shown] == []


def commands() -> Iterator[tuple[str, str]]:
    """Every command line of the program in the README and the guide, and where it stands."""
    for document in TOLD_OF_COMMANDS:
        for block in FENCE.findall(read(document)):
            for words in COMMAND.findall(block):
                yield document.name, words.split(" > ")[0]


@pytest.mark.parametrize(("document", "words"), [*commands()])
def test_command_lines_are_understood(document: str, words: str) -> None:
    arguments = [word for word in shlex.split(words, comments=True) if word != "..."]
    known = bool(arguments) and (arguments[0] in COMMANDS or arguments[0].startswith("--"))
    parser().parse_args(arguments if known else [OPEN, *arguments])


def test_every_command_is_told_of() -> None:
    told = {words.split()[0] for _, words in commands() if words.split()}
    assert set(COMMANDS) - told == set()


@pytest.mark.parametrize("name", re.findall(r"^\./(installer/\w+)", read(CHECKOUT / "README.md"), re.MULTILINE))
def test_the_readmes_two_commands_exist(name: str) -> None:
    assert (CHECKOUT / name).stat().st_mode & 0o100, f"{name} cannot be run"


def test_every_decision_is_listed() -> None:
    listed = set(LINK.findall(read(DOCS / "decisions" / "README.md")))
    assert {path.name for path in (DOCS / "decisions").glob("[0-9]*.md")} == listed


def test_the_folders_that_the_architecture_draws_exist() -> None:
    drawn = re.search(r"^imr_desk/\n(.*?)```", read(DOCS / "architecture.md"), re.MULTILINE | re.DOTALL)
    assert drawn is not None
    names = re.findall(r"^  ((?:[a-z_]+(?:/|\.py)\s+)+)", drawn[1], re.MULTILINE)
    told = {name for line in names for name in line.split()}
    assert [name for name in sorted(told) if not (CHECKOUT / "imr_desk" / name).exists()] == []
    rooms = {f"{path.parent.name}/" for path in (CHECKOUT / "imr_desk").glob("*/__init__.py")}
    assert rooms - told == set(), "docs/architecture.md leaves out rooms"


def test_the_glossary_tells_each_word_once() -> None:
    words = re.findall(r"^\| \*\*(\w[^*]*)\*\*", read(DOCS / "glossary.md"), re.MULTILINE)
    assert words
    assert sorted(words) == sorted(set(words))


def test_the_guide_lists_the_labels_with_their_keys() -> None:
    rows = re.findall(r"^\| (?:`(\d)`)? ?\| ([^|]+) \|$", read(GUIDE / "highlights.md"), re.MULTILINE)
    told = [(key, name) for key, name in rows if name not in ("label", "---")]
    assert told == [(label.key or "", label.name) for label in EVIDENCE.labels]


def test_the_guide_shows_states_as_the_queue_does() -> None:
    told = set(re.findall(r"^\| (\S) ([a-z ]+) \|", read(GUIDE / "letters.md").split("## The queue")[1], re.MULTILINE))
    looks = (state_look(state) for state in LetterState)
    assert told == {(look.mark, look.words) for look in looks}


def test_the_tests_that_hold_an_irregularity_exist() -> None:
    named = re.findall(r"`(test_\w+)\.(test_\w+)`", read(DOCS / "irregularities.md"))
    assert named
    tests = {path.stem: read(path) for path in (CHECKOUT / "tests" / "parser").glob("test_*.py")}
    missing = [f"{module}.{name}" for module, name in named if f"def {name}(" not in tests.get(module, "")]
    assert missing == [], "docs/irregularities.md names tests that are not there"
