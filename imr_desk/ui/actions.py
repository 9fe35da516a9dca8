"""Everything a person can tell the desk to do: one table, from which menus, keys, palette and key map are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """A menu."""

    FILE = "&File"
    EDIT = "&Edit"
    LETTER = "&Letter"
    HIGHLIGHT = "Hi&ghlight"
    VIEW = "&View"
    HELP = "&Help"


class When(StrEnum):
    """What must be so for an action to make sense."""

    ALWAYS = "always"
    LETTER = "letter"
    """A letter is on the desk."""
    CHANGEABLE = "changeable"
    """The letter on the desk may be changed: it is not verified or rejected."""
    CLOSED = "closed"
    """The letter on the desk is verified, postponed or rejected."""
    CHOSEN = "chosen"
    """Letters are chosen in the list."""
    MOVABLE = "movable"
    """Letters are chosen in the list, or the letter on the desk may be changed."""
    CLOSED_ONES = "closed_ones"
    """Letters are chosen in the list, or the letter on the desk is verified, postponed or rejected."""
    SOME = "some"
    """Letters are chosen in the list, or one is on the desk."""
    CAN_UNDO = "can_undo"
    CAN_REDO = "can_redo"
    AWAY = "away"
    """A view has the place of the letters, or was left for a letter."""


class Place(StrEnum):
    """Where the keys of an action are heard."""

    WINDOW = "window"
    FORM = "form"
    PAGE = "page"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its lasting id, its words, its keys, its menu, when it makes sense and where its keys are heard.

    The form and the page hear some keys themselves (Enter, arrows, the mouse): those stand here for the key map
    only. A `rule` is drawn above an action that begins a new part of its menu; one that `leaves` the letter waits
    until words being typed are taken; one done `once` is done once a press, however long its key is held.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    group: Group
    when: When = When.ALWAYS
    place: Place = Place.WINDOW
    rule: bool = False
    checkable: bool = False
    leaves: bool = False
    once: bool = False


_FILE = (
    ActionSpec("import_files", "&Import letters...", ("Ctrl+O",), Group.FILE),
    ActionSpec("import_folder", "Import a &folder...", ("Ctrl+Shift+O",), Group.FILE),
    ActionSpec("import_samples", "Look at the &sample letters", (), Group.FILE),
    ActionSpec("import_report", "&What went in", ("Ctrl+I",), Group.FILE),
    ActionSpec("open_store", "Open an&other store...", (), Group.FILE, rule=True),
    ActionSpec("new_store", "&New store...", (), Group.FILE),
    ActionSpec("recent_stores", "&Recent stores...", (), Group.FILE),
    ActionSpec("export", "&Export verified letters...", ("Ctrl+E",), Group.FILE, rule=True),
    ActionSpec("save_pdf", "Save the letter's &PDF...", (), Group.FILE, When.LETTER),
    ActionSpec("close_letter", "&Back to all letters", ("Ctrl+W",), Group.FILE, When.LETTER, rule=True, leaves=True),
    ActionSpec("save_again", "&Try saving again", (), Group.FILE, When.LETTER),
    ActionSpec("quit", "&Quit", ("Ctrl+Q",), Group.FILE, rule=True),
)
_EDIT = (
    ActionSpec("undo", "&Undo", ("Ctrl+Z",), Group.EDIT, When.CAN_UNDO, leaves=True),
    ActionSpec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Group.EDIT, When.CAN_REDO, leaves=True),
    ActionSpec("show_history", "&History", ("Ctrl+Shift+H",), Group.EDIT),
    ActionSpec("copy_reference", "&Copy the letter's reference", ("Ctrl+Shift+C",), Group.EDIT, When.LETTER),
    ActionSpec("find", "&Find in the letter", ("Ctrl+F",), Group.EDIT, When.LETTER, rule=True),
    ActionSpec("find_next", "Find &next", ("F3",), Group.EDIT, When.LETTER),
    ActionSpec("find_previous", "Find &previous", ("Shift+F3",), Group.EDIT, When.LETTER),
    ActionSpec("search", "&Search all letters", ("Ctrl+Shift+F",), Group.EDIT, leaves=True),
    ActionSpec("choose_all", "Choose &all letters listed", (), Group.EDIT, rule=True),
)


def _judging(id: str, text: str, key: str) -> ActionSpec:
    """A verdict on a letter of a sample."""
    return ActionSpec(id, text, (key,), Group.LETTER, When.LETTER, leaves=True, once=True)


_NEXT_LETTER, _PREVIOUS_LETTER = ("Shift+PgDown", "Alt+Right"), ("Shift+PgUp", "Alt+Left")
_LETTER = (
    ActionSpec("verify", "&Verify and next", ("F12",), Group.LETTER, When.LETTER, leaves=True, once=True),
    ActionSpec("postpone", "&Postpone...", ("Ctrl+D",), Group.LETTER, When.MOVABLE, leaves=True),
    ActionSpec("reject", "Re&ject...", (), Group.LETTER, When.MOVABLE, leaves=True),
    ActionSpec("reopen", "&Reopen", (), Group.LETTER, When.CLOSED_ONES),
    ActionSpec("assign", "Assi&gn...", ("Ctrl+Shift+A",), Group.LETTER, When.SOME),
    ActionSpec("priority", "Pr&iority...", ("Ctrl+Shift+P",), Group.LETTER, When.SOME),
    _judging("sample_right", "Second look: nothing wr&ong", "Shift+F12"),
    _judging("sample_wrong", "Second look: an &error found", "Ctrl+F12"),
    ActionSpec("read_again", "Read &again", (), Group.LETTER, When.MOVABLE, leaves=True),
    ActionSpec("export_chosen", "E&xport the chosen letters...", (), Group.LETTER, When.CHOSEN),
    ActionSpec("next_letter", "&Next letter", _NEXT_LETTER, Group.LETTER, When.LETTER, rule=True, leaves=True),
    ActionSpec("previous_letter", "Previous le&tter", _PREVIOUS_LETTER, Group.LETTER, When.LETTER, leaves=True),
    ActionSpec("batch_check", "&Batch check: one field, many letters", ("Ctrl+B",), Group.LETTER, leaves=True),
    ActionSpec("next_unverified", "Next &field to confirm", ("F7",), Group.LETTER, When.LETTER, rule=True),
    ActionSpec("next_check", "Next open &check", ("F8",), Group.LETTER, When.LETTER),
    ActionSpec("source", "&Show where the value is printed", ("F4",), Group.LETTER, When.LETTER),
    ActionSpec("peek_header", "Peek at the &header", ("F5",), Group.LETTER, When.LETTER),
    ActionSpec("peek_decision", "Peek at the &UR decision", ("Shift+F5",), Group.LETTER, When.LETTER),
    ActionSpec("compare", "Compare &letters of the case", ("Ctrl+Shift+R",), Group.LETTER, When.SOME, leaves=True),
)
_HIGHLIGHT = (
    ActionSpec("show_highlights", "&List of highlights", ("Ctrl+H",), Group.HIGHLIGHT, When.LETTER),
    ActionSpec("accept_suggestions", "&Accept all suggestions", (), Group.HIGHLIGHT, When.CHANGEABLE),
)
_VIEW = (
    ActionSpec("focus_queue", "&Letters: find one", ("Ctrl+L",), Group.VIEW),
    ActionSpec("filters", "Filt&ers of the letters", ("Ctrl+Shift+L",), Group.VIEW),
    ActionSpec("show_queue", "&Show the letters beside the page", ("F9",), Group.VIEW, When.LETTER, checkable=True),
    ActionSpec("insight", "&Insight: charts over the letters", ("Ctrl+Shift+I",), Group.VIEW),
    ActionSpec("back", "&Back to the view before", ("Alt+Up",), Group.VIEW, When.AWAY, leaves=True),
    ActionSpec("next_panel", "Next &panel", ("F6",), Group.VIEW),
    ActionSpec("previous_panel", "Previous p&anel", ("Shift+F6",), Group.VIEW),
    ActionSpec("zoom_in", "&Zoom in", ("Ctrl++", "Ctrl+="), Group.VIEW, When.LETTER, rule=True),
    ActionSpec("zoom_out", "Zoom &out", ("Ctrl+-",), Group.VIEW, When.LETTER),
    ActionSpec("fit_width", "&Fit the width", ("Ctrl+0",), Group.VIEW, When.LETTER),
    ActionSpec(
        "dim_repeated", "&Dim repeated text", ("Ctrl+Shift+B",), Group.VIEW, When.LETTER, rule=True, checkable=True
    ),
    ActionSpec("larger_text", "Larger &text", ("Ctrl+Alt++", "Ctrl+Alt+="), Group.VIEW, rule=True),
    ActionSpec("smaller_text", "S&maller text", ("Ctrl+Alt+-",), Group.VIEW),
    ActionSpec("show_tools", "B&uttons below the menus", (), Group.VIEW, checkable=True),
    ActionSpec("full_screen", "Full s&creen", ("F11",), Group.VIEW, checkable=True),
)
_HELP = (
    ActionSpec("guide", "&Guide", ("Ctrl+F1",), Group.HELP),
    ActionSpec("key_map", "&Keys", ("F1",), Group.HELP),
    ActionSpec("edit_keys", "&Change the keys...", ("Shift+F1",), Group.HELP),
    ActionSpec("palette", "&Find an action...", ("Ctrl+K",), Group.HELP),
    ActionSpec("about", "&About IMR Desk", (), Group.HELP),
)
PARTS = tuple(
    ActionSpec(f"part_{number}", f"Part {number} of the letter", (f"Ctrl+{number}",), Group.VIEW, When.LETTER)
    for number in range(1, 10)
)
SNAPS = ("character", "word", "phrase", "sentence")
_SNAPS = tuple(
    ActionSpec(
        f"snap_{snap}", f"Snap to the {snap}", (f"Ctrl+Alt+{number}",), Group.HIGHLIGHT, When.LETTER, rule=number == 1
    )
    for number, snap in enumerate(SNAPS, start=1)
)


def _form(id: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(id, text, keys, Group.LETTER, When.LETTER, Place.FORM)


def _page(id: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(id, text, keys, Group.HIGHLIGHT, When.LETTER, Place.PAGE)


def _batch(id: str, text: str, *keys: str) -> ActionSpec:
    return ActionSpec(id, text, keys, Group.LETTER, When.ALWAYS, Place.BATCH)


_GESTURES = (
    _form("confirm", "Confirm, then the next field needing attention", "Enter"),
    _form("confirm_back", "Confirm, then the previous field needing attention", "Shift+Enter"),
    _form("step", "Next or previous field, nothing confirmed", "Tab", "Shift+Tab"),
    _form("confirm_section", "Confirm the section, or the item", "Ctrl+Enter"),
    _form("edit", "Edit: all words of the field are selected", "F2"),
    _form("restore", "Take back what was typed and not yet entered", "Esc"),
    _form("parsers", "The parser's value back", "Alt+M"),
    _form("choose", "Choose the value of that place in the list", "Alt+1..9"),
    _form("absent", "No value: ask why; not in the letter; illegible", "Alt+0", "Alt+0 N", "Alt+0 L"),
    _form("add_entry", "Add a list entry below this one", "Alt+Ins"),
    _form("remove_entry", "Remove this list entry", "Alt+Del"),
    _form("move_entry", "Move this list entry up, down", "Alt+Shift+Up", "Alt+Shift+Down"),
    _form("split", "Split the item in two", "Alt+Shift+Ins"),
    _form("merge", "Merge the item with the next", "Alt+Shift+Del"),
    _form("acknowledge", "Acknowledge the check on this field, or on the whole letter", "Alt+A"),
    _form("turn", "Scroll the letter's pages by a window", "PgUp", "PgDown"),
    _page("fill", "Fill the field in focus from words on the page", "Ctrl+click", "Ctrl+drag"),
    _page("user_of", "Go to the field that used this word", "Alt+click"),
    _page("caret", "Move the caret; select", "Arrows", "Shift+Arrows"),
    _page("line_edge", "To the start or end of the line", "Home", "End"),
    _page("to_line_edge", "Select so far", "Shift+Home", "Shift+End"),
    _page("letter_edge", "To the start or end of the letter", "Ctrl+Home", "Ctrl+End"),
    _page("to_letter_edge", "Select so far", "Ctrl+Shift+Home", "Ctrl+Shift+End"),
    _page("move_end", "Move the end of the selection, or of the highlight at the caret", "Ctrl+Left", "Ctrl+Right"),
    _page("move_start", "Move its start", "Ctrl+Shift+Left", "Ctrl+Shift+Right"),
    _page("take", "Fill the field in focus from the selection; without one, go back to the field", "Enter"),
    _page("copy", "Copy the selection; select the whole letter", "Ctrl+C", "Ctrl+A"),
    _page("select_nothing", "Select nothing", "Esc"),
    _page("scroll", "Scroll by a window", "PgUp", "PgDown", "Space", "Shift+Space"),
    _page("zoom", "Zoom in, out", "+", "Shift++", "-"),
    _page("bare", "As long as it is held: the page without any marks", "`"),
    _page("label", "Highlight the selection: ask for the label; with the label of that key", "H", "H 1..9"),
    _page("last_label", "Highlight with the last label again", "Q"),
    _page("remove_highlight", "Remove the highlight at the caret", "U"),
    _page("memo", "Write a memo on the highlight", "M"),
    _batch("batch_accept", "Confirm all cards of the page, then the next page", "Enter"),
    _batch("batch_aside", "Set the card aside, or take it up again", "Space"),
    _batch("batch_correct", "Correct the card's value", "F2"),
    _batch("batch_open", "Open the card's letter", "O", "Ctrl+Enter"),
    _batch("batch_sort", "The least sure first, or equal values together", "V"),
    _batch("batch_move", "Move between the cards, turn the page", "Arrows", "PgUp", "PgDown"),
)

ACTIONS: tuple[ActionSpec, ...] = (*_FILE, *_EDIT, *_LETTER, *_HIGHLIGHT, *_SNAPS, *_VIEW, *PARTS, *_HELP)
"""The actions of the window, in the order of the menus."""
FOR_CHOSEN = (
    *("compare", "postpone", "reject", "reopen", "assign", "priority", "read_again", "export_chosen"),
    "choose_all",
)
"""What can be done to letters chosen in the list, in the order of their menu."""
KEY_MAP: tuple[ActionSpec, ...] = (*ACTIONS, *_GESTURES)
"""All of them with what form and page hear themselves: what F1 shows."""
