"""The commands and their arguments; what a command does is loaded only when it runs."""

# ruff: noqa: PLC0415 - each command is loaded only when it runs

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path

from imr_desk import __version__
from imr_desk.cli.screen import do_without_screen

OPEN = "open"
"""The command where none is named."""


def parser() -> ArgumentParser:
    """The whole command line."""
    whole = ArgumentParser(
        prog="imr-desk",
        description="Read Independent Medical Review letters, verify them, and take out what they say.",
        epilog="Without a command the desk opens: imr-desk [STORE | LETTER.pdf ...]",
    )
    whole.add_argument("--version", action="version", version=f"imr-desk {__version__}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (help_, arguments, run) in COMMANDS.items():
        command = commands.add_parser(name, help=help_, description=help_)
        arguments(command)
        command.set_defaults(run=run)
    return whole


def _open_arguments(command: ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", type=Path, metavar="STORE|LETTER.pdf", help="a store, letters to import")
    command.add_argument("--samples", action="store_true", help="begin a new store with our sample letters")


def _demo_arguments(command: ArgumentParser) -> None:
    command.add_argument("letters", nargs="*", type=Path, metavar="LETTER.pdf", help="instead of the sample letters")
    command.add_argument("--out", type=Path, metavar="DIR", default=Path("demo-output"), help="folder for its output")


def _parse_arguments(command: ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="letters, folders or zip files")
    command.add_argument("--format", choices=("jsonl", "table"), default="table", help="one object a line, or a table")
    _workers_argument(command)


def _ingest_arguments(command: ArgumentParser) -> None:
    command.add_argument("store", type=Path, metavar="STORE", help="made where there is none")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="letters, folders or zip files")
    _workers_argument(command)


def _export_arguments(command: ArgumentParser) -> None:
    _store_argument(command)
    command.add_argument("--format", choices=("jsonl",), default="jsonl", help="one object a line, a letter a line")
    command.add_argument("--all", action="store_true", help="also letters that are not verified")
    command.add_argument("--out", type=Path, metavar="FILE", help="instead of the standard output")


def _read_again_arguments(command: ArgumentParser) -> None:
    _store_argument(command)
    command.add_argument("--all", action="store_true", help="also letters of which something is known already")
    _workers_argument(command)


def _evaluate_arguments(command: ArgumentParser) -> None:
    command.add_argument("truth", type=Path, metavar="LABELS|STORE", help="a folder of labels, or a store")
    command.add_argument("--pdf", type=Path, metavar="DIR", help="the labelled letters (default: pdf, beside LABELS)")
    command.add_argument("--against", type=Path, metavar="OLDER.jsonl", help="what an older `parse` printed")
    command.add_argument("--format", choices=("table", "json", "html"), default="table")
    command.add_argument("--out", type=Path, metavar="FILE", help="instead of the standard output")
    _workers_argument(command)


def _aliases_arguments(command: ArgumentParser) -> None:
    _store_argument(command)
    command.add_argument("--remove", nargs=2, metavar=("LIST", "NAME"), help="no longer offer this name")


def _backup_arguments(command: ArgumentParser) -> None:
    _store_argument(command)
    command.add_argument("target", type=Path, metavar="TARGET", help="a new file")


def _store_argument(command: ArgumentParser) -> None:
    command.add_argument("store", type=Path, metavar="STORE", help="a store")


def _workers_argument(command: ArgumentParser) -> None:
    told = "processes that read at the same time (default: %(default)s)"
    command.add_argument("--workers", type=_at_least_one, metavar="N", default=min(8, os.cpu_count() or 1), help=told)


def _at_least_one(word: str) -> int:
    number = int(word) if word.isdecimal() else 0
    if number < 1:
        raise ArgumentTypeError(f"{word} is not a whole number of at least 1")
    return number


def _open(arguments: Namespace) -> int:
    from imr_desk.cli.window import run

    return run(arguments.paths, samples=arguments.samples)


def _demo(arguments: Namespace) -> int:
    do_without_screen()
    from imr_desk.app.demo.run import run

    return run(arguments.letters, arguments.out)


def _parse(arguments: Namespace) -> int:
    from imr_desk.cli.parse import run

    return run(arguments.files, arguments.format, arguments.workers)


def _ingest(arguments: Namespace) -> int:
    from imr_desk.cli.ingest import run

    return run(arguments.store, arguments.paths, arguments.workers)


def _export(arguments: Namespace) -> int:
    from imr_desk.cli.export import run

    return run(arguments.store, arguments.out, everything=arguments.all)


def _read_again(arguments: Namespace) -> int:
    from imr_desk.cli.read_again import run

    return run(arguments.store, arguments.workers, everything=arguments.all)


def _check(arguments: Namespace) -> int:
    from imr_desk.cli.upkeep import check

    return check(arguments.store)


def _evaluate(arguments: Namespace) -> int:
    from imr_desk.cli.evaluate import run

    paths = (arguments.truth, arguments.pdf, arguments.against)
    return run(*paths, arguments.workers, arguments.format, arguments.out)


def _aliases(arguments: Namespace) -> int:
    from imr_desk.cli.aliases import run

    return run(arguments.store, arguments.remove)


def _back_up(arguments: Namespace) -> int:
    from imr_desk.cli.upkeep import back_up

    return back_up(arguments.store, arguments.target)


COMMANDS: dict[str, tuple[str, Callable[[ArgumentParser], None], Callable[[Namespace], int]]] = {
    OPEN: ("open the desk, on a store, or on letters to import", _open_arguments, _open),
    "demo": ("do the main job by itself, with a picture of every step", _demo_arguments, _demo),
    "parse": ("print what is read in letters, keep nothing", _parse_arguments, _parse),
    "ingest": ("put letters into a store", _ingest_arguments, _ingest),
    "read-again": ("read letters of a store again, scans above all", _read_again_arguments, _read_again),
    "export": ("print the verified letters of a store", _export_arguments, _export),
    "evaluate": ("tell how well letters are read, where their true values are known", _evaluate_arguments, _evaluate),
    "aliases": ("list the names that a store was taught, or remove one", _aliases_arguments, _aliases),
    "check": ("check that a store is whole", _store_argument, _check),
    "backup": ("copy a store, also while it is in use", _backup_arguments, _back_up),
}
