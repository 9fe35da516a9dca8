"""Who hears whom: what the parts of the window tell and wish, led to the parts that answer it, by topic."""

from __future__ import annotations

from functools import partial

from imr_desk.letter.highlight import LabelSet
from imr_desk.ui.actions import FOR_CHOSEN
from imr_desk.ui.dialogs.wording import cut_short_message
from imr_desk.ui.window.window_parts import WindowParts
from imr_desk.ui.workplace import Workplace


def wire(window: WindowParts) -> None:
    """Let the parts hear each other."""
    for topic in (_letters, _review, _top_bar, _status_line, _views, _welcome, _news):
        topic(window)


def _letters(window: WindowParts) -> None:
    parts, actions = window.parts, window.actions_
    window.work.queue.table.menu_requested.connect(lambda at: actions.pop_up(FOR_CHOSEN, at))
    parts.session.letter_wanted.connect(lambda: parts.importer.pace.stand_back(True))
    for come in (window.work.form.filled, parts.session.refused):
        come.connect(lambda *_: parts.importer.pace.stand_back(False))
    parts.importer.letters_changed.connect(parts.queue.refresh_soon)
    parts.rereader.finished.connect(parts.queue.refresh_soon)
    parts.session.bulk.ended.connect(parts.queue.refresh_soon)
    window.import_strip.report_requested.connect(window.importing.show_report)
    window.import_strip.passwords_offered.connect(window.importing.give_passwords)
    parts.keeper.ask(lambda store: store.label_set(), partial(_show_labels, window.work))


def _review(window: WindowParts) -> None:
    window.parts.focus.focus_changed.connect(lambda _: window.work.side.show_form())
    window.sampling.judged.connect(window.flow.next_to_review)
    for led in (window.flow.held_back, window.flow.check_reached):
        led.connect(lambda *_: _hand_form(window.work))


def _hand_form(work: Workplace) -> None:
    """Bring the field in focus to the person's hands, wherever the keyboard was."""
    work.side.show_form()
    work.form.setFocus()


def _top_bar(window: WindowParts) -> None:
    bar, actions = window.top_bar, window.actions_
    bar.back_requested.connect(actions.of("back").trigger)
    bar.verify_requested.connect(actions.of("verify").trigger)
    bar.postpone_requested.connect(actions.of("postpone").trigger)
    bar.reopen_requested.connect(actions.of("reopen").trigger)
    bar.today_requested.connect(window.insights.open_work)


def _status_line(window: WindowParts) -> None:
    line, page = window.status_line, window.work.page
    window.flow.no_check_open.connect(line.say_no_check)
    window.flow.left_verified.connect(line.show_verified)
    window.parts.rereader.progressed.connect(line.show_reading_again)
    window.work.dimming.told.connect(line.show_repeated)
    page.selection.snap_changed.connect(lambda snap: line.show_snap(window.tr(snap.value)))
    line.show_snap(window.tr(page.snap.value))
    backlog = window.parts.backlog
    backlog.progressed.connect(lambda: line.show_counting(backlog.left, backlog.of))


def _views(window: WindowParts) -> None:
    window.work.form.compare_requested.connect(window.comparing.compare)
    window.work.form.verify_requested.connect(window.actions_.of("verify").trigger)
    window.work.form.scroll_requested.connect(window.work.page.canvas.scroll_pages)
    window.insights.letters_listed.connect(window.work.list_letters)
    window.parts.backlog.progressed.connect(window.insights.look_again)


def _welcome(window: WindowParts) -> None:
    welcome, importing, stores = window.welcome, window.importing, window.stores
    welcome.files_requested.connect(importing.files)
    welcome.folder_requested.connect(importing.folder)
    welcome.samples_requested.connect(importing.samples)
    welcome.guide_requested.connect(window.actions_.of("guide").trigger)
    welcome.store_requested.connect(stores.open)
    open_now = window.parts.keeper.path.absolute()
    welcome.show_stores([path for path in stores.recent.paths if path != open_now])


def _news(window: WindowParts) -> None:
    parts, news = window.parts, window.news
    window.many.done.connect(news.undoable)
    for remark in (
        window.many.not_done,
        window.sampling.not_done,
        window.comparing.nothing_to_compare,
        window.stores.refused,
    ):
        remark.connect(news.remark)
    parts.session.bulk.cut_short.connect(lambda cut: news.remark(cut_short_message(cut)))
    parts.session.bulk.look_back()
    parts.rereader.finished.connect(news.read_again)
    parts.exporter.finished.connect(news.exported)
    parts.insight.written.connect(news.written)
    news.remark(parts.keys.complaint)


def _show_labels(work: Workplace, labels: LabelSet) -> None:
    work.page.set_labels(labels)
    work.highlights.show_labels(labels)
    work.history.show_labels(labels)
