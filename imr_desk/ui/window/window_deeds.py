"""Who does what: every action of the table bound to the part of the window that does it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication

from imr_desk import __version__, paths
from imr_desk.desk.going_out.writing import written
from imr_desk.desk.sitting.reference import reference
from imr_desk.letter.review import CLOSED
from imr_desk.store.kept.stored import Verdict
from imr_desk.ui.actions import ACTIONS, PARTS, SNAPS
from imr_desk.ui.dialogs.palette import Palette
from imr_desk.ui.dialogs.wording import Message
from imr_desk.ui.guide.context import page_for
from imr_desk.ui.keyboard.key_editor import KeyEditor
from imr_desk.ui.keyboard.key_map import KeyMapWindow
from imr_desk.ui.page.units import Snap
from imr_desk.ui.queue.many import Meant
from imr_desk.ui.stage import Stage
from imr_desk.ui.window.theme_menu import ThemeMenu
from imr_desk.ui.window.window_parts import WindowParts

Deeds = dict[str, Callable[[], object]]


def deeds(window: WindowParts, themes: ThemeMenu) -> Deeds:
    """The deed of every action, by its id; those that leave the letter wait for words being typed."""
    all_deeds = {
        **_letters(window),
        **_review(window),
        **_page(window),
        **_view(window, themes),
        **_help(window, themes),
    }
    leaving = {spec.id for spec in ACTIONS if spec.leaves}
    return {id: _once_taken(window, deed) if id in leaving else deed for id, deed in all_deeds.items()}


def _once_taken(window: WindowParts, deed: Callable[[], object]) -> Callable[[], object]:
    return lambda: window.work.form.commit_pending() and deed()


def _letters(window: WindowParts) -> Deeds:
    session, importing = window.parts.session, window.importing
    return {
        "import_files": importing.files,
        "import_folder": importing.folder,
        "import_samples": importing.samples,
        "import_report": importing.show_report,
        "export": lambda: _export(window),
        "save_pdf": lambda: _save_pdf(window),
        "open_store": window.stores.open_another,
        "new_store": window.stores.make,
        "recent_stores": window.stores.show_recent,
        "close_letter": session.close_letter,
        "save_again": session.try_saving_again,
        "quit": window.close,
        "undo": session.undo,
        "redo": session.redo,
    }


def _choose_all(window: WindowParts) -> None:
    """All letters listed, also those that were never looked at."""
    window.work.list_letters()
    window.work.queue.table.selectAll()


def _read_again(window: WindowParts) -> None:
    letter = window.parts.session.letter
    if window.work.queue.aimed_at:
        window.many.read_again()
    elif letter is not None:
        window.parts.rereader.start([letter.id])


def _reopen(window: WindowParts) -> None:
    if window.work.queue.aimed_at:
        window.many.reopen()
    elif window.parts.session.state in CLOSED:
        window.parts.session.reopen()


def _either(window: WindowParts, many: Callable[[], None], one: Callable[[], None]) -> None:
    """Do it to the letters chosen in the list where it is them that the person means, else to the open one."""
    many() if window.work.queue.aimed_at else one()


def _compare(window: WindowParts) -> None:
    """The first of the letters chosen in the list, or the open one, with the others of its case."""
    comparing, chosen = window.comparing, window.work.queue.chosen
    _either(window, lambda: chosen.ask(comparing.compare_first), comparing.compare)


def _to_work(window: WindowParts, deed: Callable[[Meant], None]) -> None:
    letter = window.parts.session.letter
    if window.work.queue.aimed_at:
        window.many.with_chosen(deed)
    elif letter is not None:
        window.many.with_letters((letter.id,), deed)


def _open_guide(window: WindowParts) -> None:
    from imr_desk.ui.guide.guide_window import GuideWindow  # noqa: PLC0415  (Markdown is slow to start, seldom wanted)

    page = page_for(window.stage, window.work)
    shown = window.findChild(GuideWindow) or GuideWindow(paths.guide(), window)
    shown.show_page(page)
    shown.show()
    shown.raise_()
    shown.activateWindow()


def _export(window: WindowParts) -> None:
    target = window.asking.choose_target(window.parts.keeper.path.with_suffix(".jsonl").name)
    if target is not None:
        window.parts.exporter.start(target)


def _save_pdf(window: WindowParts) -> None:
    """The letter's file as it came in, put where other programs can show and print it."""
    letter, pdf = window.parts.session.letter, window.parts.session.pdf
    target = window.asking.choose_target(letter.file) if letter is not None and pdf is not None else None
    if target is not None and pdf is not None:
        window.parts.keeper.ask(lambda _: written(target, lambda: pdf.data), window.news.written)


def _review(window: WindowParts) -> Deeds:
    flow, many = window.flow, window.many
    return {
        "verify": flow.verify,
        "postpone": lambda: _either(window, many.postpone, flow.postpone),
        "reject": lambda: _either(window, many.reject, flow.reject),
        "reopen": lambda: _reopen(window),
        "assign": lambda: _to_work(window, many.assign),
        "priority": lambda: _to_work(window, many.prioritise),
        "export_chosen": many.export,
        "choose_all": lambda: _choose_all(window),
        "sample_right": lambda: window.sampling.judge(Verdict.RIGHT),
        "sample_wrong": lambda: window.sampling.judge(Verdict.WRONG),
        "read_again": lambda: _read_again(window),
        "next_letter": lambda: flow.step(1),
        "previous_letter": lambda: flow.step(-1),
        "next_unverified": flow.next_unverified,
        "next_check": flow.next_check,
        "compare": lambda: _compare(window),
    }


def _copy_reference(window: WindowParts) -> None:
    """The letter's reference into the clipboard, with the page of the selected words, or of the field in focus."""
    session, path = window.parts.session, window.parts.focus.path
    if session.letter is not None:
        selected = window.work.page.selection.span
        said = reference(session.letter, selected or (session.record.at(path).span if path else None))
        QGuiApplication.clipboard().setText(said)
        window.status_line.say_copied(said)


def _page(window: WindowParts) -> Deeds:
    page, work = window.work.page, window.work
    snaps: Deeds = {f"snap_{name}": partial(page.set_snap, Snap(name)) for name in SNAPS}
    parts: Deeds = {spec.id: partial(work.map.go_to_key, spec.id[-1]) for spec in PARTS}
    return {
        "copy_reference": lambda: _copy_reference(window),
        "find": page.find_words,
        "find_next": page.find_next,
        "find_previous": page.find_previous,
        "search": window.searches.begin,
        "source": page.show_source,
        "peek_header": work.portals.peek_header,
        "peek_decision": work.portals.peek_decision,
        "show_highlights": work.side.show_highlights,
        "accept_suggestions": work.highlights.accept_all,
        "zoom_in": page.zoom_in,
        "zoom_out": page.zoom_out,
        "fit_width": page.fit_width,
        **snaps,
        **parts,
    }


def _view(window: WindowParts, themes: ThemeMenu) -> Deeds:
    work = window.work
    return {
        "focus_queue": work.find_letter,
        "batch_check": window.batch.enter,
        "filters": work.choose_filter,
        "show_queue": work.toggle_queue,
        "insight": window.insights.open,
        "back": lambda: _back(window.stage),
        "show_history": lambda: _show_history(window),
        "next_panel": lambda: work.step_panel(1),
        "previous_panel": lambda: work.step_panel(-1),
        "dim_repeated": work.dimming.toggle,
        "larger_text": lambda: themes.scale_text(1),
        "smaller_text": lambda: themes.scale_text(-1),
        "show_tools": lambda: window.tools.setVisible(window.tools.isHidden()),
        "full_screen": lambda: window.showNormal() if window.isFullScreen() else window.showFullScreen(),
    }


def _back(stage: Stage) -> None:
    stage.leave() if stage.view else stage.return_to_view()


def _show_history(window: WindowParts) -> None:
    """The history is part of the work, where what is gone back to can be seen."""
    if window.stage.view is not None:
        window.stage.show_work()
    window.work.toggle_history()


def _find_action(window: WindowParts, themes: ThemeMenu) -> None:
    """The palette, with what the form does to the field in focus where that is seen."""
    of_field = window.work.form.verbs if window.stage.view is None else []
    Palette([*window.actions_.all, *of_field, *themes.entries], window).open()


def _help(window: WindowParts, themes: ThemeMenu) -> Deeds:
    about = window.tr("IMR Desk {version}: a review station for Independent Medical Review letters.")
    message = Message("IMR Desk", about.format(version=__version__))
    return {
        "guide": lambda: _open_guide(window),
        "key_map": lambda: KeyMapWindow(window.parts.keys, window).show(),
        "edit_keys": lambda: KeyEditor(window.parts.keys, window).open(),
        "palette": lambda: _find_action(window, themes),
        "about": lambda: window.asking.tell(message),
    }
