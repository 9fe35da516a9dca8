"""The program `imr-desk`: which command was asked for, and what becomes of what goes wrong."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from imr_desk import paths
from imr_desk.cli.arguments import COMMANDS, OPEN, parser
from imr_desk.cli.printing import say
from imr_desk.exchange.errors import NotInShape
from imr_desk.store.file.errors import StoreError

STOPPED = 130
"""The exit status after Ctrl-C, as shells have it."""
WRONG = 2
"""The exit status for a wrong command line."""


def main(argv: Sequence[str]) -> int:
    """Run one command; its exit status: 0 where all went well, 1 where not all did, 2 for a wrong command line."""
    sys.excepthook = _unforeseen
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    wrong = mistyped(argv)
    if wrong:
        say(wrong)
        return WRONG
    return _run(parser().parse_args(_with_command(argv)))


def mistyped(argv: Sequence[str]) -> str:
    """A sentence about a first word that is neither a command nor a file; empty where it is one."""
    word = argv[0] if argv else ""
    if not word or word in COMMANDS or not word.replace("-", "").isalpha() or word[0] == "-" or Path(word).exists():
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - hardly ever needed

    near = get_close_matches(word, COMMANDS, n=1)
    meant = f"did you mean `imr-desk {near[0]}`?" if near else "`imr-desk --help` lists the commands."
    return f"{word} is neither a command nor a file; {meant}"


def _run(arguments: Namespace) -> int:
    try:
        return int(arguments.run(arguments))
    except (StoreError, NotInShape) as error:
        say(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(f"{error.filename or 'A file'} could not be used ({error.strerror or error}). Nothing else is affected.")
    except KeyboardInterrupt:
        say("Stopped.")
        return STOPPED
    return 1


def _with_command(argv: Sequence[str]) -> Sequence[str]:
    """The command line with `open` put in where only stores and letters, or nothing, are named."""
    if argv and (argv[0] in COMMANDS or argv[0] in {"-h", "--help", "--version"}):
        return argv
    return [OPEN, *argv]


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last resort: a sentence for the person, and the particulars in a file."""
    import traceback  # noqa: PLC0415 - hardly ever needed

    particulars = paths.user_data() / "last-error.txt"
    say(f"Something unforeseen happened ({kind.__name__}: {error}). What was saved is safe; report {particulars}")
    with suppress(OSError):
        particulars.parent.mkdir(parents=True, exist_ok=True)
        particulars.write_text("".join(traceback.format_exception(kind, error, trace)), "utf-8")
