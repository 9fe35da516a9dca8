"""Fields that belong together, below their name; some groups an item has only sometimes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.sitting.naming import in_sentence
from imr_desk.letter.record import is_under
from imr_desk.ui.form.blocks.block import Block, Enclosing
from imr_desk.ui.form.blocks.outline import GroupNode
from imr_desk.ui.form.blocks.titles import belongs, can_be_added, title_of
from imr_desk.ui.form.field.bench import Bench


class GroupBlock(Enclosing):
    """A named group; where the item has none of it, at most a button that asks for it."""

    def __init__(self, bench: Bench, node: GroupNode, inner: Block, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self._bench = bench
        self._node = node
        self._base = ""
        self._asked = False
        self._title = QLabel(title_of(node.name))
        self._title.setProperty("role", "heading")
        self._ask = QPushButton(self.tr("Add {group}").format(group=in_sentence(title_of(node.name))))
        self._ask.setProperty("role", "link")
        self._ask.clicked.connect(self._on_ask)
        first = next(inner.rows(), None)
        self._titled = first is None or first.spec.label != title_of(node.name)
        if first is not None and not self._titled:
            first.head.stand_as_title()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(inner)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def bind(self, base: str) -> None:
        if base != self._base:
            self._asked = False
        self._base = base
        super().bind(base)
        self.refresh()

    @override
    def refresh(self) -> None:
        shown = self._asked or belongs(self._bench.session.record, self._base, self._node.name)
        offered = not shown and can_be_added(self._node.name)
        self._title.setVisible(shown and self._titled)
        self._inner.setVisible(shown)
        self._ask.setVisible(offered)
        self.setVisible(shown or offered)
        super().refresh()

    @override
    def reveal(self, path: str) -> None:
        if is_under(path, self._base + self._node.tail):
            self._asked = True
            self.refresh()
        super().reveal(path)

    @override
    def stops(self) -> Iterator[QWidget]:
        yield from super().stops()
        yield self._ask

    def _on_ask(self) -> None:
        self._asked = True
        self.refresh()
        first = next(self.rows(), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
