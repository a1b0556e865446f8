"""The facade: everything that can be done with a library of documents. Command line and window use this and nothing below.

``add`` goes to :mod:`ingest`, :mod:`parser` and :mod:`pdf`, :mod:`passages`, :mod:`index`; ``ask`` goes to
:mod:`retrieve`, :mod:`answer`, :mod:`citations`. Long work is an iterator of events; to cancel it is to stop iterating.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pincite import followup
from pincite import settings as settings_module
from pincite.answer import Answerer
from pincite.answerable import CALIBRATED_ON, Caution
from pincite.conversations import Conversations, now
from pincite.domain import DocumentStatus, Scope, Searched, Turn
from pincite.errors import LibraryError, ModelError
from pincite.events import AnswerReady, HitsFound, Notice, Progress, QuestionRewritten, Stage
from pincite.export import export
from pincite.imports import Imports
from pincite.index import Index
from pincite.index.marks import MarkTable
from pincite.ingest import Ingest
from pincite.inspection import at_a_glance, inspect, machine
from pincite.keys import Keys
from pincite.marks import Marks
from pincite.models.catalogue import Catalogue
from pincite.models.loader import InstalledModels
from pincite.network import Network
from pincite.organising import Organising
from pincite.parser import READERS, Parser
from pincite.precedence import Precedence
from pincite.reading import Reading
from pincite.removals import Removals
from pincite.retrieve import Retriever
from pincite.storage import Storage
from pincite.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from pincite.domain import Document, PageImage, SearchResult
    from pincite.events import Event
    from pincite.evidence import Shown
    from pincite.models.embedder import Embedder
    from pincite.models.loader import Models
    from pincite.reports import Finding, LibraryStatus, Machine, ModelInfo
    from pincite.settings import Settings

HITS = 10


class Library:
    """A folder of documents that can be searched and asked. Opening it writes nothing.

    Args:
        settings: Where it is, and which models to use.
        models: Where models come from; None: those installed on this machine.

    Raises:
        LibraryError: it was made by a newer Pincite, or cannot be read.
    """

    def __init__(self, settings: Settings, models: Models | None = None) -> None:
        self._settings = settings
        self._folder = settings.library
        if self._folder.exists() and not self._folder.is_dir():
            raise LibraryError(f"{self._folder} is a file, not a library.", "Name a folder.")
        self._catalogue = Catalogue.load(settings_module.data_folder("resources") / "models.toml", settings.models)
        self._fixed_models = models
        self._models: Models = models or InstalledModels(self._catalogue, settings)
        self._index = Index(str(self._folder / "index"))
        self._parser = Parser(readers=READERS)
        self._painter = Parser()  # pages are drawn while others are being read
        self.reading = Reading(self._index)
        self.conversations = Conversations(self._folder / "conversations")
        self._shown: tuple[str, Shown] | None = None  # what the language model read last, and in which conversation
        self._questions = Precedence()  # imports pause for them
        self._ingest = Ingest(self._index, self._folder / "files", self._parser, self._questions)
        self.keys = Keys(self._index, self._painter, self._ingest.stored)
        table = MarkTable(str(self._folder / "index"))
        self.marks = Marks(self._index, table, self._painter, self._ingest.stored, self.keys.of)
        self.imports = Imports(self._index, self._folder, self._ingest, self.keys, lambda: self._models)
        self.organising = Organising(self._index, self._folder / "collections.json")
        self.watched = Watched(self._index, self.imports, self.organising, self.remove, self._folder / "watched.json")
        self.removals = Removals(self._folder / "removing.json", self.remove)
        self.network = Network()
        self.storage = Storage(self._folder, settings.models, self._index, self.imports.alone)

    @classmethod
    def open(cls, settings: Settings) -> Library:
        """The library of the settings, with the models installed on this machine."""
        return cls(settings)

    def close(self) -> None:
        """Ends the processes that read and draw PDFs."""
        self._parser.close()
        self._painter.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- documents -------------------------------------------------------------------------------------------------

    def add(
        self,
        paths: Sequence[str],
        collection: str | None = None,
        passwords: Mapping[str, str] | None = None,
        link: bool = False,
    ) -> Iterator[Event]:
        """Imports files, and all PDFs in folders. Their text can be searched as each ends; then meanings follow.

        Args:
            paths: Files and folders.
            collection: Put the documents into this collection, too, if they are in the library already.
            passwords: By path or file name; the entry "" is tried on every encrypted file. They are not stored.
            link: Do not copy the files into the library.

        Raises:
            LibraryError: the library cannot be written, or another Pincite is importing into it.
        """
        yield from self.imports.add(paths, _name(collection), passwords or {}, link)

    def resume(self) -> Iterator[Event]:
        """Finishes what an interrupted import left, with the files that still waited, and makes the vectors that are missing.

        Raises:
            LibraryError: see :meth:`add`.
        """
        yield from self.imports.resume()

    def rebuild_vectors(self) -> Iterator[Event]:
        """Makes all vectors anew, with the embedder in use.

        Raises:
            LibraryError: see :meth:`add`.
        """
        yield from self.imports.rebuild_vectors()

    def documents(self, collection: str | None = None) -> list[Document]:
        """All documents, or those of a collection, in the order in which they were added."""
        return self._index.documents(_name(collection))

    def collections(self) -> list[str]:
        """Names of all collections, sorted."""
        return sorted({name for document in self._index.documents() for name in document.collections})

    def document(self, id_or_name: str) -> Document:
        """The document with this id, beginning of an id (8 characters or more), file name, or title.

        Raises:
            LibraryError: there is none, or the name fits several.
        """
        wanted = id_or_name.casefold()
        documents = self._index.documents()
        found = [d for d in documents if d.id == wanted or (len(wanted) >= 8 and d.id.startswith(wanted))]
        found = found or [
            d
            for d in documents
            if wanted in (Path(d.path).name.casefold(), Path(d.path).stem.casefold(), d.title.casefold(), d.path.casefold())
        ]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(d.id[:12] for d in found)
            raise LibraryError(f"“{id_or_name}” is the name of {len(found)} documents.", f"Give one of the ids {ids}.")
        raise LibraryError(f"There is no document “{id_or_name}” in this library.", "See “pincite list”.")

    def remove(self, document_id: str) -> None:
        """Takes a document out of the library, the library's copy of its file included.

        Raises:
            LibraryError: there is no such document.
        """
        document = self.document(document_id)
        self._index.remove(document.id)
        self.marks.forget(document.id)
        (self._folder / "files" / f"{document.id}.pdf").unlink(missing_ok=True)

    def export(self, folder: Path, collection: str | None = None) -> Iterator[Event]:
        """Copies documents out of the library, with their text; see :func:`pincite.export.export`."""
        yield from export(self._index, self.documents(collection), self._ingest.stored, folder)

    # --- questions -------------------------------------------------------------------------------------------------

    def scope(self, collection: str | None = None, document: str | None = None) -> Scope:
        """The scope that a collection's name and a document's id or name stand for.

        Raises:
            LibraryError: there is no such collection or document.
        """
        collection = _name(collection)
        if collection and collection not in (known := self.collections()):
            listed = f"Collections are: {', '.join(known)}." if known else "This library has no collections."
            raise LibraryError(f"There is no collection “{collection}” in this library.", listed)
        return Scope(collection, (self.document(document).id,) if document else ())

    def search(self, question: str, scope: Scope | None = None, limit: int = HITS) -> SearchResult:
        """The passages that match a question best.

        Raises:
            LibraryError: the library or the scope is empty, or the question is.
        """
        scope = scope or Scope()
        self._check(question, scope)
        with self._questions.first():
            retriever, notes = self.retriever()
            result = retriever.search(question, scope, limit, typed=True)
        return replace(result, notes=(*notes, *result.notes))

    def ask(
        self,
        question: str,
        scope: Scope | None = None,
        model: str = "",
        quotes: bool = False,
        conversation: str = "",
        as_typed: bool = False,
    ) -> Iterator[Event]:
        """Answers a question from the documents in the scope; the last event is ``AnswerReady``.

        Args:
            question: What is asked.
            scope: What it may be answered from; None: all documents.
            model: Name of the generator that answers; empty: the one in use.
            quotes: Answer in the documents' own words, without a generator.
            conversation: Id of the conversation that it is asked in, which keeps question and answer; empty: none does. A
                question that hangs on the one before it is made to stand alone, and ``QuestionRewritten`` says how.
            as_typed: Do not do that.

        Raises:
            LibraryError: see :meth:`search`; or ``conversation`` is no id.
            ModelError: ``model`` names a generator that is not installed.
        """
        with self._questions.first():
            yield from self._ask(question, scope or Scope(), model, quotes, conversation, as_typed)

    def _ask(self, question: str, scope: Scope, model: str, quotes: bool, conversation: str, as_typed: bool) -> Iterator[Event]:
        started = time.monotonic()
        searched = self._check(question, scope)
        yield Progress(Stage.SEARCHING, 0, 0)
        asked = question
        turns = self.conversations.turns(conversation) if conversation and not as_typed else ()
        if turns and not followup.stands_alone(question):
            asked = yield from followup.rewrite(question, turns[-1], None if quotes else self._models.generator(model))
            yield QuestionRewritten(asked)
        retriever, notes = self.retriever()
        result = retriever.search(asked, scope, HITS)
        known = retriever.reranker is not None and retriever.reranker.name == CALIBRATED_ON
        result = replace(result, notes=(*notes, *result.notes), relevance=result.relevance if known else None)
        yield HitsFound(result)
        generator = None
        if not quotes:
            yield Progress(Stage.LOADING, 0, 0, model)
            generator = self._models.generator(model)
            note = generator.note if generator else "No language model is installed: the answer quotes the documents."
            result = replace(result, notes=(*result.notes, *([note] if note else [])))
        caution = Caution(self._settings.caution)
        answerer = Answerer(self._index, retriever.embedder, self._models.judge(), generator, caution)
        before = self._shown[1] if conversation and self._shown and self._shown[0] == conversation else None
        unknown = retriever.unknown_words(asked, scope)
        events = answerer.ask(asked, result, unknown, searched, started, before)
        shown = yield from self._kept(events, question, conversation, scope)
        self._shown = (conversation, shown) if shown else None

    def _kept(
        self, events: Generator[Event, None, Shown | None], question: str, conversation: str, scope: Scope
    ) -> Generator[Event, None, Shown | None]:
        """The events of an answer, which is kept in its conversation before the last of them is told."""
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                shown: Shown | None = end.value
                return shown
            if conversation and isinstance(event, AnswerReady):
                turn = Turn(question, event.answer.question, event.answer, now())
                try:
                    self.conversations.record(conversation, scope.collection or "", turn)
                except LibraryError as error:  # the answer is worth more than its record
                    yield Notice(error.message, error.hint)
            yield event

    def retriever(self) -> tuple[Retriever, tuple[str, ...]]:
        """What searches this library, with the models in use, and what the user should know about it."""
        notes: list[str] = []
        embedder: Embedder | None = None
        made_by = self._index.meta().get("embedder", self._settings.embedder)
        try:
            embedder = self._models.embedder()
            if embedder and made_by != embedder.name and self._index.count_vectors():
                notes.append(f"Searched by words alone: the vectors were made by {made_by}. “pincite check” says more.")
                embedder = None
        except ModelError as error:
            notes.append(f"Searched by words alone: {error}")
        if embedder and embedder.note:
            notes.append(embedder.note)
        total, embedded = self._index.count_passages(), self._index.count_vectors()
        if embedder and embedded < total:
            notes.append(f"{embedded} of {total} passages could be searched by meaning so far, the rest by their words.")
        return Retriever(self._index, embedder, self._models.reranker()), tuple(notes)

    # --- pages -----------------------------------------------------------------------------------------------------

    def render(self, document_id: str, number: int, scale: float) -> PageImage:
        """A picture of a page at ``scale`` pixels per point.

        Raises:
            LibraryError: there is no such document.
            PasswordNeeded: it is encrypted, and ``keys.unlock`` has not been given its password since the program started.
            FileError: its file is gone, or the page cannot be drawn.
        """
        file = self._ingest.stored(self.document(document_id))
        image = self._painter.render(file, number, scale, self.keys.of(document_id))
        return replace(image, document_id=document_id)

    # --- state -----------------------------------------------------------------------------------------------------

    def status(self) -> LibraryStatus:
        """The library and the machine at a glance. Loads no model."""
        return at_a_glance(self._index, self._catalogue, self._settings, len(self.imports.waiting()))

    def machine(self) -> Machine:
        """What runs the models, and those that are in memory. Loads none."""
        return machine(self._models, self._settings.gpu)

    def check(self) -> list[Finding]:
        """What is wrong with the library, and what mends it; empty if nothing is."""
        return inspect(self._index, self._ingest.stored, self._settings.embedder)

    def models(self) -> list[ModelInfo]:
        """All models, offered and added."""
        return self._catalogue.info(self._settings)

    def get_model(self, name: str) -> Iterator[Event]:
        """Fetches a model; the only thing in Pincite that uses the network."""
        with self.network.purpose(f"fetching the model {name}"):
            for event in self._catalogue.get(name):
                self.network.note(name)  # pip fetches in a process of its own
                yield event

    def use_model(self, name: str) -> None:
        """Chooses a model for its role, now and from now on.

        Raises:
            ModelError: it is not installed.
        """
        self._adopt(lambda settings: self._catalogue.choose(settings, name))

    def choices(self) -> Settings:
        """The settings in force."""
        return self._settings

    def configure(self, **choices: object) -> None:
        """Changes settings by their names, now and from now on; another library or folder of models from the next start on."""
        self._adopt(lambda settings: replace(settings, **choices))  # type: ignore[arg-type]

    def _adopt(self, changed: Callable[[Settings], Settings]) -> None:
        self._settings = changed(self._settings)
        changed(settings_module.Settings.load()).save()
        self._models = self._fixed_models or InstalledModels(self._catalogue, self._settings)

    # --- within ----------------------------------------------------------------------------------------------------

    def _check(self, question: str, scope: Scope) -> Searched:
        if not question.strip():
            raise LibraryError("The question is empty.", "Type what you want to know.")
        documents = self._index.documents(scope.collection)
        if scope.document_ids:
            documents = [document for document in documents if document.id in scope.document_ids]
        documents = [document for document in documents if document.status is not DocumentStatus.IMPORTING]
        if not documents:
            where = f"the collection “{scope.collection}”" if scope.collection else "this library"
            raise LibraryError(f"There is nothing in {where} yet.", "Add some PDFs first.")
        return Searched(
            collection=scope.collection or "",
            documents=len(documents),
            pages=sum(document.page_count for document in documents),
            unread_pages=sum(len(document.unread_pages) for document in documents),
        )


def _name(collection: str | None) -> str | None:
    """A collection's name without white space around it; an empty one means none."""
    return (collection or "").strip() or None
