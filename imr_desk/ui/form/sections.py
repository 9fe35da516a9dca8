"""All sections of the form, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.sitting.naming import place_name, section_name
from imr_desk.letter import path as paths
from imr_desk.letter.field import SECTIONS
from imr_desk.letter.record import is_under
from imr_desk.ui.form.blocks.block import Block
from imr_desk.ui.form.blocks.block_column import BlockColumn
from imr_desk.ui.form.blocks.outline import GroupNode, section_node
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.findings.due_line import DueLine
from imr_desk.ui.form.findings.letter_notes import LetterNotes
from imr_desk.ui.form.items.item_table import ItemTable
from imr_desk.ui.form.parts.part_confirming import CheckOpen, NotSeen, Readiness, Ready, part_of, readiness
from imr_desk.ui.form.parts.part_head import PartHead
from imr_desk.ui.form.parts.section import Section

_MARGIN = 16


class Sections(QWidget):
    """Points every section at the letter that is open, and finds the row of a field."""

    bound = Signal()
    """Rows show other fields than before, or will soon."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.notes = LetterNotes(bench)
        self._due = DueLine()
        self.items = ItemTable(bench)
        self.items.confirm_requested.connect(lambda: self.confirm_part(self.items.open_item or "items"))
        self.items.body_bound.connect(self.bound)
        self._sections = {name: self._made_section(name) for name, _ in SECTIONS}
        self._unbound: set[str] = set()
        """Sections that still show the letter before."""
        self._stale: set[str] = set()
        self._resized: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(24)
        for widget in (self.notes, *self._sections.values()):
            column.addWidget(widget)
        column.addStretch(1)
        bench.session.findings_changed.connect(partial(bench.turns.add, self.items.refresh))
        bench.turns.add(*(section.block.prepare for section in self._sections.values()))

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._keep_height()
        return done

    def show_letter(self) -> None:
        """Show the letter that is open now, section by section in later turns, or as soon as one is asked for."""
        self.notes.refresh()
        self._unbound.update(self._sections)
        self._stale.update(self._sections)
        self._resized.clear()
        self._bench.turns.add(*(partial(self._bind, name) for name in self._sections), self._catch_up)
        self._bench.rows.turn_over()
        self.bound.emit()

    def show_list(self, listing: str) -> None:
        """Show a list whose entries are others than before, soon, or as soon as it is asked for."""
        self._resized.add(listing)
        self.show_fields((listing,))

    def show_fields(self, fields: Sequence[str]) -> None:
        """Show fields that have changed, and what is said of their parts, soon, or as soon as they are asked for."""
        self._bench.rows.grow_stale(fields)
        self._stale.update(map(part_of, fields))
        self._bench.turns.add(self._catch_up)

    def row_of(self, path: str) -> FieldRow | None:
        """The row of a field, its item opened and its group unfolded; None where the letter has no such field."""
        self._bind(_section(path))
        self._bind_resized()
        block = self._sections[_section(path)].block
        block.reveal(path)
        if path not in self._bench.rows:
            self._bench.turns.hasten(lambda: path in self._bench.rows)
            block.reveal(path)
        return self._bench.rows.at(path)

    def stops(self) -> list[QWidget]:
        """The widgets that Tab goes through, in the order they stand."""
        return [stop for section in self._sections.values() for stop in section.block.stops() if stop.isVisible()]

    def offer(self) -> bool:
        """Hand over words that are still being typed; False where some were refused."""
        return self._bench.rows.offer()

    def confirm_part(self, path: str) -> None:
        """Stand behind all of the section or item that the field belongs to, where nothing is in the way."""
        self._bench.turns.finish()
        part = part_of(path)
        block, head = self._part(part)
        if block.offer():
            self._settle(part, head, readiness(part, tuple(block.rows()), self._bench.session.open_findings))

    def _settle(self, part: str, head: PartHead, ready: Readiness) -> None:
        match ready:
            case CheckOpen(finding):
                self._bench.focus.set(next(path for path in finding.fields if is_under(path, part)))
                say = self.tr("Not confirmed: check {rule} is open. Correct it, or acknowledge it with a reason.")
                head.remark.refuse(say.format(rule=finding.rule))
            case NotSeen(rows):
                self._bench.focus.set(rows[0].path)
                say = self.tr("Not confirmed yet: {count} fields had not been on the screen. Look, and press again.")
                head.remark.suggest(say.format(count=len(rows)))
            case Ready(ready_paths):
                name = place_name(part) if part.endswith("]") else section_name(part)
                self._bench.session.confirm_all(ready_paths, self.tr("confirm {part}").format(part=name))
                self._go_on(part)
            case _:
                assert_never(ready)

    def _go_on(self, part: str) -> None:
        last = self._bench.session.record.under(part)[-1:]
        ahead = self._bench.session.next_attention(last[0] if last else None)
        if ahead is not None:
            self._bench.focus.set(ahead)

    def _part(self, part: str) -> tuple[Block, PartHead]:
        if part.endswith("]"):
            self.items.reveal(part)
            body = self.items.body
            if body is not None:
                return body, body.head
        section = self._sections[_section(part)]
        return section.block, section.head

    def _catch_up(self) -> None:
        """Show the lists that have other entries, and how far the parts are in which something changed."""
        self._bind_resized()
        stale, self._stale = self._stale, set()
        for name in {_section(part) for part in stale}:
            self._sections[name].show_progress(self._bench.session.record)
        items = any(paths.position(part, "items") is not None for part in stale)
        if items:
            self.items.refresh()
        if items or "header" in stale:
            self._due.show_dates(self._bench.session.record)

    def _bind(self, name: str) -> None:
        """Have the section show the open letter, where it still shows the one before."""
        if name not in self._unbound:
            return
        self._unbound.discard(name)
        block = self._sections[name].block
        if block is self.items:
            self.items.start()
        else:
            block.bind("")

    def _bind_resized(self) -> None:
        resized, self._resized = self._resized, set()
        for name in {_section(listing) for listing in resized if self._shows(listing)} - self._unbound:
            self._sections[name].block.bind("")
            self.bound.emit()

    def _keep_height(self) -> None:
        """Be as high as the words need at this width; a scroll area asks only for the height at any width."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))

    def _shows(self, listing: str) -> bool:
        """Whether the list can be seen: those of a closed item cannot."""
        return paths.position(listing, "items") is None or part_of(listing) == self.items.open_item

    def _made_section(self, name: str) -> Section:
        section = Section(name, self._made_block(name), self._due if name == "header" else None)
        section.head.confirm_requested.connect(lambda: self.confirm_part(name))
        return section

    def _made_block(self, name: str) -> Block:
        node = section_node(name)
        if name == "items":
            return self.items
        return BlockColumn(self._bench, node.nodes if isinstance(node, GroupNode) else (node,))


def _section(path: str) -> str:
    """The name of the section that a path stands in."""
    return str(paths.steps(path)[0])
