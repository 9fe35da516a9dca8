"""Every view of the desk, in the order of a day: what to do to have it in front, one function each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication
from scene import CONFLICTING, FOUR_ITEMS, MANY_ITEMS, PLAIN, Scene

from imr_desk.demo.hands import wait_for

Snap = Callable[[], None]


@dataclass(frozen=True, slots=True)
class View:
    """A view: its picture's name, and how it is brought to the front; `snap` takes the picture at the right moment."""

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
    scene.press("Ctrl+Shift+B")
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
    """Letters found by a word in them."""
    scene.press("Ctrl+L")
    scene.clerk.hands.retype("therapy")
    model = scene.desk.parts.queue
    wait_for("the letters found", lambda: model.query.words == "therapy" and model.rowCount() > 0)
    scene.rest()
    snap()
    scene.clerk.show_all_letters()


def insight(scene: Scene, snap: Snap) -> None:
    """Charts over all letters."""
    scene.clerk.insight.open()
    scene.clerk.insight.count_all()
    scene.rest()
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


VIEWS: tuple[View, ...] = (
    View("welcome", welcome),
    View("importing", importing),
    View("report", report),
    View("review", review),
    View("marking", marking),
    View("check", check),
    View("items", items),
    View("narrow-queue", narrow_queue),
    View("highlights", highlights),
    View("peek", peek),
    View("find", find),
    View("dimming", dimming),
    View("postponing", postponing),
    View("palette", palette),
    View("key-map", key_map),
    View("key-editor", key_editor),
    View("queue", queue),
    View("search", search),
    View("insight", insight),
)
