"""The command line: arguments in, events printed. Holds nothing of the pipeline."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite import __version__
from pincite.cli import contract, evaluation, terminal, tuning
from pincite.cli.arguments import positive
from pincite.cli.contract import DONE, FAILED
from pincite.errors import PinciteError
from pincite.events import AnswerReady, FileFinished, FileRecognised
from pincite.reports import FileStatus
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.library import Library
    from pincite.reports import FileResult

    Ask = Callable[[Library, dict[str, Any]], dict[str, Any]]


def main(arguments: list[str], open_window: Callable[[Settings], int]) -> int:
    """Runs one command. Returns 0 if it is done, 1 if some input failed; wrong usage exits with 2.

    Args:
        arguments: What stands after the program's name.
        open_window: Does ``pincite gui``; the command line itself knows no window.
    """
    for stream in (sys.stdout, sys.stderr):  # on Windows a pipe may have a code page that lacks "✓"
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    parser = _parser(open_window)
    options = parser.parse_args(arguments)
    _check_usage(parser, options)
    try:
        settings = Settings.load()
        if options.library:
            settings = replace(settings, library=Path(options.library).expanduser().absolute())
        status = int(options.run(options, settings))
        if sys.stdout:  # a program without a terminal may have none
            sys.stdout.flush()  # here and not at exit, where a reader that has gone away would be an error
        return status
    except PinciteError as error:
        terminal.say(str(error))
        return FAILED
    except KeyboardInterrupt:
        terminal.say("Stopped.")
        return FAILED
    except BrokenPipeError:  # the reader of our output has gone, as in "pincite list | head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


# --- commands --------------------------------------------------------------------------------------------------------


def _add(options: argparse.Namespace, settings: Settings) -> int:
    failed = False
    passwords = {"": options.password} if options.password else {}
    unread: dict[str, FileResult] = {}  # whose pictures are still to be read; scripts are told of a file once
    with _library(settings) as library, terminal.Terminal() as screen:
        events = library.resume() if options.resume else library.add(options.paths, options.collection, passwords, options.link)
        try:
            for event in events:
                if not isinstance(event, FileFinished | FileRecognised):
                    screen.show(event)
                    continue
                failed |= event.result.status is FileStatus.FAILED
                if not options.json:
                    if isinstance(event, FileFinished) or event.result.status is not FileStatus.UNCHANGED:
                        screen.print(terminal.file_text(event.result))
                elif event.result.pages_waiting:
                    unread[event.result.path] = event.result
                else:
                    unread.pop(event.result.path, None)
                    screen.print(json.dumps(contract.file_json(event.result)))
        finally:  # also when it is stopped
            for result in unread.values():
                screen.print(json.dumps(contract.file_json(result)))
    return FAILED if failed else DONE


def _search(options: argparse.Namespace, settings: Settings) -> int:
    def one(library: Library, item: dict[str, Any]) -> dict[str, Any]:
        scope = library.scope(item.get("collection"), item.get("document"))
        result = library.search(item["question"], scope, options.limit)
        for note in result.notes:
            terminal.say(note)
        if not options.json:
            terminal.print_hits(result)
        return contract.search_json(result)

    return _each_question(options, settings, one)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    def one(library: Library, item: dict[str, Any]) -> dict[str, Any]:
        scope = library.scope(item.get("collection"), item.get("document"))
        with terminal.Terminal() as screen:
            for event in library.ask(item["question"], scope, options.model or "", options.quotes):
                screen.show(event)
                if isinstance(event, AnswerReady):
                    answer = event.answer
        for note in answer.notes:
            terminal.say(note)
        if not options.json:
            terminal.print_answer(answer)
        return contract.answer_json(answer)

    return _each_question(options, settings, one)


def _each_question(options: argparse.Namespace, settings: Settings, one: Ask) -> int:
    """Does one question of the command line, or each line of a batch; a line that fails is named, and the rest is done."""
    with _library(settings) as library:
        if not options.batch:
            item = {"question": options.question, "collection": options.collection, "document": options.document}
            found = one(library, item)
            if options.json:
                print(json.dumps(found, ensure_ascii=False), flush=True)
            return DONE
        status = DONE
        for number, item in _read_batch(options.batch):
            given = {"collection": options.collection, "document": options.document} | item
            try:
                found = one(library, given)
            except PinciteError as error:
                terminal.say(f"{options.batch}, line {number}: {error}")
                found, status = {"question": item["question"], "error": error.message, "hint": error.hint}, FAILED
            print(json.dumps(({"id": item["id"]} if "id" in item else {}) | found, ensure_ascii=False), flush=True)
        return status


def _list(options: argparse.Namespace, settings: Settings) -> int:
    with _library(settings) as library:
        documents = library.documents(library.scope(options.collection).collection)
    for document in documents:
        if options.json:
            print(json.dumps(asdict(document), ensure_ascii=False))
            continue
        facts = [terminal.count(document.page_count, "page"), document.status.value]
        if document.unread_pages:
            facts.append(
                f"{terminal.count(len(document.unread_pages), 'page')} not read ({terminal.ranges(document.unread_pages)})"
            )
        if document.collections:
            facts.append("in " + ", ".join(document.collections))
        print(f"{document.id[:12]}  {document.title}  ({'; '.join(facts)})")
    if not documents:
        terminal.say("Nothing here yet. Add PDFs with “pincite add FILE…”.")
    return DONE


def _status(options: argparse.Namespace, settings: Settings) -> int:
    with _library(settings) as library:
        status = library.status()
    if options.json:
        print(json.dumps(asdict(status), ensure_ascii=False))
        return DONE
    unread = f", {status.unread_pages} not read" if status.unread_pages else ""
    rows = {
        "Library": status.location,
        "Documents": f"{status.documents} ({terminal.count(status.pages, 'page')}{unread})",
        **({"Waiting": f"{terminal.count(status.waiting, 'file')}; “pincite add --resume” goes on"} if status.waiting else {}),
        "Passages": f"{status.passages}, of which {status.embedded} can be found by meaning",
        "Collections": ", ".join(status.collections) or "none",
        "Runs on": status.device,
        "Embedder": status.embedder or "none",
        "Reranker": status.reranker or "none",
        "Generator": status.generator or "none: answers quote the documents",
    }
    for name, value in rows.items():
        print(f"{name + ':':13}{value}")
    return DONE


def _check(options: argparse.Namespace, settings: Settings) -> int:
    with _library(settings) as library:
        if options.rebuild_vectors:
            with terminal.Terminal() as screen:
                for event in library.rebuild_vectors():
                    screen.show(event)
        findings = library.check()
    for finding in findings:
        print(json.dumps(asdict(finding), ensure_ascii=False) if options.json else f"{finding.message} {finding.hint}")
    if not findings and not options.json:
        print("The library is in order.")
    return FAILED if findings else DONE


def _remove(options: argparse.Namespace, settings: Settings) -> int:
    with _library(settings) as library:
        document = library.document(options.id)
        library.remove(document.id)
    terminal.say(f"Removed {document.title}. The original file is untouched.")
    return DONE


def _export(options: argparse.Namespace, settings: Settings) -> int:
    with _library(settings) as library, terminal.Terminal() as screen:
        collection = library.scope(options.collection).collection
        for event in library.export(Path(options.folder), collection):
            screen.show(event)
    terminal.say(f"Exported to {options.folder}.")
    return DONE


def _models(options: argparse.Namespace, settings: Settings) -> int:
    from pincite.models.catalogue import Catalogue
    from pincite.settings import data_folder

    catalogue = Catalogue.load(data_folder("resources") / "models.toml", settings.models)
    if options.action == "get":
        names = [*(catalogue.defaults(settings) if options.defaults else ()), *options.names]
        with terminal.Terminal() as screen:
            for name in names:
                for event in catalogue.get(name):
                    screen.show(event)
    elif options.action == "use":
        catalogue.choose(Settings.load(), options.name).save()
        terminal.say(f"{options.name} is in use now.")
    elif options.action == "add":
        model = catalogue.add(Path(options.file))
        terminal.say(f"Added. Use it with “pincite models use {model.name}”.")
    else:
        for info in catalogue.info(settings):
            if options.json:
                print(json.dumps(asdict(info), ensure_ascii=False))
            else:
                state = "in use" if info.chosen and info.installed else "installed" if info.installed else "not installed"
                print(f"{info.name:34} {info.role:10} {info.size / 1e6:7,.0f} MB  {state:14} {info.licence}")
    return DONE


# --- arguments -------------------------------------------------------------------------------------------------------


def _library(settings: Settings) -> Library:
    from pincite.library import Library

    return Library.open(settings)


def _read_batch(name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines of a batch with their numbers. All are checked before the first is done."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PinciteError(f"{name} cannot be read: {error}.", "Give a file with one JSON object on each line.") from error
    items = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except json.JSONDecodeError as error:
            raise PinciteError(f"{name}, line {number}, is not JSON: {error.msg}.", "Mend the line.") from error
        if not isinstance(item, dict) or not isinstance(item.get("question"), str):
            raise PinciteError(f"{name}, line {number}, has no “question”.", 'Write {"question": "…"} on each line.')
        if not all(isinstance(item.get(key), str | None) for key in ("collection", "document")):
            raise PinciteError(f"{name}, line {number}: “collection” and “document” are names.", "Write them in quotes.")
        items.append((number, item))
    yield from items


def _parser(open_window: Callable[[Settings], int]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pincite", description="Ask your PDFs; every sentence of the answer is pinned to the words that prove it."
    )
    parser.add_argument("--library", metavar="DIR", help="the library's folder (else $PINCITE_LIBRARY, else your data folder)")
    parser.add_argument("--version", action="version", version=f"pincite {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace, Settings], int], about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    add = command("add", _add, "Import PDFs, and all PDFs in folders.")
    add.add_argument("paths", nargs="*", metavar="PATH")
    add.add_argument("--resume", action="store_true", help="go on with an import that was interrupted")
    add.add_argument("--collection", metavar="NAME", help="put them into this collection")
    add.add_argument("--password", metavar="TEXT", help="opens encrypted files; not stored")
    add.add_argument("--link", action="store_true", help="leave the files where they are instead of copying them")
    add.add_argument("--json", action="store_true", help="one JSON object a file")

    for name, run, about in (
        ("search", _search, "Find passages."),
        ("ask", _ask, "Answer a question, with every sentence pinned to its proof."),
    ):
        made = command(name, run, about)
        made.add_argument("question", nargs="?", metavar="QUERY" if name == "search" else "QUESTION")
        made.add_argument("--collection", metavar="NAME", help="only in this collection")
        made.add_argument("--document", metavar="ID", help="only in this document: an id or a file name")
        made.add_argument(
            "--batch", metavar="FILE", help="questions, one JSON object a line (- for standard input); with --json"
        )
        made.add_argument("--json", action="store_true", help="one JSON object a question")
        if name == "search":
            made.add_argument("--limit", type=positive, default=10, metavar="N", help="at most so many passages (10)")
        else:
            made.add_argument("--model", metavar="NAME", help="the language model to use")
            made.add_argument("--quotes", action="store_true", help="answer in the documents' own words, without one")

    listing = command("list", _list, "List the documents.")
    listing.add_argument("--collection", metavar="NAME", help="only those of this collection")
    listing.add_argument("--json", action="store_true", help="one JSON object a document")
    status = command("status", _status, "Say what is in the library and what runs the models.")
    status.add_argument("--json", action="store_true")
    check = command("check", _check, "Look for faults in the library.")
    check.add_argument("--rebuild-vectors", action="store_true", help="make all vectors anew with the embedder in use")
    check.add_argument("--json", action="store_true", help="one JSON object a finding")
    remove = command("remove", _remove, "Take a document out of the library; the original file stays.")
    remove.add_argument("id", metavar="ID", help="an id or a file name")

    export = command("export", _export, "Copy the documents, with their text as JSON, into a folder.")
    export.add_argument("folder", metavar="FOLDER")
    export.add_argument("--collection", metavar="NAME", help="only those of this collection")

    models = command("models", _models, "List, fetch, choose and add models.")
    actions = models.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="what is offered and installed").add_argument("--json", action="store_true")
    get = actions.add_parser("get", help="fetch models; the only command that uses the network")
    get.add_argument("names", nargs="*", metavar="NAME")
    get.add_argument("--defaults", action="store_true", help="those that Pincite needs on this machine")
    actions.add_parser("use", help="use a model for its role").add_argument("name", metavar="NAME")
    actions.add_parser("add", help="add a model that you have").add_argument("file", metavar="FILE")

    evaluation.register(command)
    tuning.register(command)
    command("gui", lambda _, settings: open_window(settings), "Open the window.")
    return parser


def _check_usage(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """What argparse cannot say: which arguments go together."""
    if options.command == "models" and options.action == "get" and not (options.names or options.defaults):
        parser.error("name a model, or give --defaults")
    if options.command == "add" and bool(options.paths) is options.resume:
        parser.error("name files or folders, or give --resume")
    if options.command not in ("search", "ask"):
        return
    if (options.question is None) == (options.batch is None):
        parser.error("give a question, or --batch FILE")
    if options.batch and not options.json:
        parser.error("--batch needs --json")
