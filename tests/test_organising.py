"""Collections and titles: kept with the documents, searched within, and never a document lost with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fakes import DirectParser, FakeModels, HashEmbedder
from pdfs import write_pdf
from pincite.domain import Collection, CollectionColour, DocumentStatus, Scope
from pincite.errors import LibraryError
from pincite.events import FileFinished
from pincite.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy as np

    from pincite.settings import Settings

BLUE, RED, GREEN = CollectionColour.BLUE, CollectionColour.RED, CollectionColour.GREEN


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    with Library(settings, FakeModels()) as opened:
        yield opened


def add(library: Library, folder: Path, name: str, text: str, collection: str | None = None) -> str:
    """The id of a new document."""
    before = {document.id for document in library.documents()}
    list(library.add([str(write_pdf(folder / name, [text]))], collection))
    return next(document.id for document in library.documents() if document.id not in before)


def found(library: Library, question: str, collection: str) -> list[str]:
    """Ids of the documents in which a search within a collection finds something."""
    return sorted({hit.passage.document_id for hit in library.search(question, Scope(collection)).hits})


def test_collections_are_there_before_their_documents(library: Library, settings: Settings, tmp_path: Path) -> None:
    library.organising.create("  Ward   7 ", RED)
    add(library, tmp_path, "lease.pdf", "The rent is due monthly.", "Matter")
    assert library.organising.collections() == [Collection("Matter", BLUE, 1), Collection("Ward 7", RED, 0)]
    with Library(settings, FakeModels()) as again:
        assert again.organising.collections() == library.organising.collections()


@pytest.mark.parametrize(("name", "said"), [(" ", "needs a name"), ("ward 7", "“Ward 7” already")])
def test_a_name_that_is_empty_or_taken_is_refused(library: Library, name: str, said: str) -> None:
    library.organising.create("Ward 7")
    with pytest.raises(LibraryError, match=said):
        library.organising.create(name)


def test_a_renamed_collection_takes_its_documents_along(library: Library, tmp_path: Path) -> None:
    lease = add(library, tmp_path, "lease.pdf", "The rent is due monthly.", "Matter")
    add(library, tmp_path, "other.pdf", "The rent is due weekly.", "Other")
    library.organising.change("Matter", "Harbour Street", RED)
    assert library.organising.collections() == [Collection("Harbour Street", RED, 1), Collection("Other", BLUE, 1)]
    assert found(library, "rent", "Harbour Street") == [lease]
    with pytest.raises(LibraryError, match="nothing in the collection “Matter”"):
        library.search("rent", Scope("Matter"))
    library.organising.change("Harbour Street", "harbour street", GREEN)  # its own name in another case
    with pytest.raises(LibraryError, match="no collection “Harbour Street” any more"):
        library.organising.change("Harbour Street", "Elsewhere", RED)


def test_a_deleted_collection_leaves_its_documents_and_comes_back_with_them(library: Library, tmp_path: Path) -> None:
    lease = add(library, tmp_path, "lease.pdf", "The rent is due monthly.", "Matter")
    gone = add(library, tmp_path, "gone.pdf", "The rent is due weekly.", "Matter")
    ids = library.organising.delete("Matter")
    assert sorted(ids) == sorted([lease, gone])
    assert library.organising.collections() == []
    assert {document.id for document in library.documents()} == {lease, gone}
    library.remove(gone)
    library.organising.bring_back("Matter", GREEN, ids)
    assert library.organising.collections() == [Collection("Matter", GREEN, 1)]
    assert found(library, "rent", "Matter") == [lease]


def test_documents_move_between_collections_and_may_be_in_several(library: Library, tmp_path: Path) -> None:
    lease = add(library, tmp_path, "lease.pdf", "The rent is due monthly.", "Matter")
    library.organising.create("Ward")
    library.organising.arrange([lease], into="Ward")
    library.organising.arrange([lease], into="Ward")  # twice does no more
    assert library.document(lease).collections == ("Matter", "Ward")
    assert found(library, "rent", "Ward") == [lease]
    library.organising.arrange([lease], into="Ward", out_of="Matter")
    assert library.document(lease).collections == ("Ward",)
    with pytest.raises(LibraryError, match="no collection “Nowhere”"):
        library.organising.arrange([lease], into="Nowhere")


class ArrangingEmbedder(HashEmbedder):
    """Has the document moved to another collection, and renamed, while its vectors are made."""

    library: Library

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Does so at the first batch."""
        (document,) = self.library.documents()
        if document.collections == ("Matter",):
            self.library.organising.create("Ward")
            self.library.organising.arrange([document.id], into="Ward", out_of="Matter")
            self.library.organising.retitle(document.id, "A new title")
        return super().passages(texts)


def test_a_document_that_moves_while_it_is_embedded_is_found_where_it_is(settings: Settings, tmp_path: Path) -> None:
    embedder = ArrangingEmbedder()
    with Library(settings, FakeModels(embedder)) as library:
        embedder.library = library
        lease = add(library, tmp_path, "lease.pdf", "The rent is due monthly.", "Matter")
        document = library.document(lease)
        assert (document.collections, document.title) == (("Ward",), "A new title")
        assert document.status is DocumentStatus.READY
        near = library._index.search_vectors(embedder.question("rent"), Scope("Ward"), 5)
        assert near
        assert library._index.search_vectors(embedder.question("rent"), Scope("Matter"), 5) == []


def test_a_document_is_renamed_and_read_anew_under_that_name(library: Library, tmp_path: Path) -> None:
    lease = add(library, tmp_path, "lease.pdf", "The rent is due monthly.", "Matter")
    library.organising.retitle(lease, " Lease of\nHarbour Street ")
    with pytest.raises(LibraryError, match="needs a title"):
        library.organising.retitle(lease, "")
    before = library.document(lease)
    assert before.title == "Lease of Harbour Street"
    library._index.remove(lease)
    library._index.begin(before, ())
    library._index.update(before)  # a row without pages and passages: what an older reader might have made of it
    ended = [event.result for event in library.imports.reread([lease]) if isinstance(event, FileFinished)]
    assert [result.document_id for result in ended] == [lease]
    assert library.document(lease) == before
    assert found(library, "rent", "Matter") == [lease]


def test_a_document_that_cannot_be_read_anew_stays_as_it_is(library: Library, settings: Settings, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "secret.pdf", ["The rent is due monthly."], password="open")
    list(library.add([str(path)], "Matter", {"": "open"}))
    (document,) = library.documents()
    with Library(settings, FakeModels()) as later:  # it does not know the password
        (ended,) = [event.result for event in later.imports.reread([document.id]) if isinstance(event, FileFinished)]
        assert ended.code == "encrypted"
        assert later.documents() == [document]
        assert found(later, "rent", "Matter") == [document.id]


def test_what_was_removed_can_be_kept_until_it_is_gone_for_good(library: Library, settings: Settings, tmp_path: Path) -> None:
    one = add(library, tmp_path, "one.pdf", "The rent is due monthly.")
    two = add(library, tmp_path, "two.pdf", "The rent is due weekly.")
    library.removals.note([one, two, "never-there"])
    library.removals.keep([two])
    with Library(settings, FakeModels()) as later:  # the program was closed meanwhile
        assert len(later.documents()) == 2
        later.removals.finish()
        assert [document.id for document in later.documents()] == [two]
        later.removals.finish()
    assert not (settings.library / "removing.json").exists()


def test_a_list_of_collections_that_cannot_be_read_is_said_with_its_remedy(library: Library, settings: Settings) -> None:
    settings.library.mkdir()
    (settings.library / "collections.json").write_text("{", encoding="utf-8")
    with pytest.raises(LibraryError, match="no document is lost"):
        library.organising.collections()
