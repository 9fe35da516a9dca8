"""Every view of the desk, in the order of a day: what to do to have it in front, one function each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication
from scene import CONFLICTING, FOUR_ITEMS, MANY_ITEMS, PLAIN, Scene

from imr_desk.app.demo.hands import wait_for
from imr_desk.ui.page.canvas import PageCanvas

Snap = Callable[..., None]
_SOON = 300
"""Milliseconds after which a menu is open; it has the event loop to itself until it is closed."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: its picture's name, and how it is brought to the front; `snap` takes the picture at the right moment.

    Given a widget, `snap` takes that alone.
    """

    name: str
    show: Callable[[Scene, Snap], None]


def welcome(scene: Scene, snap: Snap) -> None:
    """The first start."""
    wait_for("the welcome", scene.desk.window.welcome.isVisible)
    snap()


def importing(scene: Scene, snap: Snap) -> None:
    """Letters on their way in, then the report of what became of them."""
    finished: list[object] = []
    scene.desk.window.importing.done.connect(finished.append)
    scene.press("Ctrl+O")
    wait_for("some letters", lambda: scene.desk.parts.importer.done >= 3)
    scene.clerk.see_letter()
    fields = scene.desk.window.work.form.fields
    wait_for("the form", lambda: fields.viewport().updatesEnabled() and scene.desk.window.work.form.settled)
    scene.clerk.form.eyes.rest_on_the_form()
    snap()
    wait_for("the end of the import", lambda: bool(finished))


def report(scene: Scene, snap: Snap) -> None:
    """What went in."""
    scene.press("Ctrl+I")
    window = scene.desk.window.importing.report_window
    wait_for("the report", window.isVisible)
    snap()
    window.close()
    scene.put_away_messages()


def review(scene: Scene, snap: Snap) -> None:
    """A letter in review: some fields confirmed, one in focus, its words boxed."""
    scene.open(FOUR_ITEMS)
    for path in ("header.case_number", "patient.age"):
        scene.clerk.form.go_to(path)
        scene.clerk.form.confirm()
    scene.clerk.form.go_to("patient.sex")
    scene.rest()
    snap()


def form(scene: Scene, snap: Snap) -> None:
    """The form alone."""
    snap(scene.desk.window.work.form)


def marking(scene: Scene, snap: Snap) -> None:
    """A field just filled from words on the page."""
    form, page = scene.clerk.form, scene.clerk.page
    scene.open(PLAIN)
    form.go_to("patient.injury_date")
    span = form.entry("ur_events[0].date").span
    assert span is not None
    page.fill("patient.injury_date", span)
    scene.rest()
    snap()
    scene.press("Ctrl+Z")


def check(scene: Scene, snap: Snap) -> None:
    """A check that is open, and the line for a reason to let it stand."""
    scene.open(CONFLICTING)
    scene.press("F8")
    wait_for("a check", lambda: bool(scene.clerk.session.open_findings))
    scene.clerk.form.go_to(scene.clerk.session.open_findings[0].fields[0])
    scene.press("Alt+A")
    scene.rest()
    snap()
    scene.press("Escape")


def items(scene: Scene, snap: Snap) -> None:
    """Many items, one of them open."""
    scene.put_away_messages()
    scene.open(MANY_ITEMS)
    scene.clerk.form.go_to("items[2].request")
    scene.rest()
    snap()


def narrow_queue(scene: Scene, snap: Snap) -> None:
    """The letters beside the page."""
    if scene.desk.window.work.queue.isHidden():
        scene.press("F9")
    scene.open(PLAIN)
    scene.rest()
    snap()


def highlights(scene: Scene, snap: Snap) -> None:
    """Words highlighted with several labels, and their list."""
    form, page = scene.clerk.form, scene.clerk.page
    for path, key in (("items[0].conclusion", "1"), ("diagnoses[0]", "7"), ("items[1].request", "6")):
        span = form.entry(path).span
        if span is not None:
            page.highlight(span, key)
    form.go_to("items[0].decision")
    scene.press("Ctrl+H")
    scene.rest()
    snap()


def peek(scene: Scene, snap: Snap) -> None:
    """The header peeked at from the rationale."""
    scene.press("Ctrl+3")
    scene.clerk.form.go_to("items[1].conclusion")
    scene.press("F5")
    scene.rest()
    snap()
    scene.press("Escape")


def find(scene: Scene, snap: Snap) -> None:
    """Words found in the letter."""
    scene.clerk.page.find("request")
    scene.rest()
    snap()
    scene.press("Escape")


def dimming(scene: Scene, snap: Snap) -> None:
    """What all letters print alike, in a paler ink."""
    scene.clerk.form.go_to("reviewer.specialties[0]")
    scene.press("Ctrl+Shift+B")
    wait_for("what is repeated", lambda: "dimmed" in scene.desk.window.status_line.repeated.text())
    scene.rest()
    snap()
    scene.press("Ctrl+Shift+B")


def postponing(scene: Scene, snap: Snap) -> None:
    """Why is this letter left for later?"""
    scene.answers.seen = snap
    scene.press("Ctrl+D")


def palette(scene: Scene, snap: Snap) -> None:
    """An action looked for by its name."""
    scene.press("Ctrl+K")
    scene.clerk.hands.type("le")
    _over(scene, snap)


def key_map(scene: Scene, snap: Snap) -> None:
    """All keys."""
    scene.press("F1")
    _over(scene, snap)


def key_editor(scene: Scene, snap: Snap) -> None:
    """Keys being changed."""
    scene.press("Shift+F1")
    _over(scene, snap)


def queue(scene: Scene, snap: Snap) -> None:
    """All letters."""
    scene.press("Ctrl+W")
    wait_for("all letters", lambda: scene.clerk.session.letter is None)
    scene.rest()
    snap()


def search(scene: Scene, snap: Snap) -> None:
    """Words looked for in all letters."""
    scene.press("Ctrl+Shift+F")
    scene.clerk.hands.type("physical therapy")
    wait_for("the places", lambda: scene.desk.window.searches.search.model.rowCount() > 0)
    snap()
    scene.press("Escape")


def several(scene: Scene, snap: Snap) -> None:
    """Letters chosen in the list, to be acted on at once."""
    scene.clerk.hands.click(scene.desk.window.work.queue.table.viewport(), QPoint(120, 100))
    scene.press("Shift+Down", "Shift+Down", "Shift+Down")
    scene.rest_on_stage()
    snap()
    scene.press("Down")


def filters(scene: Scene, snap: Snap) -> None:
    """The conditions that letters can be listed by."""

    def seen() -> None:
        snap()
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()

    QTimer.singleShot(_SOON, seen)
    scene.press("Ctrl+Shift+L")


def guide(scene: Scene, snap: Snap) -> None:
    """The guide beside the work."""
    scene.press("Ctrl+F1")
    _over(scene, snap)


def history(scene: Scene, snap: Snap) -> None:
    """Every step of the sitting."""
    scene.press("Ctrl+Shift+H")
    scene.rest()
    snap()
    scene.press("Ctrl+Shift+H")


def compare(scene: Scene, snap: Snap) -> None:
    """Two letters of one case."""
    scene.open(PLAIN)
    scene.press("Ctrl+Shift+R")
    body = scene.desk.window.comparing.body
    wait_for("the comparison", body.isVisible)
    wait_for("both letters", lambda: all(page.sharp for page in body.findChildren(PageCanvas)))
    scene.rest_on_stage()
    snap()
    scene.press("Escape")


def batch(scene: Scene, snap: Snap) -> None:
    """One field of many letters."""
    scene.clerk.batch.enter()
    scene.clerk.batch.choose("header.case_number")
    scene.rest_on_stage()
    snap()
    scene.press("Escape")


def insight(scene: Scene, snap: Snap) -> None:
    """Charts over the verified letters."""
    scene.clerk.insight.open()
    wait_for("charts", lambda: bool(scene.clerk.insight.cards))
    scene.rest_on_stage()
    snap()
    scene.press("Escape")


def _over(scene: Scene, snap: Snap) -> None:
    """Take what stands over the window, and close it."""
    wait_for("the window over the desk", lambda: len(_others(scene)) > 0)
    snap()
    for other in _others(scene):
        other.close()


def _others(scene: Scene) -> list[object]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not scene.desk.window]


FIRST_START: tuple[View, ...] = (View("welcome", welcome), View("importing", importing), View("report", report))
"""On a new store."""
DAY: tuple[View, ...] = (
    View("review", review),
    View("form", form),
    View("marking", marking),
    View("check", check),
    View("items", items),
    View("narrow-queue", narrow_queue),
    View("highlights", highlights),
    View("peek", peek),
    View("find", find),
    View("history", history),
    View("dimming", dimming),
    View("postponing", postponing),
    View("palette", palette),
    View("key-map", key_map),
    View("key-editor", key_editor),
    View("guide", guide),
    View("compare", compare),
    View("queue", queue),
    View("several", several),
    View("filters", filters),
    View("search", search),
    View("batch", batch),
    View("insight", insight),
)
"""On a store with sample letters, some of them verified."""
