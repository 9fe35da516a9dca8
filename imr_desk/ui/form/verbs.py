"""What a person can do to the field in focus: one table, from which keys and context menu are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from imr_desk.ui.form.field_hand import FieldHand


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing to do: its lasting id, its words, its keys (the first is shown), and the doing.

    `rule` draws a line above it in the menu; what is not `listed` has keys only. `within` is what the path of the
    field must hold for it to make sense: `[` for an entry of a list, `items[` for an item. A verb that is done `once`
    is done once a press: a key held down does not run through fields that nobody looked at.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    act: Callable[[FieldHand], object]
    rule: bool = False
    listed: bool = True
    within: str = ""
    once: bool = False


def _choosing(number: int) -> Verb:
    act = partial(FieldHand.choose, place=number - 1)
    return Verb(f"choose_{number}", "Choose from the list", (f"Alt+{number}",), act, listed=False)


VERBS: tuple[Verb, ...] = (
    Verb("confirm", "Confirm, then the next to look at", ("Enter", "Return"), FieldHand.confirm, once=True),
    Verb(
        "confirm_back",
        "Confirm, then the one before",
        ("Shift+Enter", "Shift+Return"),
        FieldHand.confirm_back,
        once=True,
    ),
    Verb("confirm_section", "Confirm the section", ("Ctrl+Enter", "Ctrl+Return"), FieldHand.confirm_part, once=True),
    Verb("edit", "Edit", ("F2",), FieldHand.edit, rule=True),
    Verb("restore", "Take back what was typed", ("Esc",), FieldHand.restore),
    Verb("parsers", "The parser's value back", ("Alt+M",), FieldHand.restore_parsers),
    Verb("absent", "No value\u2026", ("Alt+0",), FieldHand.ask_absence, rule=True),
    *(_choosing(number) for number in range(1, 10)),
    Verb("add_entry", "Add one below", ("Alt+Ins",), lambda hand: hand.lists.add_entry(), rule=True, within="["),
    Verb("remove_entry", "Remove this one", ("Alt+Del",), lambda hand: hand.lists.remove_entry(), within="["),
    Verb("move_up", "Move up", ("Alt+Shift+Up",), lambda hand: hand.lists.move_entry(-1), within="["),
    Verb("move_down", "Move down", ("Alt+Shift+Down",), lambda hand: hand.lists.move_entry(1), within="["),
    Verb("split", "Split the item in two", ("Alt+Shift+Ins",), lambda hand: hand.lists.split_item(), within="items["),
    Verb(
        "merge",
        "Merge the item with the next",
        ("Alt+Shift+Del",),
        lambda hand: hand.lists.merge_item(),
        within="items[",
    ),
    Verb("page_up", "Scroll the pages up", ("PgUp",), lambda hand: hand.scroll_pages(-1), listed=False),
    Verb("page_down", "Scroll the pages down", ("PgDown",), lambda hand: hand.scroll_pages(1), listed=False),
    Verb("acknowledge", "Acknowledge the check\u2026", ("Alt+A",), FieldHand.acknowledge, rule=True),
)
