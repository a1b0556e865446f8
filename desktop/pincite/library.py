"""The facade: everything that can be done with a library of documents. Command line and window use this and nothing below.

``add`` goes to :mod:`ingest`, :mod:`parser` and :mod:`pdf`, :mod:`passages`, :mod:`index`; ``ask`` goes to
:mod:`retrieve`, :mod:`answer`, :mod:`citations`. Long work is an iterator of events; to cancel it is to stop iterating.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

from pincite import passages
from pincite import settings as settings_module
from pincite.answer import Answerer
from pincite.domain import DocumentStatus, LibraryStatus, Scope, Searched
from pincite.errors import LibraryError, ModelError
from pincite.events import HitsFound, Notice, Progress, Stage
from pincite.export import export
from pincite.index import Index
from pincite.ingest import Ingest
from pincite.inspection import inspect
from pincite.models import hardware
from pincite.models.catalogue import Catalogue
from pincite.models.loader import InstalledModels
from pincite.parser import Parser
from pincite.reading import Reading
from pincite.retrieve import Retriever

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.domain import Document, Finding, ModelInfo, PageImage, SearchResult
    from pincite.events import Event
    from pincite.models.embedder import Embedder
    from pincite.models.loader import Models
    from pincite.scans import Scans
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
        self._parser = Parser()
        self._painter = Parser()  # pages are drawn while others are being read
        self.reading = Reading(self._index)
        self._ingest = Ingest(self._index, self._folder / "files", self._parser)
        self._write_lock = threading.Lock()

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
            passwords: By file name; the entry "" is tried on every encrypted file. They are not stored.
            link: Do not copy the files into the library.

        Raises:
            LibraryError: the library cannot be written, or another Pincite is importing into it.
        """
        with self._writing():
            self._index.create(passages.SPLITTER)
            files = [Path(path) for path in paths]
            scans = yield from self._ingest.add(files, _name(collection), passwords or {}, link)
            yield from self._embed()
            yield from self._recognise(scans)

    def resume(self) -> Iterator[Event]:
        """Finishes what an interrupted import left, and makes the vectors that are missing.

        Raises:
            LibraryError: see :meth:`add`.
        """
        if self._index.exists:
            with self._writing():
                self._index.upgrade()
                scans = yield from self._ingest.finish_interrupted()
                yield from self._embed()
                yield from self._recognise(scans)

    def rebuild_vectors(self) -> Iterator[Event]:
        """Makes all vectors anew, with the embedder in use.

        Raises:
            LibraryError: see :meth:`add`.
        """
        if self._index.exists:
            with self._writing():
                self._index.upgrade()
                self._index.drop_vectors()
                yield from self._embed()

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
        retriever, notes = self.retriever()
        result = retriever.search(question, scope, limit, typed=True)
        return replace(result, notes=(*notes, *result.notes))

    def ask(self, question: str, scope: Scope | None = None, model: str = "") -> Iterator[Event]:
        """Answers a question from the documents in the scope; the last event is ``AnswerReady``.

        Raises:
            LibraryError: see :meth:`search`.
            ModelError: ``model`` names a generator that is not installed.
        """
        started = time.monotonic()
        scope = scope or Scope()
        searched = self._check(question, scope)
        yield Progress(Stage.SEARCHING, 0, 0)
        retriever, notes = self.retriever()
        result = retriever.search(question, scope, HITS)
        result = replace(result, notes=(*notes, *result.notes))
        yield HitsFound(result)
        yield Progress(Stage.LOADING, 0, 0, model)
        generator = self._models.generator(model)
        if generator is None:
            note = "No language model is installed: the answer quotes the documents."
            result = replace(result, notes=(*result.notes, note))
        elif generator.note:
            result = replace(result, notes=(*result.notes, generator.note))
        answerer = Answerer(self._index, retriever.embedder, generator)
        unknown = retriever.unknown_words(question, scope)
        yield from answerer.ask(question, result, unknown, searched, started)

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
            FileError: its file is gone, or the page cannot be drawn.
        """
        file = self._ingest.stored(self.document(document_id))
        return replace(self._painter.render(file, number, scale), document_id=document_id)

    # --- state -----------------------------------------------------------------------------------------------------

    def status(self) -> LibraryStatus:
        """The library and the machine at a glance. Loads no model."""
        documents = self._index.documents()
        notes = []
        in_use = {}
        for role in ("embedder", "reranker", "generator"):
            model = self._catalogue.in_use(self._settings, role)
            in_use[role] = model.name if model and self._catalogue.installed(model.name) else ""
        if not in_use["reranker"]:
            notes.append("No reranker is in use: passages stand in the order in which search finds them.")
        if not in_use["embedder"]:
            notes.append("No embedder is installed: documents are found by their words alone.")
        return LibraryStatus(
            location=str(self._folder),
            documents=len(documents),
            pages=sum(document.page_count for document in documents),
            unread_pages=sum(len(document.unread_pages) for document in documents),
            passages=self._index.count_passages(),
            embedded=self._index.count_vectors(),
            collections=tuple(self.collections()),
            embedder=in_use["embedder"],
            reranker=in_use["reranker"],
            generator=in_use["generator"],
            device=hardware.describe(self._settings.gpu),
            notes=tuple(notes),
        )

    def check(self) -> list[Finding]:
        """What is wrong with the library, and what mends it; empty if nothing is."""
        return inspect(self._index, self._ingest.stored, self._settings.embedder)

    def models(self) -> list[ModelInfo]:
        """All models, offered and added."""
        return self._catalogue.info(self._settings)

    def get_model(self, name: str) -> Iterator[Event]:
        """Fetches a model; the only thing in Pincite that uses the network."""
        yield from self._catalogue.get(name)

    def use_model(self, name: str) -> None:
        """Chooses a model for its role, now and from now on.

        Raises:
            ModelError: it is not installed.
        """
        self._settings = self._catalogue.choose(self._settings, name)
        self._catalogue.choose(settings_module.Settings.load(), name).save()
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

    def _recognise(self, scans: Sequence[Scans]) -> Iterator[Event]:
        """Reads pictures of pages last, since they take longest, and then makes the vectors of what they say."""
        if scans:
            yield from self._ingest.recognise(scans)
            yield from self._embed()

    def _embed(self) -> Iterator[Event]:
        if all(document.status is not DocumentStatus.TEXT for document in self._index.documents()):
            return  # and the embedder, which takes seconds to load, is not wanted
        made_by = self._index.meta().get("embedder", "")
        try:
            embedder = self._models.embedder()
        except ModelError as error:
            yield Notice(f"The documents can be found by their words, not by their meaning: {error.message}", error.hint)
            return
        if embedder is None:
            return
        if made_by and made_by != embedder.name:
            yield Notice(
                f"The vectors of this library were made by {made_by}, not by {embedder.name}.",
                "New documents are found by their words. Run “pincite check --rebuild-vectors”.",
            )
            return
        yield from self._ingest.embed(embedder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time: among the threads of this process, and among processes."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # not bound to a thread: the consumer may drop the generator in another one
            with self._write_lock, filelock.FileLock(self._folder / "writing.lock", timeout=0, thread_local=False):
                yield
        except filelock.Timeout as error:
            raise LibraryError(
                "Another Pincite is importing into this library.", "Wait until it is done, or close it, and try again."
            ) from error
        except OSError as error:
            raise LibraryError(
                f"The library in {self._folder} cannot be written: {error.strerror or error}.",
                "Check its disk and permissions, or choose another folder for it.",
            ) from error


def _name(collection: str | None) -> str | None:
    """A collection's name without white space around it; an empty one means none."""
    return (collection or "").strip() or None
