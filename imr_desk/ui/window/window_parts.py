"""What the window is put together from: its panels and bars, and a person's ways through the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from imr_desk.ui.batch.batch_check import BatchCheck
from imr_desk.ui.compare.comparing import Comparing
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.boxes import Boxes
from imr_desk.ui.insight.insights import Insights
from imr_desk.ui.parts import Parts
from imr_desk.ui.queue.bulk_strip import BulkStrip
from imr_desk.ui.queue.many import ManyLetters
from imr_desk.ui.queue.sampling import Sampling
from imr_desk.ui.recent_stores import RecentStores
from imr_desk.ui.search.search_flow import SearchFlow
from imr_desk.ui.stage import Stage
from imr_desk.ui.window.action_set import ActionSet
from imr_desk.ui.window.figures import Figures
from imr_desk.ui.window.import_strip import ImportStrip
from imr_desk.ui.window.importing import Importing
from imr_desk.ui.window.leaving import Leaving
from imr_desk.ui.window.message_bar import MessageBar
from imr_desk.ui.window.news import News
from imr_desk.ui.window.review_flow import ReviewFlow
from imr_desk.ui.window.status_line import StatusLine
from imr_desk.ui.window.stores import Stores
from imr_desk.ui.window.tool_row import ToolRow
from imr_desk.ui.window.top_bar import TopBar
from imr_desk.ui.window.welcome import Welcome
from imr_desk.ui.workplace import Workplace


class WindowParts(QMainWindow):
    """A window with every part made once, in reading order; nothing is in its place yet, and none hears another."""

    def __init__(self, parts: Parts, asking: Asking | None = None) -> None:
        super().__init__()
        self.parts = parts
        self.asking: Asking = asking or Boxes(self)
        self.actions_ = ActionSet(self, parts.keys)
        self.top_bar = TopBar(parts.session, parts.keys, parts.keeper.path)
        self.tools = ToolRow(self.actions_, parts.keys)
        self.messages = MessageBar(self)
        self.work = Workplace(parts, self.asking)
        self.welcome = Welcome(parts.keys)
        self.stage = Stage(self.work, self.welcome)
        self.batch = BatchCheck(parts, self.stage)
        self.status_line = StatusLine(parts.session, parts.focus, parts.keys)
        self.importing = Importing(parts.importer, parts.session, self.asking, parts.samples, self)
        self.leaving = Leaving(parts.session, parts.importer, self.work.form, self.asking, self)
        recent = RecentStores(parts.remembered)
        self.stores = Stores(parts.keeper.path, recent, parts.importer, self.asking, self)
        self.import_strip = ImportStrip(parts.importer)
        self.bulk_strip = BulkStrip(parts.session.bulk)
        self.work.outside = (self.top_bar, self.import_strip, self.bulk_strip)
        self.flow = ReviewFlow(parts.keeper, parts.session, parts.focus, parts.queue, self.asking, self)
        self.news = News(self.messages, parts.session, self.flow, self.importing, self.work.form)
        self.comparing = Comparing(parts, self.stage, self.work)
        self.insights = Insights(parts.insight, parts.insight_page, parts.queue, self.stage, self.asking)
        self.figures = Figures(parts.keeper, parts.session, parts.queue, self.top_bar)
        self.many = ManyLetters(parts, self.work.queue.chosen, self.asking)
        self.sampling = Sampling(parts, self.work.queue, self.asking)
        self.searches = SearchFlow(parts, self.work, self.stage)
